"""The patches that stand for chapters: most are those of the retelling, three are their own."""

from __future__ import annotations

from game.view.felt import mix
from game.view.retelling.at_home import Facts, her
from game.view.retelling.cloths import FOG, GHOST, WELL, Tones, curve
from game.view.retelling.patch import Patch
from game.view.retelling.patches import PATCHES, Make
from game.view.retelling.shapes import Chest, hill, house, rain, ring

FROM: dict[int, str] = {1: "1", 2: "7", 4: "18", 5: "17", 6: "13", 9: "20", 10: "25", 11: "30", 12: "38"}


def warnings(p: Patch, chest: Chest, facts: Facts) -> None:
    """Those who said no, and who is listening to a door."""
    t = p.tones
    hill(p, 150, 8, mix(t.mid, t.dark, 0.35), 40)
    for i in range(3):
        p.sew(
            curve([(-4, 40 + i * 26), (90, 32 + i * 26), (200, 46 + i * 26), (340, 36 + i * 26)]),
            mix(t.thread, t.low, 0.4),
            on=12,
            off=9,
        )
    p.figure(chest.actor("wybie", "talk", "right"), 44, 172, 2.0)
    p.figure(chest.actor("bobinsky", "point", "right"), 104, 172, 1.9)
    p.figure(chest.actor("spink", "worry", "left"), 242, 174, 2.0)
    p.figure(chest.actor("forcible", "worry", "left"), 298, 174, 2.0)
    her(p, chest, 172, 180, 2.2, "idle", "down")
    for i, x in enumerate((70, 130, 222, 278)):
        p.strokes([(x, 62 + i % 2 * 8, x, 78 + i % 2 * 8), (x, 84 + i % 2 * 8, x, 86 + i % 2 * 8)], t.accent, 3)


def voices(p: Patch, chest: Chest, facts: Facts) -> None:
    """Three in the dark, and the rings of a step."""
    t = p.tones
    for r in (26, 52, 80, 112):
        p.sew(ring(168, 158, r * 1.4, r * 0.5, 60), mix(t.thread, t.top, r / 190), 1, 6, 4)
    for who, x, foot in (("ghost_boy", 70, 118), ("ghost_girl", 168, 96), ("ghost_twin", 266, 118)):
        p.glow(x, foot - 34, 46, t.light, 0.35)
        p.figure(chest.actor(who, "idle", "down"), x, foot, 1.7, 0.1)
    her(p, chest, 168, 180, 2.0, "idle", "up")


def nobody_home(p: Patch, chest: Chest, facts: Facts) -> None:
    """Not one window lit."""
    t = p.tones
    hill(p, 150, 8, mix(t.mid, t.dark, 0.4), 20)
    house(p, 208, 158, 1.1, mix((150, 110, 130), t.top, 0.4), mix((90, 60, 90), t.top, 0.4), ())
    her(p, chest, 74, 176, 2.2, "idle", "right")
    p.figure(chest.item("globe"), 118, 176, 1.5, 0.0)
    rain(p, mix(t.thread, t.top, 0.5), 26, 0.1)


OWN: dict[int, tuple[Tones, Make]] = {3: (FOG, warnings), 7: (GHOST, voices), 8: (WELL, nobody_home)}


def chapter_patch(chapter: int, chest: Chest) -> Patch:
    """The patch of a chapter, 1..12."""
    tones, make = OWN[chapter] if chapter in OWN else PATCHES[FROM[chapter]]
    patch = Patch(tones, chapter + 40)
    make(patch, chest, {"cat_throws": 1, "minutes": 5})
    return patch
