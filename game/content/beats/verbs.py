"""The dozen verbs that beats are written in. A Stage speaks for one beat; every verb that takes time is a script.

def arrival(session):
    stage = Stage(session, "arrival")
    with stage.scene():
        yield from stage.say("open")
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from game.core.geometry import Facing, Vec
from game.core.route import Cell, route
from game.core.script import Running, Script
from game.sim.happenings import ChapterEnded, Heard, MusicAhead, MusicCued, Shook, Spoke, StoryEnded, Taught
from game.sim.panels import NotePanel
from game.sim.parts import Follower, Gaze, Look, Option, Person, Place, Title, Walker
from game.sim.session import Session

STEP_PX = 16
"""Grid on which people find their way."""
BED_PX = 5.0
"""Whoever lies in a bed is drawn as if standing so far before its anchor."""
HOP_PX = 9.0


@dataclass(frozen=True)
class Start:
    """Where a beat begins when one jumps to it; ``leaves`` are flags that a played-through beat has set besides its own id.

    ``flags`` are those that hold as it begins. "!flag" has been taken back, or does not hold.
    """

    map: str
    spawn: str = ""
    leaves: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class Stage:
    """The verbs, for the beat (or the script) ``name``: moments are looked up under beats.NAME."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.name = name

    # ---- who holds the reins

    @contextmanager
    def scene(self) -> Iterator[None]:
        """While inside, the player watches."""
        session = self.session
        world = session.world
        session.locks += 1
        try:
            yield None
        finally:
            if session.world is world:  # not when the room was made anew under us
                session.locks -= 1

    # ---- words

    def key(self, moment: str) -> str:
        return (
            moment if moment.startswith(("beats.", "barks.", "topics.", "things.")) else f"beats.{self.name}.{moment}"
        )

    def say(self, moment: str, only: Collection[int] = ()) -> Script:
        """The lines of a moment (all, or those numbers), one after another; those whose ``when`` does not hold are left out."""
        words = self.session.content.words
        with self.scene():
            for n, key in enumerate(words.numbered(self.key(moment)), 1):
                if only and n not in only:
                    continue
                node = words.node(key)
                if isinstance(node, dict) and self.session.story.holds(node.get("when", "")) and "say" in node:
                    yield from self.line(node["who"], node["mood"], node["say"], key)

    def line(self, who: str, mood: str, text: str, key: str = "") -> Script:
        """One line, until it is read."""
        session = self.session
        with self.scene():
            yield lambda: session.talk is None  # nobody is cut off
            session.say(who, mood, text, key)
            yield lambda: session.talk is None

    def bark(self, who: str, mood: str = "busy", of: str = "") -> Script:
        """The next of somebody's passing remarks; ``of``: a list under another name than the speaker's."""
        words = self.session.content.words
        keys = words.numbered(f"barks.{of or who}")
        if keys:
            turn = self.session.story.count(f"bark.{of or who}") - 1
            key = keys[turn % len(keys)]
            yield from self.line(who, mood, words.get(key), key)

    def choose(self, moment: str) -> Script:
        """A choice: sets its flag, then says the moment it leads to."""
        session = self.session
        words = session.content.words
        options = []
        for key in words.numbered(self.key(moment)):
            node = words.node(key)
            if session.story.holds(node.get("when", "")):
                options.append(Option(node["pick"], node.get("to", ""), node.get("set", "")))
        with self.scene():
            session.ask(tuple(options), self.key(moment))
            yield lambda: session.talk is None
            picked = options[session.picked]
            if picked.sets:
                session.story.set(picked.sets)
            session.story.notes[f"picked.{self.name}.{moment}"] = picked.to
            if picked.to:
                yield from self.say(picked.to)

    def read(self, kind: str, moment: str) -> Script:
        """Something held up to be read, until it is put away. Its lines go into the log as if they were said."""
        session = self.session
        words = session.content.words
        with self.scene():
            panel = NotePanel(kind, self.key(moment))
            session.panel = panel
            self.sound("paper_rustle")
            for key in words.numbered(self.key(moment)):
                node = words.node(key)
                session.story.log.append((node["who"], node["say"]))
                session.news.tell(Spoke(node["who"], node["mood"], key, node["say"]))
            yield lambda: session.panel is not panel

    def together(self, *scripts: Script) -> Script:
        """Several things at once, until the last of them is over."""
        running = [Running(script) for script in scripts]
        while running:
            for one in running:
                one.tick()
            running = [one for one in running if not one.is_over]
            yield None

    # ---- people

    def body(self, who: str) -> int:
        """The entity called so, or speaking as so. Raises LookupError when nobody here is."""
        entity = self.session.find(who) or self.session.actor_of(who)
        if not entity:
            raise LookupError(f"{self.name}: there is no {who!r} on {self.session.room.name}")
        return entity

    def at(self, where: str | Vec) -> Vec:
        """A point: a spot, a spawn or a thing of the map by name, or a point as it is."""
        if isinstance(where, Vec):
            return where
        room = self.session.room
        if where in room.spots:
            return room.spots[where].box.middle
        if where in room.spawns:
            return room.spawns[where].at
        place = self.session.world.get(self.body(where), Place)
        return Vec(place.x, place.y)

    def walk(self, who: str, where: str | Vec, speed: float = 96.0, straight: bool = False) -> Script:
        """Somebody walks there, round what stands in the way; ends when they are there."""
        session = self.session
        entity = self.body(who)
        place = session.world.get(entity, Place)
        goal = self.at(where)
        points = (goal,) if straight else self.way(Vec(place.x, place.y), goal, entity)
        yield from self.go(entity, points, speed)

    def go(self, entity: int, points: Sequence[Vec], speed: float, is_watched: bool = True) -> Script:
        """Along these points. ``is_watched``: the player waits for it."""
        session = self.session
        world = session.world
        follower = Follower(tuple(points), "once", speed, 0)
        walker = world.get(entity, Walker)
        is_her = entity == session.hero
        if not is_her:
            session.space.haunt(entity, True)
        world.add(entity, follower)
        with self.scene() if is_watched else contextlib.nullcontext():
            # A watchdog, so that somebody who got stuck cannot stop the story.
            place = world.get(entity, Place)
            last = 60 + sum(int(90 * (b - a).length / speed) for a, b in zip((Vec(place.x, place.y), *points), points))
            for _ in range(last):
                if follower.is_there:
                    break
                yield None
        walker.wish_x = walker.wish_y = 0.0
        if not follower.is_there:
            session.space.move(entity, points[-1].x, points[-1].y)
        world.drop(entity, Follower)
        if not is_her:
            session.space.haunt(entity, False)

    def way(self, start: Vec, goal: Vec, entity: int) -> tuple[Vec, ...]:
        """Points from start to goal along free floor."""
        space = self.session.space

        def is_free(c: Cell) -> bool:
            return space.is_free(c[0] * STEP_PX, c[1] * STEP_PX, 8.0, entity, walls_only=entity != self.session.hero)

        first = (round(start.x / STEP_PX), round(start.y / STEP_PX))
        last = (round(goal.x / STEP_PX), round(goal.y / STEP_PX))
        cells = route(first, last, is_free, 6000)
        points = [Vec(x * STEP_PX, y * STEP_PX) for x, y in cells[1:-1]]
        thin = [p for i, p in enumerate(points) if i == 0 or i == len(points) - 1 or _turns(points, i)]
        return (*thin, goal)

    def face(self, who: str, toward: str | Facing) -> None:
        """Turns somebody to a direction or to somebody else."""
        place = self.session.world.get(self.body(who), Place)
        if isinstance(toward, Facing):
            place.facing = toward
        else:
            at = self.at(toward)
            place.facing = Facing.of(at.x - place.x, at.y - place.y)

    def pose(self, who: str, anim: str, ticks: int = 0) -> Script:
        """Shows an animation for so many ticks (0 = until ``rest``)."""
        look = self.session.world.get(self.body(who), Look)
        look.anim, look.ticks, look.is_once, look.mood = anim, 0, False, "held"
        if ticks:
            yield ticks
            self.rest(who)

    def rest(self, who: str) -> None:
        """Back to what they do by themselves."""
        look = self.session.world.get(self.body(who), Look)
        look.mood = ""

    def bring(self, who: str, where: str | Vec, facing: Facing = Facing.DOWN) -> None:
        """Puts somebody elsewhere at once."""
        session = self.session
        entity = self.body(who)
        at = self.at(where)
        place = session.world.get(entity, Place)
        place.x = place.was_x = at.x
        place.y = place.was_y = at.y
        place.facing = facing
        session.space.move(entity, at.x, at.y)
        person = session.world.find(entity, Person)
        if person is not None:
            person.home_facing = facing

    # ---- bed, night, the small door

    def lie(self, who: str, bed: str = "bed", awake: bool = False) -> None:
        """Puts somebody into a bed of the map at once, the blanket to the chin; she goes to bed in pyjamas."""
        session = self.session
        entity = self.body(who)
        at = next(t.foot for t in session.room.things if t.name == bed)
        session.space.haunt(entity, True)
        self.bring(who, Vec(at.x, at.y + BED_PX), Facing.DOWN)
        if entity == session.hero:
            self.wear_pyjamas(True)
        self._lies(entity, "lie_awake" if awake else "lie")

    def sits_up(self, who: str, wakes: bool = False) -> None:
        """In bed: up at once, or (``wakes``) from sleep, slowly, with a hand over her eyes: 146 ticks."""
        self._lies(self.body(who), "wake" if wakes else "sit_up")

    def _lies(self, entity: int, anim: str) -> None:
        look = self.session.world.get(entity, Look)
        tail = "_other" if self.session.room.side == "other" else ""
        look.anim, look.ticks, look.is_once, look.mood = anim + tail, 0, False, "held"

    def get_up(self, who: str, where: str | Vec, ticks: int = 18) -> Script:
        """Out of bed with a hop, and onto the floor at that place."""
        session = self.session
        entity = self.body(who)
        place = session.world.get(entity, Place)
        start, goal = Vec(place.x, place.y), self.at(where)
        self.rest(who)
        self.sound("blanket", start)
        for n in range(1, ticks + 1):
            k = n / ticks
            at = start + (goal - start) * k
            session.space.move(entity, at.x, at.y)
            place.lift = HOP_PX * 4 * k * (1 - k)
            yield None
        place.lift = 0.0
        session.space.haunt(entity, False)
        self.sound("step_soft", goal)

    def wear_pyjamas(self, on: bool) -> None:
        """Into her pyjamas, or dressed again."""
        self.session.story.set("in_pyjamas", on)
        look = self.session.world.get(self.session.hero, Look)
        look.sheet = "coraline_pyjamas" if on else "coraline"

    def night(self, on: bool = True) -> None:
        """Night falls, or it is day: lamps, windows and sleepers of all maps go by the flag is_night."""
        self.session.story.set("is_night", on)

    def small_door(self, state: str) -> None:
        """The little door in the real living room is ``open``, ``pulled_to`` or ``bricked``."""
        self.session.story.set("bricked", state == "bricked")
        self.session.story.set("door_pulled_to", state == "pulled_to")

    # ---- the picture and the sound

    def fade_out(self, ticks: int = 30, colour: str = "black") -> Script:
        fade = self.session.fade
        fade.goal, fade.step, fade.colour = 1.0, 1 / ticks, colour
        yield lambda: fade.amount >= 1.0

    def fade_in(self, ticks: int = 30) -> Script:
        fade = self.session.fade
        self.open_picture(ticks)
        yield lambda: fade.amount <= 0.0

    def open_picture(self, ticks: int = 30) -> None:
        """As ``fade_in``, while the story already goes on."""
        self.session.fade.goal, self.session.fade.step = 0.0, 1 / ticks

    def leave(self, map_name: str, spawn: str, how: str = "fade") -> Script:
        """To another map. The script ends there with its room: a beat goes on from its flags if it ``plays_on`` the new one."""
        self.session.leave_for(map_name, spawn, how)
        yield lambda: False

    def camera(self, where: str | Vec, speed: float = 4.0) -> None:
        """The picture looks there until ``camera_back``."""
        at = self.at(where)
        self.session.gaze = Gaze(at.x, at.y, speed)

    def camera_back(self) -> None:
        self.session.gaze = None

    def shake(self, px: float, ticks: int) -> None:
        self.session.news.tell(Shook(px, ticks))

    def sound(self, name: str, where: str | Vec | None = None, gain: float = 1.0) -> None:
        at = self.at(where) if where is not None else Vec(self.session.place.x, self.session.place.y)
        self.session.news.tell(Heard(name, at.x, at.y, gain))

    def music(self, name: str, *stems: str) -> None:
        self.session.news.tell(MusicCued(name, stems))

    def music_ahead(self, name: str, *stems: str) -> None:
        """This piece (or these stems of it) will be wanted on the beat: it is read before it is cued."""
        self.session.news.tell(MusicAhead(name, stems))

    def card(self, key: str, kind: str = "place", ticks: int = 150) -> None:
        self.session.title = Title(key, kind, 0, ticks)

    def teach(self, key: str) -> None:
        """Shows how a verb is done, once in a story."""
        if not self.flag(f"taught_{key}"):
            self.set(f"taught_{key}")
            self.session.news.tell(Taught(key))

    def chapter_card(self, chapter: int) -> None:
        """The chapter's name over the picture."""
        self.card(f"menu.chapters.{chapter}", "chapter", 200)

    def end_chapter(self, chapter: int) -> None:
        """The ribbon: the app shows it when the beat is over."""
        self.session.is_chapter_over = chapter
        self.session.news.tell(ChapterEnded(chapter))

    def end_story(self) -> None:
        """The story is told: as soon as the beat is over the app tells this player's own run again, and shows how it went."""
        self.session.is_story_over = True
        self.session.news.tell(StoryEnded())

    # ---- time and memory

    def wait(self, ticks: int) -> Script:
        yield ticks

    def until(self, question: Callable[[], bool]) -> Script:
        yield question

    def flag(self, name: str) -> bool:
        return name in self.session.story.flags

    def set(self, name: str) -> None:
        self.session.story.set(name)

    def goal(self, part: str) -> None:
        """The journal's line for this part of the beat: journal.goal.BEAT_PART."""
        self.session.story.notes["goal"] = f"{self.name}_{part}"

    def keep(self) -> None:
        """A checkpoint as soon as she is free: this far the beat need not be played again."""
        self.session.wants_checkpoint = True

    def once(self, name: str) -> bool:
        """True the first time it is asked in a story."""
        if self.flag(name):
            return False
        self.set(name)
        return True


def _turns(points: list[Vec], i: int) -> bool:
    a, b, c = points[i - 1], points[i], points[i + 1]
    return (b.x - a.x) * (c.y - b.y) != (b.y - a.y) * (c.x - b.x)
