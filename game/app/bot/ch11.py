"""Chapter 11: home, the dream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.bot.bot import Bot


def parents_back(bot: Bot) -> None:
    """The globe to its place; asks everything there is to ask, and holds on."""
    play = bot.play
    story = play.session.story
    play.until(lambda: play.session.is_running("parents_back"), within=600, reads=True)
    play.read()
    if "globe_put" not in story.flags:
        bot.use("globe_place")
    play.until(lambda: "home_opened" in story.flags, within=3000, reads=True)
    turn = 0
    while not play.saw("parents_back"):
        play.read()
        if play.talk is not None and play.talk.options:
            play.choose(1 if "held_on" in [o.sets for o in play.talk.options] else 0)
        elif play.session.is_free and "asked_done" not in story.flags:
            play.use(("mel", "charlie")[turn % 2])
            turn += 1
        else:
            play.tick()


PLAYS: dict[str, Callable[[Bot], None]] = {"parents_back": parents_back}
