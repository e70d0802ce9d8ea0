"""How the bot plays hunt B, the theatre: it looks the boards' ends up breadth first, waits for the dark, and runs."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import Duet, Interval, Pursuit, RunOut
from game.sim.acts.duet.board import HER, State
from game.sim.acts.duet.mishaps import PLAY, STEP_TICKS
from game.sim.acts.duet.pursuit import COPIES, FRONT, LEFT, RIGHT, TOP
from game.sim.acts.duet.stage import DUO
from game.sim.acts.theatre.house import is_on_boards
from game.sim.parts import Harm, Place, Stone

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

HOUSE, GROUNDS = "other/basement", "other/grounds"
STICKS = {"L": (-STICK, 0), "R": (STICK, 0), "U": (0, -STICK), "D": (0, STICK)}
STAIRS_UP = Vec(176.0, 372.0)
AHEAD_PX = 52.0
"""It aims at a point of the run so far ahead."""
KEEPS_PX = 46.0
"""It goes round either of the two when they are nearer than this."""
Vec2 = tuple[float, float]
TRIES: tuple[Vec2, ...] = tuple((float(x), float(y)) for x in (-1, 0, 1) for y in (-1, 0, 1))
LEGS, LAST_LEG = (4, 12, 30), 30
"""It thinks two ways ahead: the first so many steps of STEP_S long, and the last."""
STEP_S = 0.11
REPLANS_TICKS = 14


def soul_theatre(bot: Bot) -> None:
    play = bot.play
    session = play.session

    while not play.saw("soul_theatre"):
        flags = session.story.flags
        if isinstance(session.act, Duet) and session.talk is None:
            board_of(bot, session.act)  # it holds her: there is nothing to wait for
            continue
        if session.talk is None or not session.talk.options:
            _hear(bot)
        if session.talk is not None and session.talk.options:
            play.choose(2)
        elif isinstance(session.act, RunOut):
            _run(bot)
        elif "duo_gone" in flags:
            play.tick()
        elif session.room.name != HOUSE:
            bot.go_to_map(HOUSE)
        elif not session.is_running("soul_theatre"):
            bot.start("soul_theatre")
        elif isinstance(session.act, Pursuit):
            pursuit_of(bot, session.act)
        elif isinstance(session.act, Interval) and session.act.is_waiting and session.is_free:
            act = session.act
            play.walk_to(act.foot(act.now[HER]), near=3.0, stop=lambda a=act: session.act is not a or a.is_called)  # type: ignore[misc]
            play.tick()
        elif "duet_clouds" in flags and "duet_fan" not in flags and session.is_free:
            bot.use("cloud_3")
        elif (
            "duet_3" in flags
            and "duet_fan" not in flags
            and session.is_free
            and not is_on_boards(play.position.x, play.position.y)
        ):
            play.walk_to("cp_stage", stop=lambda: not session.is_free)
        else:
            play.tick()


def _hear(bot: Bot) -> None:
    """Turns the pages of what is being said, and is done when nobody says anything."""
    play = bot.play
    play.until(lambda: play.talk is None or bool(play.talk.options), within=6000, reads=True)


# ---------------------------------------------------------------- the boards


def board_of(bot: Bot, duet: Duet) -> None:
    """One board, by its shortest end; each step waits until no light is in the way."""
    play = bot.play
    session = play.session
    plan: dict[State, str] = {}
    while session.act is duet and not duet.is_over and session.talk is None:
        if duet.phase != PLAY or duet.step_ticks < STEP_TICKS:
            play.tick()
            continue
        if duet.now not in plan:
            plan |= _plan(duet)
        ways = plan.get(duet.now)
        if ways is None:  # from here there is no end: from the top
            play.press("dodge")
            continue
        if not ways:
            play.tick()
            continue
        step = duet.board.step(duet.now, ways)
        lit = {beam.column for beam in duet.lights(session) if beam.is_lit or beam.told > 0.95}
        if {duet.now[HER][0], step.state[HER][0]} & lit:
            play.tick()
            continue
        x, y = STICKS[ways]
        play.tick(Intent(x, y))
        play.tick()


def _plan(duet: Duet) -> dict[State, str]:
    """From where they stand: what to do in every position on the shortest way to the end; nothing where there is none."""
    state, plan = duet.now, {}
    try:
        ways = duet.board.solve(state) or ""
    except ValueError:  # too far gone to think it through: it begins again
        return {}
    for way in ways:
        plan[state] = way
        state = duet.board.step(state, way).state
    return {**plan, state: ""} if plan else {}


# ---------------------------------------------------------------- the pursuit


def pursuit_of(bot: Bot, act: Pursuit) -> None:
    """One tick of leading them: the way that brings whoever is free nearest to their light, and nobody too near to her."""
    play = bot.play
    session = play.session
    if session.world.get(session.hero, Harm).holds or not session.is_free:
        play.tick()
        return
    here = play.position
    if not is_on_boards(here.x, here.y):
        play.walk_to("cp_stage", stop=lambda: not session.is_free or is_on_boards(play.position.x, play.position.y))
        return
    pools = act.pools(session)
    two = [session.world.get(session.find(who), Place) for who in DUO]
    at = [Vec(place.x, place.y) for place in two]
    plans = [(first, second, leg) for first in TRIES for second in TRIES for leg in LEGS]
    first, _, _ = min(plans, key=lambda plan: _cost(here, at, pools, act.pins, plan))
    n = math.hypot(*first) or 1.0
    for _ in range(REPLANS_TICKS):
        if session.act is not act or not session.is_free:
            return
        play.tick(Intent(round(first[0] / n * STICK), round(first[1] / n * STICK), Action.RUN))


def _cost(here: Vec, at: list[Vec], pools: tuple[Vec, Vec], pins: list[int], plan: tuple[Vec2, Vec2, int]) -> float:
    """How good it is to run two ways after each other: how near whoever is free comes to their light, how near to her."""
    x, y = here.x, here.y
    two = [(p.x, p.y) for p in at]
    nearest, closest = [math.hypot(at[i].x - pools[i].x, at[i].y - pools[i].y) for i in range(2)], 999.0
    for n in range(plan[2] + LAST_LEG):
        wx, wy = plan[0] if n < plan[2] else plan[1]
        k = 152.0 * STEP_S / (math.hypot(wx, wy) or 1.0)
        was_x, was_y = x, y
        x, y = min(max(x + wx * k, LEFT), RIGHT), min(max(y + wy * k, TOP), FRONT)
        dx, dy = x - was_x, y - was_y
        for i in range(2):
            if pins[i]:
                continue
            px, py = two[i]
            far = math.hypot(x - px, y - py) or 1.0
            px += (-dx if i == 0 else dx) * COPIES + (x - px) / far * 36.0 * STEP_S
            py += (dy if i == 0 else -dy) * COPIES + (y - py) / far * 36.0 * STEP_S
            two[i] = min(max(px, LEFT), RIGHT), min(max(py, TOP), FRONT)
            nearest[i] = min(nearest[i], math.hypot(two[i][0] - pools[i].x, two[i][1] - pools[i].y))
            closest = min(closest, math.hypot(x - two[i][0], y - two[i][1]))
    wants = [nearest[i] for i in range(2) if not pins[i]]
    return min(wants, default=0.0) + 0.2 * sum(wants) + 6.0 * max(KEEPS_PX - closest, 0.0)


# ---------------------------------------------------------------- the run


def _run(bot: Bot) -> None:
    """A few ticks along the planned way, to the point of it that is a little ahead; the stone up where floor is missing."""
    play = bot.play
    session = play.session
    if not session.is_free or session.world.get(session.hero, Harm).holds:
        play.tick()
        return
    path = session.room.paths.get("runout_theatre")
    if path is None:
        play.tick()
        return
    here = play.position
    best, best_far, ahead = 0.0, 1e9, 0.0
    points = list(path.points)
    done = 0.0
    for a, b in pairwise(points):
        long = (b - a).length
        k = min(max(((here.x - a.x) * (b.x - a.x) + (here.y - a.y) * (b.y - a.y)) / (long * long or 1.0), 0.0), 1.0)
        far = (here - (a + (b - a) * k)).length
        if far < best_far - 1.0:
            best, best_far = done + long * k, far
        done += long
    ahead = best + AHEAD_PX
    goal, gone = points[-1], 0.0
    for a, b in pairwise(points):
        long = (b - a).length
        if gone + long >= ahead:
            goal = a + (b - a) * ((ahead - gone) / long)
            break
        gone += long
    looks = NOTHING
    for thing in session.room.things:
        is_hole = thing.kind == "Truth" and thing.text("over") == "hole" and session.story.holds(thing.text("if_flag"))
        if is_hole and thing.box.grown(40).holds(here.x, here.y):
            looks = Action.STONE
    stone = session.world.get(session.hero, Stone)
    if (
        looks
        and not stone.is_up
        and not any(t.box.holds(here.x, here.y) for t in session.room.things if t.kind == "Truth")
    ):
        play.tick(Intent(-STICK // 4, 0, looks))
        return
    way = goal - here
    if not session.space.sees(here.x, here.y, goal.x, goal.y) or not session.space.is_free(
        here.x + way.x / (way.length or 1) * 12, here.y + way.y / (way.length or 1) * 12, 6.5, session.hero
    ):
        steps = play.way_to(goal, 7.2)
        if steps:
            way = next((p for p in steps if (p - here).length > 6), steps[-1]) - here
    n = way.length or 1.0
    for _ in range(3):
        play.tick(Intent(round(way.x / n * STICK), round(way.y / n * STICK), looks or Action.RUN))


PLAYS: dict[str, Callable[[Bot], None]] = {"soul_theatre": soul_theatre}
