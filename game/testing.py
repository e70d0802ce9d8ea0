"""Play: the game without a window, driven by what a player can do. For our tests, the bot, and anybody who made a map.

    play = Play("real/flat_down", spawn="cp_kitchen")
    play.use("stove")
    play.until(lambda: play.said("stove"), within=60)

Everything here ends in Intents; nothing is reached into. Times are ticks (60 a second). A wait that is too long raises
TooLong, which says where she stands and what is on the screen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from game.content.start import boss_session, loaded_session, new_session
from game.core.clock import TooLong
from game.core.geometry import TILE, Vec
from game.core.intent import NOTHING, STICK, STILL, Action, Intent
from game.core.route import Cell, route
from game.sim.happenings import Cried, Heard, Spoke, Stepped
from game.sim.panels import NotePanel
from game.sim.parts import DoorWay, Place, Pushable, Reach, Rules, Talk
from game.sim.save import Snapshot
from game.sim.session import Content, Session
from game.view.shot import save_shot

GRID_PX = 8
"""Grid on which ``walk_to`` finds its way."""
ARRIVED_PX = 3.0
__all__ = ["Play", "TooLong"]
ACTIONS = {a.name.lower(): a for a in Action if a.name}
WAYS = {"up": (0, -STICK), "down": (0, STICK), "left": (-STICK, 0), "right": (STICK, 0)}


class Play:
    """One session and the hands on it. ``map`` as in maps/ ("real/orchard"); ``beat`` begins the story there."""

    def __init__(
        self,
        map: str = "",  # noqa: A002 - the word map makers use
        spawn: str = "",
        beat: str = "",
        flags: Sequence[str] = (),
        seed: int = 1,
        rules: Rules | None = None,
        content: Content | None = None,
        session: Session | None = None,
    ) -> None:
        self.session = session or new_session(map, spawn, beat, flags, seed, rules, content)
        self.heard: list[str] = []
        self.lines: list[str] = []
        self.keys: list[str] = []
        self.used = ""
        """The last thing that ``use`` has really pressed interact at."""
        self.on_tick: list[Callable[[Intent], None]] = []
        """Called after every tick with its intent: recorders and watchers hang here."""

    @staticmethod
    def load(snapshot: Snapshot, content: Content | None = None) -> Play:
        """Goes on from a checkpoint, as Continue does."""
        return Play(session=loaded_session(snapshot, content=content))

    @staticmethod
    def boss(
        name: str, attack: str = "", seed: int = 1, rules: Rules | None = None, content: Content | None = None
    ) -> Play:
        """In the middle of a fight (game/content/bosses.py), or of one attack of it over and over. Raises BossError."""
        return Play(session=boss_session(name, attack, seed, rules, content))

    # ---- hands

    def tick(self, intent: Intent = STILL) -> None:
        """One tick."""
        self.session.step(intent)
        for news in self.session.news.all():
            if isinstance(news, Heard):
                self.heard.append(news.name)
            elif isinstance(news, Stepped):
                self.heard.append(f"step_{news.surface}")
            elif isinstance(news, Spoke | Cried):
                self.lines.append(news.say)
                self.keys.append(news.key)
        for watcher in self.on_tick:
            watcher(intent)

    def wait(self, ticks: int) -> Play:
        """Hands still."""
        for _ in range(ticks):
            self.tick()
        return self

    def press(self, *actions: str, ticks: int = 2) -> Play:
        """Presses and lets go."""
        both = _actions(actions)
        self.tick(Intent(held=both, pressed=both))
        for _ in range(ticks - 1):
            self.tick(Intent(held=both))
        self.tick()
        return self

    def hold(self, *names: str, ticks: int) -> Play:
        """Holds actions and ways ("up", "run" ...) for so many ticks."""
        x, y = 0, 0
        for name in names:
            if name in WAYS:
                x, y = x + WAYS[name][0], y + WAYS[name][1]
        both = _actions([n for n in names if n not in WAYS])
        sx, sy = _tilt(x, y)
        for i in range(ticks):
            self.tick(Intent(sx, sy, both, both if i == 0 else NOTHING))
        return self

    def stick(self, x: float, y: float, ticks: int) -> Play:
        """Tilts the stick, -1..1 each way, y down."""
        for _ in range(ticks):
            self.tick(Intent(round(max(-1, min(1, x)) * STICK), round(max(-1, min(1, y)) * STICK)))
        return self

    # ---- what can be seen

    @property
    def talk(self) -> Talk | None:
        return self.session.talk

    @property
    def position(self) -> Vec:
        return Vec(self.session.place.x, self.session.place.y)

    @property
    def prompt(self) -> str:
        """The word over what interact would do now; "" for nothing."""
        return self.session.prompt.verb if self.session.prompt else ""

    def said(self, what: str) -> bool:
        """Whether a line was spoken: a beat's moment ("well_what", "ignored.done"), or words of it."""
        in_key = any(f".{what}." in f".{k}." or k.startswith(f"beats.{what}") for k in self.keys)
        return in_key or any(what in line for line in self.lines)

    def saw(self, beat: str) -> bool:
        """Whether a beat has come to its end."""
        return beat in self.session.story.done

    # ---- longer things to do

    def until(self, question: Callable[[], bool], within: int, reads: bool = False) -> Play:
        """Waits for something; with ``reads`` she turns the pages of what is said meanwhile. Raises TooLong."""
        for _ in range(within):
            if question():
                return self
            if reads and self.session.talk is not None:
                self._turn_page()
            elif reads and isinstance(self.session.panel, NotePanel):
                self._put_away()
            else:
                self.tick()
        if question():
            return self
        raise TooLong(f"not within {within} ticks; {self.where()}")

    def read(self, within: int = 20_000) -> Play:
        """Turns pages until nobody says anything and she is free again."""
        quiet = 0
        for _ in range(within):
            if self.session.talk is not None:
                quiet = 0
                if self.session.talk.options:
                    return self
                self._turn_page()
            elif isinstance(self.session.panel, NotePanel):
                quiet = 0
                self._put_away()
            else:
                quiet = quiet + 1 if self.session.is_free else 0
                if quiet > 8 or self.session.panel is not None:
                    return self
                self.tick()
        raise TooLong(f"still talking after {within} ticks; {self.where()}")

    def _turn_page(self) -> None:
        line = self.session.talk
        if line is None or line.options or line.ticks < 2:
            self.tick()
        else:
            self.press("interact", ticks=1)

    def _put_away(self) -> None:
        """Puts down what is held up to be read, once one may."""
        self.wait(26)
        self.press("interact", ticks=1)

    def choose(self, pick: int = 0) -> Play:
        """Makes a choice by its number."""
        line = self.session.talk
        if line is None or not line.options:
            raise TooLong(f"there is nothing to choose; {self.where()}")
        self.wait(max(22 - line.ticks, 0))
        while line.cursor != pick:
            self.hold("down", ticks=1).wait(2)
        return self.press("interact")

    def point_of(self, where: str | tuple[float, float] | Vec) -> Vec:
        """A point: a thing, spot, spawn or person by name, or (tile x, tile y). Raises KeyError for a name that is not here."""
        if isinstance(where, Vec):
            return where
        if isinstance(where, tuple):
            return Vec((where[0] + 0.5) * TILE, (where[1] + 0.5) * TILE)
        session = self.session
        if where in session.room.spots:
            return session.room.spots[where].box.middle
        if where in session.room.spawns:
            return session.room.spawns[where].at
        entity = session.find(where)
        if not entity:
            for thing in session.room.things:
                if thing.name == where:
                    return thing.box.middle
            raise KeyError(f"{where!r} is not on {session.room.name}")
        reach = session.world.find(entity, Reach)
        door = session.world.find(entity, DoorWay)
        if door is not None and session.story.holds(door.needs):
            return door.box.middle
        if reach is not None:
            return Vec(reach.area.middle.x, reach.area.bottom)
        push = session.world.find(entity, Pushable)
        place = session.world.find(entity, Place)
        if place is None:
            return next(t.box.middle for t in session.room.things if t.name == where)
        return Vec(place.x, place.y - (push.h / 2 if push else 0))

    def way_to(self, goal: Vec, clear: float = 7.6) -> list[Vec]:
        """Points along free floor to as near as she can get."""
        points = self._way(goal, clear, ()) or self._way(goal, clear, (), 3.0)  # she may be wedged where she stands
        if (points[-1] if points else self.position) != goal and len(points) < 3:
            boxes = tuple(e for e, _ in self.session.world.each(Pushable))
            points = self._way(goal, 6.6, boxes) or points  # squeezed in: lean on what can be pushed
        return points

    def _way(self, goal: Vec, clear: float, through: tuple[int, ...], at_first: float = 0.0) -> list[Vec]:
        space, hero = self.session.space, self.session.hero
        start = (round(self.position.x / GRID_PX), round(self.position.y / GRID_PX))
        end = (round(goal.x / GRID_PX), round(goal.y / GRID_PX))

        def is_free(c: Cell) -> bool:
            near = at_first and max(abs(c[0] - start[0]), abs(c[1] - start[1])) <= 2
            room = at_first if near else clear
            return c == start or space.is_free(c[0] * GRID_PX, c[1] * GRID_PX, room, hero, walls_only=bool(through))

        return [Vec(x * GRID_PX, y * GRID_PX) for x, y in route(start, end, is_free)][1:]

    def walk_to(
        self,
        where: str | tuple[float, float] | Vec,
        within: int = 3600,
        near: float = 14.0,
        run: bool = False,
        stop: Callable[[], bool] | None = None,
    ) -> Play:
        """Walks round what stands in the way, to the place or as near as one gets, and turns to it. Raises TooLong.

        Ends early when she changes rooms, when somebody speaks to her, or when ``stop`` says so.
        """
        room = self.session.room.name
        goal = self.point_of(where)
        points = self.way_to(goal)
        last = points[-1] if points else self.position
        actions = Action.RUN if run else NOTHING
        stuck, before = 0, self.position
        for n in range(within):
            if self.session.room.name != room or not self.session.is_free or (stop and stop()):
                return self
            here = self.position
            while points and (points[0] - here).length < (ARRIVED_PX if len(points) == 1 else 7.0):
                points.pop(0)
            if (goal - here).length <= near and self.session.is_free and len(points) < 3:
                return self._turn_to(goal)
            if not points:
                if (last - goal).length > max(near, 40.0):
                    raise TooLong(f"no way to {where!r}: it ends {(last - goal).length:.0f} px off; {self.where()}")
                return self._turn_to(goal)
            d = points[0] - here
            slow = len(points) == 1 and d.length < 12 and not run
            k = (0.5 if slow else 1.0) * STICK / (d.length or 1)
            self.tick(Intent(round(d.x * k), round(d.y * k), actions, actions if n == 0 else NOTHING))
            if (self.position - before).length < 0.3:
                stuck += 1
                if stuck % 20 == 0:
                    points = self.way_to(goal, 7.2 if stuck % 40 else 9.0)
                if stuck > 200:
                    raise TooLong(f"stuck on the way to {where!r}; {self.where()}")
            else:
                stuck = max(stuck - 1, 0)
            before = self.position
        raise TooLong(f"not at {where!r} within {within} ticks; {self.where()}")

    def _turn_to(self, goal: Vec) -> Play:
        d = goal - self.position
        if d.length > 2:
            # One tick of wanting turns her without a step worth the name.
            k = 40 / max(abs(d.x), abs(d.y), 1e-6)
            x, y = (round(d.x * k), 0) if abs(d.x) > abs(d.y) else (0, round(d.y * k))
            self.tick(Intent(x, y))
        self.wait(3)
        return self

    def use(self, where: str, within: int = 3600) -> Play:
        """Walks to a thing or a person and presses interact at it, from whichever side it answers. Raises TooLong.

        Returns without having pressed when somebody speaks to her on the way; ``used`` says whether it came to it.
        """
        session = self.session
        self.used = ""
        self.walk_to(where, within, near=20.0)
        for _ in range(8):
            if not session.is_free:
                return self
            entity = session.find(where)
            if session.prompt is not None and session.prompt.entity == entity:
                self.used = where
                return self.press("interact")
            goal = self.point_of(where)
            d = goal - self.position
            k = STICK / (math.hypot(d.x, d.y) or 1)
            for _ in range(3):
                self.tick(Intent(round(d.x * k), round(d.y * k)))
                if session.prompt is not None and session.prompt.entity == session.find(where):
                    break
            self.wait(2)
        raise TooLong(f"{where!r} does not answer; {self.where()}")

    def where(self) -> str:
        """One line that says what is going on, for messages."""
        s = self.session
        here = f"tick {s.tick}, {s.room.name} at tile ({s.place.x / TILE:.1f}, {s.place.y / TILE:.1f}), goal {s.story.beat}"
        talk = f", {s.talk.who} says {s.talk.say!r}" if s.talk else ""
        running = f", running {[c.name for c in s.scenes]}" if s.scenes else ""
        panel = f", {type(s.panel).__name__}" if s.panel else ""
        return here + talk + panel + running

    def hash(self) -> str:
        return self.session.state_hash()

    def shot(self, path: str | Path, size: tuple[int, int] = (640, 360)) -> Path:
        """A picture of the world as it is now, as PNG."""
        return save_shot(self.session, Path(path), size)


def _actions(names: Sequence[str]) -> Action:
    both = NOTHING
    for name in names:
        if name not in ACTIONS:
            raise KeyError(f"no action is called {name!r}; there are {', '.join(ACTIONS)}")
        both |= ACTIONS[name]
    return both


def _tilt(x: int, y: int) -> tuple[int, int]:
    """Two ways at once are as long as one."""
    n = math.hypot(x, y)
    return (round(x * STICK / n), round(y * STICK / n)) if n > STICK else (x, y)
