"""The bot: a player that finishes the story headless, through Intents only. One method a beat, in the story's order.

It is also a tester: what it cannot reach, nobody can. Change a beat's method when the beat changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.happenings import Ended
from game.sim.parts import BracePanel, DollPanel, Follower, Hero, KeyPanel, Place
from game.sim.story import BEAT
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
    """Plays ``play`` until the beat ``until`` has ended. Raises TooLong where it is stuck."""

    def __init__(self, play: Play, on_beat: Callable[[str], None] | None = None) -> None:
        self.play = play
        self.report = Report()
        self._on_beat = on_beat
        self._since = play.session.tick
        play.on_tick.append(self._watch)

    def _watch(self, intent: Intent) -> None:
        session = self.play.session
        self.report.ticks += 1
        for ended in session.news.of(Ended):
            self.report.beats.append(ended.beat)
            self.report.ticks_by_beat[ended.beat] = session.tick - self._since
            self._since = session.tick
            if self._on_beat:
                self._on_beat(ended.beat)

    def run(self, until: str) -> Report:
        while not self.play.saw(until):
            beat = self.play.session.story.beat
            method = getattr(self, beat, None)
            if method is None:
                raise TooLong(f"the bot does not know how to play {beat!r}")
            method()
            self.play.until(lambda b=beat: self.play.saw(b), within=1200, reads=True)  # type: ignore[misc]
        return self.report

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
        """Goes through doors to another map of the real house, by the shortest chain of doors."""
        play = self.play
        while play.session.room.name != name:
            here = play.session.room.name
            door = _DOORS[here][name]
            play.read()
            play.walk_to(door, near=4.0, stop=lambda h=here: play.session.leaving is not None)  # type: ignore[misc]
            way = play.session.room
            thing = next(t for t in way.things if t.name == door)
            facing = thing.text("facing", "up")
            for _ in range(240):
                if play.session.leaving is not None or play.session.room.name != here:
                    break
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
        if not play.session.is_running(beat):
            trigger = next(t for t in play.session.room.things if t.name == beat)
            play.walk_to(trigger.box.middle, stop=lambda: play.session.is_running(beat))
        play.until(lambda: play.session.is_running(beat) or play.saw(beat), within=300, reads=True)
        play.read()

    # ---- chapter 1

    def arrival(self) -> None:
        play = self.play
        play.until(lambda: "arrival_opened" in play.session.story.flags, within=600, reads=True)
        play.read()
        porch = play.session.room.spots["porch_boards"].box
        if "sign_read" not in play.session.story.flags:
            self.use("signpost")
        for i, box in enumerate(("box_1", "box_2")):
            if self._stands_on_porch(box):
                continue
            self.use(box)
            play.until(lambda: play.session.world.get(play.session.hero, Hero).carries != 0, within=60)
            play.walk_to(Vec(porch.x + 60 + 54 * i, porch.y + 62), near=6)
            play.hold("up", ticks=2).press("interact")
            play.until(lambda i=i: play.session.story.counts.get("boxes_said", 0) > i, within=240, reads=True)  # type: ignore[misc]
            play.read()
        self._drag("box_3", Vec(porch.x + 180, porch.y + 70))
        play.until(lambda: "boxes_in" in play.session.story.flags, within=600, reads=True)
        play.read()
        self.use("brace_door")
        play.until(lambda: play.session.panel is not None, within=4000, reads=True)
        self.hold_on()
        play.until(lambda: "door_open" in play.session.story.flags, within=4000, reads=True)

    def _stands_on_porch(self, box: str) -> bool:
        play = self.play
        at = play.session.world.get(play.session.find(box), Place)
        return play.session.room.spots["porch_boards"].box.holds(at.x, at.y - 8)

    def _drag(self, name: str, goal: Vec) -> None:
        """Takes hold of a heavy box from below and brings it there: sideways first, then up."""
        play = self.play
        session = play.session

        def where() -> Place:  # asked anew each time: a checkpoint makes the world anew
            return session.world.get(session.find(name), Place)

        for _ in range(12):
            if abs(where().x - goal.x) < 6 and where().y <= goal.y:
                return
            play.read()
            play.walk_to(Vec(where().x, where().y + 13), near=3)
            play.hold("up", ticks=2)
            hold = Action.INTERACT
            for _ in range(40):
                play.tick(Intent(held=hold, pressed=hold if not session.intent.held else Action(0)))
                if session.world.get(session.hero, Hero).grips:
                    break
            for _ in range(1500):
                if not session.world.get(session.hero, Hero).grips or not session.is_free:
                    break
                dx = goal.x - where().x
                if abs(dx) >= 6:
                    play.tick(Intent(STICK if dx > 0 else -STICK, 0, hold))
                elif where().y > goal.y:
                    play.tick(Intent(0, -STICK, hold))
                else:
                    break
            play.wait(10)

    def ignored(self) -> None:
        play = self.play
        flags = play.session.story.flags
        self.go_to_map("real/flat_down")
        self.start("ignored")
        play.read()
        if "chores_given" not in flags:
            self.use("mel")
        for find, has, put, done in (
            ("boxes_living", "has_kettle", "stove", "kettle_done"),
            ("pan_cupboard", "has_pan", "drip", "pan_done"),
            ("bulb_box_a", "has_irises", "charlie", "irises_shown"),
            ("bulb_box_b", "has_bulbs", "charlie", "bulbs_done"),
        ):
            if has not in flags:
                self.use(find)
            if done not in flags:
                self.use(put)
        if "draught_done" not in flags:
            self.use("draught_wall")
        self.use("charlie")
        self.use("mel")

    def wybie_met(self) -> None:
        play = self.play
        session = play.session
        self.go_to_map("real/grounds")
        self.go_to_map("real/orchard")
        self.start("wybie_met")
        while "tag_won" not in session.story.flags:
            play.read()
            self._chase()
        while not play.saw("wybie_met"):
            play.read()
            if session.talk is not None and session.talk.options:
                play.choose(0)
            else:
                play.tick()

    def _chase(self) -> None:
        """Runs at him; when he is far, waits where he will pass, as one learns to."""
        play = self.play
        session = play.session
        for _ in range(4000):
            wybie = session.find("wybie")
            if not session.is_free or not wybie or "tag_won" in session.story.flags:
                return
            at = session.world.get(wybie, Place)
            way = session.world.find(wybie, Follower)
            ahead = way.points[way.index] if way and not way.is_there else Vec(at.x, at.y)
            gap = (Vec(at.x, at.y) - play.position).length
            goal = Vec(at.x, at.y) if gap < 90 else Vec((at.x + ahead.x) / 2, (at.y + ahead.y) / 2)
            points = play.way_to(goal)[:6]
            for p in points:
                if not session.is_free:
                    return
                d = p - play.position
                for _ in range(4):
                    if d.length < 4 or not session.is_free:
                        break
                    k = STICK / d.length
                    play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN))
                    d = p - play.position
            if not points:
                play.tick()

    def doll_given(self) -> None:
        play = self.play
        session = play.session
        self.go_to_map("real/grounds")
        play.read()
        self.use("parcel")
        while not play.saw("doll_given"):
            play.read()
            if session.talk is not None and session.talk.options:
                play.choose(1)
            elif isinstance(session.panel, DollPanel) and session.talk is None:
                panel = session.panel
                is_seen = panel.side in panel.seen and len(panel.seen) < 4
                if is_seen and panel.turn == 0:
                    play.hold("right", ticks=2)
                play.wait(4)
            else:
                play.tick()

    def door_found(self) -> None:
        play = self.play
        session = play.session
        self.go_to_map("real/flat_down")
        self.start("door_found")
        play.read()
        self._crate_aside()
        for n in (1, 2, 3):
            strip = f"paper_{n}"
            if session.find(strip):
                self.use(strip)
        play.until(lambda: "door_seen" in session.story.flags, within=300, reads=True)
        play.read()
        self.use("small_door")
        play.until(lambda: play.saw("door_found"), within=4000, reads=True)

    def _crate_aside(self) -> None:
        play = self.play
        session = play.session
        for _ in range(10):
            if "crate_moved" in session.story.flags:
                return
            play.read()
            at = session.world.get(session.find("crate"), Place)
            play.walk_to(Vec(at.x + 36, at.y - 8), near=6)
            for _ in range(90):
                if "crate_moved" in session.story.flags or not session.is_free:
                    break
                play.tick(Intent(-STICK, 0))
            play.read()

    def bricks(self) -> None:
        play = self.play
        session = play.session
        while not play.saw("bricks"):
            play.read()
            panel = session.panel
            if session.talk is not None and session.talk.options:
                play.choose(0)
            elif isinstance(panel, KeyPanel) and panel.chosen < 0 and session.talk is None:
                column, row = panel.right % 4 - panel.cursor % 4, panel.right // 4 - panel.cursor // 4
                if column or row:
                    play.hold("right" if column > 0 else "left" if column < 0 else "down" if row > 0 else "up", ticks=2)
                    play.wait(3)
                else:
                    play.press("interact")
            else:
                play.tick()


_DOORS = {
    "real/grounds": {"real/flat_down": "front_door", "real/orchard": "to_orchard", "real/flat_up": "front_door"},
    "real/orchard": dict.fromkeys(("real/grounds", "real/flat_down", "real/flat_up"), "to_grounds"),
    "real/flat_down": {"real/flat_up": "stairs_up", "real/grounds": "front_door", "real/orchard": "front_door"},
    "real/flat_up": dict.fromkeys(("real/grounds", "real/flat_down", "real/orchard"), "stairs_down"),
}
"""The door to take from a map to reach another."""


def chapter_of(beat: str) -> int:
    return BEAT[beat].chapter
