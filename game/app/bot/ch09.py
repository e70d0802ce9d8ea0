"""How the bot plays what frames chapter 9: the cat, the bet, the last room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot.ch03 import hear_out
from game.app.bot.ch09_cat import cat_joins
from game.core.geometry import Vec
from game.sim.panels import WagerPanel
from game.sim.panels.wager import SAY, WHOLE

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

SEES_TICKS = 40
"""A hand is noticed so long after it has begun to come down."""
FIRST_BET = (2, 1, 1, 1)
"""What the bot tries first: a person does not see every hole."""


def game_proposed(bot: Bot) -> None:
    play = bot.play
    session = play.session
    if session.leaving is None and session.room.name != "other/flat_down":
        bot.go_to_map("other/flat_down")
    for _ in range(60 * 60 * 8):
        if play.saw("game_proposed"):
            return
        panel = session.panel
        if session.talk is not None:
            hear_out(bot)
        elif isinstance(panel, WagerPanel):
            bargain(bot, panel)
        else:
            play.tick()


def bargain(bot: Bot, panel: WagerPanel) -> None:
    """Two bets with holes in them, then the whole one; and a hand on whatever is reached for."""
    play = bot.play
    if panel.state != "pick":
        if panel.reach > SEES_TICKS and panel.reach < panel.reach_ticks - 4:
            play.press("interact")
        else:
            play.tick()
        return
    goal = (0, 0, 0, 0) if panel.tries == 0 else FIRST_BET if panel.tries == 1 else WHOLE
    wrong = next((i for i in range(SAY) if panel.chosen[i] != goal[i]), SAY)
    if panel.cursor != wrong:
        play.hold("down" if wrong > panel.cursor else "up", ticks=2).wait(2)
    elif wrong == SAY:
        play.wait(8).press("interact")
    else:
        play.hold("right", ticks=2).wait(4)


def only_living_room(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(60 * 60 * 4):
        if play.saw("only_living_room"):
            return
        if session.talk is not None:
            hear_out(bot)
        elif not session.is_free or session.wants_checkpoint or "white_opened" not in session.story.flags:
            play.tick()
        elif "window_looked" not in session.story.flags:
            play.walk_to(Vec(628, 190), near=20, stop=lambda: not session.is_free)
            play.wait(2)
        else:
            play.walk_to("carpet", stop=lambda: not session.is_free)
            play.wait(2)


PLAYS: dict[str, Callable[[Bot], None]] = {
    "cat_joins": cat_joins,
    "game_proposed": game_proposed,
    "only_living_room": only_living_room,
}
