"""Spider: where every joint of the Beldam is, from what the rules say of her (sim/parts.Arachnid) and where she was before.

Space: x to the right, y down the floor, z up, px of the map; what is at (x, y, z) is drawn at (x, y - z). Feet stand where they
were set until the body has left them too far behind; then they step, never two neighbours at once. Legs are two bones and a
needle, bent by where hip and foot are. Nothing here is rolled or timed: the same ticks give the same limbs, and a jump of more
than JUMP_PX (or the first sight of her) sets her down anew. What turns what: POSES first, then the sizes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.sim.parts import Arachnid

V3 = tuple[float, float, float]
JUMP_PX = 64.0
FEMUR, TIBIA, NEEDLE = 70.0, 62.0, 58.0
UPPER, FORE = 34.0, 38.0
SPINE, NECK = 56.0, 26.0
SWING_PX = 22.0
"""A step takes a tick more for every so many px."""
STRETCH = 2.6
"""So many times its length an arm may become to get where it strikes."""
LEGS = ((40.0, 108.0), (84.0, 126.0), (132.0, 112.0))
"""Off the heading in degrees, and how far out its foot stands: front, middle, hind; the same on both sides."""
DEEP = 0.56
"""On a floor what lies deeper into the picture is drawn so much nearer."""
HIPS = (9.0, 0.0, -9.0)
"""px ahead of the middle at which the legs of a pair begin."""
FINGERS = (11.0, 15.0, 16.5, 15.0, 11.0)
FAR_FINGER = 1.75
THUMB_FAN = 0.55
RUN_BACK, RUN_FRONT = (36.0, 56.0, 76.0, 96.0, 116.0), (52.0, 68.0, 84.0, 100.0)
"""px up and down the picture from her middle at which she feels for walls while she runs."""
RUN_SPREAD = (-12.0, 0.0, 14.0)
"""Degrees by which a runner's feet stand further apart."""
RUN_HIGH = (78.0, 92.0, 70.0)
"""So high on the face of the wall behind her her feet strike, front to hind."""


@dataclass(frozen=True)
class Stance:
    """What a pose makes of her body. ``hover`` px of the hips above the floor; ``up``/``ahead`` the way her spine goes."""

    hover: float
    up: float
    ahead: float
    reach: float = 1.0
    stride: float = 46.0
    swing: int = 9
    high: float = 24.0
    breath: float = 1.0
    neck: float = 1.0
    deep: float = DEEP
    arm: tuple[float, float, float] = (34.0, -6.0, 22.0)
    """Where a wrist rests, from its shoulder: out to its side, up, ahead."""
    fan: float = 0.27
    curl: float = 0.9
    sway: float = 1.0


POSES: dict[str, Stance] = {
    "stand": Stance(84.0, 1.0, 0.10),
    "stare": Stance(92.0, 1.0, 0.34, reach=0.92, neck=2.2, breath=0.25, sway=0.2, arm=(46, 18, 6), fan=0.40, curl=0.4),
    "run": Stance(
        66.0, 0.72, 0.72, reach=1.12, stride=64, swing=7, high=30, neck=1.5, arm=(30, 4, 58), fan=0.38, curl=0.5
    ),
    "climb": Stance(
        30.0, 0.10, 1.0, reach=1.05, stride=50, swing=8, high=18, neck=1.2, deep=0.86, arm=(34, 4, 46), fan=0.34
    ),
    "hang": Stance(74.0, 0.9, 0.5, reach=0.8, sway=1.6, neck=1.5, arm=(44, -30, 26), fan=0.30, curl=0.8),
    "listen": Stance(78.0, 0.9, 0.42, reach=1.1, breath=0.0, sway=0.0, neck=1.5, arm=(40, 8, 22), fan=0.46, curl=0.2),
    "thrash": Stance(
        92.0, 1.0, 0.1, stride=20, swing=5, high=44, breath=3.0, sway=4.0, arm=(46, 30, 10), fan=0.42, curl=0.3
    ),
    "unlock": Stance(72.0, 0.9, 0.5, neck=1.2, arm=(24, -20, 26), fan=0.14, curl=1.1),
}


LOW_THRASH = replace(POSES["thrash"], hover=62.0, up=0.6, ahead=0.7)


@dataclass
class Foot:
    """One foot. ``at`` where it stands, or hangs in its step; ``side`` -1 her right, 1 her left."""

    side: int
    pair: int
    at: V3
    start: V3 = (0.0, 0.0, 0.0)
    goal: V3 = (0.0, 0.0, 0.0)
    step: int = 0
    long: int = 0
    is_on_wall: bool = False
    wall: float = 0.0
    """0..1 how far its bones lie as those of a foot on the wall behind her."""

    @property
    def is_planted(self) -> bool:
        return self.step == 0


@dataclass
class Limbs:
    """All joints at one moment, as (x, y, z) each: see the names in ``of``."""

    points: list[V3]
    head: float = 90.0
    """The way the face looks, degrees."""
    tilt: float = 0.0
    """Of the head, degrees."""
    heading: float = 90.0

    def mixed(self, other: Limbs, k: float) -> Limbs:
        """So far (0..1) on the way to another moment."""
        q = 1 - k
        points = [(a[0] * q + b[0] * k, a[1] * q + b[1] * k, a[2] * q + b[2] * k)
                  for a, b in zip(self.points, other.points, strict=True)]  # fmt: skip
        return Limbs(points, other.head, self.tilt * q + other.tilt * k, other.heading)


PELVIS, BEND, CHEST, THROAT, HEAD, ABDOMEN = range(6)
HIP0 = 6
"""Four points a leg (hip, knee, ankle, foot), six legs; then three an arm (shoulder, elbow, wrist), her right one first."""
ARM0 = HIP0 + 6 * 4
FINGER0 = ARM0 + 2 * 3
"""From here ten fingers, three points each (wrist, middle, tip)."""
COUNT = FINGER0 + 10 * 3


@dataclass
class Arm:
    """What an arm is about: its wrist, its fingers' fan and curl, all on their way to what they should be."""

    side: int
    wrist: V3 = (0.0, 0.0, 0.0)
    fan: float = 0.3
    curl: float = 0.8
    aim: float = 90.0
    """Degrees in the picture in which the hand points."""


@dataclass
class Spider:
    """See above. ``tick`` once a tick, then ``was`` and ``now`` are the moments to draw between."""

    seen: int = -1
    x: float = 0.0
    y: float = 0.0
    vx: float = 0.0
    vy: float = 0.0
    heading: float = 90.0
    hover: float = 84.0
    lift: float = 0.0
    spine: V3 = (0.0, 0.0, 1.0)
    look: float = 90.0
    tilt: float = 0.0
    neck: float = 1.0
    flat: float = 0.0
    """0..1 how far she lies along what she climbs."""
    sag: V3 = (0.0, 0.0, 0.0)
    feet: list[Foot] = field(default_factory=list)
    arms: list[Arm] = field(default_factory=list)
    was: Limbs = field(default_factory=lambda: Limbs([]))
    now: Limbs = field(default_factory=lambda: Limbs([]))
    told: float = 0.0
    pose: str = "stand"

    def tick(self, at: int, x: float, y: float, she: Arachnid, is_wall: Callable[[float, float], bool]) -> None:
        """One tick (its number ``at``) with her middle over (x, y). ``is_wall`` says whether a point of the picture is one."""
        stance = POSES.get(she.pose, POSES["stand"])
        if she.pose == "thrash" and abs(math.cos(math.radians(she.heading))) > 0.7:
            stance = LOW_THRASH  # under a ceiling
        jumped = self.seen != at - 1 or math.hypot(x - self.x, y - self.y) > JUMP_PX or not self.feet
        if jumped:
            self._settle(at, x, y, she, stance, is_wall)
            return
        self.seen = at
        self.vx += (x - self.x - self.vx) * 0.3
        self.vy += (y - self.y - self.vy) * 0.3
        self.x, self.y, self.pose, self.told = x, y, she.pose, she.told
        self._turn(she, stance, 0.16)
        self._step(at, she, stance, is_wall)
        self._reach(at, she, stance, 1.0)
        self.was, self.now = self.now, self._limbs(at, she, stance)

    def _settle(
        self, at: int, x: float, y: float, she: Arachnid, stance: Stance, is_wall: Callable[[float, float], bool]
    ) -> None:
        """She is there as if she had been for a while."""
        self.seen, self.x, self.y, self.vx, self.vy = at, x, y, 0.0, 0.0
        self.pose, self.told, self.heading = she.pose, she.told, she.heading
        self.sag = (0.0, 0.0, 0.0)
        self._turn(she, stance, 1.0)
        self.feet = [Foot(side, pair, (x, y, 0.0)) for pair in range(3) for side in (-1, 1)]
        for n, foot in enumerate(self.feet):
            foot.at, foot.is_on_wall = self._rest(foot, she, stance, at, is_wall)
            foot.wall = float(foot.is_on_wall and foot.at[1] < y)
            if she.pose in ("run", "climb"):  # caught in the middle of a stride
                h, k = math.radians(self.heading), (0.36 if n % 4 in (0, 3) else -0.36) * stance.stride
                foot.at = (foot.at[0] + math.cos(h) * k, foot.at[1] + math.sin(h) * k * stance.deep, foot.at[2])
        self.arms = [Arm(-1), Arm(1)]
        self._reach(at, she, stance, 0.0)
        self.was = self.now = self._limbs(at, she, stance)

    # ---- body

    def _turn(self, she: Arachnid, stance: Stance, k: float) -> None:
        """Heading, height, spine and face go towards what they should be; ``k`` of the way."""
        self.heading = (self.heading + _left(self.heading, she.heading) * min(k * 0.75, 1.0)) % 360
        self.hover += (stance.hover - self.hover) * k
        self.lift += (she.lift_px - self.lift) * min(k * 2, 1.0)
        self.neck += (stance.neck - self.neck) * k
        self.flat += (float(she.pose == "climb") - self.flat) * min(k, 1.0)
        h = math.radians(self.heading)
        ahead = stance.ahead
        lean_x = lean_y = 0.0
        if she.told > 0 and she.reach_x >= 0:  # she draws back before she strikes
            dx, dy = _unit(she.reach_x - self.x, she.reach_y - self.y)
            lean_x, lean_y = -dx * 0.34 * she.told, -dy * 0.34 * she.told
        elif she.struck > 0 and she.reach_x >= 0:
            dx, dy = _unit(she.reach_x - self.x, she.reach_y - self.y)
            lean_x, lean_y = dx * 0.7, dy * 0.7
        want = _norm((math.cos(h) * ahead + lean_x, math.sin(h) * ahead + lean_y, stance.up))
        k2 = min(k * (2.6 if she.struck else 1.4), 1.0)
        self.spine = _norm(_mix(self.spine, want, k2))
        self.look = (self.look + _left(self.look, self._look_at(she)) * min(k * 1.2, 1.0)) % 360
        tilt = -17.0 if she.pose == "listen" else 0.0
        self.tilt += (tilt - self.tilt) * min(k * 0.8, 1.0)
        self.sag = (self.sag[0] * 0.8 - self.vx * 1.5, self.sag[1] * 0.8 - self.vy * 1.5, 0.0)

    def _look_at(self, she: Arachnid) -> float:
        """Where the face goes: rather a little towards us than quite away."""
        if she.look_x < 0:
            return self.heading
        dx, dy = she.look_x - self.x, she.look_y - self.y
        if dy > -90:
            dy = max(dy, abs(dx) * (2.6 if she.pose == "run" else 0.6))
        return math.degrees(math.atan2(dy, dx))

    # ---- feet

    def _rest(
        self, foot: Foot, she: Arachnid, stance: Stance, at: int, is_wall: Callable[[float, float], bool]
    ) -> tuple[V3, bool]:
        """Where a foot would like to stand now, and whether that is on a wall."""
        angle, out = LEGS[foot.pair]
        a = math.radians(self.heading - angle * foot.side)
        r = out * stance.reach
        if she.pose == "run":
            a = math.radians(self.heading - (angle + RUN_SPREAD[foot.pair]) * foot.side)
        x, y = self.x + math.cos(a) * r, self.y + math.sin(a) * r * stance.deep
        if she.pose == "hang":
            return self._hung(foot, at), False
        if she.pose == "thrash" and (at // 11 + foot.pair * 2 + (foot.side > 0)) % 3 == 0:
            wild = math.sin(at * 0.31 + foot.pair * 2.1 + foot.side)
            return (self.x + foot.side * (60 + 60 * abs(wild)), y - 20, 60 + 70 * abs(wild)), False
        if she.pose == "run":
            found = self._wall(foot, x, y, is_wall)
            if found is not None:
                return found, True
        return (x, y, 0.0), False

    def _wall(self, foot: Foot, x: float, y: float, is_wall: Callable[[float, float], bool]) -> V3 | None:
        """Where a running foot finds a wall: behind her high on its face, before her on its upper edge."""
        if y < self.y - 8:
            for deep in RUN_BACK:
                if is_wall(x, self.y - deep):
                    return (x, self.y - deep, RUN_HIGH[foot.pair])
        elif y > self.y + 8:
            for deep in RUN_FRONT:
                if is_wall(x, self.y + deep + 6):
                    return (x, self.y + deep, 0.0)
        return None

    def _hung(self, foot: Foot, at: int) -> V3:
        """In the air: hind legs hold the web above her, the front ones feel for what is below."""
        s, t = foot.side, at * 0.045
        base = self.hover + self.lift
        if foot.pair == 0:
            return (self.x + s * (56 + 7 * math.sin(t + s)), self.y + 22, base - 74 + 8 * math.sin(t * 1.3 + s * 2))
        if foot.pair == 1:
            return (self.x + s * (134 + 4 * math.sin(t * 0.7 + s)), self.y - 4, base + 26 + 6 * math.sin(t + 1))
        return (self.x + s * 92, self.y - 14, base + 104)

    def _step(self, at: int, she: Arachnid, stance: Stance, is_wall: Callable[[float, float], bool]) -> None:
        """Each foot stands, steps on, or begins to."""
        speed = math.hypot(self.vx, self.vy)
        swing = max(stance.swing - int(speed), 5)
        free = she.pose == "hang"
        for n, foot in enumerate(self.feet):
            foot.wall += (float(foot.is_on_wall and foot.at[1] < self.y) - foot.wall) * 0.22
            if free:
                goal, _ = self._rest(foot, she, stance, at, is_wall)
                foot.at, foot.step, foot.is_on_wall = _mix(foot.at, goal, 0.2), 0, False
                continue
            if foot.step:
                self._swing(foot, she, stance, at, is_wall)
                continue
            goal, on_wall = self._rest(foot, she, stance, at, is_wall)
            off = math.hypot(foot.at[0] - goal[0], (foot.at[1] - goal[1]) / stance.deep)
            off = max(off, abs(foot.at[2] - goal[2]))
            beside = [self.feet[m].step for m in _beside(n)]
            far = stance.stride * 1.9
            fidgets = she.pose in ("stand", "unlock") and (at + n * 61) % 347 == 0
            if (off > stance.stride and not any(beside)) or off > far or fidgets or foot.is_on_wall != on_wall:
                foot.start, foot.goal, foot.is_on_wall = foot.at, self._ahead(goal, stance), on_wall
                foot.step = foot.long = swing + int(math.dist(foot.at, goal) / SWING_PX)

    def _ahead(self, goal: V3, stance: Stance) -> V3:
        """A foot is set down where it will do for a while."""
        speed = math.hypot(self.vx, self.vy)
        if speed < 0.25:
            return goal
        k = stance.stride * 0.62 / speed
        return goal[0] + self.vx * k, goal[1] + self.vy * k * stance.deep, goal[2]

    def _swing(
        self, foot: Foot, she: Arachnid, stance: Stance, at: int, is_wall: Callable[[float, float], bool]
    ) -> None:
        foot.step -= 1
        goal, foot.is_on_wall = self._rest(foot, she, stance, at, is_wall)
        foot.goal = _mix(foot.goal, self._ahead(goal, stance), 0.3)
        k = 1 - foot.step / foot.long
        e = k * k * (3 - 2 * k)
        x, y, z = _mix(foot.start, foot.goal, e)
        foot.at = (x, y, z + math.sin(math.pi * k) * stance.high * (0.35 if foot.is_on_wall else 1.0))

    # ---- arms

    def _reach(self, at: int, she: Arachnid, stance: Stance, k: float) -> None:
        """Both wrists go towards what they should be; ``k`` 0: they are there already."""
        h = math.radians(self.heading)
        shoulders = self._shoulders(at, stance)
        for n, arm in enumerate(self.arms):
            leads = (arm.side > 0) == she.is_left and she.reach_x >= 0
            out, up, ahead = stance.arm
            t = at * 0.05 + n * 2.4
            sway = stance.sway
            if she.pose == "run":
                ahead += 26 * math.sin(at * 0.22 + n * math.pi)
                up += 12 * math.cos(at * 0.22 + n * math.pi)
            elif she.pose == "thrash":
                out += 34 * math.sin(at * 0.23 + n * 2)
                up += 40 * math.sin(at * 0.31 + n * 4)
            elif she.pose == "listen" and (arm.side > 0) == she.is_left:
                up, out, ahead = up + 46, out - 4, ahead - 10
            wx, wy = self._side(arm.side, h)
            s = shoulders[n]
            goal = (
                s[0] + wx * out + math.cos(h) * ahead + math.sin(t) * 2.2 * sway,
                s[1] + (wy * out + math.sin(h) * ahead) * DEEP,
                s[2] + up + math.sin(t * 0.83 + 1) * 3.0 * sway,
            )
            fan, curl = stance.fan + 0.03 * math.sin(t * 0.6) * sway, stance.curl
            rate = 0.16
            if leads:
                goal, fan, curl, rate = self._blow(arm, she, s, goal, fan, curl)
            arm.wrist = _mix(arm.wrist, goal, rate if k else 1.0)
            arm.fan += (fan - arm.fan) * (0.3 if k else 1.0)
            arm.curl += (curl - arm.curl) * (0.3 if k else 1.0)
            aim = self._aim(arm, she, s, leads)
            arm.aim = (arm.aim + _left(arm.aim, aim) * ((0.6 if she.struck else 0.18) if k else 1.0)) % 360

    def _blow(
        self, arm: Arm, she: Arachnid, s: V3, rest: V3, fan: float, curl: float
    ) -> tuple[V3, float, float, float]:
        """(wrist, fan, curl, how quickly) of the hand that strikes: it coils back, then is there."""
        long = 34.0
        to = (she.reach_x, she.reach_y + 0.01, 0.0)
        flat = (to[0] - s[0], to[1] - (s[1] - s[2]))
        d = math.hypot(*flat) or 1.0
        back = (to[0] - flat[0] / d * long, to[1] - flat[1] / d * long, 0.0)
        if she.struck > 0:
            return back, 0.10, 0.05, 0.62 if she.struck < 3 else 0.9
        if she.told > 0:
            k = min(she.told * 1.25, 1.0)
            away = (s[0] - flat[0] / d * 34 + arm.side * 14, s[1], s[2] + 40 + max(flat[1], 0) / d * 14)
            tremble = math.sin(self.seen * 1.7) * 1.6 * max(she.told - 0.6, 0) * 2.5
            away = (away[0] + tremble, away[1], away[2])
            return _mix(rest, away, k), 0.27 + 0.22 * k, 0.9 - 0.75 * k, 0.22
        if she.pose in ("unlock", "climb", "stand", "stare", "hang", "run"):  # it holds on to something
            return back, 0.16, 0.8, 0.3
        return rest, fan, curl, 0.16

    def _aim(self, arm: Arm, she: Arachnid, shoulder: V3, leads: bool) -> float:
        """Which way a hand points in the picture."""
        sx, sy = shoulder[0], shoulder[1] - shoulder[2]
        wx, wy = arm.wrist[0], arm.wrist[1] - arm.wrist[2]
        if leads and (she.struck > 0 or she.told == 0):
            return math.degrees(math.atan2(she.reach_y - wy, she.reach_x - wx))
        if leads:
            return math.degrees(math.atan2(-58 + 30 * she.told, (wx - sx) * 0.5))
        if she.pose in ("stare", "thrash"):
            return math.degrees(math.atan2(-50, (wx - sx) * 0.6))
        if she.pose == "listen" and (arm.side > 0) == she.is_left:
            return math.degrees(math.atan2(-60, (wx - sx) * 0.3))
        return math.degrees(math.atan2(wy - sy + 26, wx - sx))

    @staticmethod
    def _side(side: int, h: float) -> tuple[float, float]:
        """The way out to her right (-1) or left (1), on the floor."""
        return math.sin(h) * side, -math.cos(h) * side

    # ---- joints

    def _middle(self, at: int, stance: Stance) -> V3:
        """Her hips: over the middle, breathing, borne by the feet that stand."""
        bob = math.sin(at * 0.035) * 1.6 * stance.breath
        if self.pose in ("run", "climb"):
            bob += math.sin(at * 0.44) * (2.4 if self.pose == "run" else 0.8)
        elif self.pose == "thrash":
            bob += math.sin(at * 0.5) * 9
        sway = math.sin(at * 0.021) * 2.0 * stance.sway
        return (self.x + sway + self.sag[0] * 0.1, self.y, self.hover + self.lift + bob)

    def _shoulders(self, at: int, stance: Stance) -> list[V3]:
        _, _, chest = self._back(at, stance)
        h = math.radians(self.heading)
        out = []
        for side in (-1, 1):
            wx, wy = self._side(side, h)
            wide = 12.0
            out.append((chest[0] + wx * wide, chest[1] + wy * wide * DEEP, chest[2] - 4))
        return out

    def _back(self, at: int, stance: Stance) -> tuple[V3, V3, V3]:
        """Pelvis, the bend of the spine, chest."""
        p = self._middle(at, stance)
        d = self.spine
        breath = 1 + 0.022 * math.sin(at * 0.05) * stance.breath
        wave = math.sin(at * 0.027 + 1) * 3 * stance.sway
        chest = (p[0] + d[0] * SPINE * breath + wave, p[1] + d[1] * SPINE * DEEP, p[2] + d[2] * SPINE * breath)
        bend = (
            (p[0] + chest[0]) / 2 - d[0] * 10 - wave * 0.6,
            (p[1] + chest[1]) / 2,
            (p[2] + chest[2]) / 2 + abs(d[0]) * 12 + 3,
        )
        return p, bend, chest

    def _limbs(self, at: int, she: Arachnid, stance: Stance) -> Limbs:
        p, bend, chest = self._back(at, stance)
        h = math.radians(self.heading)
        points: list[V3] = [p, bend, chest]
        f = math.radians(self.look)
        up = 0.9 - 0.55 * self.flat
        n = NECK * self.neck
        throat = (chest[0] + self.spine[0] * 8, chest[1] + self.spine[1] * 8 * DEEP, chest[2] + 6 * up)
        nod = math.sin(at * 0.05 - 0.9) * 1.2 * stance.breath
        thrust = (self.neck - 1) * 13
        jerk = (math.sin(at * 1.1) * 4 if she.pose == "thrash" else 0.0) + (
            math.sin(at * 0.93) * 0.8 if she.is_blind and she.pose != "listen" else 0.0
        )
        head = (
            throat[0] + math.cos(f) * (6 + thrust) + self.spine[0] * n * 0.6 + jerk,
            throat[1] + math.sin(f) * (6 + thrust) * DEEP,
            throat[2] + n * up * (0.85 - min(max(self.neck - 1.1, 0.0), 0.4) * 0.57) + nod + 12,
        )
        head = (head[0] + math.cos(h) * 16 * self.flat, head[1] + math.sin(h) * 20 * self.flat, head[2])
        points += [throat, head]
        wag = math.sin(at * 0.04 + 2) * 1.5 * stance.sway
        points.append(
            (
                p[0] - math.cos(h) * 33 + self.sag[0] * 0.8,
                p[1] - math.sin(h) * 33 * DEEP + self.sag[1] * 0.3,
                p[2] - 12 - 15 * max(math.sin(h), 0.0) + wag - min(math.hypot(self.vx, self.vy), 3) * 0.5,
            )
        )
        for foot in self.feet:
            wx, wy = self._side(foot.side, h)
            ahead = HIPS[foot.pair]
            hip = (
                p[0] + wx * 8 + math.cos(h) * ahead,
                p[1] + (wy * 8 + math.sin(h) * ahead) * DEEP,
                p[2] - 6,
            )
            points += _leg(hip, foot, (math.cos(h), math.sin(h)) if self.pose == "run" else (0.0, 0.0))
        shoulders = self._shoulders(at, stance)
        for s, arm in zip(shoulders, self.arms, strict=True):
            wx, wy = self._side(arm.side, h)
            points += [s, *_arm(s, arm.wrist, (wx, wy, -0.55))]
        for n5, arm in enumerate(self.arms):
            points += _fingers(arm, points[ARM0 + n5 * 3 + 2], at)
        return Limbs(points, self.look, self.tilt, self.heading)


def _leg(hip: V3, foot: Foot, way: tuple[float, float]) -> list[V3]:
    """Hip, knee, ankle, foot: the needle rises steeply from the floor, the other two bones bend upwards between.

    ``way``: where she runs; front knees then go ahead of her, hind knees behind.
    """
    f = foot.at
    back = (hip[0] - f[0], hip[1] - f[1], 0.0)
    flat = math.hypot(back[0], back[1]) or 1.0
    lean = 0.24
    k = NEEDLE * lean / flat
    rise = NEEDLE * math.sqrt(1 - lean * lean)
    apart = (1 - foot.pair) * 0.9
    pole = _norm((-back[0] / flat * 0.45 + way[0] * apart, way[1] * apart, 1.0))
    ankle = (f[0] + back[0] * k, f[1] + back[1] * k, f[2] + rise)
    if foot.wall > 0.01:  # on the wall behind her
        out = max(min((f[0] - hip[0]) / 60, 1.0), -1.0)
        ankle = _mix(ankle, (f[0] + back[0] * 0.12 + out * 16, f[1] + 40, f[2] + 12), foot.wall)
        pole = _norm(_mix(pole, _norm((out, 0.3, 0.55)), foot.wall))
    knee, ankle = _two_bones(hip, ankle, FEMUR, TIBIA, pole)
    return [hip, knee, ankle, f]


def _arm(shoulder: V3, wrist: V3, pole: V3) -> list[V3]:
    far = math.dist(shoulder, wrist)
    k = min(max(far / ((UPPER + FORE) * 0.97), 1.0), STRETCH)
    elbow, wrist = _two_bones(shoulder, wrist, UPPER * k, FORE * k, _norm(pole))
    return [elbow, wrist]


def _fingers(arm: Arm, wrist: V3, at: int) -> list[V3]:
    """Five needles in the plane of the picture: fanned, each bent at its middle towards the others by the curl."""
    px, py = wrist[0], wrist[1] - wrist[2]
    base = math.radians(arm.aim)
    out: list[V3] = []
    for n in range(5):
        k = (n - 2) * arm.side
        fan = k * arm.fan + (THUMB_FAN * arm.fan * arm.side * -1 if n == 0 else 0.0)
        ripple = 0.10 * math.sin(at * 0.055 + n * 0.9 + arm.side) * arm.curl
        a = base + fan + ripple
        long = FINGERS[n]
        mx, my = px + math.cos(a) * long, py + math.sin(a) * long
        b = a - fan * min(arm.curl * 1.35, 1.7) + ripple * 2
        far = long * FAR_FINGER * (1 - 0.18 * arm.curl)
        tx, ty = mx + math.cos(b) * far, my + math.sin(b) * far + arm.curl * 5
        out += [(px, py, 0.0), (mx, my, 0.0), (tx, ty, 0.0)]
    return out


def _two_bones(a: V3, c: V3, one: float, two: float, pole: V3) -> tuple[V3, V3]:
    """The joint between two bones from ``a`` to ``c``, bent towards ``pole``; and c, nearer if they do not reach it."""
    dx, dy, dz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
    d = math.sqrt(dx * dx + dy * dy + dz * dz) or 0.001
    most = (one + two) * 0.995
    if d > most:
        k = most / d
        c = (a[0] + dx * k, a[1] + dy * k, a[2] + dz * k)
        dx, dy, dz, d = dx * k, dy * k, dz * k, most
    least = abs(one - two) + 1.0
    w = max(d, least)
    along = (one * one - two * two + w * w) / (2 * w)
    high = math.sqrt(max(one * one - along * along, 0.0))
    ux, uy, uz = dx / d, dy / d, dz / d
    dot = pole[0] * ux + pole[1] * uy + pole[2] * uz
    px, py, pz = pole[0] - ux * dot, pole[1] - uy * dot, pole[2] - uz * dot
    p = math.sqrt(px * px + py * py + pz * pz) or 1.0
    k = high / p
    return (a[0] + ux * along + px * k, a[1] + uy * along + py * k, a[2] + uz * along + pz * k), c


def _beside(n: int) -> tuple[int, ...]:
    """Feet that must stand while this one steps: opposite it, before and behind it. Even numbers are her right ones."""
    pair, side = divmod(n, 2)
    out = [pair * 2 + 1 - side]
    if pair > 0:
        out.append(n - 2)
    if pair < 2:
        out.append(n + 2)
    return tuple(out)


def _left(now: float, want: float) -> float:
    """Degrees still to turn, -180..180."""
    return (want - now + 180) % 360 - 180


def _unit(x: float, y: float) -> tuple[float, float]:
    d = math.hypot(x, y) or 1.0
    return x / d, y / d


def _norm(v: V3) -> V3:
    d = math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2) or 1.0
    return v[0] / d, v[1] / d, v[2] / d


def _mix(a: V3, b: V3, k: float) -> V3:
    return a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k
