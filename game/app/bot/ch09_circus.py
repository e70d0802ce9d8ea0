"""How the bot plays hunt C, the circus: cheese into the light, the lamp when they are at it, then from coat to coat with the stone.

It knows what a player can see: where rats and lamps are, which seams glow in the ring of its stone, where a trail ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.app.bot.ch04 import holds, throw_toward
from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import RatHunt, RunOut
from game.sim.acts.rats.hunt import OPTIONS, POOL_PX
from game.sim.parts import Harm, Stone

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

NEAREST_LAMP = {"teach": "e", "two": "e", "four": "w", "five": "e", "tall": "w"}
CRATE = {"e": "cheese_e", "w": "cheese_w", "n": "cheese_e", "s": "cheese_w"}
STAND = {"e": Vec(690, 520), "w": Vec(170, 490)}
JUMP_PX = 90.0
HOURS = 60 * 60 * 20


@dataclass
class Notes:
    """What it has seen: coats without a heart, the one with, by puzzle; how far along the way out it is, by map."""

    looked: dict[str, list[str]] = field(default_factory=dict)
    hearts: dict[str, str] = field(default_factory=dict)
    legs: dict[str, int] = field(default_factory=dict)
    stood: Vec = Vec(0, 0)  # frozen


def soul_circus(bot: Bot) -> None:
    play = bot.play
    session = play.session
    notes = Notes()
    if session.room.name != "other/attic" and "runout_circus" not in session.story.flags:
        bot.go_to_map("other/attic")
    if not session.is_running("soul_circus") and session.room.name == "other/attic":
        bot.start("soul_circus")
    for _ in range(HOURS):
        if play.saw("soul_circus"):
            return
        act = session.act
        if session.talk is not None:
            if session.talk.options:
                play.choose(0)
            else:
                play.until(lambda: play.talk is None or bool(play.talk.options), within=2000, reads=True)
        elif not session.is_free:
            play.tick()
        elif isinstance(act, RunOut):
            _run(bot, notes)
        elif isinstance(act, RatHunt) and act.part == "tall":
            _lures(bot, act)
        elif isinstance(act, RatHunt) and act.part in OPTIONS and not act.found:
            _hunts(bot, act, notes)
        elif isinstance(act, RatHunt) and act.part == "teach":
            _splits(bot, act)
        elif isinstance(act, RatHunt) and holds(bot):
            play.press("interact")
        else:
            play.tick()


def _go(bot: Bot, goal: Vec, ticks: int = 20, run: bool = True, near: float = 10.0) -> bool:
    """A few steps of the way, round what stands there, out of the way of what sweeps; True when there."""
    play = bot.play
    here = play.position
    if (goal - here).length < near:
        return True
    points = play.way_to(goal)
    for n in range(ticks):
        session = play.session
        if not session.is_free or not points:
            play.tick()
            return False
        if _dodges(bot):
            return False
        d = points[0] - play.position
        if d.length < 6:
            points.pop(0)
            continue
        if _waits(bot, points[0]):
            play.tick()
            continue
        k = STICK / d.length
        held = Action.RUN if run else NOTHING
        play.tick(Intent(round(d.x * k), round(d.y * k), held, held if n == 0 else NOTHING))
    return (goal - play.position).length < near


def _waits(bot: Bot, to: Vec) -> bool:
    """Whether a trapeze is about to come where she would step."""
    act = bot.play.session.act
    if not isinstance(act, RatHunt):
        return False
    here = bot.play.position
    for hung in act.trapezes:
        near = 18 < abs(here.x - hung.x) < 34 and abs(to.x - hung.x) < abs(here.x - hung.x) + 2
        if hung.is_on and near and (hung.is_sweeping or hung.warning() > 0.2) and hung.top < here.y < hung.bottom:
            return True
    return False


def _dodges(bot: Bot) -> bool:
    """Steps aside from the flock, a bar, a leap."""
    play = bot.play
    session = play.session
    act = session.act
    if not isinstance(act, RatHunt):
        return False
    here = play.position
    way = Vec(0, 0)
    for hung in act.trapezes:
        y, z = hung.at()
        if hung.is_on and hung.is_sweeping and abs(hung.x - here.x) < 18 and abs(y - here.y) < 90 and z < 60:
            way = Vec(1.0 if here.x >= hung.x else -1.0, 0)
    man = act.man
    leaps = man is not None and (man.state == "leap" or (man.state == "windup" and man.ticks > man.told - 6))
    if man is not None and leaps and math.hypot(man.to_x - here.x, man.to_y - here.y) < 56:
        way = Vec(-man.way_y, man.way_x)
    flock = act.flock
    if flock.mood == "stream" and act.part not in ("teach", "away") and flock.near(session, here.x, here.y, 26) >= 2:
        side = flock.way_x * (here.y - flock.head_y) - flock.way_y * (here.x - flock.head_x)
        way = Vec(-flock.way_y, flock.way_x) if side > 0 else Vec(flock.way_y, -flock.way_x)
    if not (way.x or way.y):
        return False
    press = Action.DODGE
    play.tick(Intent(round(way.x * STICK), round(way.y * STICK), press, press))
    for _ in range(9):
        play.tick(Intent(round(way.x * STICK), round(way.y * STICK)))
    return True


def _fetches(bot: Bot, lamp: str) -> None:
    """A wedge of cheese out of the crate on that side."""
    play = bot.play
    crate = CRATE[lamp]
    goal = play.point_of(crate)
    if not _go(bot, goal, near=26.0):
        return
    d = goal - play.position
    k = STICK / (d.length or 1.0)
    play.tick(Intent(round(d.x * k), round(d.y * k)))
    prompt = play.session.prompt
    if prompt is not None and prompt.entity == play.session.find(crate):
        play.press("interact")
        play.wait(14)
    else:
        _go(bot, goal, 6, run=False, near=2.0)


def _splits(bot: Bot, act: RatHunt, lamp: str = "") -> None:
    """Cheese into the light, and the light on when they are at it."""
    play = bot.play
    session = play.session
    lamp = lamp or NEAREST_LAMP[act.part]
    pool = act.lamps[lamp].pool
    if holds(bot):
        if act.part == "four" and (act.trapezes[0].is_sweeping or act.trapezes[0].warning()):
            if not _dodges(bot):
                play.tick()
            return
        if _go(bot, STAND[lamp], near=24.0):
            throw_toward(bot, pool)
            play.wait(50)
        return
    bait = act.bait_at(session)
    is_near = bait is not None and (bait - pool).length < POOL_PX
    if not is_near and (act.flock.mood in ("stream", "gather")):
        _fetches(bot, lamp)
        return
    there = act.flock.near(session, pool.x, pool.y, POOL_PX - 10)
    at = play.point_of(f"lamp_{lamp}")
    if not _go(bot, at, near=27.0):
        return
    if there >= 14 and not act.flock.is_split and act.lamps[lamp].left == 0:
        d = at - play.position
        k = STICK / (d.length or 1.0)
        play.tick(Intent(round(d.x * k), round(d.y * k)))
        if session.prompt is not None and session.prompt.entity == session.find(f"lamp_{lamp}"):
            play.press("interact")
        else:
            _go(bot, at, 5, run=False, near=2.0)
        return
    play.tick()


def _hunts(bot: Bot, act: RatHunt, notes: Notes) -> None:
    """Splits them, looks, and opens the coat that has a heart in it; in the end the one where the trail ends."""
    play = bot.play
    looked = notes.looked.setdefault(act.part, [])
    if act.part == "five":
        if act.right and act.couriers and act.couriers[0].is_there:
            _opens(bot, act, act.right)
        elif not act.couriers and act.flock.mood == "stream" and act.stays > 400:
            _splits(bot, act)
        elif not _dodges(bot):
            _keeps_off(bot, act)
        return
    seen = notes.hearts.get(act.part, "")
    if seen:
        _opens(bot, act, seen)
        return
    if act.flock.is_split and act.flock.split_left > 30:
        side = [c for c in OPTIONS[act.part] if abs(act.coats[c].x - play.position.x) < 420 and c not in looked]
        if side:
            _looks(bot, act, min(side, key=lambda c: (act.coats[c] - play.position).length), notes)
            return
    left = [c for c in OPTIONS[act.part] if c not in looked]
    if len(left) == 1:
        _opens(bot, act, left[0])
        return
    lamp = "w" if left and all(act.coats[c].x < 400 for c in left) else "e"
    if act.part == "two":
        lamp = "e"
    _splits(bot, act, lamp)


def _looks(bot: Bot, act: RatHunt, colour: str, notes: Notes) -> None:
    """To a coat, the stone up, while they are split."""
    play = bot.play
    session = play.session
    at = act.coats[colour]
    stand = at + Vec(0, 46)
    if (stand - play.position).length > 14:
        _go(bot, stand, 6, near=14.0)
        return
    for _ in range(40):
        if not session.is_free or not act.flock.is_split:
            return
        play.tick(Intent(0, -1, Action.STONE, NOTHING, 0, -STICK))
        stone = session.world.get(session.hero, Stone)
        if stone.shows(at.x, at.y - 30):
            if colour in act.hearts():
                notes.hearts[act.part] = colour
            elif act.flock.is_split:
                notes.looked.setdefault(act.part, []).append(colour)
            return


def _opens(bot: Bot, act: RatHunt, colour: str) -> None:
    play = bot.play
    session = play.session
    if holds(bot):
        play.press("interact")
        play.wait(4)
        return
    at = act.coats[colour]
    if not _go(bot, at + Vec(0, 16), near=12.0):
        return
    name = f"coat_{colour}"
    play.tick(Intent(0, -STICK))
    if session.prompt is not None and session.prompt.entity == session.find(name):
        play.press("interact")
        play.wait(10)
    else:
        play.tick(Intent(0, -STICK))


def _keeps_off(bot: Bot, act: RatHunt) -> None:
    """Out of the way of the flock, and of what sweeps."""
    if holds(bot):
        bot.play.press("interact")
        return
    if _go(bot, Vec(740, 500), 10, near=20.0):
        bot.play.tick()


# ---------------------------------------------------------------- the tall one


def _lures(bot: Bot, act: RatHunt) -> None:
    """Two lamps, then cheese onto the mark."""
    play = bot.play
    session = play.session
    man = act.man
    if man is None or _dodges(bot):
        return
    if act.bare:
        _go(bot, Vec(man.x, man.y), near=4.0)
        return
    if man.state in ("come", "rise", "shaken") and man.left == 3:
        play.tick()
        return
    mark = session.room.spots["mark_centre"].box.middle
    bait = act.bait_at(session)
    if bait is not None and (bait - mark).length < 40:
        if holds(bot):
            play.press("interact")
            play.wait(6)
            return
        rest = [n for n in ("e", "s") if act.lamps[n].left == 0]
        if rest:
            _switch(bot, rest[0])
        else:
            play.tick()
        return
    if not holds(bot):
        _fetches(bot, "e")
        return
    if _go(bot, Vec(640, 560), near=24.0):
        throw_toward(bot, mark)
        for _ in range(80):
            if not session.is_free or act.bait_at(session) is not None:
                return
            if not _dodges(bot):
                play.tick()


def _switch(bot: Bot, lamp: str) -> None:
    play = bot.play
    session = play.session
    at = play.point_of(f"lamp_{lamp}")
    if not _go(bot, at, near=27.0):
        return
    d = at - play.position
    k = STICK / (d.length or 1.0)
    play.tick(Intent(round(d.x * k), round(d.y * k)))
    if session.prompt is not None and session.prompt.entity == session.find(f"lamp_{lamp}"):
        play.press("interact")
    else:
        _go(bot, at, 5, run=False, near=2.0)


# ---------------------------------------------------------------- out


def _run(bot: Bot, notes: Notes) -> None:
    """Along the way that still stands."""
    play = bot.play
    session = play.session
    if session.world.get(session.hero, Harm).holds:
        play.tick()
        return
    path = session.room.paths.get("runout_circus")
    if path is None:
        play.tick()
        return
    here = play.position
    points = list(path.points)
    at = notes.legs.get(session.room.name, 0)
    if (here - notes.stood).length > JUMP_PX:  # put back, or just come
        at = min(range(at + 1 if at else len(points)), key=lambda i: (points[i] - here).length)
    notes.stood = here
    while at < len(points) - 1 and (points[at] - here).length < 22:
        at += 1
    notes.legs[session.room.name] = at
    goal = points[at]
    if at == len(points) - 1 and session.room.name == "other/attic" and (goal - here).length < 40:
        play.hold("right", "run", ticks=4)
        return
    if at == len(points) - 1 and (goal - here).length < 12:
        play.tick()
        return
    d = goal - here
    if session.space.sees(here.x, here.y, goal.x, goal.y):
        k = STICK / (d.length or 1.0)
        for _ in range(4):
            play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN))
    else:
        walk = play.way_to(goal)
        for _ in range(8):
            if not walk:
                break
            d = walk[0] - play.position
            if d.length < 6:
                walk.pop(0)
                continue
            k = STICK / d.length
            play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN))


PLAYS: dict[str, Callable[[Bot], None]] = {"soul_circus": soul_circus}
