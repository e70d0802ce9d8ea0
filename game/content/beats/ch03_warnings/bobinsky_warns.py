"""bobinsky_warns: over the joists to Mr Bobinsky, behind a mouse; what the medal is for; a message that all want to end.

The beams can be left by the way one came. What is crossed stays crossed: later they are only a floor that is narrow.
"""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.intent import STICK
from game.core.script import Script
from game.sim.acts import BeamAct
from game.sim.panels import MessagePanel
from game.sim.parts import Follower, Look, Person, Place
from game.sim.room import Room
from game.sim.session import Session

REST_HALF_PX = 26.0
"""A rest reaches so far along the rail, each way from its middle."""
ONTO_PX = 20.0
"""Whoever stands so near to the rail is on it."""
PARADE_ON_LEG = 2
"""The parade crosses the first long beam after this many rests."""
START_PX = 4.0
ENTRY_PX, ENTRY_DEEP_PX = 42.0, 12.0
"""Whoever goes for the beams so far beside the first of them, and so near to the edge, is meant to be on it."""
REMARKS = {1: 2, 2: 5, 3: 4}
"""Rest -> which of his passing remarks it is worth."""
AFTER_FALL = (5, 2, 1)
FALLS_BEFORE_WORD = 3
"""So many falls before one rest, and he says what to look at."""
ORDER = "message_order"
"""The note that keeps the mice's places while she is away: four pieces, swaps, readings."""
FAR_X = 300.0
"""East of this the mouse is not on its way home."""


def bobinsky_warns(session: Session) -> Script:
    stage = Stage(session, "bobinsky_warns")
    _mouse_waits(stage)
    if not stage.flag("bobinsky_opened"):
        with stage.scene():
            stage.sound("door_creak")
            stage.face("coraline", Facing.LEFT)
            yield from stage.say("open", only=(1,))
            stage.camera("bobinsky", 5.0)
            yield 60
            yield from stage.say("open", only=(2, 3, 4))
            yield from stage.say("beams")
            mouse = session.find("mouse_lead")
            if mouse:
                stage.camera("mouse_lead", 6.0)
                yield 34
                stage.sound("mouse_squeak", "mouse_lead")
                yield 26
            stage.camera_back()
        stage.set("bobinsky_opened")
        stage.goal("beams")
        stage.teach("balance")
    if not stage.flag("crossed_beams"):
        yield from _cross(stage)
    if not stage.flag("bobinsky_praised"):
        with stage.scene():
            yield from stage.walk("coraline", Vec(stage.at("bobinsky").x + 44, stage.at("bobinsky").y + 18))
            stage.face("coraline", "bobinsky")
            stage.face("bobinsky", "coraline")
            yield from stage.pose("bobinsky", "present", 40)
            yield from stage.say("crossed")
        stage.set("bobinsky_praised")
        stage.goal("crossed")
        stage.keep()
        yield 2
    yield lambda: stage.flag("medal_asked")
    if not stage.flag("medal_told"):
        with stage.scene():
            stage.face("coraline", "bobinsky")
            stage.face("bobinsky", "coraline")
            yield from stage.say("medal")
            yield 20
        stage.set("medal_told")
    while not stage.flag("message_read"):
        yield lambda: stage.flag("medal_asked") and session.is_free
        with stage.scene():
            yield from _message(stage)
    with stage.scene():
        stage.face("bobinsky", "coraline")
        stage.face("coraline", "bobinsky")
        yield from stage.choose("choice")
        yield from stage.say("end")


# ---------------------------------------------------------------- beams


def rail_of(room: Room) -> tuple[tuple[float, float], ...]:
    """The middle line of the beams: the mouse's way, without its last step to Mr Bobinsky."""
    points = room.paths["mouse_beam"].points[:-1]
    first, last = points[0], points[-1]
    return ((first.x + 18, first.y), *((p.x, p.y) for p in points[1:-1]), (last.x - 20, last.y))


def rests_of(room: Room, act: BeamAct) -> tuple[tuple[float, float], ...]:
    """(from, to) along the rail of every rest of the map, in the order in which one comes to them."""
    found = []
    for n in range(1, 10):
        spot = room.spots.get(f"rest_{n}")
        if spot is None:
            break
        middle = nearest_on(act, spot.box.middle)
        found.append((middle - REST_HALF_PX, middle + REST_HALF_PX))
    return tuple(found)


def nearest_on(act: BeamAct, at: Vec) -> float:
    """px along the rail of its point nearest to a place."""
    steps = [n * 2.0 for n in range(int(act.length // 2) + 1)]
    return min(steps, key=lambda s: (Vec(*act.at(s)) - at).length)


def _cross(stage: Stage) -> Script:
    """Until she is on the other side. Rests are kept; she may go back and have supper first."""
    session = stage.session
    counts = session.story.counts
    while not stage.flag("crossed_beams"):
        act = BeamAct(points=rail_of(session.room), mouse=session.find("mouse_lead"))
        act.rests = rests_of(session.room, act)
        act.rest = counts.get("beam_rest", 0)
        if not stage.flag("parade_seen") and len(act.rests) > PARADE_ON_LEG - 1:
            act.parade_s = _parade_at(act)
        yield lambda act=act: session.is_free and _is_on(session, act)  # type: ignore[misc]
        if not _is_near(session, act):
            with stage.scene():
                yield from stage.walk("coraline", Vec(act.points[0][0] + 5, act.points[0][1]))
        at = Vec(session.place.x, session.place.y)
        act.s = max(nearest_on(act, at), START_PX)
        x, y = act.at(act.s)
        act.offset = max(-ONTO_PX, min(ONTO_PX, at.y - y if act.goes_across(act.s) else at.x - x)) * 0.5
        session.act = act
        yield from _watch(stage, act)
        if act.is_across:
            counts["beam_falls"] = counts.get("beam_falls", 0) + act.falls
            if not counts["beam_falls"]:
                stage.set("no_beam_falls")
            stage.set("crossed_beams")
            stage.sound("chore_done")
        elif act.is_left:
            counts["beam_falls"] = counts.get("beam_falls", 0) + act.falls
            counts["beam_rest"] = 0
            place = session.place
            stage.bring("coraline", Vec(act.points[0][0] + 12, place.y), Facing.RIGHT)
            yield 10


def _is_on(session: Session, act: BeamAct) -> bool:
    """Whether she has set foot on it: at its end she has to want to."""
    at = Vec(session.place.x, session.place.y)
    s = nearest_on(act, at)
    goes = session.intent.x < -STICK // 2
    if s <= START_PX and goes:
        x, y = act.points[0]
        return (at.x - x < ENTRY_DEEP_PX and abs(at.y - y) < ENTRY_PX) or _is_near(session, act)
    return s > START_PX and _is_near(session, act)


def _is_near(session: Session, act: BeamAct) -> bool:
    at = Vec(session.place.x, session.place.y)
    return (Vec(*act.at(nearest_on(act, at))) - at).length < ONTO_PX


def _parade_at(act: BeamAct) -> float:
    """In the middle of the beam after the rest it comes on."""
    end = act.rests[PARADE_ON_LEG - 1][1]
    i, _ = act.segment(end)
    corner = act.corner(i + 1)
    return end + (corner - end) * 0.55 if corner - end > 60 else end + 60


def _watch(stage: Stage, act: BeamAct) -> Script:
    """What is said about it, until it is over."""
    session = stage.session
    counts = session.story.counts
    while not act.is_over:
        yield None
        happened, act.told[:] = list(act.told), []
        for what in happened:
            if what == "rest":
                counts["beam_rest"] = act.rest
                counts["beam_falls"] = counts.get("beam_falls", 0) + act.falls
                act.falls = 0
                stage.sound("chore_done")
                _remark(stage, REMARKS.get(act.rest, 1))
                yield from _rest(stage, act)
                return
            if what == "save" and stage.once("beam_wobbled"):
                yield 24
                yield from stage.say("wobble")
            elif what == "fall":
                session.story.count("falls")
                if stage.once("beam_fell"):
                    yield 18
                    yield from stage.say("fall")
                elif act.falls_here == FALLS_BEFORE_WORD:
                    yield 18
                    yield from stage.say("watch")
                else:
                    _remark(stage, AFTER_FALL[counts.get("falls", 0) % len(AFTER_FALL)])
            elif what == "parade" and stage.once("parade_seen"):
                session.cry("bobinsky", stage.key("parade.1"), _over(act, act.parade_s))
            elif what == "bump":
                session.cry("mice", stage.key("parade.2"), _over(act, act.s))


def _over(act: BeamAct, s: float) -> Vec:
    x, y = act.at(s)
    return Vec(x, y)


def _remark(stage: Stage, n: int) -> None:
    """He calls it across."""
    session = stage.session
    her = session.place
    session.cry("bobinsky", f"barks.bobinsky.{n}", Vec(her.x, her.y + 4))


def _rest(stage: Stage, act: BeamAct) -> Script:
    """On a rest a checkpoint can be kept: for a moment the act lets go of her."""
    session = stage.session
    act.is_over = True
    session.space.haunt(session.hero, False)
    session.world.get(session.hero, Look).mood = ""
    stage.keep()
    yield 3


def _mouse_waits(stage: Stage) -> None:
    """The mouse does not set out by itself."""
    session = stage.session
    mouse = session.find("mouse_lead")
    if mouse:
        session.world.drop(mouse, Follower)
        session.space.haunt(mouse, True)
        session.world.get(mouse, Look).mood = ""
        session.world.get(mouse, Person).dialog = "" if stage.flag("crossed_beams") else "none"  # it is at work


def mouse_at_home(session: Session) -> None:
    """Once she is across it has done its work: it lies down before the hotel, and nobody stumbles over it on the beam."""
    mouse = session.find("mouse_lead")
    if not mouse or session.room.name != "real/attic" or not session.story.holds("crossed_beams"):
        return
    place = session.world.get(mouse, Place)
    session.world.get(mouse, Person).dialog = ""
    row = session.room.spots["mice_row"].box
    bed = Vec(row.right - 12, row.bottom + 4)
    if session.world.has(mouse, Follower) or (Vec(place.x, place.y) - bed).length < 4:
        return
    session.space.haunt(mouse, True)
    look = session.world.get(mouse, Look)
    look.mood, look.is_hidden = "", False
    if session.is_running("bobinsky_warns"):
        start = Vec(place.x, place.y)
        if place.x > FAR_X:  # a load has put it back to where it began
            start = Vec(*rail_of(session.room)[-1])
            Stage(session, "bobinsky_warns").bring("mouse_lead", start, Facing.LEFT)
        session.world.add(mouse, Follower((Vec(row.right + 10, start.y + 20), bed), "once", 70, 0))
    else:
        Stage(session, "bobinsky_warns").bring("mouse_lead", bed, Facing.LEFT)


# ---------------------------------------------------------------- the message


def _message(stage: Stage) -> Script:
    """Four pieces, four mice, one drum."""
    session = stage.session
    row = session.room.spots["mice_row"].box
    yield from stage.together(
        stage.walk("coraline", Vec(row.middle.x + 34, row.y + 4)),
        stage.walk("bobinsky", Vec(row.middle.x - 14, row.y - 22), 80),
    )
    stage.face("coraline", Facing.DOWN)
    stage.face("bobinsky", Facing.DOWN)
    kept = session.story.notes.get(ORDER, "").split()
    if not kept:
        yield from stage.say("mice_speak")
    yield from stage.pose("bobinsky", "conduct", 34)
    panel = MessagePanel()
    if kept:
        panel.order, panel.swaps, panel.reads = tuple(map(int, kept[:4])), int(kept[4]), int(kept[5])
    session.panel = panel
    stage.sound("drum_beat")
    yield lambda: panel.state == "pick"
    wrong = 0
    while True:
        yield lambda: panel.state == "told" or panel.is_left
        if panel.is_left:
            session.story.notes[ORDER] = " ".join(str(n) for n in (*panel.order, panel.swaps, panel.reads))
            session.panel = None
            session.story.set("medal_asked", False)
            yield from stage.say("later")
            stage.keep()
            return
        yield 10
        if panel.is_right:
            break
        wrong += 1
        yield from stage.say(_answer(panel, wrong))
        if panel.hums and stage.once("mice_hummed"):
            stage.sound("bobinsky_hum", "bobinsky")
            yield from stage.say("hum")
        panel.again()
    if panel.reads == 1:
        stage.set("mice_first_try")
    stage.sound("chore_done")
    yield from stage.say("right", only=(1,))
    yield 40
    yield from stage.say("right", only=(2,))
    session.panel = None
    yield 12
    stage.face("bobinsky", "coraline")
    stage.face("coraline", "bobinsky")
    yield from stage.say("right", only=(3, 4))
    session.story.notes.pop(ORDER, None)
    stage.set("message_read")


def _answer(panel: MessagePanel, wrong: int) -> str:
    """What he says to a wrong reading: it follows from what was read."""
    if panel.order[:2] == (3, 0):
        return "wrong_1"
    if panel.order == (2, 3, 0, 1):
        return "wrong_3"  # it makes sense, but it begins with the wrong thing
    return "wrong_2" if wrong % 2 else "wrong_3"


def talk_to_bobinsky(session: Session, stage: Stage) -> bool:
    """Whether a word with him is part of the story now."""
    if session.is_running("bobinsky_warns") and stage.flag("bobinsky_praised") and not stage.flag("medal_asked"):
        stage.set("medal_asked")
        return True
    return False
