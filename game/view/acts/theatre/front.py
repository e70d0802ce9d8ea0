"""What stands before the picture while a show is played: a valance, heads, a bulb for each thing asked, a card, a playbill."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.words import Words
from game.sim.acts.theatre.show import BEAT_TICKS, LIT
from game.view.acts.look import ToScreen
from game.view.acts.theatre import scenery
from game.view.acts.theatre.scenery import Colour, mix
from game.view.assets import Assets
from game.view.felt import CREAM, FELT, GOLD, INK, INK_RED, SHADOW, WARM, Cloth, ease, edges
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste

SIGN_TICKS = 320
ROW_Y, SIGN_Y = 26, 44
"""px under the picture's upper edge: the bulbs, clear of the valance; the card, clear of the bulbs."""
TALLY_TICKS = 260
HEADS_PX = 21
CLAP_FROM = 0.08
IN_THE_HOUSE_Y = 440.0
"""px: further down she is among them, and has nobody's head before her."""


class Front:
    """Keeps the valance and the heads it drew."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self._valance: Surface | None = None
        self._heads: list[Surface] = []

    def frame(self, to: Surface, session: Any, act: Any, taste: Taste) -> None:
        """A valance above, and the backs of heads below: she is watched."""
        if self._valance is None or self._valance.get_width() != to.get_width():
            self._valance = scenery.valance(to.get_width())
        k = ease(act.dusk)
        to.blit(self._valance, (0, round(-20 * (1 - k))))
        if "moles_gone" in session.story.flags:
            return
        if not self._heads:
            self._heads = self._make_heads()
        if not self._heads or session.place.y - session.place.lift > IN_THE_HOUSE_Y:
            return
        claps = act.applause > CLAP_FROM and session.talk is None
        w = self._heads[0].get_width() + 14
        y = to.get_height() - round(HEADS_PX * k)
        for i in range(to.get_width() // w + 2):
            frame = 0
            if claps and (i * 37 % 10) / 10 < act.applause:
                frame = 1 + (session.tick // 7 + i) % 2
            hop = 0 if not claps or taste.calm else round(2 * abs(math.sin(session.tick * 0.2 + i)))
            pick = self._heads[(i % 3) * 3 + frame]
            to.blit(pick, (i * w - 30, y - hop))

    def _make_heads(self) -> list[Surface]:
        """Three rows of the house as seen from the row behind, each at rest and with its hands up, in the dark."""
        props = self.assets.props("other")
        out = []
        for row in "abc":
            for tail in ("", "_clap_1", "_clap_2"):
                name = f"moles_{row}{tail}"
                if not props.has(name):
                    return []
                whole = props.get(name).picture
                s = whole.subsurface(Rect(0, 0, whole.get_width(), min(HEADS_PX + 8, whole.get_height()))).copy()
                s.fill((92, 62, 118, 255), special_flags=BLEND_RGBA_MULT)
                out.append(s)
        return out

    def row(self, to: Surface, act: Any, taste: Taste) -> None:
        """A bulb for each thing that is asked."""
        n = len(act.bulbs)
        step = 13 if n < 18 else 12
        room = edges(to, taste.is_safe)
        x0, y = room.centerx - (n - 1) * step // 2, room.y + ROW_Y
        board = Surface(((n - 1) * step + 30, 20), SRCALPHA, 32)
        board.fill((*SHADOW, 150))
        to.blit(board, (x0 - 15, y - 8))
        pygame.draw.line(to, SHADOW, (x0 - 10, y - 4), (x0 + (n - 1) * step + 10, y - 4), 3)
        pygame.draw.line(to, (120, 84, 40), (x0 - 10, y - 4), (x0 + (n - 1) * step + 10, y - 4))
        first = next((i for i, b in enumerate(act.bulbs) if not b), -1)
        for i, state in enumerate(act.bulbs):
            x = x0 + i * step
            pygame.draw.rect(to, (96, 66, 34), (x - 2, y - 4, 5, 3))
            colour: Colour = (64, 44, 74)
            if state == "good":
                colour = (255, 222, 120)
                halo = Surface((21, 21), 0, 32)
                pygame.draw.circle(halo, (70, 48, 12), (10, 10), 9)
                pygame.draw.circle(halo, (90, 66, 24), (10, 10), 6)
                to.blit(halo, (x - 10, y - 8), special_flags=BLEND_RGB_ADD)
            elif state == "miss":
                colour = (116, 58, 66)
            elif i == first:
                pulse = 0.5 + 0.5 * math.cos(math.tau * act.ticks / BEAT_TICKS)
                colour = mix((84, 60, 90), (214, 170, 120), pulse)
            pygame.draw.circle(to, SHADOW, (x, y + 2), 5)
            pygame.draw.circle(to, colour, (x, y + 2), 4)
            if state == "good":
                to.set_at((x - 1, y), (255, 255, 240))
            elif state == "miss":  # its thread is broken, not only its colour
                pygame.draw.line(to, (60, 20, 34), (x - 2, y), (x, y + 3))
                pygame.draw.line(to, (60, 20, 34), (x, y + 3), (x + 2, y + 1))

    def arrows(self, to: Surface, act: Any, to_screen: ToScreen, kinds: dict[str, Colour], taste: Taste) -> None:
        """At the picture's edge, towards each lamp that shines outside it."""
        room = edges(to, taste.is_safe)
        for x, y, _, level, kind in act.beams:
            at_x, at_y = to_screen(x, y)
            if level <= LIT or room.left + 8 <= at_x <= room.right - 8:
                continue
            way = -1 if at_x < room.left else 1
            nod = 0 if taste.calm else round(2 * math.sin(math.tau * act.ticks / BEAT_TICKS))
            tip = (room.left + 6 if way < 0 else room.right - 7) + way * nod
            at_y = min(max(round(at_y), room.top + 70), room.bottom - 50)
            for grown, colour in ((3, SHADOW), (0, kinds[kind])):
                points = ((tip + way * grown, at_y), (tip - way * (14 + grown), at_y - 10 - grown))
                pygame.draw.polygon(to, colour, (*points, (tip - way * (14 + grown), at_y + 10 + grown)))

    def sign(self, to: Surface, words: Words, act: Any, marks: Glyphs, taste: Taste, cloth: Cloth, font: Font) -> None:
        """The prompter's card: what is played now, in few words."""
        key = f"show.{act.sign}"
        if not act.sign or act.sign_ticks > SIGN_TICKS:
            return
        if not words.has(key):
            return
        text = balanced(font.cut(taste.text_size), words.get(key), 300, marks)
        w, h = text.width + 26, text.height + 12
        room = edges(to, taste.is_safe)
        k = 1.0 if taste.calm else ease(min(act.sign_ticks / 12, (SIGN_TICKS - act.sign_ticks) / 12, 1.0))
        y = room.y + SIGN_Y - round((1 - k) * 12)
        plate = cloth.plate(w, h, WARM)
        plate.set_alpha(round(255 * min(k * 1.4, 1.0)))
        to.blit(plate, (room.centerx - w // 2, y))
        text.draw(to, room.centerx, y + (h - text.height) // 2 + 1, CREAM, align=0.5)

    def playbill(self, to: Surface, words: Words, act: Any, taste: Taste, cloth: Cloth, font: Font) -> None:
        """Tonight and the best so far, on a paper that is pinned up and taken down."""
        good, most, best = act.tally
        big, small = font.cut(max(taste.text_size, 150)), font.cut(taste.text_size)
        first = words.get("show.tonight", good=good, most=most)
        second = words.get("show.best", best=best)
        w = max(big.width(first), small.width(second)) + 40
        h = big.line + small.line + 34
        k = ease(min(act.tally_ticks / 18, (TALLY_TICKS - act.tally_ticks) / 18, 1.0))
        room = edges(to, taste.is_safe)
        x, y = room.centerx - w // 2, room.y + 22 - round((1 - k) * (h + 40))
        to.blit(cloth.paper(w, h, 41, 0, 0.7), (x, y))
        big.write(to, x + w // 2, y + 12, first, INK_RED, False, 0.5)
        small.write(to, x + w // 2, y + 18 + big.line, second, INK, False, 0.5)
        pygame.draw.circle(to, GOLD, (x + w // 2, y + 4), 3)
        pygame.draw.circle(to, FELT[0], (x + w // 2, y + 4), 3, 1)
