"""The room behind the mirror: how she gets there, what it does in each beat, who stands in it."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import Facing
from game.core.script import Script
from game.sim.acts import Cell, Pane, Ripples
from game.sim.acts.pane import HANDS_X
from game.sim.acts.ripples import Voice
from game.sim.session import Session

ROOM, HALL = "between/mirror", "other/hall"
GHOSTS = ("silas", "hester", "ivy")
"""In the order in which they were taken."""
BEATS_HERE = ("mirror_ghosts", "promise", "wybie_frees")
MET = "ghosts_met"
"""The flag: all three are found and stand together."""


def found(name: str) -> str:
    """The flag that a voice has been found."""
    return f"found_{name}"


def seen(name: str) -> str:
    """The flag that a memory has been looked at."""
    return f"memory_{name}_seen"


def act_here(session: Session) -> Cell:
    """What goes on in the room now, as the story's flags say it."""
    story = session.story
    if story.beat == "wybie_frees":
        matches = story.counts.get("pane.matches", 0)
        hand = HANDS_X[max(matches - 1, 0)]  # from where it was it goes on to where it will be
        return Pane(light=session.room.spots["glass_light"].box, matches=matches, hand_x=hand)
    hidden = [n for n in GHOSTS if found(n) not in story.flags] if story.beat == "mirror_ghosts" else []
    at = {n: session.room.spots[f"voice_{n}"].box.middle for n in hidden}
    return Ripples(voices=[Voice(n, at[n].x, at[n].y) for n in hidden])


def settle(session: Session) -> None:
    """On coming in, or loading: the room does what it does, and whoever was found stands where they stood."""
    if session.room.name != ROOM:
        return
    session.act = act_here(session)
    if MET in session.story.flags:
        stage = Stage(session, "mirror_ghosts")
        stands_back = session.story.beat == BEATS_HERE[-1]
        for name in GHOSTS:
            if session.find(f"ghost_{name}"):
                stage.bring(f"ghost_{name}", f"{'back' if stands_back else 'by'}_{name}", Facing.DOWN)


def falls_through(session: Session) -> None:
    """What opened at the end of the hall has let her in: from white to dark."""
    is_due = session.story.beat == BEATS_HERE[0] and session.room.name == HALL
    if is_due and session.is_free and not session.wants_checkpoint and not session.scenes:
        session.fade.amount = 1.0
        session.leave_for(ROOM, "from_hall", "mirror")


def goes_on(session: Session) -> None:
    """One beat after the other begins where she stands."""
    now = session.story.beat
    if session.room.name != ROOM or now not in BEATS_HERE or now not in session.content.beats:
        return
    if session.is_free and not session.is_running(now) and not session.wants_checkpoint and not session.scenes:
        session.begin(now)


def stand_back(stage: Stage) -> Script:
    """Out of the light, where they watch."""
    yield from stage.together(*(stage.walk(f"ghost_{n}", f"back_{n}", 110.0, straight=True) for n in GHOSTS))
    for name in GHOSTS:
        stage.face(f"ghost_{name}", "by_glass")


def gather(stage: Stage) -> Script:
    """The three come together, and she before them."""
    ways = [stage.walk(f"ghost_{n}", f"by_{n}", 84.0, straight=True) for n in GHOSTS]
    yield from stage.together(*ways, stage.walk("coraline", "with_them", 84.0))
    for name in GHOSTS:
        stage.face(f"ghost_{name}", Facing.DOWN)
    stage.face("coraline", Facing.UP)
