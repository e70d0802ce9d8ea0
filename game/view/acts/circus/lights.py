"""The light of the ring: the dark round it, lamps that go round, bulbs that are the score, lanterns that make a picture."""

from __future__ import annotations

import math

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.sim.acts.circus import CAUGHT, HEARD_LATE_TICKS, MISSED, PERFECT, Circus
from game.view.acts.circus import formations
from game.view.acts.circus.formations import MICE, PICTURE
from game.view.acts.circus.mice import Mouse
from game.view.felt import Colour, mix
from game.view.sprites import Layers

KERB = (251.0, 224.0)
"""px: half the width and height of the ring's kerb, where the bulbs are."""
KERB_FROM, KERB_TO = -0.60, 0.58
"""Radians: how far up and down its two sides they go."""
LANTERNS: dict[str, Colour] = {
    "roof": (214, 120, 196),
    "wall": (176, 132, 226),
    "window": (255, 206, 96),
    "hair": (92, 168, 255),
    "face": (255, 232, 208),
    "coat": (255, 222, 64),
    "boots": (232, 150, 60),
}
SEAMS = (
    (("roof", 0), ("roof", 7)),
    (("roof", 0), ("roof", 8)),
    (("roof", 7), ("wall", 8)),
    (("roof", 8), ("wall", 9)),
    (("wall", 8), ("wall", 9)),
)
SHOWS = ("show", "rehearse")


class RingLights:
    """One for a look. ``dark`` 0..1 is how far the house lights are down."""

    def __init__(self) -> None:
        self.dark = 0.0
        self._discs: dict[tuple[int, int, Colour, int], Surface] = {}

    def tick(self, part: str) -> None:
        """Goes towards what the part wants."""
        goal = {"show": 0.62, "rehearse": 0.3, "picture": 0.86, "done": 0.5, "cheer": 0.35}.get(part, 0.0)
        self.dark += (goal - self.dark) * 0.03

    def house(self, layers: Layers, act: Circus, t: float) -> None:
        if self.dark < 0.02:
            return
        k = self.dark
        dim = (int(255 * (1 - 0.54 * k)), int(255 * (1 - 0.58 * k)), int(255 * (1 - 0.40 * k)))
        layers.light.fill(dim, special_flags=BLEND_RGB_MULT)
        n, f = formations.beat_of(act.since - HEARD_LATE_TICKS)
        big = n % 4 == 3 and act.part in SHOWS
        beat = math.exp(-5.0 * f) if act.part in SHOWS else 0.0
        x, y = round(act.mark.x) - layers.x, round(act.mark.y) - layers.y
        warm = 0.7 + 0.3 * beat
        self._disc(layers.light, x, y, 104, 66, (int(190 * k * warm), int(168 * k * warm), int(120 * k * warm)))
        if act.part == "picture":
            return
        # Two coloured lights go round the ring; on the big beat they flare.
        for i, colour in enumerate(((120, 44, 96), (38, 92, 110), (110, 84, 30))):
            a = t * 0.011 + i * math.tau / 3
            level = k * (0.75 + (0.7 if big else 0.25) * beat)
            cx, cy = x + round(math.cos(a) * 168), y + round(math.sin(a) * 96)
            self._disc(
                layers.light, cx, cy, 92, 58, (int(colour[0] * level), int(colour[1] * level), int(colour[2] * level))
            )

    def _disc(self, to: Surface, x: int, y: int, rx: int, ry: int, colour: Colour) -> None:
        """Soft light, added."""
        key = (rx, ry, (colour[0] & ~7, colour[1] & ~7, colour[2] & ~7), 0)
        if key not in self._discs:
            if len(self._discs) > 90:
                self._discs.clear()
            s = Surface((2 * rx, 2 * ry), 0, 32)
            steps = 16
            for i in range(steps, 0, -1):
                k = (1 - ((i - 0.5) / steps) ** 2) ** 2
                box = Rect(0, 0, max(2 * rx * i // steps, 2), max(2 * ry * i // steps, 2))
                box.center = (rx, ry)
                pygame.draw.ellipse(s, (int(key[2][0] * k), int(key[2][1] * k), int(key[2][2] * k)), box)
            self._discs[key] = s
        to.blit(self._discs[key], (x - rx, y - ry), special_flags=BLEND_RGB_ADD)

    def bulb_at(self, act: Circus, i: int) -> tuple[float, float]:
        half = max((len(act.cues) + 1) // 2 - 1, 1)
        a = KERB_FROM + (KERB_TO - KERB_FROM) * (i // 2) / half
        side = -1 if i % 2 == 0 else 1
        return act.mark.x + side * math.cos(a) * KERB[0], act.mark.y + math.sin(a) * KERB[1]

    def kerb(self, layers: Layers, act: Circus, t: float) -> None:
        """A bulb for everything there is to do: gold, white, dark, or not yet."""
        if not act.cues or act.part in ("wait", "rest"):
            return
        n, f = formations.beat_of(act.since - HEARD_LATE_TICKS)
        beat = math.exp(-4.5 * f) * (1.0 if n % 4 == 3 else 0.45) if act.part in SHOWS else 0.3
        chase = int(t / 3) % 9 if act.streak >= 6 or act.part == "cheer" else -1
        upcoming = act.next_cue()
        for i, verdict in enumerate(act.verdicts):
            bx, by = self.bulb_at(act, i)
            x, y = round(bx) - layers.x, round(by) - layers.y
            if verdict == PERFECT:
                colour, glow = (255, 216, 104), 0.75 + 0.25 * beat
            elif verdict == CAUGHT:
                colour, glow = (255, 244, 224), 0.5 + 0.25 * beat
            elif verdict == MISSED:
                colour, glow = (70, 52, 66), 0.0
            else:
                blink = i == upcoming and int(t / 8) % 2 == 0
                colour, glow = ((214, 150, 96), 0.34) if blink else ((120, 82, 62), 0.10 + 0.24 * beat)
            if chase >= 0 and i % 9 == chase and verdict != MISSED:
                glow += 0.35
            to = layers.albedo
            to.fill((34, 18, 28), (x - 3, y - 2, 7, 6))
            to.fill((84, 48, 52), (x - 3, y + 2, 7, 2))
            to.fill(colour, (x - 2, y - 3, 5, 4))
            to.fill(mix(colour, (255, 255, 255), 0.55 if glow else 0.1), (x - 1, y - 3, 2, 1))
            if glow > 0.05:
                r = 9 if glow < 0.4 else 13
                self._disc(layers.glow, x, y - 1, r, r, mix((0, 0, 0), colour, min(glow * 0.6, 1.0)))
                self._disc(layers.light, x, y + 2, 22, 14, mix((0, 0, 0), colour, min(glow * 0.35, 1.0)))

    def lanterns(self, layers: Layers, act: Circus, mice: list[Mouse], t: float) -> None:
        """Each mouse of the picture holds a lantern; threads of light join them."""
        if not mice or max(m.glow for m in mice) < 0.04:
            return
        amount = min(act.since / 200, 1.0) if act.part == "picture" else max(m.glow for m in mice)
        spots = [(round(m.x + act.mark.x) - layers.x, round(m.y + act.mark.y - m.z) - 22 - layers.y) for m in mice]
        if act.part == "picture" and act.since > 110:
            self._window(layers, spots, min((act.since - 110) / 60, 1.0), t)
        for i, (m, (x, y)) in enumerate(zip(mice, spots)):
            if m.glow < 0.05:
                continue
            colour = LANTERNS[PICTURE[i][2]]
            k = m.glow * (0.86 + 0.14 * math.sin(t * 0.11 + i)) * amount
            girl = PICTURE[i][2] in ("hair", "face", "coat", "boots")
            half = 4 if girl else 2
            to = layers.albedo
            to.fill((40, 22, 40), (x - half - 1, y - half - 1, 2 * half + 3, 2 * half + 4))
            to.fill(colour, (x - half, y - half, 2 * half + 1, 2 * half + 2))
            to.fill(mix(colour, (255, 255, 255), 0.6), (x - half + 1, y - half + 1, half, half))
            layers.light.fill((150, 146, 146), (x - half, y - half, 2 * half + 1, 2 * half + 2))
            r = 15 if girl else 12
            self._disc(layers.glow, x, y, r, r, mix((0, 0, 0), colour, (0.06 if girl else 0.17) * k))
            self._disc(layers.light, x, y + 12, 24, 16, mix((0, 0, 0), colour, (0.04 if girl else 0.12) * k))

    def _window(self, layers: Layers, spots: list[tuple[int, int]], k: float, t: float) -> None:
        """The lit pane behind her, and stitches of light from lantern to lantern."""
        panes = [spots[i] for i in range(MICE) if PICTURE[i][2] == "window"]
        x0, x1 = min(p[0] for p in panes), max(p[0] for p in panes)
        y0, y1 = min(p[1] for p in panes), max(p[1] for p in panes)
        warm = mix((0, 0, 0), (58, 38, 14), k * (0.9 + 0.1 * math.sin(t * 0.05)))
        layers.glow.fill(mix((0, 0, 0), warm, 0.12), (x0, y0, x1 - x0, y1 - y0), special_flags=BLEND_RGB_ADD)
        layers.light.fill(warm, (x0, y0, x1 - x0, y1 - y0), special_flags=BLEND_RGB_ADD)
        of: dict[str, list[int]] = {}
        for i in range(MICE):
            of.setdefault(PICTURE[i][2], []).append(i)
        lines = [(of[a][m], of[b][n]) for (a, m), (b, n) in SEAMS]
        w = of["window"]
        lines += [(w[0], w[4]), (w[5], w[9]), (w[0], w[5]), (w[4], w[9])]
        for a, b in lines:
            self._thread(layers, spots[a], spots[b], k)

    @staticmethod
    def _thread(layers: Layers, a: tuple[int, int], b: tuple[int, int], k: float) -> None:
        far = max(math.hypot(b[0] - a[0], b[1] - a[1]), 1.0)
        n = int(far / 5)
        for i in range(int(n * k)):
            s = (i + 0.5) / n
            x, y = round(a[0] + (b[0] - a[0]) * s), round(a[1] + (b[1] - a[1]) * s)
            size = (3, 1) if abs(b[0] - a[0]) > abs(b[1] - a[1]) else (1, 3)
            layers.glow.fill((70, 50, 66), (x, y, *size), special_flags=BLEND_RGB_ADD)
