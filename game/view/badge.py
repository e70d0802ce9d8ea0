"""Stitches of honour as they look: a round of felt with a sewn rim and what it is for; and the small notice when one is earned.

The notice comes into the upper right corner, out of the way, and waits while somebody speaks or hands are busy.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.core.words import Words
from game.view.felt import CREAM, DIM, FELT, GOLD, SHADOW, Cloth, Colour, blank, ease, edges, mix
from game.view.font import Font, balanced
from game.view.hud import Taste

STANDS_S, SLIDE_S = 4.2, 0.35
EMBLEMS: dict[str, tuple[str, Colour]] = {
    "moved_in": ("moving_box", (96, 120, 150)),
    "tally": ("tally", (150, 70, 90)),
    "bells": ("bell", (160, 116, 60)),
    "tag": ("feather", (110, 120, 140)),
    "warned": ("lantern", (120, 96, 150)),
    "message": ("cheese", (150, 84, 70)),
    "passed_on": ("pear_drops", (170, 84, 60)),
    "perfect_show": ("thrown_ball", (150, 52, 66)),
    "leading_lady": ("lipstick_star", (150, 44, 90)),
    "asked_twice": ("button", (90, 40, 60)),
    "three_voices": ("candle", (48, 78, 108)),
    "true_things": ("stone", (70, 110, 120)),
    "no_holes": ("thread", (96, 110, 70)),
    "kind": ("glove_left", (190, 110, 70)),
    "three_souls": ("soul_house", (44, 66, 110)),
    "no_thread": ("needle", (66, 52, 90)),
    "quiet": ("globe", (58, 70, 120)),
    "cat_first": ("wool", (76, 60, 110)),
    "right_hand": ("remnants", (60, 84, 84)),
    "stuck_five": ("apple", (74, 104, 70)),
    "twelve_plates": ("catalogue", (120, 140, 90)),
    "nine_keepsakes": ("keepsake_locket", (150, 110, 150)),
    "doll_all": ("doll", (80, 96, 160)),
    "asked_all": ("biscuit", (190, 100, 110)),
    "the_end": ("key", (200, 120, 140)),
}
"""Honour -> icon, felt."""


def emblem(cloth: Cloth, name: str, is_earned: bool = True, radius: int = 21) -> pygame.Surface:
    """The badge, 2 ``radius`` + 3 px each way; one that is not earned yet is an empty hoop."""
    n = 2 * radius + 3
    s = blank(n, n)
    c = radius + 1
    icon, colour = EMBLEMS.get(name, ("button", FELT[3]))
    if not is_earned:
        colour = FELT[1]
    pygame.draw.circle(s, (*SHADOW, 150), (c + 1, c + 2), radius - 1)
    pygame.draw.circle(s, mix(colour, SHADOW, 0.45), (c, c), radius - 1)
    pygame.draw.circle(s, mix(colour, (255, 240, 220), 0.12) if is_earned else colour, (c, c), radius - 2)
    pygame.draw.circle(s, mix(colour, SHADOW, 0.22) if is_earned else mix(colour, FELT[2], 0.4), (c, c), radius - 6)
    thread = GOLD if is_earned else FELT[4]
    stitches = 16
    for i in range(stitches):
        a, b = math.tau * i / stitches, math.tau * (i + 0.55) / stitches
        r = radius - 4
        pygame.draw.line(
            s, thread, (c + r * math.cos(a), c + r * math.sin(a)), (c + r * math.cos(b), c + r * math.sin(b))
        )
    if is_earned:
        thing = cloth.icon(icon) or cloth.thing(icon)
        s.blit(thing, (c - thing.get_width() // 2, c - thing.get_height() // 2))
    return s


class Badges:
    """Honours that have just been earned, one after the other. ``pass_by`` the time, ``draw`` over everything."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth, self.font, self.words = cloth, font, words
        self.due: list[str] = []
        self._life_s = 0.0

    def add(self, names: Sequence[str]) -> None:
        self.due.extend(names)

    @property
    def now(self) -> str:
        """The one that is shown, "" for none."""
        return self.due[0] if self.due else ""

    def pass_by(self, dt_s: float) -> None:
        if not self.due:
            return
        self._life_s += dt_s
        if self._life_s >= STANDS_S:
            self.due.pop(0)
            self._life_s = 0.0

    def draw(self, to: pygame.Surface, taste: Taste, below: int = 0) -> pygame.Rect:
        """In the upper right corner, ``below`` px under the edge; answers where."""
        if not self.due:
            return pygame.Rect(0, 0, 0, 0)
        name = self.due[0]
        cut = self.font.cut(taste.text_size)
        head = cut.width(self.words.get(f"achievements.name.{name}"))
        t = balanced(
            cut, self.words.get(f"achievements.text.{name}"), max(head, {100: 168, 150: 230, 200: 300}[taste.text_size])
        )
        w, h = max(head, t.width) + 70, max(cut.line + t.height + 16, 52)
        room = edges(to, taste.is_safe)
        k = 1.0 if taste.calm else ease(min(self._life_s, STANDS_S - self._life_s) / SLIDE_S)
        box = pygame.Rect(room.right - w + round((1 - k) * (w + 20)), room.y + below, w, h)
        to.blit(self.cloth.plate(w, h), box)
        badge = emblem(self.cloth, name)
        to.blit(badge, (box.x + 6, box.centery - badge.get_height() // 2))
        top = box.centery - (cut.line + t.height) // 2
        cut.write(to, box.x + 58, top, self.words.get(f"achievements.name.{name}"), GOLD)
        t.draw(to, box.x + 58, top + cut.line, CREAM)
        return box


__all__ = ["DIM", "Badges", "emblem"]
