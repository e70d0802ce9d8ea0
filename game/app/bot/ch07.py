"""How the bot plays chapter 7, behind the mirror."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot import ch07_escape
from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import Pane, Ripples, Vow
from game.sim.acts.pane import HANDS_X, NEAR_Y
from game.sim.panels import LettersPanel, PantomimePanel, RacePanel
from game.sim.panels.race import ROOTS, SPEED

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

ROOM = "between/mirror"
GLASS_Y = 146.0
HOLDS = Intent(held=Action.INTERACT)
PRESSES = Intent(held=Action.INTERACT, pressed=Action.INTERACT)
RIGHT = Intent(STICK, 0)


def mirror_ghosts(bot: Bot) -> None:
    play = bot.play
    session = play.session
    play.until(lambda: session.room.name == ROOM, within=900, reads=True)
    while not play.saw("mirror_ghosts"):
        play.read()
        act = session.act
        if session.panel is not None:
            remember(bot)
        elif isinstance(act, Ripples) and act.voices and session.is_free:
            _listen(bot, act)
        elif session.is_free and "ghosts_met" in session.story.flags:
            unseen = [n for n in ("silas", "hester", "ivy") if f"memory_{n}_seen" not in session.story.flags]
            if unseen:
                play.use(f"ghost_{unseen[0]}")
            play.tick()
        else:
            play.tick()


def _listen(bot: Bot, act: Ripples) -> None:
    """A knock, and then to where one of the rings has come back from."""
    play = bot.play
    session = play.session
    back = next((r for r in act.rings if r.of and r.left > 0.2), None)
    if back is None:
        if act.knock_rest or session.prompt is not None:
            play.walk_to((9, 7), near=20, stop=lambda: not session.is_free)
        play.tick(PRESSES)
        play.wait(40)
        return
    play.walk_to(Vec(back.x, back.y), near=18, stop=lambda: not session.is_free)
    for _ in range(70):
        if not session.is_free:
            return
        play.tick()


def remember(bot: Bot) -> None:
    """One tick of whatever memory is shown."""
    play = bot.play
    panel = play.session.panel
    if isinstance(panel, LettersPanel):
        if panel.phase == "write":
            play.tick(HOLDS if panel.ink < 1 else Intent())
        else:
            play.tick(RIGHT if panel.phase == "nearer" else Intent())
    elif isinstance(panel, PantomimePanel):
        waits = bool(panel.trick or panel.lit) or play.session.tick % 9
        ways = (PRESSES, Intent(0, -STICK), Intent(STICK, 0), Intent(-STICK, 0), Intent(0, STICK))
        play.tick(Intent() if waits else ways[panel.done % len(ways)])
    elif isinstance(panel, RacePanel):
        if panel.phase == "race":
            jumps = not panel.air and any(12 < r - panel.at < 12 + SPEED * 6 for r in ROOTS)
            pressed = Action.INTERACT if jumps else Action(0)
            play.tick(Intent(STICK, 0, pressed, pressed))
        elif panel.phase == "foot":
            play.tick(PRESSES if play.session.tick % 20 == 0 else Intent())
        else:
            play.tick(RIGHT if panel.phase == "away" else Intent())
    else:
        play.tick()


def promise(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.play.until(lambda: session.room.name == ROOM, within=900, reads=True)
    while not play.saw("promise"):
        if session.talk is not None and session.talk.options:
            play.choose(1)
        elif session.talk is not None:
            play.until(lambda: session.talk is None or bool(session.talk.options), within=900, reads=True)
        elif isinstance(session.act, Vow):
            play.tick(HOLDS)
        else:
            play.tick()


def meet_the_glove(bot: Bot) -> None:
    """wybie_frees, as far as the glass: where the glove is, the other way round; and out of the light when it goes."""
    play = bot.play
    session = play.session
    while session.room.name == ROOM:
        play.read()
        act = session.act
        if not isinstance(act, Pane) or not session.is_free or "hand_seen" not in session.story.flags:
            play.tick()
        elif act.dark or (act.clock > 0 and act.past >= 0):
            if act.is_lit(play.position.x, play.position.y):
                play.walk_to(
                    Vec(play.position.x, act.light.bottom + 12), near=6, run=True, stop=lambda: not session.is_free
                )
            play.tick()
        elif act.is_hand_there:
            x = act.reflection_x(HANDS_X[min(act.matches, 2)])
            if abs(play.position.x - x) > 5 or play.position.y > NEAR_Y - 8:
                play.walk_to(Vec(x, GLASS_Y), near=4, stop=lambda: not session.is_free or _is_dark(bot))
            play.tick()
        else:
            play.tick()


def _is_dark(bot: Bot) -> bool:
    act = bot.play.session.act
    return not isinstance(act, Pane) or act.dark > 0


def wybie_frees(bot: Bot) -> None:
    meet_the_glove(bot)
    ch07_escape.escape(bot)


PLAYS: dict[str, Callable[[Bot], None]] = {
    "mirror_ghosts": mirror_ghosts,
    "promise": promise,
    "wybie_frees": wybie_frees,
}
