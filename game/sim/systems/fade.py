"""fade: the picture closes and opens; cards stand their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.geometry import approach

if TYPE_CHECKING:
    from game.sim.session import Session


def fade(session: Session) -> None:
    curtain = session.fade
    curtain.amount = approach(curtain.amount, curtain.goal, curtain.step)
    if session.crossing is not None:
        session.crossing.ticks += 1
        if session.crossing.ticks >= session.crossing.lasts:
            session.crossing = None
    if session.title is not None:
        session.title.ticks += 1
        if session.title.ticks >= session.title.lasts:
            session.title = None
