"""The doll: somewhere else each time she comes back, and looking at her. Never the same seat twice running."""

from __future__ import annotations

import math

from game.content.deeds import SAW_DOLL
from game.core.geometry import Box, Facing
from game.core.script import Script
from game.sim.happenings import Heard
from game.sim.harm import FRIGHT
from game.sim.parts import DollSeat, Look, Name, Place, Reach
from game.sim.session import Session

EYES_PX = 160.0
SHIVER_PX = 120.0
WANTED = "doll_next"
"""The note of the story that names the seat it takes next, on whatever map that seat is."""
ALONE = "wybie_frees,!parents_back"
"""While nobody else is in the house; what she says to the doll then is [doll_alone]."""
ALONE_SEATS = ("dads_chair", "larder_door")
"""Seats of that time, with a line of their own: it takes them only when the story says so."""
SEEN_AHEAD_PX = 20.0
"""It sits on and in things: the way to it is free when it is free up to here before it."""


def seat_doll(session: Session) -> None:
    """On coming into a room: she picks the seat. Only in the real house, once the doll is given, as long as it is one."""
    if session.room.side != "real" or not session.story.holds("doll_given,!well_sealed"):
        return
    last = session.story.notes.get("doll_seat", "")
    if not session.is_arriving and last.startswith(f"{session.room.name}/"):
        _take(session, session.find(last.split("/")[-1]))  # it does not move while she is in the room
        return
    seats = [
        (entity, seat)
        for entity, name, seat in session.world.each(Name, DollSeat)
        if f"{session.room.name}/{name.name}" != last and seat.place not in ALONE_SEATS
    ]
    if not seats:
        return
    entity, _ = seats[session.fate.below(len(seats))]
    own = [e for e, seat in seats if seat.place == "my_pillow"]
    if session.find(session.story.notes.get(WANTED, "")):
        entity = session.find(session.story.notes.pop(WANTED))  # the story has a place for it
    elif own and session.story.holds("doll_kept,!doll_was_kept"):
        entity = own[0]  # the first time it is where she put it; only the first time
        session.story.set("doll_was_kept")
    session.story.notes.pop("doll_met", None)
    _take(session, entity)
    session.story.notes["doll_seat"] = f"{session.room.name}/{session.world.get(entity, Name).name}"


def _take(session: Session, entity: int) -> None:
    seat = session.world.find(entity, DollSeat) if entity else None
    if seat is None:
        return
    seat.is_taken = True
    place = session.world.get(entity, Place)
    session.world.get(entity, Look).is_hidden = False
    area = Box(place.x - 10, place.y - 12, 20, 16)
    for chair, reach in session.world.each(Reach):
        if reach.verb == "sit" and reach.area.grown(4).holds(place.x, place.y):
            area = reach.area  # one would sit on it: from every side it is the doll that is meant
            session.world.drop(chair, Reach)
            break
    session.world.add(entity, Reach(area, "look", script="look_doll"))


def sit_at(session: Session, name: str, script: str) -> None:
    """The story puts it on a seat of this map at once ("" = nowhere); ``script`` is what comes of looking at it."""
    for entity, seat in session.world.each(DollSeat):
        if seat.is_taken:
            seat.is_taken = seat.is_turned = False
            session.world.get(entity, Look).is_hidden = True
            session.world.drop(entity, Reach)
    entity = session.find(name) if name else 0
    session.story.notes["doll_seat"] = f"{session.room.name}/{name}"
    if entity:
        _take(session, entity)
        session.world.get(entity, Reach).script = script


def look_doll(session: Session, entity: int) -> Script:
    """Look at it; look again, and she turns it round."""
    seat = session.world.get(entity, DollSeat)
    key = f"doll.{seat.place}"
    at = session.world.get(entity, Place)
    is_alone = session.story.holds(ALONE)
    if is_alone and seat.place not in ALONE_SEATS:
        lines = session.content.words.numbered("doll_alone")
        line = lines[(session.story.count("doll_alone") - 1) % len(lines)]
        session.say("coraline", "worried", session.content.words.get(line), line)
        yield lambda: session.talk is None
    elif session.content.words.has(key):
        if key not in session.story.looked:
            session.story.looked.append(key)
            session.story.count("doll_places")
        session.say("coraline", "worried", session.content.words.get(key), key)
        yield lambda: session.talk is None
    if not is_alone and "doll_given_moved" not in session.story.flags:
        session.story.set("doll_given_moved")
        for line in session.content.words.numbered("beats.doll_given.moved"):
            node = session.content.words.node(line)
            session.say(node["who"], node["mood"], node["say"], line)
            yield lambda: session.talk is None
    seat.is_turned = not seat.is_turned
    session.news.tell(Heard("cloth_turn", at.x, at.y))
    look = session.world.get(entity, Look)
    look.anim, look.ticks = ("turned" if seat.is_turned else "sit"), 0


def watch(session: Session) -> None:
    """Its eyes follow her: it faces where she stands, while she is near and it has not been turned round."""
    her = session.place
    for _, place, seat in session.world.each(Place, DollSeat):
        if seat.is_taken and not seat.is_turned:
            near = math.hypot(her.x - place.x, her.y - place.y) < EYES_PX
            place.facing = Facing.of(her.x - place.x, her.y - place.y, place.facing) if near else Facing.DOWN


def shiver(session: Session) -> None:
    """The first time on a visit that she comes upon it: two notes, and everything else holds its breath."""
    note = session.story.notes
    seat_of_now = note.get("doll_seat", "")
    if (
        not seat_of_now.startswith(f"{session.room.name}/")
        or note.get("doll_met") == seat_of_now
        or not session.is_free
    ):
        return
    entity = session.find(seat_of_now.split("/")[-1])
    if not entity:
        return
    place, her = session.world.get(entity, Place), session.place
    far = math.hypot(her.x - place.x, her.y - place.y)
    if far > SHIVER_PX:
        return
    k = max(far - SEEN_AHEAD_PX, 0.0) / far if far else 0.0
    if k and not session.space.sees(her.x, her.y, her.x + (place.x - her.x) * k, her.y + (place.y - her.y) * k):
        return
    note["doll_met"] = seat_of_now
    note.setdefault(FRIGHT, "doll")
    session.story.count("doll_seen")
    session.story.set(f"{SAW_DOLL}{session.world.get(entity, DollSeat).place}")
    place.facing = Facing.of(her.x - place.x, her.y - place.y, place.facing)
    session.news.tell(Heard("doll_moved", place.x, place.y))
