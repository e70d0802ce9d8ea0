"""Cutting an OGG Vorbis file into slices that decode on their own.

Why: SDL_mixer locks the device while it decodes a file. A minute of music takes it 0.1-0.4 s, and for that long every
mixer call of the game waits and nothing sounds. A short slice takes a few milliseconds; the samples are the same.

A slice is the file's header pages and some of its audio pages, with one page before them for the decoder to warm up;
so of what comes out only the last `samples` count."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

HEADER_PACKETS = 3  # who am I, comments, code books
_MIRROR = bytes(int(f"{i:08b}"[::-1], 2) for i in range(256))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its bytes, the sample it ends at, whether it begins or ends in the middle of a packet."""

    data: memoryview
    granule: int
    is_continued: bool
    is_whole: bool
    packets: int


def crc(data: bytes) -> int:
    """OGG's checksum: zlib's polynomial the other way round, so bytes and result are mirrored."""
    mirrored = zlib.crc32(data.translate(_MIRROR), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int.from_bytes(mirrored.to_bytes(4, "little").translate(_MIRROR), "big")


def pages(data: bytes) -> list[Page]:
    """All pages of a file. Raises ValueError where it is not OGG."""
    found: list[Page] = []
    view = memoryview(data)
    i = 0
    while i < len(data):
        if data[i : i + 4] != b"OggS" or i + 27 > len(data):
            raise ValueError("not an OGG page")
        lacing = data[i + 27 : i + 27 + data[i + 26]]
        size = 27 + len(lacing) + sum(lacing)
        (granule,) = struct.unpack_from("<q", data, i + 6)
        whole = bool(lacing) and lacing[-1] < 255
        found.append(Page(view[i : i + size], granule, bool(data[i + 5] & 1), whole, sum(x < 255 for x in lacing)))
        i += size
    return found


def _numbered(page: Page, number: int) -> bytes:
    """The page with another sequence number and the checksum that goes with it."""
    out = bytearray(page.data)
    struct.pack_into("<II", out, 18, number, 0)
    struct.pack_into("<I", out, 22, crc(bytes(out)))
    return bytes(out)


def slices(data: bytes, samples: int) -> Iterator[tuple[bytes, int]]:
    """(a small OGG file, how many of its last samples count), of about `samples` each; joined they are the whole.

    Raises ValueError where the file is not an OGG Vorbis file."""
    every = pages(data)
    packets = heads = 0
    while packets < HEADER_PACKETS:
        if heads >= len(every):
            raise ValueError("no Vorbis headers")
        packets += every[heads].packets
        heads += 1
    head = b"".join(page.data for page in every[:heads])
    audio = every[heads:]
    first, done = 0, 0
    for i, page in enumerate(audio):
        is_last = i == len(audio) - 1
        is_clean = page.is_whole and page.granule >= 0 and (is_last or not audio[i + 1].is_continued)
        if not is_last and (not is_clean or page.granule - done < samples):
            continue
        warm = max(0, first - 1)
        body = b"".join(_numbered(p, heads + k) for k, p in enumerate(audio[warm : i + 1]))
        yield head + body, page.granule - done
        first, done = i + 1, page.granule


def length(data: bytes) -> int:
    """How many samples a file has."""
    return pages(data)[-1].granule
