"""cat_thrown: lift, aim, apologise later. The cat is safe, and says so."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch10_web.scenery import DOOR, FLAGS, HEEL, POCKETS, ROOM, SWAY, bring_cat, bring_her
from game.content.beats.verbs import Stage, Start
from game.content.folk import cat as cats
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Buttons, CatThrow
from game.sim.parts import Arachnid, Look, Place
from game.sim.session import Session

BEAT = "cat_thrown"
STANDS = Vec(552, 300)
COMES_PX = 2.0
JUMP_TICKS = 34


def cat_thrown(session: Session) -> Script:
    stage = Stage(session, BEAT)
    bring_cat(stage, HEEL)
    bring_her(session, SWAY if stage.flag("cat_warned") else DOOR)
    stage.music("chase", "base", "drive")
    if not stage.flag("cat_warned"):
        with stage.scene():
            yield from _open(stage)
        stage.set("cat_warned")
        stage.keep()
        yield 2
    stage.bring("coraline", STANDS, Facing.UP)
    yield from _throws(stage)
    with stage.scene():
        yield from _blind(stage)


def _open(stage: Stage) -> Script:
    """She turns round, and comes. The cat understands first."""
    session = stage.session
    she = session.world.get(session.find("beldam"), Arachnid)
    at = session.world.get(session.find("beldam"), Place)
    stage.sound("beldam_hiss", "beldam")
    yield from stage.walk("coraline", STANDS, 110)
    stage.bring("cat", HEEL, Facing.LEFT)
    stage.face("coraline", Facing.UP)
    for _ in range(200):
        d = SWAY - Vec(at.x, at.y)
        if d.length <= COMES_PX:
            break
        way = Vec(at.x, at.y).toward(SWAY)
        at.was_x, at.was_y = at.x, at.y
        at.x, at.y = at.x + way.x * COMES_PX, at.y + way.y * COMES_PX
        she.pose, she.heading = "run", 180.0
        she.look_x, she.look_y = session.place.x, session.place.y - 20
        yield None
    at.was_x, at.was_y = at.x, at.y = SWAY.x, SWAY.y
    she.pose, she.heading = "stare", 90.0
    yield 16
    stage.face("coraline", "cat")
    stage.face("cat", "coraline")
    yield from stage.say("open")
    stage.face("coraline", Facing.UP)
    yield from stage.say("teach")


def _throws(stage: Stage) -> Script:
    session, counts = stage.session, stage.session.story.counts
    act = CatThrow(middle=SWAY, misses=counts.get("cat_misses", 0), throws=counts.get("cat_throws", 0))
    session.act = act
    while not act.is_over and session.act is act:
        for what in act.told:
            if what == "throw":
                counts["cat_throws"] = act.throws
            elif what == "miss":
                counts["cat_misses"] = act.misses
                stage.set("cat_missed_first")
                at = stage.at("cat")
                session.cry("cat", stage.key("miss.1"), Vec(at.x, at.y - 30), 150)
            elif what == "hit":
                if act.misses == 0:
                    stage.set("cat_hit_first")
                session.world.get(session.find("beldam"), Arachnid).is_blind = True
        act.told.clear()
        yield None


def _blind(stage: Stage) -> Script:
    session = stage.session
    she = session.world.get(session.find("beldam"), Arachnid)
    she.pose, she.is_blind = "thrash", True
    stage.shake(4.0, 40)
    stage.sound("beldam_hiss", "beldam")
    yield from stage.say("hit", only=(1,))
    yield from stage.say("hit", only=(2,))
    stage.set("buttons_lost")
    here = stage.at("beldam")
    roll = Buttons(x=here.x, y=here.y)
    session.act = roll
    place = session.world.get(session.find("beldam"), Place)
    rider = session.world.get(session.find("cat"), Place)
    while not roll.is_over and session.act is roll:
        step = min(max(SWAY.x - place.x, -1.0), 1.0)
        for ridden in (place, rider):
            ridden.was_x = ridden.x
            ridden.x += step
        session.space.move(session.find("cat"), rider.x, rider.y)
        yield None
    yield from stage.say("buttons")
    yield from _jumps_down(stage)
    stage.face("coraline", "cat")
    stage.face("cat", "coraline")
    yield from stage.say("gone", only=(1,))
    yield from stage.say("gone", only=(2,))
    at = stage.at("cat")
    cats.stands(session, "cat")
    yield from cats.slip_away(stage, "cat", Vec(at.x + 30, at.y), 1)
    session.bury(stage.body("cat"))
    session.names.pop("cat", None)
    stage.face("coraline", Facing.UP)


def _jumps_down(stage: Stage) -> Script:
    """Off her by way of a thumb, and onto four feet."""
    session = stage.session
    cat = session.find("cat")
    at, look = session.world.get(cat, Place), session.world.get(cat, Look)
    start, up, goal = Vec(at.x, at.y), at.lift, stage.at("coraline") + Vec(42, -2)
    look.anim, look.ticks, look.mood = "jump", 0, "held"
    at.facing = Facing.of(goal.x - start.x, goal.y - start.y)
    for n in range(1, JUMP_TICKS + 1):
        k = n / JUMP_TICKS
        at.was_x, at.was_y = at.x, at.y
        at.x, at.y = start.x + (goal.x - start.x) * k, start.y + (goal.y - start.y) * k
        at.lift = up * (1 - k) + 60 * k * (1 - k)
        session.space.move(cat, at.x, at.y)
        yield None
    at.lift = 0.0
    stage.sound("cat_land", "cat")
    cats.stands(session, "cat")
    yield 24


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: cat_thrown}
STARTS: dict[str, Start] = {
    BEAT: Start(
        ROOM,
        "throw_from",
        ("cat_warned", "cat_hit_first", "buttons_lost"),
        POCKETS,
        (*FLAGS, "web_opened", "taught_stitches", "tricked_opened", "globe_seen", "web_unlocked"),
    )
}
