"""How hunt A ends: a soul is taken out of a pen, and the house comes undone: up, round, down through her own floor, along."""

from __future__ import annotations

from game.content.beats.ch09_game.house_rooms import BEAT, DOWN, FATHER, UP, dismiss, rest_of, tie_as_left
from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import TILE, Box, Facing, Vec
from game.core.script import Script
from game.sim.acts import RunOut
from game.sim.parts import Furniture, Look, Place
from game.sim.session import Session

APPEAR_TICKS, MEND_TICKS, VANISH_TICKS = 56, 122, 46
CARDIGAN = "cardigan_leaf"
GOES_TICKS = 64
"""How long he is still there after the strings have let go."""


def soul(stage: Stage) -> Script:
    session = stage.session
    here = Vec(session.place.x, session.place.y)
    with stage.scene():
        stage.music("st_soul")
        stage.sound("soul_collect")
        yield 30
        ghost = session.bear(make_person(session, "ghost_boy", here + Vec(40, -6), Facing.LEFT, "none", is_ghost=True))
        session.names["ghost_silas"] = ghost
        look = session.world.get(ghost, Look)
        stage.face("coraline", Facing.RIGHT)
        yield from _shown(look, "appear", APPEAR_TICKS)
        yield from stage.say("soul", (1,))
        stage.sound("unpick", here)
        yield from _shown(look, "mend", MEND_TICKS)
        look.sheet, look.anim, look.mood = "ghost_boy_mended", "idle", ""
        stage.sound("soul_near")
        yield from stage.say("soul", (2, 3))
        session.meet("silas")
        yield from _shown(look, "vanish", VANISH_TICKS)
        session.bury(ghost)
        session.names.pop("ghost_silas", None)
        stage.shake(5.0, 60)
        stage.sound("world_unravel")
        yield 30
        yield from stage.say("crumble")
    stage.set("runout_house")
    stage.keep()
    yield lambda: not session.wants_checkpoint


def _shown(look: Look, anim: str, ticks: int) -> Script:
    look.anim, look.ticks, look.is_once, look.mood = anim, 0, False, "held"
    yield ticks


def run_out(stage: Stage) -> Script:
    """Up, round, down and along."""
    session = stage.session
    stage.goal("run")
    stage.music("chase", "base", "drive")
    act = RunOut(hunt="house")
    session.act = act
    if session.room.name == UP:
        yield from _run_up(stage, act)
        return
    end = session.room.spots["runout_house_end"].box
    if stage.flag("house_leapt"):
        _cry_once(stage, 3)
    yield lambda: end.holds(session.place.x, session.place.y)
    yield from _over(stage)


def _run_up(stage: Stage, act: RunOut) -> Script:
    session = stage.session
    _cry_once(stage, 1)
    hole = session.room.spots["leap_house"].box
    is_there = not stage.flag("house_father_gone")
    if is_there:
        tie_as_left(stage)
        session.act = act
    else:
        _cardigan(session)
    goes = 0
    while not hole.holds(session.place.x, session.place.y) or not session.is_free:
        if session.place.y > 13.6 * TILE and session.place.x < 24 * TILE:
            _cry_once(stage, 2)
            if is_there:
                is_there = False
                stage.set("house_father_gone")
                session.cry("other_father", f"beats.{BEAT}.father_end.1", rest_of(session))
                stage.sound("thread_pull", rest_of(session))
                session.world.get(session.find(FATHER), Look).anim = "still"
                goes = GOES_TICKS
        if goes:
            goes -= 1
            if goes == 0:
                stage.sound("cloth_turn", rest_of(session))
                dismiss(session)
                _cardigan(session)
        yield None
    stage.set("house_leapt")
    with stage.scene():
        place = session.place
        stage.sound("edge_gone")
        goal = stage.at("leap_house")
        start = Vec(place.x, place.y)
        for n in range(1, 15):
            k = n / 14
            at = start + (goal - start) * k
            session.space.move(session.hero, at.x, at.y)
            place.lift = 16.0 * 4 * k * (1 - k)
            yield None
        yield from stage.leave(DOWN, "cp_kitchen")


def _cardigan(session: Session) -> None:
    """Where he stood."""
    at = rest_of(session)
    if not session.ruin.is_gone(at.x, at.y):
        box = Box(at.x - 13, at.y - 16, 26, 21)
        session.world.born(Place(at.x, at.y, at.x, at.y), Furniture(0, CARDIGAN, box, at.y, False, True))


def _cry_once(stage: Stage, n: int) -> None:
    if stage.once(f"house_cried_{n}"):
        place = stage.session.place
        stage.session.cry("coraline", f"beats.{BEAT}.run_1.{n}", Vec(place.x, place.y))


def _over(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        session.act = None
        stage.music("")
        stage.face("coraline", Facing.LEFT)
        yield 50
        yield from stage.say("father_end", (2,))
        yield from stage.say("done")
    session.story.set("runout_house", False)
