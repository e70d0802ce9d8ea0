"""The Other side and the places between: F sharp (the lie), glass and harp; the passage withholds the third."""
# ruff: noqa: E501 - a line of music is not broken, and its bars are counted when it is read

from __future__ import annotations

import functools
import operator

from tools.make_music.notation import (
    arp,
    at_bar,
    bass,
    chord,
    chords,
    comp,
    crop,
    every,
    hold,
    length,
    line,
    mel,
    near,
    pad,
    shift,
)
from tools.make_music.tune import Tune, piece


@piece
def other_world() -> Tune:
    """The waltz of the Other House. Stems: sweet, and tense (the same bars, bent). Bars 14 and 46 slip to Bb with an F natural."""
    P = Tune("other_world", 3, 48, bpm=132, quality=0.3, lufs=-18, reverb=("ball", 2.0), key="D major -> Bb (flat VI)")
    HA = "D Bm Em7 A7 D Bm E7/G# A7 D F#m G D/F# Em7 Bb A7 D"
    HB = "Bm Bm/A G Em F#m F#m/E G A Bm Em A7 D Gm Gm/Bb A7sus4 A7"
    H = chords(HA + " " + HB + " " + HA)
    A = "A4 D5 C#5 | F#4:2 A4 | B4 E5 D5 | C#5:3 | A4 D5 C#5 | F#5:2 E5 | D5 B4 G#4 | A4:3 | A4 D5 C#5 | F#4:2 A4 | B4 D5 E5 | F#5:3 | G5 F#5 E5 | F5:2 D5 | C#5:2 E5 | D5:3 |"
    B = "F#5:3 | E5:2 D5 | D5:3 | B4:2 D5 | C#5:3 | A4:2 C#5 | B4:2 C#5 | A4:3 | F#5:3 | G5:2 F#5 | E5:3 | F#5:2 D5 | D5:3 | Bb4:2 D5 | D5:2 C#5 | C#5:3 |"
    assert length(A) == 48 and length(B) == 48
    C = "- F#5:.5 G5:.5 A5 | B5:2 F#5 | G5 F#5 E5 | E5:.5 F#5:.5 G5 A5 | F#5:3 | D6:2 B5 | G#5:3 | C#6 B5 A5 | A5:2 F#5 | C#6:3 | B5:2 G5 | A5:3 | B5:2 G5 | Bb5:3 | A5:2 G5 | F#5:3 |"
    assert length(C) == 48, length(C)
    P.voice("celesta", "celesta", mel(A, 84, 0, 1) + mel(A, 82, 96, 1), 0, "sweet", pan=-0.2, send=0.4)
    P.voice("flute", "flute", mel(C, 70, 96, 0, legato=1.0), -3, "sweet", pan=0.35, send=0.45)
    P.voice(
        "choir",
        "choir",
        mel(B, 70, 48, 0, legato=1.03) + crop(pad(H, 3, 60, 3, 46), 48, 96),
        -2,
        "sweet",
        pan=0,
        send=0.5,
    )
    P.voice("harp", "harp", crop(arp(H, 3, 64, (0, 1, 2, 3, 2, 1), 0.5, 48), 48, 144), -8, "sweet", pan=0.25, send=0.4)
    wz = []
    prev = None
    for bb, _d, s in H:
        prev = near(chord(s)[1], 62, 3, prev)
        for at in (1, 2):
            wz += [(bb * 3 + at, 0.45, p, 52 - 4 * (at == 2)) for p in prev]
    P.voice("pizz_oom", "pizz", bass(H, 3, 38, 72, ((0, 0.8, 0),)) + wz, -5, "sweet", pan=-0.1, send=0.3)
    P.voice(
        "strings",
        "strings",
        crop(pad(H, 3, 66, 3, 46), 96, 144) + crop(pad(H, 3, 62, 3, 36), 24, 48),
        -10,
        "sweet",
        pan=0.1,
        send=0.4,
    )
    P.voice(
        "glock",
        "glock",
        [(k * 12 + 11, 0.5, p, 44) for k, p in enumerate([93, 97, 98, 93, 90, 93, 97, 98, 90, 93, 98, 98])],
        -11,
        "sweet",
        pan=0.5,
        send=0.5,
    )
    # tense stem: same bars, same harmony bent: Bb/Eb pedals, cluster choir, box a semitone off at phrase ends
    T = "D5 A4 Bb4 | F#5:3 | - - - | - - - |"
    tb = []
    for k in range(12):
        tb += mel(T if k % 3 != 2 else "A5 D6 C#6 | F5:3 | - - - | Eb5:3 |", 66, k * 12, 0)
    P.voice("t_box", "musicbox", tb, -1, "tense", pan=0.3, send=0.6, human=1.8)
    P.voice(
        "t_trem",
        "trem",
        [(k * 12, 12, p, 56 + 6 * (k % 3)) for k in range(12) for p in ((38, 45, 51) if k % 4 != 3 else (38, 46, 52))],
        -5,
        "tense",
        pan=-0.2,
        send=0.35,
    )
    P.voice(
        "t_choir",
        "oohs",
        [(k * 12 + 6, 6.2, p, 44) for k in range(12) for p in ((62, 63, 68) if k % 2 else (57, 58, 65))],
        -6,
        "tense",
        pan=0.0,
        send=0.6,
    )
    P.voice(
        "t_bass",
        "contra",
        [(k * 6, 5.5, 26 + (0 if k % 4 < 3 else 1) + 12, 72) for k in range(24)],
        -6,
        "tense",
        pan=0,
        send=0.2,
    )
    P.voice("t_tick", "woodblock", every("x.....", 48, 3, 44, 76), -15, "tense", pan=0.4, send=0.3)
    P.voice(
        "t_crys",
        "bowed",
        [(k * 24, 24, p, 40) for k in range(6) for p in ((74, 75) if k % 2 else (73, 74))],
        -9,
        "tense",
        pan=0,
        send=0.5,
    )
    return P


# ---------------------------------------------------------------- garden_other: 6/8, beat = eighth
GARDEN_A, GARDEN_A2 = "D D Em7/D D Bm G A7 D", "D D Em7/D F#m G Bb A7 D"
GARDEN_B = "G A F#m Bm Em7 A7 D D7 G Gm D/F# B7 Em7 A7 Dmaj7 D6"
GLASS_A = "A4:2 D5:1 C#5:2 F#4:1 | A4:5 A4:1 | B4:2 E5:1 D5:2 B4:1 | A4:6 | F#5:2 D5:1 B4:2 D5:1 | G5:3 F#5:2 E5:1 | C#5:2 E5:1 A5:2 G5:1 | F#5:6 |"
GLASS_A2 = "A4:2 D5:1 C#5:2 F#4:1 | A4:3 F#5:3 | G5:2 E5:1 D5:2 E5:1 | C#5:3 A4:3 | B4:2 D5:1 G5:2 B5:1 | Bb5:3 F5:2 D5:1 | C#5:2 E5:1 G5:2 E5:1 | D5:6 |"
GLASS_B = """B4:3 D5:3 | C#5:2 B4:1 A4:3 | C#5:3 A4:3 | D5:2 C#5:1 B4:3 | G4:2 B4:1 D5:2 E5:1 | G5:3 E5:2 C#5:1 | D5:2 F#5:1 A5:3 | C5:6 |
 D5:3 B4:3 | D5:3 Bb4:3 | A4:2 D5:1 F#5:3 | D#5:2 F#5:1 B5:3 | G5:2 F#5:1 E5:3 | C#5:2 E5:1 G5:3 | A5:2 D6:1 C#6:2 F#5:1 | A5:6 |"""


def bees(bars: int) -> list[tuple[float, float, int, float]]:
    """Glass bees, in F sharp (as the captions say): a flutter of six, every other bar, fading in and out over four."""
    swell = (30, 38, 46, 38)
    return [
        (k * 6 + i * 0.5, 0.4, 90 if i % 3 else 102, swell[(k // 2) % 4] - 2 * (i % 2))
        for k in range(0, bars, 2)
        for i in range(12)
    ]


@piece
def garden_other() -> Tune:
    """Form A 8 | A' 8 | B 16. Bar 14 (Bb with F natural) is the warning, as in the waltz; bar 26 (G minor) the second.
    Stems: sweet; tense = same bars with the inverted motif, for the hostile garden and the edge of the world."""
    P = Tune("garden_other", 6, 32, bpm=200, lufs=-19, reverb=("ball", 2.2), key="D major, 6/8")
    P.sections = [{"name": "A", "bar": 1}, {"name": "A'", "bar": 9}, {"name": "B", "bar": 17}]
    P.main = ("sweet",)
    H = chords(" ".join((GARDEN_A, GARDEN_A2, GARDEN_B)))
    tune = (
        line(GLASS_A, 6, 8, vel=76)
        + at_bar(line(GLASS_A2, 6, 8, vel=80), 9, 6)
        + at_bar(line(GLASS_B, 6, 16, vel=76), 17, 6)
    )
    P.voice("glass", "celesta", shift(tune, 0, 12), 0, "sweet", pan=-0.2, send=0.45)
    P.voice("crystal", "bowed", crop(tune, 96, 192), -6, "sweet", pan=0.25, send=0.5)
    P.voice("harp", "harp", arp(H, 6, 60, (0, 1, 2, 3, 2, 1), 1, 54, 10), -4, "sweet", pan=0.3, send=0.4)
    P.voice("pad", "oohs", pad(H, 6, 60, 3, 44), -9, "sweet", send=0.5)
    P.voice("pizz", "pizz", bass(H, 6, 38, 60, ((0, 1.2, 0), (3, 1, 1))), -7, "sweet", pan=-0.1, send=0.3)
    P.voice("bees", "glock", bees(32), -13, "sweet", pan=0.55, send=0.5, human=0.3)
    inv = functools.reduce(
        operator.iadd,
        [at_bar(line("D5:2 A4:1 Bb4:2 F#5:1 | F#5:6 |", 6, 2, vel=62), k, 6) for k in range(1, 32, 4)],
        [],
    )
    P.voice("t_box", "musicbox", inv, -1, "tense", pan=0.3, send=0.6, human=1.8)
    P.voice(
        "t_trem",
        "trem",
        [(k * 12, 12, p, 52) for k in range(16) for p in ((50, 57, 63) if k % 4 != 3 else (50, 58, 64))],
        -5,
        "tense",
        pan=-0.2,
        send=0.35,
    )
    P.voice(
        "t_oohs",
        "oohs",
        [(k * 24 + 12, 12.4, p, 44) for k in range(8) for p in ((62, 63, 68) if k % 2 else (57, 58, 65))],
        -6,
        "tense",
        send=0.6,
    )
    P.voice("t_bass", "contra", [(k * 12, 11, 38 + (k % 4 == 3), 66) for k in range(16)], -7, "tense", send=0.2)
    return P


# ---------------------------------------------------------------- theatre: the house before and after the show
THEATRE = "G G/B Am7 D7 G E7 A7 D7 G G7 C Cm G/D E7 Am7 D7"
THEATRE_TUNE = """D5:.5 G5:.5 F#5:.5 B4:.5 -:1 D5:1 | G5:1.5 D5:.5 B4:2 | C5:.5 E5:.5 G5:.5 E5:.5 C5:1 A4:1 | D5:.5 F#5:.5 A5:.5 F#5:.5 C5:2 |
 B4:.5 D5:.5 G5:.5 D5:.5 F#5:1 G5:1 | G#5:1.5 E5:.5 B4:2 | C#5:.5 E5:.5 G5:.5 E5:.5 A5:1 G5:1 | F#5:1 A5:1 D5:2 |
 D5:.5 G5:.5 F#5:.5 B4:.5 -:1 D5:1 | F5:1.5 D5:.5 B4:1 G4:1 | E5:.5 G5:.5 C6:.5 G5:.5 E5:1 C5:1 | Eb5:.5 G5:.5 C6:.5 G5:.5 Eb5:2 |
 D5:.5 G5:.5 B5:.5 G5:.5 D5:1 B4:1 | G#4:.5 B4:.5 E5:.5 G#5:.5 B5:2 | A5:1 G5:.5 E5:.5 C5:1 E5:1 | F#5:.5 A5:.5 C6:.5 A5:.5 F#5:1 D5:1 |"""


@piece
def theatre() -> Tune:
    """Form A 8 | A' 8, motif in G (D G F# B); bar 10 slips to F natural, bar 12 to C minor. Loop, one layer."""
    P = Tune("theatre", 4, 16, bpm=112, lufs=-18, reverb=("theatre", 1.0), key="G major")
    H = chords(THEATRE)
    P.voice("clarinet", "clarinet", line(THEATRE_TUNE, 4, 16, vel=80, legato=0.85), 0, pan=-0.25, send=0.3)
    P.voice("honky_r", "honky", comp(H, 4, (1, 3), 64, 62), -3, pan=0.2, send=0.25)
    P.voice("honky_l", "honky", bass(H, 4, 43, 70, ((0, 0.8, 0), (2, 0.8, 1))), -5, pan=0.05, send=0.2)
    P.voice("tuba", "tuba", bass(H, 4, 31, 70, ((0, 0.6, 0), (2, 0.6, 1))), -9, send=0.15)
    P.voice(
        "flute",
        "flute",
        shift(crop(line(THEATRE_TUNE, 4, 16, vel=58, legato=0.8), 32, 64), 0, 12),
        -8,
        pan=0.4,
        send=0.35,
    )
    P.voice("blocks", "woodblock", every("..x...xx", 16, 4, 44, 84), -14, pan=-0.4, send=0.2)
    return P


# ---------------------------------------------------------------- passage: one voice a rib
@piece
def passage() -> Tune:
    """Drone D-A, 8 bars, no third anywhere: the motif stops after three notes, because neither world has been chosen.
    Stems: drone always; rib1..rib4 are added as the four ribs light up; the dead passage (chapter 9) is drone alone."""
    P = Tune("passage", 4, 8, bpm=60, lufs=-23, reverb=("tunnel", 3.0), key="D, open fifth", quality=0.1)
    P.voice("contra", "contra", hold((0, 16, 56, 38), (16, 16, 56, 38)), -10, "drone", send=0.3)
    P.voice(
        "bowed", "bowed", hold((0, 16.2, 48, 50, 57, 62, 69), (16, 16.2, 50, 50, 57, 62, 69)), -2, "drone", send=0.5
    )
    P.voice(
        "harp",
        "harp",
        line(
            "D3:.5 A3:.5 D4:.5 A4:.5 E5:2 | -:4 | D3:.5 A3:.5 D4:.5 E4:.5 A4:2 | -:4 | D3:.5 A3:.5 D4:.5 A4:.5 E5:2 | -:4 | C3:.5 G3:.5 D4:.5 G4:.5 A4:2 | -:4 |",
            4,
            8,
            vel=58,
        ),
        -1,
        "rib1",
        pan=-0.4,
        send=0.5,
    )
    P.voice(
        "celesta",
        "celesta",
        line(
            "-:4 | A5:.5 E6:.5 D6:1 -:2 | -:4 | G5:.5 D6:.5 A5:1 -:2 | -:4 | A5:.5 E6:.5 D6:1 -:2 | -:4 | D6:.5 A5:.5 E5:1 -:2 |",
            4,
            8,
            vel=54,
        ),
        -3,
        "rib2",
        pan=0.4,
        send=0.6,
    )
    P.voice(
        "oohs",
        "oohs",
        hold((2, 5, 46, 57, 64), (10, 5, 48, 62, 69), (18, 5, 46, 57, 64), (26, 5, 48, 60, 67)),
        -3,
        "rib3",
        send=0.6,
    )
    P.voice(
        "box",
        "musicbox",
        line("-:4 | -:2 A4:1 D5:1 | C#5:2 -:2 | -:4 | -:4 | -:2 A5:1 D6:1 | C#6:2 -:2 | -:4 |", 4, 8, vel=66),
        0,
        "rib4",
        pan=0.1,
        send=0.6,
    )
    return P


# ---------------------------------------------------------------- void: no tempo
@piece
def void() -> Tune:
    """Nothing, quite near. 48 s without a pulse: entrances at gaps that never repeat (3.7, 5.3, 6.1 ... s), cluster D-Eb-A far apart;
    once in a loop the motif is begun and its last note does not come. Laid over void_loop."""
    P = Tune("void", 4, 12, bpm=60, lufs=-26, reverb=("void", 4.5), key="D / Eb / A, no centre", quality=0.1)
    starts = (0.4, 4.1, 9.4, 15.5, 19.2, 26.3, 31.6, 35.3, 41.4)
    notes = ((50, 57), (63,), (57, 64), (62, 63), (69,), (51, 58), (62,), (57, 63), (50, 69))
    P.voice(
        "bowed",
        "bowed",
        [(b, 6.5, p, 44 + 3 * (i % 3)) for i, (b, ps) in enumerate(zip(starts, notes)) for p in ps],
        -4,
        send=0.7,
    )
    P.voice("oohs", "oohs", hold((6.7, 5, 38, 74), (22.9, 5, 38, 75), (38.2, 6, 38, 69)), -9, pan=0.4, send=0.8)
    P.voice(
        "box",
        "musicbox",
        [(12.3, 2, 81, 52), (13.6, 2, 86, 48), (15.3, 3, 85, 42), (29.0, 2, 86, 40), (44.7, 2, 81, 36)],
        0,
        pan=-0.3,
        send=0.9,
    )
    P.voice("harp", "harp", [(2.2, 4, 38, 44), (17.8, 4, 39, 40), (33.9, 4, 45, 42)], -5, pan=0.3, send=0.7)
    return P


@piece
def circus() -> Tune:
    """The mouse circus before and after its show."""
    P = Tune("circus", 4, 16, bpm=116, quality=0.3, lufs=-18, reverb=("tent", 0.9), key="G minor / Bb")
    H = chords("Gm D7 Gm Cm Gm/D D7 Eb D7 Gm D7 Gm Cm Am7b5 D7 Gm G")
    M = "D5:.5 G5:.5 F#5:.5 Bb4:.5 D5:.5 C5:.5 Bb4:1 | A4:.5 C5:.5 F#5:.5 D5:.5 A5:1 -:1 | D5:.5 G5:.5 F#5:.5 Bb4:.5 G5:.5 A5:.5 Bb5:1 | G5:.5 Eb5:.5 C5:.5 Eb5:.5 G5:1 -:1 | Bb5:.5 A5:.5 G5:.5 F5:.5 D5:1 Bb4:1 | A4:.5 C5:.5 D5:.5 F#5:.5 A5:1 F#5:1 | G5:.5 F5:.5 Eb5:.5 D5:.5 C5:.5 Bb4:.5 G4:1 | F#4:.5 A4:.5 C5:.5 Eb5:.5 D5:2"
    M2 = "D5:.5 G5:.5 F#5:.5 Bb4:.5 D5:.5 C5:.5 Bb4:1 | A4:.5 C5:.5 F#5:.5 D5:.5 A5:1 -:1 | D5:.5 G5:.5 F#5:.5 Bb4:.5 G5:.5 A5:.5 Bb5:1 | C6:.5 Bb5:.5 G5:.5 Eb5:.5 C5:2 | C5:.5 Eb5:.5 A5:.5 G5:.5 Eb5:1 C5:1 | A4:.5 F#5:.5 Eb5:.5 D5:.5 C5:.5 A4:.5 F#4:1 | G4:.5 Bb4:.5 D5:.5 G5:.5 F#5:.5 Bb5:.5 A5:1 | G5:1 B4:.5 D5:.5 G5:2"
    assert length(M) == 32 and length(M2) == 32
    P.voice("accordion", "accordion", mel(M, 80, 0) + mel(M2, 82, 32), 0, pan=-0.2, send=0.2)
    P.voice("piccolo", 72, mel(M2, 70, 32, 1, legato=0.6), -5, pan=0.35, send=0.3)
    P.voice("tuba", "tuba", bass(H, 4, 31, 84, ((0, 0.7, 0), (2, 0.7, 1))), -4, pan=0, send=0.15)
    ch = []
    prev = None
    for bb, _d, s in H:
        prev = near(chord(s)[1], 60, 3, prev)
        ch += [(bb * 4 + at, 0.35, p, 60) for at in (1, 3) for p in prev]
    P.voice("clar_chuck", "clarinet", ch, -7, pan=0.3, send=0.2)
    P.voice("xylo", "xylo", mel(M, 58, 0, 1, legato=0.4), -7, pan=0.4, send=0.25)
    P.voice("snareblock", "woodblock", every("..x...xx", 16, 4, 50, 80), -11, pan=-0.4, send=0.2)
    return P


@piece
def mirror() -> Tune:
    """Behind the mirror: no third, so neither truth nor lie."""
    P = Tune("mirror", 4, 12, bpm=54, quality=0.3, lufs=-23, reverb=("void", 4.0), key="D aeolian, no third")
    P.voice(
        "bowed",
        "bowed",
        [(k * 8, 8.4, p, 50) for k in range(6) for p in ((50, 57) if k % 2 == 0 else (48, 55) if k < 4 else (46, 53))],
        -7,
        pan=0,
        send=0.5,
    )
    P.voice(
        "halo",
        "oohs",
        [(k * 8 + 4, 4.3, p, 46) for k in range(6) for p in ((69, 74) if k % 3 else (69, 76))],
        -6,
        pan=0.2,
        send=0.7,
    )
    P.voice(
        "box",
        "musicbox",
        mel(
            "A5 D6 -:2 | -:4 | C#6:1 F5:3 | -:4 | A5:1 D6:1 C#6:2 | -:4 | -:2 F5:2 | -:4 | A5 -:1 D6:2 | C#6:4 | F5:4 | -:4",
            58,
        ),
        0,
        pan=-0.2,
        send=0.7,
    )
    P.voice(
        "harp",
        "harp",
        mel("D3:4 | -:4 | C3:4 | -:4 | D3:4 | -:4 | Bb2:4 | -:4 | D3:4 | A2:4 | Bb2:4 | A2:4", 50),
        -4,
        pan=0.2,
        send=0.5,
    )
    return P


@piece
def dream() -> Tune:
    """Three children, a canon in three parts; the third only in fragments."""
    P = Tune("dream", 3, 16, bpm=60, quality=0.3, lufs=-22, reverb=("cath", 3.2), key="F major")
    H = chords("F Dm Bbmaj7 C7sus4 F Dm Gm7 C7 F Am Bb F/A Gm7 Bbm C7 Fadd9")
    M = "C5 F5 E5 | A4:3 | D5 F5 G5 | F5:2 E5 | C5 F5 E5 | A5:2 G5 | F5 D5 Bb4 | C5:3 |"
    assert length(M) == 24
    P.voice("child1", "choir", mel(M, 66, 0, 0, legato=1.02) + mel(M, 66, 24, 0, legato=1.02), 0, pan=-0.5, send=0.6)
    P.voice(
        "child2",
        "oohs",
        [n for n in mel(M, 54, 6, 0, legato=1.02, semis=0) if n[0] < 27]
        + mel("A4:3 | E5:3 | D5:3 | C5:3 | Bb4:3 | Db5:3 | C5:3 | C5:3", 54, 24),
        -3,
        pan=0.5,
        send=0.6,
    )
    P.voice(
        "child3",
        "crystal",
        mel(
            "-:3 | -:3 | -:3 | -:3 | C6 F6 E6 | A5:3 | -:3 | -:3 | -:3 | C6 F6 E6 | A5:3 | -:3 | -:3 | -:3 | C6 F6 E6 | A5:3",
            50,
        ),
        -7,
        pan=0,
        send=0.7,
    )
    P.voice("harp", "harp", arp(H, 3, 60, (0, 1, 2, 3, 2, 1), 0.5, 50), -4, pan=0.2, send=0.5)
    P.voice("box", "musicbox", mel("-:24", 1) + mel(M, 56, 24, 1), -6, pan=-0.2, send=0.6)
    P.voice("strings", "slowstr", pad(H, 3, 57, 3, 44), -9, pan=0, send=0.5)
    P.voice("bass", "contra", bass(H, 3, 29, 46, ((0, 2.9, 0),)), -9, pan=0, send=0.3)
    return P
