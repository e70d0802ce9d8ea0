"""Digests: BLAKE2b alone. hashlib would bring all of OpenSSL with it (3.4 MB), whose BLAKE2b it does not even use."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
