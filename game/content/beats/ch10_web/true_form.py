"""true_form: the last room is torn off, she unfolds, and sews. Three seams, each with its gaps; after the third she talks."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.boss_lines import cry_boss_line
from game.content.beats.ch10_web.scenery import (
    CAT_SITS,
    CROUCH_PX,
    FLAGS,
    POCKETS,
    ROOM,
    THRONE,
    bring_cat,
    bring_her,
    clear_hearth,
    facts,
    goes_on,
)
from game.content.beats.verbs import Stage, Start
from game.content.deeds import reckon
from game.content.folk.people import make_person
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.acts import Needlework, TornOff
from game.sim.acts.web import SEAMS
from game.sim.acts.web.torn import TEARS_TICKS
from game.sim.parts import Arachnid, Name, Person, Place
from game.sim.session import Session

BEAT = "true_form"
TALL = "tall_mother"
LIVING, MIDDLE = "other/flat_down", Vec(816, 300)
SHIFT_PX = 256.0
"""The same hearth stands so much further right in the whole house."""
KEEPS = Box(512, 128, 576, 224)
"""The floor that is left, px of the whole house."""
CRY_TICKS = 150
CALM_TICKS = 110
"""Between two cries of hers, at least."""
SPOKEN_OF = (3, 4, 5, 6)
"""So many in a row that she was not hit by, and it is remarked upon."""


def torn_off(session: Session) -> None:
    """After the ribbon of chapter 9 the room is torn off the rest, wherever a save was loaded."""
    story = session.story
    if story.beat != BEAT or session.room.name == ROOM or session.room.side == "real" or not session.is_free:
        return
    if session.act is None and not session.wants_checkpoint and not session.is_running("web_torn"):
        session.run("web_torn")


def web_torn(session: Session, entity: int) -> Script:
    """The carpet holds. Nothing else does."""
    stage = Stage(session, BEAT)
    with stage.scene():
        stage.music("none")
        yield 30
        if session.room.name != LIVING:
            yield from stage.leave(ROOM, "from_living", "mirror")
        yield from stage.walk("coraline", MIDDLE, 72)
        stage.face("coraline", Facing.UP)
        yield 20
        torn = TornOff(keeps=KEEPS, shift_x=SHIFT_PX)
        session.act = torn
        yield lambda: torn.ticks >= TEARS_TICKS + 10 or session.act is not torn
        yield from stage.leave(ROOM, "from_living", "dark")


def true_form(session: Session) -> Script:
    stage = Stage(session, BEAT)
    story = session.story
    bring_cat(stage, CAT_SITS)
    if not stage.flag("web_opened"):
        reckon(session)  # she speaks of it
        with stage.scene():
            yield from _open(stage)
        stage.set("web_opened")
        story.counts["web_stitches"] = story.counts.get("stitches", 0)
        stage.keep()
        yield 2
    bring_her(session)
    clear_hearth(stage)
    stage.music("chase", "base")
    _known(session)
    first = story.counts.get("web_seams", 0)
    if first < len(SEAMS):
        cry_boss_line(session, "web.start", facts(session), lasts=CRY_TICKS)
    for seam in range(first, len(SEAMS)):
        if seam == 2:
            stage.music("chase", "base", "drive")
        yield from _sews(stage, seam)
        story.counts["web_seams"] = seam + 1
        if seam < len(SEAMS) - 1:
            with stage.scene():
                yield 20
                yield from stage.say("pause", only=(seam + 1,))
            stage.keep()
            yield 2
    with stage.scene():
        stage.music("void")
        yield 30


def _known(session: Session) -> None:
    """What she may have to say of how one has come here."""
    story = session.story
    if "used_skip" in story.flags and not story.counts.get("web_seams"):
        story.set("skipped_before")
    if all(f"kind_other_{who}" in story.flags for who in ("father", "actresses", "bobinsky")):
        story.set("kind_all")


def _open(stage: Stage) -> Script:
    """First her back, tall and patient; then all of her."""
    session = stage.session
    clear_hearth(stage)
    stage.music("void")
    tall = session.bear(make_person(session, "other_mother_3", Vec(THRONE.x, 176), Facing.UP, "none", is_ghost=True))
    session.names[TALL] = tall
    session.world.add(tall, Name(TALL))
    session.world.get(tall, Person).idle = "still"
    session.world.get(tall, Person).turns_to_her = False
    stage.face("coraline", Facing.UP)
    yield 70
    stage.camera(Vec(THRONE.x, 180), 2.0)
    yield from stage.say("open", only=(1,))
    yield from _unfolds(stage)
    yield from stage.say("open", only=(2,))
    yield 20
    yield from stage.say("open", only=(3, 4))
    stage.camera_back()
    stage.face("coraline", Facing.DOWN)
    stage.sound("web_twang")
    yield 24
    yield from stage.say("web")
    stage.face("coraline", "cat")
    yield from stage.say("teach")
    stage.face("coraline", Facing.UP)
    yield 10


def _unfolds(stage: Stage) -> Script:
    """The light goes; something gets longer; then it is back, and there is more of her."""
    session = stage.session
    yield from stage.pose(TALL, "stretch")
    stage.sound("she_stretches", Vec(THRONE.x, THRONE.y))
    yield 46
    session.fade.colour = "black"
    session.fade.goal, session.fade.step = 1.0, 0.25
    stage.sound("light_click")
    yield 14
    session.bury(stage.body(TALL))
    session.names.pop(TALL, None)
    bring_her(session, THRONE, "hang")
    she = session.world.get(session.find("beldam"), Arachnid)
    she.lift_px = CROUCH_PX - 30
    stage.sound("needle_skitter", THRONE)
    yield 24
    stage.sound("needle_skitter", THRONE, 0.8)
    session.fade.goal, session.fade.step = 0.0, 1 / 26
    stage.sound("she_stretches", THRONE)
    stage.music("chase", "base")
    for n in range(90):
        she.lift_px = CROUCH_PX - 30 + 30 * min(n / 74, 1.0)
        she.pose = "hang" if n < 60 else "stand"
        she.look_x, she.look_y = session.place.x, session.place.y - 20
        if n in (22, 40, 58):
            stage.sound("needle_stab", THRONE, 0.6)
            stage.shake(1.5, 8)
        yield None
    stage.sound("beldam_hiss", THRONE)
    stage.shake(4.0, 26)
    she.pose = "stand"
    yield 40


def _sews(stage: Stage, seam: int) -> Script:
    """One seam, until it is done; she remarks on it, stopping nobody."""
    session, counts = stage.session, stage.session.story.counts
    spot = session.room.spots["room_floor"].box
    act = Needlework(floor=spot, seam=seam)
    session.act = act
    rests = 0
    streak = counts.get("web_streak", 0)
    while not act.is_over and session.act is act:
        for what in act.told:
            if what == "hit":
                streak = 0
                counts["web_hits"] = counts.get("web_hits", 0) + 1
            else:
                streak += 1
                counts["web_dodged"] = counts.get("web_dodged", 0) + 1
            counts["web_streak"] = streak
            if rests <= 0:
                _remarks(stage, what)
                rests = CALM_TICKS
        act.told.clear()
        rests -= 1
        yield None


def _remarks(stage: Stage, what: str) -> None:
    """Of a hit or a miss: what she says in this fight, or what she always says."""
    session = stage.session
    table = "web.hurt" if what == "hit" else "web.dodging"
    if (what == "hit" or session.story.counts.get("web_streak", 0) in SPOKEN_OF) and cry_boss_line(
        session, table, facts(session), lasts=CRY_TICKS
    ):
        return
    words = session.content.words
    keys = words.numbered(f"beats.{BEAT}.{what}")
    turn = session.story.count(f"web_said.{what}") - 1
    if turn % 2 == 0:  # not for each of them
        at = session.world.get(session.find("beldam"), Place)
        session.cry("beldam", keys[turn // 2 % len(keys)], Vec(at.x, at.y - 120), CRY_TICKS)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: true_form}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"web_torn": web_torn}
MINDS: tuple[Callable[[Session], None], ...] = (torn_off, goes_on)
STARTS: dict[str, Start] = {
    BEAT: Start(ROOM, "from_living", ("web_opened",), POCKETS, FLAGS),
}
