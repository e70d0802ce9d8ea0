"""Harm: what can be done to her, and how little. A hit sews a stitch into the picture's border; one too many sews it shut.

Needles, rats and floors call ``prick``, ``drop`` and ``seize``; the system ``mend`` lets it run its course, in under two seconds.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.happenings import Fell, Heard, Pricked, Seized, SewnShut, Shook, Taught, Unpicked
from game.sim.parts import Harm, Look, Walker
from game.sim.systems.dodge import is_slipping

if TYPE_CHECKING:
    from game.sim.acts import Act
    from game.sim.session import Session

STITCHES = 3
"""So many hits the picture takes; the next one closes it."""
GRACE_TICKS = 90
KNOCK_TICKS = 10
FRIGHT = "first_fright"
"""The note of the story that says what frightened her first: a word of [credits.fright]."""
HURTS_FROM = "stone_given"
"""Until then nothing in the story can hurt her."""


def limit(session: Session) -> int:
    """How many stitches the border takes before it closes."""
    return STITCHES + session.rules.more_stitches


def stitches(session: Session) -> int:
    return session.story.counts.get("stitches", 0)


def can_be_hurt(session: Session) -> bool:
    """Not while she dodges, falls, hides in a scene or has just been hurt."""
    harm = session.world.get(session.hero, Harm)
    return not (harm.grace or harm.holds or is_slipping(session)) and session.leaving is None


def prick(session: Session, cause: str, x: float, y: float, back_px: float = 40.0, sews: bool = True) -> bool:
    """Hurts her from (x, y): a stitch (if it ``sews``), and she is thrown ``back_px`` away. False when nothing could touch her."""
    if not can_be_hurt(session):
        return False
    place = session.place
    dx, dy = place.x - x, place.y - y
    d = math.hypot(dx, dy)
    way = Vec(dx / d, dy / d) if d > 1 else Vec(-place.facing.way.x, -place.facing.way.y)
    walker, look = session.world.get(session.hero, Walker), session.world.get(session.hero, Look)
    speed = back_px * 60 / KNOCK_TICKS * 1.6
    walker.wish_x, walker.wish_y = way.x * speed, way.y * speed
    look.anim, look.ticks, look.is_once, look.then = "hurt", 0, True, "idle"
    session.story.notes.setdefault(FRIGHT, "needle")
    session.news.tell(Heard("hurt", place.x, place.y))
    session.news.tell(Shook(3.0, 12))
    if sews:
        sew(session, cause)
    else:
        session.world.get(session.hero, Harm).grace = GRACE_TICKS
    return True


def drop(session: Session, cause: str = "fell") -> None:
    """The floor is not there: she falls, loses a stitch and is back where it last held."""
    harm = session.world.get(session.hero, Harm)
    if harm.holds or session.leaving is not None:
        return
    place = session.place
    harm.tumble, harm.cause = 1, cause
    harm.to_x, harm.to_y = (harm.sound_x, harm.sound_y) if harm.sound_x >= 0 else (place.x, place.y)
    look = session.world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.mood = "tumble", 0, False, "held"
    session.space.haunt(session.hero, True)
    session.story.notes.setdefault(FRIGHT, "fell")
    session.news.tell(Fell(place.x, place.y))
    session.news.tell(Heard("edge_gone", place.x, place.y))


def seize(session: Session, where: str | Vec, cause: str = "caught") -> None:
    """Somebody has her: the picture shuts for a moment, and she stands at ``where`` (a spawn, a spot or a point). No stitch."""
    harm = session.world.get(session.hero, Harm)
    if harm.holds or session.leaving is not None:
        return
    room = session.room
    if isinstance(where, Vec):
        at = where
    elif where in room.spawns:
        at = room.spawns[where].at
    else:
        at = room.spots[where].box.middle
    harm.seized, harm.cause, harm.to_x, harm.to_y = 1, cause, at.x, at.y
    session.story.notes.setdefault(FRIGHT, "seized")
    session.story.count("falls")
    session.story.count("tries")
    session.news.tell(Seized(cause, session.place.x, session.place.y))


def unpick(session: Session, by: int = 1) -> bool:
    """Cuts a stitch; False when there is none."""
    now = stitches(session)
    if not now:
        return False
    session.story.counts["stitches"] = max(now - by, 0)
    session.news.tell(Heard("unpick", session.place.x, session.place.y))
    session.news.tell(Unpicked(stitches(session)))
    return True


OFFER_AFTER = 3
"""So many tries in vain at one place, and a way round is offered."""


def tries(session: Session) -> int:
    """How often in vain since the last checkpoint."""
    return session.story.counts.get("tries", 0)


def can_slip(session: Session) -> bool:
    """Whether she may slip past what stands before her."""
    act = session.act
    return act is not None and act.can_slip and session.rules.skip_after and tries(session) >= OFFER_AFTER


def slip_past(session: Session) -> None:
    """Lets her by, if that has been offered."""
    if can_slip(session) and session.act is not None:
        session.story.set("used_skip")
        session.story.counts["tries"] = 0
        session.act.slip(session)


def console(session: Session, why: str, act: Act | None) -> None:
    """A word after a fall out of ``act``: ``why`` a table of [fail]. The third time in one place it offers a way round."""
    words, place = session.content.words, session.place
    if act is not None and act.can_slip and session.rules.skip_after and tries(session) == OFFER_AFTER:
        why = "offer_skip"
    keys = words.numbered(f"fail.{why}")
    if keys:
        key = keys[(session.story.count(f"fail.{why}") - 1) % len(keys)] if why != "offer_skip" else keys[-1]
        session.cry("narrator", key, Vec(place.x, place.y - 58), 200 if why == "offer_skip" else 150)


def sew(session: Session, cause: str) -> None:
    """One stitch more, or the last."""
    harm, place = session.world.get(session.hero, Harm), session.place
    harm.grace, harm.cause = GRACE_TICKS, cause
    if HURTS_FROM not in session.story.flags:
        return
    if not session.story.flags.get("taught_stitches"):
        session.story.set("taught_stitches")
        session.news.tell(Taught("stitches"))
    session.story.count("pricked")
    now = stitches(session)
    if now < limit(session):
        session.story.counts["stitches"] = now + 1
    elif not session.rules.no_fail:
        session.story.counts["stitches"] = now + 1
        session.story.count("falls")
        session.story.count("closed")
        harm.closes = 1
        session.news.tell(SewnShut(cause))
    session.news.tell(Heard("sew_stitch", place.x, place.y))
    session.news.tell(Pricked(cause, place.x, place.y, stitches(session)))
