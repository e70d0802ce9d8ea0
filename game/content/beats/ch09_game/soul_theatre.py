"""soul_theatre: two performers who do what she does, the wrong way round; three boards; a fan behind the sky; the way out.

Checkpoints after the board that teaches, after the second, before the pursuit and before the run. What is behind her: LEAVES.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from game.content.beats.verbs import Stage, Start
from game.content.folk.cat import TIERS
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script, Wait
from game.sim.acts import Boards, Duet, Farewell, Interval, Pursuit, RunOut
from game.sim.acts.duet.duet import DUO
from game.sim.acts.theatre.house import House, is_on_boards
from game.sim.harm import prick
from game.sim.parts import Furniture, Lamp, Look, Name, Person, Place, Walker
from game.sim.ruin import souls
from game.sim.session import Session
from game.sim.systems.reveal import is_looking

BEAT = "soul_theatre"
HOUSE, GROUNDS = "other/basement", "other/grounds"
BOARDS = ("duet_teach", "duet_1", "duet_2", "duet_3")
"""Set when that board is behind her."""
LEAVES = (
    "moles_gone",
    "duet_open",
    *BOARDS,
    "duet_pinned",
    "duet_told",
    "duet_clouds",
    "duet_fan",
    "duo_gone",
)
REMARKS = (
    (("seen_true_painted_2r_1", "seen_true_painted_2r_2", "seen_true_painted_2r_3"), "seats"),
    (("seen_true_painted_1l_1", "seen_true_painted_3l_2"), "seats"),
    (("seen_true_stone_actresses",), "flies"),
)
"""What she says once, when one of those has been seen through the stone."""
STAGE_MIDDLE = Vec(576, 236)
CLOUDS = 5
FAN_CLOUD = 3
PAINTED_CLOUDS = (2, 5)
TUG_TICKS = 54
LAST_LIGHTS = ((604.0, 262.0, 44.0, 1.0, "rose"), (548.0, 262.0, 44.0, 1.0, "blue"), (576.0, 318.0, 36.0, 0.6, "gold"))
"""Where lamps shine while they disagree: x, y, px, level, colour."""
BARK_TICKS = 1300
RUN_CRIES = ((27.0, 11.0, 1), (10.0, 16.5, 2), (29.5, 23.5, 3))
"""(x, y) in tiles where she cries the n-th thing on the run."""
CRY_TILES = 2.6
FAN_PX = (62.0, 44.0)
MEND_TICKS = 124
EXITS = (780.0, 372.0)
"""px: how far each gets."""


def soul_theatre(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.flag("duet_fan") and stage.flag("duo_gone"):
        yield from _run_out(stage)
        return
    if session.room.name != HOUSE:
        yield lambda: False
    yield lambda: session.fade.amount < 0.5
    if not stage.flag("duet_open"):
        yield from _open(stage)
    for number, flag in enumerate(BOARDS):
        if not stage.flag(flag):
            yield from _board(stage, number)
            stage.set(flag)
            if number != 1:
                yield from _keep(stage)
    if not stage.flag("duet_pinned"):
        yield from _pursuit(stage)
    if not stage.flag("duet_told"):
        yield from _told(stage)
    if not stage.flag("duet_fan"):
        yield from _clouds(stage)
    yield from _soul(stage)
    yield from _run_out(stage)


def _keep(stage: Stage) -> Script:
    """A checkpoint, as soon as she is free: the beat goes on from there."""
    stage.keep()
    yield lambda: not stage.session.wants_checkpoint


def _dim(stage: Stage, dusk: float) -> House:
    """The house as it is when nothing is played: open, and the lamps down."""
    house = House(curtain=0.0, curtain_goal=0.0, dusk=dusk, dusk_goal=dusk)
    stage.session.act = house
    return house


# ---------------------------------------------------------------- the house turns round


def _open(stage: Stage) -> Script:
    """The last of the applause. Then they turn round; then there are only gloves."""
    session = stage.session
    yield lambda: session.is_free
    interval = Interval(number=0, souls=souls(session.story), is_waiting=False, dusk=0.0, dusk_goal=0.9)
    session.act = interval
    with stage.scene():
        stage.music("search", "heart")
        stage.face("coraline", Facing.UP)
        stage.camera(Vec(576, 540), 3.0)
        stage.sound("mole_clap", Vec(560, 560), 0.7)
        yield 70
        stage.sound("mole_gasp", Vec(560, 560), 0.5)
        interval.stares = True
        yield 50
        yield from stage.say("moles")
        yield from stage.fade_out(7)
        stage.sound("spotlight", Vec(576, 240))
        stage.set("moles_gone")
        yield 44
        interval.stares = False
        stage.camera(STAGE_MIDDLE, 60.0)
        yield from stage.fade_in(10)
        stage.sound("string_pull", Vec(576, 200))
        yield 40
        yield from stage.say("open")
        stage.camera_back()
    stage.set("duet_open")


# ---------------------------------------------------------------- the boards


def _board(stage: Stage, number: int) -> Script:
    """One board, as often as she comes back to it."""
    session = stage.session
    here = session.act
    if isinstance(here, Boards):
        here.strike(session)
    interval = Interval(number=number, souls=souls(session.story))
    if isinstance(here, House):
        interval.dusk = here.dusk
    session.act = interval
    yield None
    while True:
        yield from _between(stage, interval)
        duet = Duet(number=number, souls=interval.souls)
        interval.hand_over(duet)
        session.act = duet
        stage.music("search", "heart", "hunt")
        if number == 2 and stage.once("duet_light_told"):
            _cry(stage, "coraline", "spotlight", 1)
        yield from _watch(stage, duet)
        after = session.act
        if duet.is_solved:
            stage.music("search", "heart")
            return
        interval = Interval(number=number, souls=duet.souls)
        if isinstance(after, Boards):
            after.hand_over(interval)
        interval.has_left = True
        session.act = interval
        yield None


def _between(stage: Stage, interval: Interval) -> Script:
    """She may look round first: what she makes of it, and what the two murmur up there."""
    session = stage.session
    ticks = 0
    while not interval.is_called:
        ticks += 1
        if session.is_free:
            yield from _remarks(stage)
            if ticks % BARK_TICKS == 700 and is_on_boards(session.place.x, session.place.y):
                _murmur(stage)
        yield None


def _remarks(stage: Stage) -> Script:
    """Lines that wait for something to be seen or found, and for the stone to be down again."""
    story = stage.session.story
    if is_looking(stage.session):
        return
    for flags, moment in REMARKS:
        if any(f in story.flags for f in flags) and stage.once(f"duet_said_{moment}"):
            yield from stage.say(moment)
    if "hester_playbill" in story.items and stage.once("duet_said_keepsake"):
        yield from stage.say("keepsake")


def _watch(stage: Stage, duet: Duet) -> Script:
    """While a board is played: the rule put in words once, what the light is, and what the two cry."""
    session = stage.session
    while not duet.is_over:
        told, duet.told = duet.told, []
        for what in told:
            if what.startswith("step") and duet.number == 0 and duet.steps >= 2 and stage.once("duet_rule_told"):
                yield from stage.say("teach_mirror")
                yield from stage.say("marks")
            elif what == "cat":
                _prompts(stage)
            elif what == "spotted":
                if stage.once("duet_spotted"):
                    yield lambda: duet.phase != "hook" or duet.is_over
                    if duet.hooks and not duet.is_over:
                        yield from stage.say("spotted")
                        _cry(stage, "coraline", "spotlight", 2)
                else:
                    _murmur(stage, 2)
        yield None
    yield lambda: session.act is not duet


def _prompts(stage: Stage) -> None:
    """On the boards the cat does not come: it says what it has to say from the prompter's box, one thing further each time."""
    session = stage.session
    tier = min(session.story.count(f"hint.{BEAT}"), TIERS)
    stage.sound("cat_meow", gain=0.6)
    session.cry("cat", f"hints.{BEAT}.{tier}", Vec(STAGE_MIDDLE.x, 372.0), 260)


def _cry(stage: Stage, who: str, moment: str, n: int) -> None:
    place = stage.session.place
    stage.session.cry(who, f"{stage.key(moment)}.{n}", Vec(place.x, place.y - 16))


def _murmur(stage: Stage, n: int = 0) -> None:
    """One of the two says something, to nobody."""
    session = stage.session
    n = n or (1, 3)[session.story.count("duet_murmur") % 2]
    who = DUO[session.story.count("duet_voice") % 2]
    if session.find(who):
        at = stage.at(who)
        session.cry(who, f"barks.hunt_theatre.{n}", Vec(at.x, at.y - 20))


# ---------------------------------------------------------------- the pursuit


def _pursuit(stage: Stage) -> Script:
    """No squares any more."""
    session = stage.session
    if isinstance(session.act, Boards):
        session.act.strike(session)
    _dim(stage, 0.8)
    yield lambda: session.is_free and is_on_boards(session.place.x, session.place.y)
    with stage.scene():
        stage.music("search", "heart_fast", "hunt")
        stage.camera(STAGE_MIDDLE, 8.0)
        for who, at in zip(DUO, (Vec(700, 176), Vec(420, 176)), strict=True):
            stage.bring(who, at, Facing.DOWN)
        stage.sound("string_pull", STAGE_MIDDLE)
        stage.shake(2.5, 30)
        yield 26
        stage.sound("spotlight", STAGE_MIDDLE)
        _murmur(stage, 2)
        yield 34
        stage.camera_back()
    pursuit = Pursuit(souls=souls(session.story))
    session.act = pursuit
    while not pursuit.is_over:
        told, pursuit.told = pursuit.told, []
        for what in told:
            if what in ("cry", "loose"):
                _murmur(stage, 2 if what == "loose" else 0)
        yield None
    stage.set("duet_pinned")


def _told(stage: Stage) -> Script:
    """Held by two lights, with nothing to copy, they are two people for as long as it takes to disagree."""
    session = stage.session
    session.act = Farewell(dusk=1.0, dusk_goal=1.0, beams=LAST_LIGHTS)
    yield lambda: session.is_free
    with stage.scene():
        stage.music("void")
        yield from stage.fade_out(16)
        stage.bring("other_spink", Vec(604, 262), Facing.LEFT)
        stage.bring("other_forcible", Vec(548, 262), Facing.RIGHT)
        stage.bring("coraline", Vec(576, 316), Facing.UP)
        for who in DUO:
            stage.rest(who)
        stage.camera(STAGE_MIDDLE, 60.0)
        yield 12
        yield from stage.fade_in(20)
        yield 20
        yield from stage.say("marked", only=(1,))
        stage.face("other_forcible", "other_spink")
        yield from stage.say("marked", only=(2, 3, 4))
        yield 30
        yield from stage.say("marked", only=(5,))
        yield from stage.choose("choice")
        if stage.session.story.notes.get(f"picked.{BEAT}.choice") == "clap":
            stage.sound("mole_clap", "coraline", 0.5)
        stage.camera_back()
    stage.set("duet_told")


# ---------------------------------------------------------------- behind the sky


def _clouds(stage: Stage) -> Script:
    """Five clouds, and a fan behind three of them. One has a heartbeat."""
    session = stage.session
    _dim(stage, 0.5)
    stage.set("duet_clouds")
    for who, at in zip(DUO, (Vec(620, 262), Vec(532, 262)), strict=True):
        if session.find(who):
            stage.bring(who, at, Facing.UP)
    while not stage.flag("duet_fan"):
        if session.is_free:
            yield from _remarks(stage)
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


def _soul(stage: Stage) -> Script:
    """Ninth of nine; and two gloves."""
    session = stage.session
    yield lambda: session.is_free
    _dim(stage, 0.35)
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
    yield from _keep(stage)


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


def _run_out(stage: Stage) -> Script:
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
    stage.music("chase", "base", "drive")
    act = RunOut(hunt="theatre")
    session.act = act
    cried = 0
    while not act.is_over:
        if session.room.name == HOUSE and cried < len(RUN_CRIES):
            x, y, n = RUN_CRIES[cried]
            if (Vec(session.place.x / 32, session.place.y / 32) - Vec(x, y)).length < CRY_TILES:
                cried += 1
                _cry(stage, "coraline", "run_1", n)
        yield None
    stage.music("")
    stage.sound("world_unravel")
    yield 30
    yield lambda: session.is_free
    yield from stage.say("done")
    if session.story.counts.get("souls", 0) == 0:
        stage.set("order_theatre_first")
    session.story.set("runout_theatre", False)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: soul_theatre}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"soul_theatre_cloud": take_cloud}
STARTS = {
    BEAT: Start(HOUSE, "from_grounds", LEAVES, ("adder_stone", "key", "doll", "note"), ("game_proposed",)),
}
