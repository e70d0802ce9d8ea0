"""Words over people's heads that stop nobody: a bravo from the side of the stage, a cat's remark in passing.

``hear`` once a tick, ``draw`` once a picture. They rise a little, stand long enough to be read, and go; a second of the
same speaker takes the first one's place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pygame

from game.sim.happenings import Cried, Seized, SewnShut
from game.sim.parts import Place
from game.view.felt import CREAM, FELT, WARM, Cloth, ease, edges
from game.view.font import Font, Text, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste, ToScreen

LEAST_TICKS, LETTER_TICKS = 80, 2.2
"""How long words stand: at least, and for each letter more."""
COMES_TICKS, GOES_TICKS = 9, 16
HEAD_PX = 62
"""Above the feet of who says it."""
NEAR_PX = 12
"""Said where the speaker stands, words go along with the speaker."""
WIDE = 168
MOST = 3
CLEAR_PX = (68, 64)
"""So wide and high what must stay clear is, its foot in the middle of the lower edge."""


@dataclass
class Cry:
    """One that stands there. ``lasts`` ticks in all."""

    who: str
    say: str
    x: float
    y: float
    lasts: int
    ticks: int = 0
    follows: bool = False
    """It stays over who says it, wherever they go."""
    off_x: float = 0.0
    off_y: float = 0.0
    """px by which it keeps off what must be seen."""


class Cries:
    """Those of now, oldest first."""

    def __init__(self, cloth: Cloth, font: Font) -> None:
        self.cloth, self.font = cloth, font
        self.standing: list[Cry] = []
        self.boxes: list[pygame.Rect] = []
        """Where they stood on the last picture: other words keep off."""
        self._clear: tuple[float, float] | None = None
        self._talked = False
        self._room = ""
        self._laid: dict[tuple[str, int, str], Text] = {}

    def hear(self, session: Any) -> None:
        """After every tick."""
        for cry in self.standing:
            cry.ticks += 1
            at = _speaker(session, cry.who) if cry.follows else None
            if at is not None:
                cry.x, cry.y = at.x, at.y - at.lift
        self._clear = session.act.keeps_clear if session.act is not None else None
        room = session.room.name
        if room != self._room or session.news.of(SewnShut) or session.news.of(Seized):  # that was elsewhere
            self.standing = []
        self._room = room
        talks = session.talk is not None
        if talks and not self._talked:  # somebody begins to speak properly: what was said in passing goes
            for cry in self.standing:
                cry.lasts = min(cry.lasts, cry.ticks + GOES_TICKS)
        self._talked = talks
        self.standing = [c for c in self.standing if c.ticks < c.lasts]
        for told in session.news.of(Cried):
            self.standing = [c for c in self.standing if c.who != told.who][-(MOST - 1) :]
            lasts = told.lasts or round(max(LEAST_TICKS, 40 + LETTER_TICKS * len(told.say)))
            at = _speaker(session, told.who)
            near = at is not None and abs(at.x - told.x) + abs(at.y - told.y) < NEAR_PX
            self.standing.append(Cry(told.who, told.say, told.x, told.y, lasts, follows=near))

    def draw(self, to: pygame.Surface, to_screen: ToScreen, marks: Glyphs, taste: Taste, side: str) -> None:
        """Each on a small plate; none off the edge, none on another."""
        room = edges(to, taste.is_safe)
        ramp = WARM if side == "other" else FELT
        taken: list[pygame.Rect] = []
        self.boxes = taken
        for cry in self.standing:
            text = self._laid_out(cry.say, taste.text_size, marks)
            w, h = text.width + 16, text.height + 10
            k = ease(min(cry.ticks / COMES_TICKS, 1.0))
            x, y = to_screen(cry.x, cry.y)
            box = pygame.Rect(0, 0, w, h)
            box.midbottom = (round(x), round(y) - HEAD_PX - (0 if taste.calm else round(6 * k + cry.ticks * 0.05)))
            box.clamp_ip(room)
            kept = box.copy()
            if self._clear is not None:
                _keep_off(kept, to_screen(*self._clear), x, room)
            share = 0.2 if cry.ticks > COMES_TICKS else 1.0  # it slides aside, it does not jump
            cry.off_x += (kept.x - box.x - cry.off_x) * share
            cry.off_y += (kept.y - box.y - cry.off_y) * share
            box.move_ip(round(cry.off_x), round(cry.off_y))
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
            tip = min(max(round(x), box.left + 8), box.right - 9)
            if cry.follows and left > 0.5 and box.bottom < y - 20:
                for row, half in enumerate((3, 2, 1, 0)):
                    pygame.draw.line(to, ramp[1], (tip - half, box.bottom + row), (tip + half, box.bottom + row))

    def _laid_out(self, say: str, size: int, marks: Glyphs) -> Text:
        """Kept, because it stands for a hundred pictures."""
        key = (say, size, marks.stamp)
        if key not in self._laid:
            if len(self._laid) > 2 * MOST:
                self._laid.clear()
            self._laid[key] = balanced(self.font.cut(size), say, WIDE * size // 100, marks)
        return self._laid[key]


def _keep_off(box: pygame.Rect, foot: tuple[float, float], x: float, room: pygame.Rect) -> None:
    """Moves a plate off what stands at ``foot``, screen px: to the speaker's side of it (``x``), else above it."""
    clear = pygame.Rect(0, 0, *CLEAR_PX)
    clear.midbottom = (round(foot[0]), round(foot[1]) + 10)
    if not box.colliderect(clear):
        return
    if foot[0] >= x:
        box.right = clear.left - 2
    else:
        box.left = clear.right + 2
    box.clamp_ip(room)
    if box.colliderect(clear) and clear.top - 2 - box.h >= room.top:
        box.bottom = clear.top - 2


def _speaker(session: Any, who: str) -> Place | None:
    """Where somebody stands who is here."""
    entity = session.actor_of(who)
    place: Place | None = session.world.find(entity, Place) if entity else None
    return place
