"""ghost_advice: a pocket grows warm. One of three has had a hundred years to read her, and says what comes of winning."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch10_web.scenery import CAT_SITS, FLAGS, POCKETS, ROOM, bring_cat, bring_her, clear_hearth
from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Hush
from game.sim.parts import Lamp, Name, Person
from game.sim.session import Session

BEAT = "ghost_advice"
GHOSTS = (
    ("ghost_boy_mended", "ghost_silas", "open", 30, -4, "#ff9fe8ff"),
    ("ghost_girl_mended", "ghost_hester", "hester", -32, -2, "#ffd8a0ff"),
    ("ghost_twin_mended", "ghost_ivy", "ivy", 4, 26, "#ffffd890"),
)
"""(atlas, speaker, moment, where beside her, colour of the light)."""


def ghost_advice(session: Session) -> Script:
    stage = Stage(session, BEAT)
    bring_cat(stage, CAT_SITS)
    bring_her(session)
    clear_hearth(stage)
    stage.music("void")
    act = Hush()
    session.act = act
    yield lambda: act.is_over or session.act is not act
    with stage.scene():
        yield from _told(stage)


def _told(stage: Stage) -> Script:
    """They come out no further than one breath does, behind her back, where the Beldam would have to lean to see."""
    session = stage.session
    stage.face("coraline", Facing.DOWN)
    for sheet, who, moment, dx, dy, tint in GHOSTS:
        at = Vec(session.place.x + dx, session.place.y + dy)
        ghost = session.bear(make_person(session, sheet, at, Facing.of(-dx, -dy), "none", is_ghost=True))
        session.names[who] = ghost
        session.world.add(ghost, Name(who))
        session.world.add(ghost, Lamp(64.0, tint, 0.6, True, 0.1))
        session.world.get(ghost, Person).turns_to_her = False
        stage.sound("ghost_breath", at)
        yield 22
        stage.face("coraline", Facing.of(dx, dy))
        yield from stage.say(moment, only=(1, 2, 3) if moment == "open" else ())
        if moment == "open":
            stage.face("coraline", Facing.DOWN)
            yield from stage.say(moment, only=(4,))
    stage.sound("needle_tick", "beldam")
    for _, who, _, _, _, _ in GHOSTS:
        session.bury(stage.body(who))
        session.names.pop(who, None)
        yield 8
    stage.face("coraline", Facing.UP)
    yield from stage.say("end")


LEAVES = ("web_opened", "taught_stitches")
BEATS: dict[str, Callable[[Session], Script]] = {BEAT: ghost_advice}
STARTS: dict[str, Start] = {BEAT: Start(ROOM, "cp_arena", LEAVES, POCKETS, FLAGS)}
