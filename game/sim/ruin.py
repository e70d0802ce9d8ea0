"""Ruin: what is left of a map that comes apart. One integrity a tile; collision, things, lights, map page, looks read it.

Tiled says what falls and when (Crumble polygons, Paths called runout_HUNT); the story's flags and clocks say how far it has
got. So nothing of it is saved: a map that is loaded, or entered again, is as far gone as it was.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.clock import TICKS_A_SECOND
from game.core.geometry import TILE, Vec
from game.sim.room import Path, Room, Thing
from game.sim.story import ANY_ORDER

if TYPE_CHECKING:
    from game.sim.parts import Rules
    from game.sim.story import Story

HUNTS = ("house", "theatre", "circus")
PACE = {"storybook": 1.6, "brave": 1.3, "beldam": 1.15}
"""How many times longer than a clean run a tile's time is."""
PACE_A_FALL, MOST_FALLS = 0.15, 3
"""What each fall adds to that, up to so many falls."""
LEAD_S = 3.0
"""The first tile falls so long after the run-out began."""
LOOSE_TICKS = 60
"""So long a tile shakes before it falls."""
FALL_TICKS = 44
STANDS, HOLDS = 1.0, 0.85
"""Integrity of a whole tile, and the one below which nobody can stand on it."""
NEAR_TILES = 1.6
"""A route that passes a tile at most so far away is what its time goes by."""
AWAY_S_A_TILE = 0.35
"""Tiles off the route fall so much earlier for every tile of distance."""
RUNNER_PX_S = 140.0
SPREAD_TILES_S = 5.0
"""A stage that belongs to no hunt spreads so many tiles a second."""
GONE_LONG_AGO = 10**9


@dataclass(frozen=True)
class Decay:
    """What makes tiles of one map fall: a hunt's run-out, or the n-th soul ("stage_n"). Seconds for every tile; gaps at 0."""

    name: str
    seconds: Mapping[int, float]
    gaps: frozenset[int]
    is_hunt: bool


@dataclass
class Fall:
    """A decay under way: ``at`` the tick of its clock at which each tile goes, ``order`` those tiles, soonest first."""

    decay: Decay
    at: dict[int, int]
    order: tuple[int, ...]
    clock: int = -1
    """Ticks since it began; -1 = it has not."""
    done: int = 0
    """How many of ``order`` have gone."""
    told: int = 0
    """How many of ``order`` have been heard to come loose."""


@dataclass
class Ruin:
    """The state of one room. ``gone`` tiles by number (row * width + column)."""

    width: int
    height: int
    falls: list[Fall] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    """Only ever asked whether it holds one."""

    def tile_at(self, x: float, y: float) -> int:
        """The number of the tile under a point, -1 outside the map."""
        column, row = int(x // TILE), int(y // TILE)
        return row * self.width + column if 0 <= column < self.width and 0 <= row < self.height else -1

    def is_gone(self, x: float, y: float) -> bool:
        return self.tile_at(x, y) in self.gone

    def is_sound(self, x: float, y: float, ahead_ticks: int = LOOSE_TICKS) -> bool:
        """Whether the floor there stands, and will for a while."""
        tile = self.tile_at(x, y)
        return tile not in self.gone and self.ticks_left(tile) > ahead_ticks

    def ticks_left(self, tile: int) -> int:
        """Until a tile falls, by the clocks that run; negative = it has fallen so long ago."""
        return min((f.at[tile] - f.clock for f in self.falls if f.clock >= 0 and tile in f.at), default=GONE_LONG_AGO)

    def integrity(self, tile: int) -> float:
        """1 stands, 1..0.85 shakes, 0.85..0 falls, 0 is gone."""
        left = self.ticks_left(tile)
        if left >= LOOSE_TICKS:
            return STANDS
        if left > 0:
            return HOLDS + (STANDS - HOLDS) * left / LOOSE_TICKS
        return max(HOLDS * (1 + left / FALL_TICKS), 0.0)

    def integrity_at(self, x: float, y: float) -> float:
        return self.integrity(self.tile_at(x, y))


def souls(story: Story) -> int:
    """How many souls have been found: 0..3. What is hard gets harder by it."""
    return sum(beat in story.done for beat in ANY_ORDER)


def running_out(story: Story) -> str:
    """The hunt whose run-out is under way, "" for none."""
    return next((h for h in HUNTS if f"runout_{h}" in story.flags), "")


def pace(story: Story, rules: Rules, hunt: str) -> float:
    """How many times the clean time a tile of that run-out stands."""
    falls = min(story.counts.get(f"runout.{hunt}.falls", 0), MOST_FALLS)
    return PACE[rules.difficulty] + PACE_A_FALL * falls + 0.3 * (rules.windup - 1)


def clock_of(story: Story, decay: str) -> int:
    """Ticks since a hunt's run-out, or a stage, began; -1 when it has not."""
    if decay in HUNTS:
        if f"soul_{decay}" in story.done:
            return GONE_LONG_AGO
        return story.counts.get(f"runout.{decay}", 0) if f"runout_{decay}" in story.flags else -1
    began = story.counts.get(f"{decay}.at")
    return -1 if began is None else story.counts.get("ticks", 0) - began


def decays_of(room: Room) -> tuple[Decay, ...]:
    """All that can make tiles of this room fall, as its map says."""
    seconds: dict[str, dict[int, float]] = {}
    gaps: dict[str, set[int]] = {}
    for thing in room.things:
        if thing.kind != "Crumble":
            continue
        hunt = thing.text("hunt")
        name = hunt or f"stage_{int(thing.number('stage', 1))}"
        tiles = _tiles_in(thing, room)
        ways = _ways(room, hunt) if hunt else ()
        if thing.flag("gap"):
            gaps.setdefault(name, set()).update(tiles)
        times = _along(ways, tiles, room.width) if ways else _spread(tiles, room.width, _heart(room))
        into = seconds.setdefault(name, {})
        for tile, s in times.items():
            into[tile] = min(max(s + thing.number("delay"), 0.0), into.get(tile, math.inf))
    return tuple(Decay(n, s, frozenset(gaps.get(n, ())), n in HUNTS) for n, s in seconds.items())


def ruin_of(room: Room, story: Story, rules: Rules, decays: tuple[Decay, ...] | None = None) -> Ruin:
    """The room as it stands by the story's flags and clocks."""
    ruin = Ruin(room.width, room.height)
    for decay in decays_of(room) if decays is None else decays:
        if decay.is_hunt:
            k = pace(story, rules, decay.name)
            at = {t: round((LEAD_S + k * s) * TICKS_A_SECOND) for t, s in decay.seconds.items()}
        else:
            at = {t: round((1.0 + s) * TICKS_A_SECOND) for t, s in decay.seconds.items()}
        at.update(dict.fromkeys(sorted(decay.gaps), 1))
        fall = Fall(decay, at, tuple(sorted(at, key=lambda t, a=at: (a[t], t))))  # type: ignore[misc]
        ruin.falls.append(fall)
        fall.clock = clock_of(story, decay.name)
        while fall.done < len(fall.order) and at[fall.order[fall.done]] <= fall.clock:
            ruin.gone.add(fall.order[fall.done])
            fall.done += 1
        fall.told = fall.done
    return ruin


def fall_tick(ruin: Ruin, hunt: str, x: float, y: float) -> int:
    """When, by the run-out's clock, the floor at a point goes; far away for one that stays."""
    tile = ruin.tile_at(x, y)
    return next((f.at.get(tile, GONE_LONG_AGO) for f in ruin.falls if f.decay.name == hunt), GONE_LONG_AGO)


# ---- from the map


def _tiles_in(thing: Thing, room: Room) -> list[int]:
    """The tiles whose middle lies in the polygon (or the box, where there are no points)."""
    box, out = thing.box, []
    for row in range(max(int(box.y // TILE), 0), min(math.ceil(box.bottom / TILE), room.height)):
        for column in range(max(int(box.x // TILE), 0), min(math.ceil(box.right / TILE), room.width)):
            x, y = (column + 0.5) * TILE, (row + 0.5) * TILE
            if box.holds(x, y) if len(thing.points) < 3 else _is_inside(thing.points, x, y):
                out.append(row * room.width + column)
    return out


def _is_inside(points: tuple[Vec, ...], x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    for a, b in zip(points, (*points[1:], points[0])):
        if (a.y > y) != (b.y > y) and x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x):
            inside = not inside
    return inside


def _ways(room: Room, hunt: str) -> tuple[Path, ...]:
    """The route of a run-out through this map: runout_HUNT, and where it comes back to the map runout_HUNT_2 and so on."""
    name = f"runout_{hunt}"
    return tuple(p for n, p in room.paths.items() if n == name or n.startswith(f"{name}_"))


def _along(ways: tuple[Path, ...], tiles: list[int], width: int) -> dict[int, float]:
    """Seconds of a clean run at which the route passes a tile for the last time; off the route earlier."""
    samples: list[tuple[float, float, float]] = []
    for path in ways:
        s, speed = path.offset, path.speed if path.speed > 60.0 else RUNNER_PX_S
        for a, b in zip(path.points, path.points[1:]):
            long = (b - a).length
            for i in range(max(int(long / 16), 1)):
                k = i / max(int(long / 16), 1)
                samples.append((a.x + (b.x - a.x) * k, a.y + (b.y - a.y) * k, s + long * k / speed))
            s += long / speed
        samples.append((path.points[-1].x, path.points[-1].y, s))
    out = {}
    for tile in tiles:
        x, y = (tile % width + 0.5) * TILE, (tile // width + 0.5) * TILE
        best, best_d, last = 0.0, math.inf, -1.0
        for px, py, t in samples:
            d = math.hypot(px - x, py - y) / TILE
            if d < best_d:
                best, best_d = t, d
            if d <= NEAR_TILES:
                last = max(last, t)
        out[tile] = last if last >= 0 else max(best - AWAY_S_A_TILE * best_d, 0.0)
    return out


def _spread(tiles: list[int], width: int, heart: Vec) -> dict[int, float]:
    """Seconds for a region that falls by itself: what lies farthest from the heart of the map goes first."""
    far = {t: math.hypot((t % width + 0.5) * TILE - heart.x, (t // width + 0.5) * TILE - heart.y) / TILE for t in tiles}
    most = max(far.values(), default=0.0)
    return {t: (most - d) / SPREAD_TILES_S for t, d in far.items()}


def _heart(room: Room) -> Vec:
    """Where a map holds longest: at its Spot "heart", else where one comes in."""
    spot = room.spots.get("heart")
    if spot is not None:
        return spot.box.middle
    return room.spawns[room.first_spawn].at if room.first_spawn else Vec(room.size.x / 2, room.size.y / 2)
