"""The loop on a clock of its own: the same story on every screen, waiting while nobody looks, and even frames."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import pygame
import pytest

from game.app.devices import NUMBERS, Devices
from game.app.loop import Loop, Rest
from game.app.pacing import Pacing, percentile
from game.app.pad import Controls, Pad, System
from game.app.settings import Settings
from game.core.clock import TICK_S
from game.core.intent import Intent

Event = pygame.event.Event


@dataclass
class Clock:
    """Time that passes only when somebody works or sleeps."""

    now: float = 100.0
    slept: float = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self.slept += seconds


@dataclass
class Screen:
    hz: float
    has_vsync: bool = False
    size: tuple[int, int] = (1280, 720)
    toggled: int = 0

    def feed(self, event: Event) -> bool:
        return event.type == pygame.WINDOWSIZECHANGED

    def toggle_fullscreen(self) -> None:
        self.toggled += 1


@dataclass
class Shown:
    """A presenter that takes its time; with vsync it waits for the next beat of the screen."""

    clock: Clock
    work_s: float = 0.002
    beat_s: float = 0.0
    frames: list[tuple[float, float]] = field(default_factory=list)
    sizes: list[tuple[int, int]] = field(default_factory=list)

    def present(self, frame: float) -> None:
        self.clock.now += self.work_s
        if self.beat_s:
            self.clock.now = (self.clock.now // self.beat_s + 1) * self.beat_s
        self.frames.append((self.clock.now, frame))

    def resize(self, size: tuple[int, int]) -> None:
        self.sizes.append(size)


class Story:
    """Scenes of one walker whose state is all it has ever been told."""

    def __init__(self, last_tick: int, plan: Callable[[int], None] = lambda tick: None) -> None:
        self.last_tick, self.plan = last_tick, plan
        self.ticks, self.x, self.was_x = 0, 0.0, 0.0
        self.said = hashlib.blake2b(digest_size=8)
        self.controls: list[Controls] = []
        self.settled = 0

    @property
    def is_over(self) -> bool:
        return self.ticks >= self.last_tick

    def tick(self, controls: Controls) -> None:
        self.ticks += 1
        self.was_x = self.x
        self.x += controls.intent.x / 127
        self.said.update(repr(controls.intent).encode())
        self.controls.append(controls)
        self.plan(self.ticks)

    def settle(self) -> bool:
        self.settled = self.ticks
        return False

    def frame(self, between: float, dt_s: float) -> float:
        assert self.settled == self.ticks, "no picture of a stack that is about to change"
        return self.was_x + (self.x - self.was_x) * between


def key(name: str, down: bool = True) -> Event:
    return Event(pygame.KEYDOWN if down else pygame.KEYUP, key=0, mod=0, scancode=NUMBERS[name])


class Bench:
    """A loop with everything around it faked."""

    def __init__(
        self, hz: float = 60, ticks: int = 600, beat: bool = False, has_vsync: bool = False, pace: float = 1.0
    ) -> None:
        self.clock = Clock()
        self.screen = Screen(hz, has_vsync)
        self.shown = Shown(self.clock, beat_s=1 / hz if beat else 0.0)
        self.settings = Settings()
        self.pad = Pad(self.settings, Devices(lambda index: None))
        self.queue: list[Event] = []
        self.asked: list[System] = []
        self.away: list[bool] = []
        self.story = Story(ticks, self.plan)
        self.loop = Loop(
            self.story,
            self.story.frame,
            self.shown,
            self.pad,
            self.screen,
            self.settings,
            asked=self.asked.append,
            away=self.away.append,
            pace=lambda: pace,
            events=self.events,
            clock=self.clock,
            sleep=self.clock.sleep,
        )

    def events(self) -> list[Event]:
        now, self.queue = self.queue, []
        return now

    def plan(self, tick: int) -> None:
        """What the player does, by tick: the same on every screen."""
        if tick in (30, 200):
            self.pad.hold("right", True)
        if tick == 150:
            self.pad.hold("right", False)
        if tick % 77 == 0:
            self.pad.hold("dodge", True)
            self.pad.hold("dodge", False)

    def frames(self, n: int) -> None:
        for _ in range(n):
            self.loop.frame()


SCREENS = (30, 60, 72, 75, 144, 165, 240)


@pytest.mark.parametrize("hz", SCREENS)
def test_time_passes_equally_fast_on_every_screen(hz: float) -> None:
    bench = Bench(hz, ticks=10**9)
    bench.frames(round(hz * 10))
    assert abs(bench.story.ticks - 600) <= 2
    assert bench.loop.stepper.dropped_ticks == 0


def test_a_slower_world_takes_the_same_ticks_only_later() -> None:
    slow = Bench(ticks=10**9, pace=0.5)
    slow.frames(600)
    assert abs(slow.story.ticks - 300) <= 2
    told = set()
    for pace in (0.5, 0.7, 1.0):
        bench = Bench(ticks=500, pace=pace)
        bench.loop.run()
        told.add((bench.story.said.hexdigest(), bench.story.x, bench.story.ticks))
    assert len(told) == 1


def test_the_story_is_the_same_on_every_screen() -> None:
    hashes = set()
    for hz in SCREENS:
        bench = Bench(hz, ticks=500)
        bench.loop.run()
        hashes.add((bench.story.said.hexdigest(), bench.story.x, bench.story.ticks))
    assert len(hashes) == 1


def test_the_story_is_the_same_at_unsteady_frame_times() -> None:
    steady, unsteady = Bench(60, 500), Bench(60, 500)
    steady.loop.run()
    while not unsteady.loop.is_over:
        unsteady.clock.now += (unsteady.story.ticks * 7919 % 13) / 400
        unsteady.loop.frame()
    assert steady.story.said.hexdigest() == unsteady.story.said.hexdigest()


@pytest.mark.parametrize("hz", (72, 144, 165, 240))
def test_quick_screens_show_a_new_place_in_every_frame(hz: float) -> None:
    bench = Bench(hz, ticks=10**9)
    bench.pad.hold("right", True)
    bench.frames(round(hz))
    places = [frame for _, frame in bench.shown.frames[20:]]
    steps = [b - a for a, b in pairwise(places)]
    assert min(steps) > 0
    assert max(steps) < 2.0 * 60 / hz


def test_drawing_changes_nothing() -> None:
    """As often as one likes between two ticks."""
    bench = Bench()
    bench.frames(30)
    before = bench.story.said.hexdigest(), bench.story.x
    for _ in range(50):
        bench.clock.now += 1e-6
        bench.story.frame(bench.loop.stepper.between, 0.001)
    assert (bench.story.said.hexdigest(), bench.story.x) == before


def test_a_long_stall_is_dropped_and_counted() -> None:
    bench = Bench(60)
    bench.frames(10)
    before = bench.story.ticks
    bench.clock.now += 3.0
    bench.frames(1)
    assert bench.story.ticks - before == 5
    assert bench.loop.pacing.report()["dropped_ticks"] > 170


@pytest.mark.parametrize("hz", (60, 144))
def test_most_of_a_frame_is_slept_and_frames_are_even(hz: float) -> None:
    bench = Bench(hz, ticks=10**9)
    bench.frames(200)
    times = [t for t, _ in bench.shown.frames[5:]]
    lasted = [b - a for a, b in pairwise(times)]
    assert max(lasted) - min(lasted) < 1e-9
    assert abs(lasted[0] - 1 / hz) < 1e-9
    assert bench.clock.slept > 0.5 * 200 / hz


def test_with_vsync_the_screen_sets_the_pace() -> None:
    bench = Bench(60, ticks=10**9, beat=True, has_vsync=True)
    bench.frames(300)
    times = [t for t, _ in bench.shown.frames]
    assert all(abs(b - a - TICK_S) < 1e-9 for a, b in pairwise(times[1:]))
    assert abs(bench.story.ticks - 299) <= 2


def test_vsync_that_was_only_promised_is_noticed() -> None:
    bench = Bench(60, ticks=10**9, has_vsync=True)
    bench.frames(400)
    times = [t for t, _ in bench.shown.frames[300:]]
    assert abs((times[-1] - times[0]) / (len(times) - 1) - TICK_S) < 1e-9


def test_rest_does_not_race_after_a_stall() -> None:
    clock = Clock()
    rest = Rest(has_vsync=False)
    rest.rest(clock.now, TICK_S, clock, clock.sleep)
    clock.now += 5.0
    slept = []
    for _ in range(5):
        before = clock.now
        clock.now += 0.001
        rest.rest(clock.now, TICK_S, clock, clock.sleep)
        slept.append(clock.now - before)
    assert sum(t < 0.01 for t in slept) <= 2


# ---- away, back, and out


def test_the_story_waits_while_the_player_is_elsewhere_and_nothing_is_caught_up() -> None:
    bench = Bench(60, ticks=10**9)
    bench.pad.hold("right", True)
    bench.frames(10)
    bench.queue.append(Event(pygame.WINDOWFOCUSLOST))
    bench.frames(1)
    before, shown = bench.story.ticks, len(bench.shown.frames)
    bench.queue.append(key("E"))
    bench.frames(20)
    assert bench.story.ticks == before
    assert len(bench.shown.frames) == shown + 20, "the picture stays"
    assert bench.clock.slept > 1.5, "and costs next to nothing"
    bench.queue.append(Event(pygame.WINDOWFOCUSGAINED))
    bench.frames(3)
    assert 1 <= bench.story.ticks - before <= 3
    assert bench.story.controls[-1].intent == Intent(), "nothing is held any more"
    assert bench.away == [True, False]
    assert bench.loop.stepper.dropped_ticks == 0


def test_the_story_goes_on_elsewhere_if_the_player_wants_that() -> None:
    bench = Bench(60, ticks=10**9)
    bench.settings.pause_away = False
    bench.queue.append(Event(pygame.WINDOWFOCUSLOST))
    bench.frames(60)
    assert bench.story.ticks >= 58
    assert bench.away == [True]


def test_taps_between_two_ticks_are_not_lost_on_a_quick_screen() -> None:
    bench = Bench(240, ticks=10**9)
    for _ in range(40):
        bench.queue += [key("E"), key("E", down=False)]
        bench.frames(4)
    pressed = sum(bool(c.intent.pressed) for c in bench.story.controls)
    assert pressed >= 39


def test_system_keys_reach_who_they_are_for() -> None:
    bench = Bench(ticks=10**9)
    bench.frames(2)
    for name in ("F11", "F12", "F3", "F8"):
        bench.queue.append(key(name))
        bench.frames(2)
    assert bench.screen.toggled == 1
    assert bench.shown.sizes == [(1280, 720)]
    assert bench.asked == [System.SCREENSHOT, System.REPLAY]
    assert bench.loop.pacing.is_shown


def test_a_resize_reaches_the_presenter_and_closing_ends_it() -> None:
    bench = Bench(ticks=10**9)
    bench.queue.append(Event(pygame.WINDOWSIZECHANGED))
    bench.frames(1)
    assert bench.shown.sizes == [(1280, 720)]
    bench.queue.append(Event(pygame.QUIT))
    bench.loop.run()
    assert bench.loop.is_over


# ---- what is measured


def test_pacing_reports_percentiles_of_the_last_minute() -> None:
    pacing = Pacing(1 / 60)
    for n in range(4000):
        pacing.note(0.016 if n % 100 else 0.05, 0.002, 1, 0)
    report = pacing.report()
    assert report["frames"] == 4000
    assert report["frame_p50_ms"] == report["frame_p95_ms"] == 16.0
    assert report["late"] == 36
    assert report["longest_ms"] == 50.0
    assert '"frame_p99_ms"' in pacing.to_json()
    assert percentile([5.0], 0.99) == 5.0


def test_the_overlay_paints_without_frames_and_with(tmp_path: object) -> None:
    pygame.font.init()
    surface = pygame.Surface((640, 360))
    pacing = Pacing(1 / 60)
    pacing.paint(surface, pygame.font.Font(None, 14))
    pacing.note(0.03, 0.002, 1, 0)
    pacing.paint(surface, pygame.font.Font(None, 14))
    assert surface.get_at((5, 5))[:3] != (0, 0, 0)
