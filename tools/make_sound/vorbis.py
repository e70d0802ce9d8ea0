"""OGG Vorbis with a fixed stream serial, so that the same samples and the same libraries give the same bytes."""

from __future__ import annotations

import io
import struct

import numpy as np
import soundfile

from tools.make_sound.dsp import RATE, Wave

SERIAL = 0x436F72  # libsndfile draws this at random; any fixed number will do
BLOCK = 4096  # samples a write: one great write is known to overflow libvorbis' stack


def _crc_table() -> list[int]:
    table = []
    for i in range(256):
        r = i << 24
        for _ in range(8):
            r = ((r << 1) ^ 0x04C11DB7) & 0xFFFFFFFF if r & 0x80000000 else (r << 1) & 0xFFFFFFFF
        table.append(r)
    return table


_TABLE = _crc_table()


def _crc(data: bytes) -> int:
    c = 0
    for x in data:
        c = ((c << 8) & 0xFFFFFFFF) ^ _TABLE[((c >> 24) ^ x) & 255]
    return c


def with_serial(data: bytes, serial: int = SERIAL) -> bytes:
    """The same OGG stream with another serial number and mended page checksums."""
    out = bytearray(data)
    i = 0
    while i < len(out):
        if out[i : i + 4] != b"OggS":
            raise ValueError("not an OGG page")
        segments = out[i + 26]
        length = 27 + segments + sum(out[i + 27 : i + 27 + segments])
        struct.pack_into("<I", out, i + 14, serial)
        struct.pack_into("<I", out, i + 22, 0)
        struct.pack_into("<I", out, i + 22, _crc(bytes(out[i : i + length])))
        i += length
    return bytes(out)


def encode(x: Wave, quality: float) -> bytes:
    """Samples of shape (n,) or (n, 2) to OGG Vorbis bytes. quality is 0..1; they are rounded to 16 bits first."""
    steps = np.round(np.clip(x, -1, 1) * 32767) / 32768
    file = io.BytesIO()
    channels = 1 if x.ndim == 1 else x.shape[1]
    with soundfile.SoundFile(
        file, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as out:
        for i in range(0, len(steps), BLOCK):
            out.write(steps[i : i + BLOCK].astype(np.float32))
    return with_serial(file.getvalue())


def encode_flac(x: Wave) -> bytes:
    """Samples to 16-bit FLAC bytes: for the exposed tonal loops, whose seam Vorbis would smear."""
    file = io.BytesIO()
    channels = 1 if x.ndim == 1 else x.shape[1]
    with soundfile.SoundFile(file, "w", RATE, channels, format="FLAC", subtype="PCM_16") as out:
        out.write(np.round(np.clip(x, -1, 1) * 32767).astype(np.int16))
    return file.getvalue()


def decode(data: bytes) -> Wave:
    """OGG or FLAC bytes to samples."""
    x, rate = soundfile.read(io.BytesIO(data))
    if rate != RATE:
        raise ValueError(f"{rate} Hz, not {RATE}")
    return x
