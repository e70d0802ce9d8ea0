"""Nobody can be stuck: a proof over (room, flags, pockets). From wherever the doors let her wander, the story goes on.

States are made by the story itself (every beat's start, every set of souls found); floors and doors are read from the maps as
they stand then, what has crumbled taken away. A node is a way into a map; an edge a door she can walk to that is open.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import combinations, permutations

import pytest

from game.content.reach import Floor
from game.content.spawn import map_name
from game.content.start import STARTS, make_content, new_session, playable_beats
from game.core.geometry import TILE, Box, Vec
from game.sim.parts import DoorWay
from game.sim.room import Room
from game.sim.ruin import Ruin, ruin_of
from game.sim.session import Session
from game.sim.story import ANY_ORDER, BEAT
from game.sim.systems.ruin import is_lost

CONTENT = make_content()
FEET_PX, HANDS_PX = 2.0, 34.0
Node = tuple[str, str]


@dataclass
class Ground:
    """What can be walked to from one way into a map."""

    room: Room
    floor: Floor
    ruin: Ruin

    def reaches(self, box: Box, px: float) -> bool:
        return self.floor.is_near(box, px)


class Wander:
    """All ways into maps that she can come to from where a session stands, by open doors over floor that is there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.edges: dict[Node, set[Node]] = {}
        self.grounds: dict[Node, Ground] = {}
        self.start: Node = (session.room.name, "")
        waiting = deque([self.start])
        while waiting:
            node = waiting.popleft()
            if node in self.edges:
                continue
            self.edges[node] = set()
            for door in self._open_doors(node):
                self.edges[node].add(door)
                waiting.append(door)

    def _ground(self, node: Node) -> Ground:
        session, (name, spawn) = self.session, node
        room = CONTENT.load_room(name)
        ruin = ruin_of(room, session.story, session.rules)
        boxes = list(room.walls)
        boxes += [Box(t % room.width * TILE, t // room.width * TILE, TILE, TILE) for t in ruin.gone]
        for thing in room.things:
            if thing.kind in ("Prop", "Hide", "Solid") and session.story.holds(thing.text("if_flag")):
                if thing.kind == "Solid" and thing.text("if_flag"):
                    boxes.append(thing.box)
                elif thing.flag("solid", True) and not thing.flag("hangs"):
                    boxes += thing.solids
        floor = Floor(room.size, boxes, room.slopes)
        at = room.spawns[spawn].at if spawn else session.place
        floor.flood(Vec(at.x, at.y))
        ground = self.grounds[node] = Ground(room, floor, ruin)
        return ground

    def _open_doors(self, node: Node) -> list[Node]:
        session, ground = self.session, self._ground(node)
        out = []
        for thing in ground.room.things:
            holds = session.story.holds
            if thing.kind != "Door" or not holds(thing.text("if_flag")) or not holds(thing.text("needs")):
                continue
            goal = (map_name(ground.room, thing.text("target_map")), thing.text("target_spawn"))
            middle = thing.box.middle
            if ground.ruin.is_gone(middle.x, middle.y) or (goal[0].startswith("other/") and is_lost(session, *goal)):
                continue
            if ground.reaches(thing.box, FEET_PX):
                out.append(goal)
        return out

    def stuck(self, beat: str) -> list[Node]:
        """Ways in from which the place where a beat begins cannot be come to."""
        good = {node for node, ground in self.grounds.items() if self._begins_here(beat, ground)}
        backwards: dict[Node, set[Node]] = {}
        for node, goals in self.edges.items():
            for goal in goals:
                backwards.setdefault(goal, set()).add(node)
        waiting = deque(good)
        while waiting:
            for before in backwards.get(waiting.popleft(), ()):
                if before not in good:
                    good.add(before)
                    waiting.append(before)
        return sorted(set(self.edges) - good)

    def _begins_here(self, beat: str, ground: Ground) -> bool:
        """By a trigger or a thing of the map; a beat that has none of these begins by her being there."""
        marks = [
            t
            for t in ground.room.things
            if beat in (t.text("beat"), t.text("interact")) and self.session.story.holds(t.text("if_flag"))
        ]
        if marks:
            return any(ground.reaches(t.box, HANDS_PX) for t in marks)
        start = STARTS[beat]
        maps = {start.map, BEAT[beat].map}
        return ground.room.name in maps and not any(
            beat in (t.text("beat"), t.text("interact")) for t in ground.room.things
        )


BY_NIGHT_ONLY = {"mouse_guide", "portal", "woke_home", "still_there", "door_closed"}
"""These hold her where they play: a bed, a passage, a window that leads back in, a door that will not shut."""


@pytest.mark.parametrize("beat", [b for b in playable_beats() if b not in ANY_ORDER and b not in BY_NIGHT_ONLY])
def test_wherever_she_wanders_the_next_beat_can_be_come_to(beat):
    session = new_session(beat=beat, content=CONTENT)
    if session.story.has_begun(beat):
        return  # it has taken her by the hand already: the bot's business
    wander = Wander(session)
    assert wander.stuck(beat) == []


SETS = [set(found) for n in range(3) for found in combinations(ANY_ORDER, n)]


@pytest.mark.skipif("soul_house" not in playable_beats(), reason="the hunts are not written")
@pytest.mark.parametrize("found", SETS, ids=lambda found: "+".join(sorted(found)) or "none")
@pytest.mark.parametrize("start", ["living", "porch"])
def test_whatever_souls_are_found_the_others_can_be_found_too(found, start):
    left = [b for b in ANY_ORDER if b not in found]
    at = ("other/flat_down", "") if start == "living" else ("other/grounds", "from_flat_down")
    session = new_session(*at, beat=left[0], flags=sorted(found), content=CONTENT)
    wander = Wander(session)
    for beat in left:
        assert wander.stuck(beat) == [], f"{beat} with {sorted(found)} found"


@pytest.mark.skipif("only_living_room" not in playable_beats(), reason="the end of chapter 9 is not written")
def test_after_three_souls_every_way_leads_to_the_living_room():
    session = new_session(beat="only_living_room", content=CONTENT)
    wander = Wander(session)
    assert wander.stuck("only_living_room") == []


@pytest.mark.skipif("only_living_room" not in playable_beats(), reason="the end of chapter 9 is not written")
@pytest.mark.parametrize("order", list(permutations(ANY_ORDER)))
def test_with_every_soul_fewer_rooms_can_be_walked(order):
    before: set[tuple[str, int, int]] | None = None
    for n in range(len(order) + 1):
        beat = order[n] if n < 3 else "only_living_room"
        session = new_session("other/flat_down", "", beat, sorted(order[:n]), content=CONTENT)
        floor = {
            (name, x, y)
            for (name, _), ground in Wander(session).grounds.items()
            for y, row in enumerate(ground.floor.reached)
            for x, on in enumerate(row)
            if on
        }
        assert floor, f"nowhere to stand after {order[:n]}"
        assert before is None or floor < before, f"nothing was lost with {order[n - 1]}"
        before = floor
    assert {name for name, _, _ in before or ()} == {"other/flat_down"}


def test_doors_are_doors():
    """The proof reads the same doors as the game makes."""
    session = new_session("other/flat_down", content=CONTENT)
    made = len(session.world.each(DoorWay))
    drawn = [t for t in session.room.things if t.kind == "Door" and session.story.holds(t.text("if_flag"))]
    assert made == len(drawn)
