"""Patches of the flat, the dolls' seats and what came after: sentences 1 to 6, 33, 34, 37 and 38."""

from __future__ import annotations

import math
from collections.abc import Mapping

from game.view.felt import mix
from game.view.retelling.cloths import curve
from game.view.retelling.patch import Patch
from game.view.retelling.shapes import (
    FOOT,
    Chest,
    bunting,
    floor,
    grass,
    hand,
    hill,
    house,
    plate,
    rain,
    table,
    tree,
)

Facts = Mapping[str, int]


def her(
    p: Patch, chest: Chest, x: float, foot: float, size: float = 2.0, anim: str = "idle", way: str = "right", t: int = 0
) -> None:
    """Coraline: of new cloth, everybody else's is worn. One finds her on every patch by her yellow."""
    p.figure(chest.actor("coraline", anim, way, t), x, foot, size, 0.04)


def rain_and_house(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    hill(p, 128, 14, mix(t.top, t.dark, 0.35), 30)
    house(p, 214, 152, 1.05, (222, 120, 150), (128, 58, 96), (1, 7))
    hill(p, 160, 7, mix(t.mid, t.dark, 0.4), 120)
    tree(p, 316, 160, 0.7, t.dark, 8)
    her(p, chest, 78, 170, 2.0, "idle", "right")
    p.sew(curve([(66, 172), (110, 178), (160, 166), (206, 158)]), mix(t.thread, t.mid, 0.3), on=4, off=5)
    rain(p, mix(t.thread, t.top, 0.25), 96)


def parents_at_work(p: Patch, chest: Chest, facts: Facts, near: bool = True) -> None:
    t = p.tones
    floor(p)
    p.glow(180, 70, 92, t.light, 0.42)
    p.cut([(24, 16), (92, 16), (92, 92), (24, 92)], mix(t.top, t.dark, 0.55))
    p.strokes([(58, 18, 58, 90), (26, 54, 90, 54)], mix(t.thread, t.top, 0.5), 2)
    rain_on = [(30 + (i * 17) % 58, 20 + (i * 29) % 60, 27 + (i * 17) % 58, 29 + (i * 29) % 60) for i in range(16)]
    p.strokes(rain_on, mix(t.thread, t.top, 0.4))
    for x, who in ((196, "mel"), (276, "charlie")):
        p.figure(chest.actor(who, "busy", "up"), x, FOOT - 6, 2.15)
        p.cut([(x - 38, 128), (x + 38, 128), (x + 38, 137), (x - 38, 137)], mix(t.dark, t.mid, 0.3), seam=0)
        for dx in (-33, 29):
            p.cut([(x + dx, 137), (x + dx + 5, 137), (x + dx + 5, 174), (x + dx, 174)], t.dark, seam=0)
        p.cut([(x - 26, 128), (x - 10, 104), (x + 12, 104), (x - 2, 128)], (250, 244, 226), (170, 140, 130), 2)
    if near:
        her(p, chest, 122, 176, 2.0, "wave", "right", 12)
    else:
        p.wash([(58, 172), (80, 172), (14, 196), (-30, 196)], t.dark, 110)
        her(p, chest, 68, 176, 2.0, "idle", "left")


def tally(p: Patch, chest: Chest, facts: Facts) -> None:
    """So many strokes on a page as minutes are owed, and two backs."""
    parents_at_work(p, chest, facts)
    n = min(max(facts.get("minutes", 10), 1), 40)
    p.cut([(10, 104), (98, 98), (102, 164), (14, 170)], (250, 242, 222), (188, 150, 130), 2)
    lines = []
    for i in range(n):
        x, y = 21 + i // 5 % 4 * 19 + i % 5 * 3.4, 112 + i // 20 * 24
        lines.append((x - 15, y + 13, x + 1, y + 2) if i % 5 == 4 else (x, y, x - 0.6, y + 14))
    p.strokes(lines, (150, 36, 60))


def hardly_asked(p: Patch, chest: Chest, facts: Facts) -> None:
    parents_at_work(p, chest, facts, near=False)


def doll(p: Patch, chest: Chest, x: float, foot: float, size: float, anim: str = "sit", way: str = "down") -> None:
    p.figure(chest.actor("doll", anim, way), x, foot, size, 0.1)


def doll_turned(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    for i in range(9):
        x = 14 + i * 40
        p.sew([(x, 0), (x, 140)], mix(t.top, t.light, 0.35), on=9, off=5)
        for y in range(18 + (i % 2) * 18, 140, 38):
            p.strokes([(x + 16, y, x + 24, y), (x + 20, y - 4, x + 20, y + 4)], mix(t.top, t.light, 0.25))
    floor(p, 146)
    p.glow(168, 58, 40, t.light, 0.5)
    p.wash([(168, 58), (250, 190), (92, 190)], t.light, 34)
    p.button(168, 58, 7, t.dark, t.accent)
    doll(p, chest, 168, 176, 3.6, "turned", "up")
    p.sew(dashes_round(168, 58, 18), t.accent, on=3, off=3)


def dashes_round(x: float, y: float, r: float) -> list[tuple[float, float]]:
    return [(x + r * math.cos(i / 6), y + r * math.sin(i / 6)) for i in range(39)]


def doll_boxed(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    floor(p, 140)
    p.wash([(90, 176), (246, 176), (322, 196), (60, 196)], t.dark, 120)
    box = (168, 118, 78)
    p.cut([(92, 92), (244, 92), (244, 178), (92, 178)], box)
    p.cut([(92, 92), (118, 66), (270, 66), (244, 92)], mix(box, t.light, 0.25))
    p.cut([(244, 92), (270, 66), (270, 150), (244, 178)], mix(box, t.dark, 0.35))
    p.cut([(156, 66), (182, 66), (156, 92), (156, 178), (180, 178), (180, 92)], (224, 206, 160), (150, 110, 80), 3)
    p.cut([(112, 104), (146, 102), (144, 116), (114, 117)], t.dark, seam=0)
    for x in (122, 136):
        p.button(x, 110, 4, (20, 16, 26), t.accent)
    for x, y in ((102, 150), (214, 150), (214, 110)):
        p.strokes([(x, y, x + 12, y + 8), (x + 12, y, x, y + 8)], mix(box, t.dark, 0.4))
    her(p, chest, 44, 184, 2.0, "afraid", "right")


def doll_kept(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.glow(262, 40, 70, t.light, 0.4)
    p.cut([(226, 12), (300, 12), (300, 84), (226, 84)], mix(t.top, t.dark, 0.6))
    p.disc(276, 38, 13, 13, t.light, 0)
    p.strokes([(263, 14, 263, 82), (228, 48, 298, 48)], t.thread, 2)
    p.cut([(28, 70), (40, 62), (52, 70), (52, 176), (28, 176)], t.dark)
    p.cut([(40, 130), (304, 130), (304, 176), (40, 176)], mix(t.mid, t.dark, 0.3))
    p.cut([(58, 104), (70, 94), (142, 92), (152, 104), (150, 132), (60, 134)], (252, 240, 222), (190, 140, 150), 3)
    doll(p, chest, 104, 132, 2.5)
    quilt = [(128, 122), (306, 118), (308, 160), (124, 160)]
    p.cut(quilt, (176, 84, 112))
    for i in range(5):
        x = 136 + i * 34
        p.cut(
            [(x, 126), (x + 16, 126), (x + 16, 140), (x, 140)], (t.light, (96, 128, 168), (226, 172, 64))[i % 3], seam=0
        )
        p.cut(
            [(x + 16, 140), (x + 32, 140), (x + 32, 154), (x + 16, 154)],
            ((120, 84, 140), (236, 216, 190))[i % 2],
            seam=0,
        )


def told_everything(p: Patch, chest: Chest, facts: Facts, is_held: bool = False) -> None:
    t = p.tones
    floor(p)
    p.glow(168, 76, 110, t.light, 0.4)
    p.figure(chest.prop("fireplace"), 168, FOOT - 8, 1.5)
    gap = 14 if is_held else 62
    p.figure(chest.actor("mel", "idle" if is_held else "talk", "left"), 168 + gap, FOOT + 6, 2.4)
    her(p, chest, 168 - gap, FOOT + 8, 2.2, "idle" if is_held else "talk", "right")
    if is_held:
        heart = [(168, 44), (144, 20), (150, 6), (162, 6), (168, 14), (174, 6), (186, 6), (192, 20), (168, 44)]
        p.cut(heart, t.accent, t.light, 2)
    else:
        line = curve([(118, 84), (128, 52), (144, 66), (158, 26), (176, 60), (192, 34), (206, 66)])
        p.sew(line, t.accent, 2, 6, 3)
        p.sew([(x, y + 9) for x, y in line], t.light, 1, 4, 4)


def held_on(p: Patch, chest: Chest, facts: Facts) -> None:
    told_everything(p, chest, facts, is_held=True)


def frightened(p: Patch, chest: Chest, facts: Facts) -> None:
    """Somebody small on a thread, somebody large behind her; the thread goes on."""
    t = p.tones
    p.wash([(0, 0), (150, 0), (240, 196), (0, 196)], (0, 0, 0), 80)
    hand(p, 44, 66, 2.4, mix(t.dark, t.mid, 0.85))
    p.glow(236, 128, 84, t.light, 0.55)
    path = curve([(-6, 170), (60, 176), (130, 166), (210, 172), (280, 158), (344, 132)])
    her(p, chest, 216, 172, 2.0, "walk", "right", 9)
    p.sew(path, t.accent, 3, 9, 5)
    p.sew([(x, y + 8) for x, y in path], mix(t.accent, t.dark, 0.5), 1, 5, 6)


def cake(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.glow(292, 30, 90, t.light, 0.4)
    hill(p, 122, 12, mix((150, 176, 120), t.low, 0.3), 60)
    house(p, 64, 120, 0.56, (222, 120, 150), (150, 66, 104), (0, 1, 2, 3, 4, 5))
    grass(p, 136, 60, mix((96, 136, 84), t.low, 0.2), 8)
    bunting(
        p,
        [(-4, 22), (90, 50), (180, 26), (262, 52), (342, 18)],
        (t.accent, (250, 206, 96), (96, 140, 176), (250, 246, 236)),
    )
    p.figure(chest.actor("grandmother", "idle", "right"), 262, 172, 2.1)
    p.figure(chest.actor("wybie", "happy", "left"), 304, 176, 2.1)
    her(p, chest, 106, 176, 2.1, "happy", "right")
    table(p, 128, 244, 144, (255, 250, 238))
    plate(p, 186, 141, 36, (236, 216, 226))
    p.cut([(158, 136), (158, 114), (214, 114), (214, 136)], (252, 226, 190), (208, 120, 130), 2)
    wave = [(158 + i * 3.5, 118 + 3 * math.sin(i * 1.3)) for i in range(17)]
    p.cut([(158, 106), (214, 106), *reversed(wave)], t.accent, (255, 240, 230), 2)
    for i in range(5):
        x = 166 + i * 10
        p.sew([(x, 105), (x, 94)], (250, 246, 236), 2, off=0)
        p.strokes([(x, 91, x, 87)], (252, 186, 60), 2)
    p.figure(chest.actor("cat", "sit", "left"), 24, 178, 2.0)
