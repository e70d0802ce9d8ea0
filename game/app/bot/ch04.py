"""How the bot plays chapter 4: throws like a decent child, dodges what it sees coming, keeps time with small errors."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, STILL, Action, Intent
from game.sim.acts import Circus, Garden
from game.sim.acts.circus import HEARD_LATE_TICKS, WAYS, Cue
from game.sim.acts.garden import TARGETS
from game.sim.parts import Flight, Hero, Name, Place, Pushable, Walker

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

JITTER = (0, 2, -1, 3, -3, 1, -2, 0, 1, -1, 2, 3, -2, 0, -3, 1)
"""Ticks early or late, cue by cue: a human's hands, always the same ones."""
PRESSES = {"catch": Action.INTERACT, "throw": Action.THROW, "dodge": Action.DODGE, "bow": Action.INTERACT}
SEES_TICKS = 16
"""So long before it would be hit the bot dodges."""
AIM_TICKS = 14


def other_wybie(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.cross_at_night()
    bot.cross_at_night()
    if "door_opened_twice" not in session.story.flags:
        bot.go_to_map("other/flat_down")
        play.until(lambda: session.is_running("other_wybie"), within=600, reads=True)
    play.read()
    bot.go_to_map("other/grounds")
    for _ in range(60 * 60 * 6):
        if play.saw("other_wybie"):
            return
        act = session.act
        if session.talk is not None:
            if session.talk.options:
                play.choose(1)
            else:
                _reads(bot)
        elif not session.is_free:
            play.tick()
        elif isinstance(act, Garden) and not act.is_over:
            if act.part in ("throw", "slide"):
                throw_at_targets(bot, act)
            elif act.part == "dodge":
                dodge_one(bot, act)
            else:
                throw_back(bot, act)
        else:
            _go_near(bot)


def _reads(bot: Bot) -> None:
    """Turns this page. Not ``read``: what comes after it may want her hands."""
    play = bot.play
    play.until(lambda: play.talk is None or bool(play.talk.options), within=2000, reads=True)


def _go_near(bot: Bot) -> None:
    """To where he is, or into the ring when he is there."""
    play = bot.play
    session = play.session
    wybie = session.find("other_wybie")
    if not wybie:
        play.tick()
        return
    at = session.world.get(wybie, Place)
    ring = "garden_slide" in session.story.flags and not play.saw("other_wybie")
    goal = session.room.spots["dodge_stand"].box.middle if ring else Vec(at.x - 40, at.y + 4)
    if (goal - play.position).length < 30:
        play.tick()
        return
    walk_some(bot, goal, 30)


def walk_some(bot: Bot, goal: Vec, ticks: int) -> None:
    """A few steps of the way there."""
    play = bot.play
    here = play.position
    is_plain = play.session.space.sees(here.x, here.y, goal.x, goal.y)  # no wall between: straight on
    points = [goal] if is_plain else play.way_to(goal)
    for _ in range(ticks):
        if not play.session.is_free or not points:
            play.tick()
            return
        d = points[0] - play.position
        if d.length < 5:
            points.pop(0)
            continue
        k = STICK / d.length
        play.tick(Intent(round(d.x * k), round(d.y * k)))


def throw_at_targets(bot: Bot, act: Garden) -> None:
    """Fetches a ball, steps behind the line, aims at one that has no star yet, lets go."""
    play = bot.play
    session = play.session
    wanted = [name for name in TARGETS if name not in act.starred]
    if not wanted:
        play.tick()
        return
    if not holds(bot) and not fetch(bot, "soft_ball_"):
        play.tick()
        return
    line = act.line
    if play.position.x > line.right + 10:
        walk_some(bot, Vec(line.middle.x, min(max(play.position.y, line.y), line.bottom)), 24)
        return
    goal = session.world.get(session.find(wanted[0]), Place)
    throw_toward(bot, Vec(goal.x, goal.y))
    for _ in range(150):  # watches where it goes
        if not session.is_free or not session.world.each(Flight):
            return
        play.tick()


def holds(bot: Bot) -> bool:
    session = bot.play.session
    return bool(session.world.get(session.hero, Hero).carries)


def fetch(bot: Bot, prefix: str) -> bool:
    """Goes to the nearest ball that lies still and lifts it; True when it is in her hands."""
    play = bot.play
    session = play.session
    lying = [
        (Vec(at.x, at.y - push.h / 2), name.name)
        for e, name, at, push in session.world.each(Name, Place, Pushable)
        if name.name.startswith(prefix) and at.lift < 1 and not session.world.has(e, Flight)
    ]
    if not lying:
        return False
    where, name = min(lying, key=lambda b: (b[0] - play.position).length)
    for _ in range(4):
        if not session.is_free or holds(bot):
            break
        if (where - play.position).length > 26:
            walk_some(bot, where + where.toward(play.position) * 19.0, 40)
            continue
        d = where - play.position
        k = STICK / (d.length or 1.0)
        play.tick(Intent(round(d.x * k), round(d.y * k)))
        if session.prompt is not None and session.prompt.entity == session.find(name):
            play.press("throw")
            play.wait(20)
    return holds(bot)


def throw_toward(bot: Bot, goal: Vec) -> None:
    """Holds throw with the stick that way, as well as eight fingers do, and lets go."""
    play = bot.play
    d = goal - play.position
    k = STICK / (d.length or 1.0)
    x, y = round(d.x * k), round(d.y * k)
    for i in range(AIM_TICKS):
        if not play.session.is_free:
            return
        play.tick(Intent(x, y, Action.THROW, Action.THROW if i == 0 else NOTHING))
    play.tick(STILL)


def coming(bot: Bot) -> tuple[float, Vec]:
    """(ticks until the nearest thrown thing is here, its way); a large number when nothing comes."""
    play = bot.play
    session = play.session
    best, way = 1e9, Vec(1, 0)
    for _, at, flight in session.world.each(Place, Flight):
        if flight.by == session.hero or flight.bounces:
            continue
        speed = math.hypot(flight.vx, flight.vy) or 1.0
        ux, uy = flight.vx / speed, flight.vy / speed
        dx, dy = play.position.x - at.x, play.position.y - at.y
        along, aside = dx * ux + dy * uy, abs(-dx * uy + dy * ux)
        if along > -10 and aside < 34:
            ticks = along / speed * 60
            if ticks < best:
                best, way = ticks, Vec(ux, uy)
    return best, way


def dodge_one(bot: Bot, act: Garden) -> None:
    """Stands in the ring; when one is nearly there, dodges through it."""
    play = bot.play
    ticks, way = coming(bot)
    if ticks < SEES_TICKS:
        side = Vec(-way.y, way.x) if play.position.y > act.ground.middle.y else Vec(way.y, -way.x)
        if (side.y > 0) == (play.position.y > act.ground.middle.y):
            side = Vec(-side.x, -side.y)
        press = Action.DODGE
        play.tick(Intent(round(side.x * STICK), round(side.y * STICK), press, press))
        play.wait(12)
        return
    middle = act.ground.middle
    if (middle - play.position).length > 70 and ticks > 60:
        walk_some(bot, middle, 10)
        return
    play.tick()


def throw_back(bot: Bot, act: Garden) -> None:
    """Dodges what comes, picks up what lies there, throws it at him."""
    play = bot.play
    session = play.session
    ticks, _ = coming(bot)
    if ticks < SEES_TICKS:
        dodge_one(bot, act)
        return
    if holds(bot):
        at = session.world.get(act.wybie, Place)
        walker = session.world.get(act.wybie, Walker)
        throw_toward(bot, Vec(at.x + walker.vx * 0.3, at.y + walker.vy * 0.3))
        return
    if act.windup or ticks < 90 or not fetch(bot, "thrown_"):
        dodge_one(bot, act)


def mouse_circus(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("other/attic")
    trigger = next(t for t in session.room.things if t.name == "mouse_circus")
    play.walk_to(trigger.box.middle, stop=lambda: session.is_running("mouse_circus"))
    for _ in range(60 * 60 * 6):
        if play.saw("mouse_circus"):
            return
        act = session.act
        if session.talk is not None and session.talk.options:
            play.choose(len(session.talk.options) - 1)  # enough for tonight
        elif session.talk is not None:
            _reads(bot)
        elif isinstance(act, Circus) and act.part in ("show", "rehearse"):
            play.tick(in_time(act))
        elif session.is_free and "circus_backstage" in session.story.flags and session.room.name == "other/attic":
            walk_some(bot, Vec(1000, 396), 20)
        else:
            play.tick()


def in_time(act: Circus) -> Intent:
    """What to hold now: the stick towards the cannon, the button on the beat, more or less."""
    i = act.next_cue()
    if i < 0:
        return STILL
    cue: Cue = act.cues[i]
    x = y = 0
    if cue.cannon:
        way = WAYS[cue.cannon]
        x, y = round(way.x / way.length * STICK), round(way.y / way.length * STICK)
    due = act.since + 1 - HEARD_LATE_TICKS == cue.tick + JITTER[i % len(JITTER)]
    press = PRESSES[cue.kind] if due else NOTHING
    return Intent(x, y, press, press)


PLAYS: dict[str, Callable[[Bot], None]] = {"other_wybie": other_wybie, "mouse_circus": mouse_circus}
