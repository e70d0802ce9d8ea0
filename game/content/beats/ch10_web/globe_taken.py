"""globe_taken: she has no eyes, and goes by ear. The snow globe from the mantelpiece; the floor gone; up again, and quiet."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.boss_lines import cry_boss_line
from game.content.beats.ch10_web.scenery import FLAGS, POCKETS, ROOM, SWAY, bring_her
from game.content.beats.verbs import Stage, Start
from game.content.foes.beldam import NAME, make_beldam
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Climb, Unfloored
from game.sim.acts.climb import Blind
from game.sim.acts.climb.climb import MARKS
from game.sim.parts import Arachnid, Place
from game.sim.session import Session

BEAT = "globe_taken"
OPENED, HAS, FELL = "globe_opened", "has_globe", "web_fell"
MARK, HER_X, HER_Y = "climb_mark", "climb_her_x", "climb_her_y"
NOT_NEARER_PX = 110.0
NEXT = ("between/passage_long", "from_web")
ROUND = (Vec(480, 236), Vec(640, 252), Vec(700, 214), Vec(560, 280), Vec(420, 240))
"""Where she goes about in the room."""
CROUCH_PX = -46.0
LISTENS = f"beats.{BEAT}.listen"
GAP_TICKS = 150


def she_listens(session: Session) -> None:
    """What follows upon the cat, and goes on after every fall."""
    is_here = session.story.beat == BEAT and session.room.name == ROOM and "practice" not in session.story.notes
    if is_here and session.is_free and not session.wants_checkpoint and not any(s.beat for s in session.scenes):
        session.begin(BEAT)


def globe_taken(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not stage.flag(FELL):
        yield from _in_the_room(stage)
    mark = session.story.counts.get(MARK, 0)
    yield lambda: not session.wants_checkpoint
    act = Climb.of(session, mark)
    _takes_up(session, act)
    make_beldam(session, Vec(act.blind.x, act.blind.y), "climb")
    session.act = act
    stage.music("search", "heart")
    stage.goal("climb")
    voices = Voices(stage)
    while not act.is_done:
        for what in act.told:
            if what == "mark":
                counts = session.story.counts
                counts[MARK], counts[HER_X], counts[HER_Y] = act.mark, round(act.blind.x), round(act.blind.y)
                stage.keep()
            voices.hears(what, act.blind)
        act.told.clear()
        voices.tick(act.blind, act.still_s)
        yield None
    yield from _to_the_door(stage)


def _takes_up(session: Session, act: Climb) -> None:
    """After a checkpoint she is where she was, unless that is where she who begins again stands."""
    counts, blind = session.story.counts, act.blind
    if HER_X in counts:
        x, y = counts.pop(HER_X), counts.pop(HER_Y)
        if math.hypot(x - session.place.x, y - session.place.y) > NOT_NEARER_PX:
            blind.x, blind.y, blind.goal_x, blind.goal_y = x, y, x, y


def _in_the_room(stage: Stage) -> Script:
    session = stage.session
    bring_her(session, SWAY, "thrash")
    she = session.world.get(session.find(NAME), Arachnid)
    she.is_blind = True
    if not stage.flag(OPENED):
        with stage.scene():
            stage.music("search", "heart")
            stage.shake(3.0, 30)
            yield 30
            yield from stage.say("open")
            she.pose = "listen"
            stage.sound("beldam_listens", NAME)
            yield 40
            yield from stage.say("teach")
        stage.set(OPENED)
        stage.keep()
        yield 2
    yield lambda: not session.wants_checkpoint
    stage.music("search", "heart")
    at = session.world.get(session.find(NAME), Place)
    act = Unfloored(blind=Blind(ROUND, at.x, at.y, lift_px=CROUCH_PX))
    session.act = act
    voices = Voices(stage)
    while not act.is_taken:
        for what in act.noticed:
            voices.hears(what, act.blind)
        act.noticed.clear()
        voices.tick(act.blind, 0.0)
        yield None
    with stage.scene():
        yield from _takes_it(stage)
        yield from _the_floor_goes(stage)
    stage.set(FELL)
    stage.keep()
    yield 2


def _takes_it(stage: Stage) -> Script:
    session = stage.session
    stage.face("coraline", Facing.UP)
    session.give("globe")
    stage.sound("item_get")
    yield 20
    yield from stage.say("globe")
    stage.set(HAS)


def _the_floor_goes(stage: Stage) -> Script:
    """The last rows and the rug, with both of them."""
    session = stage.session
    she = session.world.get(session.find(NAME), Arachnid)
    she.pose = "thrash"
    stage.shake(6.0, 60)
    stage.sound("wall_crumble", NAME)
    yield 30
    yield from stage.say("web_falls")
    stage.sound("world_unravel")
    stage.shake(5.0, 50)
    yield from stage.pose("coraline", "tumble", 24)
    stage.sound("edge_gone")
    yield from stage.fade_out(16)
    session.act = None
    stage.bring("coraline", MARKS[0], Facing.UP)
    make_beldam(session, Vec(544, 520), "climb")
    yield 20
    stage.sound("mattress_pomf")
    yield from stage.fade_in(24)
    yield 20
    session.cry("coraline", stage.key("climb.1"), Vec(session.place.x, session.place.y), 150)


def _to_the_door(stage: Stage) -> Script:
    """The last of the thread, and through."""
    session = stage.session
    with stage.scene():
        stage.music("none")
        yield from stage.walk("coraline", "door_small_front", 120)
        stage.face("coraline", Facing.UP)
        stage.sound("beldam_hiss", NAME)
        yield 12
        session.leave_for(*NEXT, "dark")


class Voices:
    """What she says to the dark, by turns with her silence; and what one thinks meanwhile."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.quiet_ticks = GAP_TICKS
        self.was = ""
        self.said = 0
        self.thought = 1

    def hears(self, what: str, blind: Blind) -> None:
        session = self.stage.session
        at = Vec(blind.x, blind.y)
        if what == "lured":
            keys = session.content.words.numbered(f"beats.{BEAT}.fooled")
            n = session.story.count("globe_lures")
            if n >= 3 and cry_boss_line(session, "web.blind", {"threw_3"}):
                return
            session.cry(NAME, keys[(n - 1) % len(keys)], at, 140)
            self.quiet_ticks = 0

    def tick(self, blind: Blind, still_s: float) -> None:
        """As she begins to hum, she talks: that is when to move."""
        self.quiet_ticks += 1
        session = self.stage.session
        hunts = blind.state in ("comes", "gropes")
        if hunts != (self.was in ("comes", "gropes")):
            self.stage.music("search", *(("hunt",) if hunts else ("heart",)))
        if blind.state == "hums" and self.was != "hums" and self.quiet_ticks > GAP_TICKS:
            self.quiet_ticks = 0
            facts = {"stood_still_10"} if still_s > 10 else {"ran_loud"} if blind.comes >= 2 else set()
            if not (facts and self.said % 3 == 2 and cry_boss_line(session, "web.blind", facts, lasts=170)):
                keys = session.content.words.numbered(LISTENS)
                session.cry(NAME, keys[self.said % len(keys)], Vec(blind.x, blind.y), 170)
            self.said += 1
        elif blind.state == "hush" and self.was != "hush" and self.said in (2, 4) and self.thought < 3:
            self.thought += 1
            place = session.place
            session.cry("coraline", f"beats.{BEAT}.climb.{self.thought}", Vec(place.x, place.y), 140)
        self.was = blind.state


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: globe_taken}
MINDS: tuple[Callable[[Session], None], ...] = (she_listens,)
STARTS: dict[str, Start] = {
    BEAT: Start(
        ROOM,
        "throw_from",
        (OPENED, HAS, FELL),
        POCKETS,
        (
            *FLAGS,
            "web_opened",
            "taught_stitches",
            "tricked_opened",
            "globe_seen",
            "web_unlocked",
            "cat_hit_first",
            "buttons_lost",
        ),
    ),
}
