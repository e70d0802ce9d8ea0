"""What Other Wybie draws in the air: felt pictures in a row over the words, and one by one in a bubble over his head.

assets/art/ui/pictures.png and .json; a picture that is not there is its word of [pictures] on a scrap of cloth.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pygame

from game.core.words import Words
from game.sim.parts import Place, Talk
from game.view.felt import INK, PAPER, Cloth, blank, bob, ease, edges, nine_slice, plate
from game.view.font import Font

PICTURE = 32
"""px, each way."""
EACH_TICKS = 16
"""One comes after the other, as he draws them."""
POP_TICKS = 9
HEAD_PX = 52
"""From his feet to the end of the bubble's tail."""
RIM = 9


class Drawings:
    """The pictures and the bubble."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth, self.font, self.words = cloth, font, words
        self._words: dict[str, pygame.Surface] = {}

    def picture(self, name: str) -> pygame.Surface:
        """32 x 32, by its name in [pictures]."""
        at = self.cloth.table("ui/pictures").get("pictures", {}).get(name)
        if at is not None:
            return self.cloth.piece("ui/pictures", (at[0], at[1], at[2], at[3]))
        if name not in self._words:
            s = plate(PICTURE, PICTURE, PAPER, False)
            word = self.words.get(f"pictures.{name}").split()[-1][:5]
            cut = self.font.cut(100)
            cut.write(s, (PICTURE - cut.width(word)) // 2, 12 - cut.rise, word, INK)
            self._words[name] = s
        return self._words[name]

    def row(self, to: pygame.Surface, x: int, y: int, talk: Talk, calm: bool) -> None:
        """All of a line's pictures, each popping up when its turn has come."""
        for i, name in enumerate(talk.pictures):
            age = talk.ticks - i * EACH_TICKS
            if age < 0 and not (calm or talk.is_whole):
                continue
            self._pop(to, x + i * (PICTURE + 8) + PICTURE // 2, y + PICTURE // 2, name, age, calm)

    def _pop(self, to: pygame.Surface, x: int, y: int, name: str, age: float, calm: bool) -> None:
        picture = self.picture(name)
        k = 1.0 if calm or age >= POP_TICKS else max(ease(max(age, 0) / POP_TICKS), 0.1)
        if k < 1.0:
            k *= 1.0 + 0.22 * math.sin(math.pi * k)
            n = max(round(PICTURE * k), 2)
            picture = pygame.transform.scale(picture, (n, n))
        to.blit(picture, (x - picture.get_width() // 2, y - picture.get_height() // 2))

    def bubble(
        self,
        to: pygame.Surface,
        session: Any,
        to_screen: Callable[[float, float], tuple[float, float]],
        keep_off: pygame.Rect,
        is_safe: bool,
        calm: bool,
    ) -> None:
        """Over the head of him who draws: the picture he is at, and at the end all of them."""
        talk = session.talk
        if talk is None or not talk.pictures:
            return
        entity = session.actor_of(talk.who)
        if not entity:
            return
        place = session.world.get(entity, Place)
        x, y = to_screen(place.x, place.y - place.lift)
        n = len(talk.pictures)
        now = n if talk.is_whole else min(talk.ticks // EACH_TICKS + 1, n)
        w, h = now * (PICTURE + 4) + 2 * RIM, PICTURE + 2 * RIM
        box = pygame.Rect(0, 0, w, h)
        box.midbottom = (round(x), round(y) - HEAD_PX - 6 + (0 if calm else bob(talk.ticks / 60, 1.2, 1.7)))
        box.clamp_ip(edges(to, is_safe))
        if box.colliderect(keep_off):
            if keep_off.top - h - 4 < 4:
                return
            box.bottom = keep_off.top - 4
        to.blit(self.cloud(w, h), box)
        self.tail(to, min(max(round(x), box.left + 14), box.right - 15), box.bottom)
        for i in range(now):
            age = 99 if talk.is_whole else talk.ticks - i * EACH_TICKS
            at = (box.x + RIM + i * (PICTURE + 4) + PICTURE // 2 + 2, box.centery)
            self._pop(to, *at, talk.pictures[i], age, calm)

    def cloud(self, w: int, h: int) -> pygame.Surface:
        """The bubble itself."""
        table = self.cloth.table("ui/pictures")
        at = table.get("pictures", {}).get("bubble") or table.get("bubble")
        if at is None:
            return self.cloth.plate(w, h, PAPER, False)
        nine = self.cloth.piece("ui/pictures", (at[0], at[1], at[2], at[3]))
        return nine_slice(nine, w, h, int(table.get("corner", 10)))

    def tail(self, to: pygame.Surface, x: int, y: int) -> None:
        """What joins it to who thinks it; (x, y) the middle of the bubble's lower edge."""
        at = self.cloth.table("ui/pictures").get("pictures", {}).get("bubble_tail")
        if at is None:
            for i, r in enumerate((4, 2)):
                s = blank(2 * r + 1, 2 * r + 1)
                pygame.draw.circle(s, PAPER[4], (r, r), r)
                to.blit(s, (x - r - 3 * i, y + 1 + 7 * i))
            return
        tail = self.cloth.piece("ui/pictures", (at[0], at[1], at[2], at[3]))
        to.blit(tail, (x - tail.get_width() // 2, y - 2))
