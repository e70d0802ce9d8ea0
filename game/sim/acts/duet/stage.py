"""The stage with a board chalked on it, and the time between two boards, when she may look round."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box, Facing, Vec
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK, Board, State
from game.sim.acts.duet.boards import BOARDS, SCENERY
from game.sim.acts.theatre.house import House
from game.sim.parts import Furniture, Look, Place, Solid, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

DUO = ("other_spink", "other_forcible")
FOOT_X, FOOT_Y = 16.0, 23.0
"""px from a tile's corner to where one stands on it."""
WARM_TILES = 5.0
"""From so many tiles off a mark begins to warm to whom it is for."""
CALL_PX = 13.0
"""So near where she begins the board begins."""


@dataclass
class Boards(House):
    """The stage with a board chalked on it: ``number`` of the board (0 teaches), ``souls`` taken already.

    ``now`` and ``last`` the three's cells after and before the step under way.
    """

    number: int = 0
    souls: int = 0
    now: State = ((0, 0), (0, 0), (0, 0))
    last: State = ((0, 0), (0, 0), (0, 0))
    scenery: list[int] = field(default_factory=list)
    """The things that stand in the way, as entities."""
    curtain: float = 0.0
    curtain_goal: float = 0.0
    dusk: float = 0.6
    dusk_goal: float = 0.6

    @property
    def board(self) -> Board:
        return BOARDS[self.number].board

    @property
    def par(self) -> int:
        """The fewest steps it can be done in."""
        return BOARDS[self.number].par

    @property
    def corner(self) -> Vec:
        """The board's top left on the map, px."""
        x, y = BOARDS[self.number].tile
        return Vec(x * TILE, y * TILE)

    def foot(self, cell: tuple[float, float]) -> Vec:
        """Where somebody on a cell has their feet, px."""
        return Vec(self.corner.x + cell[0] * TILE + FOOT_X, self.corner.y + cell[1] * TILE + FOOT_Y)

    def warmth(self, who: int) -> float:
        """0..1 how near a performer is to the mark that is theirs; 1 on it."""
        mark = self.board.marks[who - SPINK]
        off = abs(self.now[who][0] - mark[0]) + abs(self.now[who][1] - mark[1])
        return max(1 - off / WARM_TILES, 0.0)

    def set_scene(self, session: Session) -> None:
        """Puts what is in the way on its tiles."""
        for i, cell in enumerate(
            sorted(self.board.walls, key=lambda c: (c[1], abs(2 * c[0] - self.board.width + 1), c))
        ):
            name, w, h = SCENERY[i // 2 % len(SCENERY)]
            foot = self.foot(cell)
            stands = Solid((Box(foot.x - 13, foot.y - 12, 26, 16),))
            box = Box(foot.x - w / 2, foot.y + 6 - h, w, h)
            self.scenery.append(session.bear(session.world.born(Furniture(0, name, box, foot.y + 2), stands)))

    def strike(self, session: Session) -> None:
        """Carries it off again."""
        for entity in self.scenery:
            session.bury(entity)
        self.scenery = []

    def hand_over(self, to: Boards) -> None:
        """The scene stays as it is for another act on the same board."""
        to.scenery, self.scenery = self.scenery, []
        to.curtain, to.dusk = self.curtain, self.dusk

    def _glide(self, session: Session, who: int, part: float, rests: str = "idle") -> None:
        """A performer is drawn to where they belong, by what hangs from above."""
        entity = session.find(DUO[who - SPINK])
        if not entity:
            return
        place, goal = session.world.get(entity, Place), self.foot(self.now[who])
        x, y = place.x + (goal.x - place.x) * part, place.y + (goal.y - place.y) * part
        is_near = math.hypot(goal.x - x, goal.y - y) < 2
        self._stand(session, entity, x, y, rests if is_near else "walk")
        place.facing = Facing.DOWN if is_near else Facing.of(goal.x - x, goal.y - y, place.facing)

    @staticmethod
    def _stand(session: Session, entity: int, x: float, y: float, anim: str, lift: float = 0.0) -> None:
        world = session.world
        place, walker, look = world.get(entity, Place), world.get(entity, Walker), world.get(entity, Look)
        walker.wish_x = walker.wish_y = 0.0
        place.x, place.y, place.lift = x, y, lift
        session.space.move(entity, x, y)
        look.mood, look.is_once = "held", False
        if look.anim != anim:
            look.anim, look.ticks = anim, 0


@dataclass
class Interval(Boards):
    """A board is set, and the two hang over their places. ``is_called`` as soon as she stands where she begins."""

    is_called: bool = False
    is_waiting: bool = True
    """False: the beat has something to say first."""
    has_left: bool = False
    """She has just stepped down here: she must go away before she is called again."""
    stares: bool = False
    """The whole house has turned round."""

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            self.now = self.last = self.board.start
            if not self.scenery:
                self.set_scene(session)
            for name in DUO:
                if session.find(name):
                    session.space.haunt(session.find(name), True)
        self.tally_ticks += 1
        self.breathe()
        for who in (SPINK, FORCIBLE):
            self._glide(session, who, 0.06, "slump")
        goal, place = self.foot(self.now[HER]), session.place
        far = math.hypot(goal.x - place.x, goal.y - place.y)
        self.has_left = self.has_left and far < 2.5 * CALL_PX
        if self.is_waiting and session.is_free and far < CALL_PX and not self.has_left:
            self.is_called = True
