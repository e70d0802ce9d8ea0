"""How the bot plays chapter 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.panels import DollPanel, KeyPanel
from game.sim.parts import Follower, Hero, Place

if TYPE_CHECKING:
    from game.app.bot.bot import Bot


def arrival(bot: Bot) -> None:
    play = bot.play
    play.until(lambda: "arrival_opened" in play.session.story.flags, within=600, reads=True)
    play.read()
    porch = play.session.room.spots["porch_boards"].box
    if "sign_read" not in play.session.story.flags:
        bot.use("signpost")
    for i, box in enumerate(("box_1", "box_2")):
        if _stands_on_porch(bot, box):
            continue
        bot.use(box)
        play.until(lambda: play.session.world.get(play.session.hero, Hero).carries != 0, within=60)
        play.walk_to(Vec(porch.x + 60 + 54 * i, porch.y + 62), near=6)
        play.hold("up", ticks=2).press("interact")
        play.until(lambda i=i: play.session.story.counts.get("boxes_said", 0) > i, within=240, reads=True)  # type: ignore[misc]
        play.read()
    _drag(bot, "box_3", Vec(porch.x + 180, porch.y + 70))
    play.until(lambda: "boxes_in" in play.session.story.flags, within=600, reads=True)
    play.read()
    bot.use("brace_door")
    play.until(lambda: play.session.panel is not None, within=4000, reads=True)
    bot.hold_on()
    play.until(lambda: "door_open" in play.session.story.flags, within=4000, reads=True)


def _stands_on_porch(bot: Bot, box: str) -> bool:
    play = bot.play
    at = play.session.world.get(play.session.find(box), Place)
    return play.session.room.spots["porch_boards"].box.holds(at.x, at.y - 8)


def _drag(bot: Bot, name: str, goal: Vec) -> None:
    """Takes hold of a heavy box from below and brings it there: sideways first, then up."""
    play = bot.play
    session = play.session

    def where() -> Place:  # asked anew each time: a checkpoint makes the world anew
        return session.world.get(session.find(name), Place)

    for _ in range(12):
        if abs(where().x - goal.x) < 6 and where().y <= goal.y:
            return
        play.read()
        play.walk_to(Vec(where().x, where().y + 13), near=3)
        play.hold("up", ticks=2)
        hold = Action.INTERACT
        for _ in range(40):
            play.tick(Intent(held=hold, pressed=hold if not session.intent.held else Action(0)))
            if session.world.get(session.hero, Hero).grips:
                break
        for _ in range(1500):
            if not session.world.get(session.hero, Hero).grips or not session.is_free:
                break
            dx = goal.x - where().x
            if abs(dx) >= 6:
                play.tick(Intent(STICK if dx > 0 else -STICK, 0, hold))
            elif where().y > goal.y:
                play.tick(Intent(0, -STICK, hold))
            else:
                break
        play.wait(10)


def ignored(bot: Bot) -> None:
    play = bot.play
    flags = play.session.story.flags
    bot.go_to_map("real/flat_down")
    bot.start("ignored")
    play.read()
    if "chores_given" not in flags:
        bot.use("mel")
    for find, has, put, done in (
        ("boxes_living", "has_kettle", "stove", "kettle_done"),
        ("pan_cupboard", "has_pan", "drip", "pan_done"),
        ("bulb_box_a", "has_irises", "charlie", "irises_shown"),
        ("bulb_box_b", "has_bulbs", "charlie", "bulbs_done"),
    ):
        if has not in flags:
            bot.use(find)
        if done not in flags:
            bot.use(put)
    if "draught_done" not in flags:
        bot.use("draught_wall")
    bot.use("charlie")
    bot.use("mel")


def wybie_met(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/grounds")
    bot.go_to_map("real/orchard")
    bot.start("wybie_met")
    while "tag_won" not in session.story.flags:
        play.read()
        chase(bot)
    while not play.saw("wybie_met"):
        play.read()
        if session.talk is not None and session.talk.options:
            play.choose(0)
        else:
            play.tick()


def chase(bot: Bot) -> None:
    """Runs at him; when he is far, waits where he will pass, as one learns to."""
    play = bot.play
    session = play.session
    for _ in range(4000):
        wybie = session.find("wybie")
        if not session.is_free or not wybie or "tag_won" in session.story.flags:
            return
        at = session.world.get(wybie, Place)
        way = session.world.find(wybie, Follower)
        ahead = way.points[way.index] if way and not way.is_there else Vec(at.x, at.y)
        gap = (Vec(at.x, at.y) - play.position).length
        goal = Vec(at.x, at.y) if gap < 90 else Vec((at.x + ahead.x) / 2, (at.y + ahead.y) / 2)
        points = play.way_to(goal)[:6]
        for p in points:
            if not session.is_free:
                return
            d = p - play.position
            for _ in range(4):
                if d.length < 4 or not session.is_free:
                    break
                k = STICK / d.length
                play.tick(Intent(round(d.x * k), round(d.y * k), Action.RUN))
                d = p - play.position
        if not points:
            play.tick()


def doll_given(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/grounds")
    play.read()
    bot.use("parcel")
    while not play.saw("doll_given"):
        play.read()
        if session.talk is not None and session.talk.options:
            play.choose(1)
        elif isinstance(session.panel, DollPanel) and session.talk is None:
            panel = session.panel
            is_seen = panel.side in panel.seen and len(panel.seen) < 4
            if is_seen and panel.turn == 0:
                play.hold("right", ticks=2)
            play.wait(4)
        else:
            play.tick()


def door_found(bot: Bot) -> None:
    play = bot.play
    session = play.session
    bot.go_to_map("real/flat_down")
    bot.start("door_found")
    play.read()
    push_crate_aside(bot)
    for n in (1, 2, 3):
        strip = f"paper_{n}"
        if session.find(strip):
            bot.use(strip)
    play.until(lambda: "door_seen" in session.story.flags, within=300, reads=True)
    play.read()
    bot.use("small_door_try")
    play.until(lambda: play.saw("door_found"), within=4000, reads=True)


def push_crate_aside(bot: Bot) -> None:
    play = bot.play
    session = play.session
    for _ in range(10):
        if "crate_moved" in session.story.flags:
            return
        play.read()
        at = session.world.get(session.find("crate"), Place)
        play.walk_to(Vec(at.x + 36, at.y - 8), near=6)
        for _ in range(90):
            if "crate_moved" in session.story.flags or not session.is_free:
                break
            play.tick(Intent(-STICK, 0))
        play.read()


def bricks(bot: Bot) -> None:
    play = bot.play
    session = play.session
    while not play.saw("bricks"):
        play.read()
        panel = session.panel
        if session.talk is not None and session.talk.options:
            play.choose(0)
        elif isinstance(panel, KeyPanel) and panel.chosen < 0 and session.talk is None:
            column, row = panel.right % 4 - panel.cursor % 4, panel.right // 4 - panel.cursor // 4
            if column or row:
                play.hold("right" if column > 0 else "left" if column < 0 else "down" if row > 0 else "up", ticks=2)
                play.wait(3)
            else:
                play.press("interact")
        else:
            play.tick()


PLAYS = {
    "arrival": arrival,
    "ignored": ignored,
    "wybie_met": wybie_met,
    "doll_given": doll_given,
    "door_found": door_found,
    "bricks": bricks,
}
