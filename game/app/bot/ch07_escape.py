"""How the bot gets out of the dark house: from post to post when the way is clear, into the next curtain when it is not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import Escape
from game.sim.acts.escape import clear_way
from game.sim.parts import Hidden, HidePlace, Place, Watcher
from game.testing import GRID_PX

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

POSTS = ("escape_post_1", "escape_post_3", "escape_post_4", "escape_post_5", "escape_post_6")
NEAR_PX = 10.0
SNEAKS_FROM_X = 480.0
HIDES_PX, FLEES_PX = 150.0, 210.0
LEAVES_PX = 300.0
STEPS = 6


def escape(bot: Bot) -> None:
    """From the hall mirror to the real living room."""
    play = bot.play
    session = play.session
    while not play.saw("wybie_frees"):
        if session.talk is not None and session.talk.options:
            play.choose(0)
        elif session.talk is not None:
            play.read()
        elif session.world.has(session.hero, Hidden):
            _waits_within(bot)
        elif not session.is_free:
            play.tick()
        elif session.room.name == "other/flat_down" and isinstance(session.act, Escape):
            _sneaks(bot)
        elif session.room.name == "between/passage":
            play.walk_to("mouth_real", near=4.0, stop=lambda: not session.is_free)
            play.hold("left", ticks=6)
        else:
            play.tick()


def _waits_within(bot: Bot) -> None:
    play = bot.play
    if _threat(bot, LEAVES_PX) is None:
        play.press("interact").wait(16)
    else:
        play.wait(6)


def _threat(bot: Bot, far: float) -> Vec | None:
    """Where the Other Mother is, if she is so near and nothing stands between."""
    session = bot.play.session
    her = session.place
    for _, place, watcher in session.world.each(Place, Watcher):
        d = math.hypot(place.x - her.x, place.y - her.y)
        is_awake = watcher.state in ("alert", "search", "reach")
        if not watcher.is_blind and d < far and (is_awake or session.space.sees(place.x, place.y, her.x, her.y)):
            return Vec(place.x, place.y)
    return None


def _post(bot: Bot) -> Vec:
    """The next post on the way to the door."""
    session = bot.play.session
    here = bot.play.position
    posts = [session.room.spots[name].box.middle for name in POSTS]
    k = 0
    if here.y < 456:
        k = 1 if here.x < 430 else 2 if here.x < 590 else 3 if here.x < 760 else 4
    return posts[k]


def _sneaks(bot: Bot) -> None:
    play = bot.play
    session = play.session
    here = play.position
    seen = max((w.seen for _, w in session.world.each(Watcher)), default=0.0)
    danger = _threat(bot, FLEES_PX)
    if danger is not None or seen > 0.1:
        place = _hiding_place(bot)
        if place and (session.world.get(session.find(place), Place).x - here.x) ** 2 < 260**2:
            play.walk_to(place, near=22.0, within=200, stop=lambda: play.prompt == "hide")
            if play.prompt == "hide":
                play.press("interact").wait(20)
                return
    goal = _post(bot)
    middle = Vec((here.x + goal.x) / 2, (here.y + goal.y) / 2)
    if not clear_way(session, (middle, goal), 170.0) and danger is None:
        play.wait(4)
        return
    _goes(bot, goal, sneaks=here.x > SNEAKS_FROM_X and here.y < 352)


def _hiding_place(bot: Bot) -> str:
    """The nearest one by the way the crow flies, in the room she is in."""
    session = bot.play.session
    here = bot.play.position
    best, least = "", 280.0
    for name, entity in session.names.items():
        if not session.world.has(entity, HidePlace):
            continue
        at = session.world.get(entity, Place)
        d = math.hypot(at.x - here.x, at.y - here.y)
        if d < least and session.space.sees(here.x, here.y, at.x + (here.x - at.x) * 24 / (d or 1), at.y):
            best, least = name, d
    return best


def _goes(bot: Bot, goal: Vec, sneaks: bool) -> None:
    """Some steps towards it; then she looks up again."""
    play = bot.play
    points = play.way_to(goal)
    for point in points[1 : STEPS + 1] or points:
        for _ in range(GRID_PX * 2):
            d = point - play.position
            if d.length < 4 or not play.session.is_free:
                break
            k = STICK / d.length
            held = Action.SNEAK if sneaks else Action(0)
            play.tick(Intent(round(d.x * k), round(d.y * k), held))
    if not points:
        play.tick()
