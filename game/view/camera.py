"""Where the picture looks. It follows her softly, leads a little the way she walks, and keeps to the map's Camera regions.

The camera is a thing of looks: nothing here is saved, and nothing in a session knows of it. What comes out are whole px. To keep
her from trembling on the screen, the rounding prefers to leave her where she stood in the picture, then to leave the picture
where it stood, and only then moves both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.core.geometry import Box, Vec
from game.sim.parts import Gaze
from game.sim.room import Camera as Region
from game.sim.room import Room
from game.view.painter import Size

LEAD = 24.0
"""px ahead of her."""
LEAD_S = 0.45
"""Seconds in which the lead is (mostly) taken."""
FOLLOW_S = 0.16
BLEND_S = 0.5
"""From one region to the next: about 30 frames."""
FOOT_TO_MIDDLE = 18.0
"""The middle of her is above her feet."""
SLACK = 0.95
MOST_STEP_S = 0.05
"""A frame that took longer counts no more than this."""


def smooth(t: float) -> float:
    """0..1 -> 0..1, slow at both ends.

    >>> smooth(0.0), smooth(0.5), smooth(2.0)
    (0.0, 0.5, 1.0)
    """
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def region_at(room: Room, x: float, y: float) -> Region | None:
    """The region that holds the point; the highest priority wins, then the first."""
    best: Region | None = None
    for region in room.cameras:
        if region.box.holds(x, y) and (best is None or region.priority > best.priority):
            best = region
    return best


def limits(low: float, high: float, view: int, most: float) -> tuple[int, int]:
    """How far the picture's near edge may go on one axis, so that it shows low..high; a larger view is centred.

    >>> limits(100, 1000, 640, 2000), limits(480, 1120, 640, 1440), limits(0, 512, 640, 1440), limits(0, 300, 640, 300)
    ((100, 360), (480, 480), (0, 0), (-170, -170))
    """
    a, b = low, high - view
    if b < a:
        a = b = (a + b) / 2
    if most >= view:
        a, b = min(max(a, 0), most - view), min(max(b, 0), most - view)
    else:
        a = b = (most - view) / 2
    return math.floor(a), math.floor(b)


@dataclass
class _Axis:
    """One axis: a critically damped follower and the whole px that came of it."""

    at: float = 0.0
    speed: float = 0.0
    shown: int = 0
    hero: int = 0

    def follow(self, goal: float, dt: float) -> None:
        """Towards the goal without overshooting (exact for a goal that stands still)."""
        w = 2.0 / FOLLOW_S
        off = self.at - goal
        k = math.exp(-w * dt)
        c = self.speed + w * off
        self.at = goal + (off + c * dt) * k
        self.speed = (self.speed - w * c * dt) * k
        if abs(self.at - goal) < 0.35 and abs(self.speed) < 6:
            self.at, self.speed = goal, 0.0

    def settle(self, hero: int) -> int:
        """The px to show, see the file's head. ``hero`` is where she is drawn in the map."""
        keep_her = hero - (self.hero - self.shown)
        if abs(keep_her - self.at) <= SLACK:
            self.shown = keep_her
        elif abs(self.shown - self.at) > SLACK:
            self.shown = math.floor(self.at + 0.5)
        self.hero = hero
        return self.shown


class Camera:
    """One for a Show. ``look`` gives the top left px of the picture in the map."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._x, self._y = _Axis(), _Axis()
        self._room = ""
        self._lead = Vec(0, 0)
        self._region: Region | None = None
        self._gazes = False
        self._blend = 1.0
        self._blend_s = BLEND_S
        self._from = Vec(0, 0)
        self._goal = Vec(0, 0)
        self._shake_left = 0.0
        self._shake_px = 0.0
        self._shake_s = 1.0

    def snap(self) -> None:
        """The next look starts anew, as on coming into a map."""
        self._room = ""

    def shake(self, px: float, ticks: int) -> None:
        """The picture trembles: ``px`` at first, dying away over ``ticks``."""
        if px * ticks >= self._shake_px * self._shake_left * 60:
            self._shake_px, self._shake_s = px, max(ticks / 60, 0.05)
            self._shake_left = self._shake_s

    def look(
        self, room: Room, hero: Vec, way: Vec, gaze: Gaze | None, dt_s: float, lead: float = LEAD
    ) -> tuple[int, int]:
        """``hero`` her feet as drawn, ``way`` the unit way she walks (0, 0 when she stands), ``lead`` px ahead of her."""
        dt = min(max(dt_s, 0.0), MOST_STEP_S)
        is_new = room.name != self._room
        k = 1.0 if is_new else 1 - math.exp(-dt / LEAD_S * 2.2)
        self._lead = Vec(
            self._lead.x + (way.x * lead - self._lead.x) * k,
            self._lead.y + (way.y * min(lead, LEAD) - self._lead.y) * k,
        )
        region = region_at(room, hero.x, hero.y)
        goal = self._goal_for(room, region, hero, gaze)
        if is_new:
            self._room, self._region, self._gazes, self._blend = room.name, region, gaze is not None, 1.0
            for axis, at, her in ((self._x, goal.x, hero.x), (self._y, goal.y, hero.y)):
                axis.at, axis.speed, axis.shown, axis.hero = at, 0.0, math.floor(at + 0.5), math.floor(her + 0.5)
        elif region is not self._region or (gaze is not None) != self._gazes:
            self._from, self._blend = self._goal, 0.0
            far = (goal - self._goal).length
            self._blend_s = max(BLEND_S, far / (gaze.speed * 60)) if gaze else max(BLEND_S, far / 900)
            self._region, self._gazes = region, gaze is not None
        if self._blend < 1:
            self._blend = min(self._blend + dt / self._blend_s, 1.0)
            t = smooth(self._blend)
            goal = Vec(self._from.x + (goal.x - self._from.x) * t, self._from.y + (goal.y - self._from.y) * t)
        self._goal = goal
        self._x.follow(goal.x, dt)
        self._y.follow(goal.y, dt)
        x = self._x.settle(math.floor(hero.x + 0.5))
        y = self._y.settle(math.floor(hero.y + 0.5))
        return self._inside(room, x, y, dt)

    def _goal_for(self, room: Room, region: Region | None, hero: Vec, gaze: Gaze | None) -> Vec:
        w, h = self.size
        box = Box(0, 0, room.size.x, room.size.y)
        if gaze is not None:
            at = Vec(gaze.x, gaze.y)
        else:
            at = Vec(hero.x + self._lead.x, hero.y - FOOT_TO_MIDDLE + self._lead.y * 0.6)
            if region is not None:
                box = region.box
                if region.lock:
                    at = box.middle
        x0, x1 = limits(box.x, box.right, w, room.size.x)
        y0, y1 = limits(box.y, box.bottom, h, room.size.y)
        if region is not None and region.lock and gaze is None:
            x0 = x1 = min(max(math.floor(at.x - w / 2), min(x0, x1)), max(x0, x1))
            y0 = y1 = min(max(math.floor(at.y - h / 2), min(y0, y1)), max(y0, y1))
        return Vec(min(max(at.x - w / 2, x0), x1), min(max(at.y - h / 2, y0), y1))

    def _inside(self, room: Room, x: int, y: int, dt: float) -> tuple[int, int]:
        """Shaken, and never further out than the map (a map smaller than the picture stays in its middle)."""
        dx = dy = 0.0
        if self._shake_left > 0:
            self._shake_left = max(self._shake_left - dt, 0.0)
            k = self._shake_px * (self._shake_left / self._shake_s) ** 1.5
            t = self._shake_left * 60
            dx, dy = k * math.sin(t * 1.9), k * math.sin(t * 2.7 + 1) * 0.8
        w, h = self.size
        x0, x1 = limits(0, room.size.x, w, room.size.x)
        y0, y1 = limits(0, room.size.y, h, room.size.y)
        return min(max(x + round(dx), x0), x1), min(max(y + round(dy), y0), y1)
