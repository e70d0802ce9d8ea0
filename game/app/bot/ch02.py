"""How the bot plays chapter 2."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import NightAct
from game.sim.panels import DinnerPanel, NoughtsPanel
from game.sim.panels.dinner import HERS, YOU
from game.sim.parts import Place

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

TRAIL_EVERY_TICKS = 6
REACHED_PX = 4.0
REACTS_PX = HERS // 2
"""The bot presses when a wagon has come this near the middle of her place, as somebody does who looked first."""


def mouse_guide(bot: Bot) -> None:
    play = bot.play
    session = play.session
    play.until(lambda: "mouse_met" in session.story.flags and session.is_free, within=3000, reads=True)
    follow(bot, lambda: session.room.name != "real/flat_up")
    play.until(lambda: session.fade.amount < 0.5, within=200)
    follow(bot, lambda: play.saw("mouse_guide"))


def follow(bot: Bot, is_done: Callable[[], bool], within: int = 6000) -> None:
    """Sneaks exactly where the mouse has gone, until it is out of sight; then on down the stairs."""
    play = bot.play
    session = play.session
    trail: deque[Vec] = deque()
    room = session.room
    for n in range(within):
        if is_done():
            return
        if session.room is not room:
            room = session.room
            trail.clear()
        if session.talk is not None or not session.is_free:
            play.read()
            continue
        mouse = session.find("mouse")
        if mouse and n % TRAIL_EVERY_TICKS == 0:
            at = session.world.get(mouse, Place)
            trail.append(Vec(at.x, at.y))
        while trail and (trail[0] - play.position).length < REACHED_PX:
            trail.popleft()
        act = session.act
        if isinstance(act, NightAct) and act.hush:
            play.tick()  # it has stopped dead
        elif trail:
            d = trail[0] - play.position
            k = STICK / max(d.length, 1)
            play.tick(Intent(round(d.x * k), round(d.y * k), Action.SNEAK))
        elif not mouse and session.room.name == "real/flat_up":
            play.hold("down", "sneak", ticks=2)  # it has gone down the stairs
        else:
            play.tick()


def portal(bot: Bot) -> None:
    play = bot.play
    session = play.session
    if session.room.name == "real/flat_down":
        play.walk_to(Vec(976, 196), stop=lambda: session.is_running("portal"))
        play.until(lambda: session.talk is not None and bool(session.talk.options), within=1200, reads=True)
        play.choose(0)
        play.until(lambda: session.room.name == "between/passage", within=1200, reads=True)
        play.until(lambda: session.is_free and session.fade.amount < 0.5, within=300, reads=True)
    bot.go_to_map("other/flat_down")


def other_dinner(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(20_000):
        if play.saw("other_dinner"):
            return
        if session.talk is not None:
            if session.talk.options:
                play.choose(0)
            else:
                play.read()
        elif isinstance(session.panel, DinnerPanel):
            dine(bot, session.panel)
        elif isinstance(session.panel, NoughtsPanel):
            mark(bot, session.panel)
        elif session.find("her_chair") and session.is_free:
            bot.use("her_chair")
        else:
            play.tick()


def dine(bot: Bot, panel: DinnerPanel) -> None:
    """Takes what is hers, sends along what others want."""
    here = panel.wagon_here()
    wanted = panel.is_serving and here >= 0 and panel.dishes[here] == panel.now.dish
    if wanted and panel.place_of(here) > -REACTS_PX:
        bot.play.press("interact" if panel.now.guest == YOU else "dodge")
    else:
        bot.play.tick()


def mark(bot: Bot, panel: NoughtsPanel) -> None:
    """The next free square."""
    play = bot.play
    if panel.state != "hers":
        play.tick()
    elif panel.cells[panel.cursor]:
        play.hold("right" if panel.cursor % 3 < 2 else "down", ticks=2).wait(2)
    else:
        play.wait(6).press("interact")


def woke_home(bot: Bot) -> None:
    play = bot.play
    session = play.session
    play.until(lambda: "woke_up" in session.story.flags and session.is_free, within=4000, reads=True)
    bot.go_to_map("real/flat_down")
    if "mum_told" not in session.story.flags:
        bot.use("mel")
        play.until(lambda: session.talk is not None and bool(session.talk.options), within=1200, reads=True)
        play.choose(0)
        play.until(lambda: "mum_told" in session.story.flags, within=1200, reads=True)
    play.read()
    play.walk_to(Vec(976, 200), stop=lambda: "bricks_again" in session.story.flags)
    play.until(lambda: play.saw("woke_home"), within=2400, reads=True)


PLAYS: dict[str, Callable[[Bot], None]] = {
    "mouse_guide": mouse_guide,
    "portal": portal,
    "other_dinner": other_dinner,
    "woke_home": woke_home,
}
