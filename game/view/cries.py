"""Words over people's heads that stop nobody: a bravo from the side of the stage, a cat's remark in passing.

``hear`` once a tick, ``draw`` once a picture. They rise a little, stand long enough to be read, and go; a second of the
same speaker takes the first one's place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pygame

from game.sim.happenings import Cried
from game.view.felt import CREAM, FELT, WARM, Cloth, ease, edges
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste, ToScreen

LEAST_TICKS, LETTER_TICKS = 80, 2.2
"""How long words stand: at least, and for each letter more."""
COMES_TICKS, GOES_TICKS = 9, 16
HEAD_PX = 62
"""Above the feet of who says it."""
WIDE = 168
MOST = 3


@dataclass
class Cry:
    """One that stands there. ``lasts`` ticks in all."""

    who: str
    say: str
    x: float
    y: float
    lasts: int
    ticks: int = 0


class Cries:
    """Those of now, oldest first."""

    def __init__(self, cloth: Cloth, font: Font) -> None:
        self.cloth, self.font = cloth, font
        self.standing: list[Cry] = []

    def hear(self, session: Any) -> None:
        """After every tick."""
        for cry in self.standing:
            cry.ticks += 1
        self.standing = [c for c in self.standing if c.ticks < c.lasts]
        for told in session.news.of(Cried):
            self.standing = [c for c in self.standing if c.who != told.who][-(MOST - 1) :]
            lasts = round(max(LEAST_TICKS, 40 + LETTER_TICKS * len(told.say)))
            self.standing.append(Cry(told.who, told.say, told.x, told.y, lasts))

    def draw(self, to: pygame.Surface, to_screen: ToScreen, marks: Glyphs, taste: Taste, side: str) -> None:
        """Each on a small plate; none off the edge, none on another."""
        room = edges(to, taste.is_safe)
        ramp = WARM if side == "other" else FELT
        taken: list[pygame.Rect] = []
        for cry in self.standing:
            cut = self.font.cut(taste.text_size)
            text = balanced(cut, cry.say, WIDE * taste.text_size // 100, marks)
            w, h = text.width + 16, text.height + 10
            k = ease(min(cry.ticks / COMES_TICKS, 1.0))
            x, y = to_screen(cry.x, cry.y)
            box = pygame.Rect(0, 0, w, h)
            box.midbottom = (round(x), round(y) - HEAD_PX - (0 if taste.calm else round(6 * k + cry.ticks * 0.05)))
            box.clamp_ip(room)
            for other in taken:
                if box.colliderect(other):
                    box.bottom = other.top - 2
            taken.append(box)
            plate = self.cloth.plate(w, h, ramp, False)
            shown = pygame.Surface((w, h), pygame.SRCALPHA, 32)
            shown.blit(plate, (0, 0))
            text.draw(shown, 8, (h - text.height) // 2 + 1, CREAM)
            left = (cry.lasts - cry.ticks) / GOES_TICKS
            shown.set_alpha(round(255 * min(k, left, 1.0)))
            to.blit(shown, box)
