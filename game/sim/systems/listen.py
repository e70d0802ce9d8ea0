"""listen: who sleeps hears boards, running feet and things that are pushed, stirs, wakes, and drops off again in the quiet.

Sound goes the way one would walk: through doorways, not through walls. A Din drowns everything while it lasts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Vec
from game.core.route import Cell, route
from game.sim.happenings import Banged, Bumped, Creaked, Heard, Noticed, Stepped
from game.sim.parts import Din, Person, Place, Sleeper
from game.sim.systems.will import NOISE

if TYPE_CHECKING:
    from game.sim.session import Session

FAR_PX = 1150.0
"""The way from which a board, or somebody who runs, is still heard in a house at night."""
FADES_TICKS = {"storybook": 240, "brave": 360, "beldam": 480}
"""Quiet after which one ear shuts again."""
DEEP, DEAF_TO_SOFT = 2, 3
"""Woken so often a sleeper hears runs as one ear and drops off twice as fast; so often, it sleeps through soft boards."""
WALKED_EARS = 2
"""Walking alone never wakes: it opens so many ears at most."""
WALKED_BUSY_TICKS = 110
BUSY_TICKS = 45
"""A sleeper minds a noise for so long before it can mind another of the same kind."""
HUSHED = {"carpet": 0.5, "soft": 0.5}
"""What is left of a step on such a floor."""
SHUT_PX = 80.0
"""A way that ends further than this from a bed ends at a shut door."""
AWAKE = 3
SOUNDS = ("", "bed_spring", "cough", "light_click")
"""What is heard of a sleeper at its first, second and third ear."""


def listen(session: Session) -> None:
    sleepers = session.world.each(Place, Sleeper)
    if not sleepers:
        return
    is_drowned = False
    for _, din in session.world.each(Din):
        is_drowned = is_drowned or din.ticks > 0
        din.ticks = max(din.ticks - 1, 0)
    noises = [] if is_drowned else _noises(session)
    loud_only = [] if is_drowned else _noises(session, soft_boards=False)
    steps = [] if is_drowned else [(Vec(s.x, s.y), FAR_PX, 1, False) for s in session.news.of(Stepped)]
    for entity, place, sleeper in sleepers:
        person = session.world.find(entity, Person)
        if person is not None:
            person.idle = _pose(sleeper)
        if not session.is_free:
            continue
        sleeper.busy_ticks = max(sleeper.busy_ticks - 1, 0)
        sleeper.quiet_ticks += 1
        heard = noises if sleeper.depth < DEAF_TO_SOFT else loud_only
        for at, reach, ears, always in (*heard, *(steps if sleeper.is_alert else ())):
            if (always or not sleeper.busy_ticks) and _is_near(
                session, at, Vec(place.x, place.y), reach - sleeper.beyond
            ):
                _hears(session, place, sleeper, 1 if sleeper.depth >= DEEP else ears)
        if not is_drowned:
            _past_the_door(session, place, sleeper)
        if sleeper.ears and sleeper.quiet_ticks >= fades_ticks(session, sleeper):
            sleeper.ears -= 1
            sleeper.quiet_ticks = 0
            session.news.tell(Noticed(sleeper.ears, False, place.x, place.y))


def fades_ticks(session: Session, sleeper: Sleeper) -> int:
    """Ticks of quiet after which it shuts an ear."""
    return FADES_TICKS[session.rules.difficulty] // (2 if sleeper.depth >= DEEP else 1)


def _past_the_door(session: Session, place: Place, sleeper: Sleeper) -> None:
    """Steps on the other side of it: a walk stirs, and never wakes; going softly is not heard at all."""
    if sleeper.door is None or sleeper.busy_ticks or sleeper.ears >= WALKED_EARS:
        return
    for step in session.news.of(Stepped):
        loud = step.noise * HUSHED.get(step.surface, 1.0)
        if NOISE["sneak"] < loud < NOISE["run"] and (Vec(step.x, step.y) - sleeper.door).length <= loud:
            _hears(session, place, sleeper, 1)
            sleeper.busy_ticks = WALKED_BUSY_TICKS
            return


def _pose(sleeper: Sleeper) -> str:
    """Sleeping; up, and busy with eyes shut; up."""
    if sleeper.is_alert and sleeper.stirs_at == 1:
        return "sit_up"
    if sleeper.ears < sleeper.stirs_at:
        return "sleep"
    return "sit_up_type" if sleeper.ears == sleeper.stirs_at < AWAKE else "sit_up"


def _noises(session: Session, soft_boards: bool = True) -> list[tuple[Vec, float, int, bool]]:
    """What was to be heard in this tick: where, how far, how many ears it opens, whether even one who minds another hears it."""
    found: list[tuple[Vec, float, int, bool]] = []
    for board in session.news.of(Creaked):
        if soft_boards or session.room.surfaces[board.board].creaks != "soft":
            found.append((Vec(board.x, board.y), FAR_PX, 1, True))
    for step in session.news.of(Stepped):
        loud = step.noise * HUSHED.get(step.surface, 1.0)
        if loud >= NOISE["run"]:
            found.append((Vec(step.x, step.y), FAR_PX, 2, False))
        elif loud > NOISE["sneak"]:
            found.append((Vec(step.x, step.y), loud, 1, False))
    for bang in session.news.of(Banged):
        found.append((Vec(bang.x, bang.y), FAR_PX, 2, True))
    for bump in session.news.of(Bumped):
        found.append((Vec(bump.x, bump.y), FAR_PX, 1, False))
    return found


def _hears(session: Session, place: Place, sleeper: Sleeper, ears: int) -> None:
    if sleeper.ears >= AWAKE:
        return
    sleeper.ears = min(sleeper.ears + ears, AWAKE)
    sleeper.quiet_ticks = 0
    sleeper.busy_ticks = BUSY_TICKS
    session.news.tell(Noticed(sleeper.ears, True, place.x, place.y))
    if sleeper.stirs_at == 1:  # of two in a bed one is heard
        session.news.tell(Heard(SOUNDS[sleeper.ears], place.x, place.y, 0.8))


def _is_near(session: Session, at: Vec, bed: Vec, reach: float) -> bool:
    """Whether a sound from ``at`` comes as far as ``bed``: by the way, not by the crow."""
    if (at - bed).length > reach:
        return False

    def is_open(c: Cell) -> bool:
        return session.space.is_free((c[0] + 0.5) * TILE, (c[1] + 0.5) * TILE, 5.0, walls_only=True)

    first, last = (int(at.x // TILE), int(at.y // TILE)), (int(bed.x // TILE), int(bed.y // TILE))
    cells = route(first, last, is_open, 1500)
    way = sum((Vec(*a) - Vec(*b)).length * TILE for a, b in pairwise(cells))
    end = Vec((cells[-1][0] + 0.5) * TILE, (cells[-1][1] + 0.5) * TILE)
    rest = (end - bed).length
    return rest < SHUT_PX and way + rest <= reach
