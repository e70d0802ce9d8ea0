"""soul_theatre: two performers who do what she does, the wrong way round; three boards; a fan behind the sky; the way out.

Checkpoints after the board that teaches, after the second, before the pursuit and before the run. What is behind her: LEAVES.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch09_game.theatre_end import (
    BEAT,
    HOUSE,
    STAGE_MIDDLE,
    clouds,
    cry,
    dim,
    keep,
    remarks,
    run_out,
    soul,
    take_cloud,
)
from game.content.beats.verbs import Stage, Start
from game.content.folk.cat import TIERS
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Boards, Duet, Farewell, Interval, Pursuit
from game.sim.acts.duet.stage import DUO
from game.sim.acts.theatre.house import House, is_on_boards
from game.sim.harm import stitches
from game.sim.ruin import souls
from game.sim.session import Session

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
LAST_LIGHTS = ((604.0, 262.0, 44.0, 1.0, "rose"), (548.0, 262.0, 44.0, 1.0, "blue"), (576.0, 318.0, 36.0, 0.6, "gold"))
"""Where lamps shine while they disagree: x, y, px, level, colour."""
BARK_TICKS = 1300
OVER_BOARDS = Vec(560.0, 128.0)
"""Where words stand that must hide nobody."""


def soul_theatre(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.flag("duet_fan") and stage.flag("duo_gone"):
        yield from run_out(stage)
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
                yield from keep(stage)
    if not stage.flag("duet_pinned"):
        yield from _pursuit(stage)
    if not stage.flag("duet_told"):
        yield from _told(stage)
    if not stage.flag("duet_fan"):
        yield from clouds(stage)
    yield from soul(stage)
    yield from run_out(stage)


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
    stage.goal("last_board" if number == len(BOARDS) - 1 else "board")
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
            cry(stage, "coraline", "spotlight", 1, OVER_BOARDS)
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
            yield from remarks(stage)
            if ticks % BARK_TICKS == 700 and is_on_boards(session.place.x, session.place.y):
                _murmur(stage)
        yield None


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
                        cry(stage, "coraline", "spotlight", 2, OVER_BOARDS)
                else:
                    _murmur(stage, 2)
        yield None
    yield lambda: session.act is not duet


def _prompts(stage: Stage) -> None:
    """On the boards the cat does not come: it says what it has to say from the prompter's box, one thing further each time."""
    session = stage.session
    tier = min(session.story.count(f"hint.{session.goal}"), TIERS)
    stage.sound("cat_meow", gain=0.6)
    session.cry("cat", f"hints.{session.goal}.{tier}", Vec(STAGE_MIDDLE.x, 372.0), 260)


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
    dim(stage, 0.8)
    yield lambda: session.is_free and is_on_boards(session.place.x, session.place.y)
    stage.goal("chase")
    # What the boards cost her is paid: the chase begins with a clean border, or nearly.
    session.story.counts["stitches"] = min(stitches(session), 1)
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
        yield from stage.walk("coraline", Vec(560, 330), 120)
        yield 10
        if stage.once("duet_chase_told"):
            yield from stage.say("chase")
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


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: soul_theatre}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"soul_theatre_cloud": take_cloud}
STARTS = {
    BEAT: Start(HOUSE, "from_grounds", LEAVES, ("adder_stone", "key", "doll", "note"), ("game_proposed",)),
}
