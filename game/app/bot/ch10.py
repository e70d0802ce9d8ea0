"""How the bot gets on in her room: it reads the threads and stands in the gaps, peeps behind her gaze, lies, and throws a cat."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot.ch03 import hear_out
from game.core.geometry import TILE, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import CatThrow, Hush, Needlework, Stare
from game.sim.panels import ClaimPanel
from game.sim.parts import Place

if TYPE_CHECKING:
    from game.app.bot.bot import Bot
    from game.testing import Play

SEES_TICKS = 12
"""A glint is noticed so long after it began."""
HOME = Vec(552, 272)
PEEPS_FROM = Vec(521, 158)
WAITS_AT = Vec(560, 214)
RIGHT_CLAIM = 3
STEP_PX = 24.0
EDGE_PX = 14.0


def true_form(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(60 * 60 * 12):
        if play.saw("true_form"):
            return
        act = session.act
        if session.talk is not None:
            hear_out(bot)
        elif isinstance(act, Needlework) and session.is_free:
            go(play, refuge(play, act))
        else:
            play.tick()


def refuge(play: Play, act: Needlework) -> Vec:
    """Where a person who reads the threads would want to be."""
    here = play.position
    session = play.session
    attack = act.attack
    if attack is None or act.phase == "out" or (act.phase == "told" and act.since < SEES_TICKS):
        return here if attack is not None else HOME
    if attack.kind == "rows":
        rows = [act.row(n) for n in act.gaps()]
        best = min(rows, key=lambda r: abs(r.middle.y - here.y))
        return Vec(here.x, best.middle.y)
    if attack.kind == "columns":
        columns = [act.column(n) for n in act.gaps()]
        best = min(columns, key=lambda c: abs(c.middle.x - here.x))
        return Vec(best.middle.x, max(here.y, act.floor.y + 3 * TILE))
    if attack.kind == "sweep":
        she = session.world.get(session.find("beldam"), Place)
        if not act.in_sweep(she, here.x, here.y):
            return here
        floor = act.floor
        spots = [
            Vec(floor.x + x * STEP_PX, floor.y + y * STEP_PX)
            for x in range(1, int(floor.w / STEP_PX))
            for y in range(3, int(floor.h / STEP_PX) + 1)
        ]
        safe = [s for s in spots if not act.in_sweep(she, s.x, s.y)]
        return min(safe, key=lambda s: (s - here).length)
    if act.phase == "hang":
        return here
    away = here - Vec(act.x, act.y)
    way = (
        Vec(away.x / away.length, away.y / away.length) if away.length > 1 else Vec(1.0 if here.x < HOME.x else -1.0, 0)
    )
    return here + way * 40 if away.length < 30 else here


def go(play: Play, goal: Vec, run: bool = True) -> None:
    """One tick towards a place."""
    floor = play.session.room.spots["room_floor"].box
    x = min(max(goal.x, floor.x + EDGE_PX), floor.right - EDGE_PX)
    y = min(max(goal.y, floor.y + EDGE_PX), floor.bottom - EDGE_PX)
    d = Vec(x, y) - play.position
    far = math.hypot(d.x, d.y)
    if far < 4:
        play.tick()
        return
    k = min(STICK, STICK * far / 12) / far
    play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN if run and far > 20 else Action(0)))


def ghost_advice(bot: Bot) -> None:
    play = bot.play
    session = play.session
    while not play.saw("ghost_advice"):
        if session.talk is not None:
            hear_out(bot)
        elif isinstance(session.act, Hush) and play.prompt == "listen":
            play.wait(14).press("interact")
        else:
            play.tick()


def beldam_tricked(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(60 * 60 * 12):
        if play.saw("beldam_tricked"):
            return
        act, panel = session.act, session.panel
        if session.talk is not None and session.talk.options:
            # Once the wrong thing, as most do; then the bold one.
            play.choose(RIGHT_CLAIM if session.story.counts.get("claims") else 0)
        elif session.talk is not None:
            hear_out(bot)
        elif isinstance(panel, ClaimPanel):
            play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if panel.ticks < 2 else Action(0)))
        elif isinstance(act, Stare) and session.is_free:
            _peep(play, act)
        else:
            play.tick()


def _peep(play: Play, act: Stare) -> None:
    """Up to the hearth while she looks elsewhere; the stone up only then."""
    here = play.position
    safe = act.is_blink or (act.state == "goes" and act.way > 0 and act.gaze > 50) or (act.way < 0 and act.gaze > 80)
    if (PEEPS_FROM - here).length > 6:
        go(play, PEEPS_FROM, run=False)
    elif safe:
        play.tick(Intent(aim_y=-STICK, held=Action.STONE))
    else:
        play.tick()


def cat_thrown(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(60 * 60 * 4):
        if play.saw("cat_thrown"):
            return
        act = session.act
        if session.talk is not None:
            hear_out(bot)
        elif isinstance(act, CatThrow) and act.state == "wait" and session.is_free:
            play.tick(Intent(held=Action.THROW, pressed=Action.THROW))
        elif isinstance(act, CatThrow) and act.state == "aim":
            d = act.arrives() - act.mark
            lets_go = abs(d) < act.lean(session) * 0.7 and act.since > 20
            x = round(max(min(d / 5, 1.0), -1.0) * STICK)
            play.tick(Intent(x=x, held=Action(0) if lets_go else Action.THROW))
        else:
            play.tick()


PLAYS: dict[str, Callable[[Bot], None]] = {
    "true_form": true_form,
    "ghost_advice": ghost_advice,
    "beldam_tricked": beldam_tricked,
    "cat_thrown": cat_thrown,
}
