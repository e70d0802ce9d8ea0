"""How the bot walks the grey passage: after the cat, round what is soft, and points it at the latch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.acts import GreyWalk

if TYPE_CHECKING:
    from game.app.bot.bot import Bot


def cat_joins(bot: Bot) -> None:
    """From the bricks to the far door."""
    play = bot.play
    session = play.session
    if session.room.name not in ("between/passage", "real/flat_down"):
        bot.go_to_map("real/flat_down")
    while not play.saw("cat_joins"):
        play.read()
        act = session.act
        if session.room.name == "real/flat_down":
            if "bricked" in session.story.flags:
                play.walk_to((30.5, 6.4), near=16, stop=lambda: not session.is_free)
                play.wait(4)
            else:
                bot.go_to_map("between/passage")
        elif not session.is_free or not isinstance(act, GreyWalk) or not session.find("cat"):
            play.tick()
        elif "latch_lifted" in session.story.flags:
            play.wait(60).read()
            play.walk_to("to_other", near=6, stop=lambda: session.leaving is not None)
            play.hold("right", ticks=8)
        elif act.takes_cat:
            play.wait(30).press("cat").wait(60)
        else:
            play.walk_to("cat", near=56, stop=lambda: not session.is_free)
            play.wait(6)
