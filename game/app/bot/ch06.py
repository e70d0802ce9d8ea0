"""How the bot plays chapter 6."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action, Intent
from game.sim.acts import Backing, Corridor
from game.sim.panels import BoxPanel, BracePanel

if TYPE_CHECKING:
    from game.app.bot.bot import Bot


def buttons_offered(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("other/flat_down")
    asked = 0
    while not play.saw("buttons_offered"):
        play.read()
        if session.talk is not None and session.talk.options:
            play.choose((1, 0)[min(asked, 1)])  # thinks about it once, then says no
            asked += 1
        elif isinstance(session.panel, BoxPanel) and not session.panel.is_open:
            play.wait(50).press("interact")
        elif session.is_free and not play.saw("buttons_offered"):
            play.walk_to("buttons_seat", stop=lambda: not session.is_free)
            play.wait(20)
        else:
            play.tick()


def still_there(bot: Bot) -> None:
    play = bot.play
    story = play.session.story  # a checkpoint makes its flags anew
    bot.go_to_map("other/flat_up")
    play.until(lambda: play.session.is_running("still_there") or play.saw("still_there"), within=300, reads=True)
    for flag, thing in (
        ("awake_still", "bed"),
        ("window_bed_tried", "bedroom_window"),
        ("window_bath_tried", "bathroom_window"),
    ):
        if flag not in story.flags:
            bot.use(thing)
            play.until(lambda f=flag: f in story.flags, within=3000, reads=True)  # type: ignore[misc]
            play.read()


def she_turns(bot: Bot) -> None:
    play = bot.play
    session = play.session
    if session.room.name != "other/hall":
        bot.go_to_map("other/flat_down")
    while not play.saw("she_turns"):
        play.read()
        if isinstance(session.panel, BracePanel):
            bot.hold_on()
        elif isinstance(session.act, Corridor) and session.is_free:
            run_west(bot)
        elif session.is_free and session.room.name == "other/flat_down" and "demand_3_made" in session.story.flags:
            play.walk_to((8, 13), run=True, stop=lambda: session.leaving is not None)
            play.wait(4)
        elif isinstance(session.act, Backing) and session.is_free:
            play.walk_to("other_mother", run=True, near=30, stop=lambda: not session.is_free)
            play.tick()
        elif session.is_free and session.room.name == "other/flat_down":
            play.walk_to("other_mother", near=60, stop=lambda: session.act is not None or not session.is_free)
            play.tick()
        else:
            play.tick()


def run_west(bot: Bot) -> None:
    """Along the hall, round what stands in it."""
    play = bot.play
    goal = play.session.room.spots["glass"].box.middle
    points = play.way_to(goal)[:8]
    for point in points:
        for _ in range(8):
            d = point - play.position
            if d.length < 5 or not play.session.is_free:
                break
            k = STICK / d.length
            play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN))
    if not points:
        play.tick()


PLAYS: dict[str, Callable[[Bot], None]] = {
    "buttons_offered": buttons_offered,
    "still_there": still_there,
    "she_turns": she_turns,
}
