"""Play: the session on the screen. Ticks it with the player's intent and draws what stands before the world.

What else must know of a tick (ear, saves, recordings) is told through ``after``; this scene knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.scenes.chapter_end import ChapterEnd
from game.app.scenes.journal import JournalScene
from game.app.scenes.notice import Notice
from game.app.scenes.pause import Pause
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Push, Scene, Shell, Swap, went
from game.core.intent import Intent
from game.sim.session import Session
from game.view.badge import Badges
from game.view.felt import edges
from game.view.journal import Journal
from game.view.overlay import Overlay
from game.view.painter import Frame
from game.view.run_clock import RunClock
from game.view.show import Show

BADGE_BELOW_PX = 20
"""An honour's notice leaves room for the crosses that say a story was kept."""


class Play:
    """``after`` is called after every tick with the intent; ``captions`` are asked for at every picture.

    ``hands`` may put other wishes in the player's place, as a replay does.
    """

    is_over = False

    def __init__(
        self,
        shell: Shell,
        session: Session,
        show: Show,
        after: Callable[[Intent, Session], None],
        captions: Callable[[], list[tuple[str, str, float]]] = list,
        notice: str = "",
        hands: Callable[[Intent], Intent] | None = None,
    ) -> None:
        self.shell = shell
        self.session = session
        self.show = show
        self._after = after
        self._captions = captions
        self._notice = notice
        self._hands = hands
        self.overlay = Overlay(shell.cloth, shell.font, shell.words, shell.large)
        self.badges = Badges(shell.cloth, shell.font, shell.words)
        self.clock = RunClock(shell.cloth, shell.font)
        self.journal = Journal(shell.cloth, shell.font, shell.words, shell.load_room)
        self._dt_s = DT_S

    # ---- a tick

    def tick(self, controls: Controls) -> Change | None:
        if self._notice:
            notice, self._notice = self._notice, ""
            return Push(Notice(self.shell, notice))
        if controls.lost:
            return Push(Notice.lost(self.shell))
        if went(controls, Menu.PAUSE):
            self.shell.sound("ui_page")
            return Push(Pause(self.shell, self.session))
        if went(controls, Menu.JOURNAL) and self.session.leaving is None:
            return Push(JournalScene(self.shell, self.session, journal=self.journal))
        session = self.session
        intent = self._hands(controls.intent) if self._hands else controls.intent
        session.step(intent)
        self.overlay.tick(session)
        self.show.hear(session)
        self._after(intent, session)
        self.badges.add(self.shell.newly_earned())
        if self._is_calm():
            self.badges.pass_by(DT_S)
        if session.is_story_over and not session.scenes:
            session.is_story_over = False
            return Swap(self.shell.end(session) or self._title(), all=True)
        if session.is_chapter_over and not session.scenes:
            chapter, session.is_chapter_over = session.is_chapter_over, 0
            return Push(ChapterEnd(self.shell, chapter, self._go_on))
        return None

    def _is_calm(self) -> bool:
        """Whether there is leisure to be told of an honour: nobody speaks, no hands are busy, nothing is after her."""
        session = self.session
        is_chased = session.act is not None and session.act.is_dangerous
        return session.talk is None and session.panel is None and not is_chased

    def _go_on(self) -> Change:
        """After the ribbon: the next chapter, or the title when none is written."""
        return Pop() if self.session.story.beat in self.session.content.beats else self._to_title()

    def _title(self) -> Scene:
        title = self.shell.title()
        assert title is not None, "the shell has no title"
        return title

    def _to_title(self) -> Change:
        return Swap(self._title(), all=True)

    # ---- a picture

    def frame(self, between: float, dt_s: float) -> Frame:
        """The world, without the interface. With ``dt_s`` 0 it stands still, as under a menu."""
        self._dt_s = dt_s
        return self.show.frame(self.session, between if dt_s else 1.0, dt_s)

    def draw(self, surface: pygame.Surface, between: float) -> None:
        session, taste = self.session, self.shell.taste
        marks = self.shell.glyphs()
        corner_x, corner_y = self.show.corner

        def to_screen(x: float, y: float) -> tuple[float, float]:
            return x - corner_x, y - corner_y

        captions = self._captions()
        self.overlay.draw(surface, session, marks, to_screen, taste, captions, self._dt_s, self.show.acts.of(session))
        if self.shell.settings.run_clock and session.panel is None:
            best = self.shell.records.best_run(session.rules.difficulty)
            self.clock.draw(surface, edges(surface, taste.is_safe), session.story.counts, best, taste.text_size)
        if self._is_calm():
            self.badges.draw(surface, taste, BADGE_BELOW_PX)
