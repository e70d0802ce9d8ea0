"""beats: the story and the scripts of things go on by one tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.session import Session


def beats(session: Session) -> None:
    for scene in tuple(session.scenes):
        scene.running.tick()
        if scene.running.is_over:
            session.scenes.remove(scene)
            if scene.beat:
                session.end_beat(scene.beat)
