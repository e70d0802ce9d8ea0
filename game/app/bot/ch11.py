"""Chapter 11: home, the dream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.acts import Starway
from game.sim.acts.starway import BEAT_TICKS
from game.testing import TooLong

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


def ghost_dream(bot: Bot) -> None:
    """Up to bed; then from star to star on the beat, a word with each of the three, and off the edge into the morning."""
    play = bot.play
    story = play.session.story
    if play.session.room.side == "real" and "dreamt" not in story.flags:
        bot.go_to_map("real/flat_up")
        bot.use("bed_tonight")
    play.until(lambda: play.session.room.name == "between/dream", within=1200, reads=True)
    play.until(lambda: isinstance(play.session.act, Starway), within=300, reads=True)
    play.until(lambda: "dream_opened" in story.flags and play.session.locks == 0, within=900, reads=True)
    play.read()
    for leg, who in enumerate(("silas", "hester", "ivy"), 1):
        for name in WAYS[leg - 1]:
            step_to(bot, name)
        play.until(lambda: play.session.is_free, within=120, reads=True)
        bot.use(f"ghost_{who}")
        play.until(lambda w=who: f"thanked_{w}" in story.flags, within=3000, reads=True)  # type: ignore[misc]
    play.until(lambda: "warned_by_ghosts" in story.flags, within=6000, reads=True)
    play.read()
    play.walk_to("cp_last")
    while play.session.room.name == "between/dream":
        play.hold("right", ticks=1)
    play.until(lambda: play.saw("ghost_dream"), within=2400, reads=True)


WAYS = (
    ("pad_1_1", "pad_1_2", "pad_1_3", "gold_1", "pad_1_3", "pad_1_4", "pad_1_5", "isle_2"),
    ("pad_2_1", "pad_2_2", "gold_2", "pad_2_2", "pad_2_3", "pad_2_4", "isle_3"),
    ("pad_3_1", "pad_3_2", "gold_3", "pad_3_2", "pad_3_3", "isle_4"),
)
"""From star to star, with the ones beside the way."""
PATIENCE_TICKS = 400


def step_to(bot: Bot, name: str) -> None:
    """Leans towards that star a moment before the beat, and lets go when she is off."""
    play = bot.play
    act = play.session.act
    assert isinstance(act, Starway)
    goal = act.node(name)
    assert goal is not None
    here = act.node(act.at)
    if here is not None and here.is_isle:
        to = goal.box.middle
        rim = here.box.grown(-14)
        play.walk_to(Vec(min(max(to.x, rim.x), rim.right), min(max(to.y, rim.y), rim.bottom)), near=6.0)
    for _ in range(PATIENCE_TICKS):
        if act.at == name and not act.hop:
            return
        on_beat = (play.session.tick + 1 - act.cued) % BEAT_TICKS
        if not act.hop and act.at != name and on_beat <= 3:
            d = goal.landing(play.position) - play.position
            play.stick(d.x / d.length, d.y / d.length, ticks=2)
        play.tick()
    raise TooLong(f"the star {name!r} is not come to; {play.where()}")


PLAYS: dict[str, Callable[[Bot], None]] = {"parents_back": parents_back, "ghost_dream": ghost_dream}
