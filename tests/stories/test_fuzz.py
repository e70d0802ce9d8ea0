"""Hands that mean nothing: every button at random, from every beat. Nothing breaks, nobody gets stuck, and it repeats itself.

The long run: pytest -m nightly tests/stories/test_fuzz.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.bot import Bot
from game.app.commands import session_of
from game.app.game import Game, Kept
from game.app.replay import do_deed, parse, play_back, seen
from game.app.settings import Settings
from game.content.start import new_session, playable_beats
from game.core.chance import Chance
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.parts import Hero, Hidden, Name, Place, Pushable
from game.sim.save import Snapshot
from game.testing import Play

LAST = playable_beats()[-1]
DEEP_PX = 4.6
"""A dodge takes her 4.2 px into a wall before it is felt (a run 2.5); more is a wall she went through."""
BUSY_TICKS = 60 * 60
"""Whoever mashes is through any scene by then. Holding a door takes as long as it takes, and so does a tray of keys."""
BUTTONS = ["up", "down", "left", "right", "interact", "dodge", "throw", "cat", "stone", "next", "sneak", "run"]
BUTTONS += ["journal", "pause", "confirm", "cancel"]


def hands(chance: Chance, ticks: int) -> Iterator[Intent]:
    """Stretches of walking, standing, tapping, holding and mashing."""
    left, style, x, y, base, held = 0, 0, 0, 0, NOTHING, NOTHING
    for _ in range(ticks):
        if left == 0:
            style, left = chance.below(6), 8 + chance.below(90)
            x, y = chance.below(2 * STICK + 1) - STICK, chance.below(2 * STICK + 1) - STICK
            if chance.below(2):
                x, y = chance.pick([(STICK, 0), (-STICK, 0), (0, STICK), (0, -STICK)])
            if style == 0:
                x = y = 0
            base = chance.pick([NOTHING, NOTHING, Action.RUN, Action.INTERACT, Action.INTERACT, Action.SNEAK])
        left -= 1
        now = base
        if style == 1:
            for action in Action:
                now |= action if chance.below(5) == 0 else NOTHING
            if chance.below(2):
                x, y = chance.below(2 * STICK + 1) - STICK, chance.below(2 * STICK + 1) - STICK
        elif style in (2, 3) and chance.below(12) == 0:
            now |= Action.INTERACT
        yield Intent(x, y, now, now & ~held)
        held = now


class Watch:
    """Looks after every tick that the world is still one."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.busy = 0
        self.checkpoints: list[Snapshot] = []
        self._line = play.session.talk
        play.on_tick.append(self._look)

    def _look(self, intent: Intent) -> None:
        session, place = self.play.session, self.play.session.place
        where = self.play.where()
        assert 0 <= place.x <= session.room.size.x and 0 <= place.y <= session.room.size.y, where
        # Scenes walk her straight, curtains take her in, and who floats from star to star has nothing under her.
        if not session.locks and not session.world.has(session.hero, Hidden) and place.lift <= 0:
            assert session.space.is_free(place.x, place.y, 7.0 - DEEP_PX, session.hero, walls_only=True), where
        for _, name, _, at in session.world.each(Name, Pushable, Place):
            assert 0 <= at.x <= session.room.size.x and 0 <= at.y <= session.room.size.y + 1, f"{name.name}; {where}"
        assert None in (self._line, session.talk) or session.talk is self._line, f"a line was cut off; {where}"
        self._line = session.talk
        has_time = session.is_free or session.panel is not None
        self.busy = 0 if has_time else self.busy + 1
        assert self.busy < BUSY_TICKS, where
        now = session.checkpoint
        if now is not None and (not self.checkpoints or now is not self.checkpoints[-1]):
            self.checkpoints.append(now)


def fuzz(beat: str, seed: int, ticks: int) -> tuple[Play, list[Snapshot]]:
    play = Play(beat=beat, seed=seed)
    watch = Watch(play)
    for intent in hands(Chance(seed * 7919 + 13), ticks):
        play.tick(intent)
    play.on_tick.clear()
    return play, watch.checkpoints


def finish(play: Play) -> None:
    """The bot goes on from here to the end of what is written."""
    if play.session.world.get(play.session.hero, Hero).carries and play.session.is_free:
        play.press("interact")
    Bot(play).run(LAST)


@pytest.mark.parametrize("beat", playable_beats())
def test_any_hands_leave_the_world_whole_and_the_same_hands_the_same_world(beat):
    first, _ = fuzz(beat, 1, 1000)
    again, _ = fuzz(beat, 1, 1000)
    assert first.hash() == again.hash()


@pytest.mark.parametrize("beat", ["doll_given", "door_found"])
def test_after_any_hands_the_story_can_be_finished(beat):
    play, checkpoints = fuzz(beat, 2, 1500)
    finish(play if beat == "doll_given" else Play.load(checkpoints[-1]))


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(3, 23))
@pytest.mark.parametrize("beat", playable_beats())
def test_long_hands(beat, seed):
    play, checkpoints = fuzz(beat, seed, 4000)
    again, _ = fuzz(beat, seed, 4000)
    assert play.hash() == again.hash()
    finish(play)
    for snapshot in checkpoints[-3:]:
        if LAST not in snapshot.done:
            finish(Play.load(snapshot))


# ---------------------------------------------------------------- the whole program, menus and all


def mash(game: Game, seed: int, ticks: int) -> None:
    """Buttons of the pad at random, through title, play, pause, journal and options, until it has been left."""
    chance = Chance(seed)
    down: set[str] = set()
    for _ in range(ticks):
        if game.scenes.is_over:
            return
        name = chance.pick(BUTTONS)
        if chance.below(6) == 0 and not (name in ("pause", "journal") and chance.below(3)):
            game.pad.hold(name, name not in down)
            down ^= {name}
        if chance.below(40) == 0:
            for name in sorted(down):
                game.pad.hold(name, False)
            down.clear()
        game.scenes.tick(game.pad.tick())
        game.scenes.settle()


def mashed(folder: Path, seed: int, ticks: int) -> None:
    """Mashes; then what the tail has recorded must play again to where the game stands."""
    settings = Settings(first_run=False)
    game = Game(settings, Kept.on_disk(folder), note=lambda line: None)
    beat = playable_beats()[seed % len(playable_beats())]
    game.begin(new_session(beat=beat, rules=settings.rules(), content=game.content))
    mash(game, seed, ticks)
    play = None if game.scenes.is_over else game.play
    tape = game.tail.to_bytes()
    if tape and play is not None:
        result = play_back(parse(tape), lambda header: session_of(header, game.content), seen, do_deed)
        assert result.ok and result.hash == play.session.state_hash()
    game.close()


@pytest.mark.parametrize("seed", [4, 11])
def test_any_buttons_in_the_whole_program(tmp_path, seed):
    mashed(tmp_path, seed, 1500)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(100, 140))
def test_long_buttons_in_the_whole_program(tmp_path, seed):
    mashed(tmp_path, seed, 5000)
