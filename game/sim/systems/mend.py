"""mend: what was done to her runs its course: grace, falling into white, being carried back, the picture that closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.harm import console, sew
from game.sim.parts import Harm, Look, Walker
from game.sim.ruin import running_out

if TYPE_CHECKING:
    from game.sim.session import Session

TUMBLE_TICKS = 42
CLOSE_TICKS = 52
"""The last stitch goes in and the picture closes like an eye; then she stands at the checkpoint."""
SEIZE_TICKS, SEIZED_AT = 34, 16
"""How long being carried back takes, and the tick of it at which she is elsewhere."""


def mend(session: Session) -> None:
    harm = session.world.get(session.hero, Harm)
    harm.grace = max(harm.grace - 1, 0)
    if harm.closes:
        harm.closes += 1
        if harm.closes > CLOSE_TICKS:
            session.wants_again = "sewn"
    elif harm.tumble:
        _tumble(session, harm)
    elif harm.seized:
        _carried(session, harm)
    else:
        _remember_floor(session, harm)


def _remember_floor(session: Session, harm: Harm) -> None:
    """The last floor that held, and will."""
    place = session.place
    if session.ruin.is_sound(place.x, place.y, 120) and session.is_floor_true(place.x, place.y) and not place.lift:
        harm.sound_x, harm.sound_y = place.x, place.y


def _tumble(session: Session, harm: Harm) -> None:
    harm.tumble += 1
    walker = session.world.get(session.hero, Walker)
    walker.wish_x = walker.wish_y = walker.drift_x = walker.drift_y = 0.0
    if harm.tumble <= TUMBLE_TICKS:
        return
    harm.tumble = 0
    _put_back(session, harm)
    look = session.world.get(session.hero, Look)
    look.mood, look.anim, look.ticks = "", "idle", 0
    sew(session, harm.cause)
    if not running_out(session.story) and not harm.closes:
        console(session, harm.cause, session.act)
    elif running_out(session.story) and not harm.closes:
        session.wants_again = "fell"  # the floor she ran on is gone: it all stands again as it did at the last mark


def _carried(session: Session, harm: Harm) -> None:
    harm.seized += 1
    fade = session.fade
    if harm.seized < SEIZED_AT:
        fade.goal, fade.step, fade.colour = 1.0, 1 / (SEIZED_AT - 4), "black"
    elif harm.seized == SEIZED_AT:
        _put_back(session, harm)
        console(session, harm.cause, session.act)
        fade.goal, fade.step = 0.0, 1 / 14
    if harm.seized > SEIZE_TICKS:
        harm.seized = 0


def _put_back(session: Session, harm: Harm) -> None:
    place = session.place
    session.space.haunt(session.hero, False)
    session.space.move(session.hero, harm.to_x, harm.to_y)
    place.x = place.was_x = harm.to_x
    place.y = place.was_y = harm.to_y
