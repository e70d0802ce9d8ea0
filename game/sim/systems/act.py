"""act: the game within the game goes on, unless somebody talks or something is held before the world. See sim/acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.session import Session


def act(session: Session) -> None:
    now = session.act
    if now is None:
        return
    if session.talk is None and session.panel is None and session.leaving is None:
        now.ticks += 1
        now.tick(session)
    else:
        now.stands_by(session)
    if now.is_over and session.act is now:
        session.act = None
