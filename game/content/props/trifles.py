"""What can be poked for no reason: lamps, pipes, bells, a wireless, a piano, panes, seats. Nothing of it is ever needed.

Each is a script: a Prop of the map names it in ``interact``. What it says is the Prop's own text; see docs/maps.md for `lamp`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.happenings import Banged
from game.sim.parts import Furniture, Look, Name, Presence, Reach
from game.sim.session import Session

SWITCHES = ("lamp_", "dark_")
"""How the flag of a lamp begins: lamp_ is off until it is turned, dark_ is on until then."""
ANSWER_TICKS = 46
"""A house takes its time before it knocks back."""
MISSED_TICKS = 70
"""How long Mum types in the dark before she does something about it."""
SIT_MOST_TICKS = 900
SIT_LEAST_TICKS = 30
SEAT_PX = 15.0
"""How high a seat is when nobody can tell from its picture."""
BREATH_TICKS = 34


def _look(session: Session, entity: int) -> Script:
    """Says what there is to say of it."""
    reach = session.world.find(entity, Reach)
    if reach is not None and reach.text:
        session.look(reach.text)
        yield lambda: session.talk is None


def _middle(session: Session, entity: int) -> Vec:
    return session.world.get(entity, Reach).area.middle


def switch_of(session: Session, entity: int) -> str:
    """The flag that a lamp turns; "" when its if_flag names none."""
    presence = session.world.find(entity, Presence)
    words = presence.thing.text("if_flag").split(",") if presence else []
    flags = (word.strip().lstrip("!") for word in words)
    return next((flag for flag in flags if flag.startswith(SWITCHES)), "")


def lamp(session: Session, entity: int) -> Script:
    """A lamp is turned: its other state and its light come and go with the flag."""
    flag = switch_of(session, entity)
    stage = Stage(session, "trifles")
    stage.sound("lamp_click", _middle(session, entity))
    goes_out = flag.startswith("dark_") and flag not in session.story.flags
    name = session.world.get(entity, Name).name
    session.story.set(flag, flag not in session.story.flags)
    yield 10
    if goes_out and name == "lamp_study" and session.find("mel"):
        yield from _in_the_dark(stage, flag)


def _in_the_dark(stage: Stage, flag: str) -> Script:
    """Mum's own lamp. The second time she puts it on again, without looking up."""
    session = stage.session
    turn = 1 + (session.story.count("mel_in_the_dark") - 1) % 2
    key = f"barks.lamp_mel.{turn}"
    with stage.scene():
        yield MISSED_TICKS
        if turn == 2:
            yield from stage.pose("mel", "interact", 20)
            stage.sound("lamp_click", "mel")
            session.story.set(flag, False)
        yield from stage.line("narrator", "plain", session.content.words.get(key), key)


def knock(session: Session, entity: int) -> Script:
    """She knocks; something knocks back, once more often than last time, up to three."""
    stage = Stage(session, "trifles")
    at = _middle(session, entity)
    with stage.scene():
        yield from stage.pose("coraline", "interact", 12)
        stage.sound("pipe_knock", at, 0.6)
        yield ANSWER_TICKS
        for _ in range(min(session.story.count("knocked_back"), 3)):
            stage.sound("pipe_knock", Vec(at.x, at.y - 40))
            yield 22
        yield from _look(session, entity)
    session.news.tell(Banged(at.x, at.y))


def ring(session: Session, entity: int) -> Script:
    """A bell pull: the wire here, and after a while a bell a long way up."""
    stage = Stage(session, "trifles")
    at = _middle(session, entity)
    with stage.scene():
        yield from stage.pose("coraline", "interact", 12)
        stage.sound("bell_wire", at)
        yield ANSWER_TICKS
        stage.sound("bell_wire", Vec(at.x + 120, at.y - 300))
        yield 40
        if session.story.count("bells_rung") % 2 == 0:
            for i in range(5):  # to the end, and back
                stage.sound("mouse_squeak", Vec(at.x + 40 * (i if i < 3 else 4 - i), at.y - 260), 0.6)
                yield 9
        yield from _look(session, entity)


def radio(session: Session, entity: int) -> Script:
    """Static, one sentence of the weather, static."""
    stage = Stage(session, "trifles")
    at = _middle(session, entity)
    words = session.content.words
    with stage.scene():
        stage.sound("lamp_click", at, 0.6)
        for gap in (14, 22, 17):
            stage.sound("static", at, 0.8)
            yield gap
        first = session.story.count("forecasts") - 1
        if first == 0:
            yield from _look(session, entity)
        keys = words.numbered("barks.radio")
        key = keys[first % len(keys)]
        yield from stage.line("narrator", "plain", words.get(key), key)
        stage.sound("static", at, 0.5)
        stage.sound("lamp_click", at, 0.6)


def piano(session: Session, entity: int) -> Script:
    """One key, through the sheet. It always finds the same one."""
    stage = Stage(session, "trifles")
    with stage.scene():
        yield from stage.pose("coraline", "interact", 12)
        stage.sound("piano_key", _middle(session, entity), 0.7)
        yield 40
        yield from _look(session, entity)


def breathe(session: Session, entity: int) -> Script:
    """She breathes on a pane. How the mist looks, and how it goes, is the looks' business: they hear of it by this count."""
    stage = Stage(session, "trifles")
    with stage.scene():
        stage.face("coraline", Facing.UP)
        yield 8
        session.story.count(f"breath.{session.room.name}")
        yield BREATH_TICKS
        stage.sound("cloth_turn", _middle(session, entity), 0.5)
        yield 16
        yield from _look(session, entity)


def shake_globe(session: Session, entity: int) -> Script:
    """Nothing settles in it. From then on nothing ever has."""
    stage = Stage(session, "trifles")
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        stage.sound("key_ring", _middle(session, entity), 0.35)
        stage.set("globe_shaken")
        yield 50
        yield from _look(session, entity)


def sit(session: Session, entity: int) -> Script:
    """She sits until she has had enough: until she wants to go anywhere, or after a quarter of a minute."""
    stage = Stage(session, "trifles")
    world = session.world
    place = session.place
    area = world.get(entity, Reach).area
    with stage.scene():
        side = 12.0
        x = min(max(place.x, area.x + side), area.right - side) if area.w > 2 * side else area.middle.x
        if place.y > area.bottom - 2:  # from the front: she turns round first, as people do
            yield from stage.walk("coraline", Vec(x, place.y), 60, straight=True)
        stage.face("coraline", Facing.DOWN)
        stage.sound("cloth_turn", area.middle, 0.8)
        look = world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.mood = "sit", 0, False, "held"
        place.lift = max(place.y - area.bottom, 0.0) + _seat_height(session, entity, area)
        yield from _look(session, entity)
        for ticks in range(SIT_MOST_TICKS):
            wants = session.intent.x or session.intent.y or session.intent.pressed
            if wants and ticks >= SIT_LEAST_TICKS:
                break
            yield None
        if session.world is world:
            place.lift = 0.0
            stage.sound("cloth_turn", area.middle, 0.5)
            stage.rest("coraline")


def _seat_height(session: Session, entity: int, area: Box) -> float:
    thing = session.world.find(entity, Furniture)
    return SEAT_PX if thing is None else min(SEAT_PX, thing.box.h * 0.3)


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "lamp": lamp,
    "knock": knock,
    "ring": ring,
    "radio": radio,
    "piano": piano,
    "breathe": breathe,
    "shake_globe": shake_globe,
    "sit": sit,
}
