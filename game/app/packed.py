"""Recordings in xz files: a tenth as long."""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import BinaryIO, cast

XZ = b"\xfd7zXZ\x00"
MOST_BYTES = 256 << 20


class DamagedError(ValueError):
    """Not the xz file it was; the message says how, in a few words."""


def unpacked(data: bytes) -> bytes:
    """What an xz file holds; anything else as it is. Raises DamagedError where it is damaged or grows beyond all measure."""
    if not data.startswith(XZ):
        return data
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ)
    try:
        text = unpacker.decompress(data, max_length=MOST_BYTES)
    except lzma.LZMAError as e:
        raise DamagedError(f"a damaged xz file ({e})") from e
    if not unpacker.eof:
        why = "cut short" if unpacker.needs_input else f"unpacks to more than {MOST_BYTES >> 20} MB"
        raise DamagedError(f"an xz file that is {why}")
    return text


def open_to_record(path: Path) -> BinaryIO:
    """A new file to record into, packed if its name ends in .xz. Raises OSError."""
    return cast(BinaryIO, lzma.open(path, "wb", preset=9)) if path.suffix == ".xz" else path.open("wb")
