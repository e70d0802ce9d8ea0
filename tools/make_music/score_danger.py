"""Being hunted: the chase, and the hand."""

from __future__ import annotations

import functools
import operator

from tools.make_music.notation import bass, chords, every, mel, shift
from tools.make_music.tune import Tune, piece


@piece
def chase() -> Tune:
    """Run. Stems are added: base always, drive when she is near, panic when she is at your heels."""
    P = Tune("chase", 4, 32, bpm=152, quality=0.3, lufs=-16, reverb=("tunnel", 1.1), key="D phrygian -> Eb")
    cell = "D3!:.5 D3:.5 Eb3:.5 D3!:.5 D3:.5 F3:.5 D3!:.5 C#3:.5"
    cell2 = "D3!:.5 D3:.5 Eb3:.5 D3!:.5 A3:.5 G#3:.5 F3!:.5 Eb3:.5"
    seq = [0] * 8 + [0, 0, -1, -1] * 2 + [0, 1, 3, 1, 0, 1, -1, 0] + [0, 0, -1, -1, 3, 3, 2, 2]
    os = []  # one harmony plan for every stem
    for k in range(32):
        os += mel(cell if k % 2 == 0 else cell2, 82, k * 4, 0, legato=0.55, semis=seq[k])
    P.voice("ost_low", "strings", os, -2, pan=-0.25, send=0.18, lowcut=70)
    P.voice("ost_hi", "strings", shift(os, 0, 12, -4), -1, pan=0.1, send=0.2, lowcut=180)
    P.voice("ost_pizz", "pizz", shift(os, 0, 24, -6), -3, pan=0.3, send=0.2)
    P.voice("ost_contra", "contra", shift([n for n in os if n[3] > 90], 0, -12, 6), -8, pan=0, send=0.12)
    P.voice("taiko", "taiko", every(["X..x..X.", "X..x..Xx"], 32, 4, 82, 40, 0.4), -6, pan=0, send=0.25)
    P.voice("ticks", "woodblock", every("x.xxx.x.", 32, 4, 46, 84), -13, pan=0.4, send=0.2)
    M = "A3:2 D4:2 | C#4:2 F3:2 | Ab3:2 Db4:2 | C4:2 E3:2 |"
    P.voice(
        "horns",
        "horn",
        mel(M, 96, 32) + mel(M, 100, 48) + mel(M, 104, 96, 0, semis=0) + mel(M, 106, 112, 0, semis=3),
        0,
        "drive",
        pan=0.2,
        send=0.35,
    )
    P.voice(
        "bones",
        "trombone",
        mel(M, 90, 32, -1)
        + mel(M, 94, 48, -1)
        + mel("D3:4 | Eb3:4 | F3:4 | Eb3:4 | D3:4 | Eb3:4 | C#3:4 | D3:4", 92, 64, -1)
        + mel(M, 98, 96, -1)
        + mel(M, 100, 112, -1, semis=3),
        -3,
        "drive",
        pan=-0.3,
        send=0.3,
    )
    P.voice(
        "timp",
        "timp",
        every(["X...X...", "X...X.xx", "X...X...", "X.x.X.XX"], 24, 4, 84, 38, 0.5, 8),
        -8,
        "drive",
        pan=-0.1,
        send=0.25,
    )
    P.voice("toms", "tom", every(["x.xxx.xX", "X.x.xxxx"], 24, 4, 66, 45, 0.3, 8), -6, "drive", pan=0.25, send=0.2)
    P.voice(
        "p_choir",
        "choir",
        [(64 + k * 4, 3.9, p + seq[16 + k], 84) for k in range(16) for p in (62, 65, 69, 75 if k % 2 else 74)],
        -1,
        "panic",
        pan=0,
        send=0.45,
    )
    P.voice(
        "p_choir2",
        "choir",
        [(k * 8, 7.6, p + seq[2 * k], 58) for k in range(8) for p in ((62, 63) if k % 2 == 0 else (61, 65))],
        -5,
        "panic",
        pan=0,
        send=0.45,
    )
    P.voice(
        "p_high",
        "trem",
        [(k * 4, 4, p + seq[k], 70 + k // 2) for k in range(32) for p in (81, 82)],
        -8,
        "panic",
        pan=-0.3,
        send=0.35,
    )
    P.voice(
        "p_box",
        "musicbox",
        functools.reduce(
            operator.iadd,
            [mel("A4 D5 C#5 F4" if k % 4 < 3 else "D5 A4 Bb4 F#5", 92, k * 4, 1, semis=seq[k]) for k in range(32)],
            [],
        ),
        -1,
        "panic",
        pan=0.35,
        send=0.4,
    )
    return P


@piece
def hand() -> Tune:
    """Five fingers, five beats. Stems: base, and drive from the second phase."""
    P = Tune("hand", 5, 24, bpm=168, quality=0.3, lufs=-16, reverb=("outdoor", 1.0), key="D octatonic, inverted motif")
    cell = "D3!:.5 -:.5 F3:.5 D3:.5 G#3!:.5 -:.5 D3!:.5 Eb3:.5 B2:.5 C3:.5"
    seq = [0, 0, 3, 3, 0, 0, -3, -3, 0, 0, 3, 3, 6, 6, 3, 3, 0, 3, 6, 9, 6, 3, 0, -3]
    os = []
    for k in range(24):
        os += mel(cell, 86, k * 5, 0, legato=0.5, semis=seq[k])
    P.voice("pizz", "pizz", os, -1, pan=-0.2, send=0.2, lowcut=70)
    P.voice("pizz_hi", "pizz", shift(os, 0, 12, -4), -1, pan=0.15, send=0.25, lowcut=200)
    P.voice("bassoon", "bassoon", list(shift(os, 0, 0, -4)), -3, pan=0.2, send=0.2)
    P.voice("contra", "contra", [(b, d * 1.3, p - 12, v) for b, d, p, v in os if v > 94], -9, pan=0, send=0.1)
    fing = []  # five fingers tapping: one 5-note run per bar, accelerating register
    for k in range(24):
        for i, p in enumerate((74, 77, 80, 83, 86)):
            fing.append(
                (k * 5 + (3 if k % 4 < 2 else 2) + i * 0.25 + (0 if k % 2 else 0.5), 0.2, p + (seq[k] % 3), 64 + 5 * i)
            )
    P.voice("xylo", "xylo", fing, -3, pan=0.4, send=0.3)
    P.voice("marimba", "marimba", shift(fing, 0, -12, -6), -5, pan=-0.4, send=0.3)
    P.voice("blocks", "woodblock", every("x.x.xx.x.x", 24, 5, 52, 79), -10, pan=0.3, send=0.2)
    INV = "D5:2 A4:3 | Bb4:2 F#5:3 | D5:2 G#4:3 | A4:2 F5:3 |"
    P.voice(
        "horns",
        "horn",
        mel(INV, 98, 40, -1) + mel(INV, 102, 60, -1, semis=3) + mel(INV, 106, 80, -1) + mel(INV, 108, 100, -1, semis=3),
        0,
        "drive",
        pan=0.2,
        send=0.35,
    )
    P.voice(
        "strings",
        "trem",
        mel(INV, 84, 40, 0) + mel(INV, 88, 60, 0, semis=3) + mel(INV, 92, 80, 1) + mel(INV, 96, 100, 1, semis=3),
        -3,
        "drive",
        pan=-0.25,
        send=0.35,
    )
    P.voice("taiko", "taiko", every(["X..x.X..x.", "X..x.X.xXx"], 24, 5, 84, 40, 0.4), -7, "drive", pan=0, send=0.2)
    P.voice("timp", "timp", every(["X.....X..."], 24, 5, 88, 38, 0.5), -9, "drive", pan=-0.1, send=0.2)
    P.voice(
        "tuba",
        "tuba",
        bass(
            chords("D5 D5 F5 F5 D5 D5 B5 B5 D5 D5 F5 F5 G#5 G#5 F5 F5 D5 F5 G#5 B5 G#5 F5 D5 B5"),
            5,
            26,
            88,
            ((0, 1.8, 0), (3, 1.5, 1)),
        ),
        -9,
        "drive",
        pan=0.1,
        send=0.15,
    )
    return P
