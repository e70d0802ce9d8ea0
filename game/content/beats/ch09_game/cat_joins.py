"""cat_joins: back, and not alone. The passage has gone grey; a cat walks in front of her at her speed, and does not say why.

The bricks are gone as soon as she holds the key up to them. At the far end the door is latched on its wrong side: the cat can be
pointed at what is thin, and slips behind it.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage, Start
from game.content.folk import cat as cats
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.core.script import Script
from game.sim.acts import GreyWalk
from game.sim.parts import Lamp, Look, Name, Person
from game.sim.session import Session

BEAT = "cat_joins"
REAL, PASSAGE, THERE = "real/flat_down", "between/passage", "other/flat_down"
DOOR, BEFORE_DOOR = Vec(976, 146), Vec(976, 170)
CALLS_PX = 84.0
CAT = "cat"
POSTS = tuple(f"cat_post_{n}" for n in range(7))
LATCH, LATCHED = "thin_latch", "latch_wanted"
SAYS = {1: "passage", 3: "why", 5: "told_ivy"}
"""What is said when she has come to that post."""
LEAVES = (
    "ch9_named",
    "cat_waits_said",
    *(f"grey_{m}" for m in SAYS.values()),
    "latch_lifted",
    "fetch_taught",
    "!bricked",
)
FLAGS = ("is_night", "bricked", "!in_pyjamas", "!door_pulled_to", "!refused")
POCKETS = ("doll", "note", "key", "tally", "adder_stone")
LIGHT = Lamp(radius=150.0, tint="#ffd0c8ff", energy=0.95, flicker=0.04)
LEADS_PX, SPEED, HURRY_SPEED = 92.0, 88.0, 138.0
NEAR_LATCH_PX = 150.0


def key_in_bricks(session: Session) -> None:
    """Before the bricks, with the key, and somewhere to go: they do not wait for it."""
    if session.story.beat != BEAT or session.room.name != REAL or "bricked" not in session.story.flags:
        return
    near = (Vec(session.place.x, session.place.y) - DOOR).length < CALLS_PX
    if near and session.is_free and not session.scenes and session.fade.amount == 0 and not session.wants_checkpoint:
        session.run("key_in_bricks")


def open_door(session: Session, entity: int) -> Script:
    """She holds the key up. There is nothing left to put it in."""
    stage = Stage(session, BEAT)
    with stage.scene():
        yield from stage.walk("coraline", BEFORE_DOOR, 70)
        stage.face("coraline", Facing.UP)
        stage.sound("key_turn", DOOR)
        yield from stage.pose("coraline", "interact", 26)
        stage.sound("brick_thud", DOOR)
        stage.shake(2.0, 20)
        stage.small_door("open")
        yield 20
        stage.sound("draught", DOOR)
        yield from stage.say("open", only=(1,))
        stage.set("bricks_went")


def enters(session: Session) -> None:
    """It begins on the other side of the little door."""
    begins = session.story.beat == BEAT and session.room.name == PASSAGE
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def cat_joins(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if session.room.name != PASSAGE:
        yield lambda: False  # she has gone home again: it waits for her in there
    session.story.set(LATCHED, not stage.flag("latch_lifted"))
    soft = tuple(t.box for name, t in session.room.spots.items() if name.startswith("soft_"))
    latch = _latch(session)
    act = GreyWalk(soft=soft, latch_x=latch.x + 62, latch_y=latch.y + 20)
    session.act = act
    stage.music("passage", "drone")
    post = sum(stage.flag(f"grey_{moment}") for moment in SAYS.values()) * 2
    _bring_cat(stage, stage.at(POSTS[min(post, len(POSTS) - 1)]))
    if stage.once("ch9_named"):
        stage.chapter_card(9)
    if not stage.flag("cat_waits_said"):
        yield 150
        with stage.scene():
            stage.sound("cat_meow", CAT, 0.6)
            stage.camera(stage.at(CAT) + Vec(-20, -10), 3.0)
            yield 20
            if not stage.flag("bricks_went"):
                yield from stage.say("open", only=(1,))
            yield from stage.say("open", only=(2, 3, 4))
            stage.camera_back()
        stage.set("cat_waits_said")
        stage.keep()
        yield 2
    yield from _along(stage, act, post)
    yield from _lifts_latch(stage, act, latch)
    yield lambda: session.leaving is not None and session.leaving.map == THERE  # she goes in by herself


def _latch(session: Session) -> Vec:
    return next(t.foot for t in session.room.things if t.name == LATCH)


def _bring_cat(stage: Stage, at: Vec) -> None:
    """It carries the only light there is; nobody knows where."""
    session = stage.session
    if session.find(CAT):
        session.bury(session.find(CAT))
    entity = session.bear(make_person(session, CAT, at, Facing.LEFT, "none", is_ghost=True))
    session.names[CAT] = entity
    session.world.add(entity, Name(CAT))
    session.world.add(entity, Lamp(LIGHT.radius, LIGHT.tint, LIGHT.energy, flicker=LIGHT.flicker))
    session.world.get(entity, Person).turns_to_her = False
    cats.sits(session, CAT)


def _gap(stage: Stage) -> float:
    return (stage.at(CAT) - stage.at("coraline")).length


def _along(stage: Stage, act: GreyWalk, post: int) -> Script:
    """In front, at her speed, round what is soft; it waits at every bend, and talks at some."""
    session = stage.session
    entity = stage.body(CAT)
    while post < len(POSTS):
        goal = stage.at(POSTS[post])
        if (stage.at(CAT) - goal).length > 6:
            cats.stands(session, CAT)
            hurries = _gap(stage) < 40 or stage.at("coraline").x > stage.at(CAT).x
            yield from stage.go(entity, (goal,), HURRY_SPEED if hurries else SPEED, is_watched=False)
            cats.sits(session, CAT)
        stage.face(CAT, "coraline")
        yield lambda: _gap(stage) < LEADS_PX or session.place.x > stage.at(CAT).x
        moment = SAYS.get(post, "")
        if moment and not stage.flag(f"grey_{moment}"):
            yield lambda: session.is_free
            stage.face("coraline", CAT)
            yield from stage.say(moment)
            stage.set(f"grey_{moment}")
            stage.music("passage", "drone", *(f"rib{n}" for n in range(1, 1 + (post + 1) // 2)))
        post += 1
        yield 8


def _lifts_latch(stage: Stage, act: GreyWalk, latch: Vec) -> Script:
    """Pointed at it, it slips behind what is thinner than itself, and is heard on the other side."""
    session = stage.session
    if stage.flag("latch_lifted"):
        act.latch_ticks = 60
        session.story.set(LATCHED, False)
        return
    yield lambda: session.is_free and (stage.at("coraline") - latch).length < NEAR_LATCH_PX
    stage.face("coraline", Facing.RIGHT)
    stage.sound("door_locked", latch + Vec(60, 20), 0.7)
    if stage.once("fetch_taught"):
        yield from stage.say("teach_fetch")
    stage.goal("latch")
    act.takes_cat = True
    yield lambda: session.pressed(Action.CAT) and session.is_free
    act.takes_cat = False
    stage.sound("cat_meow", CAT, 0.7)
    cats.stands(session, CAT)
    yield from cats.slip_away(stage, CAT, latch, 1)
    yield 36
    stage.sound("light_click", latch + Vec(60, 20))
    yield 22
    stage.sound("little_door_open", latch + Vec(60, 20))
    stage.shake(1.5, 14)
    act.latch_ticks = 1
    session.story.set(LATCHED, False)
    stage.set("latch_lifted")
    yield 30
    yield from cats.slip_out(stage, CAT, latch, -1)
    session.world.get(stage.body(CAT), Look).is_hidden = False
    cats.sits(session, CAT)
    stage.face(CAT, "coraline")
    yield lambda: session.is_free
    yield from stage.say("door")
    session.story.notes.pop("goal", None)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: cat_joins}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"key_in_bricks": open_door}
MINDS: tuple[Callable[[Session], None], ...] = (key_in_bricks, enters)
STARTS: dict[str, Start] = {BEAT: Start(REAL, "from_passage", LEAVES, POCKETS, FLAGS)}
