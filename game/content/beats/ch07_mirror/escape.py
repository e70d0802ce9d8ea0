"""wybie_frees, its second half: out of the dark house from curtain to curtain, and through a door that somebody has to hold.

Begins on other/flat_down with the flag escaping (glass.py leaves her there), goes on in the passage, and ends where it is cold and
smells of cupboards.
"""

from __future__ import annotations

import math

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Running, Script
from game.sim.acts import Escape, Held
from game.sim.acts.escape import MARK, MARKS, clear_way, set_off
from game.sim.happenings import Drew
from game.sim.parts import Follower, Name, Person, Place, Watcher
from game.sim.session import Session

BEAT = "wybie_frees"
HOUSE, PASSAGE, HOME = "other/flat_down", "between/passage", "real/flat_down"
ESCAPING = "escaping"
WYBIE = "other_wybie"
LEAVES = ("mirror_out", "escape_told", "hide_told", "last_said", "!refused", "door_shut_behind")
POSTS = tuple(f"escape_post_{n}" for n in range(7))
FIRST_POSTS = (0, 3, 5)
"""By mark: where he waits when she has been set back."""
HIDE_POST = 2
COMES_PX = 118.0
"""So near she is to him when he goes on."""
HURRY_SPEED, SPEED = 158.0, 118.0
DRAWS_EVERY_TICKS, DRAWS_AGAIN_TICKS = 118, 70
STEADY_TICKS = 18
"""The way has been clear for so long before he says so."""
DRAWING_TICKS = 84
DOOR_PX = 84.0
DANGER = ((0.0, ("heart",)), (0.25, ("heart", "hunt")), (0.75, ("heart_fast", "hunt")))
LOW_VOICE_X = 900.0
RIBS = ("rib1", "rib2", "rib3", "rib4")


def escape(session: Session) -> Script:
    """From the hall mirror to the real living room."""
    stage = Stage(session, BEAT)
    if session.room.name == HOUSE:
        yield from _out_of_the_house(stage)
    elif session.room.name == PASSAGE:
        yield from _down_the_passage(stage)
    else:
        yield from _is_home(stage)


# ---------------------------------------------------------------- the house


def _out_of_the_house(stage: Stage) -> Script:
    session = stage.session
    stage.set(ESCAPING)
    act = Escape(mark=min(session.story.counts.get(MARK, 0), len(MARKS) - 1))
    session.act = act
    for name in ("other_mother", "other_father"):
        if session.find(name):
            session.bury(session.find(name))
    stage.music("search", "heart")
    if not stage.flag("escape_told"):
        yield from _told(stage)
        stage.set("escape_told")
        stage.goal("out")
        stage.keep()
        yield 2
    if not session.find(WYBIE):
        _brings_wybie(stage, stage.at(POSTS[FIRST_POSTS[act.mark]]))
    set_off(session, act.mark)
    stage.goal("out")
    door = stage.at("escape_post_6") + Vec(28, -10)
    leads = Running(_leads(stage, act))
    shown: tuple[str, ...] = ("heart",)
    while not _is_let_out(stage, act, door):
        leads.tick()  # he opens to nobody who is being looked for
        stems = next(s for least, s in reversed(DANGER) if act.danger >= least or least == 0.0)
        stems = DANGER[2][1] if act.is_hunted else stems
        if stems != shown:
            shown = stems
            stage.music("search", *stems)
        yield None
    leads.stop()
    yield from _last_words(stage, door)


def _is_let_out(stage: Stage, act: Escape, door: Vec) -> bool:
    """At the small door, and nobody after her."""
    session = stage.session
    if act.is_let_by and session.is_free:
        return True
    near = session.is_free and (stage.at("coraline") - door).length < DOOR_PX
    return near and (not act.is_hunted or session.rules.no_fail)


def _brings_wybie(stage: Stage, at: Vec) -> None:
    session = stage.session
    entity = session.bear(make_person(session, WYBIE, at, Facing.RIGHT, "none", is_ghost=True))
    session.names[WYBIE] = entity
    session.world.add(entity, Name(WYBIE))
    session.world.get(entity, Person).turns_to_her = False


def _told(stage: Stage) -> Script:
    """On the hall's floor, hand in glove, and whispering."""
    her = stage.at("coraline")
    with stage.scene():
        _brings_wybie(stage, her + Vec(34, 10))
        yield 1
        stage.face(WYBIE, Facing.LEFT)
        stage.face("coraline", Facing.RIGHT)
        yield from stage.pose(WYBIE, "pull", 30)
        yield from stage.say("through", only=(1,))
        yield from stage.pose(WYBIE, "shush")
        stage.camera(her + Vec(90, 6), 3.0)
        stage.sound("needle_tick", her + Vec(280, 0), 0.7)
        yield 24
        stage.rest(WYBIE)
        yield from stage.say("through", only=(2,))
        yield from stage.pose(WYBIE, "look_hands", 30)
        yield from stage.say("fingers")
        yield from stage.say("sneak")
        yield from stage.say("teach_hide")
        stage.camera_back()


def _leads(stage: Stage, act: Escape) -> Script:
    """He goes ahead, from one safe place to the next, and beckons when the way between is clear."""
    session = stage.session
    post, resets = FIRST_POSTS[act.mark], act.resets
    drew = DRAWS_EVERY_TICKS - 30
    steady = 0
    said_go = False
    entity = stage.body(WYBIE)
    person = session.world.get(entity, Person)
    while True:
        if act.resets != resets:
            resets, post = act.resets, FIRST_POSTS[act.mark]
            stage.bring(WYBIE, POSTS[post], Facing.DOWN)
        post = max(post, _passed(stage))
        goal = stage.at(POSTS[post])
        here = stage.at(WYBIE)
        if (here - goal).length > 8:
            late = (stage.at("coraline") - goal).length < (here - goal).length
            person.idle = "idle"
            yield from stage.go(entity, stage.way(here, goal, entity), HURRY_SPEED if late else SPEED, is_watched=False)
            drew = DRAWS_EVERY_TICKS - 16
            continue
        drew += 1
        near = (stage.at("coraline") - here).length < COMES_PX
        is_last = post + 1 >= len(POSTS)
        ahead = goal if is_last else stage.at(POSTS[post + 1])
        middle = Vec((here.x + ahead.x) / 2, (here.y + ahead.y) / 2)
        her = stage.at("coraline")
        between = Vec((here.x + her.x) / 2, (here.y + her.y) / 2)
        is_clear = clear_way(session, (middle, ahead))
        steady = steady + 1 if is_clear and clear_way(session, (between,)) else 0
        is_now = steady >= STEADY_TICKS
        if said_go and not is_clear and drew < DRAWING_TICKS:
            drew = DRAWS_EVERY_TICKS  # not now, after all: at once
        at = stage.at("coraline") if near or not is_clear else ahead
        stage.face(WYBIE, Facing.of(at.x - here.x, at.y - here.y))
        person.idle = "afraid" if act.is_hunted else "wave" if is_now else "shush"
        if post == HIDE_POST and near and stage.once("hide_told"):
            stage.teach("hide")
        if drew >= DRAWS_EVERY_TICKS or (act.is_hunted and is_last and drew >= DRAWS_AGAIN_TICKS):
            drew = 0
            pictures = ("ear", "curtain") if act.is_hunted else _drawing(session, post, is_now, is_last)
            said_go = "arrow" in pictures
            session.news.tell(Drew(WYBIE, pictures, DRAWING_TICKS))
        if near and is_now and not is_last:
            post += 1
            yield 10
            continue
        yield None


def _passed(stage: Stage) -> int:
    """The first post that still lies before her: he does not stay behind when she takes another way."""
    her = stage.at("coraline")
    if her.y < 352 and her.x > 512:
        return 5 if her.x > 700 else 4
    if her.y < 352 and her.x > 330:
        return 3
    return 0


def _drawing(session: Session, post: int, is_now: bool, is_last: bool) -> tuple[str, ...]:
    if is_last:
        return ("door",)
    if is_now:
        return ("shoes", "arrow") if post >= 3 else ("arrow",)
    for entity, place, watcher in session.world.each(Place, Watcher):
        near = math.hypot(place.x - session.place.x, place.y - session.place.y) < 300
        if near and not watcher.is_blind:
            return ("tall_woman", "curtain")
        if near and entity:
            return ("ear", "shoes")
    return ("finger_lips",)


def _last_words(stage: Stage, door: Vec) -> Script:
    """At the small door. He cannot come, and says so in four pictures."""
    session = stage.session
    entity = stage.body(WYBIE)
    if session.world.has(entity, Follower):
        session.world.drop(entity, Follower)
    for name in ("seeker", "sewing_box"):
        if session.find(name):
            session.bury(session.find(name))
    with stage.scene():
        session.act = Escape(danger=0.3)
        stage.music("wybie", "base")
        session.world.get(entity, Person).idle = "idle"
        yield from stage.walk("coraline", door + Vec(-26, 18), 84)
        stage.bring(WYBIE, door + Vec(8, 20), Facing.LEFT)
        stage.face("coraline", Facing.RIGHT)
        stage.camera(door + Vec(-10, 20), 3.0)
        yield 20
        if stage.once("last_said"):
            yield from stage.say("last")
            yield from stage.choose("choice")
        picked = session.story.notes.get(f"picked.{BEAT}.choice", "thank")
        yield from stage.pose(WYBIE, "look_hands" if picked == "glove" else "wave", 50)
        stage.music("search", "heart_fast", "hunt")
        stage.sound("beldam_hiss", door + Vec(-160, 120), 0.8)
        stage.shake(2.0, 20)
        yield 30
        stage.sound("little_door_open", door)
        yield from stage.walk("coraline", door + Vec(0, 14), 110, straight=True)
        stage.face("coraline", Facing.UP)
        stage.camera_back()
        yield from stage.leave(PASSAGE, "from_other", "passage")


# ---------------------------------------------------------------- the passage


def _down_the_passage(stage: Stage) -> Script:
    """He stands with his back to it. She is to go, and not to look."""
    session = stage.session
    at = stage.at("from_other")
    door_x = at.x - 8
    if not session.find(WYBIE):
        _brings_wybie(stage, Vec(door_x, at.y))
    stage.face(WYBIE, Facing.RIGHT)
    act = Held(who=WYBIE, door_x=door_x, dark_x=session.room.size.x + 190)
    session.act = act
    stage.music("search", "heart_fast", "hunt")
    session.world.get(stage.body(WYBIE), Person).idle = "brace"
    session.world.get(stage.body(WYBIE), Person).home_facing = Facing.RIGHT
    stage.goal("passage")
    with stage.scene():
        stage.bring("coraline", at + Vec(-46, 6), Facing.RIGHT)
        yield 60
        stage.face("coraline", Facing.LEFT)
    heard = 0
    while session.place.x > stage.at("mouth_real").x + 6:
        if heard == 0 and session.place.x < LOW_VOICE_X + 240:
            heard = 1
            stage.music("passage", "drone", RIBS[0])
            session.cry_words(
                "coraline",
                session.content.words.get(stage.key("passage.1.say")),
                stage.key("passage.1"),
                stage.at("coraline"),
                230,
            )
        yield None
    with stage.scene():
        act.dark_x = min(act.dark_x, session.place.x + 150)
        stage.face("coraline", Facing.RIGHT)
        act.heave, act.heaves = 26, act.heaves + 1
        stage.sound("door_close", Vec(door_x, at.y), 0.8)
        stage.shake(3.0, 24)
        yield 50
        if stage.once("door_shut_behind"):
            yield from stage.say("end")
        stage.face("coraline", Facing.LEFT)
        yield from stage.leave(HOME, "from_passage", "passage")


def _is_home(stage: Stage) -> Script:
    """On the other side of the bricks, it is a house again."""
    session = stage.session
    session.story.set(ESCAPING, False)
    session.story.set("refused", False)
    session.story.counts.pop(MARK, None)
    session.story.notes.pop("goal", None)
    stage.small_door("bricked")
    stage.music("")
    with stage.scene():
        stage.face("coraline", Facing.UP)
        stage.sound("brick_thud")
        yield 70
        stage.face("coraline", Facing.DOWN)
        yield 40
    stage.end_chapter(7)
