"""she_turns: she asks three times, it takes more each time, and then it is her legs that do the talking."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import TILE, Facing, Vec
from game.core.script import Script
from game.sim.acts import Backing, Corridor
from game.sim.panels import BracePanel
from game.sim.panels.brace import WINDOW_TICKS
from game.sim.parts import Lamp, Look, Place, Walker
from game.sim.session import Session

BEAT = "she_turns"
ROOM, HALL = "other/flat_down", "other/hall"
HEIGHTS = ("other_mother", "other_mother_2", "other_mother_3", "other_mother_thin")
"""Her atlas before the first demand, and after each."""
SLIDES = (0.0, 40.0, 78.0)
"""px/s at which the floor backs away before each demand."""
STRETCH_TICKS = 100
THROW_TICKS = 80
STEMS = (("base",), ("base", "drive"), ("base", "drive", "panic"))
"""Of the music, as the hall gets longer."""
HALL_LIGHT = Lamp(radius=118.0, tint="#ffffd9a0", energy=0.85, flicker=0.05)
PALE = Lamp(radius=70.0, tint="#ffc8d8ff", energy=0.35)
NEAR_TABLE_PX = 170.0


def breakfast(session: Session) -> None:
    """She is waiting by the table; the beat begins when Coraline comes down."""
    begins = session.story.beat == BEAT and session.room.name in (ROOM, HALL)
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def she_turns(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if session.room.name == ROOM:
        yield from _ask(stage)
        yield from _into_the_hall(stage)
    yield from _run(stage)


def _asked(stage: Stage) -> int:
    """How many of the three demands were made."""
    return sum(stage.flag(f"demand_{n}_made") for n in (1, 2, 3))


def _ask(stage: Stage) -> Script:
    session = stage.session
    if session.find("other_father"):
        stage.bring("other_father", "buttons_father", Facing.DOWN)
    stage.bring("other_mother", "buttons_mother", Facing.LEFT)
    _dress(stage, HEIGHTS[_asked(stage)])
    if not stage.flag("egg_laid"):
        stage.music("other_world", "tense")
        mother = stage.at("other_mother")
        yield lambda: session.is_free and (stage.at("coraline") - mother).length < NEAR_TABLE_PX
        with stage.scene():
            stage.face("other_mother", "coraline")
            yield from stage.say("open")
        stage.set("egg_laid")
    act = Backing(who="other_mother", dark=_asked(stage) / 3)
    session.act = act
    try:
        while _asked(stage) < 3:
            yield from _ask_once(stage, act, _asked(stage) + 1)
    finally:
        legs = session.world.find(session.hero, Walker)
        if legs is not None:
            legs.drift_x = legs.drift_y = 0.0
    if stage.once("run_said"):
        stage.music("chase", *STEMS[0])
        yield from stage.say("run")


def _ask_once(stage: Stage, act: Backing, n: int) -> Script:
    """It is hers to walk up to. The first time the floor lies still; each time she is answered, all of it slides away."""
    stage.goal(f"ask_{n}")
    act.ask(SLIDES[n - 1])
    yield lambda: act.is_near
    with stage.scene():
        stage.face("coraline", "other_mother")
        yield from stage.say(f"demand_{n}")
        yield from _stretch(stage, n)
        act.throws = THROW_TICKS
        act.dark = n / 3
        stage.sound("floor_slides")
        stage.shake(2.0, THROW_TICKS)
        yield THROW_TICKS
        yield from stage.say(f"stretch_{n}")
        stage.camera_back()
    stage.set(f"demand_{n}_made")  # no checkpoint: one would show her small again for a picture


def _stretch(stage: Stage, n: int) -> Script:
    """There is more of her to stand."""
    mother = stage.body("other_mother")
    place = stage.session.world.get(mother, Place)
    stage.camera(Vec(place.x, place.y - 30), 3.0)
    stage.sound("she_stretches", "other_mother")
    stage.shake(1.0 + n, STRETCH_TICKS)
    yield 20
    _dress(stage, HEIGHTS[n])
    yield from stage.pose("other_mother", "stretch", STRETCH_TICKS)
    stage.sound("beldam_listens" if n < 3 else "beldam_hiss", "other_mother")
    yield 40


def _dress(stage: Stage, sheet: str) -> None:
    look = stage.session.world.get(stage.body("other_mother"), Look)
    if look.sheet != sheet:
        look.sheet, look.anim, look.ticks = sheet, "idle", 0


def _into_the_hall(stage: Stage) -> Script:
    """Out of the kitchen by its only door; the lights go out while she looks for the way."""
    session = stage.session
    stage.goal("run")
    yield lambda: session.is_free and session.place.y > 11.5 * TILE
    stage.sound("light_click")
    yield from stage.leave(HALL, "from_kitchen", "dark")


def _run(stage: Stage) -> Script:
    session = stage.session
    spots = session.room.spots
    _light(session, session.hero, HALL_LIGHT)
    mother = stage.body("other_mother")
    _dress(stage, HEIGHTS[-1])
    _light(session, mother, PALE)
    session.space.haunt(mother, True)
    session.world.get(mother, Walker).is_ghost = True
    stage.music("chase", *STEMS[0])
    act = Corridor(who="other_mother", start_x=session.place.x, end_x=spots["glass"].box.middle.x)
    session.act = act
    shown = 0
    while not act.is_over:
        yield None
        if act.stage > shown:
            shown = act.stage
            stage.music("chase", *STEMS[shown])
            if shown == 1:
                session.cry("other_mother", f"beats.{BEAT}.run_far.1", stage.at("other_mother"))
    legs = session.world.get(mother, Walker)
    legs.wish_x = legs.wish_y = 0.0
    with stage.scene():
        yield from _caught(stage, mother)
    stage.end_chapter(6)
    yield 10
    session.fade.goal = session.fade.amount = (
        0.0  # under the ribbon: what is white cannot be saved, and here it must be
    )


def _caught(stage: Stage, mother: int) -> Script:
    """An arm comes past her on either side. Three times she holds it off; then it has her by the collar."""
    session = stage.session
    here = Vec(session.place.x, session.place.y)
    stage.face("coraline", Facing.LEFT)
    yield from stage.go(mother, (Vec(here.x + 54, here.y - 4),), 150)
    yield from stage.pose("other_mother", "grab")
    stage.sound("needle_scrape", "other_mother")
    panel = BracePanel(3, period=60, beat=44, window=WINDOW_TICKS[session.rules.difficulty])
    session.panel = panel
    yield lambda: session.panel is not panel
    stage.sound("cloth_turn")
    stage.shake(3.0, 24)
    yield from stage.say("caught")
    stage.sound("mirror_ripple")
    stage.music("st_caught")
    yield from stage.go(session.hero, (Vec(here.x - 26, here.y - 8),), 60)
    yield from stage.say("mirror")
    yield from stage.fade_out(50, "white")
    yield 30


def _light(session: Session, entity: int, lamp: Lamp) -> None:
    """Somebody carries a light about."""
    if session.world.find(entity, Lamp) is None:
        session.world.add(entity, Lamp(lamp.radius, lamp.tint, lamp.energy, lamp.is_soft, lamp.flicker))
