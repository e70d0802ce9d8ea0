"""The two playable shows and the star path: music whose beats are whole game ticks, with cues as data."""
# ruff: noqa: E501 - a line of music is not broken, and its bars are counted when it is read

from __future__ import annotations

import copy

from tools.make_music.notation import at_bar, bass, chord, chords, comp, crop, line, shift
from tools.make_music.score_other import dream
from tools.make_music.tune import Tune, piece

GRID = {"human": 0.0}  # pulses of playable shows sit on the grid

# ------------------------------------------------------- theatre_show: 90 bpm, 40 ticks a beat, 3 acts of 16 bars
ACT1 = "G D/F# Em D7 Em D Em Bm C G Am7 B7 Em Cm Em D7"  # 1-4 mark | 5-12 spots | 13-16 storm
ACT2 = "Gm Gm/F Eb D7 Gm Cm Am7b5 D7 Bb F/A Gm D7 Eb Bb/D Cm D7"  # 1-8 traps | 9-16 hats
ACT3 = "G G/B C D7 G Em C D7 G E7 Am7 D7 Bm Em D7 G"  # 1-4 rope | 5-14 swing | 15-16 roses
A1_FANFARE = "D5:1 G5:1 F#5:1 B4:1 | D5:1.5 A4:.5 F#4:2 | E5:.5 F#5:.5 G5:1 B5:1 G5:1 | F#5:1 E5:1 D5:2 |"
A1_SHANTY = """E5:1.5 F#5:.5 G5:1 E5:1 | F#5:1.5 D5:.5 A4:2 | E5:1.5 F#5:.5 G5:1 B5:1 | A5:1.5 F#5:.5 D5:2 |
 E5:1.5 D5:.5 C5:1 E5:1 | D5:1.5 B4:.5 G4:2 | A4:1 C5:1 E5:1 G5:1 | F#5:2 D#5:2 |"""
A1_STORM = "E5:1 -:1 B5:1 -:1 | Eb5:1 -:1 C6:1 -:1 | E5:1 -:1 G5:1 -:1 | F#5:1 -:1 D6:1 -:1 |"
A2_CELLAR = """G3:.5 -:.5 D3:.5 -:.5 Bb3:.5 A3:.5 G3:1 | F3:.5 -:.5 D3:.5 -:.5 Bb3:1 -:1 | Eb3:.5 -:.5 G3:.5 -:.5 Bb3:.5 A3:.5 G3:1 | F#3:.5 -:.5 A3:.5 -:.5 C4:1 -:1 |
 D3:.5 G3:.5 F#3:.5 Bb3:.5 D4:1 Bb3:1 | C4:.5 -:.5 G3:.5 -:.5 Eb3:1 -:1 | A3:.5 -:.5 C4:.5 -:.5 Eb4:1 C4:1 | D4:1 C4:.5 A3:.5 F#3:1 -:1 |"""
A2_SPINK = """D5:.5 F5:.5 Bb5:.5 F5:.5 D5:1 -:1 | -:4 | D5:.5 G5:.5 F#5:.5 Bb4:.5 D5:1 -:1 | -:4 | G5:.5 F5:.5 Eb5:.5 D5:.5 Bb4:1 -:1 | -:4 | Eb5:.5 D5:.5 C5:.5 G4:.5 C5:1 Eb5:1 | D5:1 F#5:1 A5:2 |"""
A2_FORCIBLE = """-:4 | C4:.5 F4:.5 A4:.5 F4:.5 C4:1 -:1 | -:4 | A3:.5 D4:.5 C4:.5 F#3:.5 A3:1 -:1 | -:4 | F4:.5 D4:.5 Bb3:.5 A3:.5 F3:1 -:1 | C4:.5 Bb3:.5 G3:.5 Eb3:.5 G3:1 C4:1 | F#3:1 A3:1 D4:2 |"""
A3_ROPE = "D4:1 G4:1 F#4:1 B3:1 | D4:1 G4:1 B4:2 | C5:1 B4:1 A4:1 E5:1 | D5:2 F#5:1 A5:1 |"
A3_SWING = "D5:2 G5:2 | F#5:2 B4:2 | E5:2 G5:2 | F#5:2 A5:2 | G5:2 B5:2 | G#5:2 B5:2 | C6:2 A5:2 | F#5:2 D5:2 | D5:2 F#5:2 | G5:2 B5:2 |"
A3_ROSES = "C6:.5 B5:.5 A5:.5 F#5:.5 D5:.5 E5:.5 F#5:.5 A5:.5 | G5:1 B5:1 G5:1 -:1 |"


def pulse(bars, first_bar=1, strong=92, weak=62):
    """The beat anybody can follow: block on every beat, louder on one."""
    return [
        ((first_bar - 1 + k) * 4 + i, 0.2, 84 if i == 0 else 79, strong if i == 0 else weak)
        for k in range(bars)
        for i in range(4)
    ]


def act1(P: Tune, bar: int) -> dict[str, list]:
    """Storm at sea: fanfare for the mark, rocking shanty while the spots pan, hits on one and three with silence between."""
    tune = line(A1_FANFARE, 4, 4, vel=86) + at_bar(line(A1_SHANTY, 4, 8, vel=82), 5, 4)
    storm = at_bar(line(A1_STORM, 4, 4, vel=100, legato=0.5), 13, 4)
    P.cue(bar, 4, "mark", lead=2, mark=1)
    P.cue(bar + 4, 1, "spots_start")
    P.cue(bar + 12, 1, "spots_end")
    for k in range(4):
        for beat in (1, 3):
            P.cue(bar + 12 + k, beat, "hold_still", lead=2)
    return {"lead": tune, "storm": storm, "sheet": [(48 + k * 4 + b, 1.0) for k in range(4) for b in (0, 2)]}


def act2(P: Tune, bar: int) -> dict[str, list]:
    """Cellar: six traps, announced by a rising run 1.5 beats (60 ticks) earlier, each falling on beat 3 of bars 2-7; then hats trade."""
    falls = [(k + 2, trap) for k, trap in enumerate((2, 1, 3, 2, 3, 1))]
    runs, drops = [], []
    for b, trap in falls:
        P.cue(bar + b - 1, 3, "trap", lead=1.5, trap=trap)
        at = (b - 1) * 4 + 2
        runs += [(at - 1.5 + i * 0.25, 0.2, 74 + 2 * i + 2 * trap, 60 + 5 * i) for i in range(6)]
        drops.append((at, 1.0))
    for k, (b, side) in enumerate(((9, "left"), (11, "right"), (13, "left"))):
        P.cue(bar + b - 1, 1, "prop", prop=k + 1, to=side)
    return {
        "bassoon": line(A2_CELLAR, 4, 8, vel=88, legato=0.7)
        + at_bar(line(A2_FORCIBLE, 4, 8, vel=84, legato=0.8), 9, 4),
        "clar": at_bar(line(A2_SPINK, 4, 8, vel=82, legato=0.8), 9, 4),
        "runs": runs,
        "drops": drops,
    }


def act3(P: Tune, bar: int) -> dict[str, list]:
    """Flight: one swing is two beats (80 ticks); the harp climbs one way and falls the other, turning on one and three."""
    P.cue(bar, 1, "rope")
    for k in range(10):
        for beat in (1, 3):
            P.cue(bar + 4 + k, beat, "swing_turn", lead=2, way="out" if beat == 1 else "back")
    for b, beat in ((15, 1), (15, 2), (15, 3), (15, 4), (16, 1)):
        P.cue(bar + b - 1, beat, "rose", lead=1)
    gliss = []
    for k in range(10):
        for i in range(8):
            up = (62, 66, 69, 74, 78, 81, 86, 90)[i]
            gliss += [
                (16 + k * 4 + i * 0.25, 0.4, up, 48 + 2 * i),
                (16 + k * 4 + 2 + i * 0.25, 0.4, (90, 86, 81, 78, 74, 69, 66, 62)[i], 62 - 2 * i),
            ]
    chordal = {0: "G", 1: "Em", 2: "C", 3: "D7", 4: "G", 5: "E7", 6: "Am7", 7: "D7", 8: "Bm", 9: "Em"}
    fit = []
    for b, d, p, v in gliss:  # bend every harp note to the nearest tone of its bar's chord
        pcs = chord(chordal[int((b - 16) // 4)])[1]
        fit.append((b, d, min((q for q in range(p - 3, p + 4) if q % 12 in pcs), key=lambda q: abs(q - p)), v))
    strings = line(A3_ROPE, 4, 4, vel=84) + at_bar(line(A3_SWING, 4, 10, vel=84, legato=1.0), 5, 4)
    return {"strings": strings, "harp": fit, "roses": at_bar(line(A3_ROSES, 4, 2, vel=90), 15, 4)}


@piece
def theatre_show() -> Tune:
    """48 bars 4/4, once through: act 1 bars 1-16, act 2 17-32, act 3 33-48. act files are cut at bars 17 and 33."""
    P = Tune(
        "theatre_show",
        4,
        48,
        ticks=40,
        loop=False,
        lufs=-18,
        reverb=("theatre", 1.2),
        key="G major / G minor / G major",
    )
    P.sections = [{"name": "act1", "bar": 1}, {"name": "act2", "bar": 17}, {"name": "act3", "bar": 33}]
    P.cuts = [("act1", 1, 17), ("act2", 17, 33), ("act3", 33, 49)]
    a, b, c = act1(P, 1), act2(P, 17), act3(P, 33)
    H = chords(" ".join((ACT1, ACT2, ACT3)))

    def stormless(ns):
        return [n for n in ns if not 48 <= n[0] < 64]  # in the storm nobody keeps time but the sheet

    P.voice(
        "clarinet",
        "clarinet",
        a["lead"] + at_bar(b["clar"], 17, 4) + at_bar(c["roses"], 33, 4),
        0,
        pan=-0.25,
        send=0.3,
        human=0.4,
    )
    P.voice("piccolo", 72, shift(crop(a["lead"], 0, 16), 0, 12, -16) + a["storm"], -5, pan=0.35, send=0.3, human=0.4)
    P.voice("bones", "trombone", shift(a["storm"], 0, -24), -3, pan=-0.2, send=0.3, human=0.2)
    P.voice("bassoon", "bassoon", at_bar(b["bassoon"], 17, 4), -1, pan=0.25, send=0.3, human=0.4)
    P.voice("runs", "xylo", at_bar(b["runs"], 17, 4), -3, pan=0.4, send=0.3, **GRID)
    P.voice(
        "strings",
        "strings",
        at_bar(c["strings"], 33, 4) + at_bar(shift(crop(c["strings"], 16, 56), 0, -12), 33, 4),
        -2,
        send=0.4,
        human=0.4,
    )
    P.voice("harp", "harp", at_bar(c["harp"], 33, 4), -4, pan=0.3, send=0.4, **GRID)
    P.voice("honky", "honky", stormless(comp(H, 4, (1, 3), 62, 60)), -5, pan=0.2, send=0.25, **GRID)
    P.voice("tuba", "tuba", stormless(bass(H, 4, 31, 78, ((0, 0.7, 0), (2, 0.7, 1)))), -6, pan=-0.1, send=0.15, **GRID)
    P.voice("pulse", "woodblock", stormless(pulse(48)), -9, pan=-0.3, send=0.15, **GRID)
    P.effect("sheet", "thunder_sheet", a["sheet"], -3, send=0.4)
    P.effect("trap", "trapdoor", [(bt + 64, g) for bt, g in b["drops"]], -5, pan=0.1, send=0.3)
    return P


# ================================================================ circus_show: 112.5 bpm, 32 ticks a beat, 24 bars
CIRCUS = "Gm Gm Gm D7 Gm Cm Gm/D D7 Eb D7 Cm D7 Gm Bb Eb D7 Gm Eb Cm D7 G C D7 G"
C_RING = "D5:.5 G5:.5 F#5:.5 Bb4:.5 D5:.5 C5:.5 Bb4:1 | A4:.5 C5:.5 F#5:.5 D5:.5 A5:1 -:1 | D5:.5 G5:.5 F#5:.5 Bb4:.5 G5:.5 A5:.5 Bb5:1 | G5:.5 Eb5:.5 C5:.5 Eb5:.5 G5:1 -:1 |"
C_STAR = "Bb5:.5 A5:.5 G5:.5 F5:.5 D5:1 Bb4:1 | A4:.5 C5:.5 D5:.5 F#5:.5 A5:1 F#5:1 | G5:.5 F5:.5 Eb5:.5 D5:.5 C5:.5 Bb4:.5 G4:1 | F#4:.5 A4:.5 C5:.5 Eb5:.5 D5:2 |"
C_PYRAMID = "C5:1 Eb5:1 G5:1 -:1 | A5:1 F#5:1 D5:1 -:1 |"
C_CROSS_UP = "G4:.5 A4:.5 Bb4:.5 C5:.5 D5:1 G5:1 | Bb4:.5 C5:.5 D5:.5 Eb5:.5 F5:1 Bb5:1 | G4:.5 Ab4:.5 Bb4:.5 C5:.5 Eb5:1 G5:1 | F#4:.5 A4:.5 C5:.5 D5:.5 F#5:1 A5:1 |"
C_CROSS_DOWN = "G5:.5 F5:.5 Eb5:.5 D5:.5 Bb4:1 G4:1 | Bb5:.5 A5:.5 G5:.5 F5:.5 D5:1 Bb4:1 | G5:.5 F5:.5 Eb5:.5 D5:.5 Bb4:1 G4:1 | A5:.5 G5:.5 F#5:.5 Eb5:.5 D5:1 C5:1 |"
C_SPIRAL = "-:.5 G5:.5 -:.5 Bb5:.5 -:.5 G5:.5 -:.5 D5:.5 | -:.5 Eb5:.5 -:.5 G5:.5 -:.5 Bb5:.5 -:.5 G5:.5 | -:.5 C5:.5 -:.5 Eb5:.5 -:.5 G5:.5 -:.5 C6:.5 | -:.5 A5:.5 -:.5 F#5:.5 -:.5 D5:.5 -:.5 C5:.5 |"
C_HELLO = "D5:1 G5:1 F#5:1 B4:1 | C5:1 E5:1 G5:1 C6:1 | A5:1 F#5:1 D5:1 C5:1 | G5:1 -:1 G5:1 -:1 |"


def circus_cues(P):
    """One row of the beat chart of the plans per loop; ball numbers are the cannons C1..C4."""

    def catch(bar, beat, ball, **k):
        return P.cue(bar, beat, "catch", lead=2, ball=ball, **k)

    for bar in range(3, 7):
        catch(bar, 1, "C1")
        catch(bar, 3, "C2")
    for bar, ball, to in ((7, "C1", "C3"), (8, "C2", "C4"), (9, "C3", "C1"), (10, "C4", "C2")):
        catch(bar, 1, ball)
        P.cue(bar, 2, "throw", lead=1, to=to)
    for bar in (11, 12):
        P.cue(bar, 4, "bow", lead=2)
    for bar, balls in ((13, ("C1", "C4")), (14, ("C2", "C3")), (15, ("C1", "C4")), (16, ("C2", "C3"))):
        catch(bar, 1, balls[0], other=balls[1])
        P.cue(bar, 3, "dodge", lead=2)
    for k in range(16):
        bar, beat = 17 + k // 4, 1.5 + k % 4
        P.cue(bar, beat, "catch" if k % 2 == 0 else "throw", lead=1)
    for bar in (21, 22, 23):
        P.cue(bar, 4, "throw_word", lead=3)
    P.cue(24, 1, "confetti")


@piece
def circus_show() -> Tune:
    """24 bars 4/4 once through: march 2 | ring 4 | star 4 | pyramid 2 | crossing lines 4 | spiral 4 | HELLO 3 (motif in G major) | bow 1.
    Three taps and a big drum on the fourth beat of every bar, as the cat's hint says."""
    P = Tune("circus_show", 4, 24, ticks=32, loop=False, lufs=-18, reverb=("tent", 0.9), key="G minor -> G major")
    P.sections = [
        {"name": n, "bar": b}
        for n, b in (
            ("march", 1),
            ("ring", 3),
            ("star", 7),
            ("pyramid", 11),
            ("cross", 13),
            ("spiral", 17),
            ("hello", 21),
            ("bow", 24),
        )
    ]
    circus_cues(P)
    H = chords(CIRCUS)
    lead = (
        at_bar(line(C_RING, 4, 4, vel=80), 3, 4)
        + at_bar(line(C_STAR, 4, 4, vel=82), 7, 4)
        + at_bar(line(C_CROSS_DOWN, 4, 4, vel=82), 13, 4)
        + at_bar(line(C_HELLO, 4, 4, vel=90), 21, 4)
    )
    P.voice("accordion", "accordion", lead, 0, pan=-0.2, send=0.2, human=0.4)
    P.voice(
        "piccolo",
        72,
        at_bar(
            line("D6:.25 Eb6:.25 D6:.25 Eb6:.25 D6:1 -:2 | D6:.25 Eb6:.25 D6:.25 Eb6:.25 G6:1 -:2 |", 4, 2, vel=66),
            1,
            4,
        )
        + at_bar(line(C_CROSS_UP, 4, 4, vel=74, octaves=1, legato=0.6), 13, 4),
        -5,
        pan=0.35,
        send=0.3,
        human=0.4,
    )
    P.voice(
        "xylo",
        "xylo",
        at_bar(line(C_RING, 4, 4, vel=58, octaves=1, legato=0.4), 3, 4)
        + at_bar(line(C_SPIRAL, 4, 4, vel=84, legato=0.4), 17, 4),
        -3,
        pan=0.4,
        send=0.25,
        **GRID,
    )
    P.voice(
        "clarinet",
        "clarinet",
        at_bar(line(C_SPIRAL, 4, 4, vel=78, legato=0.5), 17, 4) + at_bar(line(C_HELLO, 4, 4, vel=84), 21, 4),
        -2,
        pan=0.2,
        send=0.25,
        **GRID,
    )
    P.voice(
        "bones",
        "trombone",
        at_bar(line(C_PYRAMID, 4, 2, vel=92, octaves=-1, legato=0.8), 11, 4),
        -1,
        pan=-0.3,
        send=0.3,
        **GRID,
    )
    P.voice("tuba", "tuba", bass(H, 4, 31, 84, ((0, 0.6, 0), (2, 0.6, 1))), -5, send=0.15, **GRID)
    P.voice(
        "chuck",
        "nylon",
        [n for n in comp(H, 4, (1, 3), 60, 60, 0.3) if not 40 <= n[0] < 48],
        -8,
        pan=0.3,
        send=0.2,
        **GRID,
    )
    P.voice(
        "taps",
        "woodblock",
        [(k * 4 + i, 0.2, 84, 84) for k in range(24) for i in range(3)],
        -8,
        pan=-0.3,
        send=0.15,
        **GRID,
    )
    P.voice("fourth", "taiko", [(k * 4 + 3, 0.5, 45, 96) for k in range(24)], -8, send=0.2, **GRID)
    P.effect("big_drum", "drum_beat", [(k * 4 + 3, 1.0) for k in range(24)], -5, send=0.25)
    return P


# ================================================================ star path: the dream at 43 ticks a beat
@piece
def dream_steps() -> Tune:
    """The dream canon at exactly 43 ticks a beat (83.72 bpm), for the pads that are stepped on in time; a soft bell marks each beat."""
    P = Tune("dream_steps", 3, 16, ticks=43, lufs=-22, reverb=("cath", 2.6), key="F major")
    P.tracks = [copy.copy(t) for t in dream().tracks]
    P.voice(
        "steps",
        "glock",
        [(b, 0.5, 84 if b % 3 == 0 else 81, 60 if b % 3 == 0 else 46) for b in range(48)],
        -4,
        send=0.4,
        **GRID,
    )
    for b in range(48):
        P.cue(b // 3 + 1, b % 3 + 1, "step")
    return P
