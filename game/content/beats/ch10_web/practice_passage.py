"""The long passage and the web below her room for practice: all of it without what is told before, or one attack over and over."""

from __future__ import annotations

from game.content.beats.ch10_web import beldam_chase, globe_taken
from game.content.foes.beldam import make_beldam
from game.core.geometry import TILE, Facing, Vec
from game.sim.acts import Chase, Climb
from game.sim.acts.chase import ATTACKS
from game.sim.acts.climb import ATTACKS as CLIMB_ATTACKS
from game.sim.session import Session

BEAT, SPAWN, FLAGS = beldam_chase.BEAT, beldam_chase.SPAWNS[0], (beldam_chase.OPENED,)
CLIMB_BEAT, CLIMB_SPAWN = globe_taken.BEAT, "cp_bowl"
CLIMB_FLAGS = (globe_taken.OPENED, globe_taken.HAS, globe_taken.FELL)
ATTACK_NAMES, CLIMB_NAMES = tuple(ATTACKS), tuple(CLIMB_ATTACKS)
AT_HEEL_TILES = 1.45
BEFORE_NEEDLES_PX = 260.0
NEAR_PX = 120.0


def begin(session: Session, attack: str) -> None:
    """Into a session at the start of beldam_chase: all three stretches (""), or one attack."""
    if not attack:
        session.begin(BEAT)
        return
    act = Chase.of(session, 0)
    kept = [o for o in act.obstacles if attack == "needles" and o.kind == "needle"]
    x = kept[0].box.x - BEFORE_NEEDLES_PX if kept else act.start_x + 6 * TILE
    _put(session, Vec(x, (act.top + act.low) / 2), Facing.RIGHT)
    act.obstacles, act.phase = kept, "runs"
    if attack == "lunge":
        act.leash_tiles = AT_HEEL_TILES
    act.her_x = x - (AT_HEEL_TILES if attack == "lunge" else 6.0) * TILE
    make_beldam(session, Vec(act.her_x, act.her_y), "run")
    session.act = act


def begin_climb(session: Session, attack: str) -> None:
    """Into a session at the start of globe_taken: the climb (""), or her ears alone, quite near."""
    if not attack:
        session.begin(CLIMB_BEAT)
        return
    act = Climb.of(session, 0)
    at = session.room.spawns[CLIMB_SPAWN].at
    _put(session, at, Facing.UP)
    act.blind.x, act.blind.y, act.blind.state = at.x - NEAR_PX, at.y - NEAR_PX * 0.5, "hush"
    make_beldam(session, Vec(act.blind.x, act.blind.y), "listen")
    session.act = act


def _put(session: Session, at: Vec, facing: Facing) -> None:
    place = session.place
    session.space.move(session.hero, at.x, at.y)
    place.x = place.was_x = at.x
    place.y = place.was_y = at.y
    place.facing = facing
