"""The list of effects. A module of effects decorates its makers with @effect; importing it fills EFFECTS.

A maker takes a random generator (and, if it asks for it, the number of the variant) and gives a raw signal; level,
fades and encoding are the same for all of them and live in render.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.random import Generator

from tools.make_sound.dsp import Wave

Maker = Callable[..., Wave]
BUSES = ("sfx", "ambience", "voice", "ui")


@dataclass(frozen=True)
class Effect:
    """One named sound: how it is made and what it is for."""

    name: str
    make: Maker
    group: str  # the module it is written in
    variants: int
    bus: str  # which slider of the settings moves it
    loudness: float  # dB, K-weighted maximum over 100 ms
    loop: bool
    quality: float  # Vorbis 0..1
    telegraph: bool  # may rise slowly on purpose (exempt from the 12 ms onset rule)
    flac: bool  # an exposed tonal loop: Vorbis would smear its seam
    numbered: bool  # the maker wants to know which variant it is

    def raw(self, r: Generator, variant: int = 0) -> Wave:
        """The unlevelled signal of one variant."""
        return self.make(r, variant) if self.numbered else self.make(r)

    def file(self, variant: int) -> str:
        """The file name of one variant."""
        tail = f"_{variant}" if self.variants > 1 else ""
        return f"{self.name}{tail}.{'flac' if self.flac else 'ogg'}"


EFFECTS: dict[str, Effect] = {}


def effect(
    variants: int = 1,
    bus: str = "sfx",
    *,
    loudness: float,
    loop: bool = False,
    quality: float = 0.4,
    telegraph: bool = False,
    flac: bool = False,
    numbered: bool = False,
    name: str = "",
) -> Callable[[Maker], Maker]:
    """Enter a maker in EFFECTS under its own name (or `name`)."""
    if bus not in BUSES:
        raise ValueError(f"no bus {bus}")

    def enter(make: Maker) -> Maker:
        key = name or make.__name__
        if key in EFFECTS:
            raise ValueError(f"two effects called {key}")
        group = make.__module__.rpartition(".")[2]
        EFFECTS[key] = Effect(key, make, group, variants, bus, loudness, loop, quality, telegraph, flac, numbered)
        return make

    return enter
