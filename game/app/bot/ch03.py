"""How the bot plays chapter 3."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import STICK, Intent
from game.sim.acts import BeamAct
from game.sim.panels import LanternPanel, MessagePanel, PhotoPanel
from game.sim.panels.lantern import SIGNS
from game.sim.panels.message import DRUM, RIGHT
from game.sim.parts import Place

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

KEEPS_PX = 60.0
"""So near the bot walks beside him."""
REACTS_TICKS = 16
"""A person's time from the squeak to the lean."""


def twin_told(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/grounds")
    play.read()
    bot.start("twin_told")
    while not play.saw("twin_told"):
        panel = session.panel
        if session.talk is not None and session.talk.options:
            play.choose(0)
        elif session.talk is not None:
            hear_out(bot)
        elif isinstance(panel, PhotoPanel):
            look_at_photo(bot, panel)
        elif session.is_free and session.find("wybie_walk"):
            keep_beside(bot)
        else:
            play.tick()


def hear_out(bot: Bot) -> None:
    """Turns the pages of what is said, whatever she is in the middle of."""
    session = bot.play.session
    bot.play.until(lambda: session.talk is None or bool(session.talk.options), within=4000, reads=True)


def keep_beside(bot: Bot) -> None:
    """A step towards Wybie, when he is further off than a voice."""
    play = bot.play
    at = play.session.world.get(play.session.find("wybie_walk"), Place)
    gap = (Vec(at.x, at.y) - play.position).length
    if gap <= KEEPS_PX:
        play.tick()
        return
    points = play.way_to(Vec(at.x, at.y))[:3]
    for p in points:
        d = p - play.position
        if d.length < 1 or not play.session.is_free:
            break
        k = STICK / d.length
        for _ in range(4):
            play.tick(Intent(round(d.x * k), round(d.y * k)))
    if not points:
        play.tick()


def look_at_photo(bot: Bot, panel: PhotoPanel) -> None:
    """Left, then right, each for a while; and the one that frowns, when asked."""
    play = bot.play
    if panel.is_fixed or panel.chosen >= 0:
        play.tick()
    elif panel.asks:
        play.wait(30)
        if panel.eye != 0:
            play.hold("left", ticks=2).wait(30)
        play.press("interact")
    elif panel.eye in panel.seen:
        play.hold("right" if panel.eye == 0 else "left", ticks=2).wait(2)
    else:
        play.tick()


def bobinsky_warns(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/grounds")
    bot.go_to_map("real/attic")
    bot.start("bobinsky_warns")
    for _ in range(60 * 60 * 6):
        if play.saw("bobinsky_warns"):
            return
        panel = session.panel
        if session.talk is not None and session.talk.options:
            play.choose(2)
        elif session.talk is not None:
            hear_out(bot)
        elif isinstance(session.act, BeamAct):
            balance(bot, session.act)
        elif isinstance(panel, MessagePanel):
            put_in_order(bot, panel)
        elif not session.is_free or session.wants_checkpoint:
            play.tick()
        elif "bobinsky_opened" in session.story.flags and "crossed_beams" not in session.story.flags:
            onto_beams(bot)
        elif "bobinsky_praised" in session.story.flags and "medal_asked" not in session.story.flags:
            bot.use("bobinsky")
        else:
            play.tick()


def onto_beams(bot: Bot) -> None:
    """To where the first of them begins, and a step more; or on from a rest."""
    play = bot.play
    start = play.session.room.paths["mouse_beam"].points[0] + Vec(28, 0)
    if play.position.x > start.x - 10:
        play.walk_to(start, near=3)
    play.hold("left", ticks=2)


def balance(bot: Bot, act: BeamAct) -> None:
    """On along the beam; with the mouse, when it leans; back, when it was too far; still, for a parade."""
    play = bot.play
    i, d = act.segment(act.s)
    (ax, ay), (bx, by) = act.points[i], act.points[i + 1]
    if ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 - d < 0.6 and i < len(act.points) - 2:
        (ax, ay), (bx, by) = act.points[i + 1], act.points[i + 2]
    across = abs(bx - ax) > abs(by - ay)
    ahead = (1 if bx > ax else -1) if across else (1 if by > ay else -1)
    lean = 0
    if act.state == "flap":
        lean = -1 if act.offset > 0 else 1
        ahead = 0
    elif act.phase in ("told", "push") and (act.phase == "push" or act.phase_ticks > REACTS_TICKS):
        lean = -act.side if act.offset * act.side > -8 else 0
    elif abs(act.offset) > 6:
        lean = -1 if act.offset > 0 else 1
    if act.parade in ("told", "crossing"):
        ahead = 0
    x, y = (ahead, lean) if across else (lean, ahead)
    play.tick(Intent(x * STICK, y * STICK))


def put_in_order(bot: Bot, panel: MessagePanel) -> None:
    """Changes the first wrong mouse with the one that should stand there; then the drum."""
    play = bot.play
    if panel.state != "pick":
        play.tick()
        return
    wrong = next((i for i in range(len(RIGHT)) if panel.order[i] != RIGHT[i]), DRUM)
    goal = wrong
    if panel.held >= 0:
        goal = panel.order.index(RIGHT[panel.held]) if panel.held < DRUM else DRUM
    if panel.cursor != goal:
        play.hold("right" if goal > panel.cursor else "left", ticks=2).wait(2)
    else:
        play.wait(6)
        play.press("interact")


def actresses_warn(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/grounds")
    bot.go_to_map("real/basement")
    bot.start("actresses_warn")
    for _ in range(60 * 60 * 6):
        if play.saw("actresses_warn"):
            return
        panel = session.panel
        if session.talk is not None and session.talk.options:
            play.choose(0)
        elif session.talk is not None:
            hear_out(bot)
        elif isinstance(panel, LanternPanel):
            turn_rings(bot, panel)
        elif (
            session.is_free
            and "ladies_met" in session.story.flags
            and "lantern_tried" not in session.story.flags
            and not session.wants_checkpoint
        ):
            bot.use("lantern")
        else:
            play.tick()


def turn_rings(bot: Bot, panel: LanternPanel) -> None:
    """Inner home by the first handle, middle by the second, outer by the third."""
    play = bot.play
    if panel.is_fixed or panel.is_turning:
        play.tick()
        return
    handle = next((h for h in range(3) if panel.rings[h] != 0), 0)
    way = -1 if panel.rings[handle] <= SIGNS // 2 else 1
    if handle == 2:
        way = -way
    if panel.handle != handle:
        play.hold("down" if handle > panel.handle else "up", ticks=2).wait(2)
    else:
        play.hold("right" if way > 0 else "left", ticks=2).wait(2)


PLAYS: dict[str, Callable[[Bot], None]] = {
    "twin_told": twin_told,
    "bobinsky_warns": bobinsky_warns,
    "actresses_warn": actresses_warn,
}
