"""Tag in the fog: Wybie rides his round, rings, and has to be touched three times. Nobody can lose it, only get tired of it."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.parts import Follower, Place, Walker
from game.sim.session import Session

TOUCHES = 3
TOUCH_PX = 26.0
BELL_EVERY_TICKS = 120
WHEEL_EVERY_TICKS = 34
HIDE_TICKS = 180
COUGH_EVERY_TICKS = 70
TIRED_AFTER_TICKS = 75 * 60
SPEED, TIRED_SPEED, FLEE_SPEED = 118.0, 90.0, 200.0


def play_tag(stage: Stage) -> Script:
    """Until she has touched him three times. Touches are kept if she leaves and comes back."""
    session = stage.session
    yield from stage.say("tag_start")
    stage.teach("run")
    wybie = stage.body("wybie")
    ticks = 0
    while session.story.counts.get("tag_touches", 0) < TOUCHES:
        yield None
        ticks += 1
        if ticks == TIRED_AFTER_TICKS:
            stage.set("tag_tired")
            yield from stage.say("tag_lost")
        follower = session.world.find(wybie, Follower)
        if follower is None:
            continue
        follower.speed = TIRED_SPEED if ticks > TIRED_AFTER_TICKS else SPEED
        if ticks % BELL_EVERY_TICKS == 0:
            stage.sound("bike_bell", "wybie")
        if ticks % WHEEL_EVERY_TICKS == 0:
            stage.sound("wheel_tick", "wybie")
        _send_cat(session, follower)
        if _distance(session, wybie) < TOUCH_PX and session.is_free:
            touches = session.story.count("tag_touches")
            stage.sound("tag", "wybie")
            if touches < TOUCHES:
                follower.is_on = False
                yield from stage.say("tag_warm" if touches == 1 else "tag_again")
                yield from _hide(stage, wybie, follower)
    follower = session.world.find(wybie, Follower)
    if follower is not None:
        follower.is_on = False
    session.world.drop(wybie, Follower)
    walker = session.world.get(wybie, Walker)
    walker.wish_x = walker.wish_y = 0.0
    here = session.place
    stage.bring("wybie", Vec(here.x + 34, here.y + 6), Facing.LEFT)
    stage.sound("bike_skid", "wybie")
    yield 20
    stage.face("wybie", "coraline")
    stage.face("coraline", "wybie")
    yield from stage.say("tag_won")


def _distance(session: Session, entity: int) -> float:
    at = session.world.get(entity, Place)
    return (Vec(at.x, at.y) - Vec(session.place.x, session.place.y)).length


def _hide(stage: Stage, wybie: int, round_: Follower) -> Script:
    """He shoots off behind a tree, and coughs there. After three seconds, or when she finds him, he is on his round again."""
    session = stage.session
    spots = sorted(
        (s.box.middle for name, s in session.room.spots.items() if name.startswith("hide_")),
        key=lambda p: (p - Vec(session.place.x, session.place.y)).length,
    )
    if not spots:
        round_.is_on = True
        return
    goal = spots[len(spots) // 2]  # not the nearest, which would be dull, nor the farthest, which would be a walk
    place = session.world.get(wybie, Place)
    session.world.add(wybie, Follower(stage.way(Vec(place.x, place.y), goal, wybie), "once", FLEE_SPEED, 0))
    yield lambda: session.world.get(wybie, Follower).is_there
    for tick in range(HIDE_TICKS):
        if tick % COUGH_EVERY_TICKS == 30:
            stage.sound("cough", "wybie")
        if _distance(session, wybie) < TOUCH_PX and tick > 30:
            break
        yield None
    place = session.world.get(wybie, Place)
    here = Vec(place.x, place.y)
    nearest = min(range(len(round_.points)), key=lambda i: (round_.points[i] - here).length)
    round_.index, round_.is_on, round_.pause_ticks = nearest, True, 0
    session.world.add(wybie, round_)


def _send_cat(session: Session, round_: Follower) -> None:
    """The cat sits on the side that he will come from: it faces the way he rides towards her."""
    cat = session.find("cat")
    if cat and session.tick % 30 == 0:
        place = session.world.get(cat, Place)
        goal = round_.points[round_.index]
        place.facing = Facing.of(goal.x - place.x, goal.y - place.y, place.facing)
