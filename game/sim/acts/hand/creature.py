"""The hand as the rules know it: a point that goes, leaps, sticks, is struck. Its bodies and joints hang after it (sim/fingers.py).

``state``  free     walks about            told    an attack announces itself
           out      the attack itself      open    it is over, and can be punished
           stuck    its needles are in wood            stunned  it lies there
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.fingers import make_hand
from game.sim.parts import Place, Severed, Stunned, Target

if TYPE_CHECKING:
    from game.sim.session import Session

TARGET_PX, TARGET_HEIGHT = 17.0, 12.0
HEIGHT_PX = 8.0
"""Its middle, above the floor."""
HIDES_AGAIN_TICKS = 26
"""It is seen so long after it has done something."""
LONG_TICKS = 600


@dataclass
class Creature:
    """(x, y) the floor under its palm; ``z`` px above that; ``heading`` degrees its fingers point."""

    x: float
    y: float
    z: float = 0.0
    heading: float = 90.0
    state: str = "free"
    pose: str = "stalk"
    told: float = 0.0
    struck: int = 0
    fingers: int = 5
    hurt: int = 0
    left: int = 0
    """Ticks left of being open, stuck or stunned."""
    hides: bool = False
    """Long grass hides it, while it only walks."""
    is_hidden: bool = False
    seen_ticks: int = 0
    string: str = ""
    string_at: Vec = Vec(0.0, 0.0)
    hum: int = 0
    pin: Vec | None = None
    moved_px: float = 0.0
    """How far it went in this tick."""
    entity: int = 0

    @property
    def at(self) -> Vec:
        return Vec(self.x, self.y)

    @property
    def is_open(self) -> bool:
        """Whether what hits it now counts."""
        return self.state in ("open", "stuck", "stunned")

    # ---- what it does

    def face(self, x: float, y: float) -> None:
        """Its fingers point there."""
        if abs(x - self.x) + abs(y - self.y) > 1.0:
            self.heading = math.degrees(math.atan2(y - self.y, x - self.x)) % 360

    def go(self, x: float, y: float, px: float) -> bool:
        """A step of ``px`` towards a point; True when it is there."""
        dx, dy = x - self.x, y - self.y
        d = math.hypot(dx, dy)
        if d <= px or d < 0.5:
            self.moved_px = d
            self.x, self.y = x, y
            return True
        self.x, self.y = self.x + dx / d * px, self.y + dy / d * px
        self.moved_px = px
        return False

    def become(self, state: str, pose: str, left: int = 0) -> None:
        self.state, self.pose, self.left = state, pose, left
        self.told, self.struck = 0.0, 0
        if state != "free":
            self.seen_ticks = HIDES_AGAIN_TICKS

    def far(self, x: float, y: float) -> float:
        """px to a point of the floor."""
        return math.hypot(x - self.x, y - self.y)

    # ---- in the world

    def born(self, session: Session) -> None:
        """Makes its body, which throws lean towards."""
        self.entity = make_hand(session, self.at, self.heading)
        session.world.add(self.entity, Target(TARGET_PX, TARGET_HEIGHT))

    def bury(self, session: Session) -> None:
        if self.entity and session.world.is_alive(self.entity):
            session.space.hands.pop(self.entity, None)
            session.bury(self.entity)
            if session.names.get("hand") == self.entity:
                del session.names["hand"]
        self.entity = 0

    def show(self, session: Session, in_grass: bool) -> None:
        """Tells the body what the rules want of it."""
        self.seen_ticks = max(self.seen_ticks - 1, 0)
        self.is_hidden = self.hides and in_grass and self.state == "free" and not self.seen_ticks and self.z < 2
        body = session.world.find(self.entity, Severed)
        if body is None:
            return
        body.wish_x, body.wish_y, body.height_px = self.x, self.y, self.z
        body.pose, body.heading, body.told, body.struck = self.pose, self.heading, self.told, self.struck
        body.fingers, body.is_hidden = self.fingers, self.is_hidden
        body.hurt = max(body.hurt, self.hurt)
        self.hurt = 0
        body.string, body.string_x, body.string_y = self.string, self.string_at.x, self.string_at.y
        body.hum = max(body.hum, self.hum)
        self.hum = 0
        body.pin_x, body.pin_y = (self.pin.x, self.pin.y) if self.pin is not None else (-1.0, -1.0)
        out = session.world.find(self.entity, Stunned)  # nobody means what cannot be seen, but a throw may hit it
        if self.is_hidden and out is None:
            session.world.add(self.entity, Stunned(LONG_TICKS))
        elif out is not None:
            out.ticks = LONG_TICKS if self.is_hidden else 1
        self.moved_px = 0.0

    def put(self, session: Session, x: float, y: float) -> None:
        """Elsewhere at once."""
        self.x, self.y = x, y
        place = session.world.find(self.entity, Place)
        if place is not None:
            place.x = place.was_x = x
            place.y = place.was_y = y
