"""Session: one game being played. An Intent goes in, a tick later the next state is there; nothing else ever enters.

Put together by content/start.py, which hands it the maps, the makers, the beats and the words: rules know no content.
``step`` is the only door. ``checkpoint`` is a save at any time; ``state_hash`` says in one line where we are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.core.chance import Fate
from game.core.digest import blake2b
from game.core.geometry import Facing, Vec
from game.core.intent import STILL, Action, Intent
from game.core.news import News
from game.core.script import Running, Script
from game.core.words import Words
from game.core.world import World
from game.sim import order
from game.sim.acts import Act
from game.sim.crossing import CLOSES, arriving
from game.sim.happenings import Began, CameBack, Checkpointed, Cried, Discovered, Ended, Entered, Spoke, Took
from game.sim.harm import console
from game.sim.panels import Panel
from game.sim.parts import (
    Crossing,
    Fade,
    Feigned,
    Flight,
    Gaze,
    Harm,
    Hero,
    Hidden,
    Look,
    Name,
    Option,
    Place,
    Presence,
    Prompt,
    Pushable,
    Rules,
    Stone,
    Talk,
    Title,
    Veiled,
)
from game.sim.room import Room, Thing
from game.sim.ruin import HUNTS, Decay, Ruin, decays_of, ruin_of
from game.sim.save import Snapshot
from game.sim.space import Space
from game.sim.story import ANY_ORDER, BEAT, Story
from game.sim.systems.reveal import forget_truth, is_floor_true, settle_truths
from game.sim.systems.ruin import box_of

LOG_LINES = 50
AGAIN_GRACE_TICKS = 60
OUTLASTS = (
    *("ticks", "minutes", "falls", "tries", "pricked", "closed"),
    *("fail.stitches", "fail.fell", "fail.caught", "fail.chase"),
)
"""Counts that a way back to the checkpoint does not turn back; and those of a run-out's falls."""
FRESH = ("sewn", "caught")
"""After these she begins again without a stitch."""
SAYS = {"sewn": "stitches", "caught": "chase", "fell": "fell"}
"""Why she is back -> the table of [fail]."""


class NoSpawn(LookupError):
    """A map has no spawn of that name."""

    def __init__(self, map_name: str, spawn: str, known: tuple[str, ...]) -> None:
        super().__init__(f"map {map_name!r} has no spawn {spawn!r}; it has {', '.join(known)}")


@dataclass(frozen=True)
class Content:
    """What a session is given: where rooms, things, beats and words come from."""

    load_room: Callable[[str], Room]
    make: Callable[[Session, Thing], int | None]
    make_hero: Callable[[Session, Vec, Facing], int]
    arrive: Callable[[Session], None]
    minds: tuple[Callable[[Session], None], ...]
    beats: Mapping[str, Callable[[Session], Script]]
    scripts: Mapping[str, Callable[[Session, int], Script]]
    words: Words


@dataclass
class Scene:
    """A script under way; ``beat`` is its id when it is one."""

    name: str
    running: Running
    beat: str = ""


@dataclass
class Leaving:
    """On the way to another map: the picture closes first; ``how`` it does: fade, passage, sleep, wake, mirror."""

    map: str
    spawn: str
    how: str = "fade"


class Session:
    """See above. ``seed`` decides every roll of Fate."""

    def __init__(self, content: Content, rules: Rules | None = None, seed: int = 1) -> None:
        self.content = content
        self.rules = rules or Rules()
        self.seed = seed
        self.fate = Fate(seed)
        self.story = Story()
        self.news = News()
        self.tick = 0
        self.checkpoint: Snapshot | None = None
        self.is_chapter_over = 0
        """The chapter that has just ended, for the screen to say so and set back; no part of the state."""
        self.is_story_over = False
        """The last beat has said so; for the screen to go on to the credits and set back. No part of the state either."""
        self.room = Room("", "real", 0, 0)
        self._decays: dict[str, tuple[Room, tuple[Decay, ...]]] = {}
        self._clear()

    def _clear(self) -> None:
        """Everything that lives no longer than a stay in a room."""
        for scene in getattr(self, "scenes", ()):
            scene.running.stop()
        self.world = World()
        self.space = Space(self.room)
        self.hero = 0
        self.names: dict[str, int] = {}
        self.present: dict[str, int] = {}
        self.story_seen = -1
        self.scenes: list[Scene] = []
        self.locks = 0
        self.intent: Intent = STILL
        self.talk: Talk | None = None
        self.picked = -1
        self.panel: Panel | None = None
        self.act: Act | None = None
        self.prompt: Prompt | None = None
        self.title: Title | None = None
        self.gaze: Gaze | None = None
        self.fade = Fade()
        self.leaving: Leaving | None = None
        self.crossing: Crossing | None = None
        self.weather = "none"
        self.ruin = Ruin(self.room.width, self.room.height)
        self.void_waits: list[int] = []
        """Tiles that have gone and are no wall yet: she may be standing on one."""
        self.asked_doors: dict[int, int] = {}
        """Doors that know what is left behind them -> how many souls were found when they were asked."""
        self.has_new_truths = False
        """A Truth has come since the room was built: what it shuts is shut at the seam of the tick."""
        self.revealed: dict[int, str] = {}
        """id of a thing -> what the Truth that reveals it shows: hidden or false."""
        self.wants_again = ""
        """"sewn" or "fell": she goes back to the checkpoint at the end of this tick."""
        self.wants_checkpoint = False
        self.is_arriving = False

    # ---- one tick

    def step(self, intent: Intent) -> None:
        """One tick: 1/60 s."""
        self.news.clear()
        self.intent = intent
        self.tick += 1
        self.story.counts["ticks"] = self.story.counts.get("ticks", 0) + 1
        for system in order.SYSTEMS:
            system(self)
        self._seam()

    def _seam(self) -> None:
        """Between two ticks: births and deaths, a room change, a checkpoint."""
        if self.story.version != self.story_seen:
            self._refresh()
        self.world.settle()
        if self.has_new_truths:
            self.has_new_truths = False
            settle_truths(self)
        if self.wants_again and self.checkpoint is not None:
            self.again(self.wants_again)
        elif self.leaving is not None and self.fade.amount >= 1:
            going = self.leaving
            self.enter(going.map, going.spawn, going.how)
        elif self.wants_checkpoint and self._is_calm():
            self.keep()

    def _is_calm(self) -> bool:
        """Whether nothing is under way that a save could not hold."""
        # Beats begin again from their flags, so one that is under way does not stand in the way of a checkpoint.
        at_rest = all(s.beat for s in self.scenes) and self.is_free and self.fade.amount == 0 and self.fade.goal == 0
        at_rest = at_rest and self.world.get(self.hero, Hero).carries == 0 and not self.world.each(Flight)
        stone = self.world.find(self.hero, Stone)
        return at_rest and (stone is None or stone.raised == 0) and self._stands_sound()

    def _stands_sound(self) -> bool:
        """On floor that a load would find too."""
        place = self.place
        return self.is_floor_true(place.x, place.y) and self.ruin.is_sound(place.x, place.y)

    def is_floor_true(self, x: float, y: float) -> bool:
        """Whether the floor there is floor, whoever looks or does not."""
        return is_floor_true(self, x, y)

    @property
    def is_free(self) -> bool:
        """Whether she does what the player wants: no scene holds her, nothing stands before the world."""
        holds = self.act is not None and self.act.holds_her
        holds = holds or (self.crossing is not None and self.crossing.ticks < self.crossing.holds)
        holds = holds or self.world.has(self.hero, Hidden)
        harm = self.world.find(self.hero, Harm)
        holds = holds or (harm is not None and harm.holds)
        return self.locks == 0 and self.talk is None and self.panel is None and self.leaving is None and not holds

    def pressed(self, action: Action) -> bool:
        return bool(self.intent.pressed & action)

    def held(self, action: Action) -> bool:
        return bool((self.intent.held | self.intent.pressed) & action)

    # ---- rooms

    def enter(self, map_name: str, spawn: str = "", how: str = "fade") -> None:
        """Comes into a map at a spawn (the map's default for ""), see Leaving. Raises NoSpawn for one that is not there."""
        if self.room.name:
            self._remember_places()
        room = self.content.load_room(map_name)
        if (spawn or room.first_spawn) not in room.spawns:
            raise NoSpawn(map_name, spawn, tuple(room.spawns))
        at = room.spawns[spawn or room.first_spawn]
        self.story.count(f"visits.{map_name}")
        self.story.counts.pop("tries", None)
        # Taken before anything of the room has moved fate, so that a load meets the same chances.
        self.checkpoint = Snapshot.of(self, map_name, at.at, at.facing, is_arrival=True, how=how)
        self._build(room, at.at, at.facing, is_arrival=True, how=how)
        self.news.tell(Entered(map_name, at.name))
        self.news.tell(Checkpointed())

    def _build(self, room: Room, at: Vec, facing: Facing, is_arrival: bool, how: str = "fade") -> None:
        """A fresh world of that room: the same for one who walked in and one who loaded."""
        self.room = room
        self._clear()
        self.is_arriving = is_arrival
        if is_arrival:
            self.fade = Fade(1.0, 0.0, 0.06, CLOSES.get(how, CLOSES["fade"])[1])  # the picture opens
            self.crossing = arriving(how, room.side)
        self.ruin = ruin_of(room, self.story, self.rules, self.decays_of(room))
        for tile in sorted(self.ruin.gone):
            self.space.block(("void", tile), box_of(tile, room.width))
        self.hero = self.content.make_hero(self, at, facing)
        self.bear(self.hero)
        self._note_revealed()
        for thing in room.things:
            if not thing.text("if_flag"):
                self._make(thing)
        self._refresh()
        self.world.settle()
        settle_truths(self)
        self.content.arrive(self)
        self.world.settle()
        for now in self.story.beats_now:
            if self.story.has_begun(now) and now in self.content.beats and BEAT[now].plays_on(room.name):
                self.begin(now)

    def decays_of(self, room: Room) -> tuple[Decay, ...]:
        """What can make tiles of a room fall; worked out once for every map that is read."""
        kept = self._decays.get(room.name)
        if kept is None or kept[0] is not room:
            kept = self._decays[room.name] = (room, decays_of(room))
        return kept[1]

    def _make(self, thing: Thing) -> None:
        at = thing.box.middle if thing.kind in ("Door", "Trigger") else thing.foot
        if self.ruin.gone and self.ruin.is_gone(at.x, at.y) and not thing.flag("flat"):
            return  # it went with the floor
        if thing.kind == "Item" and thing.flag("once") and f"took_{self.room.name}/{thing.name}" in self.story.flags:
            return
        entity = self.content.make(self, thing)
        if entity is None:
            return
        shown = self.revealed.get(thing.id)
        if shown is not None:
            self.world.add(entity, Feigned() if shown == "false" else Veiled())
        if thing.name:
            self.world.add(entity, Name(thing.name))
            self.names[thing.name] = entity
        push = self.world.find(entity, Pushable)
        kept = self.story.places.get(f"{self.room.name}/{thing.name}")
        if push is not None and kept is not None and _is_floor(self.room, *kept):
            place = self.world.get(entity, Place)
            place.x, place.y = place.was_x, place.was_y = kept
        self.bear(entity)
        if thing.text("if_flag"):
            self.present[thing.name or f"#{thing.id}"] = entity
            self.world.add(entity, Presence(thing))

    def bear(self, entity: int) -> int:
        """Gives a newborn its body; for scripts that make people."""
        self.space.add(entity, self.world)
        return entity

    def bury(self, entity: int) -> None:
        """Takes somebody or something out of the world at the seam of the tick, its body at once."""
        self.space.remove(entity)
        self.world.dies(entity)

    def _note_revealed(self) -> None:
        """Which things hang on a Truth that holds now."""
        for thing in self.room.things:
            reveals = int(thing.number("reveals")) if thing.kind == "Truth" else 0
            if reveals and self.story.holds(thing.text("if_flag")):
                self.revealed[reveals] = thing.text("shows", "hidden")

    def _refresh(self) -> None:
        """Lets things with an ``if_flag`` come and go after the story moved."""
        self.story_seen = self.story.version
        self._note_revealed()
        for thing in self.room.things:
            rule = thing.text("if_flag")
            if not rule:
                continue
            key = thing.name or f"#{thing.id}"
            here = self.present.get(key)
            if self.story.holds(rule):
                if here is None:
                    self._make(thing)
                    self.has_new_truths = self.has_new_truths or thing.kind == "Truth"
            elif here is not None:
                if thing.kind == "Truth":
                    forget_truth(self, here)
                self.bury(here)
                del self.present[key]
                if self.names.get(thing.name) == here:
                    del self.names[thing.name]

    def _remember_places(self) -> None:
        for entity, name, push in self.world.each(Name, Pushable):
            if not push.is_carried:
                place = self.world.get(entity, Place)
                self.story.places[f"{self.room.name}/{name.name}"] = (place.x, place.y)

    def leave_for(self, map_name: str, spawn: str, how: str = "fade") -> None:
        """Goes to another map: the picture closes, then she is there; ``how``: see Leaving."""
        if self.leaving is None:
            self.leaving = Leaving(map_name, spawn, how)
            ticks, colour = CLOSES[how]
            self.fade.goal, self.fade.step, self.fade.colour = 1.0, 1 / ticks, colour

    # ---- checkpoints

    def keep(self) -> None:
        """A checkpoint here and now. Space and world are made anew, as a load would make them: see sim/space.py."""
        self.wants_checkpoint = False
        self.story.counts.pop("tries", None)
        self._remember_places()
        place, title = self.place, self.title
        self.restore(Snapshot.of(self, self.room.name, Vec(place.x, place.y), place.facing))
        self.title = title
        self.news.tell(Checkpointed())

    def restore(self, snapshot: Snapshot) -> None:
        """Becomes what the snapshot says. Raises KeyError or MapError when its map is gone."""
        snapshot.put_into(self)
        x, y, facing = snapshot.hero
        room = self.content.load_room(snapshot.map)
        if not _is_floor(room, x, y):  # the map has changed since, or the file has
            at = room.spawns[room.first_spawn].at
            x, y = at.x, at.y
        self._build(room, Vec(x, y), Facing(facing), snapshot.is_arrival, snapshot.how)
        self.checkpoint = snapshot

    def again(self, why: str) -> None:
        """Back to the checkpoint: the picture was ``sewn`` shut, she was ``caught`` in the chase, or ``fell`` in a run-out.

        Time has passed all the same.
        """
        assert self.checkpoint is not None
        counts = dict(self.checkpoint.counts)
        for key in OUTLASTS:
            if key in self.story.counts or key == "tries":
                counts[key] = self.story.counts.get(key, 0)
        for hunt in HUNTS:
            key = f"runout.{hunt}.falls"
            if f"runout_{hunt}" in self.story.flags:
                counts[key] = self.story.counts.get(key, 0) + 1
        counts["tries"] = counts["tries"] + 1
        counts["stitches"] = 0 if why in FRESH else self.story.counts.get("stitches", 0)
        act = self.act
        self.restore(self.checkpoint.later(counts, self))
        self.fade = Fade(1.0, 0.0, 1 / 18, "black")
        if why in FRESH:
            harm = self.world.find(self.hero, Harm)
            if harm is not None:
                harm.grace = AGAIN_GRACE_TICKS
        self.news.tell(CameBack(why))
        console(self, SAYS[why], act)

    # ---- scripts

    def begin(self, beat: str) -> None:
        """Starts a beat, or goes on with it after a load; its flags say what is behind it."""
        if any(s.beat == beat for s in self.scenes):
            return
        if not self.story.has_begun(beat):
            self.story.set(f"began_{beat}")
            self.news.tell(Began(beat))
        self.scenes.append(Scene(beat, Running(self.content.beats[beat](self)), beat))

    def run(self, script: str, entity: int = 0) -> None:
        """Starts a script of the map (a thing's ``interact``, a trigger's ``script``); the same one never twice at a time."""
        if script in self.content.scripts and not any(s.name == script for s in self.scenes):
            self.scenes.append(Scene(script, Running(self.content.scripts[script](self, entity))))

    def is_running(self, name: str) -> bool:
        return any(s.name == name for s in self.scenes)

    def end_beat(self, beat: str) -> None:
        """It is done; how long she had played by then is kept as ``at.BEAT``: what a run is timed by."""
        self.story.end(beat)
        self.story.counts.setdefault(f"at.{beat}", self.story.counts.get("ticks", 0))
        self.news.tell(Ended(beat))
        self.wants_checkpoint = True

    # ---- talk

    def say(self, who: str, mood: str, text: str, key: str) -> None:
        """Puts a line before the world; it stays until the player has read it."""
        words = self.content.words
        minutes = self.story.counts.get("minutes", 0)
        text = text.replace("{minutes}", str(minutes)).replace("{falls}", str(self.story.counts.get("falls", 0)))
        node = words.node(key)
        pictures = tuple(node.get("pictures", ())) if isinstance(node, dict) else ()
        known = f"speakers.{who}.known"
        is_known = words.has(known) and self.story.holds(words.get(known))
        self.talk = Talk(who, mood, text, key, pictures=pictures, is_known=is_known)
        if words.has(f"speakers.{who}"):
            self.meet(who)
        self.story.log.append((who, text))
        del self.story.log[:-LOG_LINES]
        self.news.tell(Spoke(who, mood, key, text))

    def cry(self, who: str, key: str, at: Vec, lasts: int = 0) -> None:
        """Words that fly up at a place and stop nobody; they can be read again in the log. ``lasts`` ticks, 0 = by length."""
        self.cry_words(who, self.content.words.get(key), key, at, lasts)

    def cry_words(self, who: str, text: str, key: str, at: Vec, lasts: int = 0) -> None:
        """As ``cry``, for a part of what stands at the key."""
        self.story.log.append((who, text))
        del self.story.log[:-LOG_LINES]
        self.news.tell(Cried(who, key, text, at.x, at.y, lasts))

    def ask(self, options: tuple[Option, ...], key: str) -> None:
        """Puts a choice before the world; ``picked`` is its number once it is made."""
        self.picked = -1
        self.talk = Talk("coraline", "plain", "", key, options=options)

    def look(self, text: str) -> None:
        """She looks at a thing of this map: the line for its present state. KEY_2, where there is one, is said every other time."""
        key = self.thing_key(text)
        if key not in self.story.looked:
            self.story.looked.append(key)
        if self.content.words.has(f"{key}_2") and self.story.count(f"look.{key}") % 2 == 0:
            key = f"{key}_2"
        self.say("coraline", "plain", self.content.words.get(key), key)

    def thing_key(self, text: str) -> str:
        """Where the line of a thing stands: at night, in an empty house, at the party it may say another."""
        place = self.room.name.split("/")[-1]
        states = [self.room.side]
        if self.room.side == "between":  # what lies between changes once, when she does
            states = ["cold", "first", "room"] if "she_turns" in self.story.flags else ["first", "room"]
            states.append("sky")
        if "is_night" in self.story.flags and self.room.side == "real":
            states.insert(0, "night")
        if self.room.side == "real" and self.story.holds("wybie_frees,!door_closed"):
            states.insert(0, "alone")
        if "stone_given" in self.story.flags and self.room.side == "other":
            states.insert(0, "hostile")
        stone = self.world.find(self.hero, Stone)
        if stone is not None and stone.is_up:
            states.insert(0, "stone")
        if "well_sealed" in self.story.flags:
            states.insert(0, "party")
        if "." in text:
            return text
        for state in states:
            if self.content.words.has(f"things.{place}.{state}.{text}"):
                return f"things.{place}.{state}.{text}"
        return f"things.{place}.{self.room.side}.{text}"

    # ---- the journal

    def meet(self, who: str) -> None:
        if who not in self.story.people and self.content.words.has(f"journal.people.{who}"):
            self.story.people.append(who)
            self.news.tell(Discovered("person", who))

    def give(self, item: str) -> None:
        """An item into her pockets."""
        if item not in self.story.items:
            self.story.items.append(item)
            self.news.tell(Took(item))

    def take_away(self, item: str) -> None:
        if item in self.story.items:
            self.story.items.remove(item)

    @property
    def goal(self) -> str:
        """The text key's end of what to do now: the beat whose turn it is, if it is written."""
        now = self.story.beat
        if not now:
            return "told"
        if now in ANY_ORDER:
            begun = [b for b in self.story.beats_now if self.story.has_begun(b)]
            now = begun[0] if len(begun) == 1 else "souls"
            part = self.story.notes.get("goal", "")
            return part if part.startswith(f"{now}_") else now
        if now not in self.content.beats:
            return "to_be_continued"
        part = self.story.notes.get("goal", "")
        return part if part.startswith(f"{now}_") else now

    @property
    def is_night(self) -> bool:
        return "is_night" in self.story.flags

    @property
    def place(self) -> Place:
        """Where she stands."""
        return self.world.get(self.hero, Place)

    def find(self, name: str) -> int:
        """The entity the map calls so, 0 if it is not here now."""
        return self.names.get(name, 0)

    def actor_of(self, who: str) -> int:
        """The entity that speaks as ``who``, 0 if nobody here does."""
        from_names = self.names.get(who, 0)
        if from_names and self.world.is_alive(from_names):
            return from_names
        if who == "coraline":
            return self.hero
        for entity, look in self.world.each(Look):
            if look.sheet == who:
                return entity
        return 0

    # ---- proof

    def state_hash(self) -> str:
        """16 letters that differ when anything differs that rules can see."""
        digest = blake2b(digest_size=8)
        head = (
            self.tick,
            self.room.name,
            self.fate.state,
            self.story.flags,
            self.story.counts,
            self.story.notes,
            self.story.items,
            self.story.done,
            self.story.places,
            self.locks,
            self.talk,
            self.panel,
            self.act,
            self.fade,
            self.leaving,
            [(s.name, s.beat) for s in self.scenes],
        )
        digest.update(repr(head).encode())
        for row in self.world.rows():
            digest.update(repr(row).encode())
        return digest.hexdigest()


def _is_floor(room: Room, x: float, y: float) -> bool:
    """Whether something can stand there: on the map (no number that is none is) and in no wall."""
    on_map = 0 <= x <= room.size.x and 0 <= y <= room.size.y
    return on_map and not any(wall.holds(x, y) for wall in room.walls)
