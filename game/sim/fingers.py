"""The severed right hand's bodies: a palm and five fingers of two bones each, on joints, walking on their tips.

They live in a space of their own, in the plane of the picture: x to the right, y down, a thing of height h stands h px further
up. Rules never ask them anything: where the hand is, its act says (parts.Severed); the palm hangs on a spring after that, each
tip stands on the floor until the palm has left it too far behind, then steps. So it walks, coils, sticks and strains by itself.
Made anew wherever the hand is made anew, from nothing but its place: the same after a load as before.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pymunk

from game.core.clock import TICK_S
from game.core.geometry import Facing, Vec
from game.sim.parts import Name, Place, Severed

if TYPE_CHECKING:
    from game.sim.session import Session

NAME = "hand"
STEPS = 4
"""Steps a tick."""
SQUASH = 0.62
"""What is as deep as wide is so much less high in the picture."""
PALM_MASS, BONE_MASS, BEAD_MASS = 4.0, 0.25, 0.15
QUICK = 30.0
"""How fast the palm answers its wish, radians a second."""
NEAR, FAR = 15.0, 25.0
"""px; a finger's two bones: from the knuckle, and the needle."""
LONG = NEAR + FAR
HOVER = 13.0
"""px the palm is above the floor while it walks."""
JUMP_PX = 64.0
SHORT_PX = 17.0
"""A finger that points away from us is drawn no shorter than this."""
HIGHER_PX = 4.0
STRIDE_PX = 11.0
"""A tip steps when the palm has left it so far behind."""
STEP_TICKS = 6
STEP_HIGH = 9.0
GRAVITY = 500.0
"""Of what hangs: the string, px/s^2."""
BEADS = 10
SPREAD = (-98.0, -40.0, -7.0, 26.0, 64.0)
"""Degrees off the heading at which each finger stands, thumb first."""
REACHES = (24.0, 31.0, 34.0, 31.0, 27.0)
KNUCKLES = (-95.0, -46.0, -10.0, 27.0, 62.0)
KNUCKLE_PX = (7.5, 10.0, 11.0, 10.0, 9.0)
BACK_PX = 7.0
"""The palm stands so far behind the middle of its tips."""
TURNS = 0.22
"""What of a turn is made in a tick."""
FALL_ORDER = (4, 0, 3, 1, 2)
"""Which finger it keeps longest: the last of these."""


@dataclass
class Finger:
    """One finger: its bones, the point its tip is held to, and what it is about."""

    near: Any
    far: Any
    lead: Any
    knuckle: Any
    hold: Any
    turn: Any
    at: tuple[float, float]
    """Where the tip stands on the floor (map px), the last place it stood while it is in the air."""
    to: tuple[float, float] = (0.0, 0.0)
    up: float = 0.0
    """px its tip is above the floor."""
    step: int = 0
    side: int = 1
    beads: list[Any] = field(default_factory=list)


class Fingers:
    """See above. Made at a place of the floor, px of the map."""

    def __init__(self, x: float, y: float, heading: float = 90.0) -> None:
        self._space = pymunk.Space()
        self._space.iterations = 18
        self._space.gravity = (0.0, GRAVITY)
        self._space.damping = 0.2
        self._ticks = 0
        self._heading = heading
        self._hover = HOVER
        self._was = (x, y)
        self._lead = self._end(x, y - HOVER)
        self._palm = pymunk.Body(PALM_MASS, PALM_MASS * 60.0)
        self._palm.position = (x, y - HOVER)
        self._palm.velocity_func = _floats
        stiff = PALM_MASS * QUICK**2
        pull = pymunk.DampedSpring(self._lead, self._palm, (0, 0), (0, 0), 0.0, stiff, 1.7 * PALM_MASS * QUICK)
        level = pymunk.DampedRotarySpring(self._lead, self._palm, 0.0, 60_000.0, 4_000.0)
        self._space.add(self._palm, pull, level)
        self._fingers = [self._finger(n, x, y) for n in range(5)]
        self._beads: list[Any] = []
        self._links: list[Any] = []
        self._low: Any = None

    # ---- how it is made

    def _end(self, x: float, y: float) -> Any:
        body = pymunk.Body(body_type=pymunk.Body.KINEMATIC)
        body.position = (x, y)
        self._space.add(body)
        return body

    def _finger(self, n: int, x: float, y: float) -> Finger:
        tx, ty = self._rest(n, x, y)
        lead = self._end(tx, ty)
        bones = []
        for long in (NEAR, FAR):
            bone = pymunk.Body(BONE_MASS, pymunk.moment_for_segment(BONE_MASS, (0, 0), (long, 0), 1.5) * 4)
            bone.velocity_func = _floats
            self._space.add(bone)
            bones.append(bone)
        near, far = bones
        knuckle = pymunk.PivotJoint(self._palm, near, (0, 0), (0, 0))
        middle = pymunk.PivotJoint(near, far, (NEAR, 0), (0, 0))
        hold = pymunk.PivotJoint(lead, far, (0, 0), (FAR, 0))
        turn = pymunk.DampedRotarySpring(self._space.static_body, near, 0.0, 9_000.0, 420.0)
        for joint in (knuckle, middle, hold):
            joint.error_bias = 1e-120  # a third of what is left, in each step
        self._space.add(knuckle, middle, hold, turn)
        finger = Finger(near, far, lead, knuckle, hold, turn, (tx, ty), (tx, ty))
        self._lay(n, finger, (x, y - HOVER), (tx, ty))
        return finger

    def _knuckle(self, n: int) -> tuple[float, float]:
        """Where finger ``n`` begins, from the middle of the palm, in the picture."""
        a = math.radians(self._heading + KNUCKLES[n])
        return math.cos(a) * KNUCKLE_PX[n], math.sin(a) * KNUCKLE_PX[n] * SQUASH

    def _rest(self, n: int, x: float, y: float, reach: float = 1.0, spread: float = 1.0) -> tuple[float, float]:
        """Where its tip stands when the palm is over (x, y) of the floor."""
        a = math.radians(self._heading + SPREAD[n] * spread)
        f = math.radians(self._heading)
        r = REACHES[n] * reach
        dx = math.cos(a) * r - math.cos(f) * BACK_PX
        dy = math.sin(a) * r - math.sin(f) * BACK_PX
        return x + dx, y + dy * SQUASH

    def _lay(self, n: int, finger: Finger, palm: tuple[float, float], tip: tuple[float, float]) -> None:
        """Puts a finger's bones at once where they belong."""
        kx, ky = self._knuckle(n)
        a, b = _bent((palm[0] + kx, palm[1] + ky), tip, finger.side)
        finger.near.position, finger.near.angle = (palm[0] + kx, palm[1] + ky), a
        mx, my = palm[0] + kx + math.cos(a) * NEAR, palm[1] + ky + math.sin(a) * NEAR
        finger.far.position, finger.far.angle = (mx, my), b
        for bone in (finger.near, finger.far):
            bone.velocity, bone.angular_velocity = (0.0, 0.0), 0.0

    # ---- a tick

    def step(self, place: Place, hand: Severed) -> None:
        """One tick: what the act wants in, places out."""
        self._ticks += 1
        hand.hurt, hand.hum = max(hand.hurt - 1, 0), max(hand.hum - 1, 0)
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y, place.lift = hand.wish_x, hand.wish_y, hand.height_px
        if math.dist((place.x, place.y), self._was) > JUMP_PX:
            self._jump(place, hand)
        self._turn(hand)
        self._drive(place, hand)
        for n, finger in enumerate(self._fingers):
            self._go(n, finger, place, hand)
        self._string(hand)
        for _ in range(STEPS):
            self._space.step(TICK_S / STEPS)
        self._was = (place.x, place.y)
        self._tell(hand)

    def _jump(self, place: Place, hand: Severed) -> None:
        """It is elsewhere at once."""
        self._heading = hand.heading
        at = (place.x, place.y - HOVER - hand.height_px)
        self._lead.position = self._palm.position = at
        self._palm.velocity, self._palm.angle, self._palm.angular_velocity = (0.0, 0.0), 0.0, 0.0
        for n, finger in enumerate(self._fingers):
            finger.at = finger.to = self._rest(n, place.x, place.y)
            finger.step, finger.up = 0, hand.height_px
            finger.lead.position = (finger.at[0], finger.at[1] - hand.height_px)
            self._lay(n, finger, at, finger.lead.position)
        self._drop_string()

    def _turn(self, hand: Severed) -> None:
        left = (hand.heading - self._heading + 180) % 360 - 180
        self._heading = (self._heading + left * TURNS) % 360

    def _drive(self, place: Place, hand: Severed) -> None:
        """The palm: how high, how far from the middle of its tips, how it shakes."""
        f = math.radians(self._heading)
        t, told = self._ticks, hand.told
        high, along, aside, tilt = HOVER + math.sin(t * 0.11) * 0.8, 0.0, 0.0, 0.0
        pose = hand.pose
        if pose == "coil":
            high, along = HOVER - 8 * told, -9.0 * told
            aside = math.sin(t * 1.9) * told * 0.8
        elif pose == "leap":
            high, tilt = HOVER - 4, 0.25
        elif pose == "fan":
            high, along = HOVER + 7 * told, -3.0 * told
        elif pose == "sweep":
            high, along = HOVER - 3, 5.0
        elif pose == "stuck":
            tug = max(math.sin(t * 0.42), 0.0) ** 2
            high, along, aside = HOVER - 2 + tug * 6, -2 - tug * 8, math.sin(t * 1.3) * 1.6
        elif pose == "pant":
            high = HOVER - 7 + 2.6 * math.sin(t * 0.34)
        elif pose == "drag":
            high, along = HOVER - 5 + 1.2 * math.sin(t * 0.5), 5.0 + 2.0 * math.sin(t * 0.25)
        elif pose == "slap":
            if hand.struck:
                high, along = max(HOVER - 10 * min(hand.struck, 3) / 2, 2.0), 6.0
            else:
                high, along = HOVER + 16 * told, -7.0 * told
        elif pose == "pinned":
            high, aside = HOVER - 3 + math.sin(t * 0.9) * 2, math.sin(t * 0.37) * 5
            along = -4 + math.sin(t * 0.53) * 3
        elif pose == "crushed":
            high = 2.0
        if hand.hurt:
            k = min(hand.hurt / 14, 1.0)
            high, aside, along = high - 5 * k, aside + math.sin(t * 2.3) * 2.5 * k, along - 6 * k
        self._hover += (high - self._hover) * (0.6 if hand.struck else 0.3)
        x = place.x + math.cos(f) * along - math.sin(f) * aside
        y = place.y + (math.sin(f) * along + math.cos(f) * aside) * SQUASH
        self._lead.position = (x, y - self._hover - hand.height_px)
        self._lead.angle = tilt * math.cos(f) + math.cos(f) * along * -0.012

    def _go(self, n: int, finger: Finger, place: Place, hand: Severed) -> None:
        """One tip: stands, steps, or does what the pose asks of it."""
        kx, ky = self._knuckle(n)
        finger.knuckle.anchor_a = self._palm.world_to_local((self._palm.position.x + kx, self._palm.position.y + ky))
        to = self._posed(n, finger, place, hand)
        is_lost = n in FALL_ORDER[: 5 - hand.fingers]
        if is_lost:
            to = None
        is_pinned = hand.pin_x >= 0 and n == FALL_ORDER[min(5 - hand.fingers, 4)]
        if is_pinned:
            finger.at, finger.step, finger.up = (hand.pin_x, hand.pin_y), 0, 0.0
        elif to is not None:
            finger.step = 0
            finger.at, finger.up = (to[0], to[1]), to[2]
        else:
            self._walk(n, finger, place, hand)
        px, py = self._palm.position
        tip = (finger.at[0], finger.at[1] - finger.up)
        root = (px + kx, py + ky)
        far = math.dist(root, tip)
        if far > LONG * 0.985 and not is_pinned:  # no further than it is long
            k = LONG * 0.985 / far
            tip = (root[0] + (tip[0] - root[0]) * k, root[1] + (tip[1] - root[1]) * k)
        elif far < SHORT_PX and tip[1] < root[1] and far > 0.1:  # behind the palm: else it would fold downwards
            k = SHORT_PX / far
            tip = (root[0] + (tip[0] - root[0]) * k, root[1] + (tip[1] - root[1]) * k)
        finger.lead.position = tip
        side = _higher(root, tip, finger.side)
        if side != finger.side or self._is_inside_out(finger, root, tip):
            finger.side = side
            self._lay(n, finger, (px, py), tip)
        a, _ = _bent(root, tip, side)
        now = finger.near.angle
        finger.turn.rest_angle = -(now + (a - now + math.pi) % math.tau - math.pi)

    @staticmethod
    def _is_inside_out(finger: Finger, root: tuple[float, float], tip: tuple[float, float]) -> bool:
        """Whether its middle joint has been pushed through to the wrong side."""
        m = finger.near.local_to_world((NEAR, 0))
        cross = (m.x - root[0]) * (tip[1] - root[1]) - (m.y - root[1]) * (tip[0] - root[0])
        return bool(cross * finger.side < -40.0)

    def _posed(self, n: int, finger: Finger, place: Place, hand: Severed) -> tuple[float, float, float] | None:
        """Floor x, y and height of a tip that does not walk; None: it walks."""
        t, told, pose = self._ticks, hand.told, hand.pose
        f = math.radians(self._heading)
        high = hand.height_px
        if pose == "leap" or high > 4:
            x, y = self._rest(n, place.x + math.cos(f) * 6, place.y + math.sin(f) * 6 * SQUASH, 1.12, 1.25)
            return x, y, max(high - 2, 0.0)
        if pose == "fan":
            x, y = self._rest(n, place.x, place.y, 1 + 0.2 * told, 1 + 0.75 * told)
            return x, y, (9 + 5 * math.sin(t * 0.5 + n)) * told if n in (1, 2, 3) else 0.0
        if pose == "sweep":
            swing = -75 + 150 * min(hand.struck / 9, 1.0) if hand.struck else -75
            a = f + math.radians(swing + (n - 2) * 13)
            return place.x + math.cos(a) * 33, place.y + math.sin(a) * 33 * SQUASH, 4.0 + abs(n - 2)
        if pose == "slap" and n not in (0, 4):
            if hand.struck:
                x, y = self._rest(n, place.x + math.cos(f) * 8, place.y + math.sin(f) * 8 * SQUASH, 1.25, 0.8)
                return x, y, max(20.0 - hand.struck * 12, 0.0)
            x, y = self._rest(n, place.x, place.y, 1.15 - 0.3 * told, 1.1)
            return x, y, 30.0 * told
        if pose == "pinned" and n != FALL_ORDER[min(5 - hand.fingers, 4)]:
            x, y = self._rest(n, place.x, place.y, 1.1, 1.3)
            return x, y, max(math.sin(t * 0.7 + n * 1.7) * 9, 0.0)
        if pose == "crushed":
            x, y = self._rest(n, place.x, place.y, 1.35, 1.6)
            return x, y, 0.0
        return None

    def _walk(self, n: int, finger: Finger, place: Place, hand: Severed) -> None:
        """Stands until the palm has gone too far, then steps ahead of it; fingers next to each other never both at once."""
        wide = {"coil": 1 + 0.25 * hand.told, "pant": 1.2, "drag": 1.1}.get(hand.pose, 1.0)
        if finger.step:
            finger.step -= 1
            k = 1 - finger.step / STEP_TICKS
            goal = self._rest(n, place.x, place.y, wide)
            lead_x, lead_y = place.x - place.was_x, place.y - place.was_y
            goal = (goal[0] + lead_x * 5, goal[1] + lead_y * 5)
            finger.to = goal
            left = 1 / (finger.step + 1)
            x, y = finger.at
            finger.at = (x + (goal[0] - x) * left, y + (goal[1] - y) * left)
            finger.up = math.sin(k * math.pi) * STEP_HIGH
            return
        finger.up *= 0.4
        if hand.pose == "stuck" and n in (1, 2, 3):
            return
        rest = self._rest(n, place.x, place.y, wide)
        off = math.hypot(finger.at[0] - rest[0], (finger.at[1] - rest[1]) / SQUASH)
        beside = [self._fingers[m].step for m in (n - 1, n + 1) if 0 <= m < 5] if len(self._fingers) == 5 else []
        if off > STRIDE_PX and (not any(beside) or off > STRIDE_PX * 2.4):
            finger.step = STEP_TICKS
        elif hand.pose == "stalk" and (self._ticks + n * 37) % 149 == 0:
            finger.step = STEP_TICKS  # it feels its way even while it waits

    # ---- the key's string

    def _string(self, hand: Severed) -> None:
        """A chain of beads from its fingers to where the string is held."""
        if not hand.string:
            self._drop_string()
            return
        px, py = self._palm.position
        top = (float(px), float(py) + 3)
        low = (hand.string_x, hand.string_y)
        if not self._beads:
            self._low = self._end(*low)
            before = self._palm
            for n in range(1, BEADS + 1):
                k = n / (BEADS + 1)
                bead = pymunk.Body(BEAD_MASS, 1.0)
                bead.position = (top[0] + (low[0] - top[0]) * k, top[1] + (low[1] - top[1]) * k)
                link = pymunk.PinJoint(before, bead, (0, 3) if n == 1 else (0, 0), (0, 0))
                self._space.add(bead, link)
                self._beads.append(bead)
                self._links.append(link)
                before = bead
            last = pymunk.PinJoint(before, self._low, (0, 0), (0, 0))
            self._space.add(last)
            self._links.append(last)
            if hand.string == "trails":
                last.max_force = 0.0
        slack = {"taut": 0.004, "nailed": 0.01, "slack": 0.16, "trails": 0.3}[hand.string]
        self._low.position = low
        far = math.dist(top, low)
        long = max(far * (1 + slack), 26.0 if hand.string == "trails" else 6.0)
        if hand.string == "trails":
            long = 44.0
        for link in self._links:
            link.distance = long / len(self._links)
            link.error_bias = 1e-7
        self._links[-1].max_force = 0.0 if hand.string == "trails" else math.inf
        floor = hand.wish_y + 3
        for n, bead in enumerate(self._beads, 1):
            k = n / (BEADS + 1)
            if hand.hum:
                pluck = math.sin(math.pi * k) * 60.0 * (1 if self._ticks % 4 < 2 else -1) * min(hand.hum / 20, 1.0)
                bead.velocity = (bead.velocity.x, bead.velocity.y + pluck)
            ground = floor if hand.string == "trails" else floor + (low[1] + 18 - floor) * k
            if bead.position.y > ground:  # what lies on the floor lies
                bead.position = (bead.position.x, ground)
                bead.velocity = (bead.velocity.x * 0.6, 0.0)

    def _drop_string(self) -> None:
        if self._beads:
            self._space.remove(*self._links, *self._beads, self._low)
            self._beads, self._links, self._low = [], [], None

    def _tell(self, hand: Severed) -> None:
        """What the picture and the state may know."""
        x, y = self._palm.position
        hand.palm = (_round(x), _round(y), _round(self._palm.angle))
        joints = []
        pulled = 0.0
        for n, finger in enumerate(self._fingers):
            if n in FALL_ORDER[: 5 - hand.fingers]:
                continue
            k = finger.near.position
            m = finger.near.local_to_world((NEAR, 0))
            tip = finger.far.local_to_world((FAR, 0))
            pulled = max(pulled, float(finger.hold.impulse))
            joints.append(tuple(_round(v) for v in (k.x, k.y, m.x, m.y, tip.x, tip.y, finger.at[1])))
        hand.joints = tuple(joints)
        hand.strain = _round(min(pulled / 60.0, 1.0))
        beads = [(_round(b.position.x), _round(b.position.y)) for b in self._beads]
        ends = [] if not beads or hand.string == "trails" else [(_round(hand.string_x), _round(hand.string_y))]
        hand.thread = ((hand.palm[0], hand.palm[1] + 3), *beads, *ends) if beads else ()


def make_hand(session: Session, at: Vec, heading: float = 90.0) -> int:
    """The hand, its palm over ``at`` of the floor (map px). If one is there already it is put there."""
    entity = session.find(NAME)
    if entity and session.world.is_alive(entity):
        session.bury(entity)
        session.space.hands.pop(entity, None)
    hand = Severed(wish_x=at.x, wish_y=at.y, heading=heading)
    entity = session.world.born(Name(NAME), Place(at.x, at.y, at.x, at.y, Facing.DOWN), hand)
    session.names[NAME] = entity
    session.space.hands[entity] = Fingers(at.x, at.y, heading)
    return entity


def step_hands(hands: dict[int, Fingers], rows: tuple[tuple[int, Place, Severed], ...]) -> None:
    """All hands of a room, one tick."""
    for entity, place, hand in rows:
        fingers = hands.get(entity)
        if fingers is not None and hand.pose != "gone":
            fingers.step(place, hand)


def _floats(body: Any, gravity: Any, damping: float, dt: float) -> None:
    """What its own strength carries does not fall."""
    pymunk.Body.update_velocity(body, (0.0, 0.0), damping, dt)


def _bent(root: tuple[float, float], tip: tuple[float, float], side: int) -> tuple[float, float]:
    """Angles of a finger's two bones between two points; bent upwards if ``side`` is 1 and the tip to the right, or both not."""
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    d = min(max(math.hypot(dx, dy), abs(FAR - NEAR) + 0.5), LONG - 0.05)
    along = math.atan2(dy, dx)
    inner = math.acos(max(-1.0, min(1.0, (NEAR**2 + d**2 - FAR**2) / (2 * NEAR * d))))
    a = along - inner * side
    mx, my = root[0] + math.cos(a) * NEAR, root[1] + math.sin(a) * NEAR
    return a, math.atan2(tip[1] - my, tip[0] - mx)


def _higher(root: tuple[float, float], tip: tuple[float, float], side: int) -> int:
    """The way to bend so that the middle joint comes higher; as before if it hardly matters."""
    up = {s: root[1] + math.sin(_bent(root, tip, s)[0]) * NEAR for s in (-1, 1)}
    return -side if up[-side] < up[side] - HIGHER_PX else side


def _round(v: float) -> float:
    """A hundredth of a px is all that anybody sees."""
    return round(float(v), 2)
