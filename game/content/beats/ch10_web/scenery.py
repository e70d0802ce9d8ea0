"""What all beats in her room share: who stands where, and how one of them follows upon the other."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.content.foes.beldam import make_beldam
from game.content.folk import cat as cats
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.sim.parts import Arachnid, Look, Name
from game.sim.session import Session

ROOM = "between/web"
POCKETS = ("doll", "note", "key", "tally", "adder_stone", "pen", "fan", "medal")
FLAGS = ("is_night", "!bricked", "!in_pyjamas", "!refused", "!door_pulled_to", "bet_shut", "only_room")
HER_BEATS = ("true_form", "ghost_advice", "beldam_tricked", "cat_thrown")
THRONE, PERCH, DOOR, SWAY = Vec(552, 186), Vec(404, 196), Vec(664, 190), Vec(552, 214)
"""Where the floor below her middle is: before the hearth, at the sofa, at the little door, nearer."""
CAT_SITS, HEEL = Vec(796, 236), Vec(580, 306)
CROUCH_PX = -50.0
"""In a room made for somebody shorter she stands with her knees above her head."""


def goes_on(session: Session) -> None:
    """In her room one thing follows upon the other."""
    beat = session.story.beat
    is_here = beat in HER_BEATS and session.room.name == ROOM and "practice" not in session.story.notes
    if is_here and session.is_free and not session.wants_checkpoint and not any(s.beat for s in session.scenes):
        session.begin(beat)


def bring_cat(stage: Stage, at: Vec, facing: Facing = Facing.LEFT) -> None:
    """At heel, or out of the way."""
    session = stage.session
    if not session.find("cat"):
        cat = session.bear(make_person(session, "cat", at, facing, "none", is_ghost=True))
        session.names["cat"] = cat
        session.world.add(cat, Name("cat"))
    session.world.get(session.find("cat"), Look).is_hidden = False
    stage.bring("cat", at, facing)
    cats.sits(session, "cat")


def bring_her(session: Session, at: Vec = THRONE, pose: str = "stand") -> None:
    """The Beldam as she is."""
    she = session.world.get(make_beldam(session, at, pose), Arachnid)
    she.lift_px = CROUCH_PX


def clear_hearth(stage: Stage) -> None:
    """Whoever stands where she is going to stand, steps back from her."""
    at = stage.at("coraline")
    if abs(at.x - THRONE.x) < 90 and at.y < 230:
        stage.bring("coraline", Vec(THRONE.x, 290), Facing.UP)


def settle(session: Session) -> None:
    """On coming into her room, or back to a checkpoint in it: everybody stands where they stood, before anything is drawn."""
    story = session.story
    if session.room.name != ROOM or "practice" in story.notes:
        return
    beat, has = story.beat, story.flags
    stage = Stage(session, beat)
    if beat == "true_form" and "web_opened" not in has:
        bring_cat(stage, CAT_SITS)
        return
    if beat in ("true_form", "ghost_advice", "beldam_tricked"):
        bring_cat(stage, CAT_SITS)
        bring_her(session, PERCH if beat == "beldam_tricked" and "tricked_opened" in has else THRONE)
    elif beat == "cat_thrown":
        bring_cat(stage, HEEL)
        bring_her(session, SWAY if "cat_warned" in has else DOOR)
    elif beat == "globe_taken" and "web_fell" not in has:
        bring_her(session, SWAY, "thrash")
        session.world.get(session.find("beldam"), Arachnid).is_blind = True


def facts(session: Session) -> tuple[str, ...]:
    """What of this fight lines may hang on."""
    counts = session.story.counts
    out = []
    for name, many in (("hits", "web_hits"), ("dodged", "web_streak"), ("stone", "web_looks")):
        out += [f"{name}_{n}" for n in range(1, counts.get(many, 0) + 1)]
    return tuple(out)
