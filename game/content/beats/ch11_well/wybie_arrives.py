"""wybie_arrives: a bell that does not stop, and a bicycle. Then it has his ankle: call it off him till he is up on the bank."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.ch11_well.night import KEY, MAP, keep, over, part, remarks, wybie
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import HandFight
from game.sim.harm import tries
from game.sim.parts import Lamp, Look, Place, Walker
from game.sim.session import Session

BEAT = "wybie_arrives"
GOES_ON = (BEAT, "hand_crushed")
RIDES_PX_S = 250.0
HEARD_UP_THE_HILL = Vec(420.0, 640.0)


def wybie_arrives(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.night(True)
    if not stage.flag("wybie_came"):
        yield from _rides_in(stage)
    yield from _shield(stage)


def the_night_goes_on(session: Session) -> None:
    """No door and no path leads from one part of this night to the next: it goes on."""
    now = session.story.beat
    if session.room.name == MAP and now in GOES_ON and not session.is_running(now) and not session.wants_checkpoint:
        session.begin(now)


def _rides_in(stage: Stage) -> Script:
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        fight = part(stage, "drag")
        fight.only = "yank"  # it only holds what it has
        hand = fight.hand
        well = fight.arena.well
        lip = stage.at("well_lip")
        lip = lip + Vec(-14, 0)
        stage.bring("coraline", lip, Facing.RIGHT)
        stage.music("void")
        yield from stage.pose("coraline", "brace")
        hand.put(session, well.x + 44, well.y + 4)
        hand.heading, hand.pose, hand.string = 0.0, "drag", "taut"
        hand.string_at = Vec(lip.x, lip.y - 30)
        hand.hum = 120
        stage.camera(lip + Vec(-60, -10), 6.0)
        for n in range(5):
            stage.sound("bicycle_bell", HEARD_UP_THE_HILL + Vec(n * 70, 0), 0.35 + n * 0.12)
            hand.hum = 20
            yield 20
        yield from stage.say("open", only=(1,))
        wybie(stage, stage.at("wybie_comes"), Facing.RIGHT, "wybie_bike")
        look = session.world.get(session.find("wybie"), Look)
        look.anim, look.ticks, look.mood = "walk", 0, "held"
        session.cry("wybie", stage.key("open.2"), stage.at("wybie"), 170)
        stage.music("hand", "base", "drive")
        yield from stage.together(_rides(stage, Vec(lip.x + 40, lip.y + 40)), _bell(stage))
        yield from _hits_it(stage, fight)
        yield from stage.say("hit")
        yield from _has_his_ankle(stage, fight)
        yield from stage.say("down", only=(1,))
        stage.face("coraline", "wybie")
        yield from stage.say("down", only=(2,))
        stage.camera_back()
    stage.set("wybie_came")
    over(stage, fight)
    yield 2
    yield from keep(stage)


def _bell(stage: Stage) -> Script:
    """All the way."""
    for _ in range(7):
        stage.sound("bicycle_bell", "wybie")
        yield 16


def _rides(stage: Stage, goal: Vec) -> Script:
    session = stage.session
    entity = session.find("wybie")
    place = session.world.get(entity, Place)
    session.space.haunt(entity, True)
    lamp = Lamp(120.0, "#fffff0c8", 1.3, flicker=0.1)
    beam = session.world.born(Place(place.x, place.y, place.x, place.y), lamp, Walker(is_ghost=True))
    start = Vec(place.x, place.y)
    ticks = int((goal - start).length / RIDES_PX_S * 60)
    for n in range(1, ticks + 1):
        k = n / ticks
        at = start + (goal - start) * k + Vec(0, 34 * math.sin(math.pi * k))
        shine = session.world.get(beam, Place)
        shine.was_x, shine.was_y = shine.x, shine.y
        shine.x, shine.y = at.x + 46, at.y
        place.facing = Facing.RIGHT
        session.space.move(entity, at.x, at.y)
        if n % 14 == 0:
            stage.sound("bicycle_wheel", at)
        yield None
    session.bury(beam)


def _hits_it(stage: Stage, fight: HandFight) -> Script:
    """Straight over the string: it flies, he flies, the bicycle lies there."""
    session = stage.session
    hand, well = fight.hand, fight.arena.well
    stage.sound("bike_skid", "wybie")
    stage.sound("hand_hit", hand.at)
    stage.sound("string_pull", well)
    stage.shake(5.0, 26)
    hand.string = ""
    hand.become("down", "leap")
    entity = session.find("wybie")
    place = session.world.get(entity, Place)
    falls = stage.at("wybie_falls")
    from_hand, from_him = hand.at, Vec(place.x, place.y)
    goal = falls + Vec(150, 90)
    stage.rest("coraline")
    look = session.world.get(entity, Look)
    look.sheet, look.anim, look.ticks, look.mood = "wybie", "fall", 0, "held"
    for n in range(1, 31):
        k = n / 30
        hand.x = from_hand.x + (goal.x - from_hand.x) * k
        hand.y = from_hand.y + (goal.y - from_hand.y) * k
        hand.z = 56 * 4 * k * (1 - k) * 0.9
        hand.heading = (hand.heading + 21) % 360
        at = from_him + (falls - from_him) * k
        session.space.move(entity, at.x, at.y)
        place.lift = 22 * 4 * k * (1 - k)
        yield None
    hand.z, place.lift = 0.0, 0.0
    hand.become("down", "pant")
    stage.sound("thrown_land", hand.at)
    stage.sound("thrown_land", falls)
    stage.shake(2.0, 12)
    yield from stage.walk("coraline", falls + Vec(40, -26), 120)
    stage.face("coraline", "wybie")
    look.anim, look.ticks = "afraid", 0
    yield 16


def _has_his_ankle(stage: Stage, fight: HandFight) -> Script:
    """It was only lying there."""
    session = stage.session
    hand = fight.hand
    falls = stage.at("wybie_falls")
    hand.become("free", "stalk")
    stage.sound("needle_skitter", hand.at)
    goal = falls + Vec(20, 4)
    while not hand.go(goal.x, goal.y, 3.2):
        hand.face(goal.x, goal.y)
        if session.tick % 9 == 0:
            stage.sound("needle_skitter", hand.at, 0.8)
        yield None
    hand.pose = "drag"
    hand.heading = 0.0
    stage.sound("needle_stab", hand.at)
    yield from stage.pose("wybie", "down")
    yield 14


def _shield(stage: Stage) -> Script:
    """Whatever goes for him, until he stands by the rock."""
    session = stage.session
    again = tries(session) > 0
    stage.goal("shield")
    wybie(stage, stage.at("wybie_falls"), Facing.LEFT)
    act = part(stage, "shield")
    stage.music("hand", "base", "drive")
    marks = remarks(stage)
    marks.rest = 100
    hurt = session.story.counts.get("wybie_hurt", 0)
    if again:
        marks.rest = 0
        marks.boss("hand.wybie", ())
    while not act.won:
        marks.tick()
        if "freed" in act.happened:
            marks.cry("wybie", "shield", must=True)
        elif "wybie_caught" in act.happened:
            if session.story.counts.get("wybie_hurt", 0) - hurt >= 2:
                marks.boss("hand.wybie", {"wybie_hurt_2"}, must=True)
        elif "called_off" in act.happened or "blocked" in act.happened:
            marks.cry("wybie", "shield")
        yield None
    if session.story.counts.get("wybie_hurt", 0) == 0:
        stage.set("wybie_untouched")
    elif session.story.counts.get("wybie_hurt", 0) >= 2:
        stage.set("wybie_hurt_2")
    yield lambda: session.is_free
    with stage.scene():
        stage.camera(stage.at("wybie") + Vec(60, 60), 5.0)
        stage.rest("wybie")
        stage.face("wybie", Facing.DOWN)
        yield 40
        yield from stage.say("rock")
        stage.camera_back()
    over(stage, act)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: wybie_arrives}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = (the_night_goes_on,)
STARTS = {
    BEAT: Start(MAP, "cp_well", ("wybie_came",), ("adder_stone", KEY, "doll", "note"), ("is_night",)),
}
