"""Layers that lie on top of, or stand in for, another piece: same bars, same tempo, sample-locked to it."""

from __future__ import annotations

import copy

from tools.make_music.notation import at_bar, line
from tools.make_music.score_other import circus, other_world
from tools.make_music.tune import Tune, piece


@piece
def search() -> Tune:
    """For hiding and searching. Exactly as long as other_world (48 bars 3/4 at 132), so it can run on the same deck:
    heart (66 a minute, every second beat), heart_fast (132, every beat; replaces heart), hunt (low tremolo, glass, needle ticks
    that stop for two bars out of eight: she is listening). Play over other_world tense, or alone over house_loop."""
    P = Tune("search", 3, 48, bpm=132, lufs=-21, reverb=("hallway", 1.2), key="D, Eb, A")
    P.effect(
        "heart",
        "heartbeat",
        [(b, 1.0 if b % 6 == 0 else 0.9) for b in range(0, 144, 2)],
        0,
        "heart",
        send=0.08,
        lowcut=75,
    )
    P.effect(
        "heart_fast",
        "heartbeat",
        [(b, 1.0 if b % 3 == 0 else 0.88) for b in range(144)],
        0,
        "heart_fast",
        send=0.08,
        lowcut=75,
    )
    P.main = ("hunt", "heart")

    def quiet(b: int) -> bool:
        return b // 3 % 8 in (6, 7)

    P.effect(
        "needles",
        "needle_tick",
        [(b + 0.5 * (b % 5 == 0), 0.5 + 0.5 * ((b * 7) % 4) / 3) for b in range(144) if not quiet(b) and b % 3 != 1],
        -9,
        "hunt",
        pan=0.4,
    )
    P.voice(
        "trem",
        "trem",
        [(k * 12, 11.5, p, 50 + 6 * (k % 3)) for k in range(12) for p in ((50, 51) if k % 4 != 3 else (50, 56))],
        -5,
        "hunt",
        pan=-0.25,
        send=0.35,
    )
    P.voice(
        "bowed",
        "bowed",
        [(k * 24 + 6, 17, p, 44) for k in range(6) for p in ((69, 75) if k % 2 else (68, 69))],
        -7,
        "hunt",
        pan=0.2,
        send=0.6,
    )
    P.voice("contra", "contra", [(k * 12, 10, 38 if k % 4 != 3 else 39, 62) for k in range(12)], -8, "hunt", send=0.2)
    P.voice(
        "box",
        "musicbox",
        [n for k in (0, 2) for n in at_bar(line("D5:1 A4:1 Bb4:1 | F#5:3 |", 3, 2, vel=54), 21 + 12 * k, 3)],
        -4,
        "hunt",
        pan=0.35,
        send=0.7,
        human=1.6,
    )
    return P


def _wall(source: Tune, stem: str = "") -> Tune:
    """A piece heard through plaster: the same length, so it can be cross-faded with the open version on the same deck."""
    name = f"{source.name}_wall"
    P = Tune(
        name, source.beats, source.bars, bpm=source.bpm, lufs=-27, reverb=("hallway2", 0.8), key=source.key, quality=0.1
    )
    if P.samples != source.samples:
        raise ValueError(f"{name}: {P.samples} samples, not {source.samples}")
    P.wall = True
    P.tracks = [copy.deepcopy(t) for t in source.tracks if not stem or t.stem == stem]
    return P


@piece
def other_world_wall() -> Tune:
    """The waltz through plaster; as long as the open one."""
    return _wall(other_world(), "sweet")


@piece
def circus_wall() -> Tune:
    """The circus from the stairs; as long as the open one."""
    return _wall(circus())
