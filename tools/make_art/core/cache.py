"""Content-hash cache: a thing is redone only when its own source, its arguments or the engine below it changed."""
from __future__ import annotations

import hashlib
import inspect
import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

ROOT = Path(".cache/make_art")


def source_hash(*things: Callable[..., Any] | ModuleType | str) -> str:
    """SHA-256 (first 20 hex digits) of the source of functions and modules, or of plain text."""
    digest = hashlib.sha256()
    for thing in things:
        text = thing if isinstance(thing, str) else inspect.getsource(thing)
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:20]


def arrays(name: str, key: str, make: Callable[[], dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The arrays of ``name`` for this key: from disk when fresh, else made and kept (older keys of the name are removed)."""
    ROOT.mkdir(parents=True, exist_ok=True)
    path = ROOT / f"{name}-{key}.npz"
    if path.exists():
        with np.load(path) as data:
            return {k: data[k] for k in data.files}
    out = make()
    for old in ROOT.glob(f"{name}-????????????????????.npz"):
        old.unlink()
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **out)
    path.write_bytes(buffer.getvalue())
    return out
