"""Chapter 1, moving in: overlooked, and amused about it; then curious.

    arrival     carry and push the boxes out of the rain; the stuck door breathes out
    ignored     Mum and Dad are busy; four jobs that draw the map
    wybie_met   a game of tag in the fog with somebody who talks
    doll_given  a parcel; what is in it is looked at from four sides
    door_found  paper, a crate, a door one's own size
    bricks      twelve keys; it opens on bricks

Beats ask their flags what is behind them, so each can begin again where a save left it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.tag import play_tag
from game.content.beats.verbs import Stage, Start
from game.content.folk.chatter import word_from
from game.content.folk.people import make_person
from game.content.props.chores import CHORES, after_job, is_all_done
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.panels import BracePanel, DollPanel, KeyPanel
from game.sim.panels.brace import WINDOW_TICKS
from game.sim.parts import Hero, Name, Person, Place, Pushable
from game.sim.session import Session

BOXES = 3
REST_SPEED = 4.0
"""px/s below which a box counts as standing."""
AFTER_BOX = ("first_box", "second_box", "last_box")
RIGHT_KEY = 6
"""Third in the second row: a round button with four holes."""
BELL_TICKS, BELL_PX = 260, 150.0
REMIND_EVERY = 4
"""After so many tries at the door it is said again what early and late mean."""
CRATE_MOVED_PX = 24.0
STRIPS = ("paper_1", "paper_2", "paper_3")


# ---------------------------------------------------------------- arrival


def arrival(session: Session) -> Script:
    stage = Stage(session, "arrival")
    if stage.once("arrival_opened"):
        with stage.scene():
            yield 90
            stage.camera("mel_van", 2.0)
            yield from stage.say("open")
            stage.camera("charlie_porch", 2.0)
            yield from stage.say("teach_push")
            stage.camera_back()
        stage.teach("walk")
        stage.teach("lift")
    while not stage.flag("boxes_in"):
        yield 6
        stood = boxes_on_porch(session)
        said = session.story.counts.get("boxes_said", 0)
        if stood > said and session.is_free:
            session.story.count("boxes_said")
            stage.sound("chore_done")
            yield 20
            if said == 0:
                stage.sound("thunder")
            yield from stage.say(AFTER_BOX[said])
            stage.keep()
            if said + 1 >= BOXES:
                stage.set("boxes_in")
                stage.goal("door")
                stage.teach("run")
    yield lambda: stage.flag("door_open")
    yield 10


def boxes_on_porch(session: Session) -> int:
    """How many of the moving boxes stand in the dry."""
    porch = session.room.spots["porch_boards"].box
    stood = 0
    for _, name, push, place in session.world.each(Name, Pushable, Place):
        if name.name.startswith("box_") and not push.is_carried and not push.is_gripped:
            rests = math.hypot(push.vx, push.vy) < REST_SPEED
            stood += rests and porch.holds(place.x, place.y - push.h / 2)
    return stood


def signpost(session: Session, entity: int) -> Script:
    stage = Stage(session, "arrival")
    if stage.once("sign_read"):
        yield from stage.say("sign")
    else:
        session.look("signpost")
        yield lambda: session.talk is None


def stuck_door(session: Session, entity: int) -> Script:
    """The first brace: two creaks. It cannot be lost, only taken slowly."""
    stage = Stage(session, "arrival")
    if not stage.flag("boxes_in") or stage.flag("door_open"):
        return
    with stage.scene():
        yield from stage.walk("coraline", Vec(session.world.get(entity, Place).x, session.place.y), 60, straight=True)
        stage.face("coraline", Facing.UP)
        if stage.once("door_tried"):
            stage.sound("door_rattle")
            yield from stage.say("door")
        yield from stage.say("teach_brace")
        yield from brace(stage, pulses=2)
        stage.sound("door_burst")
        stage.shake(2.0, 14)
        yield 24
        stage.sound("door_creak")
        yield 30
        yield from stage.say("door_open")
    # She is the player's again while the others go in ahead of her.
    door = Vec(session.place.x + 4, session.place.y)
    yield from stage.together(
        *(_goes_in(stage, who, door) for who in ("charlie_porch", "mel_van") if session.find(who))
    )
    stage.set("door_open")


def _goes_in(stage: Stage, who: str, door: Vec) -> Script:
    entity = stage.body(who)
    place = stage.session.world.get(entity, Place)
    yield from stage.go(entity, stage.way(Vec(place.x, place.y), door, entity), 170, is_watched=False)
    stage.sound("step_wood", door)
    stage.session.bury(entity)
    stage.session.names.pop(who, None)


def brace(stage: Stage, pulses: int) -> Script:
    """Holding on, until so many creaks were met; says once what early and late mean."""
    session = stage.session
    window = WINDOW_TICKS[session.rules.difficulty]
    panel = BracePanel(pulses, period=75, beat=52, window=window)
    session.panel = panel
    told = 0
    while session.panel is panel:
        yield None
        if panel.tries > told:
            told = panel.tries
            is_first = stage.once(f"brace_{panel.last}_told")
            if panel.last in ("early", "late") and (is_first or told % REMIND_EVERY == 0):
                yield from stage.say(f"brace_{panel.last}")


# ---------------------------------------------------------------- ignored


def ignored(session: Session) -> Script:
    stage = Stage(session, "ignored")
    if stage.once("ignored_opened"):
        with stage.scene():
            yield 30
            yield from stage.say("open")
    yield lambda: stage.flag("ignored_told")
    yield 10


def chat(session: Session, entity: int) -> Script:
    """Talking to anybody who has nothing better to say: to Mum and Dad above all."""
    person = session.world.get(entity, Person)
    own = session.content.scripts.get(f"{session.story.beat}_{person.actor}")
    if own is not None:  # the beat has something to say to them: SCRIPTS["woke_home_mel"]
        yield from own(session, entity)
    elif person.actor == "mel":
        yield from _ask_mel(session)
    elif person.actor == "charlie":
        yield from _ask_charlie(session)
    elif person.actor == "cat":
        side = session.room.side
        Stage(session, "wybie_met").sound("cat_meow", Vec(session.place.x, session.place.y), 0.6)
        yield from Stage(session, "wybie_met").bark("narrator", "plain", f"cat_{side}")
    else:
        yield from word_from(session, person.actor)


def _ask_mel(session: Session) -> Script:
    stage = Stage(session, "ignored")
    if session.room.name == "real/grounds":
        yield from stage.line("mel", "busy", session.content.words.get("beats.arrival.nag.1"), "beats.arrival.nag.1")
        return
    if not stage.flag("ignored"):
        if not stage.flag("chores_given"):
            yield from stage.say("mel_first")
            _owe(session)
            yield from stage.say("chores")
            stage.set("chores_given")
            stage.goal("jobs")
            stage.teach("journal")
            stage.keep()
            return
        if is_all_done(session):
            _owe(session)
            yield from stage.say("done")
            stage.set("ignored_told")
            return
        # A word about what is left, and an answer to something else, in turn.
        left = [job for job in CHORES if not stage.flag(job)]
        if _next_try(session, "mel") and session.story.count("asked.again") % 2 == 0:
            yield from stage.say(f"mel_{_next_try(session, 'mel')}")
            session.story.count("asked.mel")
            _owe(session)
            yield from _tally(stage)
            return
        yield from stage.say(f"left_{left[session.story.count('nagged') % len(left)].removesuffix('_done')}")
        return
    yield from stage.bark("mel")


def _ask_charlie(session: Session) -> Script:
    stage = Stage(session, "ignored")
    if session.room.name == "real/grounds":
        moment = "nag_door" if stage.flag("boxes_in") else "nag_box"
        yield from Stage(session, "arrival").say(moment)
        return
    if not stage.flag("ignored"):
        if "bulbs" in session.story.items:
            with stage.scene():
                yield from stage.pose("coraline", "interact", 16)
                session.take_away("bulbs")
                stage.sound("lamp_click")
                stage.set("bulbs_done")
                yield 30
                yield from stage.say("chore_bulbs_right")
                stage.sound("chore_done")
            after_job(stage)
            return
        if "irises" in session.story.items:
            session.take_away("irises")
            yield from stage.say("chore_bulbs")
            stage.set("irises_shown")
            return
        moment = _next_try(session, "charlie")
        if moment:
            yield from stage.say(f"charlie_{moment}")
            session.story.count("asked.charlie")
            _owe(session)
            yield from _tally(stage)
            return
    yield from stage.bark("charlie")


def _next_try(session: Session, who: str) -> str:
    """Which of three tries comes next with Mum or Dad; "" when they have all been had."""
    tries = ("second", "third") if who == "mel" else ("first", "second", "third")
    asked = session.story.counts.get(f"asked.{who}", 0)
    return tries[asked] if asked < len(tries) else ""


def _owe(session: Session) -> None:
    session.story.count("minutes")


def _tally(stage: Stage) -> Script:
    if stage.session.story.counts.get("minutes", 0) >= 3 and stage.once("tally_begun"):
        yield from stage.say("tally")
        stage.session.give("tally")


# ---------------------------------------------------------------- wybie_met


def wybie_met(session: Session) -> Script:
    stage = Stage(session, "wybie_met")
    if stage.once("wybie_opened"):
        with stage.scene():
            stage.sound("wheel_tick", "wybie")
            yield from stage.say("open")
            stage.sound("bike_bell", "wybie")
            yield 30
            yield from stage.say("noise")
    if not stage.flag("tag_won"):
        yield from play_tag(stage)
        stage.set("tag_won")
    with stage.scene():
        yield from _to_the_well(stage)
        yield from stage.say("torrent")
        yield from stage.choose("choice_well")
        stage.face("cat", "coraline")
        stage.face("coraline", "cat")
        stage.sound("cat_meow", "cat")
        yield from stage.say("cat")
        session.meet("cat")
        stage.face("coraline", "wybie")
        yield from stage.say("name")
        stage.camera_back()
        yield from _rides_off(stage)
        yield from stage.say("end")


WALK_IN_PX = 130.0
"""How much of the way to the well is seen; whatever is more happens in the dark between two pictures."""


def _to_the_well(stage: Stage) -> Script:
    """All three end up by the boards; the cat goes round them."""
    session = stage.session
    well = stage.at("well_edge")
    goals = {
        "coraline": well,
        "wybie": Vec(well.x - 8, well.y + 34),
        "cat": Vec(well.x - 36, well.y - 20),
    }
    if (Vec(session.place.x, session.place.y) - well).length > WALK_IN_PX:
        yield from stage.fade_out(24)
        stage.bring("coraline", Vec(well.x - WALK_IN_PX, well.y), Facing.RIGHT)
        stage.bring("wybie", Vec(well.x - WALK_IN_PX - 30, well.y + 22), Facing.RIGHT)
        if session.find("cat"):
            stage.bring("cat", Vec(well.x - WALK_IN_PX + 40, well.y - 24), Facing.RIGHT)
        stage.camera(Vec(well.x - 40, well.y), 3.0)
        yield 10
        stage.open_picture(24)
    else:
        stage.camera(Vec(well.x - 40, well.y), 3.0)
    walks = [stage.walk(who, goal, 84) for who, goal in goals.items() if who != "cat" or session.find("cat")]
    yield from stage.together(*walks)
    stage.face("coraline", Facing.RIGHT)
    stage.face("wybie", Facing.RIGHT)
    yield from stage.say("well")
    stage.face("coraline", "wybie")
    stage.face("wybie", "coraline")


def _rides_off(stage: Stage) -> Script:
    session = stage.session
    stage.sound("bike_bell", "wybie")
    far = Vec(session.place.x - 420, session.place.y + 10)
    yield from stage.go(stage.body("wybie"), (far,), 170)
    session.bury(stage.body("wybie"))


# ---------------------------------------------------------------- doll_given


def doll_parcel(session: Session, entity: int) -> Script:
    if session.story.may_begin("doll_given"):
        session.begin("doll_given")
    yield None


SIDES = ("front", "left", "back", "right")


def doll_given(session: Session) -> Script:
    stage = Stage(session, "doll_given")
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        stage.sound("paper_rustle")
        yield from stage.say("open")
        yield from stage.read("note", "note")
        panel = DollPanel(seen=())
        session.panel = panel
        stage.music("doll")
        session.give("doll")
        while len(panel.seen) < len(SIDES):
            yield lambda: panel.turn == 0 and panel.side not in panel.seen
            side = panel.side
            yield 10
            yield from stage.say(SIDES[side])
            panel.seen = (*panel.seen, side)
        panel.side = 0
        yield 24
        yield from stage.say("eyes")
        session.panel = None
        stage.music("")
        session.give("note")
        yield from _mel_at_the_door(stage)
        yield from stage.choose("choice_place")
        yield from stage.fade_out(40)
        stage.sound("door_close")
        yield 50
        yield from stage.fade_in(40)


def _mel_at_the_door(stage: Stage) -> Script:
    """Mum comes out as far as the mat, and does not look up."""
    session = stage.session
    door = session.room.spawns["from_flat_down"].at
    stage.sound("door_creak", door)
    mel = session.bear(make_person(session, "mel", Vec(door.x, door.y - 12), Facing.DOWN, "none"))
    yield 20
    stage.face("coraline", "mel")
    yield from stage.say("mel")
    session.bury(mel)
    stage.sound("door_close", door)
    yield 20


# ---------------------------------------------------------------- door_found


def door_found(session: Session) -> Script:
    stage = Stage(session, "door_found")
    if stage.once("door_found_opened"):
        yield from stage.say("open")
    wall = Vec(30.5 * 32, 4.6 * 32)
    while not stage.flag("paper_gone"):
        yield 6
        _mind_crate(stage, wall)
        near = (Vec(session.place.x, session.place.y) - wall).length < 110
        if near and session.is_free and stage.once("door_found_followed"):
            yield from stage.say("follow")
    while not stage.flag("crate_moved"):
        yield 6
        _mind_crate(stage, wall)
        hero = session.world.get(session.hero, Hero)
        if (hero.pushes or hero.grips) and not stage.flag("crate_moved") and stage.once("crate_said"):
            yield from stage.say("crate")
    if stage.once("door_seen"):
        with stage.scene():
            stage.music("st_discover")
            stage.camera(Vec(wall.x, wall.y), 3.0)
            yield 40
            yield from stage.say("seen")
            stage.camera_back()
    yield lambda: stage.flag("door_tried_small")
    with stage.scene():
        yield from stage.say("locked")
        yield from stage.say("call_mel")
        session.story.counts["minutes"] = max(session.story.counts.get("minutes", 0) - 1, 0)


def _mind_crate(stage: Stage, wall: Vec) -> None:
    """Notes when the crate no longer stands before the place."""
    session = stage.session
    crate = session.find("crate")
    at = session.world.get(crate, Place) if crate else None
    if at is None or abs(at.x - wall.x) > CRATE_MOVED_PX or at.y - wall.y > 60:
        stage.set("crate_moved")


def peel(session: Session, entity: int) -> Script:
    """A strip of wallpaper comes off, in any order; after the third the line under the brown is seen."""
    stage = Stage(session, "door_found")
    with stage.scene():
        stage.sound("paper_peel")
        yield from stage.pose("coraline", "interact", 26)
        stage.set(session.world.get(entity, Name).name)
        if all(stage.flag(strip) for strip in STRIPS):
            stage.set("paper_gone")
            yield 10
            yield from stage.say("peel")


def small_door(session: Session, entity: int) -> Script:
    stage = Stage(session, "door_found")
    if stage.flag("crate_moved") and not stage.flag("door_found"):
        with stage.scene():
            yield from stage.pose("coraline", "interact", 16)
            stage.sound("door_locked")
            yield 16
        stage.set("door_tried_small")
    elif not stage.flag("crate_moved"):
        yield from stage.say("crate")
    else:
        session.look("small_door")
        yield lambda: session.talk is None


# ---------------------------------------------------------------- bricks


def bricks(session: Session) -> Script:
    stage = Stage(session, "bricks")
    door = Vec(30.5 * 32, 4.9 * 32)
    with stage.scene():
        yield 20
        home = session.world.get(stage.body("mel"), Place)
        back = Vec(home.x, home.y)
        stage.bring("mel", Vec(24 * 32, 13.5 * 32), Facing.UP)
        stage.sound("door_creak", "mel")
        stage.camera(Vec(door.x - 40, door.y + 20), 3.0)
        yield from stage.walk("coraline", Vec(door.x + 4, door.y + 22), 96)
        stage.face("coraline", Facing.UP)
        yield from stage.walk("mel", Vec(door.x - 34, door.y + 30), 120)
        stage.face("mel", Facing.UP)
        yield from stage.say("open")
        yield from _choose_key(stage)
        session.give("key")
        stage.set("has_button_key")
        stage.sound("key_turn")
        yield 40
        yield from stage.say("turn")
        stage.sound("little_door_open")
        stage.music("st_door")
        stage.set("small_door_open")
        stage.shake(1.0, 20)
        yield 60
        yield from stage.say("opened")
        stage.sound("brick_thud")
        yield from stage.choose("choice")
        yield from stage.walk("mel", Vec(24 * 32, 11 * 32), 110)
        stage.camera_back()
        stage.bring("mel", back, Facing.UP)
        yield from stage.say("end")
        stage.end_chapter(1)
        yield 30


def _choose_key(stage: Stage) -> Script:
    """The tray. A wrong key goes back with a word; there is no counting."""
    session = stage.session
    panel = KeyPanel(right=RIGHT_KEY)
    session.panel = panel
    while True:
        yield lambda: panel.chosen >= 0
        stage.sound("key_jingle")
        yield 24
        if panel.chosen == panel.right:
            yield from stage.say("button")
            session.panel = None
            return
        stage.sound("key_wrong")
        panel.tried = (*panel.tried, panel.chosen)
        panel.chosen = -1
        wrong = len(panel.tried)
        yield from stage.say("wrong" if wrong == 1 else "wrong_again" if wrong == 2 else f"wrong_{wrong}")


def mel_comes(session: Session) -> None:
    """The keys follow the door by themselves: Mum said one minute, and for once it is one."""
    if (
        session.story.beat == "bricks"
        and session.room.name == "real/flat_down"
        and session.is_free
        and not session.is_running("bricks")
        and not session.scenes
        and not session.wants_checkpoint
    ):
        session.begin("bricks")


def bell_in_the_fog(session: Session) -> None:
    """Out of doors, before they have met, his bell is heard from the orchard's side, wherever she looks for it."""
    if session.story.beat != "wybie_met" or session.room.name != "real/grounds" or not session.is_free:
        return
    if session.tick % BELL_TICKS == 0:
        gate = next(t for t in session.room.things if t.name == "to_orchard").box.middle
        here = Vec(session.place.x, session.place.y)
        way = here.toward(gate)
        Stage(session, "wybie_met").sound("bike_bell", here + way * min((gate - here).length, BELL_PX))


BEATS: dict[str, Callable[[Session], Script]] = {
    "arrival": arrival,
    "ignored": ignored,
    "wybie_met": wybie_met,
    "doll_given": doll_given,
    "door_found": door_found,
    "bricks": bricks,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "chat": chat,
    "signpost": signpost,
    "stuck_door": stuck_door,
    "doll_parcel": doll_parcel,
    "peel": peel,
    "small_door": small_door,
}
MINDS = (mel_comes, bell_in_the_fog)
STARTS = {
    "arrival": Start("real/grounds", "start", ("boxes_in", "door_open", "arrival_opened")),
    "ignored": Start(
        "real/flat_down",
        "from_grounds",
        ("chores_given", *CHORES, "has_kettle", "has_pan", "has_irises", "irises_shown", "has_bulbs"),
    ),
    "wybie_met": Start("real/orchard", "from_grounds"),
    "doll_given": Start("real/grounds", "from_orchard", ("doll_turned",)),
    "door_found": Start("real/flat_down", "from_grounds", (*STRIPS, "paper_gone", "crate_moved"), ("doll", "note")),
    "bricks": Start("real/flat_down", "cp_living", ("has_button_key", "small_door_open"), ("doll", "note")),
}
