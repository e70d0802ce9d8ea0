"""well_sealed: the key and what is left of it, on three; the cover, on three creaks. The button is done up."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch11_well.night import KEY, MAP, wybie
from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.acts import LanternWalk
from game.sim.panels import BracePanel
from game.sim.parts import Furniture, Look, Name, Place, Pushable
from game.sim.session import Session
from game.sim.systems.throw import let_fly

BEAT = "well_sealed"
PUSHES = 3
LID_PX = 64.0
"""How far the cover has to go."""


def lantern_light(session: Session) -> None:
    """Between the fight and the well there is still the lantern, and the rock that lies where it fell."""
    if session.room.name != MAP or session.act is not None or not session.is_night:
        return
    if session.story.holds("hand_is_crushed,!well_shut") and not session.is_running("hand_crushed"):
        session.act = LanternWalk.of(session, is_late=True)


def wybie_waits(session: Session) -> None:
    """He stands by the well until she comes."""
    if session.room.name != MAP or not session.story.holds("hand_crushed,!well_sealed") or session.find("wybie"):
        return
    stage = Stage(session, BEAT)
    wybie(stage, stage.at("well_lip") + Vec(-34, 18), Facing.RIGHT)


def well_sealed(session: Session) -> Script:
    stage = Stage(session, BEAT)
    well = next(t.foot for t in session.room.things if t.name == "well")
    lip, him = stage.at("well_lip") + Vec(10, -14), stage.at("well_lip") + Vec(18, 28)
    if not session.find("wybie"):
        wybie(stage, him + Vec(-30, 0), Facing.RIGHT)
    yield lambda: session.is_free
    stage.music("well_night", "base")
    if not stage.flag("key_in_well"):
        with stage.scene():
            yield from stage.together(stage.walk("coraline", lip, 80), stage.walk("wybie", him, 80))
            stage.face("coraline", Facing.RIGHT)
            stage.face("wybie", Facing.RIGHT)
            stage.camera(Vec(well.x - 20, well.y - 20), 4.0)
            yield from stage.say("open")
            yield from stage.say("wrap")
            yield from stage.pose("wybie", "interact", 24)
            yield from stage.say("throw", only=(1,))
            yield from _on_three(stage)
            yield from stage.say("throw", only=(2,))
            yield from _throw(stage, Vec(well.x, well.y - 10))
            session.take_away(KEY)
            stage.set("key_in_well")
            stage.music("void")
            yield 100
            yield from stage.say("throw", only=(3,))
            yield from stage.say("no_splash")
    yield from _cover(stage, well)
    yield from _end(stage, well)
    stage.end_chapter(11)


def _on_three(stage: Stage) -> Script:
    """One press, on three."""
    session = stage.session
    panel = BracePanel(1)
    session.panel = panel
    yield lambda: session.panel is not panel


def _throw(stage: Stage, into: Vec) -> Script:
    """A glove with something in it, and a key: together, so that it was nobody's idea."""
    session = stage.session
    flying = []
    for who, prop in (("wybie", "glove_left"), ("coraline", "apple")):
        at = stage.at(who)
        look = session.world.get(stage.body(who), Look)
        if who == "coraline":
            look.anim, look.ticks, look.is_once, look.then = "throw", 8, True, "idle"
        push = Pushable("ball", 10.0, 10.0, 1.0, 0.8, can_carry=True, is_carried=True)
        box = Box(at.x - 5, at.y - 10, 10, 10)
        entity = session.world.born(Place(at.x, at.y, at.x, at.y, lift=26.0), push, Name(f"into_well_{who}"))
        if prop != "apple":
            session.world.add(entity, Furniture(0, prop, box, at.y))
        flying.append(entity)
        let_fly(session, entity, into.x, into.y, 110.0, arc=0.6)
    for _ in range(50):
        for entity in list(flying):
            place = session.world.find(entity, Place)
            if place is None or (abs(place.x - into.x) < 8 and abs(place.y - into.y) < 14):
                if place is not None:
                    session.bury(entity)
                flying.remove(entity)
                stage.sound("key_jingle_drop", into, 0.5)
        yield None
    for entity in flying:
        session.bury(entity)


def _cover(stage: Stage, well: Vec) -> Script:
    """Push when I push. When it creaks, breathe out."""
    session = stage.session
    both = stage.at("well_both")
    stage.set("well_open")
    yield 2
    with stage.scene():
        yield from stage.together(
            stage.walk("coraline", both + Vec(18, -26), 90), stage.walk("wybie", both + Vec(26, 14), 90)
        )
        for who in ("coraline", "wybie"):
            stage.face(who, Facing.LEFT)
        stage.camera(Vec(well.x + 40, well.y - 20), 4.0)
        yield from stage.say("lid")
        cover = session.find("well_cover")
        thing = session.world.find(cover, Furniture) if cover else None
        panel = BracePanel(PUSHES)
        session.panel = panel
        for who in ("coraline", "wybie"):
            yield from stage.pose(who, "push")
        start = {who: stage.at(who) for who in ("coraline", "wybie")}
        home = thing.box if thing is not None else Box(0, 0, 0, 0)
        moved = 0.0
        while session.panel is panel or moved < LID_PX:
            done = PUSHES if session.panel is not panel else panel.done
            goal = LID_PX * (done / PUSHES)
            if moved < goal:
                moved = min(moved + 1.1, goal)
                if session.tick % 20 == 0:
                    stage.sound("rock_drag", well, 0.7)
                for who, at in start.items():
                    session.space.move(stage.body(who), at.x - moved, at.y)
                if thing is not None:
                    lift = 12.0 * (moved / LID_PX)
                    thing.box = Box(home.x - moved, home.y - lift, home.w, home.h)
            yield None
        for who in ("coraline", "wybie"):
            stage.rest(who)
        stage.sound("well_boards", well)
        stage.sound("rock_impact", well, 0.5)
        stage.shake(3.0, 24)
        story = session.story
        story.set("well_open", False)
        story.set("well_shut")
        yield 50
        yield from stage.say("done")


def _end(stage: Stage, well: Vec) -> Script:
    """He walks straight across."""
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        start = Vec(well.x - 150, well.y + 44)
        if not session.find("cat"):
            cat = session.bear(make_person(session, "cat", start, Facing.RIGHT, "none", is_ghost=True))
            session.names["cat"] = cat
            session.world.add(cat, Name("cat"))
        stage.camera(Vec(well.x, well.y - 20), 4.0)
        yield from stage.walk("cat", Vec(well.x - 44, well.y + 6), 70, straight=True)
        place = session.world.get(session.find("cat"), Place)
        stage.sound("cat_land", "cat")
        for n in range(1, 25):
            k = n / 24
            session.space.move(session.find("cat"), well.x - 44 + 44 * k, well.y + 6 - 4 * k)
            place.lift = 26 * k + 14 * 4 * k * (1 - k)
            yield None
        place.lift = 26.0
        yield from stage.pose("cat", "sit")
        yield 20
        yield from stage.say("cat")
        yield from stage.pose("cat", "groom")
        for who, other in (("coraline", "wybie"), ("wybie", "coraline")):
            stage.face(who, other)
        yield from stage.say("end")
        yield 40
        stage.camera_back()


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: well_sealed}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = (lantern_light, wybie_waits)
STARTS = {
    BEAT: Start(
        MAP,
        "cp_well",
        ("well_shut", "!well_open", "key_in_well", "!is_night"),
        ("adder_stone", KEY, "doll", "note"),
        ("is_night",),
    ),
}
