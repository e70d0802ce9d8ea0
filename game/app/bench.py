"""`bench`: how fast everything is, in process time, under dummy drivers. Nothing here asserts; figures are for reading.

The floor is a frame of nothing but must (blit the view, 60 sprites, one multiply over everything, flip), alternated with ours in
the same process: the ratio to it means the same on every machine, milliseconds do not.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import pygame

from game.app import bench_story
from game.app.bench_cases import CASES, CLOCKS, FIGHTS, RUNS, STONE_UP, TOUR
from game.app.errors import UsageError
from game.app.headless import Headless
from game.app.loop import settle
from game.app.memory import most_mb
from game.app.settings import Settings
from game.content.start import boss_session, make_content, new_session, playable_beats
from game.core.intent import STICK, Action, Intent
from game.sim.parts import Harm
from game.sim.session import Session
from game.sim.story import BEATS
from game.sim.systems.reveal import ITEM

FRAMES = 600
WARM_FRAMES = 90
FLOORS = 15
FLOOR_FRAMES = 40
TICKS = 6000
SPRITES = 60
TOUR_FRAMES = 100
WAYS = ((STICK, 0), (0, STICK), (-STICK, 0), (0, -STICK), (90, 90), (-90, -90))


def bench(options: argparse.Namespace) -> int:
    """Measures and prints."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    if options.case not in CASES:
        raise UsageError(f"--case {options.case}: there are {', '.join(CASES)}")
    if options.frames is not None:
        case = Case(options.case)
        for _ in range(options.frames):
            case.frame()
        return 0
    if options.story:
        return _story(options)
    figures = measure()
    if options.json:
        print(json.dumps(figures))
    else:
        _tell(figures)
    return 0


def _story(options: argparse.Namespace) -> int:
    for beat in (options.from_beat, options.until):
        if beat and beat not in playable_beats():
            raise UsageError(f"no beat that is told is called {beat!r}; `beats` lists them")
    told = []
    for beat in bench_story.beats_between(options.from_beat, options.until):
        told.append(bench_story.measure(beat).to_data())
        if not options.json:
            bench_story.tell(told[-1])
    if options.json:
        print(json.dumps(told))
    return 0


class Case:
    """A game walking about on one map, in a window that nobody sees."""

    def __init__(self, name: str) -> None:
        room, spawn, beat, flags = CASES[name]
        ids = [b.id for b in BEATS]
        told = ids[: ids.index(beat)] if beat else []
        settings = Settings(first_run=False)
        settings.wide_lens = name == "lens_wide"
        settings.no_fail = name in FIGHTS or name in RUNS  # it would begin again and again
        if name in FIGHTS:
            session = boss_session(*FIGHTS[name], rules=settings.rules())
        else:
            session = new_session(room, spawn, flags=(*told, *flags), rules=settings.rules())
        if name in STONE_UP:
            session.give(ITEM)
        self.name = name
        self.clock = CLOCKS.get(name)
        if self.clock:
            session.story.counts["runout.house"] = self.clock[0]
            session.enter(room, session.room.first_spawn)
        self.headless = Headless(session, settings=settings)
        self.game = self.headless.game
        self.painter = self.headless.painter
        self.window = pygame.display.set_mode((640, 360))
        self.n = 0
        settle()

    def intent(self) -> Intent:
        if self.name in RUNS:
            return Intent(STICK, 0, Action.RUN)
        x, y = WAYS[self.n // 50 % len(WAYS)]
        if self.clock:
            x = y = 0  # the floor would go from under her
        return Intent(x, y, Action.STONE if self.name in STONE_UP else Action(0))

    def tick(self) -> None:
        self.n += 1
        play = self.game.play
        assert play is not None
        session = play.session
        if self.clock:
            first, last = self.clock
            session.story.counts["runout.house"] = first + self.n % max(last - first, 1)
            harm = session.world.get(session.hero, Harm)
            harm.tumble, session.wants_again = 0, ""
        if self.name in FIGHTS or self.name in RUNS:
            session.story.counts["stitches"] = (
                0  # she stands in the way of all of it: sewing would be all there is to see
            )
        if self.clock or self.name in STONE_UP:  # nothing is told here: she walks and looks
            session.scenes.clear()
            session.talk, session.locks = None, 0
        session.step(self.intent())
        play.overlay.tick(play.session)

    def draw(self) -> None:
        self.painter.draw(self.game.paint(0.5, 1 / 60))

    def show(self) -> None:
        target: Any = getattr(self.painter, "target", None)
        if target is not None:
            self.window.blit(target, (0, 0))
        pygame.display.flip()

    def frame(self) -> None:
        self.tick()
        self.draw()


def measure() -> dict[str, Any]:
    """All figures; ms are process time unless they say otherwise."""
    started = time.process_time()
    content = make_content()
    session = new_session("real/flat_down", content=content)
    first_map = (time.process_time() - started) * 1000
    headless = _headless(session)
    cases = {name: _case(name) for name in CASES}
    flat = cases["flat_down"]
    return {
        "headless": headless,
        "tick_ms": flat["tick_ms"],
        "draw_ms": {name: c["draw_ms"] for name, c in cases.items()},
        "frame_ms": {name: c["frame_ms"] for name, c in cases.items()},
        "floor_ms": flat["floor_ms"],
        "ratio": {name: c["ratio"] for name, c in cases.items()},
        "parts_ms": flat["parts_ms"],
        "first_frame_ms": round(first_frame_ms(), 1),
        "title_ms": round(title_ms(), 1),
        "first_map_ms": round(first_map, 1),
        "scene_change_ms": round(scene_change_ms(), 1),
        "tour": tour(),
        "rss_mb": round(rss_mb(), 1),
        "hash": headless.pop("hash"),
    }


def _headless(session: Session) -> dict[str, Any]:
    spent = time.process_time()
    for i in range(TICKS):
        x, y = WAYS[i // 50 % len(WAYS)]
        session.step(Intent(x, y))
    spent = time.process_time() - spent
    return {
        "ticks_per_s": round(TICKS / spent),
        "times_real_time": round(TICKS / spent / 60, 1),
        "hash": session.state_hash(),
    }


def _case(name: str) -> dict[str, Any]:
    case = Case(name)
    for _ in range(WARM_FRAMES):
        case.frame()
    floor = Floor()
    ticks, draws, frames, ratios, floors = [], [], [], [], []
    each = FRAMES // FLOORS
    for _ in range(FLOORS):
        ours = []
        for _ in range(each):
            a = time.process_time()
            case.tick()
            b = time.process_time()
            case.draw()
            c = time.process_time()
            ticks.append((b - a) * 1000)
            draws.append((c - b) * 1000)
            frames.append((c - a) * 1000)
            ours.append((c - b) * 1000)
        bare = each_ms(floor.frame, FLOOR_FRAMES)
        floors.append(bare)
        ratios.append(statistics.median(ours) / bare)
    return {
        "tick_ms": _spread(ticks),
        "draw_ms": _spread(draws),
        "frame_ms": _spread(frames),
        "floor_ms": round(statistics.median(floors), 4),
        "ratio": {
            "median": round(statistics.median(ratios), 2),
            "min": round(min(ratios), 2),
            "max": round(max(ratios), 2),
        },
        "parts_ms": _parts(case),
    }


def _parts(case: Case) -> dict[str, float]:
    """Where a picture's time goes: the show, the painter, the interface, the present."""
    game = case.game
    shows, paints, overs, presents = [], [], [], []
    surface = pygame.Surface(game.size, 0, 32)
    for _ in range(200):
        case.tick()
        a = time.process_time()
        frame = game.paint(0.5, 1 / 60)
        b = time.process_time()
        over, frame.paint_over = frame.paint_over, None
        case.painter.draw(frame)
        c = time.process_time()
        if over is not None:
            over(surface)
        d = time.process_time()
        case.show()
        shows.append(b - a)
        paints.append(c - b)
        overs.append(d - c)
        presents.append(time.process_time() - d)
    parts = {"show": shows, "painter": paints, "interface": overs, "present": presents}
    return {name: round(statistics.median(times) * 1000, 4) for name, times in parts.items()}


class Floor:
    """The least that any 640x360 software frame costs."""

    def __init__(self) -> None:
        self.view = pygame.Surface((640, 360), 0, 32)
        self.ground = pygame.Surface((640, 360), 0, 32)
        self.light = pygame.Surface((640, 360), 0, 32)
        self.light.fill((200, 190, 180))
        self.sprite = pygame.Surface((24, 44), pygame.SRCALPHA, 32)
        self.sprite.fill((200, 100, 50, 180))
        self.window = pygame.display.get_surface() or pygame.display.set_mode((640, 360))

    def frame(self) -> None:
        self.view.blit(self.ground, (0, 0))
        for i in range(SPRITES):
            self.view.blit(self.sprite, (i * 10 % 600, i * 37 % 300))
        self.view.blit(self.light, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        self.window.blit(self.view, (0, 0))
        pygame.display.flip()


def each_ms(work: Callable[[], None], times: int) -> float:
    """ms of process time for one."""
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) * 1000 / times


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 3),
        "p99": round(ordered[int(len(ordered) * 0.99)], 3),
        "max": round(ordered[-1], 3),
    }


FIRST_FRAME = """
import time
from game.app.front import open_window, show_still
from game.app.settings import Settings
show_still(open_window(Settings(first_run=False, renderer="software")))
print(time.process_time() * 1000)
"""
TITLE = """
import time
from game.app.game import Game, Kept
from game.app.settings import Settings
from game.view.shot import painter_for
painter, _ = painter_for("software", (640, 360))
game = Game(Settings(first_run=False), Kept())
game.begin()
painter.draw(game.paint(1.0, 1 / 60))
print(time.process_time() * 1000)
"""


def first_frame_ms() -> float:
    """ms of process time from starting Python to the first picture in the window, in a process of its own."""
    return _fresh_ms(FIRST_FRAME)


def title_ms() -> float:
    """ms of process time from starting Python to a title that answers, in a process of its own."""
    return _fresh_ms(TITLE)


def _fresh_ms(code: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        # Compiled as an installed game is; the first run only compiles.
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": folder}
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
            )
    return float(done.stdout.split()[-1])


def scene_change_ms() -> float:
    """ms from one map to another, pictures included: grounds to the flat."""
    case = Case("rain")
    for _ in range(30):
        case.frame()
    play = case.game.play
    assert play is not None
    started = time.process_time()
    play.session.enter("real/flat_down", "from_grounds")
    case.draw()
    return (time.process_time() - started) * 1000


def tour() -> dict[str, Any]:
    """Every map in turn, in a process of its own: ms to the first picture of each, and the most memory, MB, that it took."""
    code = "import json; from game.app.bench import go_on_tour; print(json.dumps(go_on_tour()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def go_on_tour() -> dict[str, Any]:
    """What ``tour`` says."""
    case = Case("other_flat")
    play = case.game.play
    assert play is not None
    play.session.enter("real/flat_down", "cp_hall_mid")
    changes = []
    for room, spawn in TOUR:
        for _ in range(TOUR_FRAMES):
            case.frame()
        started = time.process_time()
        play.session.enter(room, spawn)
        case.tick()
        settle()
        case.draw()
        changes.append((room, round((time.process_time() - started) * 1000)))
    return {"changes_ms": changes, "rss_mb": round(most_mb(), 1)}


PLAYED = """
import pygame
from game.app.game import Game, Kept
from game.app.loop import settle
from game.app.memory import most_mb
from game.app.scenes.scene import Scenes
from game.app.settings import Settings
from game.content.start import new_session
from game.core.intent import Intent
from game.data import data_folder
from game.view.ear import open_ear
from game.view.screen import Screen
pygame.display.init()
window = pygame.display.set_mode((1280, 720))
game = Game(Settings(first_run=False), Kept())
screen = Screen(data_folder("assets") / "shaders", game.size)
game.begin()
game.open_ear(open_ear({}, data_folder("assets"), False))
def frames(n):
    for i in range(n):
        if game.play is not None:
            game.play.session.step(Intent(100 if i % 80 < 40 else -100, 60 if i % 50 < 25 else -60))
        game.hear_frame(1 / 60)
        screen.show(game.paint(0.5, 1 / 60), window)
frames(40)
session = new_session("real/grounds", "cp_porch", content=game.content)
game.scenes = Scenes(game.play_scene(session))
frames(120)
for room, spawn in (("real/flat_down", "from_grounds"), ("real/grounds", "cp_porch")):
    session.enter(room, spawn)
    settle()
    frames(120)
game.scenes = Scenes(game.title_scene())
frames(20)
print(most_mb())
"""


def rss_mb() -> float:
    """The most memory, MB, of a game from the title through two maps and back, in a process of its own; 0 where nobody says."""
    if sys.platform != "linux":
        return 0.0
    done = subprocess.run([sys.executable, "-c", PLAYED], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def _tell(figures: dict[str, Any]) -> None:
    h = figures["headless"]
    print(f"headless     {h['ticks_per_s']} ticks a second ({h['times_real_time']} times real time)")
    print(f"tick         {figures['tick_ms']['median']:.2f} ms, p99 {figures['tick_ms']['p99']:.2f}")
    for name, frame in figures["frame_ms"].items():
        ratio = figures["ratio"][name]["median"]
        spread = f"{frame['median']:.2f} ms, p99 {frame['p99']:.2f}, worst {frame['max']:.2f}"
        print(f"frame        {spread}; draw {ratio} x floor ({name})")
    parts = ", ".join(f"{k} {v:.2f}" for k, v in figures["parts_ms"].items())
    print(f"of it        {parts} ms (flat_down)")
    first, title = figures["first_frame_ms"], figures["title_ms"]
    print(f"title        {first} ms to the first picture, {title} to its menu; first map {figures['first_map_ms']} ms")
    print(f"map change   {figures['scene_change_ms']} ms;  memory {figures['rss_mb']} MB")
    tour = figures["tour"]
    changes = ", ".join(f"{room} {ms}" for room, ms in tour["changes_ms"])
    print(f"tour         {changes} ms;  memory {tour['rss_mb']} MB")
