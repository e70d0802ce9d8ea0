"""The catalogue's twelve plates: loose pages that lie about. Whoever picks one up reads it; on her side others printed it."""

from __future__ import annotations

from game.content.deeds import PLATE
from game.sim.happenings import Heard
from game.sim.panels import NotePanel
from game.sim.session import Session

KIND = "plate"
READ = "read_"


def read_plates(session: Session) -> None:
    """A page that was just taken is held up, as soon as nothing else is in her hands."""
    story = session.story
    if not session.is_free or session.panel is not None:
        return
    for item in story.items:
        if item.startswith(PLATE) and f"{READ}{item}" not in story.flags:
            story.set(f"{READ}{item}")
            side = "real" if session.room.side == "real" else "other"
            session.panel = NotePanel(f"{KIND}:{item}", f"plants.{side}.{item.removeprefix(PLATE)}")
            session.news.tell(Heard("paper_rustle", session.place.x, session.place.y))
            return


MINDS = (read_plates,)
