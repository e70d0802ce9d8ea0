"""A way of stars over nothing. They breathe to music: who steps with them is in step; who only leans is taken along.

Nothing can be fallen off, and nothing lost. Three steps in a row on the beat wake the stars that lie beside the way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Facing, Vec
from game.core.intent import STICK
from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Look, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

BEAT_TICKS = 43
"""83.7 beats a minute: the piece dream_steps, to the sample."""
WINDOW_TICKS = 14
"""So far off the beat a step is still in step."""
HOP_TICKS, HOP_PX = 22, 17.0
REACH_PX = 124.0
"""From where she stands to where she would land."""
EDGE_PX = 30.0
"""So near the rim of an island one can step off it."""
TILT = 0.5
LIKE = 0.68
"""How much a star must lie the way she leans (cosine)."""
WAKES_AT = 3
"""Steps in a row on the beat, and the stars beside the way are awake."""
ISLE_INSET, PAD_INSET = 20.0, 22.0
NOTES = "abcdefgh"
FLIGHT_TICKS = 150
"""A light goes over to the last island in so long."""
DAWN_STEP = 1 / 420


@dataclass
class Node:
    """A star to stand on, or an island. ``leg`` of the way (1..3); ``is_gold``: beside it; ``lit`` the tick she first came."""

    name: str
    box: Box
    leg: int = 0
    is_isle: bool = False
    is_gold: bool = False
    lit: int = 0

    def landing(self, start: Vec) -> Vec:
        """Where one comes down who comes from there."""
        if not self.is_isle:
            return self.box.middle
        inner = self.box.grown(-ISLE_INSET)
        return Vec(min(max(start.x, inner.x), inner.right), min(max(start.y, inner.y), inner.bottom))


@dataclass
class Flown:
    """A light on its way over the sky, from (x, y); ``ticks`` since."""

    name: str
    x: float
    y: float
    ticks: int = 0


@dataclass
class Starway(Act):
    """``legs`` of the way are awake. ``at`` the node she is on, ``goal`` the one she hops to. ``streak`` steps in a row in step.

    ``cued``: the session's tick at which the music began. ``dawn`` 0..1 how light it is, ``dawn_goal`` how light it will be.
    ``open_end``: the rim beyond which there is only morning may be stepped over; ``left`` ticks since she did.
    """

    keeps_time: bool = True
    takes_cat: bool = True
    nodes: list[Node] = field(default_factory=list)
    cued: int = 0
    legs: int = 1
    at: str = ""
    goal: str = ""
    hop: int = 0
    from_x: float = 0.0
    from_y: float = 0.0
    to_x: float = 0.0
    to_y: float = 0.0
    waits: int = 0
    leant: bool = False
    streak: int = 0
    best: int = 0
    steps: int = 0
    last_hop: int = 0
    awake: bool = False
    trail: list[str] = field(default_factory=list)
    flown: list[Flown] = field(default_factory=list)
    dawn: float = 0.0
    dawn_goal: float = 0.0
    open_end: bool = False
    left: int = 0
    gloom: float = 0.0
    """0..1 how dark it goes while they warn her."""
    gloom_goal: float = 0.0

    def node(self, name: str) -> Node | None:
        return next((n for n in self.nodes if n.name == name), None)

    def off_beat(self, session: Session) -> int:
        """Ticks to the nearest beat, early or late."""
        phase = (session.tick - self.cued) % BEAT_TICKS
        return min(phase, BEAT_TICKS - phase)

    def pulse(self, session: Session) -> float:
        """1 on the beat, 0 between two."""
        return 1 - self.off_beat(session) / (BEAT_TICKS / 2)

    def stars(self) -> int:
        """How many of those beside the way she has stood on."""
        return sum(n.is_gold and n.lit > 0 for n in self.nodes)

    # ---- a tick

    def stands_by(self, session: Session) -> None:
        """It gets light, whoever talks."""
        self._air()

    def tick(self, session: Session) -> None:
        self._air()
        if self.left:
            self.left += 1
            return
        if not self.at:
            self._stand(session)
        if self.hop:
            self._fly(session)
            return
        node = self.node(self.at)
        if node is None:
            return
        if node.is_isle and not self.holds_her:
            self._on_isle(session, node)
        else:
            self._on_star(session, node)
        if session.tick - self.last_hop > 2 * BEAT_TICKS:
            self.streak = 0

    def _air(self) -> None:
        for light in self.flown:
            light.ticks = min(light.ticks + 1, FLIGHT_TICKS)
        self.dawn += max(-DAWN_STEP, min(DAWN_STEP, self.dawn_goal - self.dawn))
        self.gloom += max(-1 / 60, min(1 / 60, self.gloom_goal - self.gloom))

    def _stand(self, session: Session) -> None:
        place = session.place
        here = min(self.nodes, key=lambda n: (n.box.distance(place.x, place.y), n.name))
        self.at = here.name
        here.lit = here.lit or session.tick
        if here.is_isle:
            self.legs = max(self.legs, 1)

    def _lean(self, session: Session) -> Vec | None:
        intent = session.intent
        tilt = math.hypot(intent.x, intent.y) / STICK
        if tilt < TILT:
            return None
        return Vec(intent.x / STICK / tilt, intent.y / STICK / tilt)

    def _on_isle(self, session: Session, isle: Node) -> None:
        place = session.place
        way = self._lean(session) if session.is_free else None
        rim = isle.box
        is_near = way is not None and (
            (way.x > 0.4 and rim.right - place.x < EDGE_PX)
            or (way.x < -0.4 and place.x - rim.x < EDGE_PX)
            or (way.y > 0.4 and rim.bottom - place.y < EDGE_PX)
            or (way.y < -0.4 and place.y - rim.y < EDGE_PX)
        )
        if way is None or not is_near:
            self.leant, self.waits = False, 0
            return
        if self.open_end and way.x > 0.4 and rim.right - place.x < EDGE_PX and isle.name == "isle_4":
            self._wants(session, None, way)
            return
        goal = self._toward(Vec(place.x, place.y), way)
        if goal is not None:
            self._wants(session, goal, way)

    def _on_star(self, session: Session, star: Node) -> None:
        self.holds_her = True
        place = session.place
        walker = session.world.get(session.hero, Walker)
        walker.wish_x = walker.wish_y = 0.0
        middle = star.box.middle
        if abs(place.x - middle.x) + abs(place.y - middle.y) > 0.5:
            session.space.move(session.hero, middle.x, middle.y)
        way = self._lean(session) if session.locks == 0 else None
        if way is None:
            self.leant, self.waits = False, 0
            return
        place.facing = Facing.of(way.x, way.y)
        goal = self._toward(middle, way)
        if goal is not None:
            self._wants(session, goal, way)

    def _toward(self, start: Vec, way: Vec) -> Node | None:
        """The star (or the island) that lies there and is awake."""
        best: tuple[float, str] | None = None
        for node in self.nodes:
            if node.name == self.at or node.leg > self.legs or (node.is_gold and not self.awake and not node.lit):
                continue
            d = node.landing(start) - start
            far = d.length
            if not 8 < far <= REACH_PX:
                continue
            like = (d.x * way.x + d.y * way.y) / far
            if like < LIKE:
                continue
            key = (like - far / 500, node.name)
            if best is None or key > best:
                best = key
        return self.node(best[1]) if best else None

    def _wants(self, session: Session, goal: Node | None, way: Vec) -> None:
        """She leans that way: at once if it is the beat, else on the next."""
        wide = round(
            WINDOW_TICKS * session.rules.show_window * (1.4 if session.rules.difficulty == "storybook" else 1.0)
        )
        off = self.off_beat(session)
        is_fresh = not self.leant
        self.leant = True
        if is_fresh and off <= wide:
            self.streak += 1
            self._go(session, goal, way)
        elif (session.tick - self.cued) % BEAT_TICKS == 0 and self.waits > 4:
            self.streak = self.streak + 1 if session.rules.auto_brace else 0
            self._go(session, goal, way)
        else:
            self.waits += 1

    def _go(self, session: Session, goal: Node | None, way: Vec) -> None:
        place = session.place
        here = Vec(place.x, place.y)
        to = goal.landing(here) if goal else here + Vec(84.0, 0.0)
        self.best = max(self.best, self.streak)
        if self.streak >= WAKES_AT and not self.awake:
            self.awake = True
            session.news.tell(Heard("chime_small", place.x, place.y, 0.8))
        self.goal = goal.name if goal else "morning"
        self.hop, self.waits = 1, 0
        self.last_hop = session.tick
        self.from_x, self.from_y, self.to_x, self.to_y = here.x, here.y, to.x, to.y
        self.holds_her = True
        self.steps += 1
        walker = session.world.get(session.hero, Walker)
        walker.wish_x = walker.wish_y = 0.0
        session.space.haunt(session.hero, True)
        place.facing = Facing.of(to.x - here.x, to.y - here.y)
        look = session.world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.mood = "hop", 0, True, "held"

    def _fly(self, session: Session) -> None:
        place = session.place
        self.hop += 1
        k = min(self.hop / HOP_TICKS, 1.0)
        ease = k * k * (3 - 2 * k)
        x = self.from_x + (self.to_x - self.from_x) * ease
        y = self.from_y + (self.to_y - self.from_y) * ease
        session.space.move(session.hero, x, y)
        place.lift = HOP_PX * 4 * k * (1 - k)
        if k >= 1:
            self._land(session)

    def _land(self, session: Session) -> None:
        place = session.place
        place.lift = 0.0
        self.hop = 0
        look = session.world.get(session.hero, Look)
        look.anim, look.is_once, look.mood = "idle", False, ""
        if self.goal == "morning":
            self.left = 1
            return
        session.space.haunt(session.hero, False)
        node = self.node(self.goal)
        assert node is not None
        self.trail.append(f"{self.at}>{node.name}")
        self.at, self.goal = node.name, ""
        self.holds_her = not node.is_isle
        note = NOTES[min(self.streak, len(NOTES) - 1)] if self.streak else NOTES[self.steps % 3]
        session.news.tell(Heard(f"heel_note_{note}", place.x, place.y, 0.55))
        if not node.lit:
            node.lit = session.tick
            if node.is_gold:
                session.news.tell(Heard("chime_small", place.x, place.y))
                session.story.set(f"star_{node.name.removeprefix('gold_')}")
