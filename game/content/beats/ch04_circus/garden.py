"""other_wybie: the second visit. He draws what he cannot say, and teaches her to throw and to dodge, as a game."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.acts import Garden
from game.sim.acts.garden import TARGETS
from game.sim.parts import Follower, Place, Walker
from game.sim.session import Session

BEAT = "other_wybie"
FLAT, GROUNDS = "other/flat_down", "other/grounds"
PARTS = ("throw", "slide", "dodge", "both")
LEAVES = ("door_opened_twice", "wybie_drawn", *(f"garden_{part}" for part in PARTS))
MEET_PX, COME_PX = 130.0, 96.0
RUN_SPEED, WALK_SPEED = 150.0, 96.0
THROWING = Box(1150, 790, 560, 260)
"""Where the throwing is played: the line, and what is thrown at."""
RING_GROWN = 24.0


def second_visit(session: Session) -> None:
    """Through the passage of her own will: somebody opens the door to her."""
    begins = session.story.beat == BEAT and session.room.name == FLAT and session.is_night
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def other_wybie(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if session.room.name != GROUNDS:
        yield from _door_is_opened(stage)
        yield lambda: False  # it goes on out of doors
    stage.goal("drive")
    if not stage.flag("wybie_drawn"):
        yield from _meet(stage)
    for part in PARTS:
        if not stage.flag(f"garden_{part}"):
            yield from _play(stage, part)
    yield from _talk(stage)


# ---------------------------------------------------------------- indoors


def _door_is_opened(stage: Stage) -> Script:
    """The Other Mother, on the very spot, a moment before she is wanted."""
    session = stage.session
    if not stage.once("door_opened_twice"):
        stage.goal("drive")
        return
    door = session.room.spawns["from_passage"].at
    home = stage.at("other_mother") if session.find("other_mother") else door
    with stage.scene():
        if session.find("other_mother"):
            stage.bring("other_mother", Vec(door.x - 54, door.y + 40), Facing.RIGHT)
            stage.face("other_mother", "coraline")
        stage.camera(Vec(door.x - 20, door.y + 36), 4.0)
        yield 46
        stage.face("coraline", Facing.LEFT)
        yield from stage.say("open")
        stage.camera_back()
    stage.goal("drive")
    stage.keep()
    if session.find("other_mother"):
        entity = stage.body("other_mother")
        at = stage.at("other_mother")
        yield from stage.go(entity, stage.way(at, home, entity), 84.0, is_watched=False)
        stage.face("other_mother", Facing.DOWN)


# ---------------------------------------------------------------- the drive


def _gap(stage: Stage) -> float:
    return (stage.at(BEAT) - stage.at("coraline")).length


def _meet(stage: Stage) -> Script:
    """He waves till she has come; then he tells her who made him quiet."""
    session = stage.session
    look_at = stage.at(BEAT)
    yield lambda: session.is_free
    with stage.scene():
        yield 40
        stage.camera(look_at + Vec(0, -20), 5.0)
        yield 50
        yield from stage.pose(BEAT, "wave", 64)
        stage.camera_back()
    yield from stage.pose(BEAT, "wave")
    yield lambda: session.is_free and _gap(stage) < MEET_PX
    with stage.scene():
        stage.rest(BEAT)
        beside = stage.at(BEAT) + Vec(-26, 34)
        yield from stage.walk("coraline", beside)
        stage.face("coraline", BEAT)
        stage.face(BEAT, "coraline")
        yield from stage.say("meet")
    stage.set("wybie_drawn")
    stage.keep()
    yield 2


# ---------------------------------------------------------------- the games


def _play(stage: Stage, part: str) -> Script:
    """One of the four: he goes to its place and shows her; it is over when it is won, or when she has gone."""
    session = stage.session
    is_throw = part in ("throw", "slide")
    ground = THROWING if is_throw else ring_box(session).grown(RING_GROWN)
    if is_throw:
        yield from _goes(stage, "wybie_games" if "wybie_games" in session.room.spots else Vec(1228, 832))
    else:
        yield from _goes(stage, "wybie_throws")
    stage.goal("throw" if is_throw else "dodge")
    yield lambda: session.is_free and (ground.holds(session.place.x, session.place.y) or _gap(stage) < COME_PX)
    if part in ("throw", "dodge") and not stage.flag(f"taught_by_him_{part}"):
        stage.face(BEAT, "coraline")
        yield from stage.say(f"teach_{part}")
        stage.set(f"taught_by_him_{part}")
        stage.teach(part)
    act = Garden(
        part=part,
        wybie=stage.body(BEAT),
        line=session.room.spots["throw_line"].box,
        ground=ground,
        ring=session.room.paths["dodge_ring"].points,
    )
    session.act = act
    while not act.is_over and session.act is act:
        yield None
        yield from _remarks(stage, act)
    if act.result == "done":
        yield 30
        stage.sound("chore_done")
        stage.face(BEAT, "coraline")
        yield from stage.pose(BEAT, "bow" if part in ("dodge", "both") else "clap", 48)
    stage.set(f"garden_{part}")
    session.story.notes[f"garden_{part}"] = act.result
    stage.keep()
    yield 2


def _remarks(stage: Stage, act: Garden) -> Script:
    """What he draws, once each, when the first ball hits or misses, when she is hit or is not. Nobody has to wait for it."""
    session = stage.session
    if not session.is_free:
        return
    for said, is_so in (
        ("throw_hit", act.starred[:1] == TARGETS[:1]),
        ("throw_hit_pumpkin", bool(act.starred) and act.starred[:1] != TARGETS[:1]),
        ("throw_miss", act.misses > 0 and act.part == "throw" and not act.starred),
        ("dodge_hit", act.felt > 0 and act.part == "dodge"),
        ("dodge_clean", act.dodged > 0 and act.part == "dodge"),
    ):
        if is_so and stage.once(f"drew_{said}"):
            words = session.content.words
            for n, key in enumerate(words.numbered(stage.key(said))):
                node = words.node(key)
                if isinstance(node, dict):
                    if n:
                        yield from _waits(act, 150)
                    who = node["who"]
                    session.cry_words(who, node["say"], key, stage.at("coraline" if who == "coraline" else BEAT))
            if act.starred:
                stage.set("drew_throw_hit")
                stage.set("drew_throw_hit_pumpkin")
            return


def _waits(act: Garden, ticks: int) -> Script:
    """So long, or until the game is over."""
    for _ in range(ticks):
        if act.is_over:
            return
        yield None


def ring_box(session: Session) -> Box:
    """The ring of white flowers, in px."""
    points = session.room.paths["dodge_ring"].points
    x0, x1 = min(p.x for p in points), max(p.x for p in points)
    y0, y1 = min(p.y for p in points), max(p.y for p in points)
    return Box(x0, y0, x1 - x0, y1 - y0)


def _goes(stage: Stage, where: str | Vec) -> Script:
    """He runs there; she may come when she likes."""
    session = stage.session
    entity = stage.body(BEAT)
    at, goal = stage.at(BEAT), stage.at(where)
    if (goal - at).length < 12:
        return
    session.space.haunt(entity, True)
    way = Follower(stage.way(at, goal, entity), "once", RUN_SPEED, 0)
    session.world.add(entity, way)
    for _ in range(60 + int(90 * (goal - at).length / RUN_SPEED)):
        if way.is_there:
            break
        yield None
    session.world.drop(entity, Follower)
    walker = session.world.get(entity, Walker)
    walker.wish_x = walker.wish_y = 0.0
    if not way.is_there:
        stage.bring(BEAT, goal)
    session.space.haunt(entity, False)
    stage.face(BEAT, "coraline")
    there = session.world.get(entity, Place)
    stage.bring(BEAT, Vec(there.x, there.y), there.facing)


# ---------------------------------------------------------------- gloves


def _talk(stage: Stage) -> Script:
    """He comes to her, wherever she is; two gloves, and what he has no mouth for."""
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        her = stage.at("coraline")
        side = -1 if her.x > stage.at(BEAT).x else 1
        goal = her + Vec(side * 38.0, 4)
        if (goal - stage.at(BEAT)).length < 900:
            yield from stage.walk(BEAT, goal, RUN_SPEED)
        else:
            stage.bring(BEAT, goal)
        stage.face(BEAT, "coraline")
        stage.face("coraline", BEAT)
        yield from stage.say("garden_talk")
        yield from stage.pose(BEAT, "shush", 40)
        yield from stage.choose("choice")
        yield 16
        yield from stage.say("end")
        attic = next(t.box.middle for t in session.room.things if t.name == "attic_stairs")
        stage.camera(attic + Vec(0, 60), 6.0)
        stage.sound("drum_roll", attic)
        yield 110
        stage.camera_back()
    yield 4


def bubbles(session: Session, entity: int) -> Script:
    """Talking to him: he draws, one thing at a time."""
    stage = Stage(session, BEAT)
    if session.act is not None and session.act.is_hushed:
        return
    keys = session.content.words.numbered(stage.key("idle"))
    turn = session.story.count("wybie_drew") - 1
    yield from stage.say("idle", only=(turn % len(keys) + 1,))


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "bubbles": bubbles,
    **{f"{beat}_other_wybie": bubbles for beat in (BEAT, "mouse_circus")},
}
