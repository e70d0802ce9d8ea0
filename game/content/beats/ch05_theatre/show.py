"""theatre_show: the third visit. She is met, led down, adored, put on the stage, and played with; and may play it again."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts.theatre import Cellar, Flight, House, Show, Storm
from game.sim.acts.theatre.house import is_on_boards
from game.sim.parts import Follower, Look, Name, Place, Walker
from game.sim.session import Session

BEAT = "theatre_show"
FLAT, GROUNDS, HOUSE = "other/flat_down", "other/grounds", "other/basement"
ACTS: tuple[type[Show], ...] = (Storm, Cellar, Flight)
STARTS_AT = (Vec(440, 322), Vec(576, 334), Vec(470, 336))
"""Where she stands when the curtain goes up on each act."""
WORDS = ("teach", "trapdoor", "rope")
"""What is called to her before each."""
DUO_AT = ((Vec(300, 178), Vec(840, 178)), (Vec(394, 170), Vec(758, 170)), (Vec(280, 176), Vec(850, 176)))
GOALS = ("storm", "cellar", "flight")
"""What the journal says to do in each."""
BOWS_AT, BEFORE_STAGE = Vec(560, 346), Vec(560, 446)
"""Where she bows, whatever she did; and where she is when the curtain has come down behind her."""
NEARLY_NOTHING = 0.25
"""Less than this share of the bulbs is praised as restraint."""
CLEAT = Vec(912, 246)
"""Where Other Wybie hauls in the third act."""
FLAWLESS_MISSES = 4
"""So many bulbs may stay dark in a show that is called flawless, if she never fell."""
LEAD_PX, LEAD_SPEED = 210.0, 112.0
STEPS_DOWN, GATE = "basement_steps", "to_orchard"
GATE_OFF = Vec(-104.0, -74.0)
"""So far from the gate Other Wybie stops, beside the path."""


# ---------------------------------------------------------------- minds


def third_visit(session: Session) -> None:
    """Through the passage for the third time: somebody waits in the living room."""
    begins = session.story.beat == BEAT and session.room.name == FLAT and session.is_night
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def full_house(session: Session) -> None:
    """The moles sit in their seats for as long as there is a show to be seen."""
    if session.room.name == HOUSE and session.act is None and session.story.holds("mouse_circus,!she_turns"):
        session.act = House()


def waits_at_gate(session: Session) -> None:
    """Until the cat has spoken Other Wybie stands where he stopped: he will not come past the gate, and does not go."""
    him = session.find("other_wybie")
    if not him or session.room.name != GROUNDS or session.story.beat != "cat_speaks":
        return
    gate = next(t.box.middle for t in session.room.things if t.name == GATE)
    place = session.world.get(him, Place)
    stop = gate + GATE_OFF
    if abs(place.x - stop.x) + abs(place.y - stop.y) > 4:
        Stage(session, BEAT).bring("other_wybie", stop, Facing.RIGHT)


def guest_is_out(session: Session) -> None:
    """After the show he has gone ahead, until the cat has spoken."""
    him = session.find("other_wybie_guest")
    if him and session.room.name == HOUSE and session.story.holds("show_over,!cat_speaks"):
        session.world.get(him, Look).is_hidden = True
        session.space.haunt(him, True)


# ---------------------------------------------------------------- the beat


def theatre_show(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if session.room.name == FLAT:
        yield from _welcome(stage)
        yield lambda: False  # it goes on out of doors
    elif session.room.name == GROUNDS:
        if not stage.flag("show_over"):
            yield from _lead_down(stage)
            yield lambda: False
        yield from _lead_out(stage)
    else:
        yield from _house(stage)
        yield lambda: False


def _welcome(stage: Stage) -> Script:
    """The Other Mother by the small door, and a friend with a mask in his hands."""
    session = stage.session
    if not stage.once("show_welcomed"):
        return
    door = session.room.spawns["from_passage"].at
    mother = session.find("other_mother")
    home = stage.at("other_mother") if mother else door
    guest = session.bear(make_person(session, "other_wybie", Vec(door.x - 8, door.y + 94), Facing.UP, "none"))
    session.names["show_wybie"] = guest
    session.world.add(guest, Name("show_wybie"))
    with stage.scene():
        if mother:
            stage.bring("other_mother", Vec(door.x + 50, door.y + 54), Facing.LEFT)
        stage.camera(Vec(door.x, door.y + 40), 4.0)
        yield 40
        stage.face("coraline", Facing.DOWN)
        stage.face("show_wybie", "coraline")
        yield from stage.say("open", only=(1,))
        yield from stage.pose("show_wybie", "wave", 36)
        yield from stage.say("open", only=(2,))
        stage.camera_back()
    stage.goal("down")
    out = session.room.spawns["from_grounds"].at
    goes = [_goes(stage, "show_wybie", out, LEAD_SPEED)]
    if mother:
        goes.append(_goes(stage, "other_mother", home, 84.0))
    yield from stage.together(*goes)
    session.bury(guest)
    session.names.pop("show_wybie", None)
    stage.sound("door_creak", out)


def _goes(stage: Stage, who: str, to: Vec, speed: float) -> Script:
    entity = stage.body(who)
    place = stage.session.world.get(entity, Place)
    yield from stage.go(entity, stage.way(Vec(place.x, place.y), to, entity), speed, is_watched=False)


# ---------------------------------------------------------------- out of doors


def _door(stage: Stage, name: str) -> Vec:
    return next(t.box.middle for t in stage.session.room.things if t.name == name)


def _lead_down(stage: Stage) -> Script:
    """He goes ahead to the area steps, and waves where she does not follow."""
    session = stage.session
    if not session.find("other_wybie"):
        return
    steps = _door(stage, STEPS_DOWN)
    foot = Vec(steps.x, steps.y + 34)
    if not stage.flag("show_led"):
        porch = session.room.spawns["from_flat_down"].at
        start = Vec(porch.x - 60, porch.y + 40)
        stage.bring("other_wybie", start, Facing.DOWN)
        yield from _leads(stage, "other_wybie", stage.way(start, foot, stage.body("other_wybie")))
        stage.set("show_led")
    stage.bring("other_wybie", foot, Facing.UP)
    session.world.get(stage.body("other_wybie"), Look).is_hidden = True
    session.space.haunt(stage.body("other_wybie"), True)


def _lead_out(stage: Stage) -> Script:
    """And after the show to the gap in the trees, where he draws what he will not go and see."""
    session = stage.session
    gate = _door(stage, GATE)
    stop = gate + GATE_OFF
    stage.goal("out")
    if session.find("other_wybie"):
        foot = session.room.spawns["from_basement"].at
        beside = Vec(foot.x + 44, foot.y + 26)
        stage.bring("other_wybie", beside, Facing.RIGHT)
        yield from _leads(stage, "other_wybie", stage.way(beside, stop, stage.body("other_wybie")))
    yield lambda: session.is_free and (stage.at("coraline") - stop).length < 120
    with stage.scene():
        if session.find("other_wybie"):
            stage.face("other_wybie", "coraline")
            stage.face("coraline", "other_wybie")
            yield from stage.pose("other_wybie", "shake", 40)
        yield from stage.say("out")


def _leads(stage: Stage, who: str, points: tuple[Vec, ...]) -> Script:
    """Somebody goes ahead of her, and waits and waves where she is too far behind."""
    session = stage.session
    world = session.world
    entity = stage.body(who)
    place, look = world.get(entity, Place), world.get(entity, Look)
    way = Follower(points, "once", LEAD_SPEED, 0)
    session.space.haunt(entity, True)
    world.add(entity, way)
    while not way.is_there:
        gap = (stage.at("coraline") - Vec(place.x, place.y)).length
        if way.is_on and gap > LEAD_PX:
            way.is_on = False
            look.anim, look.ticks, look.mood = "wave", 0, "held"
        elif not way.is_on and gap < LEAD_PX * 0.7:
            way.is_on = True
            look.mood = ""
        if not way.is_on:
            stage.face(who, "coraline")
        yield None
    world.drop(entity, Follower)
    walker = world.get(entity, Walker)
    walker.wish_x = walker.wish_y = 0.0
    session.space.haunt(entity, False)


# ---------------------------------------------------------------- the house


def _house(stage: Stage) -> Script:
    session = stage.session
    if not stage.flag("show_met"):
        yield from _doors(stage)
    if not stage.flag("show_seated"):
        stage.goal("stage")
        yield lambda: session.is_free and session.place.y < 716
        with stage.scene():
            stage.camera(Vec(576, 560), 3.0)
            yield 50
            yield from stage.say("seats")
            stage.camera_back()
        stage.set("show_seated")
    if not stage.flag("show_cast"):
        area = next(t.box for t in session.room.things if t.name == BEAT).grown(34)
        yield (
            lambda: (
                session.is_free
                and (area.holds(session.place.x, session.place.y) or is_on_boards(session.place.x, session.place.y))
            )
        )
        yield from _on_stage(stage)
        stage.set("show_cast")
    for part in (1, 2, 3):
        if not stage.flag(f"show_act_{part}"):
            yield from _play(stage, part)
            stage.set(f"show_act_{part}")
            if part < 3:
                stage.keep()  # the act just played is never asked for again
                yield 6
    if not stage.flag("show_over"):
        yield from _bow(stage)
        stage.set("show_over")
        stage.goal("out")
        if session.find("other_wybie_guest"):
            out = session.room.spawns["from_grounds"].at
            yield from _goes(stage, "other_wybie_guest", out, LEAD_SPEED)
            guest_is_out(session)
        stage.keep()
    stage.goal("out")


def _doors(stage: Stage) -> Script:
    """They come to meet her, one at each side of the doorway, like salt and pepper."""
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        door = session.room.spawns["from_grounds"].at
        stage.bring("other_spink", Vec(door.x - 34, door.y - 62), Facing.DOWN)
        stage.bring("other_forcible", Vec(door.x + 34, door.y - 62), Facing.DOWN)
        stage.music("theatre")
        yield 30
        yield from stage.together(stage.pose("other_spink", "cheer", 40), stage.pose("other_forcible", "cheer", 40))
        yield from stage.say("doors")
        stage.set("show_met")
        for who in ("other_spink", "other_forcible"):
            session.space.haunt(stage.body(who), True)
        yield from stage.together(
            _goes(stage, "other_spink", Vec(door.x - 12, door.y - 240), 120.0),
            _goes(stage, "other_forcible", Vec(door.x + 12, door.y - 240), 120.0),
        )
        _at_home(stage)


def _at_home(stage: Stage, part: int = 1) -> None:
    """The ladies where an act wants them."""
    for who, at in zip(("other_spink", "other_forcible"), DUO_AT[part - 1], strict=True):
        stage.bring(who, at, Facing.DOWN)
        stage.rest(who)


def _open_house(stage: Stage) -> House:
    """The house as it is between acts."""
    session = stage.session
    if not isinstance(session.act, House) or isinstance(session.act, Show):
        session.act = House()
    return session.act


def _on_stage(stage: Stage) -> Script:
    """Up the side steps, into the middle, into the light."""
    session = stage.session
    with stage.scene():
        yield from stage.fade_out(24)
        house = _open_house(stage)
        house.curtain = house.curtain_goal = 0.0
        stage.bring("coraline", Vec(560, 300), Facing.DOWN)
        stage.bring("other_spink", Vec(506, 286), Facing.RIGHT)
        stage.bring("other_forcible", Vec(614, 286), Facing.LEFT)
        stage.camera(Vec(576, 248), 8.0)
        yield 20
        yield from stage.fade_in(24)
        stage.sound("spotlight")
        yield from stage.say("on_stage")
        session.space.haunt(stage.body("other_spink"), True)
        session.space.haunt(stage.body("other_forcible"), True)


def _play(stage: Stage, part: int) -> Script:
    """One act, begun as often as she comes back to it."""
    session = stage.session
    while True:
        yield from _curtain_up(stage, part)
        house = _open_house(stage)
        show = ACTS[part - 1](curtain=house.curtain, curtain_goal=house.curtain_goal)
        session.act = show
        yield lambda show=show: show.is_over  # type: ignore[misc]
        if not show.is_left:
            break
        yield lambda: session.is_free and is_on_boards(session.place.x, session.place.y)
        yield from stage.line("other_forcible", "grand", session.content.words.get("fail.show.2"), "fail.show.2")
    counts = session.story.counts
    counts[f"show_good_{part}"], counts[f"show_bulbs_{part}"] = show.good, len(show.bulbs)
    counts[f"show_falls_{part}"] = show.falls


def _curtain_up(stage: Stage, part: int) -> Script:
    """Behind the curtain: everybody to their places, hammering, one piece of advice, and the name of the act."""
    session = stage.session
    with stage.scene():
        house = _open_house(stage)
        house.draw_curtain(session, False)
        stage.goal(GOALS[part - 1])
        stage.camera(Vec(576, 248), 8.0)
        stage.music("none")
        stage.music_ahead("theatre_show", f"act{part}")
        yield lambda: house.curtain >= 1.0
        stage.bring("coraline", STARTS_AT[part - 1], Facing.DOWN)
        session.space.haunt(session.hero, False)
        _at_home(stage, part)
        if part == 3 and session.find("other_wybie_guest"):
            stage.bring("other_wybie_guest", CLEAT, Facing.LEFT)
            session.world.get(stage.body("other_wybie_guest"), Look).is_hidden = False
            yield from stage.pose("other_wybie_guest", "pull")
        for wait in (26, 18, 34):
            stage.sound("wood_thud", Vec(560, 250), 0.6)
            yield wait
        yield from stage.say(WORDS[part - 1])
        house.dusk_goal = 1.0
        stage.card(f"show.act_{part}", "place", 130)
        yield 100


def _bow(stage: Stage) -> Script:
    """It goes on a little after it ought to have stopped."""
    session = stage.session
    house = _open_house(stage)
    with stage.scene():
        yield from stage.fade_out(20)
        _to_the_middle(stage, house)
        stage.camera(Vec(576, 248), 8.0)
        house.dusk_goal = 0.3
        yield 16
        yield from stage.fade_in(20)
        house.applause = 3.0
        stage.sound("theatre_applause")
        yield from stage.pose("coraline", "happy")
        yield 100
        stage.sound("theatre_applause", Vec(560, 520), 0.8)
        yield 60
        yield from stage.say("bow")
        stage.rest("coraline")
        yield 30
        yield from stage.together(stage.pose("other_spink", "bow", 44), stage.pose("other_forcible", "bow", 44))
        _reckon(session, house)
        yield 170
        yield from stage.say(_verdict(session))
        house.dusk_goal = 0.0
        yield from _friend(stage)
        yield from stage.fade_out(20)
        house.curtain = house.curtain_goal = 1.0
        stage.bring("coraline", BEFORE_STAGE, Facing.DOWN)
        if session.find("other_wybie_guest"):
            stage.bring("other_wybie_guest", BEFORE_STAGE + Vec(34, 14), Facing.DOWN)
        stage.camera_back()
        yield 16
        yield from stage.fade_in(20)
        stage.music("")


def _to_the_middle(stage: Stage, house: House) -> None:
    """She and the ladies stand in a row behind the footlights, wherever the last act let go of her."""
    stage.rest("coraline")
    stage.session.place.lift = 0.0
    house.curtain = house.curtain_goal = 0.0
    stage.bring("coraline", BOWS_AT, Facing.DOWN)
    stage.bring("other_spink", Vec(BOWS_AT.x - 52, BOWS_AT.y - 4), Facing.DOWN)
    stage.bring("other_forcible", Vec(BOWS_AT.x + 52, BOWS_AT.y - 4), Facing.DOWN)


def _verdict(session: Session) -> str:
    """What is called after her fits what she did tonight."""
    counts = session.story.counts
    falls = sum(counts.get(f"show_falls_{n}", 0) for n in (1, 2, 3))
    good, most = counts["show_good"], counts["show_most"]
    if good < most * NEARLY_NOTHING:
        return "after_little"
    if falls:
        return "after_some"
    return "after_perfect" if good >= most - FLAWLESS_MISSES else "after_good"


def _reckon(session: Session, house: House) -> None:
    """Adds up tonight, keeps the best, shows both on the playbill."""
    counts = session.story.counts
    good = sum(counts.get(f"show_good_{n}", 0) for n in (1, 2, 3))
    most = sum(counts.get(f"show_bulbs_{n}", 0) for n in (1, 2, 3))
    falls = sum(counts.get(f"show_falls_{n}", 0) for n in (1, 2, 3))
    counts["show_plays"] = counts.get("show_plays", 0) + 1
    counts["show_good"], counts["show_most"] = good, most
    counts["show_best"] = max(counts.get("show_best", 0), good)
    house.tally, house.tally_ticks = (good, most, counts["show_best"]), 0
    if good >= most - FLAWLESS_MISSES and falls == 0:
        session.story.set("show_flawless")


def _friend(stage: Stage) -> Script:
    """The one pair of hands that was not made to."""
    session = stage.session
    if not session.find("other_wybie_guest"):
        yield from stage.say("wybie")
        return
    her = stage.at("coraline")
    stage.rest("other_wybie_guest")
    session.space.haunt(stage.body("other_wybie_guest"), True)
    stage.bring("other_wybie_guest", Vec(her.x + 190, her.y + 20), Facing.LEFT)
    stage.camera(Vec(her.x + 20, her.y - 30), 3.0)
    yield from stage.walk("other_wybie_guest", Vec(her.x + 30, her.y + 20), 96, straight=True)
    stage.face("coraline", "other_wybie_guest")
    yield from stage.pose("other_wybie_guest", "clap", 60)
    yield from stage.say("wybie", only=(1,))
    yield from stage.pose("other_wybie_guest", "look_hands")
    yield from stage.say("wybie", only=(2, 3))
    yield from stage.pose("other_wybie_guest", "shake", 40)
    yield from stage.say("wybie", only=(4,))
    stage.rest("other_wybie_guest")
    session.space.haunt(stage.body("other_wybie_guest"), False)


# ---------------------------------------------------------------- once more


def stage_door(session: Session, entity: int) -> Script:
    """Talking to either of them: they agree; and, once it has been played, it can be played again."""
    stage = Stage(session, BEAT)
    if stage.flag("she_turns"):
        yield from stage.bark("other_spink", "hollow", "hunt_theatre")
        return
    yield from stage.bark("other_spink", "grand", "other_actresses")
    if not stage.flag(BEAT):
        return
    session.story.set("show_again", False)
    yield from stage.choose("again")
    if not stage.flag("show_again"):
        return
    session.story.set("show_again", False)
    if not is_on_boards(session.place.x, session.place.y):
        with stage.scene():
            yield from stage.fade_out(20)
            stage.bring("coraline", Vec(560, 300), Facing.DOWN)
            yield from stage.fade_in(20)
    for part in (1, 2, 3):
        yield from _play(stage, part)
    house = _open_house(stage)
    with stage.scene():
        yield from stage.fade_out(20)
        _to_the_middle(stage, house)
        stage.camera(Vec(576, 248), 8.0)
        yield 16
        yield from stage.fade_in(20)
        house.applause, house.dusk_goal = 2.0, 0.0
        stage.sound("theatre_applause")
        yield from stage.pose("coraline", "happy")
        _reckon(session, house)
        yield 200
        stage.rest("coraline")
        yield from stage.say(_verdict(session))
        house.draw_curtain(session, False)
        yield lambda: house.curtain >= 1.0
        if session.find("other_wybie_guest"):
            stage.rest("other_wybie_guest")
            stage.bring("other_wybie_guest", Vec(595, 467), Facing.UP)
        stage.music("")
        stage.camera_back()
