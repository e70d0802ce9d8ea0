"""The loop: input -> ticks -> draw, for as long as there is a scene. The only place where real time passes.

Ticks come at 60 Hz whatever the screen does; pictures come as the screen does, drawn between two ticks. Everything it
needs is handed in, so that tests run it with a clock of their own.
"""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, Protocol

import pygame

from game.app.memory import give_back
from game.app.pacing import Pacing, percentile
from game.app.pad import Controls, Pad, System
from game.app.settings import Settings
from game.core.clock import Stepper

AWAY_S = 0.1
"""Between two pictures while the story waits in the background."""
VSYNC_SLACK = 0.85
"""With vsync the screen sets the pace; ours is only a guard, a little quicker, so that the two never fight."""
TRIAL_FRAMES = 60
NEVER = 1_000_000
"""Collections of the middle-aged before one of the old."""


class Scenes(Protocol):
    """The stack of scenes. ``settle`` does what the topmost answered in its tick; True when the stack has changed."""

    @property
    def is_over(self) -> bool: ...
    def tick(self, controls: Controls, /) -> None: ...
    def settle(self) -> bool: ...


class Presenter(Protocol):
    """Shows a finished frame; with vsync it waits for the screen."""

    def present(self, frame: Any, /) -> None: ...
    def resize(self, size: tuple[int, int], /) -> None: ...


class Screen(Protocol):
    """What the loop asks of the window."""

    has_vsync: bool

    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def hz(self) -> float: ...
    def feed(self, event: pygame.event.Event, /) -> bool: ...
    def toggle_fullscreen(self) -> None: ...


def nothing(*_: object) -> None:
    """For callbacks that nobody wants."""


class Loop:
    """``paint(between, dt_s)`` makes the frame to be presented; it changes nothing that a tick can see.

    ``pace`` 0.5..1: how fast time goes; a slow world takes the same ticks, only later.
    ``asked`` is told of F8 and F12; ``away`` of the player turning to another window (True) and back (False).
    """

    def __init__(
        self,
        scenes: Scenes,
        paint: Callable[[float, float], Any],
        presenter: Presenter,
        pad: Pad,
        window: Screen,
        settings: Settings,
        *,
        asked: Callable[[System], None] = nothing,
        away: Callable[[bool], None] = nothing,
        pace: Callable[[], float] = lambda: 1.0,
        events: Callable[[], Iterable[pygame.event.Event]] = pygame.event.get,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.scenes, self.presenter, self.pad, self.window, self.settings = scenes, presenter, pad, window, settings
        self._paint = paint
        self._pace = pace
        self._asked, self._away, self._events, self._clock, self._sleep = asked, away, events, clock, sleep
        self.stepper = Stepper()
        self.is_over = False
        self.pacing = Pacing(1 / window.hz)
        self._rest = Rest(window.has_vsync)
        self._last = clock()

    def run(self) -> None:
        """Until the last scene is gone or the window is closed."""
        settle()
        self._last = self._clock()
        while not self.is_over:
            self.frame()

    def frame(self) -> None:
        """One picture, and the ticks that are due before it."""
        now = self._clock()
        elapsed, self._last = now - self._last, now
        was_waiting = self.is_waiting
        for event in self._events():
            self._hear(event)
        is_still = was_waiting or self.is_waiting
        ticks = 0 if is_still else self.stepper.take(elapsed * self._pace())
        for _ in range(ticks):
            controls = self.pad.tick()
            self._obey(controls.system)
            self.scenes.tick(controls)
            self.scenes.settle()
            if self.scenes.is_over:
                self.is_over = True
                return
        frame = self._paint(self.stepper.between, 0.0 if is_still else elapsed)
        worked = self._clock() - now
        self.presenter.present(frame)
        self.pacing.note(elapsed, worked, ticks, self.stepper.dropped_ticks)
        self._rest.rest(now, AWAY_S if self.is_waiting else self.pacing.period_s, self._clock, self._sleep)

    @property
    def is_waiting(self) -> bool:
        """Whether time stands still because the player is elsewhere."""
        return not self.pad.has_focus and self.settings.pause_away

    def _hear(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.is_over = True
        elif self.window.feed(event):
            self.presenter.resize(self.window.size)
            self.pacing.period_s = 1 / self.window.hz
        had_focus = self.pad.has_focus
        self.pad.feed(event)
        if self.pad.has_focus != had_focus:
            self._away(had_focus)

    def _obey(self, system: System) -> None:
        if System.FULLSCREEN in system:
            self.window.toggle_fullscreen()
            self.presenter.resize(self.window.size)
        if System.PACING in system:
            self.pacing.is_shown = not self.pacing.is_shown
        if rest := system & (System.SCREENSHOT | System.REPLAY):
            self._asked(rest)


class Rest:
    """Sleeps out the rest of a frame. Keeps to a beat rather than to a length, so that small errors do not add up."""

    def __init__(self, has_vsync: bool) -> None:
        self.has_vsync = has_vsync
        self._due = 0.0
        self._starts: deque[float] = deque(maxlen=TRIAL_FRAMES)

    def rest(self, started: float, period_s: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """``started``: when this frame began. Comes back when the next should begin."""
        if self.has_vsync and self._is_trial_over(started, period_s):
            self.has_vsync = False  # promised, but the screen does not make us wait
        now = clock()
        if self.has_vsync:
            self._due = started + period_s * VSYNC_SLACK
        else:
            self._due += period_s
            if abs(self._due - now) > period_s:  # far behind, or another beat: begin anew
                self._due = started + period_s
        if self._due > now:
            sleep(self._due - now)

    def _is_trial_over(self, started: float, period_s: float) -> bool:
        self._starts.append(started)
        if len(self._starts) < TRIAL_FRAMES:
            return False
        starts = list(self._starts)
        typical = percentile([b - a for a, b in pairwise(starts)], 0.5)
        return typical < period_s * (VSYNC_SLACK + 1) / 2


def settle(is_new: bool = False) -> None:
    """After loading: what was loaded stays, so the collector need not look at it again in the middle of a frame.

    What is not loaded lives short: it is looked through when the next room is entered, not in between. ``is_new``: another
    game begins, so all of the one before is looked through, which takes ten times as long.
    """
    if is_new:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    give_back()
