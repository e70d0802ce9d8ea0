"""A game without a window: the same scenes, ticked by hand. What ``shot`` and ``drive`` share."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.app.errors import UsageError
from game.app.game import Game, Kept
from game.app.settings import Settings
from game.content.editor import room_name, spawn_near
from game.content.start import boss_session, new_session
from game.core.clock import TICK_S
from game.data import data_folder
from game.sim.parts import Rules
from game.sim.session import Content, Session
from game.view.ear import open_ear
from game.view.painter import Painter, Size
from game.view.shot import painter_for, save_picture
from game.view.stage import Choice

EASING_PICTURES = 24


def place_of(options: argparse.Namespace) -> tuple[str, str]:
    """(map, spawn) of the options that commands share; a map may be written as a path, as Tiled gives it."""
    maps = data_folder("maps")
    name = room_name(options.map, maps) if options.map else ""
    return name, options.spawn or (spawn_near(name, maps, options.at_object) if name else "")


def session_for(options: argparse.Namespace, rules: Rules, content: Content | None = None) -> Session:
    """The session those options ask for: a fight, a beat, or a map. Raises StartError or BossError."""
    if options.attack and not options.boss:
        raise UsageError(f"--attack {options.attack}: say whose, with --boss")
    if options.boss:
        return boss_session(options.boss, options.attack, options.seed, rules, content)
    return new_session(*place_of(options), options.beat, options.flag, options.seed, rules, content)


class Headless:
    """``tick`` as often as you like; ``picture`` when you want to see."""

    def __init__(
        self,
        session: Session | None = None,
        size: Size = (640, 360),
        renderer: Choice = "software",
        kept: Kept | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.settings = settings or Settings(first_run=False, captions=True)
        self.game = Game(self.settings, kept or Kept(), size)
        self.game.begin(session or new_session(rules=self.settings.rules(), content=self.game.content))
        self.game.open_ear(open_ear({}, data_folder("assets"), True))
        self._renderer: Choice = renderer
        self._painter: Painter | None = None
        self.size = size

    @property
    def session(self) -> Session | None:
        return self.game.play.session if self.game.play is not None else None

    @property
    def is_over(self) -> bool:
        return self.game.scenes.is_over

    @property
    def screen(self) -> str:
        """The topmost scene's name: play, pause, title ..."""
        return "" if self.is_over else type(self.game.scenes.top).__name__.lower()

    @property
    def painter(self) -> Painter:
        """Opened when first needed."""
        if self._painter is None:
            self._painter, note = painter_for(self._renderer, self.size)
            if note:
                self.game.note(note)
        return self._painter

    def tick(self, ticks: int = 1) -> None:
        game = self.game
        for _ in range(ticks):
            if game.scenes.is_over:
                return
            game.scenes.tick(game.pad.tick())
            game.scenes.settle()
            if not game.scenes.is_over:
                game.hear_frame(TICK_S)

    def picture(self, path: Path) -> Path:
        """Paints what is to be seen now, as PNG. Raises OSError."""
        painter = self.painter
        # Looks that ease (camera, grade, panels) had no pictures meanwhile: let them arrive.
        for _ in range(EASING_PICTURES):
            frame = self.game.paint(1.0, 1 / 30)
        painter.draw(frame)
        return save_picture(painter, path)
