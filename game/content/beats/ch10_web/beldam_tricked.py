"""beldam_tricked: under her gaze find with the stone where they are; then claim, boldly and wrongly, the little door."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.boss_lines import cry_boss_line
from game.content.beats.ch10_web.scenery import (
    CAT_SITS,
    DOOR,
    FLAGS,
    PERCH,
    POCKETS,
    ROOM,
    THRONE,
    bring_cat,
    bring_her,
    clear_hearth,
    facts,
)
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Stare
from game.sim.panels import ClaimPanel
from game.sim.parts import Arachnid, Place
from game.sim.session import Session

BEAT = "beldam_tricked"
CLAIM_KEY = "beats.beldam_tricked.claim.4.pick"
CLAIM = "claim"
"""Where the bold one leads: it is held, not only said."""
CRY_TICKS = 150
WALKS_PX = 2.4
OTHERS = ("sofa", "clock")
"""What else one may look at."""
LOOK_KEYS = {"sofa": "1", "clock": "2", "seen": "3"}


def beldam_tricked(session: Session) -> Script:
    stage = Stage(session, BEAT)
    bring_cat(stage, CAT_SITS)
    bring_her(session, PERCH if stage.flag("tricked_opened") else THRONE)
    stage.music("chase", "base")
    if not stage.flag("tricked_opened"):
        with stage.scene():
            clear_hearth(stage)
            yield from _open(stage)
        stage.set("tricked_opened")
        stage.keep()
        yield 2
    if not stage.flag("globe_seen"):
        yield from _scans(stage)
        with stage.scene():
            yield from _found(stage)
        stage.set("globe_seen")
        stage.keep()
        yield 2
    with stage.scene():
        yield from _claims(stage)
        yield from _unlocks(stage)


def _open(stage: Stage) -> Script:
    stage.camera(Vec(THRONE.x - 20, 200), 2.0)
    yield 20
    yield from stage.say("open")
    yield from _goes(stage, PERCH)
    stage.sound("button_click", PERCH)
    stage.face("coraline", "cat")
    stage.face("cat", "coraline")
    yield from stage.say("gaze")
    stage.camera_back()


def _goes(stage: Stage, goal: Vec) -> Script:
    """On eight legs, along the torn wall."""
    session = stage.session
    entity = session.find("beldam")
    at, she = session.world.get(entity, Place), session.world.get(entity, Arachnid)
    she.pose, she.reach_x, she.reach_y, she.look_x, she.look_y = "run", -1.0, -1.0, -1.0, -1.0
    for n in range(400):
        d = goal - Vec(at.x, at.y)
        if d.length <= WALKS_PX:
            break
        way = Vec(at.x, at.y).toward(goal)
        at.was_x, at.was_y = at.x, at.y
        at.x, at.y = at.x + way.x * WALKS_PX, at.y + way.y * WALKS_PX
        she.heading = 180.0 if d.x < 0 else 0.0
        if n % 14 == 0:
            stage.sound("needle_tick", Vec(at.x, at.y), 0.6)
        yield None
    at.was_x, at.was_y = at.x, at.y = goal.x, goal.y
    she.pose, she.heading = "stand", 90.0
    she.look_x, she.look_y = session.place.x, session.place.y - 20


def stare_of(session: Session) -> Stare:
    """Her gaze over this room, and what in it can be looked at."""
    room = session.room
    spots = {t.name.removesuffix("_look"): t.box.middle for t in room.things if t.name in ("sofa_look", "clock")}
    others = tuple((name, at.x, at.y) for name, at in sorted(spots.items()))
    return Stare(globe=room.spots["globe_spot"].box.middle, others=others)


def _scans(stage: Stage) -> Script:
    session, counts = stage.session, stage.session.story.counts
    act = stare_of(session)
    session.act = act
    while not act.is_found and session.act is act:
        told = list(act.told)
        act.told.clear()
        for what in told:
            yield from _remarks(stage, what, counts)
        yield None
    session.act = None


def _remarks(stage: Stage, what: str, counts: dict[str, int]) -> Script:
    session = stage.session
    if what in OTHERS:
        session.cry("coraline", stage.key(f"look.{LOOK_KEYS[what]}"), Vec(session.place.x, session.place.y), CRY_TICKS)
    elif what == "felt" and stage.once("web_felt"):
        session.cry(
            "coraline", stage.key(f"look.{LOOK_KEYS['seen']}"), Vec(session.place.x, session.place.y), CRY_TICKS
        )
    elif what == "seen":
        counts["web_looks"] = counts.get("web_looks", 0) + 1
        counts["web_hits"] = counts.get("web_hits", 0) + 1
        stage.set("lost_looking")
        if stage.once("web_seen_looking"):
            yield 30
            yield from stage.say("seen")
        else:
            cry_boss_line(session, "web.looking", facts(session), lasts=CRY_TICKS)


def _found(stage: Stage) -> Script:
    """Very small, and both of them."""
    session = stage.session
    stage.sound("soul_near", "globe_spot")
    stage.camera(Vec(540, 150), 2.0)
    yield 40
    yield from stage.say("found", only=(1,))
    stage.face("coraline", Facing.RIGHT)
    yield from stage.walk("coraline", Vec(640, 232), 72)
    stage.face("coraline", Facing.UP)
    session.world.get(session.find("beldam"), Arachnid).look_x = -1.0
    yield from stage.say("found", only=(2,))
    stage.camera_back()


def _claims(stage: Stage) -> Script:
    """Four things she may say. One of them is as wrong as can be, and must be meant."""
    session = stage.session
    stage.music("void")
    stage.bring("coraline", Vec(640, 232), Facing.UP)
    yield from _goes(stage, THRONE)
    she = session.world.get(session.find("beldam"), Arachnid)
    she.look_x, she.look_y = session.place.x, session.place.y - 20
    yield 14
    while True:
        yield from stage.choose("claim")
        picked = session.story.notes.get(f"picked.{BEAT}.claim", "")
        session.story.counts["claims"] = session.story.counts.get("claims", 0) + 1
        if picked != CLAIM:
            yield 20
            continue
        panel = ClaimPanel(CLAIM_KEY)
        session.panel = panel
        yield lambda p=panel: p.is_said or session.panel is not p  # type: ignore[misc]
        yield 24
        session.panel = None
        break
    yield from stage.say("claim_said")
    stage.camera(Vec(610, 190), 2.0)
    yield from stage.say("goad")


def _unlocks(stage: Stage) -> Script:
    session = stage.session
    she = session.world.get(session.find("beldam"), Arachnid)
    stage.shake(3.0, 20)
    stage.sound("beldam_hiss", "beldam")
    yield from _goes(stage, DOOR)
    she.pose, she.heading = "unlock", 0.0
    she.reach_x, she.reach_y = 720.0, 122.0
    stage.sound("unpick", DOOR)
    yield 30
    stage.sound("key_turn", Vec(720, 130))
    yield 26
    stage.set("web_unlocked")
    stage.sound("little_door_open", Vec(720, 130))
    stage.shake(2.0, 20)
    yield 30
    yield from stage.say("key", only=(1,))
    she.pose, she.heading, she.reach_x, she.reach_y = "stand", 90.0, -1.0, -1.0
    she.look_x, she.look_y = session.place.x, session.place.y - 20
    yield from stage.say("key", only=(2,))
    yield from stage.say("open_door")
    stage.camera_back()


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: beldam_tricked}
STARTS: dict[str, Start] = {
    BEAT: Start(
        ROOM,
        "cp_arena",
        ("tricked_opened", "globe_seen", "web_unlocked"),
        POCKETS,
        (*FLAGS, "web_opened", "taught_stitches"),
    )
}
