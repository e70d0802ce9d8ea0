"""throw: what she holds leaves her hand where she points, leans towards what she means, knocks, lands, rolls.

She lifts a ball with throw or interact. Holding either aims, with the stick or the way she faces; letting go throws, and so does
holding on to the button that lifted it. A short interact puts it down, as with boxes. In the air a thing is a point with a
height; where it lands it is a body again. Others may throw too: ``let_fly``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.clock import TICK_S
from game.core.geometry import Facing
from game.core.intent import STICK, Action
from game.sim.happenings import Heard, Landed, Struck, Threw
from game.sim.parts import Aim, Flight, Hero, Look, Person, Place, Prompt, Pushable, Stunned, Target
from game.sim.systems.carry import lift, put_down

if TYPE_CHECKING:
    from game.sim.session import Session

SPEED = 260.0
"""px/s along the floor."""
LEAN_DEG = {"storybook": 26.0, "brave": 20.0, "beldam": 13.0}
"""How far off she may point and still be understood."""
BEND_SPEED = {"storybook": 110.0, "brave": 64.0, "beldam": 28.0}
"""px/s at which a throw leans after somebody who moves."""
HAND_PX = 26.0
TAP_TICKS = 9
"""A shorter press throws an easy throw, or (interact) puts it down."""
REACH_PX, WANTS_TICKS = 34.0, 20
"""A ball so near is lifted by throw, also when it was pressed so long before."""
HOLD_ON_TICKS = 18
"""The button that lifted it, held this long, begins to aim."""
EASY_PX, NEAR_PX, FAR_PX, FARTHER_PX = 160.0, 120.0, 384.0, 7.0
"""How far a throw without a target goes: tapped; held; held longer; px more each tick."""
MOST_PX = 560.0
"""A target farther off is not meant."""
TILTED = 0.35
NOISE_PX = 160.0
ARC_LEAST, ARC_MOST, ARC = 16.0, 58.0, 0.17
"""The arc's height over its chord: of the distance, within these."""
BOUNCE, ROLL = 0.42, 0.52
"""What is left of its upward and its forward speed after it touches the floor."""
STILL_PX = 34.0
"""px/s of upward speed below which it bounces no more."""
FLIES_OVER_PX = 22.0
"""Higher than this it passes over furniture; walls of the house stop it at any height."""
BODY_PX, BODY_UP = 12.0, 44.0


def throw(session: Session) -> None:
    _stunned(session)
    _fly(session)
    aim = session.world.find(session.hero, Aim)
    if aim is None:
        return
    held = _in_hand(session)
    if not held or not session.is_free:
        aim.ticks = aim.held_ticks = 0
        if session.is_free:
            _reach_down(session, aim)
        return
    if aim.ticks:
        _aim(session, aim, held)
    else:
        _ready(session, aim)


# ---------------------------------------------------------------- her hands


def _in_hand(session: Session) -> int:
    """What she carries that can be thrown, or 0."""
    carries = session.world.get(session.hero, Hero).carries
    push = session.world.find(carries, Pushable) if carries else None
    return carries if push is not None and push.can_throw else 0


def _reach_down(session: Session, aim: Aim) -> None:
    """Throw, pressed a little before she is at a ball, lifts it too; nothing else answers to that button then."""
    if session.pressed(Action.THROW):
        aim.wants_ticks = WANTS_TICKS
    elif aim.wants_ticks:
        aim.wants_ticks -= 1
    hero, prompt = session.world.get(session.hero, Hero), session.prompt
    if not aim.wants_ticks or hero.carries or hero.grips or (prompt is not None and prompt.verb == "throw"):
        return
    her = session.place
    best, least = 0, REACH_PX
    for entity, at, push in session.world.each(Place, Pushable):
        if not push.can_throw or push.is_carried or at.lift > 4 or session.world.has(entity, Flight):
            continue
        far = math.hypot(at.x - her.x, at.y - push.h / 2 - her.y)
        if far < least and session.space.sees(her.x, her.y, at.x, at.y):
            best, least = entity, far
    if best:
        aim.wants_ticks = 0
        session.prompt = None
        lift(session, best)


def _ready(session: Session, aim: Aim) -> None:
    """The ball is in her hands: does she begin to aim?"""
    for action in (Action.THROW, Action.INTERACT):
        held_on = bool(aim.held_ticks >= HOLD_ON_TICKS and session.held(action) and aim.by == int(action))
        if session.pressed(action) or held_on:
            way = session.place.facing.way
            aim.ticks, aim.by, aim.x, aim.y = 1, int(action), way.x, way.y
            aim.held_ticks = 0
            session.world.get(session.hero, Look).is_once = False
            if held_on:
                aim.ticks = TAP_TICKS + 1  # a long press already: no tap comes of it
            _point(session, aim)
            return
    down = next((a for a in (Action.THROW, Action.INTERACT) if session.held(a)), Action(0))
    if not down:
        aim.held_ticks = 0
    elif aim.held_ticks or session.world.get(session.hero, Look).anim == "lift":
        aim.by = int(down)
        aim.held_ticks += 1


def _aim(session: Session, aim: Aim, held: int) -> None:
    if session.held(Action(aim.by)):
        aim.ticks += 1
        _point(session, aim)
        return
    if aim.by == int(Action.INTERACT) and aim.ticks <= TAP_TICKS:
        aim.ticks = 0
        put_down(session)
        return
    _let_go(session, aim, held)


def _point(session: Session, aim: Aim) -> None:
    """The way she points now, whom it means, where it would land."""
    intent, place = session.intent, session.place
    for x, y in ((intent.aim_x, intent.aim_y), (intent.x, intent.y)):
        tilt = math.hypot(x, y)
        if tilt > TILTED * STICK:
            aim.x, aim.y = x / tilt, y / tilt
            break
    place.facing = Facing.of(aim.x, aim.y, place.facing)
    aim.target = _meant(session, aim)
    if aim.target:
        aim.lands_x, aim.lands_y = _lead(session, place.x, place.y, aim.target)
        aim.reach = math.hypot(aim.lands_x - place.x, aim.lands_y - place.y)
        return
    aim.reach = EASY_PX if aim.ticks <= TAP_TICKS else min(NEAR_PX + FARTHER_PX * (aim.ticks - TAP_TICKS), FAR_PX)
    reach = 0.0
    while reach < aim.reach and _is_open(session, place.x + aim.x * reach, place.y + aim.y * reach, HAND_PX):
        reach += 8.0
    aim.reach = min(reach, aim.reach)
    aim.lands_x, aim.lands_y = place.x + aim.x * aim.reach, place.y + aim.y * aim.reach


def _meant(session: Session, aim: Aim) -> int:
    """The target she points at, near enough, or 0: the least turn of her arm counts, then what is near."""
    place = session.place
    limit = LEAN_DEG.get(session.rules.difficulty, 20.0)
    best, least = 0, 1e9
    for entity, at, _ in session.world.each(Place, Target):
        dx, dy = at.x - place.x, at.y - place.y
        far = math.hypot(dx, dy)
        if not 8.0 < far <= MOST_PX or session.world.has(entity, Stunned):
            continue
        off = abs(math.degrees(math.atan2(aim.x * dy - aim.y * dx, aim.x * dx + aim.y * dy)))
        cost = off + far * 0.01
        if off <= limit and cost < least and _gets_there(session, place, at, far):
            best, least = entity, cost
    return best


def _gets_there(session: Session, place: Place, at: Place, far: float) -> bool:
    """Whether nothing stands in the way of the arc, but what is thrown at itself."""
    high = min(max(far * ARC, ARC_LEAST), ARC_MOST)
    for n in range(1, 16):
        k = n / 16
        if (1 - k) * far < 26.0:
            break
        z = HAND_PX + 4 * high * k * (1 - k)
        if not _is_open(session, place.x + (at.x - place.x) * k, place.y + (at.y - place.y) * k, z):
            return False
    return True


def _lead(session: Session, x: float, y: float, target: int) -> tuple[float, float]:
    """Where a target will be when a throw from (x, y) gets there, if it goes on as it goes."""
    at = session.world.get(target, Place)
    vx, vy = at.x - at.was_x, at.y - at.was_y
    goal_x, goal_y = at.x, at.y
    for _ in range(2):
        ticks = math.hypot(goal_x - x, goal_y - y) / SPEED * 60.0
        goal_x, goal_y = at.x + vx * ticks, at.y + vy * ticks
    return goal_x, goal_y


def _let_go(session: Session, aim: Aim, held: int) -> None:
    world, place = session.world, session.place
    hero, push, at = world.get(session.hero, Hero), world.get(held, Pushable), world.get(held, Place)
    hero.carries = 0
    push.is_carried = False
    aim.ticks = 0
    at.x = at.was_x = place.x
    at.y = at.was_y = place.y
    at.lift = HAND_PX
    let_fly(session, held, aim.lands_x, aim.lands_y, SPEED, by=session.hero, target=aim.target)
    look = world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.then = "throw", 8, True, "idle"


def let_fly(
    session: Session,
    entity: int,
    to_x: float,
    to_y: float,
    speed: float,
    by: int = 0,
    target: int = 0,
    arc: float = ARC,
) -> None:
    """Throws a thing from where it is to a place, in an arc, at ``speed`` px/s along the floor. Its body goes until it lands."""
    world = session.world
    at = world.get(entity, Place)
    session.space.remove(entity)
    dx, dy = to_x - at.x, to_y - at.y
    far = max(math.hypot(dx, dy), 1.0)
    time = max(far / speed, 4 * TICK_S)
    end = world.get(target, Target).height if target else 0.0
    high = min(max(far * arc, ARC_LEAST), ARC_MOST)
    fall = 8.0 * high / (time * time)
    rise = (end - at.lift) / time + fall * time / 2
    world.add(entity, Flight(dx / time, dy / time, rise, fall, by, target))
    session.news.tell(Threw(entity, at.x, at.y))
    session.news.tell(Heard("throw_whoosh", at.x, at.y))


# ---------------------------------------------------------------- in the air


def _stunned(session: Session) -> None:
    for entity, out in session.world.each(Stunned):
        out.ticks -= 1
        if out.ticks <= 0:
            session.world.drop(entity, Stunned)


def _fly(session: Session) -> None:
    for entity, at, push, flight in session.world.each(Place, Pushable, Flight):
        if not session.world.is_alive(entity):
            continue
        flight.ticks += 1
        if flight.target and not flight.bounces:
            _bend(session, at, flight)
        at.was_x, at.was_y = at.x, at.y
        x, y = at.x + flight.vx * TICK_S, at.y + flight.vy * TICK_S
        flight.vz -= flight.fall * TICK_S
        at.lift += flight.vz * TICK_S
        if not _is_open(session, x, y, at.lift):
            session.news.tell(Struck(entity, 0, x, y, at.lift))
            session.news.tell(Heard("wood_thud", x, y, 0.7))
            flight.vx, flight.vy = -flight.vx * 0.3, -flight.vy * 0.3
            flight.bounces = max(flight.bounces, 1)
            flight.fall = max(flight.fall, 700.0)
            x, y = at.x, at.y
        at.x, at.y = x, y
        push.vx = push.vy = 0.0
        if _strikes(session, entity, at, push, flight):
            continue
        if at.lift <= 0.0:
            at.lift = 0.0
            _touch_down(session, entity, at, push, flight)


def _bend(session: Session, at: Place, flight: Flight) -> None:
    """It leans after its target, a little."""
    if not session.world.is_alive(flight.target):
        flight.target = 0
        return
    goal = session.world.get(flight.target, Place)
    dx, dy = goal.x - at.x, goal.y - at.y
    speed = math.hypot(flight.vx, flight.vy) or 1.0
    way_x, way_y = flight.vx / speed, flight.vy / speed
    along = dx * way_x + dy * way_y
    if along < 6.0:
        return
    time = along / speed
    aside = (-dx * way_y + dy * way_x) / time
    limit = BEND_SPEED.get(session.rules.difficulty, 64.0)
    shift = min(max(aside, -limit), limit)
    at.x += -way_y * shift * TICK_S
    at.y += way_x * shift * TICK_S


def _strikes(session: Session, entity: int, at: Place, push: Pushable, flight: Flight) -> bool:
    """Whether it has hit somebody or something; then it drops there."""
    world = session.world
    if flight.bounces:
        return False
    whom, up = 0, 0.0
    for other, place, target in world.each(Place, Target):
        near = math.hypot(place.x - at.x, place.y - at.y) < target.radius + push.w * 0.3
        if other != flight.by and near and abs(at.lift - target.height - place.lift) < target.radius + 12.0:
            whom, up = other, at.lift
            target.hits += 1
            target.hit_tick = session.tick
            if target.stun:
                world.add(other, Stunned(target.stun))
            break
    else:
        for other, place, _ in world.each(Place, Person):
            near = math.hypot(place.x - at.x, place.y - at.y) < BODY_PX
            if other != flight.by and near and at.lift < BODY_UP and flight.ticks > 3:
                whom, up = other, at.lift
                break
    if not whom:
        return False
    session.news.tell(Struck(entity, whom, at.x, at.y, up))
    session.news.tell(Heard("thrown_land", at.x, at.y, 0.9))
    if push.breaks:
        _break(session, entity, at, flight)
        return True
    flight.vx, flight.vy = -flight.vx * 0.22, -flight.vy * 0.22
    flight.vz, flight.fall, flight.bounces = 70.0, 700.0, 1
    return False


def _touch_down(session: Session, entity: int, at: Place, push: Pushable, flight: Flight) -> None:
    speed = math.hypot(flight.vx, flight.vy)
    is_first = not flight.has_landed
    flight.has_landed = True
    flight.bounces += 1
    if push.breaks:
        _break(session, entity, at, flight)
        return
    if is_first:
        session.news.tell(Landed(entity, at.x, at.y, speed, NOISE_PX))
        session.news.tell(Heard("thrown_land", at.x, at.y, 0.8))
    flight.vx, flight.vy = flight.vx * ROLL, flight.vy * ROLL
    flight.vz = -flight.vz * BOUNCE
    flight.fall = max(flight.fall, 600.0)
    if flight.vz > STILL_PX and flight.bounces < 4:
        if not is_first:
            session.news.tell(Heard("thrown_land", at.x, at.y, 0.3))
        return
    session.world.drop(entity, Flight)
    _settle(session, at, push)
    session.space.add(entity, session.world)
    session.space.kick(entity, flight.vx, flight.vy)


def _break(session: Session, entity: int, at: Place, flight: Flight) -> None:
    session.news.tell(Landed(entity, at.x, at.y, math.hypot(flight.vx, flight.vy), NOISE_PX, breaks=True))
    session.bury(entity)


def _settle(session: Session, at: Place, push: Pushable) -> None:
    """Where it comes to the floor there may be a table: it rolls off to the nearest free place."""
    radius = push.w / 2
    for ring in range(0, 60, 4):
        for k in range(8 if ring else 1):
            x = at.x + math.cos(k * math.pi / 4) * ring
            y = at.y + math.sin(k * math.pi / 4) * ring
            if session.space.is_free(x, y, radius - 1.0):
                at.x, at.y = x, y
                return


def _is_open(session: Session, x: float, y: float, z: float) -> bool:
    """Whether something can fly there: no wall of the room, and no furniture that it is not above."""
    size = session.room.size
    if not (4 <= x <= size.x - 4 and 4 <= y <= size.y - 4):
        return False
    return session.space.lets_by(x, y, 3.0, over_furniture=z > FLIES_OVER_PX)


# ---------------------------------------------------------------- what the player is told


def prompt_of_throw(session: Session) -> Prompt | None:
    """With a ball in her hands: how to let it go."""
    held = _in_hand(session)
    place = session.place
    if not held or slows(session):
        return None
    return Prompt("throw", held, place.x, place.y - 58, "throw")


def slows(session: Session) -> bool:
    """Whether she stands to aim."""
    aim = session.world.find(session.hero, Aim)
    return aim is not None and aim.ticks > 0
