"""How the bot plays chapter 8."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot.ch03 import hear_out
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.panels import BoardPanel, NotePanel
from game.sim.panels.board import LINKS
from game.sim.parts import Truth

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

CLUES = (
    ("clue_snow", "snowflake"),
    ("clue_kettle", "clue_kettle"),
    ("clue_shoes", "clue_shoes"),
    ("clue_page", "clue_page"),
    ("clue_doll", "doll_dads_chair"),
)
FALSE = (("false_2", "false_bookcase"), ("false_3", "false_review"), ("false_1", "false_pearls"))


def parents_gone(bot: Bot) -> None:
    play = bot.play
    session = play.session
    story = session.story
    bot.go_to_map("real/flat_down")
    for _ in range(60 * 60 * 8):
        if play.saw("parents_gone"):
            return
        panel = session.panel
        if session.talk is not None and session.talk.options:
            play.choose(1)
        elif session.talk is not None:
            hear_out(bot)
        elif isinstance(panel, BoardPanel):
            tie_threads(bot, panel)
        elif isinstance(panel, NotePanel):
            play.wait(30).press("interact")
        elif not session.is_free or session.wants_checkpoint or not story.holds("alone_opened"):
            play.tick()
        elif session.room.name != "real/flat_down":
            bot.go_to_map("real/flat_down")
        elif story.holds("night_sat"):
            _use_until(bot, "call_wybie", "wants_call")
        elif story.holds("wool_shows"):
            play.walk_to(Vec(976, 190), stop=lambda: not session.is_free)
        else:
            clue = next((c for c in CLUES if not story.holds(c[0])), None)
            if clue is None:
                play.tick()
            else:
                _use_until(bot, clue[1], clue[0])


def _use_until(bot: Bot, name: str, flag: str) -> None:
    """Uses a thing once, and turns the pages of what comes of it."""
    play = bot.play
    if play.session.story.holds(flag):
        play.tick()
    else:
        play.use(name)
        play.wait(4)


def tie_threads(bot: Bot, panel: BoardPanel) -> None:
    """The first pair that is wanted yet, from one end to the other, with the way keys."""
    play = bot.play
    if panel.state != "pick" or panel.is_fixed:
        play.tick()
        return
    pair = next(link for link in LINKS if link not in panel.tied)
    goal = pair[0] if panel.held < 0 else pair[1] if panel.held == pair[0] else pair[0]
    if panel.cursor == goal:
        play.wait(8)
        play.press("interact")
        return
    x, y = _ways(panel.cursor, goal)[0]
    play.stick(x, y, ticks=1)
    play.wait(2)


def _ways(start: int, goal: int) -> tuple[tuple[int, int], ...]:
    """Which keys lead from card to card."""
    came: dict[int, tuple[tuple[int, int], ...]] = {start: ()}
    queue = [start]
    for here in queue:
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = BoardPanel.next_card(here, *way)
            if there not in came:
                came[there] = (*came[here], way)
                queue.append(there)
    return came[goal]


def stone_given(bot: Bot) -> None:
    play = bot.play
    session = play.session
    story = session.story
    bot.go_to_map("real/grounds")
    bot.go_to_map("real/basement")
    bot.start("stone_given")
    for _ in range(60 * 60 * 8):
        if play.saw("stone_given"):
            return
        if session.talk is not None and session.talk.options:
            play.choose(2)
        elif session.talk is not None:
            hear_out(bot)
        elif not session.is_free or session.wants_checkpoint or not story.holds("stone_lent"):
            play.tick()
        else:
            goal = next((name for moment, name in FALSE if not story.holds(f"lesson_{moment}")), "")
            if goal:
                look_through(bot, goal)
            elif not story.holds("lesson_true"):
                look_at(bot, play.point_of("spink"))
            else:
                play.tick()


def look_through(bot: Bot, name: str) -> None:
    """Goes to where a thing can be seen from, and looks at it through the stone."""
    play = bot.play
    truth = play.session.world.get(play.session.find(name), Truth)
    look_at(bot, truth.area.middle)


def look_at(bot: Bot, at: Vec, ticks: int = 110) -> None:
    """Near, turned to it, and the stone up for a while; until somebody speaks."""
    play = bot.play
    session = play.session
    play.walk_to(Vec(at.x, at.y + 52), near=22)
    for n in range(ticks):
        if not session.is_free:
            return
        d = at - play.position
        far = d.length or 1.0
        held = Action.STONE
        play.tick(Intent(0, 0, held, held if n == 0 else Action(0), round(d.x * 120 / far), round(d.y * 120 / far)))


PLAYS: dict[str, Callable[[Bot], None]] = {"parents_gone": parents_gone, "stone_given": stone_given}
