"""`play`: the window, the loop, the sound. Puts Game, Window, Presenter and Loop together and lets them run."""

from __future__ import annotations

import argparse
import contextlib
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame

from game.app.front import Front, open_window
from game.app.game import Game, Kept
from game.app.headless import session_for
from game.app.loop import Loop
from game.app.packed import open_to_record
from game.app.pad import System
from game.app.presenter import FITS, Presenter
from game.app.replay import Recording, do_deed
from game.app.scenes.play import Play
from game.app.settings import Settings
from game.app.watch import Watcher
from game.app.window import Window
from game.core.intent import Intent
from game.data import data_folder
from game.sim.panels import BoardPanel
from game.sim.panels.board import PLACES
from game.sim.parts import Rules
from game.sim.session import Session
from game.sim.systems.reveal import UP_PX
from game.sim.systems.throw import slows
from game.view.ear import open_ear
from game.view.fit import fitted
from game.view.painter import Frame

AIMS_SLOWLY = 0.5
"""The world's pace while she aims, for who has asked for that."""
BOARD_REACH_PX = 150.0
"""Of the canvas: so far from the middle of the clue board a mouse is at full tilt."""


def play(options: argparse.Namespace, front: Front) -> int:
    """Plays in the window that is open until it is closed."""
    if front.note:
        print(front.note, file=sys.stderr)
    settings = front.settings
    game = Game(settings, replace(Kept.on_disk(options.saves), settings=front.file))
    with contextlib.ExitStack() as stack:
        if options.record:
            # The recording begins with the first session that is played, from the title or from the command line.
            game.record_to = stack.enter_context(open_to_record(options.record))
        game.begin(_session(options, settings.rules(), game))
        window = front.window or open_window(settings)
        Run(game, window, options.mute, options.watch, options.pacing).run()
    return 0


def _session(options: argparse.Namespace, rules: Rules, game: Game) -> Session | None:
    """What was asked for on the command line; None = the title."""
    if not (options.map or options.beat or options.flag or options.boss or options.attack):
        return None
    return session_for(options, rules, game.content)


def pace_of(game: Game) -> float:
    """How fast the world goes: as the player and the act have it, whole in menus and while it keeps time with music."""
    top = game.scenes.top
    if not isinstance(top, Play) or (top.session.act is not None and top.session.act.keeps_time):
        return 1.0
    act = top.session.act
    own = act.pace if act is not None and top.session.talk is None else 1.0
    if top.session.rules.slow_throw and slows(top.session):
        own = min(own, AIMS_SLOWLY)
    return game.settings.speed * own


class Run:
    """One run of the game in a window."""

    def __init__(self, game: Game, window: Window, is_mute: bool, watches: bool, pacing: Path | None) -> None:
        self.game = game
        self._is_mute = is_mute
        self._pacing = pacing
        settings = game.settings
        self.window = window
        shaders = data_folder("assets") / "shaders"
        self.presenter = Presenter(self.window, settings, game.size, shaders, game.note)
        game.pad.devices.start()
        game.pad.pointed = self._pointed
        game.pad.on_board = self._on_board
        self.loop = Loop(
            game.scenes,
            self._paint,
            self.presenter,
            game.pad,
            self.window,
            settings,
            asked=self._asked,
            away=self._away,
            pace=lambda: pace_of(game),
        )
        self.watcher = Watcher(game) if watches else None
        self._pictures = 0
        self._last: Frame | None = None

    def _pointed(self, at: tuple[int, int]) -> tuple[float, float]:
        """The way from her waist to a place in the window, canvas px."""
        game, play = self.game, self.game.play
        if play is None:
            return 0.0, 0.0
        area = fitted(game.size, self.window.size, FITS[game.settings.scale])
        x, y = (at[0] - area.x) * game.size[0] / area.w, (at[1] - area.y) * game.size[1] / area.h
        corner, place = game.show.corner, play.session.place
        return x + corner[0] - place.x, y + corner[1] - (place.y - UP_PX)

    def _on_board(self, at: tuple[int, int]) -> tuple[float, float] | None:
        """The way from the middle of the clue board to a place in the window, in parts of its reach; None when it is not open."""
        game, play = self.game, self.game.play
        if play is None or not isinstance(play.session.panel, BoardPanel) or play.session.talk is not None:
            return None
        area = fitted(game.size, self.window.size, FITS[game.settings.scale])
        x, y = (at[0] - area.x) * game.size[0] / area.w, (at[1] - area.y) * game.size[1] / area.h
        x, y = (x - game.size[0] / 2) / BOARD_REACH_PX, (y - PLACES[-1][1]) / BOARD_REACH_PX
        far = max(math.hypot(x, y), 1.0)
        return x / far, y / far

    def run(self) -> None:
        try:
            self.loop.run()
        finally:
            if self._pacing is not None:
                self._pacing.write_text(self.loop.pacing.to_json(), encoding="utf-8")
            if self.game.kept.settings is not None and not self.game.settings.first_run:
                self.game.kept.settings.save(self.game.settings)
            self.game.close()
            self.window.close()

    def _paint(self, between: float, dt_s: float) -> Frame:
        self._pictures += 1
        if self._pictures == 2:
            self._open_ear()
        if self.watcher is not None:
            self.watcher.look(dt_s)
        frame = self.game.paint(between, dt_s)
        self.game.hear_frame(dt_s)
        if self.loop.pacing.is_shown:
            frame.paint_over = self._with_pacing(frame)
        self._last = frame
        return frame

    def _with_pacing(self, frame: Frame) -> Callable[[pygame.Surface], None]:
        inner = frame.paint_over
        lines = self.loop.pacing.lines()
        font = self.game.shell.font.cut(100)

        def paint(surface: pygame.Surface) -> None:
            if inner is not None:
                inner(surface)
            surface.fill((12, 8, 24), (4, 4, 190, 6 + font.line * len(lines)))
            for i, line in enumerate(lines):
                font.write(surface, 8, 7 + i * font.line, line, (246, 240, 228))

        return paint

    def _open_ear(self) -> None:
        """Sound takes a while to start and must not keep the first picture waiting."""
        game = self.game

        def open_() -> None:
            volumes = {bus: steps / 10 for bus, steps in game.settings.volumes.items()}
            ear = open_ear(volumes, data_folder("assets"), self._is_mute)
            if ear.why and not self._is_mute:
                game.note(f"no sound: {ear.why}")
            game.open_ear(ear)

        if pygame.mixer.get_init() is None:
            open_()

    def _away(self, is_away: bool) -> None:
        game = self.game
        if game.ear is not None and game.settings.mute_away:
            game.ear.volume("master", 0.0 if is_away else game.settings.volumes["master"] / 10)
        if is_away and game.play is not None:
            game._save()

    def _asked(self, system: System) -> None:
        stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")  # looks, not rules: the only clock here
        folder = Path.home()
        if System.SCREENSHOT in system:
            path = folder / f"pink-palace_{stamp}.png"
            pixels = self.presenter.screen.painter.read()
            pygame.image.save(pygame.image.frombuffer(pixels.tobytes(), pixels.shape[1::-1], "RGB"), path)
            self.game.note(self.game.content.words.get("system.screenshot", file=path))
        if System.REPLAY in system:
            path = folder / f"pink-palace_{stamp}.replay"
            path.write_bytes(self.game.tail.to_bytes())
            self.game.note(self.game.content.words.get("system.replay_saved", file=path))


def show_replay(recording: Recording, session: Session) -> int:
    """Shows a recording in the window at its own pace; then she is the player's."""
    settings = Settings(first_run=False)
    window = open_window(settings)
    game = Game(settings, Kept())
    intents = recording.intents()
    done = 0

    def hands(own: Intent) -> Intent:
        nonlocal done
        for deed in recording.deeds.get(done, ()):
            do_deed(session, deed)
        done += 1
        return next(intents, own)

    game.hands = hands
    game.begin(session)
    Run(game, window, is_mute=False, watches=False, pacing=None).run()
    return 0
