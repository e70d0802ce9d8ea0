"""twin_told: fog, morning. Wybie can say things if he is moving: his gran's sister, a photograph, a coat.

Round the garden he goes, past the dead beds, and to the porch, where he will not go in. Stands: leaves to kick; the photograph;
a window with something in it; his bicycle.
"""

from __future__ import annotations

import math

from game.content.beats.ch03_warnings.stroll import cat_comes_along, stroll
from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import StrollAct
from game.sim.panels import PhotoPanel
from game.sim.panels.photo import DOLL, LEFT, RIGHT
from game.sim.parts import DollSeat, Follower, Look, Option, Person, Place, Walker
from game.sim.session import Session

WYBIE = "wybie"
STANDS = {"twin_opened": 0, "twin_leaves": 2, "twin_photo": 3, "twin_sent": 5, "twin_kept": 6}
"""Flag -> the point of the path at which he stands when that is behind them."""
SADDLE_PX = 27.0
JUMP_TICKS = 12
LEADS_PX = 84.0
"""How far ahead of her the cat goes, on the way to him."""
KICK_EVERY_TICKS = 330
KICK_HITS, KICK_PX = 9, 7.0
COUGH_EVERY_TICKS = 300
CALLS_EVERY_TICKS, CALLS_FROM_PX = 900, 190.0
"""Into the fog, to somebody who may be in it: so often, and from so far."""
LEAD_STEP_PX = 64.0
"""The cat goes so far at a time, and sees who comes."""
CHAPTER = 3
DOORS = {"bobinsky_warns": "from_attic", "actresses_warn": "from_basement"}
"""Beat -> the spawn before the door that leads to it."""
CAT_STRAYS_PX = 200.0
"""After a load the cat is where the map has it; further off than this it is fetched."""


def twin_told(session: Session) -> Script:
    stage = Stage(session, "twin_told")
    _place_people(stage)
    act = StrollAct()
    session.act = act
    path = session.room.paths["walk_and_talk"].points
    if not stage.flag("twin_opened"):
        with stage.scene():
            stage.face("coraline", WYBIE)
            stage.face(WYBIE, "coraline")
            yield from stage.say("open")
        stage.set("twin_opened")
    if not stage.flag("twin_leaves"):
        yield from _go(stage, act, path[1:3], ("walk_1", "walk_2"))
        for way in (1, -1, 1):
            yield from _kick(stage, act, WYBIE, way)
        stage.set("twin_leaves")
    if not stage.flag("twin_photo"):
        yield from _go(stage, act, path[3:4], ("walk_3",))
        yield from _photograph(stage)
        stage.set("twin_photo")
        stage.keep()
        yield 2
    if not stage.flag("twin_sent"):
        yield from _go(stage, act, path[4:6], ("stolen",))
        stage.set("twin_sent")
    if not stage.flag("twin_kept"):
        yield from _window(stage, act)
        yield from stage.choose("choice_keep")
        if stage.flag("kept_photo"):
            session.give("photo")
        stage.set("twin_kept")
    yield from _go(stage, act, path[6:7])
    with stage.scene():
        stage.face(WYBIE, "coraline")
        stage.face("coraline", WYBIE)
        yield from stage.say("end")
        session.act = None
        yield from _rides_off(stage)


def _place_people(stage: Stage) -> None:
    """Everybody where what is behind them has left them."""
    session = stage.session
    path = session.room.paths["walk_and_talk"].points
    at = max((point for flag, point in STANDS.items() if stage.flag(flag)), default=0)
    entity = stage.body(WYBIE)
    session.world.drop(entity, Follower)
    walker = session.world.get(entity, Walker)
    walker.wish_x = walker.wish_y = 0.0
    place = session.world.get(entity, Place)
    if stage.flag("twin_leaves") or (Vec(place.x, place.y) - path[0]).length > 400:
        stage.bring(WYBIE, path[at])
    person = session.world.get(entity, Person)
    person.idle = "idle"
    cat = session.find("cat")
    if cat and stage.flag("twin_leaves"):
        it = session.world.get(cat, Place)
        him = stage.at(WYBIE)
        if (Vec(it.x, it.y) - him).length > CAT_STRAYS_PX:
            stage.bring("cat", Vec(him.x - 8, him.y + 30))


def _go(stage: Stage, act: StrollAct, points: tuple[Vec, ...], moments: tuple[str, ...] = ()) -> Script:
    words = stage.session.content.words
    keys = [key for moment in moments for key in words.numbered(stage.key(moment))]
    yield from stroll(stage, act, WYBIE, points, keys)


def _kick(stage: Stage, act: StrollAct, who: str, way: int) -> Script:
    """A boot through wet leaves. It helps."""
    session = stage.session
    entity = stage.body(who)
    place, look = session.world.get(entity, Place), session.world.get(entity, Look)
    place.facing = Facing.RIGHT if way > 0 else Facing.LEFT
    look.anim, look.ticks, look.is_once, look.then = "kick", 0, True, "idle"
    for n in range(KICK_HITS):
        place.lift = hop(n)
        yield None
    place.lift = 0.0
    act.kick(place.x + 9 * way, place.y, way, session.tick)
    stage.sound("leaf_rustle", who)
    yield 26


def hop(n: int) -> float:
    """How high his boots are, ``n`` ticks into a jump at a heap of leaves."""
    return KICK_PX * math.sin(math.pi * n / KICK_HITS)


def _photograph(stage: Stage) -> Script:
    """The picture of two girls: first a long look at each, then the question everybody is asked."""
    session = stage.session
    with stage.scene():
        stage.face(WYBIE, "coraline")
        stage.face("coraline", WYBIE)
        yield from stage.pose(WYBIE, "show", 16)
        stage.sound("paper_rustle", WYBIE)
        yield from stage.say("photo", only=(1,))
        panel = PhotoPanel(caption=stage.key("which"))
        session.panel = panel
        stage.goal("photo")
        yield lambda: {LEFT, RIGHT} <= set(panel.seen)
        panel.is_fixed = True
        yield from stage.say("photo", only=(2, 3))
        yield from stage.say("which")
        panel.is_fixed, panel.asks = False, True
        yield lambda: panel.chosen >= 0
        panel.asks, panel.is_fixed = False, True
        _note_choice(stage, panel)
        yield from stage.say("which_left" if panel.chosen == LEFT else "which_right")
        panel.look_at(session, RIGHT)
        yield from stage.say("ivy")
        yield 20
        session.panel = None
        stage.sound("paper_rustle")
        session.story.notes.pop("goal", None)


def _note_choice(stage: Stage, panel: PhotoPanel) -> None:
    """Remembered as any other choice would be."""
    words = stage.session.content.words
    options = [words.node(k) for k in words.numbered(stage.key("which")) if "pick" in words.node(k)]
    option = Option(options[panel.chosen]["pick"], options[panel.chosen]["to"])
    stage.session.story.notes[f"picked.{stage.name}.which"] = option.to


def _window(stage: Stage, act: StrollAct) -> Script:
    """The doll in the picture is not of Gran; and theirs looks down from a window that was shut in every chapter so far."""
    session = stage.session
    with stage.scene():
        stage.face(WYBIE, "coraline")
        stage.face("coraline", WYBIE)
        yield from stage.say("doll", only=(1, 2, 3))
        panel = PhotoPanel(eye=RIGHT, was=RIGHT, is_fixed=True)
        session.panel = panel
        yield 30
        panel.look_at(session, DOLL)
        yield 34
        yield from stage.say("doll", only=(4,))
        session.panel = None
        yield from _face(stage, act)
        yield 30
        yield from stage.say("doll", only=(5, 6))


def _face(stage: Stage, act: StrollAct) -> Script:
    """Up there, behind the glass; wherever it sat a moment ago, it does not sit now."""
    session = stage.session
    spot = session.room.spots["doll_window"].foot
    seat = next((e for e, s in session.world.each(DollSeat) if s.is_taken), 0)
    if seat:
        session.world.get(seat, Look).is_hidden = True
    act.face = (spot.x, spot.y)
    cat = session.find("cat")
    if cat:
        session.world.get(cat, Place).facing = Facing.UP
    stage.camera(Vec(spot.x, spot.y + 60), 5.0)
    yield 110
    stage.sound("doll_moved", Vec(spot.x, spot.y))
    yield 70
    act.face = None
    yield 44
    if seat:
        session.world.get(seat, Look).is_hidden = False
    stage.camera_back()


def _rides_off(stage: Stage) -> Script:
    """On to the Admiral, and away down the drive; the fog has him by the third wheel tick."""
    session = stage.session
    bike = session.find("admiral")
    if bike:
        at = session.world.get(bike, Place)
        yield from stage.walk(WYBIE, Vec(at.x, at.y + 10), 120)
        session.bury(bike)
        session.names.pop("admiral", None)
    entity = stage.body(WYBIE)
    look = session.world.get(entity, Look)
    look.sheet, look.anim, look.ticks = "wybie_bike", "walk", 0
    stage.sound("bike_bell", Vec(session.place.x, session.place.y))
    here = session.world.get(entity, Place)
    yield from stage.go(entity, (Vec(here.x + 120, here.y + 90), Vec(here.x + 150, here.y + 420)), 170)


# ---------------------------------------------------------------- before it begins, and round it


def wybie_waits(session: Session) -> None:
    """In the garden before she comes: he kicks leaves, coughs, and looks at the house as one looks at a dog."""
    entity = session.find("wybie_walk")
    if not entity or session.room.name != "real/grounds" or session.is_running("twin_told"):
        return
    way = session.world.find(entity, Follower)
    if way is not None:
        way.is_on = False
    if session.story.has_begun("twin_told"):
        return
    person, look = session.world.get(entity, Person), session.world.get(entity, Look)
    person.dialog = "ch03_twin"
    place = session.world.get(entity, Place)
    turn, t = divmod(session.tick, KICK_EVERY_TICKS)
    if t == 0:
        person.home_facing = Facing.RIGHT if turn % 2 else Facing.LEFT
        place.facing = person.home_facing
        look.anim, look.ticks, look.is_once, look.then = "kick", 0, True, "idle"
    if t <= KICK_HITS:
        place.lift = hop(t) if t < KICK_HITS else 0.0
    if t == KICK_HITS:
        if not isinstance(session.act, StrollAct):
            session.act = StrollAct()
        session.act.kick(place.x, place.y, 1 if turn % 2 else -1, session.tick)
        Stage(session, "twin_told").sound("leaves_kick", Vec(place.x, place.y), 0.8)
    elif t == KICK_EVERY_TICKS // 2:
        person.home_facing = Facing.UP
    if session.tick % COUGH_EVERY_TICKS == 0:
        Stage(session, "twin_told").sound("cough", Vec(place.x, place.y))
    if session.tick % CALLS_EVERY_TICKS == CALLS_EVERY_TICKS // 2:
        _calls(session, Vec(place.x, place.y))


def _calls(session: Session, at: Vec) -> None:
    """Words come to the edge of the picture that is nearest to him, and so say where he is."""
    far = (Vec(session.place.x, session.place.y) - at).length > CALLS_FROM_PX
    if far and session.is_free and session.talk is None and session.panel is None:
        keys = session.content.words.numbered("beats.twin_told.calls")
        session.cry(WYBIE, keys[session.story.count("called.wybie") % len(keys)], at)


def cat_shows_the_way(session: Session) -> None:
    """It keeps a place on the saddle by the porch until she comes out; then it is always on the way to whoever is next.

    To Wybie first, ahead of her; beside the two of them after; to the stairs of the attic; to the area steps.
    """
    cat = session.find("cat")
    if not cat or session.room.name != "real/grounds" or session.is_night or session.story.chapter != CHAPTER:
        return
    world = session.world
    place, person = world.get(cat, Place), world.get(cat, Person)
    if not session.story.holds("cat_off_saddle"):
        _keeps_a_place(session, cat, place, person)
        return
    place.lift = max(place.lift - SADDLE_PX / JUMP_TICKS, 0.0)
    if place.lift > 0 or session.tick % 12 or session.locks:
        return
    wybie = session.find("wybie_walk")
    if wybie and session.story.has_begun("twin_told"):
        # On the side that is away from the house, a little behind.
        at = world.get(wybie, Place)
        him = Vec(at.x, at.y)
        way = world.find(wybie, Follower)
        goal = way.points[way.index] if way is not None else him
        back = goal.toward(him) if (goal - him).length > 4 else Vec(0.0, 0.0)
        cat_comes_along(session, cat, Vec(him.x + back.x * 26 - 8, him.y + back.y * 10 + 30))
    elif wybie:
        at = world.get(wybie, Place)
        _leads(session, cat, Vec(at.x - 30, at.y + 16))
    elif session.story.beat in DOORS:
        _leads(session, cat, session.room.spawns[DOORS[session.story.beat]].at + Vec(24, 6))


def _keeps_a_place(session: Session, cat: int, place: Place, person: Person) -> None:
    person.idle, place.lift = "sit", SADDLE_PX
    her = Vec(session.place.x, session.place.y)
    near = (her - Vec(place.x, place.y)).length < 88
    moved = (her - session.room.spawns["from_flat_down"].at).length > 60
    if session.is_free and (near or moved):
        session.story.set("cat_off_saddle")
        look = session.world.get(cat, Look)
        look.anim, look.ticks, look.is_once, look.then = "jump", 0, True, "idle"
        person.idle = "idle"
        stage = Stage(session, "twin_told")
        stage.sound("cat_meow", Vec(place.x, place.y), 0.7)
        stage.sound("cat_land", Vec(place.x, place.y))


def _leads(session: Session, cat: int, goal: Vec) -> None:
    """Ahead of her while she follows; else it sits, looks round at her, and says so."""
    place, person = session.world.get(cat, Place), session.world.get(cat, Person)
    here, her = Vec(place.x, place.y), Vec(session.place.x, session.place.y)
    gap = (her - here).length
    if (goal - here).length < 40:
        cat_comes_along(session, cat, goal)
    elif gap < LEADS_PX or (her - goal).length < (here - goal).length:
        points = Stage(session, "twin_told").way(here, goal, cat)
        cat_comes_along(session, cat, _a_step(here, next((p for p in points if (p - here).length > 40), points[-1])))
    elif gap > LEADS_PX * 1.6:
        cat_comes_along(session, cat, here)  # sits down where it is
        person.home_facing = Facing.of(her.x - here.x, her.y - here.y)
        if session.tick % 240 == 0:
            Stage(session, "twin_told").sound("cat_meow", here, 0.6)


def _a_step(here: Vec, to: Vec) -> Vec:
    """Not all the way at once."""
    far = (to - here).length
    return to if far <= LEAD_STEP_PX else here + (to - here) * (LEAD_STEP_PX / far)


def talk_to_wybie(session: Session, entity: int) -> Script:
    """Before the walk a word begins it; during it a word hurries him, which Speech sees by itself."""
    if session.story.may_begin("twin_told") and not session.is_running("twin_told"):
        session.begin("twin_told")
    yield None
