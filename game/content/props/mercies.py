"""Small mercies, and one that is none: sweets that cut a stitch, and a door behind which there is nothing any more."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.script import Script
from game.sim.harm import stitches, unpick
from game.sim.session import Session

WHITE_LINES = 3


def sweet(session: Session, entity: int) -> Script:
    """A pear drop: once a visit it cuts a stitch."""
    stage = Stage(session, "sweet")
    visit = session.story.counts.get(f"visits.{session.room.name}", 0)
    key = f"sweet.{session.room.name}"
    if session.story.counts.get(key) == visit:
        yield from stage.line("coraline", "plain", session.content.words.get("sweets.empty"), "sweets.empty")
    elif not stitches(session):
        yield from stage.line("coraline", "plain", session.content.words.get("sweets.whole"), "sweets.whole")
    else:
        session.story.counts[key] = visit
        unpick(session)
        yield from stage.line("coraline", "glad", session.content.words.get("sweets.cut"), "sweets.cut")


def white_door(session: Session, entity: int) -> Script:
    """What one says to a door with nothing behind it. One step back from it, so that it is not walked into again at once."""
    stage = Stage(session, "white_door")
    n = (session.story.count("white_doors") - 1) % WHITE_LINES + 1
    stage.sound("edge_gone", gain=0.6)
    with stage.scene():
        yield from stage.line("coraline", "afraid", session.content.words.get(f"doors.white_{n}"), f"doors.white_{n}")
        way = session.place.facing.way
        place = session.place
        back = type(way)(place.x - way.x * 18, place.y - way.y * 18)
        if session.space.is_free(back.x, back.y, 6.0, session.hero):
            yield from stage.go(session.hero, (back,), 60.0)


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"sweet": sweet, "white_door": white_door}
