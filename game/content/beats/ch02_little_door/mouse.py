"""mouse_guide: woken at ten past three by somebody very small, and after its light through a house that listens.

Upstairs two sleepers hear boards and running feet; in the hall the stairs carry it up to them, but the clock drowns it.
The third ear wakes them: back to bed, no harm done. The boards that gave her away she knows from then on.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Box, Facing, Vec, approach
from game.core.script import Script
from game.sim.acts import NightAct
from game.sim.acts.night import HUSH_FIRST_TICKS
from game.sim.parts import Din, Guide, Hero, Lamp, Look, Name, Person, Place, Sleeper
from game.sim.session import Session

UP, DOWN = "real/flat_up", "real/flat_down"
LEAVES = ("night_fallen", "in_pyjamas", "is_night", "mouse_met")
"""Flags of one who has been through the night; woke_home ends it."""
LIGHT = ("#ffffcc70", 56.0, 1.7)
"""Of the mouse: tint, radius in px, energy."""
MOUSE_SPEED, MOUSE_WAIT, MOUSE_LEAD = 60.0, 32, 96.0
FETCHES_AT = 2
"""The point of its way upstairs to which the mouse comes back for her when she was caught: outside her door."""
HALF_WAY = Vec(656, 528)
"""Between the boards that can be sneaked over and those that cannot: once here, she gets as far as this again."""
LANDING_Y = 440.0
LEADS_ON_PX = 40.0
BLANKET = Vec(5, 5)
BLANKET_LIFT = 14.0
"""Where on the bed the mouse stands, from where she lies; and how high the blanket is."""
HUSHED = 0.35
"""What is left of the light while the mouse stands still."""
LISTENED_TO = Box(500, 440, 560, 140)
"""The part of the landing on which they may hear her, if they happen to listen."""
SLEEPERS = (("mel_asleep", 1), ("charlie_asleep", 2))
"""Who sleeps, and at how many ears each begins to stir: Mum has the lighter sleep."""
THEIR_DOOR = Vec(992, 388)
BED_DOOR = Vec(992, 450)
"""Where the landing is heard in their room: who walks past it, and does not sneak, stirs them a little."""
STAIRS, UPSTAIRS_PX = Vec(1264, 140), 240.0
"""The stairs carry to the beds what is done in the hall; so far it is up them."""
STRIKES_WEST_OF = 35 * 32
STROKES, STROKE_TICKS = 4, 48
STRIKES_AGAIN_TICKS = 420
"""The clock in the hall: so many strokes, so far apart, and again after so long until she is past the boards."""
CLOCK = Vec(401, 470)
DOOR = Vec(976, 146)
HALL = (448, 592)
"""y of the hall."""
SCOLDED = ("caught", "caught_2", "caught_3")


def mouse_guide(session: Session) -> Script:
    stage = Stage(session, "mouse_guide")
    if not stage.flag("night_fallen"):
        yield from _night_falls(stage)
    if session.room.name == UP:
        if not stage.flag("mouse_met"):
            yield from _wakes(stage)
        yield from _upstairs(stage)
    else:
        yield from _downstairs(stage)


def night_falls_by_itself(session: Session) -> None:
    """After the bricks the day is over, wherever in the house she stands when the ribbon has gone."""
    if (
        session.story.beat == "mouse_guide"
        and session.room.name in (UP, DOWN)
        and session.is_free
        and not session.scenes
        and not session.wants_checkpoint
        and session.fade.amount == 0
    ):
        session.begin("mouse_guide")


def _night_falls(stage: Stage) -> Script:
    with stage.scene():
        yield 30
        yield from stage.fade_out(80)
        stage.set("night_fallen")
        stage.night()
        stage.session.story.set("in_pyjamas")
        stage.session.story.notes["doll_next"] = "doll_stair_top"
        yield from stage.leave(UP, "cp_bed", "sleep")


# ---------------------------------------------------------------- in bed


def _wakes(stage: Stage) -> Script:
    """The card, a scurry, a bow; then she is up."""
    session = stage.session
    with stage.scene():
        stage.lie("coraline")
        stage.music("real_night", "base")
        session.fade.step = 1 / 80
        yield 30
        stage.chapter_card(2)
        yield 150
        bed = Vec(session.place.x, session.place.y)
        mouse = _bear_mouse(stage, session.room.paths["mouse_up"].points[1])
        stage.sound("mouse_squeak", "mouse", 0.5)
        yield from stage.go(mouse, (Vec(150, 236), Vec(bed.x + 34, bed.y + 6)), 110)
        yield from _hops_up(stage, mouse, bed + BLANKET)
        yield from stage.say("open", only=(1,))
        stage.sits_up("coraline", wakes=True)
        yield 104
        stage.sits_up("coraline")
        yield from stage.say("open", only=(2,))
        yield from _bow(stage)
        yield from stage.say("open", only=(3,))
        yield from stage.say("open", only=(4,))
        yield from stage.together(stage.get_up("coraline", "cp_bed"), _hops_down(stage, mouse))
        stage.face("coraline", "mouse")
        yield 20
    stage.set("mouse_met")
    stage.teach("sneak")
    session.bury(mouse)
    del session.names["mouse"]
    stage.keep()


def _bear_mouse(stage: Stage, at: Vec) -> int:
    """The mouse, with its light."""
    session = stage.session
    mouse = make_person(session, "mouse_light", at, Facing.DOWN, "none", is_ghost=True)
    tint, radius, energy = LIGHT
    session.world.add(mouse, Lamp(radius, tint, energy, flicker=0.12))
    session.world.add(mouse, Name("mouse"))
    session.world.get(mouse, Person).turns_to_her = False
    session.names["mouse"] = mouse
    return session.bear(mouse)


def _hops_up(stage: Stage, mouse: int, goal: Vec) -> Script:
    session = stage.session
    place = session.world.get(mouse, Place)
    start = Vec(place.x, place.y)
    for n in range(1, 21):
        k = n / 20
        at = start + (goal - start) * k
        session.space.move(mouse, at.x, at.y)
        place.lift = BLANKET_LIFT * k + 14 * 4 * k * (1 - k)
        yield None
    stage.sound("cloth_turn", goal, 0.4)
    for _ in range(3):  # to and fro, to be felt through a blanket
        for dx in (-9, 9):
            place.facing = Facing.LEFT if dx < 0 else Facing.RIGHT
            yield from stage.go(mouse, (goal + Vec(dx, 0),), 60)
            yield 6
    session.space.move(mouse, goal.x, goal.y)
    place.facing = Facing.UP


def _hops_down(stage: Stage, mouse: int) -> Script:
    session = stage.session
    place = session.world.get(mouse, Place)
    start, goal = Vec(place.x, place.y), session.room.paths["mouse_up"].points[0]
    for n in range(1, 25):
        k = n / 24
        at = start + (goal - start) * k
        session.space.move(mouse, at.x, at.y)
        place.lift = BLANKET_LIFT * (1 - k) + 12 * 4 * k * (1 - k)
        yield None
    place.lift = 0.0


def _bow(stage: Stage) -> Script:
    stage.sound("mouse_squeak", "mouse", 0.6)
    yield from stage.pose("mouse", "bow", 56)


# ---------------------------------------------------------------- the walk


def _lead(stage: Stage, path: str) -> int:
    """The mouse on its way, at the bend it has come to; a Guide."""
    session = stage.session
    points = session.room.paths[path].points
    index = min(session.story.counts.get(f"mouse.{path}", 0), len(points) - 1)
    mouse = _bear_mouse(stage, points[max(index - 1, 0)])
    session.world.add(mouse, Guide(points, MOUSE_SPEED, MOUSE_WAIT, MOUSE_LEAD, index))
    return mouse


def _upstairs(stage: Stage) -> Script:
    session = stage.session
    mouse = _lead(stage, "mouse_up")
    for name, stirs_at in SLEEPERS:
        if session.find(name):
            sleeper = session.world.get(session.find(name), Sleeper)
            sleeper.stirs_at, sleeper.door = stirs_at, BED_DOOR
    _sleep_deeper(session)
    act = NightAct(zone=LISTENED_TO)
    session.act = act
    stage.music("real_night", "base")
    while True:
        yield None
        mouse = session.find("mouse")
        if mouse:
            session.story.counts["mouse.mouse_up"] = session.world.get(mouse, Guide).index
            lamp = session.world.get(mouse, Lamp)
            lamp.energy = approach(lamp.energy, LIGHT[2] * (HUSHED if act.hush else 1.0), 0.06)
        if session.place.x > HALF_WAY.x and session.place.y > LANDING_Y:
            session.story.set("landing_half")
        if act.is_caught:
            yield from _caught(stage, act)
        elif act.hush == 8 and stage.once("hush_said"):
            yield from stage.say("hush")
        elif act.ears == 2 and stage.once("asked_if_friday"):
            yield from _asks_if_friday(stage)
        elif session.is_free:
            yield from _said_upstairs(stage, act)
        mouse = session.find("mouse")
        if mouse and session.world.get(mouse, Guide).is_there and _far(stage, "mouse") < 70:
            yield from _runs_off(stage, Vec(1088, 592))


def _said_upstairs(stage: Stage, act: NightAct) -> Script:
    """Thoughts on the way, each once, and only while all is quiet."""
    at = stage.session.place
    if act.ears or act.hush or at.y < 440:
        return
    if at.x < 700 and stage.once("landing_said"):
        yield from stage.say("landing")
    elif 820 < at.x < 1000 and stage.once("parents_said"):
        yield from _look_at_them(stage)
    elif at.x > 1020 and stage.session.find("mouse") and stage.once("stairs_said"):
        yield from stage.say("stairs")
        doll = stage.session.find("doll_stair_top")
        if doll and not stage.session.world.get(doll, Look).is_hidden:
            stage.sound("doll_moved", "doll_stair_top", 0.8)
            yield from stage.say("doll")


def _look_at_them(stage: Stage) -> Script:
    """The picture goes in by their door, on tiptoe."""
    with stage.scene():
        yield 10
        stage.camera(Vec(944, 230), 3.0)
        yield 70
        stage.session.world.get(stage.body("mel_asleep"), Person).idle = "sit_up_type"
        yield from stage.say("parents")
        stage.camera_back()
        yield 30


def _asks_if_friday(stage: Stage) -> Script:
    """The second ear, the first time: half awake she can be talked to. It even helps."""
    session = stage.session
    with stage.scene():
        yield 30
        yield from stage.say("creak")
    for _, sleeper in session.world.each(Sleeper):
        sleeper.ears, sleeper.quiet_ticks = 1, 0


def _caught(stage: Stage, act: NightAct) -> Script:
    """Lamp on, one sleepy line at the door, and to bed. Who was half-way is led there again while the picture is dark."""
    session = stage.session
    world = session.world
    times = session.story.count("caught_at_night")
    with stage.scene():
        stage.set("parents_awake")
        yield from stage.pose("coraline", "afraid", 30)
        who = "mel" if times % 3 == 0 else "charlie"
        if session.find(f"{who}_asleep"):
            world.get(session.find(f"{who}_asleep"), Look).is_hidden = True
        parent = session.bear(make_person(session, who, THEIR_DOOR - Vec(0, 60), Facing.DOWN, "none", is_ghost=True))
        session.names[who] = parent
        at = session.place
        stage.camera(Vec((at.x + THEIR_DOOR.x) / 2, THEIR_DOOR.y + 60), 5.0)
        yield from stage.go(parent, (THEIR_DOOR, THEIR_DOOR + Vec(0, 62)), 120)
        stage.face(who, "coraline")
        stage.face("coraline", who)
        yield from stage.say(SCOLDED[(times - 1) % len(SCOLDED)])
        yield from stage.fade_out(22)
        session.bury(parent)
        del session.names[who]
        for name, _ in SLEEPERS:
            if session.find(name):
                world.get(session.find(name), Look).is_hidden = False
        session.story.set("parents_awake", False)
        _forget(session, act)
        act.calm_ticks = HUSH_FIRST_TICKS
        if stage.flag("landing_half"):
            stage.sound("blanket")
            yield 30
            stage.sound("mouse_squeak", gain=0.4)
            yield 14
            stage.bring("coraline", HALF_WAY, Facing.RIGHT)
        else:
            stage.bring("coraline", "cp_bed", Facing.DOWN)
        _fetches(stage)
        stage.camera_back()
        yield 16
        yield from stage.fade_in(22)
    session.wants_checkpoint = False


def _forget(session: Session, act: NightAct) -> None:
    """They sleep again, each time a little deeper."""
    for _, sleeper in session.world.each(Sleeper):
        sleeper.ears = sleeper.quiet_ticks = sleeper.busy_ticks = 0
    session.world.get(session.hero, Hero).board = -1
    act.ears, act.is_caught = 0, False
    _sleep_deeper(session)


def _sleep_deeper(session: Session) -> None:
    for _, sleeper in session.world.each(Sleeper):
        sleeper.depth = session.story.counts.get("caught_at_night", 0)


def _fetches(stage: Stage) -> None:
    """The mouse comes back for her: to her own door, or to where she was last safe."""
    session = stage.session
    points = session.room.paths["mouse_up"].points
    if stage.flag("landing_half"):
        index = next(i for i, p in enumerate(points) if p.x > HALF_WAY.x + LEADS_ON_PX and p.y > LANDING_Y)
    else:
        index = FETCHES_AT
    if session.find("mouse"):
        session.bury(session.names.pop("mouse"))
    session.story.counts["mouse.mouse_up"] = index
    _lead(stage, "mouse_up")
    stage.bring("mouse", points[index - 1], Facing.LEFT)


def _far(stage: Stage, who: str) -> float:
    at = stage.at(who)
    return math.hypot(stage.session.place.x - at.x, stage.session.place.y - at.y)


def _runs_off(stage: Stage, goal: Vec) -> Script:
    """The mouse is gone, a little faster than one looks."""
    mouse = stage.body("mouse")
    stage.sound("mouse_squeak", "mouse", 0.5)
    yield from stage.go(mouse, (goal,), 130, is_watched=False)
    stage.session.bury(mouse)
    del stage.session.names["mouse"]


# ---------------------------------------------------------------- downstairs


def _downstairs(stage: Stage) -> Script:
    session = stage.session
    mouse = _lead(stage, "mouse_down")
    guide = session.world.get(mouse, Guide)
    session.world.born(Place(STAIRS.x, STAIRS.y, STAIRS.x, STAIRS.y), Sleeper(beyond=UPSTAIRS_PX))
    clock = session.world.born(Place(CLOCK.x, CLOCK.y, CLOCK.x, CLOCK.y), Din())
    act = NightAct()
    session.act = act
    stage.music("real_night", "base")
    since = -1
    while not (guide.is_there and _far(stage, "mouse") < 90):
        yield None
        session.story.counts["mouse.mouse_down"] = guide.index
        if not session.is_free:
            continue
        if act.is_caught:
            yield from _caught_below(stage, act, guide)
            continue
        at = session.place
        if since < 0 and at.x < STRIKES_WEST_OF and HALL[0] < at.y < HALL[1]:
            since = 0
            if stage.once("clock_said"):
                yield from stage.say("clock")
        if since >= 0:
            since = _strikes(stage, session.world.get(clock, Din), since)
    session.act = None
    with stage.scene():
        stage.face("coraline", "mouse")
        yield from _bow(stage)
        yield from _runs_off(stage, DOOR)
        yield from stage.say("door")
        yield 20
        stage.sound("little_door_open", DOOR)
        stage.music("st_door")
        stage.shake(1.0, 24)
        yield 40
    stage.set("small_door_open")
    stage.small_door("open")


def _strikes(stage: Stage, din: Din, since: int) -> int:
    """One tick of the clock that strikes: the strokes, a pause, the strokes again. Answers the ticks since it began."""
    at = stage.session.place
    if since % STROKE_TICKS == 0 and since < STROKES * STROKE_TICKS:
        here = Vec(at.x, at.y)
        stage.sound("clock_strike", here + here.toward(CLOCK) * 120)
        din.ticks = STROKE_TICKS + 4
    return since + 1 if since < STRIKES_AGAIN_TICKS or HALL[0] > at.y else 0


def _caught_below(stage: Stage, act: NightAct, guide: Guide) -> Script:
    """A voice from the top of the stairs; she waits below until it snores again."""
    session = stage.session
    times = session.story.count("caught_at_night")
    with stage.scene():
        lamp = session.world.born(
            Place(STAIRS.x, STAIRS.y, STAIRS.x, STAIRS.y), Lamp(190, "#ffffd09a", 1.2, shadows=True)
        )
        yield from stage.pose("coraline", "afraid", 30)
        yield from stage.say(SCOLDED[(times - 1) % len(SCOLDED)])
        yield from stage.fade_out(22)
        session.bury(lamp)
        _forget(session, act)
        stage.bring("coraline", "from_up", Facing.DOWN)
        guide.index = min(guide.index, FETCHES_AT)
        guide.is_there, guide.rest_ticks, guide.lonely_ticks = False, 0, 0
        stage.bring("mouse", guide.points[max(guide.index - 1, 0)], Facing.UP)
        yield 16
        yield from stage.fade_in(22)


def asleep(session: Session, entity: int) -> Script:
    """Speaking to one who sleeps: an answer of a kind."""
    is_mel = session.world.get(entity, Person).actor == "mel"
    yield from Stage(session, "mouse_guide").say("parents", only=(2,) if is_mel else (3,))


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"asleep": asleep}
