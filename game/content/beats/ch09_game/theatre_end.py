"""How hunt B ends: five clouds and a fan behind the third, a girl who is thanked, two gloves, and the way out; and what all
parts of the hunt use: the dimmed house, remarks that wait, cries.
"""

from __future__ import annotations

from collections.abc import Generator

from game.content.beats.verbs import Stage
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script, Wait
from game.sim.acts import Farewell, RunOut
from game.sim.acts.duet.stage import DUO
from game.sim.acts.theatre.house import House
from game.sim.harm import prick
from game.sim.parts import Furniture, Lamp, Look, Name, Person, Place, Walker
from game.sim.session import Session
from game.sim.systems.reveal import is_looking

BEAT = "soul_theatre"
HOUSE, GROUNDS = "other/basement", "other/grounds"
STAGE_MIDDLE = Vec(576, 236)
REMARKS = (
    (("seen_true_painted_2r_1", "seen_true_painted_2r_2", "seen_true_painted_2r_3"), "seats"),
    (("seen_true_painted_1l_1", "seen_true_painted_3l_2"), "seats"),
    (("seen_true_stone_actresses",), "flies"),
)
"""What she says once, when one of those has been seen through the stone."""
FAN_CLOUD = 3
PAINTED_CLOUDS = (2, 5)
TUG_TICKS = 54
RUN_CRIES = ((27.0, 11.0, 1), (10.0, 16.5, 2), (29.5, 23.5, 3))
"""(x, y) in tiles where she cries the n-th thing on the run."""
CRY_TILES = 2.6
FAN_PX = (62.0, 44.0)
MEND_TICKS = 124
EXITS = (780.0, 372.0)
"""px: how far each gets."""


def keep(stage: Stage) -> Script:
    """A checkpoint, as soon as she is free: the beat goes on from there."""
    stage.keep()
    yield lambda: not stage.session.wants_checkpoint


def dim(stage: Stage, dusk: float) -> House:
    """The house as it is when nothing is played: open, and the lamps down."""
    house = House(curtain=0.0, curtain_goal=0.0, dusk=dusk, dusk_goal=dusk)
    stage.session.act = house
    return house


def remarks(stage: Stage) -> Script:
    """Lines that wait for something to be seen or found, and for the stone to be down again."""
    story = stage.session.story
    if is_looking(stage.session):
        return
    for flags, moment in REMARKS:
        if any(f in story.flags for f in flags) and stage.once(f"duet_said_{moment}"):
            yield from stage.say(moment)
    if "hester_playbill" in story.items and stage.once("duet_said_keepsake"):
        yield from stage.say("keepsake")


def cry(stage: Stage, who: str, moment: str, n: int, at: Vec | None = None) -> None:
    """The n-th line of a moment, over her, or where it covers nothing."""
    place = stage.session.place
    stage.session.cry(who, f"{stage.key(moment)}.{n}", at or Vec(place.x, place.y - 16))


# ---------------------------------------------------------------- behind the sky


def clouds(stage: Stage) -> Script:
    """Five clouds, and a fan behind three of them. One has a heartbeat."""
    session = stage.session
    dim(stage, 0.5)
    stage.set("duet_clouds")
    stage.goal("fan")
    for who, at in zip(DUO, (Vec(620, 262), Vec(532, 262)), strict=True):
        if session.find(who):
            stage.bring(who, at, Facing.UP)
    while not stage.flag("duet_fan"):
        if session.is_free:
            yield from remarks(stage)
        yield None


def take_cloud(session: Session, entity: int) -> Script:
    """Pulling a cloud off its wires: both hands."""
    stage = Stage(session, BEAT)
    name = session.world.get(entity, Name).name
    number = int(name.removeprefix("cloud_"))
    if number in PAINTED_CLOUDS and stage.flag(f"duet_fan_{number}"):
        number = 0
    with stage.scene():
        stage.face("coraline", Facing.UP)
        stage.sound("rope_creak")
        yield from stage.pose("coraline", "brace", TUG_TICKS)
        stage.sound("paper_peel")
        if number == FAN_CLOUD:
            stage.shake(2.0, 16)
            session.give("fan")
            stage.set("duet_fan")
            return
        if number in PAINTED_CLOUDS:
            stage.set(f"duet_fan_{number}")
            yield from stage.say("painted_fan")
        else:
            yield from stage.say("only_cloud")
    if number in PAINTED_CLOUDS:
        prick(session, "caught", session.place.x, session.place.y - 20, 24.0)
        stage.sound("needle_stab")


def soul(stage: Stage) -> Script:
    """Ninth of nine; and two gloves."""
    session = stage.session
    yield lambda: session.is_free
    dim(stage, 0.35)
    with stage.scene():
        her = stage.at("coraline")
        y = max(her.y, 172.0)
        stage.bring("coraline", Vec(her.x, y), Facing.DOWN)
        stage.camera(Vec(her.x, 204), 4.0)
        fan = session.bear(
            session.world.born(Furniture(0, "fan_hester", Box(her.x - FAN_PX[0] / 2, y - 96, *FAN_PX), y + 40))
        )
        glow = session.bear(session.world.born(Place(her.x, y - 30, her.x, y - 30), Lamp(170.0, "#ffd8b4ff", 1.3)))
        stage.sound("soul_collect", "coraline")
        stage.music("st_soul")
        stage.shake(2.0, 20)
        yield from stage.pose("coraline", "cheer", 50)
        yield from stage.say("soul", only=(1,))
        ghost = yield from _hester(stage, Vec(her.x + (38 if her.x < 576 else -38), y + 4))
        yield from stage.say("soul", only=(2, 3))
        look = session.world.get(ghost, Look)
        look.anim, look.ticks, look.is_once = "vanish", 0, True
        stage.sound("ghost_breath", "coraline")
        yield 48
        session.bury(ghost)
        session.bury(fan)
        session.bury(glow)
        yield 20
        yield from _exit(stage)
        stage.camera_back()
    stage.set("duo_gone")
    yield 2
    yield from keep(stage)


def _hester(stage: Stage, at: Vec) -> Generator[Wait, None, int]:
    """She comes as she was, and the buttons fall off; she stands there, whole, and thanks a full house of one."""
    session = stage.session
    ghost = session.world.born(
        Place(at.x, at.y, at.x, at.y),
        Look("ghost_girl", "appear", mood="held", is_once=True),
        Walker(is_ghost=True),
    )
    session.bear(ghost)
    session.world.add(ghost, Name("ghost_hester"))
    session.names["ghost_hester"] = ghost
    session.world.add(ghost, Person("ghost_hester", "none", turns_to_her=False))
    yield 56
    look = session.world.get(ghost, Look)
    look.anim, look.ticks = "mend", 0
    stage.sound("unpick", at)
    yield MEND_TICKS
    look.sheet, look.anim, look.ticks, look.is_once = "ghost_girl_mended", "idle", 0, False
    return ghost


def _exit(stage: Stage) -> Script:
    """One to each side, as rehearsed; they argue which."""
    session = stage.session
    stage.camera(STAGE_MIDDLE, 5.0)
    session.act = Farewell(dusk=0.4, dusk_goal=0.9, beams=_lamps((612.0, 540.0), 44.0))
    for who, at, facing in zip(DUO, (Vec(612, 262), Vec(540, 262)), (Facing.LEFT, Facing.RIGHT), strict=True):
        stage.bring(who, at, facing)
        stage.rest(who)
    yield 30
    yield from stage.say("end_pair", only=(1, 2))
    session.act = Farewell(dusk=0.9, beams=_lamps(EXITS, 40.0))
    yield from stage.together(
        *(stage.go(stage.body(who), (Vec(x, 262),), 130.0, is_watched=False) for who, x in zip(DUO, EXITS, strict=True))
    )
    for who in DUO:
        stage.sound("string_pull", who, 0.7)
        session.world.get(session.find(who), Look).is_hidden = True
        session.space.haunt(session.find(who), True)
    session.act = Farewell(dusk=0.9, beams=_lamps(EXITS, 40.0), gloves=tuple((x, 268.0) for x in EXITS))
    stage.sound("thread_pull", STAGE_MIDDLE, 0.6)
    yield 120
    stage.sound("rose_land", STAGE_MIDDLE, 0.5)
    yield from stage.say("end_pair", only=(3,))


def _lamps(where: tuple[float, float], radius: float) -> tuple[tuple[float, float, float, float, str], ...]:
    """A rose one and a blue one, at these x of the stage."""
    return tuple((x, 262.0, radius, 0.85, kind) for x, kind in zip(where, ("rose", "blue"), strict=True))


# ---------------------------------------------------------------- the floor takes its bow


def run_out(stage: Stage) -> Script:
    session = stage.session
    if session.room.name not in (HOUSE, GROUNDS):
        yield lambda: False
    yield lambda: session.fade.amount < 0.5
    if not stage.flag("runout_theatre"):
        with stage.scene():
            stage.sound("trapdoor", STAGE_MIDDLE)
            stage.shake(2.5, 50)
            yield 30
            yield from stage.say("crumble")
        stage.set("runout_theatre")
    stage.goal("run")
    stage.music("chase", "base", "drive")
    act = RunOut(hunt="theatre")
    session.act = act
    cried = 0
    while not act.is_over:
        if session.room.name == HOUSE and cried < len(RUN_CRIES):
            x, y, n = RUN_CRIES[cried]
            if (Vec(session.place.x / 32, session.place.y / 32) - Vec(x, y)).length < CRY_TILES:
                cried += 1
                cry(stage, "coraline", "run_1", n)
        yield None
    stage.music("")
    stage.sound("world_unravel")
    yield 30
    yield lambda: session.is_free
    yield from stage.say("done")
    if session.story.counts.get("souls", 0) == 0:
        stage.set("order_theatre_first")
    session.story.set("runout_theatre", False)
