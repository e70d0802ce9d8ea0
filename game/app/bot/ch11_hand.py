"""Chapter 11: the orchard at night, the severed hand, the well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot.hand_fighter import SKILLS, Fighter, Skill
from game.core.chance import Chance
from game.sim.acts import HandFight, LanternWalk
from game.sim.panels import BracePanel
from game.testing import Play

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

HOURS = 60 * 60 * 40


def _fights(bot: Bot, beat: str) -> None:
    """Until that beat is over, whatever the fight asks."""
    play = bot.play
    fighter = Fighter(play, bot_skill(bot), Chance(play.session.seed * 2 + 7))
    for _ in range(HOURS):
        if play.saw(beat):
            return
        act = play.session.act
        if play.session.talk is not None:
            play.read()
        elif isinstance(play.session.panel, BracePanel):
            bot.hold_on()
        elif isinstance(act, HandFight) and not play.session.locks:
            fighter.tick(act)
        elif isinstance(act, LanternWalk) and play.session.is_free and not act.is_late:
            play.walk_to("hand_meets", within=2400, stop=lambda a=act: _is_past(play, a))  # type: ignore[misc]
        else:
            play.tick()


def _is_past(play: Play, act: LanternWalk) -> bool:
    """Whether the walk is over, or somebody speaks."""
    return play.session.act is not act or play.talk is not None


def bot_skill(bot: Bot) -> Skill:
    """How good the bot's hands are here."""
    return getattr(bot, "skill", None) or SKILLS["perfect"]


def hand_attacks(bot: Bot) -> None:
    if bot.play.session.room.name != "real/orchard":
        bot.go_to_map("real/orchard")
    if not bot.play.session.is_running("hand_attacks"):
        bot.start("hand_attacks")
    _fights(bot, "hand_attacks")


def wybie_arrives(bot: Bot) -> None:
    _fights(bot, "wybie_arrives")


def hand_crushed(bot: Bot) -> None:
    _fights(bot, "hand_crushed")


def well_sealed(bot: Bot) -> None:
    play = bot.play
    play.until(lambda: play.session.is_free, within=1200, reads=True)
    if not play.session.is_running("well_sealed"):
        play.use("well_sealed")
    _fights(bot, "well_sealed")


PLAYS: dict[str, Callable[[Bot], None]] = {
    "hand_attacks": hand_attacks,
    "wybie_arrives": wybie_arrives,
    "hand_crushed": hand_crushed,
    "well_sealed": well_sealed,
}
