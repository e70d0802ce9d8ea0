"""How the bot plays hunt A, the house: leads him round what the thread holds to, never waits for him, looks where floor is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.core.clock import TooLong
from game.core.geometry import TILE, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import RunOut, Strings
from game.sim.parts import Harm, Stone

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

DOWN, UP = "other/flat_down", "other/flat_up"
Way = Sequence[tuple[float, float]]
KITCHEN: Way = ((10.0, 6.2), (2.5, 6.7), (2.2, 10.4), (9.4, 10.4), (10.6, 8.0))
STUDY: Way = (
    (5.0, 24.4),
    (2.8, 24.8),
    (2.8, 26.4),
    (5.2, 26.6),
    (6.0, 24.6),
    (11.2, 24.6),
    (11.3, 26.6),
    (9.6, 27.2),
    (9.2, 25.0),
)
MUSIC: Way = (
    *((33.4, 24.2), (31.0, 24.2), (31.0, 22.1), (33.4, 22.1)),  # the harp
    *((35.4, 23.6), (36.4, 24.8), (35.2, 25.6), (34.2, 24.6), (35.4, 23.6)),  # the first stand
    *((38.6, 25.6), (40.0, 26.2), (40.0, 27.4), (38.4, 27.4), (38.4, 26.2), (40.0, 25.6)),  # the second
    *((41.0, 24.2), (42.3, 24.4), (42.2, 25.9), (40.8, 25.6), (40.8, 24.2), (39.0, 23.8)),  # the third
)
PARENTS: Way = (
    (33.4, 8.3),
    (35.4, 8.2),
    (35.2, 6.6),
    (33.0, 6.6),
    (29.0, 7.4),
    (26.8, 7.6),
    (27.0, 9.0),
    (29.0, 9.2),
    (31.0, 7.4),
    (28.6, 7.0),
    (26.6, 7.4),
)
LONG: Way = (
    (30.6, 14.8),
    (30.5, 9.0),
    (26.0, 7.4),
    (23.0, 6.8),
    (20.4, 8.6),
    (20.2, 13.0),
    (21.0, 15.4),
    (30.0, 15.4),
    (30.6, 14.8),
)
ROUTES = {"kitchen": KITCHEN, "study": STUDY, "music": MUSIC, "parents": PARENTS, "long": LONG}
"""Where she goes in every room, in tiles; again from its top when it was not enough."""


def soul_house(bot: Bot) -> None:
    play = bot.play
    for room in ("kitchen", "study", "music", "parents", "long"):
        while f"house_{room}" not in play.session.story.flags:
            tangle(bot, room)
    play.until(lambda: "house_told" in play.session.story.flags or play.talk is not None, within=900)
    while "house_told" not in play.session.story.flags:
        play.read()
        if play.talk is not None and play.talk.options:
            play.choose(0)
        play.tick()
    take_pen(bot)
    run_out(bot)


def tangle(bot: Bot, room: str) -> None:
    play = bot.play
    enter_room(bot, room)
    for point in ROUTES[room]:
        if not _lead(bot, Vec(point[0] * TILE, point[1] * TILE)):
            break
    act = play.session.act
    if isinstance(act, Strings) and act.is_still:
        play.until(lambda: f"house_{room}" in play.session.story.flags, within=1200, reads=True)
        play.wait(10)
    play.read()


def enter_room(bot: Bot, room: str) -> None:
    """To the room, by whatever lies before it."""
    play = bot.play
    play.read()
    if room in ("parents", "long"):
        if play.session.room.name != UP:
            _stairs(bot)
        play.read()
        if room == "parents" and "house_beds_said" not in play.session.story.flags:
            _see_beds(bot)
        if not isinstance(play.session.act, Strings):
            goal = (30.5, 15.2) if room == "long" else (30.5, 9.0)
            play.walk_to(goal, stop=lambda: isinstance(play.session.act, Strings))
            play.read()
        return
    if play.session.room.name != DOWN:
        bot.go_to_map(DOWN)
    if room == "kitchen":
        for _ in range(12):
            if play.session.is_running("soul_house"):
                break
            play.read()
            play.walk_to((13.0, 6.5), stop=lambda: play.session.is_running("soul_house"))
            play.wait(4)
        play.until(lambda: "house_opened" in play.session.story.flags, within=3000, reads=True)
        play.read()
        play.walk_to((13.0, 6.5), stop=lambda: isinstance(play.session.act, Strings))
        _see_him(bot)
    if room == "study" and play.position.y < 19 * TILE:
        _cross(bot, (7.6, 16.8), Vec(8 * TILE, 22.8 * TILE))
    if room == "music" and play.position.x < 18 * TILE:
        play.walk_to((14.0, 22.9))
        _cross(bot, (14.4, 24.6), Vec(19.5 * TILE, 25.0 * TILE))
    if room == "music" and play.position.x < 31 * TILE:
        play.walk_to((31.6, 24.6), stop=lambda: isinstance(play.session.act, Strings))
    play.read()


def _see_him(bot: Bot) -> None:
    """The stone up, and on him, until she has seen what there is to see."""
    play = bot.play
    for _ in range(300):
        act = play.session.act
        if "house_saw_strings" in play.session.story.flags or not isinstance(act, Strings) or act.part == "tell":
            break
        d = Vec(*act.leash(play.session).at) - play.position
        k = STICK / (d.length or 1)
        play.tick(Intent(held=Action.STONE, aim_x=round(d.x * k), aim_y=max(min(round((d.y - 14) * k), STICK), -STICK)))
    play.read()


def _see_beds(bot: Bot) -> None:
    """The stone up, once she is in at the parents' door."""
    play = bot.play
    play.walk_to((30.5, 8.8), near=8, stop=lambda: play.talk is not None)
    for _ in range(70):
        if play.talk is not None or "house_beds_said" in play.session.story.flags:
            break
        play.tick(Intent(held=Action.STONE, aim_y=-STICK))
    play.read()


def _stairs(bot: Bot) -> None:
    play = bot.play
    play.read()
    if "house_up" not in play.session.story.flags and play.position.y > 5.8 * TILE:
        _cross(bot, (40.0, 8.6), Vec(39.9 * TILE, 5.2 * TILE))
    bot.go_to_map(UP)


def _cross(bot: Bot, start: tuple[float, float], goal: Vec) -> None:
    """Over what only the stone shows; again, if she has fallen."""
    play = bot.play
    for _ in range(8):
        play.read()
        if (goal - play.position).length < 20:
            return
        try:
            play.walk_to(start, near=8)
        except TooLong:  # there is no way back from where she stands: she is over it already
            play.walk_to(goal, near=16)
            return
        _look_on(bot, goal)


def _look_on(bot: Bot, goal: Vec) -> None:
    """Walks there with the stone up, the ring on where she is going."""
    play = bot.play
    for _ in range(420):
        if play.talk is not None:
            play.read()
        d = goal - play.position
        if d.length < 6 or _fell(bot):
            break
        k = STICK / d.length
        up = 0.0 if play.session.is_free and _stone(bot) < 0.95 else 1.0
        x, y = round(d.x * k * up), round(d.y * k * up)
        play.tick(Intent(x, y, Action.STONE, Action(0), round(d.x * k), round(d.y * k)))
    play.until(lambda: play.session.is_free or play.talk is not None, within=400)


def _stone(bot: Bot) -> float:
    return bot.play.session.world.get(bot.play.session.hero, Stone).raised


def _lead(bot: Bot, goal: Vec) -> bool:
    """Goes on to a point, at a pace that he keeps up with. False when the room is done or has to be begun again."""
    play = bot.play
    session = play.session

    def stop() -> bool:
        act = session.act
        if not isinstance(act, Strings) or act.part in ("knot", "still", "hold", "wait"):
            return True
        return play.talk is not None

    play.walk_to(goal, near=7, stop=stop)
    while play.talk is not None and not play.talk.options:
        play.read()
        play.walk_to(goal, near=7, stop=stop)
    for _ in range(240):
        act = session.act
        if not isinstance(act, Strings) or act.part in ("knot", "still", "hold"):
            return False
        if act.part == "drag" and act._gap(session) < 150:
            return True
        play.tick()
    return True


def take_pen(bot: Bot) -> None:
    """Down again, to the drawing board, and the stone over the iris."""
    play = bot.play
    for _ in range(8):
        play.read()
        if "house_pen" in play.session.story.flags:
            break
        if play.session.room.name != DOWN:
            bot.go_to_map(DOWN)
        play.walk_to((33.2, 25.6))
        for _ in range(60):
            play.tick(Intent(held=Action.STONE, aim_y=STICK))
            if play.session.prompt is not None and _stone(bot) >= 1:
                play.tick(Intent(held=Action.STONE | Action.INTERACT, pressed=Action.INTERACT, aim_y=STICK))
            if "house_pen" in play.session.story.flags or play.talk is not None:
                break
    play.until(lambda: "runout_house" in play.session.story.flags, within=2400, reads=True)


DOWN_1: Way = (
    (34.6, 25.4),
    (36.6, 22.8),
    (36.6, 17.4),
    (39.0, 12.4),
    (40.0, 9.6),
    (41.2, 8.6),
    (41.3, 6.0),
    (39.2, 4.4),
    (39.2, 2.6),
)
UP_1: Way = ((33.5, 16.0), (30.6, 14.2), (30.5, 8.6), (24.4, 7.4), (22.4, 6.7), (19.8, 7.0), (19.6, 13.4), (17.0, 15.4))
UP_2: Way = ((10.0, 15.4), (7.6, 14.0), (7.6, 9.0), (7.6, 7.0))
DOWN_2: Way = ((9.4, 9.8), (7.6, 11.0), (7.6, 15.4), (10.0, 16.2), (22.4, 16.2), (23.0, 16.2))


def run_out(bot: Bot) -> None:
    """Runs. What falls is behind her, mostly."""
    play = bot.play
    for _ in range(40):
        session = play.session
        if play.saw("soul_house"):
            return
        play.read()
        if not isinstance(session.act, RunOut):
            play.tick()
            continue
        if session.room.name == UP:
            _run(bot, UP_1 if play.position.y > 0 and play.position.x > 18.4 * TILE else UP_2)
        else:
            _run(bot, DOWN_2 if "house_leapt" in session.story.flags else DOWN_1)


def _run(bot: Bot, way: Way) -> None:
    play = bot.play
    room = play.session.room.name
    points = [Vec((x + 0.5) * TILE, (y + 0.5) * TILE) for x, y in way]
    first = min(range(len(points)), key=lambda i: (points[i] - play.position).length)
    for point in points[first:]:
        if room == UP and way is UP_2 and 13 * TILE < play.position.x < 18.4 * TILE and play.position.y > 13.6 * TILE:
            _over_the_gap(bot)
            if play.session.room.name != room or _fell(bot) or play.position.x > 13 * TILE:
                break
        play.walk_to(point, run=True, near=12, stop=lambda: _fell(bot) or play.session.leaving is not None)
        if play.session.room.name != room or _fell(bot):
            break
    play.tick()
    play.until(lambda: play.session.is_free or play.talk is not None, within=400)


def _over_the_gap(bot: Bot) -> None:
    """Over the piece of landing that only the stone shows."""
    play = bot.play
    for _ in range(4):
        if play.position.x < 13 * TILE or _fell(bot) or not isinstance(play.session.act, RunOut):
            return
        play.walk_to(Vec(15.9 * TILE, 15.6 * TILE), run=True, near=10, stop=lambda: _fell(bot))
        _look_on(bot, Vec(12.6 * TILE, 15.6 * TILE))


def _fell(bot: Bot) -> bool:
    return bot.play.session.world.get(bot.play.session.hero, Harm).holds


PLAYS: dict[str, Callable[[Bot], None]] = {"soul_house": soul_house}
