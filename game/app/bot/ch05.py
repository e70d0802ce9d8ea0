"""How the bot plays chapter 5: it keeps time as a decent musician would, and reads the footlights."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import Cellar, Flight, Show, Storm
from game.sim.acts.theatre import cellar, flight, storm
from game.sim.acts.theatre.house import is_on_boards
from game.sim.parts import Hero, Place

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

STOPS_TICKS, GOES_TICKS = 13, 11
"""It stands still so long before a flash and goes on so long after."""
AHEAD_TICKS = 22
BELOW_PX = 18.0
"""It passes below a lid by so much."""


def theatre_show(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.cross_at_night()
    while not play.saw("theatre_show"):
        play.read()
        if isinstance(session.act, Show):
            act_of(bot)
        elif session.room.name == "other/flat_down":
            play.until(lambda: "show_welcomed" in session.story.flags, within=1200, reads=True)
            play.read()
            bot.go_to_map("other/grounds")
        elif session.room.name == "other/grounds":
            if "show_over" in session.story.flags:
                _follow(bot, "theatre_show")
            else:
                bot.go_to_map("other/basement")
        elif "show_over" in session.story.flags:
            bot.go_to_map("other/grounds")
        elif "show_cast" not in session.story.flags and session.is_free:
            trigger = next(t for t in session.room.things if t.name == "theatre_show")
            play.walk_to(trigger.box.middle, stop=lambda: not session.is_free)
        else:
            play.tick()


def _follow(bot: Bot, beat: str) -> None:
    """After Other Wybie, wherever he goes, until the beat is over."""
    play = bot.play
    session = play.session
    for _ in range(6000):
        if play.saw(beat):
            return
        play.read()
        him = session.find("other_wybie")
        at = session.world.get(him, Place) if him else None
        if at is not None and (Vec(at.x, at.y) - play.position).length > 90:
            play.walk_to(Vec(at.x - 30, at.y), near=40, stop=lambda: not session.is_free)
        else:
            play.tick()


# ---------------------------------------------------------------- the acts


def act_of(bot: Bot) -> None:
    """One act of the show, from the first tick to the curtain."""
    session = bot.play.session
    show = session.act
    while session.act is show and isinstance(show, Show):
        if show.fall_ticks or (show.holds_her and not isinstance(show, Flight)):
            bot.play.tick()
        elif not is_on_boards(session.place.x, session.place.y) and not isinstance(show, Flight):
            _back_up(bot)
        elif isinstance(show, Storm):
            _storm(bot, show)
        elif isinstance(show, Cellar):
            _cellar(bot, show)
        elif isinstance(show, Flight):
            _flight(bot, show)
        else:
            bot.play.tick()


def _back_up(bot: Bot) -> None:
    """From below, by the side steps."""
    session = bot.play.session
    stairs = Vec(192.0, 372.0)
    bot.play.walk_to(stairs, near=10, run=True, stop=lambda: is_on_boards(session.place.x, session.place.y))


def _toward(bot: Bot, goal: Vec, action: Action = NOTHING, near: float = 4.0, run: bool = False) -> None:
    """One tick that way."""
    play = bot.play
    d = goal - play.position
    held = Action.RUN if run else NOTHING
    if d.length <= near:
        play.tick(Intent(held=held | action, pressed=action))
        return
    k = STICK * min(d.length / 10, 1.0) / d.length
    play.tick(Intent(round(d.x * k), round(d.y * k), held | action, action))


def _storm(bot: Bot, show: Storm) -> None:
    session = bot.play.session
    spots = session.room.spots
    if show.beat < storm.SPOTS_FROM:
        i = next((n for n in range(len(storm.MARKS)) if not show.bulbs[n]), -1)
        goal = spots[storm.MARKS[i][1]].box.middle if i >= 0 else show.lamps_at(session, 0)[1]
        _toward(bot, goal, run=(goal - bot.play.position).length > 120)
    elif show.beat < storm.SPOTS_TO:
        t = show.since(storm.SPOTS_FROM)
        lamps = show.lamps_at(session, t + AHEAD_TICKS)
        soon = show.beat + storm.AHEAD_BEATS
        out = (storm.OUT_A, storm.OUT_B)
        lit = [at for at, (first, last) in zip(lamps, out, strict=True) if not first <= soon < last]
        goal = min(lit or list(lamps), key=lambda at: (at - bot.play.position).length)
        _toward(bot, goal, run=(goal - bot.play.position).length > 60)
    else:
        flash = min(storm.FLASHES, key=lambda b: abs(show.since(b)))
        since = show.since(flash)
        mark = next((m for b, m in storm.STORM_MARKS if show.since(b) < 20), storm.STORM_MARKS[-1][1])
        if -STOPS_TICKS <= since <= GOES_TICKS:
            bot.play.tick()
        else:
            # Between flashes nobody may stand about: once there it walks a little, to and fro.
            at = spots[mark].box.middle
            _toward(
                bot, Vec(at.x + (14 if int(show.beat) % 2 else -14), at.y), run=(at - bot.play.position).length > 30
            )


def _cellar(bot: Bot, show: Cellar) -> None:
    session = bot.play.session
    if show.beat < cellar.LIFTS_BEAT:
        at = show.light_at(session)
        low = max(
            (b.bottom for b in (session.room.spots[n].box for n in cellar.LIDS) if abs(b.middle.x - at.x) < 70),
            default=at.y,
        )
        _toward(bot, Vec(at.x, max(low + BELOW_PX, at.y)), run=abs(at.x - bot.play.position.x) > 50)
        return
    if not show.wanted:
        _toward(bot, Vec(576, 300))
        return
    verb = session.prompt.verb if session.prompt is not None else ""
    if show.held == show.wanted:
        to = session.world.get(session.find(show.asker), Place)
        _toward(bot, Vec(to.x, to.y + 24), Action.INTERACT if verb == "give" else NOTHING, run=True)
        return
    lid = show.lifts.index(show.wanted)
    middle = session.room.spots[cellar.LIDS[lid]].box.middle
    takes = verb == "take" and show.lid_near(session) == lid
    _toward(bot, middle, Action.INTERACT if takes else NOTHING, run=True)


def _flight(bot: Bot, show: Flight) -> None:
    session = bot.play.session
    if show.state == "loose":
        mark = session.room.spots["mark_4"].box.middle
        is_due = any(show.since(b) == -1 for b in range(flight.GRAB_FROM, flight.GRAB_TO + 1, 2))
        _toward(bot, mark, Action.INTERACT if is_due else NOTHING)
    elif show.state == "on":
        turns = any(show.since(b) == 1 for b in flight.TURNS)
        lets_go = show.since(flight.RELEASE_FROM + 1) == 20
        act = Action.INTERACT if turns or lets_go else NOTHING
        bot.play.tick(Intent(held=act, pressed=act))
    elif show.state == "down" and not show.bounce and len(show.roses) > 0:
        x, y = show.roses[-1][2:]
        _toward(bot, Vec(x, y))
    else:
        bot.play.tick()


# ---------------------------------------------------------------- the cat


def cat_speaks(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("other/orchard")
    bot.start("cat_speaks")
    while not play.saw("cat_speaks"):
        play.read()
        if session.talk is not None and session.talk.options:
            play.choose(0)
        elif not session.is_free:
            play.tick()
        elif (
            "cat_post_seen" in session.story.flags
            and "cat_was_called" not in session.story.flags
            and "taught_call_cat" in session.story.flags
        ):
            play.press("cat").wait(30)
        elif "edge_seen" in session.story.flags and "apple_over" not in session.story.flags:
            _throw_apple(bot)
        elif "edge_told" in session.story.flags and "apple_over" not in session.story.flags:
            hem = session.room.spots["hem_edge"].box.middle
            play.walk_to(Vec(hem.x - 60, hem.y), near=20, stop=lambda: not session.is_free)
        else:
            play.tick()


def _throw_apple(bot: Bot) -> None:
    """Lifts the nearest and lets go of it at the edge, facing out."""
    play = bot.play
    session = play.session
    hem = session.room.spots["hem_edge"].box.middle
    if not session.world.get(session.hero, Hero).carries:
        name = next(n for n in ("apple_1", "apple_2", "apple_3") if session.find(n))
        bot.use(name)
        play.wait(30)
        return
    play.walk_to(Vec(hem.x - 40, play.position.y), near=10, stop=lambda: not session.is_free)
    play.hold("right", ticks=4)
    play.press("interact")
    play.wait(20)


PLAYS: dict[str, Callable[[Bot], None]] = {"theatre_show": theatre_show, "cat_speaks": cat_speaks}
