"""The whole interface over a running session, as one thing: hear it each tick, draw it each picture.

Order, lowest first: panel, talk, plates, title card; the painter has faded the world before. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from game.core.words import Words
from game.sim.panels import DollPanel
from game.sim.parts import Look
from game.view.acts import ActLook
from game.view.cries import Cries
from game.view.eyes import Eyes
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glints import draw_glints
from game.view.glyphs import Glyphs
from game.view.hud import Caption, Cards, Hud, Taste, ToScreen
from game.view.lids import draw_lids
from game.view.panels import Panels
from game.view.textbox import TextBox

OPENS_AT = 0.35
"""The plates stay away while the picture is darker than this."""
WORDS_BELOW = ("between/web",)
"""Rooms in which the faces are above, so the words stand below."""
OUT_OF_SIGHT_PX = 24
"""Her feet so far below the picture: she is not in it."""

EYES = (("ghost_silas", "soul_house"), ("ghost_hester", "soul_theatre"), ("ghost_ivy", "soul_circus"))
"""Ghosts whose strip of faces is another one as soon as their soul has been found."""


class Overlay:
    """One for a session. ``large``: the letters of the logo, for chapter cards."""

    def __init__(self, cloth: Cloth, font: Font, words: Words, large: Font | None = None) -> None:
        self._made_of = cloth, font
        self.hud = Hud(cloth, font, words)
        self.talk = TextBox(cloth, font, words)
        self.panels = Panels(cloth, font, words)
        self.cards = Cards(cloth, font, words, large)
        self.cries = Cries(cloth, font)
        self.eyes = Eyes(self.talk.drawings, font)

    def tick(self, session: Any) -> None:
        """Once after each tick of the session, while its news are there."""
        self.hud.tick(session)
        self.cries.hear(session)
        self.eyes.hear(session)

    def draw(
        self,
        to: pygame.Surface,
        session: Any,
        marks: Glyphs,
        to_screen: ToScreen,
        taste: Taste,
        captions: Sequence[Caption] = (),
        dt_s: float = 1 / 60,
        act: ActLook | None = None,
    ) -> None:
        """``to_screen`` turns a place of the map into one of ``to``; ``dt_s`` seconds since the last picture; ``act``: its look."""
        hero_y = to_screen(session.place.x, session.place.y)[1]
        side = session.room.side
        if session.fade.amount < OPENS_AT:
            draw_glints(to, session, to_screen)
            self.eyes.draw(to, session, to_screen, taste)
            if act is not None:
                act.hud(to, session, session.act, marks, taste, to_screen, *self._made_of, dt_s)
            self.cries.draw(to, to_screen, marks, taste, side)
        self.panels.talks(session.talk is not None)
        self.panels.draw(to, session.panel, marks, taste, hero_y, side, dt_s)
        look = session.world.find(session.hero, Look)
        wears = {"coraline": look.sheet} if look is not None else {}
        self.talk.portraits.wears = wears | {who: f"{who}_mended" for who, has in EYES if has in session.story.flags}
        # With the doll in her hands the picture is all panel: the words go below it.
        is_below = isinstance(session.panel, DollPanel) or self.panels.words_below
        talk_y = 0.0 if is_below or session.room.name in WORDS_BELOW else hero_y
        if hero_y > to.get_height() + OUT_OF_SIGHT_PX:
            talk_y = 0.0  # the picture has gone up from her to somebody else: the words keep off their heads
        talk_y = float(to.get_height()) if self.panels.words_above else talk_y
        self.talk.left = self.panels.words_left
        self.talk.draw(to, session.talk, marks, taste.text_size, talk_y, side, dt_s, taste.is_safe, taste.calm)
        self.talk.drawings.bubble(to, session, to_screen, self.talk.box, taste.is_safe, taste.calm)
        if session.fade.amount < OPENS_AT:
            boxes = (self.talk.box, self.panels.box, *self.cries.boxes)
            self.hud.draw(to, session, marks, to_screen, taste, captions, boxes)
        draw_lids(to, session, taste.calm)
        if session.title is not None:
            self.cards.draw(to, session.title, taste, side)
