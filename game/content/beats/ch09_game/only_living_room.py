"""only_living_room: a carpet, a mantelpiece, a sofa, a little door; then an edge. A window that has nothing to be the window of."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch09_game.game_proposed import FLAGS, POCKETS
from game.content.beats.verbs import Stage, Start
from game.content.folk import cat as cats
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.parts import Lamp, Look, Name, Person
from game.sim.session import Session
from game.sim.story import ANY_ORDER

BEAT = "only_living_room"
ROOM = "other/flat_down"
ONLY = "only_room"
"""The flag: all else is gone. The window has nothing in it."""
MIDDLE = Vec(816, 262)
MIDDLE_PX = 60.0
STAND_TICKS = 120
"""Who begins in the middle has so long to look about."""
WINDOW = Vec(624, 172)
WINDOW_PX = 64.0
CAT = Vec(872, 292)
GHOSTS = (
    ("ghost_boy_mended", "ghost_silas", -52, 14),
    ("ghost_girl_mended", "ghost_hester", 50, 18),
    ("ghost_twin_mended", "ghost_ivy", 0, 52),
)
"""(atlas, speaker, where beside her) of the three."""
PALE = Lamp(radius=58.0, tint="#ffcfe4ff", energy=0.5, flicker=0.05)
LEAVES = (ONLY, "white_opened", "window_looked")


def nowhere_else(session: Session) -> None:
    """There is one room left. Wherever the third was found, that is where one comes to."""
    story = session.story
    if story.beat == BEAT:
        story.set(ONLY)
    if story.beat != BEAT or session.is_running(BEAT) or not session.is_free or session.wants_checkpoint:
        return
    if session.room.side == "real" or session.act is not None:
        return
    area = session.room.area_at(session.place.x, session.place.y)
    if session.room.name != ROOM or area is None or area.title != "living_room":
        session.leave_for(ROOM, "cp_living", "mirror")
    else:
        session.begin(BEAT)


def only_living_room(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.music("void")
    if not stage.flag("white_opened"):
        with stage.scene():
            yield from _open(stage)
        stage.set("white_opened")
        stage.keep()
        yield 2
    _cat(stage)
    stage.goal("middle")
    stood, has_walked = 0, False
    while not (_is_in_the_middle(stage) and (has_walked or stood > STAND_TICKS)):
        yield None
        stood = stood + 1 if session.is_free else 0
        has_walked = has_walked or (stage.at("coraline") - MIDDLE).length > MIDDLE_PX * 1.5
        if session.is_free and not stage.flag("window_looked") and _is_at_window(stage):
            yield from _window(stage)
    with stage.scene():
        yield from stage.walk("coraline", MIDDLE, 60)
        yield from _ghosts(stage)
        if not stage.flag("window_looked"):
            yield from _window(stage)
        stage.face("coraline", Facing.UP)
        stage.camera(Vec(MIDDLE.x + 20, MIDDLE.y - 40), 1.5)
        stage.music("none")
        yield 70
        stage.sound("needle_tick", Vec(808, 60), 0.5)
        yield 50
        yield from stage.say("end", only=(1,))
        stage.face("cat", Facing.UP)
        yield 30
        yield from stage.say("end", only=(2,))
        yield 60
        stage.camera_back()
        stage.end_chapter(9)
        yield 20


def _open(stage: Stage) -> Script:
    session = stage.session
    _cat(stage)
    yield 50
    stage.face("coraline", Facing.DOWN)
    stage.camera(Vec(session.place.x, session.place.y + 60), 1.5)
    stage.sound("edge_gone", gain=0.6)
    yield 60
    yield from stage.say("open", only=(1,))
    stage.camera_back()
    stage.face("coraline", "cat")
    stage.face("cat", "coraline")
    yield from stage.say("open", only=(2, 3, 4))


def _cat(stage: Stage) -> None:
    """At heel; which is to say in front."""
    session = stage.session
    if not session.find("cat"):
        cat = session.bear(make_person(session, "cat", CAT, Facing.LEFT, "none", is_ghost=True))
        session.names["cat"] = cat
        session.world.add(cat, Name("cat"))
    session.world.get(session.find("cat"), Look).is_hidden = False
    stage.bring("cat", CAT, Facing.LEFT)
    cats.sits(session, "cat")


def _is_in_the_middle(stage: Stage) -> bool:
    return stage.session.is_free and (stage.at("coraline") - MIDDLE).length < MIDDLE_PX


def _is_at_window(stage: Stage) -> bool:
    return (stage.at("coraline") - WINDOW).length < WINDOW_PX


def _window(stage: Stage) -> Script:
    """It has kept its frame, and its curtains."""
    with stage.scene():
        at = stage.at("coraline")
        stage.face("coraline", Facing.of(WINDOW.x - at.x, WINDOW.y - 60 - at.y))
        yield 40
        yield from stage.say("window")
    stage.set("window_looked")


# ---------------------------------------------------------------- three in a pocket


def _ghosts(stage: Stage) -> Script:
    """They come out as far as breath does on a cold day."""
    session = stage.session
    stage.face("coraline", Facing.DOWN)
    stage.sound("soul_near")
    yield 30
    made = []
    for sheet, who, dx, dy in GHOSTS:
        at = Vec(MIDDLE.x + dx, MIDDLE.y + dy)
        entity = session.bear(make_person(session, sheet, at, Facing.of(-dx, -dy), "none", is_ghost=True))
        session.names[who] = entity
        session.world.add(entity, Name(who))
        session.world.add(entity, Lamp(PALE.radius, PALE.tint, PALE.energy, PALE.is_soft, PALE.flicker))
        session.world.get(entity, Person).turns_to_her = False
        made.append(who)
        stage.sound("ghost_breath", at, 0.7)
        yield 26
    yield from stage.say("ghosts")
    first = next((soul for soul in session.story.done if soul in ANY_ORDER), ANY_ORDER[0])
    yield from stage.say(f"order_{first.removeprefix('soul_')}")
    yield 30
    for who in made:
        stage.sound("ghost_breath", who, 0.5)
        session.bury(stage.body(who))
        session.names.pop(who, None)
        yield 18
    yield 20


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: only_living_room}
MINDS: tuple[Callable[[Session], None], ...] = (nowhere_else,)
STARTS: dict[str, Start] = {
    BEAT: Start(ROOM, "cp_living", LEAVES, (*POCKETS, "pen", "fan", "medal"), FLAGS),
}
