"""The bodies of a room. Walls stand, walkers go where they wish, boxes slide, balls roll. Fingers: fingers.py.

pymunk repeats itself exactly for the same calls in the same order, but a Space brought back from positions goes another way
(it forgets its contacts). So nobody restores one: the session makes a new Space at every checkpoint, played or loaded.
"""

from __future__ import annotations

import math
from typing import Any

import pymunk

from game.core.clock import TICK_S
from game.core.geometry import Box
from game.core.world import World
from game.sim.fingers import Fingers, step_hands
from game.sim.parts import Hero, Place, Pushable, Severed, Solid, Walker
from game.sim.room import Room

HERO_MASS = 60.0
DRAG = 620.0
"""px/s of speed a sliding box loses in a second at friction 1: about its own width of slide after a run-up."""
BALL_DRAG = 70.0
LOW_PX = 40.0
"""Out of doors a wall no thicker than this is a hedge, a rail, a trunk: one can throw over it."""

WALLS, PEOPLE, GHOSTS, BOXES, SMALL = 1, 2, 4, 8, 16
_SOLID = pymunk.ShapeFilter(categories=WALLS)
_PEOPLE = pymunk.ShapeFilter(categories=PEOPLE, mask=WALLS | PEOPLE | BOXES)
_GHOSTS = pymunk.ShapeFilter(categories=GHOSTS, mask=0)
_BOXES = pymunk.ShapeFilter(categories=BOXES)
_LIGHT = pymunk.ShapeFilter(categories=BOXES, mask=WALLS | BOXES)
"""What she can throw lies under nobody's feet: it does not roll from her as she comes to lift it."""
_SMALL = pymunk.ShapeFilter(categories=SMALL, mask=WALLS | SMALL)
SMALL_MASS, SMALL_TURNS = 0.4, 0.24
"""What one of a swarm weighs, and the part of its speed that it can change in a tick."""
_FOR_FREE = pymunk.ShapeFilter(mask=WALLS | BOXES | PEOPLE)
_FOR_WALL = pymunk.ShapeFilter(mask=WALLS)


class Rope:
    """A weight on a rope, in an upright plane of its own. Angles in radians from the plumb line, > 0 outwards.

    It swings as a pendulum does; who wants it in time with music sets its ``gravity``, see ``gravity_for``.
    """

    STEPS = 4
    """Steps a tick: a joint that is stepped finely keeps its length to a tenth of a px."""

    def __init__(self, length: float, angle: float, gravity: float) -> None:
        self.length = length
        self._space = pymunk.Space()
        self._space.iterations = 20
        self.gravity = gravity
        self._weight = pymunk.Body(1.0, 1.0)
        self._weight.position = (length * math.sin(angle), length * math.cos(angle))
        joint = pymunk.PinJoint(self._space.static_body, self._weight, (0, 0), (0, 0))
        joint.distance = length
        self._space.add(self._weight, joint)

    @property
    def gravity(self) -> float:
        """px/s^2."""
        return float(self._space.gravity.y)

    @gravity.setter
    def gravity(self, value: float) -> None:
        self._space.gravity = (0.0, value)

    @property
    def angle(self) -> float:
        x, y = self._weight.position
        return math.atan2(x, y)

    @property
    def off(self) -> float:
        """px outwards of the plumb line."""
        return float(self._weight.position.x)

    @property
    def lift(self) -> float:
        """px above the lowest it can hang."""
        return self.length - float(self._weight.position.y)

    @property
    def speed(self) -> float:
        """px/s along its way, > 0 outwards."""
        a = self.angle
        vx, vy = self._weight.velocity
        return float(vx * math.cos(a) - vy * math.sin(a))

    @property
    def velocity(self) -> tuple[float, float]:
        """(px/s outwards, px/s up): what somebody has who lets go now."""
        vx, vy = self._weight.velocity
        return float(vx), -float(vy)

    def drive(self, speed: float) -> None:
        """Gives the weight that speed along its way, px/s."""
        a = self.angle
        self._weight.velocity = (speed * math.cos(a), -speed * math.sin(a))

    def step(self) -> None:
        """One tick."""
        for _ in range(self.STEPS):
            self._space.step(TICK_S / self.STEPS)

    @staticmethod
    def gravity_for(length: float, amplitude: float, ticks: float) -> float:
        """The gravity at which a swing from one turn to the other takes so many ticks.

        >>> round(Rope.gravity_for(250.0, 0.0, 80), 1)
        1387.9
        """
        slow = 1 + amplitude**2 / 16 + 11 * amplitude**4 / 3072
        return length * (math.pi * slow / (ticks * TICK_S)) ** 2

    @staticmethod
    def speed_for(length: float, amplitude: float, gravity: float) -> float:
        """px/s at the lowest point with which it goes as far as ``amplitude``."""
        return math.sqrt(2 * gravity * length * (1 - math.cos(amplitude)))


class Leash:
    """Somebody who is dragged over the floor by a thread, and the last piece of that thread as it hangs in the picture.

    What drags is ``lead``: a damped spring pulls the body after it. A slide joint holds it to where the thread bends last, so
    that it gets no further than the thread is long, and is jerked when it tries. The thread itself is beads on pin joints.
    """

    BEADS = 9
    STEPS = 3
    HEAVY = 40.0
    QUICK = 24.0
    """How fast the spring answers, radians a second; it does not swing over."""
    GRAVITY = 420.0
    """Of the beads, px/s^2 down the picture."""
    DAMPING = 0.03
    """What of a bead's speed is left after a second."""
    JUMP_PX = 14.0
    """An end that has moved so far in a tick has been laid round something else: the beads go along."""

    def __init__(self, x: float, y: float) -> None:
        self._space = pymunk.Space()
        self._space.iterations = 16
        self._space.gravity = (0.0, self.GRAVITY)
        self._space.damping = self.DAMPING
        self._lead = self._end(x, y)
        self._hold = self._end(x, y)
        self._body = pymunk.Body(self.HEAVY, math.inf)
        self._body.position = (x, y)
        self._body.velocity_func = _on_floor
        stiff = self.HEAVY * self.QUICK**2
        pull = pymunk.DampedSpring(self._lead, self._body, (0, 0), (0, 0), 0.0, stiff, 2 * self.HEAVY * self.QUICK)
        self._tether = pymunk.SlideJoint(self._hold, self._body, (0, 0), (0, 0), 0.0, 10_000.0)
        self._space.add(self._body, pull, self._tether)
        self._top, self._low = self._end(x, y), self._end(x, y)
        self._beads: list[Any] = []
        self._links: list[Any] = []
        before = self._top
        for _ in range(self.BEADS):
            bead = pymunk.Body(0.2, 1.0)
            bead.position = (x, y)
            link = pymunk.PinJoint(before, bead, (0, 0), (0, 0))
            self._space.add(bead, link)
            self._beads.append(bead)
            self._links.append(link)
            before = bead
        last = pymunk.PinJoint(before, self._low, (0, 0), (0, 0))
        self._space.add(last)
        self._links.append(last)

    def _end(self, x: float, y: float) -> Any:
        body = pymunk.Body(body_type=pymunk.Body.KINEMATIC)
        body.position = (x, y)
        self._space.add(body)
        return body

    @property
    def at(self) -> tuple[float, float]:
        """Where the body is, on the floor."""
        x, y = self._body.position
        return float(x), float(y)

    @property
    def speed(self) -> float:
        """px/s."""
        return float(math.hypot(*self._body.velocity))

    @property
    def strain(self) -> float:
        """How hard the thread holds the body back, 0..1 and more for a jerk."""
        return float(self._tether.impulse) / (self.HEAVY * 4.0)

    @property
    def thread(self) -> list[tuple[float, float]]:
        """The thread's last piece in the picture, end to end."""
        return [(float(b.position.x), float(b.position.y)) for b in (self._top, *self._beads, self._low)]

    def put(self, x: float, y: float) -> None:
        """The body and its lead, elsewhere at once."""
        for body in (self._body, self._lead):
            body.position = (x, y)
            body.velocity = (0.0, 0.0)

    def pull(self, x: float, y: float, hold_x: float, hold_y: float, free_px: float) -> None:
        """It is dragged to (x, y), and held to at most ``free_px`` from (hold_x, hold_y)."""
        self._lead.position = (x, y)
        self._hold.position = (hold_x, hold_y)
        self._tether.max = max(free_px, 1.0)

    def hang(self, top: tuple[float, float], low: tuple[float, float], slack: float) -> None:
        """The ends of the thread's last piece in the picture; it is ``slack`` (0.02 = 2 %) longer than the way between them."""
        jumped = math.dist(top, self._top.position) > self.JUMP_PX or math.dist(low, self._low.position) > self.JUMP_PX
        self._top.position, self._low.position = top, low
        if jumped:
            for n, bead in enumerate(self._beads, 1):
                k = n / (self.BEADS + 1)
                bead.position = (top[0] + (low[0] - top[0]) * k, top[1] + (low[1] - top[1]) * k)
                bead.velocity = (0.0, 0.0)
        long = math.dist(top, low) * (1 + slack) / len(self._links)
        for link in self._links:
            link.distance = max(long, 0.5)

    def pluck(self, speed: float) -> None:
        """The thread is struck: its beads fly aside, px/s in the middle, and come back."""
        (ax, ay), (bx, by) = self._top.position, self._low.position
        d = math.hypot(bx - ax, by - ay) or 1.0
        for n, bead in enumerate(self._beads, 1):
            k = math.sin(math.pi * n / (self.BEADS + 1)) * speed
            vx, vy = bead.velocity
            bead.velocity = (vx - (by - ay) / d * k, vy + (bx - ax) / d * k)

    def step(self) -> None:
        """One tick."""
        for _ in range(self.STEPS):
            self._space.step(TICK_S / self.STEPS)


class Space:
    """All bodies of one room, by entity; ``ropes`` that hang in it and ``leashes`` that drag somebody, by name."""

    def __init__(self, room: Room) -> None:
        self._space = pymunk.Space()
        self._space.iterations = 12
        self._space.collision_slop = 0.05
        self._space.collision_bias = 1e-18  # what sank into a wall is out again within two ticks, before an eye sees it
        self._bodies: dict[int, Any] = {}
        self._sent: dict[int, Any] = {}
        """Those of them that go where the story sends them."""
        self._still: dict[int, list[Any]] = {}
        self._blocks: dict[tuple[object, int], Any] = {}
        self._furniture: set[Any] = set()
        """Shapes one can throw over; only ever asked whether it holds one."""
        self.ropes: dict[str, Rope] = {}
        self.leashes: dict[str, Leash] = {}
        self.hands: dict[int, Fingers] = {}
        static = self._space.static_body
        for b in room.walls:
            shape = self._add_still(static, _corners(b))
            if not room.indoors and min(b.w, b.h) <= LOW_PX:
                self._furniture.add(shape)
        for points in room.slopes:
            self._add_still(static, [(p.x, p.y) for p in points])
        edge = Box(0, 0, room.size.x, room.size.y)
        for start, end in _edges(edge):
            shape = pymunk.Segment(static, start, end, 8)
            shape.filter = _SOLID
            self._space.add(shape)

    def _add_still(self, body: Any, corners: list[tuple[float, float]]) -> Any:
        shape = pymunk.Poly(body, corners)
        shape.filter = _SOLID
        self._space.add(shape)
        return shape

    def add(self, entity: int, world: World) -> None:
        """Gives a newborn entity its body, if it has anything to bump into."""
        solid = world.find(entity, Solid)
        if solid is not None:
            self._still[entity] = [self._add_still(self._space.static_body, _corners(b)) for b in solid.boxes]
            self._furniture.update(self._still[entity])
        place = world.find(entity, Place)
        if place is None:
            return
        walker = world.find(entity, Walker)
        if walker is not None:
            self._add_walker(entity, place, walker, world.has(entity, Hero))
        push = world.find(entity, Pushable)
        if push is not None and not push.is_carried:
            self._add_box(entity, place, push)

    def _add_walker(self, entity: int, place: Place, walker: Walker, is_hero: bool) -> None:
        if walker.is_small:
            self._add_small(entity, place, walker)
            return
        # She is pushed back by what she walks into; everybody else goes where the story sends them.
        body = pymunk.Body(HERO_MASS, math.inf) if is_hero else pymunk.Body(body_type=pymunk.Body.KINEMATIC)
        if is_hero:
            # Chipmunk moves bodies first and finds out about walls afterwards. A speed that is set before the step would
            # carry her into them; set here, in the middle of it, it is the one that the walls then correct.
            body.velocity_func = lambda b, gravity, damping, dt: setattr(
                b, "velocity", (walker.wish_x + walker.drift_x, walker.wish_y + walker.drift_y)
            )
        body.position = (place.x, place.y)
        shape = pymunk.Circle(body, walker.radius)
        shape.filter = _GHOSTS if walker.is_ghost else _PEOPLE
        self._space.add(body, shape)
        self._bodies[entity] = body
        if not is_hero:
            self._sent[entity] = body

    def _add_small(self, entity: int, place: Place, walker: Walker) -> None:
        body = pymunk.Body(SMALL_MASS, math.inf)
        body.position = (place.x, place.y)

        def turn(b: Any, gravity: Any, damping: float, dt: float) -> None:
            k = SMALL_TURNS
            vx, vy = b.velocity  # asked for once: two dozen of them are most of a tick
            b.velocity = (vx + (walker.wish_x - vx) * k, vy + (walker.wish_y - vy) * k)

        body.velocity_func = turn
        shape = pymunk.Circle(body, walker.radius)
        shape.filter = _GHOSTS if walker.is_ghost else _SMALL
        self._space.add(body, shape)
        self._bodies[entity] = body

    def _add_box(self, entity: int, place: Place, push: Pushable) -> None:
        body = pymunk.Body(push.mass, math.inf)
        body.position = (place.x, place.y)
        drag = (BALL_DRAG if push.kind == "ball" else DRAG * push.friction) * TICK_S

        def slow(b: Any, gravity: Any, damping: float, dt: float) -> None:
            if push.is_gripped:
                b.velocity = (push.vx, push.vy)
                return
            vx, vy = b.velocity
            speed = math.hypot(vx, vy)
            if speed:
                k = max(speed - drag, 0.0) / speed
                b.velocity = (vx * k, vy * k)

        body.velocity_func = slow
        shape: Any
        if push.kind == "ball":
            shape = pymunk.Circle(body, push.w / 2)
        else:
            shape = pymunk.Poly(body, _corners(Box(-push.w / 2, -push.h, push.w, push.h)), radius=0.5)
        shape.filter = _LIGHT if push.can_throw else _BOXES
        self._space.add(body, shape)
        self._bodies[entity] = body

    def remove(self, entity: int) -> None:
        """Takes its body out; no harm if it has none."""
        body = self._bodies.pop(entity, None)
        self._sent.pop(entity, None)
        if body is not None:
            self._space.remove(*body.shapes, body)
        for shape in self._still.pop(entity, ()):
            self._space.remove(shape)
            self._furniture.discard(shape)

    def block(self, key: tuple[object, int], box: Box) -> None:
        """A wall that was not there: ``key`` is what takes it away again."""
        if key not in self._blocks:
            self._blocks[key] = self._add_still(self._space.static_body, _corners(box))

    def unblock(self, key: tuple[object, int]) -> None:
        shape = self._blocks.pop(key, None)
        if shape is not None:
            self._space.remove(shape)

    def move(self, entity: int, x: float, y: float) -> None:
        """Puts a body down elsewhere at once."""
        body = self._bodies.get(entity)
        if body is not None:
            body.position = (x, y)
            body.velocity = (0.0, 0.0)
            self._space.reindex_shapes_for_body(body)

    def haunt(self, entity: int, is_ghost: bool) -> None:
        """Lets a walker walk through everything, or not."""
        body = self._bodies.get(entity)
        if body is not None:
            for shape in body.shapes:
                shape.filter = _GHOSTS if is_ghost else _SMALL if _is_small(body) else _PEOPLE

    def step(self, world: World) -> None:
        """One tick: wishes in, positions out."""
        for entity, _, walker in world.each(Place, Walker):
            body = self._sent.get(entity)
            if body is not None:
                body.velocity = (walker.wish_x, walker.wish_y)
        self._space.step(TICK_S)
        for rope in self.ropes.values():
            rope.step()
        for leash in self.leashes.values():
            leash.step()
        step_hands(self.hands, world.each(Place, Severed))
        for entity, place, walker in world.each(Place, Walker):
            body = self._bodies.get(entity)
            place.was_x, place.was_y = place.x, place.y
            if body is not None:
                place.x, place.y = body.position
                walker.vx, walker.vy = (place.x - place.was_x) / TICK_S, (place.y - place.was_y) / TICK_S
        for entity, place, push in world.each(Place, Pushable):
            body = self._bodies.get(entity)
            place.was_x, place.was_y = place.x, place.y
            if body is not None:
                place.x, place.y = body.position
                push.vx, push.vy = body.velocity

    def is_free(self, x: float, y: float, radius: float, ignore: int = 0, walls_only: bool = False) -> bool:
        """Whether a disc fits there, whoever ``ignore`` is."""
        found = self._space.point_query((x, y), radius, _FOR_WALL if walls_only else _FOR_FREE)
        body = self._bodies.get(ignore)
        return all(hit.shape is None or hit.shape.body is body or hit.distance >= radius for hit in found)

    def is_box_free(self, box: Box, ignore: tuple[int, ...] = ()) -> bool:
        """Whether a thing of that size could stand there."""
        body = pymunk.Body(body_type=pymunk.Body.KINEMATIC)
        shape = pymunk.Poly(body, _corners(box))
        shape.filter = _FOR_FREE
        ours = [self._bodies.get(i) for i in ignore]
        return all(hit.shape is None or hit.shape.body in ours for hit in self._space.shape_query(shape))

    def kick(self, entity: int, vx: float, vy: float) -> None:
        """Gives a body a speed, px/s: what has been thrown rolls on."""
        body = self._bodies.get(entity)
        if body is not None:
            body.velocity = (vx, vy)

    def lets_by(self, x: float, y: float, radius: float, over_furniture: bool) -> bool:
        """Whether something small can fly there: no wall, and no furniture either unless it passes over it."""
        for hit in self._space.point_query((x, y), radius, _FOR_WALL):
            if hit.shape is None or hit.distance >= radius:
                continue
            if not (over_furniture and hit.shape in self._furniture):
                return False
        return True

    def sees(self, x: float, y: float, to_x: float, to_y: float) -> bool:
        """Whether no wall stands between two points."""
        return self._space.segment_query_first((x, y), (to_x, to_y), 1.0, _FOR_WALL) is None

    def ray(self, x: float, y: float, to_x: float, to_y: float) -> float:
        """How much of the way between two points, 0..1, lies before the first wall."""
        hit = self._space.segment_query_first((x, y), (to_x, to_y), 1.0, _FOR_WALL)
        return 1.0 if hit is None else float(hit.alpha)


def _is_small(body: Any) -> bool:
    """Whether it is one of a swarm."""
    return bool(body.body_type == pymunk.Body.DYNAMIC and body.mass == SMALL_MASS)


def _on_floor(body: Any, gravity: Any, damping: float, dt: float) -> None:
    """What stands on the floor neither falls nor is slowed by the air."""
    pymunk.Body.update_velocity(body, (0.0, 0.0), 1.0, dt)


def _corners(b: Box) -> list[tuple[float, float]]:
    return [(b.x, b.y), (b.right, b.y), (b.right, b.bottom), (b.x, b.bottom)]


def _edges(b: Box) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    k = 8.0  # the segments' own radius: their inner face is the map's edge
    x0, y0, x1, y1 = b.x - k, b.y - k, b.right + k, b.bottom + k
    return [((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)), ((x0, y1), (x0, y0))]
