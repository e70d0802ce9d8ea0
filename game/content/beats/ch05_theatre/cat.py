"""cat_speaks: the cat says what it came for, shows her a thin place, and lets her throw an apple off the edge of the world."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.content.folk import cat as folk
from game.content.folk.chatter import next_topic
from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.core.script import Script
from game.sim.acts import Unmade
from game.sim.parts import Flight, Furniture, Hero, Look, Person, Place, Pushable
from game.sim.session import Session

BEAT, ROOM = "cat_speaks", "other/orchard"
POST, OTHER_POST, HEM = "post_a", "post_b", "hem_edge"
SEAT_OFF = Vec(-116.0, 14.0)
"""Where he sits to watch, from the hem: on the last of the path."""
APPLES = ("apple_1", "apple_2", "apple_3")
GLOWING = "apples_fallen"
LESSON_TICKS = 900
"""So long he waits to be called; then he comes by himself, and is not offended."""
BACKS_PX = 260.0
"""Where the trees turn out to have only fronts: so far before the hem."""
EDGE_PX = 120.0
THROW_PX = 96.0
"""As near as this, facing out, letting go of an apple sends it over."""
AGAIN_TICKS = 700
LEAVES = (
    *("cat_named", "cat_post_seen", "cat_lesson", "taught_call_cat", "cat_was_called", "cat_asked"),
    *("edge_told", "edge_walked", "edge_seen", "apple_over"),
)


def cat_speaks(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not session.find("cat"):
        yield lambda: bool(session.find("cat"))
    settles(session)
    if not stage.flag("cat_post_seen"):
        yield from _meets(stage)
        stage.set("cat_post_seen")
        stage.keep()
        yield 4
    if not stage.flag("cat_lesson"):
        yield from _lesson(stage)
        stage.set("cat_lesson")
    if not stage.flag("edge_told"):
        yield from _asks(stage)
        stage.set("edge_told")
        stage.keep()
        yield 4
    stage.goal("edge")
    yield from _to_the_hem(stage)
    yield from _apple(stage)
    with stage.scene():
        yield 20
        stage.face("coraline", "cat")
        stage.face("cat", "coraline")
        yield from stage.say("end")
        entity = stage.body("cat")
        folk.stands(session, "cat")
        at = stage.at("cat")
        yield from folk.slip_away(stage, "cat", Vec(at.x - 34, at.y), -1)
        session.world.get(entity, Look).is_hidden = True
        stage.camera_back()
        stage.end_chapter(5)
        yield 30


def settles(session: Session) -> None:
    """Where he is when she comes, or the beat goes on after a load."""
    if session.room.name != ROOM or session.story.beat != BEAT or not session.find("cat"):
        return
    stage = Stage(session, BEAT)
    session.world.get(stage.body("cat"), Person).idle = "sit"
    if stage.flag("edge_told"):
        stage.bring("cat", stage.at(HEM) + SEAT_OFF, Facing.LEFT)
    elif stage.flag("cat_post_seen"):
        at = stage.at(OTHER_POST)
        stage.bring("cat", Vec(at.x + 30, at.y - 2), Facing.DOWN)


# ---------------------------------------------------------------- out of the front of its face


def _meets(stage: Stage) -> Script:
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        cat = stage.at("cat")
        stage.camera(Vec(cat.x - 10, cat.y - 6), 3.0)
        side = -1 if session.place.x < cat.x else 1
        yield from stage.walk("coraline", Vec(cat.x + side * 44, cat.y + 12), 84)
        stage.face("coraline", "cat")
        stage.face("cat", "coraline")
        stage.sound("cat_meow", "cat", 0.5)
        yield 20
        yield from stage.say("open")
        stage.set(folk.CAN_TALK)
        answers(session)
        session.meet("cat")
        yield from stage.say("which")
        yield from stage.say("how")
        yield from _behind_the_post(stage)


def _behind_the_post(stage: Stage) -> Script:
    """Behind one, out at the other: the picture looks at the wrong one, as she does."""
    session = stage.session
    post, other = stage.at(POST), stage.at(OTHER_POST)
    place = session.world.get(stage.body("cat"), Place)
    way = 1 if place.x <= post.x else -1
    folk.stands(session, "cat")
    stage.camera(Vec(post.x, post.y - 10), 3.0)
    behind = Vec(post.x, post.y - 3)
    yield from folk.slip_away(stage, "cat", behind, way)
    yield 70
    yield from stage.say("post", only=(1,))
    her = stage.at("coraline")
    peek = Vec(post.x + way * 30, post.y + 16)
    if (her - peek).length < 160:
        yield from stage.walk("coraline", peek, 84)
        stage.face("coraline", Facing.LEFT if way > 0 else Facing.RIGHT)
        yield 40
    stage.sound("cat_meow", other, 0.7)
    stage.camera(Vec((her.x + other.x) / 2, (her.y + other.y) / 2), 4.0)
    yield from folk.slip_out(stage, "cat", Vec(other.x, other.y - 3), 1)
    folk.sits(session, "cat")
    stage.face("cat", Facing.DOWN)
    stage.face("coraline", "cat")
    yield 20
    yield from stage.say("post", only=(2, 3, 4))
    near = stage.at("cat")
    yield from stage.walk("coraline", Vec(near.x - 4, near.y + 40), 96)
    stage.face("coraline", "cat")
    yield from stage.say("thin")
    stage.camera_back()


# ---------------------------------------------------------------- called


def _lesson(stage: Stage) -> Script:
    """He goes, and may be called. Whoever does not want to need not."""
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        stage.face("coraline", "cat")
        yield from stage.say("teach_call")
        folk.stands(session, "cat")
        at = stage.at(OTHER_POST)
        yield from folk.slip_away(stage, "cat", Vec(at.x, at.y - 3), -1)
    stage.goal("call")
    stage.teach("call_cat")
    session.story.set(folk.WAS_CALLED, False)
    for _ in range(LESSON_TICKS):
        if stage.flag(folk.WAS_CALLED):
            break
        yield None
    entity = stage.body("cat")
    if not stage.flag(folk.WAS_CALLED) and session.world.get(entity, Look).is_hidden:
        thin, way = folk.entrance(session)
        yield from folk.slip_out(stage, "cat", thin, way)
        yield from folk.comes(stage, "cat")
    yield lambda: session.is_free and not session.is_running("call_cat")


def _asks(stage: Stage) -> Script:
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        if (stage.at("cat") - stage.at("coraline")).length > 60:
            yield from folk.comes(stage, "cat")
        stage.face("coraline", "cat")
        stage.face("cat", "coraline")
        yield from stage.choose("choice")
        stage.set("cat_asked")
        yield from stage.say("edge")
        folk.stands(session, "cat")
        at = stage.at("cat")
        yield from folk.slip_away(stage, "cat", Vec(at.x + 20, at.y), 1)
        stage.bring("cat", stage.at(HEM) + SEAT_OFF, Facing.LEFT)
        folk.sits(session, "cat")
        session.world.get(stage.body("cat"), Look).is_hidden = False


# ---------------------------------------------------------------- where the world stops


def _to_the_hem(stage: Stage) -> Script:
    session = stage.session
    hem = stage.at(HEM)
    if not stage.flag("edge_walked"):
        yield lambda: session.is_free and session.place.x > hem.x - BACKS_PX
        yield from stage.say("edge_walk")
        stage.set("edge_walked")
    if not stage.flag("edge_seen"):
        yield lambda: session.is_free and session.place.x > hem.x - EDGE_PX
        with stage.scene():
            stage.music("none")
            stage.camera(Vec(hem.x + 20, session.place.y), 2.0)
            yield 60
            yield from stage.say("edge_end", only=(1,))
            stage.face("coraline", "cat")
            yield from stage.say("edge_end", only=(2,))
            stage.camera_back()
        stage.set("edge_seen")
        stage.keep()
        yield 4


def _apple(stage: Stage) -> Script:
    """Any way of getting one over the edge will do: thrown, rolled, or let go of there."""
    session = stage.session
    if stage.flag("apple_over"):
        return
    stage.goal("apple")
    stage.teach("throw")
    hem = stage.at(HEM)
    waited = 0
    while True:
        name = _gone_over(session, hem)
        if name:
            break
        waited += 1
        if waited % AGAIN_TICKS == 0 and session.is_free:
            session.cry("cat", f"beats.{BEAT}.edge_end.2", stage.at("cat"))
        yield None
    with stage.scene():
        yield from _unmade(stage, name, hem)
        stage.set("apple_over")
        session.story.notes["apple_gone"] = name
        yield from stage.say("edge_throw")
        stage.music("")


def _gone_over(session: Session, hem: Vec) -> str:
    """The apple that is past the hem, or is let go of before it; "" for none."""
    world = session.world
    carries = world.get(session.hero, Hero).carries
    for name in APPLES:
        entity = session.find(name)
        if not entity:
            continue
        place = world.get(entity, Place)
        if entity != carries and place.x > hem.x - 6:
            return name
        lets_go = session.is_free and session.pressed(Action.INTERACT) and not session.held(Action.THROW)
        at_edge = session.place.x > hem.x - THROW_PX and session.place.facing is Facing.RIGHT
        if entity == carries and lets_go and at_edge:
            return name
    return ""


def _unmade(stage: Stage, name: str, hem: Vec) -> Script:
    """Over the white. Nothing is heard for longer than one would like."""
    session = stage.session
    world = session.world
    entity = session.find(name)
    place = world.get(entity, Place)
    hero = world.get(session.hero, Hero)
    x, y, lift = place.x, place.y, max(place.lift, 14.0)
    if hero.carries == entity:
        stage.face("coraline", Facing.RIGHT)
        hero.carries = 0
        world.get(entity, Pushable).is_carried = False
        x, y, lift = session.place.x + 14, session.place.y, 30.0
        look = world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.then = "throw", 0, True, "idle"
        yield 10
    stage.sound("edge_gone", Vec(x, y))
    piece = world.find(entity, Furniture)
    prop = piece.prop if piece is not None else GLOWING
    if world.has(entity, Flight):
        world.drop(entity, Flight)
    session.bury(entity)
    session.names.pop(name, None)
    stage.face("coraline", Facing.RIGHT)
    stage.camera(Vec(hem.x + 60, session.place.y - 10), 3.0)
    over = Unmade(prop=prop, x=max(x, hem.x - 30), y=y, lift=lift)
    session.act = over
    yield lambda: over.is_over
    yield 20


def stays_gone(session: Session) -> None:
    """What went over the hem does not come back with the next checkpoint."""
    if session.room.name != ROOM:
        return
    name = session.story.notes.get("apple_gone", "")
    entity = session.find(name) if name else 0
    if entity:
        session.bury(entity)
        session.names.pop(name, None)


# ---------------------------------------------------------------- talking to it


def answers(session: Session) -> None:
    """Since it has spoken it can be spoken to."""
    entity = session.find("cat")
    if entity and session.room.name == ROOM and session.story.holds(folk.CAN_TALK):
        session.world.get(entity, Person).dialog = folk.TALKS


def ask_cat(session: Session, entity: int) -> Script:
    """A thing he knows, then a remark, in turn."""
    stage = Stage(session, BEAT)
    key = next_topic(session, "cat")
    place = session.world.get(entity, Place)
    stage.sound("cat_meow", Vec(place.x, place.y), 0.4)
    if key and session.story.count("talked.cat") % 2:
        session.story.looked.append(key)
        yield from stage.line("cat", "plain", session.content.words.get(key), key)
    else:
        yield from stage.bark("cat", "bored", "cat_other")


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {folk.TALKS: ask_cat, **folk.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (stays_gone, *folk.MINDS)
