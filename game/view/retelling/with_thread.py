"""Patches of the bet, the web, the passage, the well, and of what was found on the way. Sentences 20 to 32, 35, 36."""

from __future__ import annotations

import math

from game.view.felt import Colour, mix
from game.view.retelling.at_home import Facts, her
from game.view.retelling.cloths import curve
from game.view.retelling.patch import Patch
from game.view.retelling.shapes import Chest, arc, grass, hand, hill, ring, stars, tree, web
from game.view.retelling.with_her import cat

CLOTHS: tuple[Colour, ...] = (
    (176, 84, 112),
    (96, 128, 168),
    (226, 172, 64),
    (120, 140, 90),
    (150, 96, 150),
    (206, 110, 70),
)


def _bet(p: Patch) -> None:
    """Four pieces that make one bet."""
    for i, colour in enumerate(CLOTHS[:4]):
        x = 34 + i * 68
        p.cut([(x, 94), (x + 66, 90), (x + 66, 150), (x, 154)], colour)
    lines = []
    for i in range(1, 4):
        for k in range(6):
            x, y = 34 + i * 68, 97 + k * 9
            lines.append((x - 5, y, x + 5, y + 6))
    p.strokes(lines, p.tones.thread, 2)


def whole_bet(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    _bet(p)
    bow = curve([(168, 172), (132, 158), (124, 180), (168, 174), (212, 180), (204, 158), (168, 172)])
    p.sew(curve([(20, 92), (8, 130), (40, 166), (110, 174), (168, 174)]), t.thread, 2, off=0)
    p.sew(curve([(168, 174), (226, 174), (296, 166), (328, 130), (316, 92)]), t.thread, 2, off=0)
    p.sew(bow, t.accent, 3, off=0)
    p.disc(168, 173, 6, 6, t.accent, 0)
    p.sew(curve([(165, 176), (152, 186), (154, 194)]), t.accent, 2, off=0)
    p.sew(curve([(171, 176), (184, 186), (182, 194)]), t.accent, 2, off=0)
    her(p, chest, 68, 92, 1.7, "happy", "right")
    p.figure(chest.actor("other_mother", "still", "left"), 268, 92, 1.75)


def holed_bet(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    _bet(p)
    tries = min(max(facts.get("wager_tries", 4), 2), 9)
    for n in range(tries):
        x, y, r = 54 + n * 97 % 236, 106 + n * 41 % 34, 8 + n * 5 % 5
        p.disc(x, y, r, r * 0.85, t.dark, 0)
        p.cut(
            [(x - r - 3, y - r), (x + r + 2, y - r - 2), (x + r + 3, y + r), (x - r - 1, y + r + 2)],
            CLOTHS[(n + 4) % 6],
            None,
            2,
        )
    p.figure(chest.actor("other_mother", "smile", "left"), 268, 92, 1.75)
    her(p, chest, 68, 92, 1.7, "talk", "right")
    for n in range(tries):
        x, y = 70 + n * 22, 164 + n % 3 * 8
        p.cut([(x, y), (x + 15, y - 3), (x + 17, y + 10), (x + 2, y + 12)], CLOTHS[n % 6], None, 2)


def not_one_stitch(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    p.glow(168, 120, 80, t.light, 0.4)
    for i in range(11):
        x = 16 + i * 30.5
        if abs(x - 168) < 24:
            continue
        low = 150 + 18 * math.sin(i * 1.9)
        p.cut([(x - 2.5, -4), (x + 2.5, -4), (x + 0.6, low), (x - 0.6, low)], (196, 202, 216), seam=0)
        p.cut([(x - 1, 8), (x + 1, 8), (x + 1, 22), (x - 1, 22)], t.dark, seam=0)
        p.sew(curve([(x, 14), (x + 12, 34), (x + 4, 60), (x + 15, 92)]), t.accent, off=0)
    her(p, chest, 168, 180, 2.5, "walk", "down", 9)


def sewn_shut(p: Patch, chest: Chest, facts: Facts) -> None:
    """The picture as an eye, closing; threads across it, and a pair of scissors' work in the middle."""
    t = p.tones
    p.wash([(0, 0), (336, 0), (336, 196), (0, 196)], (0, 0, 0), 90)
    lid = [(x, 98 - 58 * math.sin(math.pi * x / 336)) for x in range(0, 337, 8)]
    low = [(x, 98 + 58 * math.sin(math.pi * x / 336)) for x in range(336, -1, -8)]
    p.cut([*lid, *low], (236, 190, 130), t.thread, 4)
    her(p, chest, 168, 142, 1.8, "afraid", "down")
    lines = []
    for i in range(13):
        x = 36 + i * 22
        gap = 58 * math.sin(math.pi * x / 336) + 8
        if abs(x - 168) > 46:
            lines += [(x - 5, 98 - gap, x + 5, 98 + gap)]
        else:
            lines += [(x, 98 - gap, x - 6, 98 - gap + 18), (x, 98 + gap, x + 7, 98 + gap - 16)]
    p.strokes(lines, t.accent, 3)


def falls(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    n = min(max(facts.get("falls", 3), 1), 7)
    y = 166
    p.cut([(-4, y), (340, y), (340, 200), (-4, 200)], mix(t.low, t.dark, 0.4))
    step = 250 / n
    for i in range(n):
        x = 38 + i * step
        p.sew(arc(x, y - 6, x + step * 0.5, y - 6, -26 if n > 4 else -34, 10), t.accent, 2, 4, 4)
        p.sew(arc(x + step * 0.5, y - 6, x + step, y - 6, 40 if n > 4 else 56, 14), t.thread, 2, 5, 4)
        p.cut(
            [
                (x + step * 0.5 - 9, y - 3),
                (x + step * 0.5 + 9, y - 3),
                (x + step * 0.5 + 5, y + 10),
                (x + step * 0.5 - 4, y + 12),
            ],
            t.dark,
            seam=0,
        )
    p.figure(chest.actor("coraline", "tumble", "down", 14), 70, 92, 2.0)
    her(p, chest, 300, y + 8, 2.2, "cheer", "down", 10)


def the_beldam(p: Patch, chest: Chest, x: float, y: float) -> None:
    """As she is in the end: thin, much too near, two buttons, and more hands than one sees."""
    t = p.tones
    for side, flip in ((-1, -1), (1, 1)):
        for n, (rise, far) in enumerate(((-52, 84), (-6, 104), (46, 78))):
            knee = x + flip * far * 0.6, y + rise - 34
            end = x + flip * far, y + rise + 58
            p.cut(
                [
                    (x + side * 12, y + 30 + n * 8),
                    (knee[0], knee[1] - 4),
                    (knee[0] + flip * 3, knee[1] + 4),
                    (x + side * 10, y + 42 + n * 8),
                ],
                mix(t.mid, t.dark, 0.35),
                seam=0,
            )
            p.cut(
                [(knee[0] - 4 * flip, knee[1] - 2), (knee[0] + 5 * flip, knee[1]), end],
                mix(t.mid, t.light, 0.25),
                seam=0,
            )
    p.figure(chest.actor("other_mother_3", "still", "down"), x, y + 250, 3.6, 0.12)
    for side in (-1, 1):
        p.button(x + side * 11, y + 27, 6, (14, 10, 18), t.accent)


def cat_flies(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    n = min(max(facts.get("cat_throws", 1), 1), 6)
    web(p, 262, 90, 9, 4, 190, mix(t.thread, t.top, 0.55))
    the_beldam(p, chest, 262, 70)
    her(p, chest, 44, 182, 2.2, "throw", "right", 8)
    for i in range(n - 1):
        p.sew(arc(60, 130, 150 + i * 62 % 150, 178 - i * 8 % 20, 30 + i * 9, 18), mix(t.thread, t.top, 0.35), 1, 3, 5)
    line = arc(60, 130, 246, 80, 62)
    p.sew(line[:15], t.light, 2, 5, 4)
    cat(p, chest, line[16][0], line[16][1] + 22, 2.2, "thrown", "right")


def _passage(p: Patch, light: Colour) -> None:
    t = p.tones
    for i, r in enumerate((150, 118, 90, 66, 46)):
        p.disc(168, 92, r * 1.3, r, mix(mix(t.top, t.low, 0.1 + i * 0.16), light, i * 0.1), 4)
    p.glow(168, 92, 70, light, 0.5)


def one_foot(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    _passage(p, (120, 60, 110))
    hand(p, 38, 128, 1.4, (206, 208, 220))
    her(p, chest, 224, 176, 2.4, "run", "right", 8)
    p.sew([(172, 184), (200, 184)], t.accent, 2, 4, 3)
    p.strokes([(172, 180, 172, 189), (200, 180, 200, 189)], t.accent, 2)


def own_pace(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    _passage(p, (210, 150, 110))
    p.figure(chest.item("lantern"), 226, 150, 1.3)
    p.glow(226, 140, 50, (255, 210, 130), 0.6)
    her(p, chest, 200, 176, 2.4, "walk", "right", 9)
    p.sew(curve([(24, 184), (80, 180), (140, 186), (186, 180)]), t.thread, 1, 4, 7)


def thin_place(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    hill(p, 158, 6, mix(t.mid, t.dark, 0.4), 20)
    slit = [(190, 20), (202, 60), (206, 110), (198, 164), (184, 112), (182, 62)]
    p.cut(slit, (250, 246, 236), t.accent, -1)
    p.glow(194, 100, 70, (255, 250, 230), 0.4)
    cat(p, chest, 206, 166, 2.6, "walk", "right", 8)
    her(p, chest, 112, 176, 2.2, "walk", "right", 9)
    p.strokes(
        [(176, 30 + i * 17, 186, 34 + i * 17) for i in range(8)]
        + [(202, 30 + i * 17, 212, 26 + i * 17) for i in range(8)],
        t.accent,
    )


def _night(p: Patch) -> None:
    t = p.tones
    p.disc(282, 40, 19, 19, (236, 232, 214), 3)
    stars(p, 16, 70, mix(t.thread, t.top, 0.2))
    hill(p, 146, 9, mix(t.mid, t.dark, 0.55), 80)
    tree(p, 32, 156, 1.1, t.dark, -6)
    tree(p, 312, 158, 0.9, t.dark, 8)


def rock(p: Patch, chest: Chest, facts: Facts, times: int = 1) -> None:
    t = p.tones
    _night(p)
    p.sew(ring(168, 168, 92, 17, 44), mix(t.thread, t.mid, 0.4), 2, 7, 5)
    hand(p, 150, 164, 1.1, (206, 208, 220))
    stone = [(-34, 12), (-40, -10), (-24, -32), (4, -38), (30, -28), (40, -4), (32, 14)]
    if times == 1:
        p.cut([(168 + a, 152 + b) for a, b in stone], (122, 124, 136))
        p.sew([(168, 12), (168, 60)], t.accent, 2, 6, 4)
        p.strokes([(160, 50, 168, 62), (176, 50, 168, 62)], t.accent, 2)
    else:
        for n, (x, y) in enumerate(((88, 70), (248, 74))):
            p.sew([(x + a * 0.8, y + b * 0.8) for a, b in [*stone, stone[0]]], mix(t.thread, t.top, 0.3), 1, 4, 4)
            p.sew([(x, y + 14), (x - 20 + n * 40, 150)], mix(t.thread, t.top, 0.4), 1, 3, 5)
        p.cut([(168 + a, 150 + b) for a, b in stone], (122, 124, 136))
    lines = []
    for i in range(9):
        a = math.pi * (1 + i / 8)
        lines.append((168 + 50 * math.cos(a), 150 + 30 * math.sin(a), 168 + 64 * math.cos(a), 150 + 42 * math.sin(a)))
    p.strokes(lines, t.light, 2)
    grass(p, 182, 50, mix(t.mid, t.thread, 0.35))


def rock_thrice(p: Patch, chest: Chest, facts: Facts) -> None:
    rock(p, chest, facts, 3)


def bell(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    _night(p)
    path = curve([(-4, 182), (90, 176), (190, 184), (340, 172)])
    p.sew(path, t.thread, 2, 7, 5)
    p.glow(168, 116, 66, (255, 214, 130), 0.45)
    p.figure(chest.actor("wybie_bike", "bell", "right"), 168, 178, 2.5)
    for r in (16, 28, 40):
        p.sew(ring(214, 100, r, r, 12, -0.7, 0.22), (250, 206, 96), 2, 6, 4)
    grass(p, 186, 44, mix(t.mid, t.thread, 0.35))


def twelve_plants(p: Patch, chest: Chest, facts: Facts) -> None:
    p.cut([(10, 8), (326, 8), (326, 188), (10, 188)], (246, 236, 212), (150, 120, 100), 4)
    heads: tuple[Colour, ...] = (
        (206, 96, 130),
        (120, 150, 90),
        (84, 110, 180),
        (150, 170, 210),
        (140, 90, 160),
        (220, 216, 200),
    )
    for i in range(12):
        x, y = 44 + i % 6 * 50, 84 + i // 6 * 84
        green = ((96, 130, 80), (120, 146, 92), (84, 112, 84))[i % 3]
        bend = (i * 37 % 13) - 6
        p.sew(curve([(x, y), (x + bend * 0.3, y - 20), (x + bend, y - 44)]), green, 2, off=0)
        for k in range(2):
            ly = y - 12 - k * 13
            way = 1 if (i + k) % 2 else -1
            p.cut([(x, ly), (x + way * 8, ly - 7), (x + way * 15, ly - 6), (x + way * 8, ly)], green, seam=0)
        n, colour = 4 + i % 3, heads[(i * 5) % 6]
        for k in range(n):
            a = math.tau * k / n + i
            p.disc(x + bend + 6 * math.cos(a), y - 48 + 6 * math.sin(a), 4.6, 4.6, colour, 0)
        p.disc(x + bend, y - 48, 3.2, 3.2, (250, 206, 96), 0)
        p.sew([(x - 14, y + 6), (x + 14, y + 6)], (150, 130, 120), off=2)


KEPT = (
    "silas_bottle",
    "silas_knot",
    "silas_stamp",
    "hester_playbill",
    "hester_ribbon",
    "hester_penny",
    "ivy_ribbon",
    "ivy_plait",
    "ivy_fishbone",
)


def nine_things(p: Patch, chest: Chest, facts: Facts) -> None:
    t = p.tones
    glows: tuple[Colour, ...] = ((120, 226, 240), (246, 196, 110), (150, 236, 150))
    for i, item in enumerate(KEPT):
        x, y = 68 + i % 3 * 100, 36 + i // 3 * 62
        p.glow(x, y, 36, glows[i // 3], 0.35)
        p.disc(x, y, 27, 25, mix(CLOTHS[i % 6], t.top, 0.45), 3)
        thing = chest.item(f"keepsake_{item}")
        p.figure(thing, x, y + 20, 1.6)
