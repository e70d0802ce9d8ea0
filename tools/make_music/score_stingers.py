"""Stingers: once, short, over everything else."""

from __future__ import annotations

from tools.make_music.notation import mel
from tools.make_music.tune import Tune, piece


@piece
def st_soul() -> Tune:
    """A soul is found: the banner."""
    P = Tune("st_soul", 4, 3, bpm=96, loop=False, lufs=-18, quality=0.35, tail=0.5)
    P.voice("glock", "glock", mel("A5:.5 D6:.5 C#6:.5 F#5:2.5", 90), 0, pan=-0.2, send=0.5)
    P.voice("harp", "harp", mel("D4:.25 F#4:.25 A4:.25 D5:.25 F#5:.25 A5:.25 D6:2", 70, 1.5), 0, pan=0.2, send=0.5)
    P.voice("choir", "choir", [(1.5, 4, p, 70) for p in (62, 66, 69, 74)], -4, pan=0, send=0.6)
    return P


@piece
def st_discover() -> Tune:
    """Something is found."""
    P = Tune("st_discover", 4, 3, bpm=84, loop=False, lufs=-20, quality=0.35, tail=0.5)
    P.voice("harp", "harp", mel("A3:.25 D4:.25 E4:.25 A4:.25 D5:.25 E5:.25 A5:2", 64), 0, pan=0, send=0.5)
    P.voice("strings", "slowstr", [(0, 5, p, 60) for p in (50, 57, 62, 64, 69)], -3, pan=0, send=0.5)
    P.voice("box", "musicbox", mel("A5:.75 D6:.75 C#6:2", 74, 1.5), 0, pan=0.2, send=0.5)
    return P


@piece
def st_caught() -> Tune:
    """She has you."""
    P = Tune("st_caught", 4, 3, bpm=120, loop=False, lufs=-15, quality=0.35, tail=0.5)
    P.voice("trem", "trem", [(0, 5, p, 110) for p in (38, 44, 50, 51, 56, 62, 63, 69)], 0, pan=0, send=0.4)
    P.voice("bones", "trombone", [(0, 4, p, 110) for p in (38, 39, 45)], 0, pan=-0.2, send=0.3)
    P.voice("timp", "timp", mel("D2:2", 115), 0, pan=0, send=0.3)
    P.voice("box", "musicbox", mel("D6:1 A5:1 Bb5:1 F#6:3", 80, 1), -3, pan=0.2, send=0.6)
    return P


@piece
def st_victory() -> Tune:
    """It is over, and it was you."""
    P = Tune("st_victory", 4, 4, bpm=100, loop=False, lufs=-16, quality=0.35, tail=0.5)
    P.voice("horn", "horn", mel("A3:.5 D4:.5 C#4:.5 F#4:2.5 A4:4", 92), 0, pan=0.2, send=0.4)
    P.voice("strings", "strings", [(1.5, 6, p, 84) for p in (50, 57, 62, 66, 69, 74)], -2, pan=0, send=0.4)
    P.voice(
        "harp", "harp", mel("D4:.25 F#4:.25 A4:.25 D5:.25 F#5:.25 A5:.25 D6:.25 F#6:2", 76, 1.5), 0, pan=0.3, send=0.5
    )
    P.voice("timp", "timp", mel("D2:1", 90, 1.5), -3, pan=0, send=0.3)
    return P


@piece
def st_door() -> Tune:
    """The small door; and the lie at once followed by the truth, F sharp and F."""
    P = Tune("st_door", 4, 3, bpm=72, loop=False, lufs=-20, quality=0.35, tail=0.5)
    P.voice("contra", "contra", mel("D2:6", 80), 0, pan=0, send=0.3)
    P.voice("choir", "oohs", [(1, 5, p, 56) for p in (57, 62, 63)], -3, pan=0, send=0.6)
    P.voice("celesta", "celesta", mel("A5:.5 D6:.5 C#6:.5 F#5:1 F5:2", 72, 0.5), 0, pan=0.2, send=0.6)
    return P


@piece
def st_gameover() -> Tune:
    """Not the end: the motif, and a cello that will not leave it there."""
    P = Tune("st_gameover", 3, 4, bpm=66, loop=False, lufs=-20, quality=0.35, tail=0.5)
    P.voice("box", "musicbox", mel("A5 D6 C#6 | F5:3 | -:3", 70), 0, pan=0, send=0.6)
    P.voice("cello", "cello", mel("-:3 | F3:2 E3 | D3:3", 72), 0, pan=0.2, send=0.4)
    P.voice("strings", "slowstr", [(3, 6, p, 48) for p in (50, 57, 58)], -3, pan=0, send=0.5)
    return P
