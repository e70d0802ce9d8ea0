"""parents_gone: home, and nobody in. Five things that do not fit, three threads, a night on the stairs."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch08_empty_house import clues
from game.content.beats.ch08_empty_house.clues import BEAT, CLUES, DRIP, SEAT, found
from game.content.beats.verbs import Stage
from game.content.props import doll
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.panels import BoardPanel
from game.sim.panels.board import CARDS, LINKS
from game.sim.parts import Look, Place, Reach
from game.sim.session import Session

ROOM, UP = "real/flat_down", "real/flat_up"
HOOK, LARDER = "doll_coat_hook", "doll_larder_door"
CHAIR = "armchair"
LATCH = Vec(976, 152)
LATCH_PX = 70.0
DOLL_AFTER = 2
"""So many of the other things she has found before it sits there."""
STAIR = Vec(1264, 141)
STAIR_PX = 9.0
CALL_EVERY_TICKS = 260
"""Nobody calls again before it has been quiet for so long."""
SHUSHED = ("kettle", "typewriter")
"""Things that are silent now, whatever they used to say when touched."""
LEAVES = (
    "alone_opened",
    *(f"clue_{clue}" for clue in CLUES),
    "wool_shows",
    "realised",
    "night_sat",
    "wybie_rang",
    "doll_stared",
    "is_night",
    "bricked",
    "!in_pyjamas",
)


def comes_home(session: Session) -> None:
    """She is back; it begins by itself."""
    story = session.story
    is_home = story.beat == BEAT and session.room.name in (ROOM, UP)
    if is_home and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def is_day_again(session: Session) -> None:
    """On coming home: a grey afternoon, and bricks behind the door. Before anything is seen of it."""
    story = session.story
    if story.beat == BEAT and session.room.side == "real" and not story.holds("night_sat"):
        story.set("is_night", False)
        story.set("in_pyjamas", False)
        story.set("bricked")
        story.set("door_pulled_to", False)


def parents_gone(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not stage.flag("night_sat"):
        stage.music("none")
    if session.room.name == ROOM and not stage.flag("alone_opened"):
        yield from _come_in(stage)
    if not stage.flag("realised"):
        yield from _search(stage)
    if not stage.flag("night_sat"):
        yield from _night(stage)
    yield from _wybie(stage)


# ---------------------------------------------------------------- nobody


def _come_in(stage: Stage) -> Script:
    """Louder than one is allowed to be indoors."""
    session = stage.session
    with stage.scene():
        stage.chapter_card(8)
        yield 205
        yield from stage.walk("coraline", Vec(session.place.x, session.place.y + 48), 120)
        yield from stage.say("open", only=(1,))
        stage.face("coraline", Facing.LEFT)
        yield 60
        stage.sound("plink_pan", DRIP, 0.9)
        yield 90
        stage.face("coraline", Facing.RIGHT)
        stage.sound("plink_pan", DRIP, 0.9)
        yield 50
        yield from stage.say("open", only=(2,))
        stage.face("coraline", Facing.DOWN)
        yield 40
        yield from stage.say("open", only=(3,))
        yield 30
    stage.set("alone_opened")
    stage.goal("look")
    stage.keep()
    yield 2


def _search(stage: Stage) -> Script:
    """Any way round; she calls into every room, and listens."""
    session = stage.session
    if session.room.name == ROOM:
        _as_left(stage)
    quiet = CALL_EVERY_TICKS - 80
    while not stage.flag("realised"):
        yield None
        all_found = found(stage) == len(CLUES)
        session.story.counts["found"] = found(stage)
        board = "board_again" if stage.flag("board_put_off") else "board"
        stage.goal("door" if stage.flag("wool_shows") else board if all_found else "look")
        quiet += 1
        if not session.is_free or session.fade.amount > 0.3:
            continue
        _doll_comes(stage)
        if session.room.name == ROOM and stage.flag("wants_board"):
            session.story.set("wants_board", False)
            yield from _board(stage)
        elif stage.flag("wool_shows"):
            if session.room.name == ROOM and (stage.at("coraline") - LATCH).length < LATCH_PX:
                yield from _latch(stage)
        elif quiet >= CALL_EVERY_TICKS and _calls(stage):
            quiet = 0


def _as_left(stage: Stage) -> None:
    """The doll is nowhere, until it has Dad's chair. What used to make a noise is quiet."""
    session = stage.session
    _seat_doll(session, "clue_doll", stage.flag(SEAT))
    for name in SHUSHED:
        reach = session.world.find(session.find(name), Reach) if session.find(name) else None
        if reach is not None:
            reach.sound = ""
    chair = session.world.find(session.find(CHAIR), Reach) if session.find(CHAIR) else None
    if chair is not None:
        chair.verb, chair.script = "look", ""  # she would not sit in it now


def _seat_doll(session: Session, script: str, is_there: bool = True) -> None:
    """In Dad's chair, to be looked at from every side of it, and not to be sat on; or nowhere."""
    doll.sit_at(session, SEAT if is_there else "", script)
    entity = session.find(SEAT)
    if is_there and entity:
        at = session.world.get(entity, Place)
        session.world.get(entity, Reach).area = Box(at.x - 24, at.y - 16, 48, 18)
        chair = session.find(CHAIR)
        if chair and session.world.has(chair, Reach):
            session.world.drop(chair, Reach)


def _doll_comes(stage: Stage) -> None:
    """While she is in another room, when she has begun to understand."""
    session = stage.session
    area = session.room.area_at(session.place.x, session.place.y)
    if stage.flag(SEAT) or found(stage) < DOLL_AFTER or session.room.name != ROOM:
        return
    if area is not None and area.title != "living_room":
        stage.set(SEAT)
        _seat_doll(session, "clue_doll")
        stage.sound("doll_moved", SEAT, 0.5)


def _calls(stage: Stage) -> bool:
    """Into a room, the first time she stands in it. What comes of it is the drip."""
    session = stage.session
    area = session.room.area_at(session.place.x, session.place.y)
    if area is None:
        return False
    key = stage.key(f"call.{area.title}")
    if not session.content.words.has(key) or stage.flag(f"called_{area.title}"):
        return False
    if area.title == "living_room" and not found(stage):
        return False  # she has only just called there
    stage.set(f"called_{area.title}")
    session.cry("coraline", key, Vec(session.place.x, session.place.y))
    return True


# ---------------------------------------------------------------- three threads


def link_name(pair: tuple[int, int]) -> str:
    return f"{CARDS[pair[0]]}_{CARDS[pair[1]]}"


def _board(stage: Stage) -> Script:
    """The journal, on her knees, wherever she is."""
    session = stage.session
    words = session.content.words
    with stage.scene():
        stage.face("coraline", Facing.DOWN)
        stage.sound("paper_rustle")
        yield from stage.pose("coraline", "interact", 24)
        if stage.once("board_opened"):
            yield 20
            yield from stage.say("board")
        tied = tuple(pair for pair in LINKS if stage.flag(f"linked_{link_name(pair)}"))
        panel = BoardPanel(tied=tied, wrong=session.story.counts.get("board_wrong", 0))
        session.panel = panel
        while not panel.is_done:
            yield lambda: panel.state == "told" or panel.is_left
            if panel.is_left:
                session.panel = None
                if stage.once("board_put_off"):
                    yield from stage.say("later")
                return
            name = link_name(panel.tries)
            if panel.is_right:
                stage.set(f"linked_{name}")
                yield 16
                yield from stage.say("link_right", only=(len(panel.tied),))
                yield from stage.say(f"right_{name}")
            else:
                session.story.count("board_wrong")
                moment = f"wrong_{name}"
                yield from stage.say(moment if words.numbered(stage.key(moment)) else "link_wrong")
            panel.again()
        panel.is_fixed = True
        stage.sound("string_pull")
        yield 60
        stage.sound("breath_out", gain=0.7)
        yield 80
        session.panel = None
        stage.set("wool_shows")
        stage.goal("door")
        yield 20
    stage.keep()
    yield 2


def _latch(stage: Stage) -> Script:
    with stage.scene():
        yield from stage.walk("coraline", LATCH + Vec(0, 26), 70)
        stage.face("coraline", Facing.UP)
        stage.camera(LATCH + Vec(0, 20), 2.0)
        yield 40
        yield from stage.pose("coraline", "interact", 30)
        stage.sound("thread_pull", LATCH, 0.6)
        yield 20
        yield from stage.say("thread")
        yield 30
        stage.sound("needle_tick", LATCH, 0.4)
        yield 40
        stage.face("coraline", Facing.DOWN)
        yield from stage.say("realise")
        stage.camera_back()
        yield 30
        stage.set("realised")


# ---------------------------------------------------------------- night


def _night(stage: Stage) -> Script:
    """Four hundred times D."""
    session = stage.session
    with stage.scene():
        yield from stage.fade_out(110)
        stage.night()
        stage.bring("coraline", STAIR, Facing.DOWN)
        session.place.lift = STAIR_PX
        yield from stage.pose("coraline", "sit_afraid")
        for _ in range(3):
            stage.sound("plink_pan", DRIP, 0.9)
            yield 56
        stage.music("real_night", "base")
        session.fade.step = 1 / 140
        session.fade.goal = 0.0
        yield 120
        yield from stage.say("night", only=(1,))
        yield 50
        stage.sound("plink_pan", DRIP, 0.9)
        yield 60
        yield from stage.say("night", only=(2,))
        yield 60
        yield from stage.fade_out(40)
        stage.rest("coraline")
        session.place.lift = 0.0
        stage.bring("coraline", "from_up", Facing.DOWN)
        yield from stage.fade_in(40)
        stage.set("night_sat")
        stage.goal("phone")
    stage.keep()
    yield 2


def _wybie(stage: Stage) -> Script:
    """Over the telephone, slowly; and somebody has listened."""
    session = stage.session
    stage.goal("phone")
    stage.music("real_night", "base")
    if session.room.name == ROOM and not stage.flag("wybie_rang"):
        _seat_doll(session, "look_doll")
    yield lambda: stage.flag("wants_call") and session.is_free
    with stage.scene():
        yield from stage.say("wybie_phone", only=(1, 2, 3))
        stage.set("wybie_rang")
        stage.sound("bell_wire", "telephone", 0.5)
        yield 40
        yield from _listened(stage)
        yield from stage.choose("choice")
        yield from (_shut_away(stage) if stage.flag("doll_larder") else _stared_down(stage))
        stage.camera_back()
        yield from stage.say("end")
        yield 20


def _listened(stage: Stage) -> Script:
    """It was in Dad's chair. It is on the hook beside the telephone now."""
    session = stage.session
    doll.sit_at(session, HOOK, "look_doll")
    at = stage.at(HOOK)
    stage.sound("doll_moved", HOOK)
    yield 20
    stage.face("coraline", HOOK)
    stage.camera(Vec(at.x + 60, at.y + 40), 3.0)
    yield 50


def _shut_away(stage: Stage) -> Script:
    session = stage.session
    yield from stage.fade_out(24)
    doll.sit_at(session, "", "")
    session.story.notes["doll_next"] = LARDER
    for sound, ticks in (("cloth_turn", 26), ("cupboard_open", 30), ("door_close", 30)):
        stage.sound(sound)
        yield ticks
    yield from stage.fade_in(30)
    for _ in range(3):
        stage.sound("brick_thud", Vec(436, 140), 0.35)
        yield 24
    yield 20


def _stared_down(stage: Stage) -> Script:
    """She looks it in the buttons, until there is one of them who cannot."""
    session = stage.session
    yield from stage.walk("coraline", stage.at(HOOK) + Vec(2, 34), 60)
    stage.face("coraline", Facing.UP)
    yield 90
    stage.sound("cloth_turn", HOOK)
    look = session.world.get(stage.body(HOOK), Look)
    look.anim, look.ticks = "turned", 0
    yield 50


def ring_wybie(session: Session, entity: int) -> Script:
    """The telephone: his number, when she has something to tell."""
    stage = Stage(session, BEAT)
    if session.is_running(BEAT) and stage.flag("night_sat") and not stage.flag("wybie_rang"):
        with stage.scene():
            stage.face("coraline", "telephone")
            yield from stage.pose("coraline", "interact", 24)
            for _ in range(2):
                stage.sound("bell_wire", "telephone", 0.35)
                yield 44
        stage.set("wants_call")
        yield None
        return
    session.look("telephone")
    yield lambda: session.talk is None


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    **clues.SCRIPTS,
    "ring_wybie": ring_wybie,
}
