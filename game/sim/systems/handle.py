"""handle: what stands before the world is worked with the hands, one tick at a time, while nobody talks. See sim/panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.session import Session


def handle(session: Session) -> None:
    if session.panel is not None and session.talk is None:
        session.panel.work(session)
