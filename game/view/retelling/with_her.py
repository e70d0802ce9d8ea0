"""Patches of the other side: dinner, the cat, buttons, a glove, three hunts, kindness. Sentences 7 to 19."""

from __future__ import annotations

import math

from game.view.felt import mix
from game.view.retelling.at_home import Facts, her
from game.view.retelling.cloths import curve
from game.view.retelling.patch import Patch
from game.view.retelling.shapes import (
    Chest,
    arc,
    bunting,
    floor,
    grass,
    hill,
    house,
    plate,
    ring,
    stars,
    table,
)


def cat(
    p: Patch, chest: Chest, x: float, foot: float, size: float = 2.0, anim: str = "sit", way: str = "right", t: int = 0
) -> None:
    p.figure(chest.actor("cat", anim, way, t), x, foot, size, 0.1)


def open_door(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    for i in range(8):
        p.sew([(20 + i * 43, 0), (20 + i * 43, 128)], mix(t.top, t.light, 0.3), on=8, off=6)
    floor(p, 150)
    p.glow(212, 120, 96, (255, 196, 110), 0.7)
    p.wash([(188, 152), (236, 152), (200, 196), (40, 196)], (255, 206, 120), 120)
    p.cut([(178, 84), (246, 84), (246, 154), (178, 154)], t.dark)
    p.cut([(186, 92), (238, 92), (238, 154), (186, 154)], (252, 206, 118), (255, 246, 214), 3)
    for i, r in enumerate((22, 16, 10)):
        p.sew(ring(212, 126, r, r * 1.1, 30), mix((252, 206, 118), (190, 76, 120), 0.35 + 0.2 * i), off=3)
    p.cut([(246, 84), (276, 96), (276, 166), (246, 154)], mix(t.mid, t.dark, 0.2))
    p.button(253, 122, 3, (250, 210, 110))
    her(p, chest, 138, 176, 2.1, "idle", "right")
    p.disc(88, 52, 24, 15, (250, 246, 236), 2)
    for x, y, r in ((108, 80, 6), (118, 94, 3)):
        p.disc(x, y, r, r * 0.8, (250, 246, 236), 0)
    p.strokes([(80, 52, 81, 52), (88, 52, 89, 52), (96, 52, 97, 52)], t.dark, 2)


def dinner(p: Patch, chest: Chest, facts: Facts, full: tuple[float, ...] = (), hers: bool = True) -> None:
    """A long table; who sits at it, and where plates stand."""
    t = p.tones
    p.glow(168, 30, 120, (255, 214, 130), 0.5)
    p.sew([(168, -2), (168, 22)], t.dark, 2, off=0)
    p.cut([(142, 34), (152, 20), (184, 20), (194, 34)], t.dark, t.light, 2)
    for i in range(3):
        p.sew([(150 + i * 18, 36), (150 + i * 18, 40)], t.light, 3, off=0)
    p.figure(chest.actor("other_mother", "serve_idle", "down"), 262, 142, 2.3)
    her(p, chest, 70, 142, 2.2, "idle", "down")
    table(p, 20, 316, 128, (252, 236, 206), 30)


def saw_she_fasts(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    dinner(p, chest, facts)
    plate(p, 70, 126, 24, (255, 250, 236))
    for x, y, r in ((60, 121, 6), (72, 119, 8), (80, 122, 5)):
        p.disc(x, y, r, r * 0.8, (206, 116, 60), 0)
    p.sew(curve([(66, 108), (62, 100), (68, 94), (64, 86)]), (255, 246, 226), on=3, off=3)
    plate(p, 262, 126, 26, (255, 250, 236))
    p.sew(curve([(98, 92), (150, 70), (206, 84), (240, 116)]), t.accent, 1, 4, 4)
    p.strokes([(262, 118, 262, 133), (254, 125, 271, 125)], mix(t.dark, t.low, 0.5))


def sent_along(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    dinner(p, chest, facts)
    for i, x in enumerate((120, 168, 216)):
        plate(p, x, 126, 19, (255, 250, 236))
        p.disc(x, 120, 10, 7, ((206, 116, 60), (150, 170, 90), (200, 84, 90))[i], 0)
        p.sew(arc(x - 10, 110, x + 34, 110, 12, 12), t.accent, 1, 4, 3)
        p.cut([(x + 38, 112), (x + 29, 108), (x + 32, 115)], t.accent, seam=0)


def ate_leaves(p: Patch, chest: Chest, facts: Facts) -> None:
    dinner(p, chest, facts)
    for i in range(15):
        x, y = 40 + i * 16.6, 116 + (i * 37 % 11)
        leaf(p, x, y, 9 + i % 4, i * 1.3, ((120, 140, 70), (176, 120, 50), (150, 84, 50), (96, 112, 60))[i % 4])
    for i in range(8):
        leaf(p, 40 + i * 36, 172 + i * 29 % 17, 8, i * 2.1, ((120, 140, 70), (176, 120, 50))[i % 2])


def leaf(p: Patch, x: float, y: float, long: float, turn: float, colour: tuple[int, int, int]) -> None:
    c, s = math.cos(turn), math.sin(turn)
    shape = [(-1, 0), (-0.4, -0.42), (0.3, -0.4), (1, 0), (0.3, 0.4), (-0.4, 0.42)]
    p.cut([(x + (a * c - b * s) * long, y + (a * s + b * c) * long) for a, b in shape], colour, seam=0)
    p.sew(
        [(x - c * long, y - s * long), (x + c * long * 0.8, y + s * long * 0.8)],
        mix(colour, (255, 240, 200), 0.4),
        off=0,
    )


def cat_asked(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.disc(244, 54, 36, 36, (250, 236, 190), 4)
    for dx, dy in ((-8, -8), (8, -8), (-8, 8), (8, 8)):
        p.disc(244 + dx, 54 + dy, 3, 3, t.dark, 0)
    hill(p, 168, 8, mix(t.mid, t.dark, 0.5), 10)
    p.cut([(176, 196), (176, 104), (172, 98), (206, 98), (202, 104), (202, 196)], mix(t.mid, t.dark, 0.2))
    for i in range(7):
        y = 112 + i * 12
        p.strokes([(182, y, 182, y + 7), (194, y + 4, 194, y + 10)], mix(t.mid, t.dark, 0.6))
    cat(p, chest, 190, 100, 3.0, "sit", "left")
    her(p, chest, 88, 178, 2.2, "talk", "right")
    p.sew(curve([(112, 92), (108, 76), (120, 64), (134, 68), (136, 80), (126, 88), (126, 98)]), t.thread, 2, 5, 2)
    p.button(126, 107, 3, t.thread, t.dark, 2)
    stars(p, 16, 70, t.thread)
    grass(p, 182, 40, mix(t.mid, t.thread, 0.3))


def looked_at_yes(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.wash([(168, 0), (336, 0), (336, 196), (168, 196)], (0, 0, 0), 60)
    for r, k in ((86, 0.0), (66, 0.3), (46, 0.6), (26, 0.9)):
        p.disc(236, 96, r, r, mix(mix(t.mid, t.dark, 0.2), (8, 4, 10), k), 3)
    path = curve([(40, 176), (110, 172), (176, 140), (210, 108), (232, 98)])
    p.sew(path, t.accent, 2, 6, 4)
    p.sew([(x - 6, y + 8) for x, y in reversed(path)], t.light, 2, 6, 4)
    her(p, chest, 66, 178, 2.2, "walk", "left", 9)
    for x, y in ((222, 84), (250, 84), (222, 110), (250, 110)):
        p.disc(x, y, 4, 4, (0, 0, 0), 0)


def said_no(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    table(p, 80, 300, 144, mix(t.mid, t.dark, 0.2))
    p.cut([(132, 142), (132, 112), (248, 112), (248, 142)], (150, 44, 60))
    p.cut([(132, 112), (148, 84), (264, 84), (248, 112)], mix((150, 44, 60), t.dark, 0.4), seam=3)
    p.cut([(140, 112), (240, 112), (236, 124), (144, 124)], (252, 226, 200), seam=0)
    for x in (170, 210):
        p.button(x, 113, 11, (18, 14, 22), (196, 48, 60))
    her(p, chest, 58, 178, 2.4, "afraid", "left")
    line = curve([(300, 60), (262, 40), (232, 64), (204, 48)])
    p.sew(line, t.thread, off=0)
    p.sew([(186, 44), (204, 48)], (236, 238, 246), 2, off=0)
    p.strokes([(270, 34, 254, 60), (254, 34, 270, 60)], t.accent, 2)


def glove(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.glow(168, 96, 96, t.light, 0.35)
    shape = [
        (-26, 62), (-26, 12), (-50, -10), (-54, -22), (-44, -28), (-24, -10), (-26, -52), (-20, -60), (-12, -54), (-8, -16),
        (-6, -66), (1, -72), (8, -66), (8, -16), (14, -58), (21, -63), (27, -56), (24, -8), (32, -38), (39, -41), (43, -34),
        (36, 14), (28, 34), (28, 62),
    ]  # fmt: skip
    p.cut([(168 + a * 1.15, 92 + b * 1.15) for a, b in shape], (216, 84, 92), (255, 232, 222), 4)
    p.cut([(134, 152), (206, 152), (204, 174), (136, 174)], (150, 48, 70), (255, 214, 206), 3)
    for i in range(6):
        p.strokes([(142 + i * 11, 156, 142 + i * 11, 170)], (206, 96, 108), 2)
    p.figure(chest.actor("other_wybie", "bow", "left"), 276, 178, 2.1)
    her(p, chest, 58, 178, 2.1, "interact", "right")
    p.sew(curve([(82, 138), (110, 150), (132, 156)]), t.thread, 1, 4, 4)
    p.sew(curve([(206, 156), (234, 150), (254, 140)]), t.thread, 1, 4, 4)


def no_talking(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    hill(p, 150, 10, mix(t.mid, t.dark, 0.45), 70)
    p.cut([(92, 148), (244, 148), (244, 157), (92, 157)], t.dark, t.light, 3)
    for x in (104, 226):
        p.cut([(x, 157), (x + 7, 157), (x + 7, 180), (x, 180)], t.dark, seam=0)
    her(p, chest, 132, 154, 2.1, "sit", "down")
    p.figure(chest.actor("other_wybie", "sit", "down"), 204, 154, 2.1)
    p.cut([(44, 12), (108, 12), (108, 52), (100, 52), (112, 68), (84, 52), (44, 52)], (255, 246, 230), t.mid, 3)
    for i in range(3):
        p.sew([(53, 23 + i * 9), (99 - i * 12, 23 + i * 9)], t.dark, 2, 8, 3)
    p.cut(
        [(228, 12), (292, 12), (292, 52), (252, 52), (224, 68), (236, 52), (228, 52)],
        mix((255, 246, 230), t.low, 0.55),
        t.mid,
        3,
    )
    grass(p, 176, 36, mix(t.mid, t.light, 0.3))


def house_first(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    stars(p, 20, 80, t.thread)
    hill(p, 150, 10, mix(t.mid, t.dark, 0.5), 20)
    house(p, 186, 158, 1.15, (206, 104, 62), (112, 36, 44), (0, 1, 2, 3, 4, 5, 6, 7))
    for x in (116, 160, 200, 244):
        p.sew(curve([(x, -2), (x + 5, 30), (x - 2, 62)]), t.thread, off=0)
    her(p, chest, 62, 178, 2.1, "walk", "right", 9)
    p.figure(chest.item("pen"), 300, 150, 2.0)


def theatre_first(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    floor(p, 152, mix(t.mid, t.dark, 0.3))
    p.wash([(150, 0), (186, 0), (250, 160), (86, 160)], (255, 240, 190), 110)
    red = (168, 40, 62)
    for flip in (1, -1):
        fall = [(-4, -4), (76, -4), (70, 40), (46, 84), (34, 108), (44, 156), (-4, 160)]
        side = [(x if flip > 0 else 336 - x, y) for x, y in fall]
        p.cut(side, red, (250, 196, 110), 4)
        for k in range(4):
            x = 10 + k * 15
            p.sew(
                curve(
                    [
                        (x if flip > 0 else 336 - x, 6),
                        ((x * 0.8 + 4) if flip > 0 else 332 - x * 0.8, 70),
                        ((x * 0.7) if flip > 0 else 336 - x * 0.7, 150),
                    ]
                ),
                mix(red, t.dark, 0.45),
                off=0,
            )
    swag = [
        (-4, -4),
        (340, -4),
        (340, 18),
        *[(336 - i * 14, 24 + 14 * abs(math.sin(i * math.pi / 8))) for i in range(25)],
    ]
    p.cut(swag, mix(red, t.dark, 0.25), (250, 196, 110), 3)
    p.figure(chest.actor("other_spink", "flourish", "right"), 130, 164, 2.0)
    p.figure(chest.actor("other_forcible", "flourish", "left"), 206, 164, 2.0)
    for i in range(9):
        p.disc(52 + i * 29, 192, 11, 12, t.dark, 0)
    her(p, chest, 168, 196, 1.7, "idle", "up")


def circus_first(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    stars(p, 18, 60, t.thread)
    red, cream = (190, 50, 60), (252, 236, 206)
    stripes = 8
    for i in range(stripes):
        a, b = 62 + i * 27, 62 + (i + 1) * 27
        p.cut(
            [(170, 26), (a, 96), (b, 96)], red if i % 2 == 0 else cream, None if i % 2 else t.thread, 0 if i % 2 else 3
        )
        p.cut([(a, 96), (b, 96), (b - 2, 168), (a + 2, 168)], cream if i % 2 == 0 else red, seam=0)
        p.cut([(a, 94), (b, 94), ((a + b) / 2, 110)], mix(red if i % 2 == 0 else cream, t.dark, 0.2), seam=0)
    p.cut([(150, 168), (160, 118), (180, 118), (190, 168)], t.dark, t.light, 3)
    p.sew([(170, 26), (170, 6)], t.dark, 2, off=0)
    p.cut([(170, 6), (194, 11), (170, 17)], t.accent, seam=0)
    hill(p, 176, 5, mix(t.mid, t.dark, 0.5), 60)
    bunting(p, [(-4, 40), (60, 66), (150, 40)], (t.accent, t.light, red), 7)
    for i in range(4):
        p.figure(chest.actor("circus_mouse", "march", "right", i * 8), 214 + i * 30, 178, 1.9)
    her(p, chest, 86, 180, 2.0, "walk", "right", 9)


def kind_to_all(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    floor(p, 160)
    p.glow(168, 90, 120, t.light, 0.35)
    rows = (
        ("other_father", "idle", 56),
        ("other_bobinsky", "bow", 128),
        ("other_spink", "idle", 208),
        ("other_forcible", "idle", 280),
    )
    for who, anim, x in rows:
        p.figure(chest.actor(who, anim, "down"), x, 172, 2.0)
    her(p, chest, 168, 186, 1.9, "happy", "up")
    for n, x in enumerate((56, 128, 208, 280)):
        loose = curve([(x + 6, 140), (x + 22, 156), (x + 8, 168), (x + 26, 178), (x + 12, 190), (x + 30, 200)])
        p.sew(loose, (t.accent, (206, 84, 70), (206, 120, 140), (150, 160, 110))[n], 2, off=0)
