"""Long sounds as streams: a ring of a few seconds that SDL loops for ever, and that is written anew behind what is heard.

Why: a stem of music decoded whole takes 11 MB a minute, and three sound together; a ring takes one. SDL_mixer loops a sound
without a gap and does not mind who writes into it, so stems that start together stay together, sample by sample.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
import pygame.sndarray

from game.view import vorbis

RATE = 48000  # Hz, 16 bits, two channels
RING = 6 * RATE  # samples kept decoded
GUARD = 3 * RATE // 2  # samples behind what is heard that are not touched: the clock of the device is only nearly exact
SLICE = RATE // 2  # samples decoded at a time: the device waits that long, 2 ms
Samples = npt.NDArray[np.int16]


class Stream:
    """An OGG file on its way through a ring: ``sound`` is to be played endlessly from its start.

    Only one thread may call ``fill``. Raises ValueError where the file is not OGG Vorbis.
    """

    def __init__(self, data: bytes) -> None:
        self.length = vorbis.length(data)
        self.sound = pygame.mixer.Sound(buffer=bytes(RING * 4))
        self.is_endless = True
        self.began_at = 0
        """The device's clock, in samples, when it was started."""
        self.held_at: int | None = None
        """The clock when it was paused."""
        self._ring: Samples = pygame.sndarray.samples(self.sound)
        self._parts = self._decoded(data)
        self._rest: Samples = self._ring[:0]
        """Decoded, and not written yet."""
        self._written = 0

    def heard(self, now: int) -> int:
        """Samples played since the start."""
        return (now if self.held_at is None else self.held_at) - self.began_at

    def hold(self, now: int) -> None:
        """The device was paused."""
        if self.held_at is None:
            self.held_at = now

    def go_on(self, now: int) -> None:
        if self.held_at is not None:
            self.began_at += now - self.held_at
            self.held_at = None

    def fill(self, heard: int) -> Iterator[None]:
        """Decodes what will soon be heard, a slice at each next()."""
        while (room := heard + RING - GUARD - self._written) > 0:
            if not len(self._rest):  # a quiet page may hold many seconds
                self._rest = next(self._parts)
            at = self._written % RING
            n = min(room, RING - at, len(self._rest))
            self._ring[at : at + n] = self._rest[:n]
            self._rest = self._rest[n:]
            self._written += n
            yield

    def _decoded(self, data: bytes) -> Iterator[Samples]:
        """The file, again and again; silence after its end where it is to be heard once."""
        while True:
            for part, n in vorbis.slices(data, SLICE):
                if n:
                    yield pygame.sndarray.samples(pygame.mixer.Sound(io.BytesIO(part)))[-n:]
            while not self.is_endless:
                yield np.zeros((SLICE, 2), np.int16)


class DeviceClock:
    """How much the device has played, in samples: SDL only counts for music, so a silent piece of it plays all the time."""

    def __init__(self) -> None:
        """The mixer must be open."""
        pygame.mixer.music.load(io.BytesIO(_silence()), "wav")
        pygame.mixer.music.set_volume(0.0)
        pygame.mixer.music.play(-1)

    def now(self) -> int:
        return int(pygame.mixer.music.get_pos()) * RATE // 1000


def _silence() -> bytes:
    """A second of nothing as WAV."""
    size = RATE * 4

    def field(value: int, width: int) -> bytes:
        return value.to_bytes(width, "little")

    form: list[Any] = [field(1, 2), field(2, 2), field(RATE, 4), field(RATE * 4, 4), field(4, 2), field(16, 2)]
    head = b"RIFF" + field(36 + size, 4) + b"WAVEfmt " + field(16, 4) + b"".join(form)
    return head + b"data" + field(size, 4) + bytes(size)
