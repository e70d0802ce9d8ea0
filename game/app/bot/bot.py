"""The bot: a player that finishes the story headless, through Intents only. One function a beat, in chNN.py.

It is also a tester: what it cannot reach, nobody can. Change a beat's function when the beat changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.app.bot.plays import PLAYS
from game.content.spawn import map_name
from game.core.intent import Action, Intent
from game.sim.happenings import Ended, Fell, Pricked, Seized, SewnShut
from game.sim.panels import BracePanel
from game.sim.room import Room
from game.testing import Play, TooLong

BEAT_WATCHDOG_TICKS = 60 * 60 * 12
HANDS_TICKS = 14
"""How long after a creak the bot presses: a person's reaction."""


@dataclass
class Report:
    """What a run was like; ``beats`` in the order they ended."""

    beats: list[str] = field(default_factory=list)
    ticks: int = 0
    ticks_by_beat: dict[str, int] = field(default_factory=dict)
    falls: int = 0
    stitches: int = 0


class Bot:
    """Plays ``play``; ``order`` of the three hunts. Raises TooLong where it is stuck."""

    def __init__(
        self,
        play: Play,
        on_beat: Callable[[str], None] | None = None,
        order: Sequence[str] = ("house", "theatre", "circus"),
    ) -> None:
        self.play = play
        self.order = tuple(f"soul_{hunt}" for hunt in order)
        self.report = Report()
        self._on_beat = on_beat
        self._since = play.session.tick
        self._rooms: dict[str, Room] = {}
        play.on_tick.append(self._watch)

    def _watch(self, intent: Intent) -> None:
        session = self.play.session
        self.report.ticks += 1
        self.report.stitches += len(session.news.of(Pricked))
        self.report.falls += len(session.news.of(SewnShut)) + len(session.news.of(Seized)) + len(session.news.of(Fell))
        for ended in session.news.of(Ended):
            self.report.beats.append(ended.beat)
            self.report.ticks_by_beat[ended.beat] = session.tick - self._since
            self._since = session.tick
            if self._on_beat:
                self._on_beat(ended.beat)

    def run(self, until: str) -> Report:
        while not self.play.saw(until):
            beat = self.next_beat
            if beat not in PLAYS:
                raise TooLong(f"the bot does not know how to play {beat!r}")
            PLAYS[beat](self)
            self.play.until(lambda b=beat: self.play.saw(b), within=1200, reads=True)  # type: ignore[misc]
        return self.report

    @property
    def next_beat(self) -> str:
        """What to play now; while souls are looked for, the first of ``order`` that is not done."""
        story = self.play.session.story
        return next((b for b in self.order if b in story.beats_now), story.beat)

    # ---- things that many beats need

    def use(self, name: str) -> None:
        """Uses a thing, however often somebody speaks to her on the way, and reads what comes of it."""
        play = self.play
        for _ in range(6):
            play.read()
            play.use(name)
            if play.used == name:
                break
        play.read()

    def go_to_map(self, name: str) -> None:
        """Goes through open doors to another map, by the shortest chain of them."""
        play = self.play
        while play.session.room.name != name:
            here = play.session.room.name
            play.read()
            door = self._door_toward(name)
            thing = next(t for t in play.session.room.things if t.name == door)
            facing = thing.text("facing", "up")
            for n in range(240):
                if play.session.leaving is not None or play.session.room.name != here:
                    break
                if n % 60 == 0:  # she may have been pushed off it
                    play.walk_to(door, near=4.0, stop=lambda h=here: play.session.leaving is not None)  # type: ignore[misc]
                play.hold(facing, ticks=2)
                if not play.session.is_free and play.session.leaving is None:
                    play.read()
            play.until(lambda h=here: play.session.room.name != h, within=120)  # type: ignore[misc]
            play.until(lambda: play.session.fade.amount < 0.5, within=120)
            play.read()

    def hold_on(self) -> None:
        """Holds and presses a reaction's time after each creak, until the door gives."""
        play = self.play
        session = play.session
        while True:
            play.read()
            panel = session.panel
            if not isinstance(panel, BracePanel):
                return
            press = panel.tick == panel.beat - 8 + HANDS_TICKS and not panel.has_pressed
            play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if press else Action(0)))

    def start(self, beat: str) -> None:
        """Walks into the trigger that begins a beat, unless it has begun."""
        play = self.play

        def is_on() -> bool:
            return play.session.is_running(beat) or play.saw(beat)

        for _ in range(20):  # whoever is pushed off goes there again
            if is_on():
                break
            if play.session.talk is not None:  # the cat, say, called by a hand that slipped
                play.read()
            trigger = next(t for t in play.session.room.things if t.name == beat)
            play.walk_to(trigger.box.middle, stop=is_on)
            for _ in range(30):
                if not is_on():
                    play.tick()
        play.until(is_on, within=300, reads=True)
        play.read()

    def cross_at_night(self) -> None:
        """Home to the small door, a hand on the bricks until it is night, and through to the other side."""
        story = self.play.session.story
        if self.play.session.room.side == "other":
            return
        if not self.play.session.is_night:
            self.go_to_map("real/flat_down")
            self.use("small_door_bricks_again")
            self.play.until(lambda: "is_night" in story.flags, within=1200, reads=True)
            self.play.read()
        self.go_to_map("other/flat_down")

    def _door_toward(self, goal: str) -> str:
        """The door of this map to take. Raises TooLong when no chain of open doors leads there."""
        session = self.play.session
        first: dict[str, str] = {session.room.name: ""}
        queue = deque([session.room])
        while queue:
            room = queue.popleft()
            for thing in room.things:
                if thing.kind != "Door" or not session.story.holds(thing.text("if_flag")):
                    continue
                target = map_name(room, thing.text("target_map"))
                if target not in first and session.story.holds(thing.text("needs")):
                    first[target] = first[room.name] or thing.name
                    if target == goal:
                        return first[target]
                    queue.append(self._room(target))
        raise TooLong(f"no open way to {goal!r}; {self.play.where()}")

    def _room(self, name: str) -> Room:
        if name not in self._rooms:
            self._rooms[name] = self.play.session.content.load_room(name)
        return self._rooms[name]
