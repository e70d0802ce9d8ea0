"""The real world: D minor or its cousins, F natural (the truth), dry rooms, few players."""
# ruff: noqa: E501 - a line of music is not broken, and its bars are counted when it is read

from __future__ import annotations

from tools.make_music.notation import (
    Note,
    arp,
    at_bar,
    bass,
    chords,
    comp,
    crop,
    every,
    hold,
    length,
    line,
    mel,
    pad,
    shift,
)
from tools.make_music.tune import Tune, piece


@piece
def title() -> Tune:
    """The title and the real world at rest: the motif in its true form, 8 + 8 + 8 + 8 bars."""
    P = Tune("title", 3, 32, bpm=76, quality=0.3, lufs=-20, reverb=("hall", 2.2), key="D minor")
    H = chords(
        "Dm Bb Gm6 A7 Dm Bbmaj7 Gm A | Dm Bb F/C Gm/Bb Gm Dm/A Em7b5 Dm | F Bb F/A C Dm Gm Dm/A A7 | Dm Bbmaj7 Gm6 A Bb Em7b5 A7 Dmadd9"
    )
    A = "A4 D5 C#5 | F4:2 G4 | A4 D5 E5 | C#5:3 | A4 D5 C#5 | F5:2 E5 | D5 Bb4 G4 | A4:3 |"
    A2 = "A4 D5 C#5 | F4:2 G4 | A4 Bb4 C5 | D5:2 C5 | Bb4 A4 G4 | F4:1.5 E4:.5 D4 | E4:2 C#4 | D4:3 |"
    B = "C5:2 A4 | D5:2 Bb4 | C5 Bb4 A4 | G4:3 | A4:2 F4 | Bb4:2 G4 | A4 G4 F4 | E4:3 |"
    A3 = "A5 D6 C#6 | F5:3 | A5 D6 E6 | C#6:3 | F5 E5 D5 | G5:1.5 F5:.5 E5 | E5:2 C#5 | D5:3 |"
    for t in (A, A2, B, A3):
        assert length(t) == 24, length(t)
    P.voice("musicbox", "musicbox", mel(A, 88, 0, 1) + mel(A3, 84, 72), 0, pan=-0.15, send=0.45)
    P.voice("box_shadow", "celesta", mel(A2, 58, 24, 1), -9, pan=0.3, send=0.5)
    P.voice("cello", "cello", mel(A2, 80, 24, -1, legato=1.02), 0, pan=0.25, send=0.4)
    P.voice("violin", "violin", mel(B, 74, 48, 0, legato=1.02), -1, pan=-0.3, send=0.45)
    P.voice(
        "harp",
        "harp",
        crop(arp(H, 3, 62, (0, 1, 2, 3, 2, 1), 0.5, 54), 12, 96) + arp(H[:4], 3, 62, (0, 2, 3), 1, 44),
        -6,
        pan=0.2,
        send=0.4,
    )
    P.voice(
        "strings",
        "slowstr",
        crop(pad(H, 3, 64, 2, 30), 18, 24)
        + crop(pad(H, 3, 58, 3, 44), 24, 48)
        + crop(pad(H, 3, 58, 3, 54, swell=8), 48, 84)
        + crop(pad(H, 3, 62, 2, 40), 84, 96),
        -8,
        pan=0,
        send=0.4,
    )
    P.voice("bass", "contra", crop(bass(H, 3, 33, 58, ((0, 2.9, 0),)), 24, 84), -7, pan=0.1, send=0.25)
    return P


# ---------------------------------------------------------------- real_day: grey, a little funny
DAY_A = "Dm Dm/C Bb A7 Dm Gm Em7b5 A7"
DAY_A2 = "Dm Dm/C Bb A7 Gm Dm/F A7 Dm"
DAY_B = "F C/E Gm Dm Bb F/A Em7b5 A7"
# the motif, one foot after the other, with a rest after every step
CLAR_A = """A4:.5 -:.5 D5:.5 -:.5 C#5:.5 -:.5 F4:1 | -:1 A4:.5 G4:.5 F4:.5 -:.5 D4:1 | D5:.5 -:.5 D5:.5 C5:.5 Bb4:1 F4:1 | E4:.5 -:.5 G4:.5 -:.5 C#5:1.5 -:.5 |
 A4:.5 -:.5 D5:.5 -:.5 E5:.5 -:.5 F5:1 | -:1 D5:.5 C5:.5 Bb4:.5 -:.5 G4:1 | Bb4:.5 -:.5 G4:.5 -:.5 E4:.5 -:.5 D5:.5 C#5:.5 | A4:2 -:2 |"""
CLAR_A2 = """A4:.5 -:.5 D5:.5 -:.5 C#5:.5 -:.5 F4:1 | -:.5 F4:.5 A4:.5 F4:.5 G4:.5 A4:.5 D4:1 | D5:.5 F5:.5 D5:.5 -:.5 Bb4:.5 D5:.5 F5:1 | E5:.5 -:.5 C#5:.5 -:.5 A4:1 -:1 |
 Bb4:.5 -:.5 D5:.5 -:.5 G5:1 D5:1 | A4:.5 -:.5 F4:.5 -:.5 D5:1 A4:1 | G4:.5 E4:.5 C#5:.5 E4:.5 A4:.5 G4:.5 E4:1 | D4:1 -:3 |"""
CLAR_B = """-:4 | -:2 C5:.5 Bb4:.5 G4:1 | -:4 | -:2 F5:.5 E5:.5 D5:1 | -:4 | -:2 A5:.5 G5:.5 F5:1 | -:4 | -:2 A4:.5 B4:.5 C#5:1 |"""
# the bassoon answers late (bars 2, 4, 6, 8) and then takes the middle part as if nobody had asked it to
BSN_A = "-:4 | -:3 D3:.5 C3:.5 | -:4 | -:3 A3:.5 G3:.5 | -:4 | -:3 G3:.5 F3:.5 | -:4 | -:2 A3:.5 G3:.5 F3:.5 E3:.5 |"
BSN_B = """C4:1.5 A3:.5 F3:1 A3:1 | G3:1.5 E3:.5 C4:2 | Bb3:1.5 G3:.5 D3:1 G3:1 | F3:1 A3:1 D4:2 | D4:1 Bb3:1 F3:1 Bb3:1 | A3:1 C4:1 F4:2 |
 E4:.5 D4:.5 Bb3:.5 G3:.5 E3:1 G3:1 | A3:1.5 G3:.5 F3:.5 E3:.5 C#3:1 |"""


def drip(bars: int) -> list[Note]:
    """The kitchen drip says D (the text says so): once a bar, on a place that will not settle."""
    where = (2.5, 3.5, 1.5, 3.5, 2.5, 0.5, 3.5, 2.5)
    return [(k * 4 + where[k % 8], 0.3, 86, 56) for k in range(bars)]


def typing(bars: int) -> tuple[list[tuple[float, float]], ...]:
    """Keys in bursts of thought; bell on the third beat of every fourth bar, carriage on the fourth."""
    bursts = ("xx.xx.xx........", "xxxx..xx.x.xxx..", "x.xx.xxxx.x.xx..", "xxx.xx.x........")
    keys = [
        (k * 4 + i / 4, 0.55 + 0.45 * ((i * 7 + k * 3) % 5) / 4)
        for k in range(bars)
        for i, c in enumerate(bursts[k % 4])
        if c == "x"
    ]
    bells = [(k * 4 + 2, 1.0) for k in range(3, bars, 4)]
    return keys, bells, [(b + 1, 1.0) for b, _ in bells]


# nobody in: the bassoon begins the motif and does not find the last note; the clarinet looks in, twice, and goes again
DAY_C = "Dm Dm Gm/D Dm Bb Gm Em7b5 A7"
BSN_C = "-:4 | -:4 | A3:1 D4:1 C#4:2 | -:4 | -:4 | -:4 | A3:.5 -:.5 G3:.5 -:.5 E3:1 -:1 | -:4 |"
CLAR_C = "-:4 | -:4 | -:4 | -:2 D5:.5 -:.5 A4:1 | -:4 | -:4 | -:4 | -:2 E5:.5 -:.5 C#5:1 |"


@piece
def real_day() -> Tune:
    """Form A 8 | A' 8 | B 8 | C 8 (nearly nothing: what is heard all day must also stop). Stems: base (pizz, drip), lead
    (clarinet, bassoon), typing (study door open). house = base + lead; typing room = base + typing; empty house = base
    alone; rain = base at half + rain_loop."""
    P = Tune("real_day", 4, 32, bpm=92, lufs=-20, reverb=("hall", 1.1), key="D minor")
    P.sections = [{"name": n, "bar": b} for n, b in (("A", 1), ("A'", 9), ("B", 17), ("C", 25))]
    P.main = ("base", "lead")
    H = chords(" ".join((DAY_A, DAY_A2, DAY_B)))
    C = [(bar + 24, bars, symbol) for bar, bars, symbol in chords(DAY_C)]
    lone = [n for n in bass(C, 4, 45, 54, ((0, 0.6, 0),)) if int(n[0] / 4) % 2 == 0]
    P.voice(
        "pizz_bass", "pizz", bass(H, 4, 45, 66, ((0, 0.6, 0), (2, 0.6, 1))) + lone, -5, pan=0.15, send=0.25, lowcut=90
    )
    chuck = comp(H, 4, (1, 3), 65, 60, soft=(3,)) + [n for n in comp(C, 4, (3,), 65, 46) if int(n[0] / 4) % 4 == 3]
    P.voice("pizz_chuck", "pizz", chuck, -3, pan=-0.3, send=0.35, lowcut=160)
    contra = crop(bass(H, 4, 33, 52, ((0, 1.2, 0),)), 64, 96) + bass(C, 4, 33, 44, ((0, 3.6, 0),))
    P.voice("contra", "contra", contra, -9, send=0.2)
    P.voice("drip", "xylo", drip(32), -11, pan=0.5, send=0.6, human=0.4)
    P.voice("strings", "slowstr", crop(pad(H, 4, 58, 2, 38), 64, 96), -11, send=0.4)
    clarinet = line(CLAR_A, 4, 8, vel=78) + at_bar(line(CLAR_A2, 4, 8, vel=80), 9, 4)
    clarinet += at_bar(line(CLAR_B, 4, 8, vel=70), 17, 4) + at_bar(line(CLAR_C, 4, 8, vel=60), 25, 4)
    P.voice("clarinet", "clarinet", clarinet, 0, "lead", pan=-0.25, send=0.35)
    bassoon = line(BSN_A, 4, 8, vel=72) + at_bar(line(BSN_A, 4, 8, vel=72), 9, 4)
    bassoon += at_bar(line(BSN_B, 4, 8, vel=80, legato=0.8), 17, 4) + at_bar(line(BSN_C, 4, 8, vel=64), 25, 4)
    P.voice("bassoon", "bassoon", bassoon, -2, "lead", pan=0.3, send=0.3)
    keys, bells, carriage = typing(32)
    P.effect("keys", "type_key", keys, -6, "typing", pan=0.45, send=0.3)
    P.effect("ding", "type_bell", bells, -7, "typing", pan=0.4, send=0.4)
    P.effect("carriage", "type_carriage", carriage, -8, "typing", pan=0.3)
    return P


# ---------------------------------------------------------------- real_night: the house at night, the small door
NIGHT = "Dm Dm Bb/D Dm Gm/D Dm Em7b5 A7 Dm Dm Eb/D Dm"
NIGHT_BOX = (
    "-:4 | A4:1 D5:1 C#5:2 | -:4 | F4:4 | -:4 | -:2 A4:1 D5:1 | C#5:4 | -:4 | -:4 | A5:1 D6:1 C#6:2 | -:4 | -:2 F5:2 |"
)
NIGHT_BREATH = "-:4 | -:4 | D5:3 -:1 | -:4 | Bb4:3 -:1 | -:4 | -:4 | A4:3 -:1 | -:4 | -:4 | Eb5:3 -:1 | D5:3 -:1 |"


@piece
def real_night() -> Tune:
    """The house at night. Form 4 | 4 | 4: the motif whole, the motif broken off, the motif an octave up and late. Bar 11
    leans on Eb: something has leaned on the wall. Stems: base (harp, low strings), lead (music box, a breath)."""
    P = Tune("real_night", 4, 12, bpm=56, lufs=-23, reverb=("hallway", 2.2), key="D minor")
    P.sections = [{"name": n, "bar": b} for n, b in (("whole", 1), ("broken", 5), ("late", 9))]
    H = chords(NIGHT)
    P.voice("harp", "harp", arp(H, 4, 57, (0, 1, 2, 3), 1, 46, 5), 0, pan=0.2, send=0.5)
    P.voice("strings", "slowstr", pad(H, 4, 55, 2, 38), -8, send=0.5)
    P.voice("contra", "contra", bass(H, 4, 33, 48, ((0, 3.7, 0),)), -8, send=0.25)
    P.voice("box", "musicbox", line(NIGHT_BOX, 4, 12, vel=62), 0, "lead", pan=-0.25, send=0.6)
    P.voice("breath", "oohs", line(NIGHT_BREATH, 4, 12, vel=40), -9, "lead", pan=0.35, send=0.7)
    return P


# ---------------------------------------------------------------- doll: a music box with one tooth short
DOLL_BOX = """A4:1 D5:1 C#5:1 | F4:3 | A4:1 D5:1 E5:1 | -:3 | A4:1 D5:1 C#5:1 | F5:2 -:1 | D5:1 Bb4:1 G4:1 | A4:3 |
 A5:1 D6:1 C#6:1 | F5:3 | -:1 D6:1 C#6:1 | -:3 | Bb4:1 D5:1 G5:1 | F5:1 -:1 E5:1 | -:1 E5:1 C#5:1 | D5:3 |"""


@piece
def doll() -> Tune:
    """The doll in the parcel: the motif on a music box that lacks a tooth (where a note is missing, nothing comes), over two
    low strings. Form 8 | 8."""
    P = Tune("doll", 3, 16, bpm=80, lufs=-22, reverb=("hall", 2.4), key="D minor")
    H = chords("Dm Dm Gm A Dm Dm Gm A7 Dm Dm A/E A Gm Dm/F A7 Dm")
    P.voice("box", "musicbox", line(DOLL_BOX, 3, 16, vel=74, octaves=1), 0, pan=-0.15, send=0.5)
    P.voice("strings", "slowstr", pad(H, 3, 57, 2, 40), -9, send=0.45)
    P.voice("contra", "contra", crop(bass(H, 3, 33, 46, ((0, 2.8, 0),)), 24, 48), -9, send=0.25)
    P.voice("tick", "woodblock", every("x..", 16, 3, 34, 90), -16, pan=0.4, send=0.3)
    return P


# ---------------------------------------------------------------- wybie: D dorian, mouth organ, a bicycle
WY_A, WY_B = "Dm G Dm G Dm C G Dm", "F C G Dm F C Em7 A7"
# C natural instead of C sharp: his motif has no trap in it; C sharp only at the A7 that turns round
HARM_A = """A4:.5 D5:1 C5:.5 F4:1 G4:1 | B4:.5 A4:.5 G4:1 D5:2 | A4:.5 D5:1 C5:.5 A4:.5 G4:.5 F4:1 | G4:1 B4:.5 D5:.5 G4:2 |
 F4:.5 A4:.5 D5:1 F5:1 E5:1 | E5:.5 D5:.5 C5:1 G4:2 | B4:.5 D5:.5 G5:.5 F5:.5 D5:1 B4:1 | D5:3 -:1 |"""
OCAR_B = """C5:1 F5:.5 E5:.5 C5:1 A4:1 | E5:1 D5:.5 C5:.5 G4:2 | D5:1 G5:.5 F5:.5 D5:1 B4:1 | A4:.5 B4:.5 C5:.5 D5:.5 F5:2 |
 C5:1 F5:.5 G5:.5 A5:1 F5:1 | G5:1 E5:.5 D5:.5 C5:2 | B4:.5 D5:.5 G5:.5 E5:.5 B4:1 G4:1 | C#5:1 E5:.5 G5:.5 A5:2 |"""


@piece
def wybie() -> Tune:
    """Form A 8 | B 8 | A 8. Stems: base (guitar, wheel tick: fog, mute Other Wybie), lead (harmonica, ocarina)."""
    P = Tune("wybie", 4, 24, bpm=96, lufs=-19, reverb=("outdoor", 0.9), key="D dorian")
    P.sections = [{"name": "A", "bar": 1}, {"name": "B", "bar": 9}, {"name": "A", "bar": 17}]
    H = chords(" ".join((WY_A, WY_B, WY_A)))
    P.voice("guitar", "nylon", arp(H, 4, 60, (0, 2, 1, 3, 2, 1, 0, 2), 0.5, 56, 10), -3, pan=0.25, send=0.25)
    P.voice("pizz_bass", "pizz", bass(H, 4, 43, 64, ((0, 0.7, 0), (2.5, 0.5, 1))), -7, send=0.2, lowcut=80)
    P.voice("wheel", "woodblock", every("x.xxx.x.", 24, 4, 40, 88), -15, pan=-0.4, send=0.2)
    P.voice(
        "harmonica",
        "harmonica",
        line(HARM_A, 4, 8, vel=78) + at_bar(line(HARM_A, 4, 8, vel=82), 17, 4),
        0,
        "lead",
        pan=-0.2,
        send=0.3,
    )
    P.voice(
        "ocarina",
        "ocarina",
        at_bar(line(OCAR_B, 4, 8, vel=74), 9, 4) + at_bar(crop(line(HARM_A, 4, 8, vel=52, octaves=1), 16, 32), 17, 4),
        -3,
        "lead",
        pan=0.3,
        send=0.35,
    )
    return P


# ---------------------------------------------------------------- tea: two retired ladies read one cup
TEA_1, TEA_2, TEA_3 = "G Em Am7 D7 G E7 Am7 D7", "C Cm G/B E7 A7 D7 Bm7b5 E7", "G Em Am7 D7 Gm Eb D7 G"
SPINK = """D5:1 G5:1 F#5:1 | B4:3 | C5:1 E5:1 A4:1 | F#4:2 -:1 | D5:1 G5:1 B5:1 | G#5:2 E5:1 | C5:1 A4:1 E5:1 | D5:2 -:1 |
 G4:1 C5:1 E5:1 | Eb5:2 C5:1 | D5:1 B4:1 G4:1 | G#4:2 B4:1 | C#5:1 E5:1 G5:1 | F#5:2 C5:1 | B4:1 D5:1 F5:1 | E5:2 D5:1 |
 D5:1 G5:1 F#5:1 | B4:3 | C5:1 E5:1 A4:1 | F#4:2 A4:1 | Bb4:1 D5:1 G5:1 | Eb5:2 Bb4:1 | A4:1 C5:1 F#5:1 | G5:2 -:1 |"""
# Forcible enters a bar late with the other reading: the same motif, its last note bent (Bb, the minor third)
FORCIBLE = """-:3 | D4:1 G4:1 F#4:1 | C4:2 E4:1 | -:3 | -:3 | D4:1 G#4:1 B4:1 | A4:2 E4:1 | F#4:1 A4:1 C5:1 |
 E4:2 G4:1 | G4:1 Eb4:1 C4:1 | D4:2 G4:1 | E4:1 D4:1 B3:1 | E4:2 C#4:1 | A4:1 F#4:1 D4:1 | F4:2 D4:1 | G#4:1 B4:1 E4:1 |
 -:3 | D4:1 G4:1 F#4:1 | E4:2 C4:1 | D4:1 F#4:1 C4:1 | D4:1 G4:1 F#4:1 | Bb3:3 | C4:2 D4:1 | B3:2 -:1 |"""


@piece
def tea() -> Tune:
    """Spink and Forcible's flat. Form A 8 | B 8 | A' 8, in canon: clarinet (Spink), bassoon-height oboe (Forcible) a bar late;
    bars 21-22 both readings at once, G minor and Eb, before G major settles it."""
    P = Tune("tea", 3, 24, bpm=84, lufs=-20, reverb=("theatre", 0.9), key="G major")
    P.sections = [{"name": "A", "bar": 1}, {"name": "B", "bar": 9}, {"name": "A'", "bar": 17}]
    H = chords(" ".join((TEA_1, TEA_2, TEA_3)))
    P.voice("spink", "clarinet", line(SPINK, 3, 24, vel=74), 0, pan=-0.35, send=0.35)
    P.voice("forcible", "ehorn", line(FORCIBLE, 3, 24, vel=72), -2, pan=0.35, send=0.35)
    P.voice(
        "pianola",
        "honky",
        bass(H, 3, 43, 58, ((0, 0.9, 0),)) + comp(H, 3, (1, 2), 62, 46, soft=(2,)),
        -5,
        pan=0.1,
        send=0.3,
    )
    P.voice("strings", "slowstr", crop(pad(H, 3, 60, 2, 40), 24, 72), -11, send=0.4)
    P.voice(
        "cups",
        "celesta",
        [(k * 12 + 11, 0.5, p, 46) for k, p in enumerate((91, 88, 90, 86, 91, 90))],
        -11,
        pan=0.5,
        send=0.5,
    )
    return P


# ---------------------------------------------------------------- well_night: the lantern walk
WELL = "Dm Dm Bb/D Dm Gm/D Em7b5/D A7 Dm Dm Eb Dm/A Bb Gm Eb A7 A7"
WELL_BOX = "A4:1 D5:1 C#5:2 | F4:4 | -:4 | -:4 | A4:1 D5:1 C#5:2 | -:4 | E4:2 C#4:2 | D4:4 | -:4 | G5:1 Eb5:1 Bb4:2 | -:4 | F4:2 D4:2 | D5:1 A4:1 Bb4:2 | -:4 | C#5:1 E5:1 G5:2 | A4:4 |"


def scuttle(bars: int) -> list[Note]:
    """Five taps, never on the same beat twice running: the hand heard before it is seen (stem `near`)."""
    where = (3, 1.5, 2.25, 0.75, 3.25, 2, 1, 2.75)
    return [
        (k * 4 + where[k % 8] + i * 0.125, 0.1, p, 56 + 4 * i)
        for k in range(bars)
        for i, p in enumerate((74, 77, 80, 83, 86))
    ]


@piece
def well_night() -> Tune:
    """Before the hand. Form: 8 bars of the truth, 8 bars in which its inversion (D A Bb) takes over; not yet in five.
    Stems: base always, near when the hand is within 12 tiles."""
    P = Tune("well_night", 4, 16, bpm=66, lufs=-22, reverb=("well", 2.4), key="D minor")
    H = chords(WELL)
    P.main = ("base",)
    P.voice("box", "musicbox", line(WELL_BOX, 4, 16, vel=66), 0, pan=-0.2, send=0.6)
    P.voice("harp", "harp", arp(H, 4, 55, (0, 1, 2, 3), 1, 46, 4), -4, pan=0.25, send=0.5)
    P.voice("strings", "slowstr", pad(H, 4, 55, 3, 42), -8, send=0.45)
    P.voice("contra", "contra", bass(H, 4, 33, 54, ((0, 3.8, 0),)), -9, send=0.25)
    P.voice("oohs", "oohs", list(crop(pad(H, 4, 65, 2, 40), 32, 64)), -10, send=0.6)
    P.voice("xylo", "xylo", scuttle(16), -2, "near", pan=0.4, send=0.35, human=0.5)
    P.voice(
        "trem",
        "trem",
        hold((0, 16, 50, 62, 63), (16, 16, 52, 57, 63), (32, 16, 58, 62, 63, 68), (48, 16, 62, 57, 63, 69)),
        -5,
        "near",
        pan=-0.3,
        send=0.4,
    )
    P.voice("timp", "timp", every("X.......", 16, 4, 62, 38, 0.8), -8, "near", send=0.3)
    return P


# ---------------------------------------------------------------- party: every guest takes four bars
PARTY_T, PARTY_T2 = "D D G A7 D Bm Em7 A7", "D D G A7 D/F# G A7 D"
PARTY_BOB, PARTY_LADIES, PARTY_WYB, PARTY_HOME = "Bm F#7 Bm Bm/A", "G G/B Am7 D7", "G C G D/F#", "Gm D/F# Em7 A7"
TUTTI_1 = """A4:.5 D5:.5 C#5:.5 F#4:.5 A4:1 D5:1 | F#5:.5 E5:.5 D5:.5 E5:.5 F#5:1 A5:1 | G5:.5 F#5:.5 E5:.5 D5:.5 B4:1 D5:1 | C#5:.5 E5:.5 A5:.5 G5:.5 E5:2 |
 A4:.5 D5:.5 C#5:.5 F#4:.5 A4:1 D5:1 | B4:.5 D5:.5 F#5:.5 D5:.5 B5:2 | G5:.5 E5:.5 B4:.5 E5:.5 G5:1 B5:1 | A5:1 G5:.5 E5:.5 C#5:2 |"""
TUTTI_2 = """A4:.5 D5:.5 C#5:.5 F#4:.5 A4:1 D5:1 | F#5:.5 E5:.5 D5:.5 E5:.5 F#5:1 A5:1 | B5:.5 A5:.5 G5:.5 F#5:.5 D5:1 B4:1 | C#5:.5 E5:.5 A5:.5 G5:.5 E5:2 |
 A5:.5 F#5:.5 D5:.5 F#5:.5 A5:1 D6:1 | B5:.5 G5:.5 D5:.5 G5:.5 B5:2 | A5:.5 G5:.5 E5:.5 C#5:.5 A4:1 C#5:1 | D5:1 F#5:.5 A5:.5 D5:2 |"""
SOLO_BOB = "F#3:.5 B3:.5 A#3:.5 D3:.5 F#3:1 B3:1 | C#4:.5 A#3:.5 F#3:.5 E3:.5 C#3:2 | D3:.5 F#3:.5 B3:.5 F#3:.5 D4:1 C#4:1 | B3:1 A3:1 F#3:1 B2:1 |"
SOLO_LADIES = "D5:.5 G5:.5 F#5:.5 B4:.5 D5:2 | G5:.5 F#5:.5 E5:.5 D5:.5 B4:2 | C5:.5 E5:.5 G5:.5 E5:.5 A5:1 G5:1 | F#5:.5 E5:.5 D5:.5 C5:.5 A4:2 |"
SOLO_WYB = "D5:.5 G5:1 F5:.5 B4:1 D5:1 | E5:.5 G5:.5 C5:1 E5:2 | D5:.5 B4:.5 G4:1 D5:1 G5:1 | F#5:1.5 E5:.5 D5:2 |"
SOLO_HOME = "D5:1 Bb4:1 G4:1 Bb4:1 | A4:1 D5:1 F#5:2 | G5:1 E5:1 B4:1 E5:1 | C#5:1 E5:1 A4:2 |"


@piece
def party() -> Tune:
    """Form: all 8 | Bobinsky 4 (tuba) | the ladies 4 (pianola, clarinet) | Wybie 4 (harmonica, F natural kept) | home 4
    (music box and clarinet; G minor, the truth allowed in) | all 8. Stems: base (players), lead (tunes): the
    grandmother scene plays base alone."""
    P = Tune("party", 4, 32, bpm=112, lufs=-18, reverb=("garden", 1.1), key="D major")
    P.sections = [
        {"name": n, "bar": b}
        for n, b in (("all", 1), ("bobinsky", 9), ("ladies", 13), ("wybie", 17), ("home", 21), ("all", 25))
    ]
    H = chords(" ".join((PARTY_T, PARTY_BOB, PARTY_LADIES, PARTY_WYB, PARTY_HOME, PARTY_T2)))
    P.voice("nylon", "nylon", comp(H, 4, (1, 2.5, 3), 62, 56, soft=(2.5,)), -3, pan=0.3, send=0.25)
    P.voice("pizz_bass", "pizz", bass(H, 4, 43, 68, ((0, 0.7, 0), (2, 0.7, 1))), -6, send=0.2, lowcut=80)
    P.voice("contra", "contra", bass(H, 4, 33, 60, ((0, 1, 0), (2, 1, 1))), -11, send=0.15)
    P.voice(
        "accordion",
        "accordion",
        crop(pad(H, 4, 62, 3, 44), 0, 32) + crop(pad(H, 4, 62, 3, 44), 64, 128),
        -11,
        pan=-0.3,
        send=0.3,
    )
    P.voice("blocks", "woodblock", every("..x...x.", 32, 4, 36, 86), -16, pan=0.5, send=0.2)
    tutti = line(TUTTI_1, 4, 8, vel=82) + at_bar(line(TUTTI_2, 4, 8, vel=86), 25, 4)
    P.voice(
        "clarinet",
        "clarinet",
        tutti + at_bar(line(SOLO_LADIES, 4, 4, vel=78), 13, 4) + at_bar(line(SOLO_HOME, 4, 4, vel=72), 21, 4),
        0,
        "lead",
        pan=-0.2,
        send=0.3,
    )
    P.voice("violin", "violin", shift(crop(tutti, 96, 128), 0, 0, -12), -6, "lead", pan=0.35, send=0.3)
    P.voice("tuba", "tuba", at_bar(line(SOLO_BOB, 4, 4, vel=92, legato=0.7), 9, 4), -1, "lead", pan=0.15, send=0.25)
    P.voice(
        "xylo",
        "xylo",
        at_bar(line(SOLO_BOB, 4, 4, vel=64, octaves=2, legato=0.5), 9, 4),
        -6,
        "lead",
        pan=-0.35,
        send=0.25,
    )
    P.voice(
        "pianola", "honky", at_bar(line(SOLO_LADIES, 4, 4, vel=66, octaves=-1), 13, 4), -4, "lead", pan=0.3, send=0.25
    )
    P.voice("harmonica", "harmonica", at_bar(line(SOLO_WYB, 4, 4, vel=80), 17, 4), 0, "lead", pan=-0.3, send=0.3)
    P.voice(
        "box",
        "musicbox",
        at_bar(line(SOLO_HOME, 4, 4, vel=66, octaves=1), 21, 4) + crop(shift(tutti, 0, 12, -26), 112, 128),
        -4,
        "lead",
        pan=0.2,
        send=0.45,
    )
    return P


@piece
def ending() -> Tune:
    """A garden party, warm real instruments."""
    P = Tune("ending", 4, 32, bpm=108, quality=0.3, lufs=-18, reverb=("garden", 1.2), key="D major")
    HA = "D G D/F# A7 Bm Em7 A7 D"
    HB = "G A F#m Bm Em7 A7 D D7 G Gm D/F# B7 Em7 A7 D D"
    H = chords(HA + " " + HA + " " + HB)
    A = "A4:1 D5:1 C#5:1.5 F#4:.5 | G4:1 B4:1 D5:2 | A4:1 D5:1 F#5:1.5 E5:.5 | C#5:3 A4:1 | B4 D5 C#5:1.5 F#4:.5 | G4 B4 E5:2 | C#5:1 E5:1 G5:1 E5:1 | D5:3 -:1 |"
    B = "B4:1.5 D5:.5 G5:2 | E5:1.5 C#5:.5 A4:2 | A4:1.5 C#5:.5 F#5:2 | D5:1.5 C#5:.5 B4:2 | G5:1 F#5 E5 D5 | C#5:1 E5 G5:2 | F#5:3 E5 | D5:2 C5:2 | B4:1.5 D5:.5 G5:2 | Bb4:1.5 D5:.5 G5:2 | F#5:1 E5 D5 A4 | D#5:2 F#5:2 | G5 F#5 E5 B4 | C#5:2 E5:2 | A4 D5 C#5 F#5 | D5:3 -:1 |"
    assert length(A) == 32 and length(B) == 64, (length(A), length(B))
    P.voice("clarinet", "clarinet", mel(A, 82, 0) + mel(B, 84, 64), 0, pan=-0.2, send=0.3)
    P.voice("violin", "violin", mel(A, 74, 32, 0) + crop(mel(B, 66, 64, 0, semis=0), 96, 128), -3, pan=0.3, send=0.35)
    P.voice("box", "musicbox", mel(A, 60, 32, 1), -6, pan=-0.4, send=0.4)
    P.voice("nylon", "nylon", comp(H, 4, (1, 2.5, 3), 61, 56, soft=(2.5,)), -5, pan=0.3, send=0.25)
    P.voice(
        "accordion",
        "accordion",
        crop(pad(H, 4, 60, 2, 34), 28, 40) + crop(pad(H, 4, 60, 3, 44), 40, 128),
        -9,
        pan=-0.3,
        send=0.3,
    )
    P.voice("pizzbass", "contra", bass(H, 4, 36, 74, ((0, 1.2, 0), (2, 1.2, 1))), -5, pan=0, send=0.15)
    P.voice("pizz", "pizz", bass(H, 4, 48, 62, ((0, 0.5, 0), (2, 0.5, 1))), -7, pan=0, send=0.2)
    P.voice("shaker", "woodblock", every("..x...x.", 32, 4, 34, 88), -15, pan=0.5, send=0.2)
    return P
