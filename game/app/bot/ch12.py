"""Chapter 12: the party. A decent guest: pours to the line, asks everybody, walks slowly with who is slow, and watches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.content.beats.ch12_party.guests import THIRSTY
from game.core.intent import Action, Intent
from game.sim.panels import PourPanel
from game.sim.panels.pour import LINE
from game.sim.parts import Hero
from game.testing import TooLong

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

SEATS = ("seat_1", "seat_2", "seat_3")
HANDS_TICKS = 9
"""She lets go so long before it is at the line."""


def _carries(bot: Bot) -> bool:
    session = bot.play.session
    return bool(session.world.get(session.hero, Hero).carries)


def _serve(bot: Bot, who: str) -> None:
    """Up to somebody with what she carries, until they have it."""
    play = bot.play
    for _ in range(8):
        play.walk_to(who, near=30.0)
        play.read()
        if play.prompt in ("pour", "give"):
            play.press("interact")
            return
        play.walk_to(who, near=16.0)
        if play.prompt in ("pour", "give"):
            play.press("interact")
            return
        play.wait(20)
    raise TooLong(f"{who} takes nothing; {play.where()}")


def _pour(bot: Bot) -> None:
    """Holds, and lets go a moment before the line."""
    play = bot.play
    play.until(lambda: isinstance(play.session.panel, PourPanel), within=600, reads=True)
    panel = play.session.panel
    assert isinstance(panel, PourPanel)
    play.wait(12)
    while play.session.panel is panel and not panel.verdict:
        if panel.level + panel.rate * HANDS_TICKS * 0.45 < LINE:
            play.tick(Intent(held=Action.INTERACT))
        else:
            play.tick()
    play.until(lambda: play.session.panel is None and play.session.is_free, within=300, reads=True)


def party(bot: Bot) -> None:
    """Ginger beer, chairs, cake, a packet; then everybody; then the gate."""
    play = bot.play
    story = play.session.story
    play.until(lambda: "party_opened" in story.flags and play.session.is_free, within=6000, reads=True)
    play.read()
    if any(f"poured_{who}" not in story.flags for who in THIRSTY):
        bot.use("trestle_beer")
        play.until(lambda: _carries(bot), within=120, reads=True)
        for who in ("mel", "spink", "forcible", "bobinsky", "mice", "charlie"):
            if f"poured_{who}" not in story.flags:
                _serve(bot, who)
                _pour(bot)
    for n, seat in enumerate(SEATS, 1):
        if f"party_chair_{n}_set" not in story.flags:
            bot.use(f"party_chair_{n}")
            play.until(lambda: _carries(bot), within=120)
            play.walk_to(seat, near=10.0)
            play.press("interact")
            play.until(lambda s=seat: f"chair_at_{s}" in story.flags, within=60)  # type: ignore[misc]
            play.wait(40)
    for who in ("forcible", "grandmother"):
        if f"cake_{who}" not in story.flags:
            bot.use("trestle_cake")
            play.until(lambda: _carries(bot), within=120, reads=True)
            _serve(bot, who)
            play.until(lambda w=who: f"cake_{w}" in story.flags and play.session.is_free, within=1200, reads=True)  # type: ignore[misc]
    for who in THIRSTY:
        for _ in range(6):
            if f"asked_{who}" in story.flags:
                break
            bot.use(who)
            play.read()
    if "packet_watered" not in story.flags:
        if "packet_sown" not in story.flags:
            bot.use("bed_dug")
            play.until(lambda: "packet_sown" in story.flags and play.session.is_free, within=2400, reads=True)
        bot.use("party_can")
        play.until(lambda: _carries(bot), within=120)
        play.walk_to("bed_dug", near=24.0)
        for _ in range(10):
            if play.prompt == "pour":
                break
            play.hold("up", ticks=4)
        play.press("interact")
        play.until(lambda: "packet_watered" in story.flags and play.session.is_free, within=1200, reads=True)
    play.until(lambda: "toast_done" in story.flags, within=3600, reads=True)
    play.read()
    play.walk_to("wybie", near=40.0)
    play.until(lambda: play.saw("party"), within=2400, reads=True)


def grandmother(bot: Bot) -> None:
    """Beside her, up the drive; the rug; the true thing first."""
    play = bot.play
    story = play.session.story
    if not play.session.is_running("grandmother"):
        play.walk_to("gate_in", stop=lambda: play.session.is_running("grandmother"))
    play.until(lambda: "gran_met" in story.flags, within=6000, reads=True)
    while "gran_seated" not in story.flags:
        play.read()
        if play.session.is_free and (play.point_of("grandmother") - play.position).length > 70:
            play.walk_to("grandmother", near=60.0)
        else:
            play.tick()
    play.read()
    bot.use("blanket")
    while not play.saw("grandmother"):
        if play.talk is not None and play.talk.options:
            play.choose(3)
        elif play.talk is not None:
            play.read()
        else:
            play.tick()


def cat_vanishes(bot: Bot) -> None:
    """A word with everybody; then after the cat; then on the other side, the way one would."""
    play = bot.play
    story = play.session.story
    play.read()
    for who in ("grandmother", "wybie"):
        if f"asked_{who}" not in story.flags:
            bot.use(who)
            play.read()
    if not play.session.is_running("cat_vanishes"):
        bot.start("cat_vanishes")
    while "cat_gone" not in story.flags:
        play.read()
        cat = play.session.find("cat")
        if play.session.is_free and cat and (play.point_of("cat") - play.position).length > 60:
            play.walk_to("cat", near=44.0, stop=lambda: "cat_gone" in story.flags or not play.session.find("cat"))
        else:
            play.tick()
    play.read()
    while not play.saw("cat_vanishes"):
        if play.talk is not None:
            play.read()
        elif play.session.is_free and play.position.x < 1160:
            play.walk_to((37, 42.5), near=8.0)
        else:
            play.tick()


PLAYS: dict[str, Callable[[Bot], None]] = {"party": party, "grandmother": grandmother, "cat_vanishes": cat_vanishes}
