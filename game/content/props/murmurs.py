"""What the house does by itself: a drop every second and a half, Mum's carriage, Dad's head, needles behind a wall.

All of it follows from the tick alone, so that it moves nobody's fate and a load hears the same. To add a murmur: a mind that
asks ``now_and_then``, and a line in MINDS.
"""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.chance import Chance
from game.core.geometry import Facing, Vec
from game.sim.happenings import Heard
from game.sim.parts import Drip, Look, Person, Place
from game.sim.session import Session

DRIP_EVERY_TICKS = 90
CAPTION_EVERY = 8
"""Every so-many-th drop has a caption: those who read must know of it, and be able to forget it."""
LINE_EVERY_TICKS = 640
"""A line of type: keys, bell, sigh."""
CARRIAGE_TICKS = 26
SHUFFLE_EVERY_TICKS = 1500
HEAD_EVERY_TICKS = 520
HEAD_TICKS = (70, 44)
"""How long Dad looks at the lamp, then at the other side of his petal."""
NEEDLE_EVERY_TICKS = 60 * 50
NEEDLES = 7
NEEDLE_GAP_TICKS = 9
NEEDLE_STEP_PX = 11.0


def now_and_then(tick: int, every: int, salt: int) -> bool:
    """True at one tick of every ``every``, somewhere within it; ``salt`` tells kinds apart.

    >>> sum(now_and_then(t, 100, 7) for t in range(1000))
    10
    """
    turn, at = divmod(tick, every)
    return at == Chance(salt * 1_000_003 + turn).below(every)


def settle_drip(session: Session) -> None:
    """On coming into a room: the leak, where the map has a Spot called drop."""
    if "drop" in session.room.spots:
        at = session.room.spots["drop"].foot
        session.world.born(Place(at.x, at.y, at.x, at.y), Drip(DRIP_EVERY_TICKS))


def drip(session: Session) -> None:
    """In the stair hall. It is a D. With the pan below, the pan says it too."""
    for _, at, leak in session.world.each(Place, Drip):
        turn, leak.ticks = divmod(session.tick, leak.every)
        if leak.ticks:
            continue
        in_pan = "pan_done" in session.story.flags
        name = ("plink_pan" if in_pan else "plink") if turn % CAPTION_EVERY == 0 else "plink_soft"
        session.news.tell(Heard(name, at.x, at.y, 0.9 if in_pan else 0.6))
        if in_pan:
            session.news.tell(Heard("pan_ring", at.x, at.y, 0.12))


def typing(session: Session) -> None:
    """Mum's bell at the end of a line, the carriage, and now and then a sheaf put straight."""
    mel = session.find("mel")
    look = session.world.find(mel, Look) if mel else None
    if look is None or look.anim != "busy":
        return
    at = session.world.get(mel, Place)
    if now_and_then(session.tick, LINE_EVERY_TICKS, 1):
        session.news.tell(Heard("typewriter_bell", at.x, at.y - 20, 0.7))
    if now_and_then(session.tick - CARRIAGE_TICKS, LINE_EVERY_TICKS, 1):
        session.news.tell(Heard("type_carriage", at.x, at.y - 20, 0.7))
    if session.is_free and now_and_then(session.tick, SHUFFLE_EVERY_TICKS, 2):
        look.anim, look.ticks, look.is_once, look.then = "interact", 0, True, "busy"
        session.news.tell(Heard("paper_rustle", at.x, at.y, 0.7))


def drawing(session: Session) -> None:
    """Dad looks up: to one side, to the other, and back to the petal. Never round."""
    charlie = session.find("charlie")
    person = session.world.find(charlie, Person) if charlie else None
    if person is None or not session.is_free or session.room.name != "real/flat_down":
        return
    place = session.world.get(charlie, Place)
    first, second = HEAD_TICKS
    for after, facing in ((0, Facing.RIGHT), (first, Facing.LEFT), (first + second, person.home_facing)):
        if now_and_then(session.tick - after, HEAD_EVERY_TICKS, 3):
            place.facing = facing


def needles(session: Session) -> None:
    """Behind the living room wall, very seldom, once the doll has come. Seven ticks, going somewhere."""
    if "doll_given" not in session.story.flags or "needle_wall" not in session.room.spots:
        return
    area = session.room.area_at(session.place.x, session.place.y)
    if area is None or area.title != "living_room" or not session.is_free:
        return
    start = session.room.spots["needle_wall"].foot
    for i in range(NEEDLES):
        if now_and_then(session.tick - i * NEEDLE_GAP_TICKS, NEEDLE_EVERY_TICKS, 4):
            at = Vec(start.x - i * NEEDLE_STEP_PX, start.y)
            Stage(session, "murmurs").sound("needle_tick", at, 0.35 + 0.05 * i)


MINDS = (drip, typing, drawing, needles)
