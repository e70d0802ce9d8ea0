"""soul_circus: cheese makes a flock of it, light makes rats of it, the stone tells which coat has a heart; then the ring runs out.

Flags, in their order: circus_rats_open, circus_rats_taught, circus_ribbon, circus_clasp, circus_bare (checkpoints after the last
four), circus_soul, runout_circus. Which coat it is stands in the count circus_coat.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator

from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script, Wait
from game.sim.acts import RatHunt, RunOut
from game.sim.acts.circus import move_furniture
from game.sim.acts.rats import COLOURS
from game.sim.acts.rats.hunt import OPTIONS
from game.sim.parts import Furniture, Look, Name, Person, Place, Walker
from game.sim.session import Session

BEAT = "soul_circus"
ATTIC, GROUNDS = "other/attic", "other/grounds"
LEAVES = (
    "circus_rats_open",
    "circus_rats_taught",
    "circus_ribbon",
    "circus_clasp",
    "circus_bare",
    "circus_soul",
)
PUZZLES = (("two", "circus_ribbon"), ("four", "circus_clasp"), ("five", "circus_bare"))
MARCH_TICKS = 32
BARK_TICKS = 1500
RUN_CRIES = ((9.5, 14.0, 1), (4.0, 14.0, 2), (20.0, 21.0, 3))
"""(x, y) in tiles where she cries the n-th thing on the run, at the latest."""


# ---------------------------------------------------------------- minds


def rats_wait(session: Session) -> None:
    """While somebody talks, the act does not tick: its rats sit."""
    if isinstance(session.act, RatHunt) and (session.talk is not None or session.panel is not None):
        session.act.rest(session)


def coats_march(session: Session) -> None:
    """Five coats on five pegs, left, left; those that hang open are at ease."""
    if session.room.name != ATTIC or "stone_given" not in session.story.flags:
        return
    act = session.act if isinstance(session.act, RatHunt) else None
    for i, colour in enumerate(COLOURS):
        entity = session.find(f"coat_{colour}")
        thing = session.world.find(entity, Furniture) if entity else None
        if thing is None:
            continue
        is_open = act is not None and (colour in act.tried or act.found == colour)
        is_at_ease = act is not None and (colour in act.cleared or colour not in OPTIONS.get(act.part, COLOURS))
        k = 0 if is_at_ease else (session.tick + i * 3) % MARCH_TICKS
        thing.prop = f"coat_{colour}_open" if is_open else f"coat_{colour}_march_{1 + k * 2 // MARCH_TICKS}"
        up = 0.0 if is_open else -2.0 * math.sin(math.pi * (k % (MARCH_TICKS // 2)) / (MARCH_TICKS // 2))
        move_furniture(session, entity, Vec(0.0, up))


def ribbon_found(session: Session) -> None:
    """What she says when she has taken it off its peg."""
    if (
        session.room.name == ATTIC
        and "ivy_ribbon" in session.story.items
        and session.is_free
        and ("circus_said_keepsake" not in session.story.flags)
    ):
        session.story.set("circus_said_keepsake")
        session.run("circus_keepsake")


MINDS = (rats_wait, coats_march, ribbon_found)


# ---------------------------------------------------------------- the beat


def soul_circus(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.flag("circus_soul"):
        yield from _run_out(stage)
        return
    if session.room.name != ATTIC:
        yield lambda: False
    if not stage.flag("circus_rats_open"):
        yield from _falls_apart(stage)
    if not stage.flag("circus_rats_taught"):
        yield from _teach(stage)
    for part, flag in PUZZLES:
        if not stage.flag(flag):
            yield from _puzzle(stage, part, flag)
    yield from _stands_up(stage)
    yield from _found(stage)
    yield from _run_out(stage)


def _keep(stage: Stage) -> Script:
    """A checkpoint, as soon as her hands are free: the beat goes on from there."""
    stage.keep()
    yield lambda: not stage.session.wants_checkpoint


def _begin(stage: Stage, part: str, right: str = "") -> RatHunt:
    session = stage.session
    act = RatHunt.of(session, part, right)
    session.act = act
    if part == "tall":
        stage.music("search", "heart_fast", "hunt")
    else:
        stage.music("circus_wall" if part == "away" else "circus")
    return act


def _mark(stage: Stage) -> Vec:
    return stage.session.room.spots["mark_centre"].box.middle


def _puppet(stage: Stage, at: Vec, facing: Facing = Facing.DOWN) -> int:
    """He, or his coat, for as long as the room lasts."""
    session = stage.session
    entity = session.bear(make_person(session, "other_bobinsky", at, facing, "none", is_ghost=True))
    session.world.get(entity, Person).turns_to_her = False
    session.world.add(entity, Name("other_bobinsky_coat"))
    session.names["other_bobinsky_coat"] = entity
    return entity


def _falls_apart(stage: Stage) -> Script:
    """He greets her, as far as he remembers it. Then he is rats."""
    session = stage.session
    yield lambda: session.is_free
    mark = _mark(stage)
    stage.music("circus_wall")
    with stage.scene():
        him = _puppet(stage, mark)
        yield from stage.pose("other_bobinsky_coat", "puppet", 1)
        yield from stage.together(
            stage.walk("coraline", mark + Vec(150, -40), 120), _look_at(stage, mark + Vec(70, -20), 60)
        )
        stage.face("coraline", "other_bobinsky_coat")
        yield from stage.say("open")
        yield 20
        stage.sound("hide_out", mark)
        session.bury(him)
        del session.names["other_bobinsky_coat"]
        act = _begin(stage, "away")
        _spill(session, act, mark)
        stage.shake(2.0, 20)
        yield 70
        yield from stage.say("teach_rats")
        act.flock.gather(session)
        yield 130
        yield from stage.say("flock")
        stage.camera_back()
    stage.set("circus_rats_open")
    act.flock.send_away(session)
    yield lambda: act.flock.mood == "hid"
    act.close(session)
    yield 2
    yield from _keep(stage)


def _spill(session: Session, act: RatHunt, at: Vec) -> None:
    """All of them out of one coat."""
    flock = act.flock
    for i, rat in enumerate(flock.rats):
        x, y = at.x + math.cos(i * 2.4) * (4 + i * 0.6), at.y + math.sin(i * 2.4) * (3 + i * 0.4)
        flock.out_of_hole(session, rat)
        session.space.move(rat.entity, x, y)
        place = session.world.get(rat.entity, Place)
        place.x, place.y, place.was_x, place.was_y, place.lift = x, y, x, y, 4.0 + (i % 7) * 7.0
    flock.become("stream")
    flock.scare(session, at, 140)


def _look_at(stage: Stage, at: Vec, ticks: int) -> Script:
    stage.camera(at, 3.0)
    yield ticks


def _teach(stage: Stage) -> Script:
    """Something that smells; then a lamp."""
    session = stage.session
    act = _begin(stage, "teach")
    act.flock.pour_out(session, Vec(620, 464))
    yield 60
    yield lambda: session.is_free
    yield from stage.say("bait")
    while not (act.splits > 0 or (session.is_free and _are_at_it(session, act))):
        if act.made:  # there is some in her hands
            stage.teach("throw")
        yield None
    yield from stage.say("light")
    yield lambda: act.splits > 0
    yield 80
    act.flock.split_left = max(act.flock.split_left, 60)
    yield lambda: session.is_free
    with stage.scene():
        for colour in ("green", "gold"):
            stage.camera(act.coats[colour] + Vec(-60, 0), 3.0)
            yield 55
        yield from stage.say("coats")
        stage.camera_back()
    stage.teach("stone")
    stage.set("circus_rats_taught")
    act.flock.send_away(session)
    yield lambda: act.flock.mood == "hid"
    act.close(session)
    yield 2
    yield from _keep(stage)


def _are_at_it(session: Session, act: RatHunt) -> bool:
    """Whether the first of them have come to the cheese."""
    at = act.bait_at(session)
    return at is not None and act.flock.near(session, at.x, at.y, 70) >= 5


def _puzzle(stage: Stage, part: str, flag: str) -> Script:
    """Two coats, four, five."""
    session = stage.session
    counts = session.story.counts
    key = f"circus_coat_{part}"
    options = OPTIONS[part]
    if key not in counts:
        counts[key] = 1 + session.fate.below(len(options))
    right = "" if part == "five" else options[counts[key] - 1]
    stage.goal("coats")
    act = _begin(stage, part, right)
    act.flock.pour_out(session, Vec(620, 464) if part == "two" else Vec(432, 464))
    if part == "four":
        _cry(stage, "trapeze", 1)
    told = 0
    while not act.found:
        if session.is_free and session.tick % BARK_TICKS == BARK_TICKS - 1:
            _bark(stage, act)
        if part == "four" and told < 2 and act.trapezes[0].swept > told and act.trapezes[0].swept % 2:
            told += 1
            _cry(stage, "trapeze", told + 1)
        yield None
    yield from _drops(stage, act, flag)


def _cry(stage: Stage, moment: str, n: int) -> None:
    key = f"beats.{BEAT}.{moment}.{n}"
    place = stage.session.place
    stage.session.cry("coraline", key, Vec(place.x, place.y))


def _bark(stage: Stage, act: RatHunt) -> None:
    session = stage.session
    turn = session.story.count("bark.hunt_circus") - 1
    n = (1, 3)[turn % 2]
    at = act.flock.middle(session)
    session.cry("narrator", f"barks.hunt_circus.{n}", at)


def _drops(stage: Stage, act: RatHunt, flag: str) -> Script:
    """The right one: what was in it falls out, and the rats are off home with the rest of it."""
    session = stage.session
    at = act.coats[act.found]
    yield lambda: session.talk is None
    with stage.scene():
        stage.camera(at, 4.0)
        stage.sound("soul_near", at)
        stage.sound("chime_small", at)
        yield 50
        stage.set(flag)
        stage.sound("rats_turn", at)
        yield 40
        stage.camera_back()
    yield lambda: act.flock.mood == "hid"
    act.close(session)
    yield 2
    yield from _keep(stage)


# ---------------------------------------------------------------- the tall one


def _stands_up(stage: Stage) -> Script:
    session = stage.session
    stage.goal("tall")
    act = _begin(stage, "tall")
    assert act.man is not None
    man = act.man
    mark = _mark(stage)
    if stage.once("circus_stood_up"):
        yield lambda: session.is_free
        with stage.scene():
            stage.camera(mark + Vec(0, -40), 3.0)
            yield lambda: man.state not in ("come", "rise")
            session.cry("other_bobinsky", "barks.hunt_circus.2", Vec(man.x, man.y - 100))
            yield 60
            stage.camera_back()
    hurt, lit = 3, False
    while not act.taken:
        if (
            man.lights == 1
            and man.state in ("eat", "stalk", "recover")
            and not lit
            and stage.once(f"circus_half_{man.left}")
        ):
            session.cry("coraline", f"beats.{BEAT}.half.{1 + (3 - man.left) % 2}", Vec(man.x, man.y - 90))
        lit = man.lights == 1
        if man.left < hurt:
            hurt = man.left
            session.cry("other_bobinsky", "barks.other_bobinsky.1", Vec(man.x, man.y - 80))
        yield None


def _found(stage: Stage) -> Script:
    """A coat on the floor, and what somebody wanted."""
    session = stage.session
    act = session.act
    at = Vec(act.man.x, act.man.y) if isinstance(act, RatHunt) and act.man else _mark(stage)
    yield lambda: session.talk is None
    stage.music("void")
    session.gaze = None
    with stage.scene():
        side = 40 if session.place.x >= at.x else -40
        yield from stage.walk("coraline", at + Vec(side * 0.7, 8), 90)
        _puppet(stage, at + Vec(-side * 0.7, -6), Facing.RIGHT if side > 0 else Facing.LEFT)
        look = session.world.get(session.find("other_bobinsky_coat"), Look)
        look.anim, look.ticks, look.mood = "puppet", 0, "held"
        stage.face("coraline", "other_bobinsky_coat")
        stage.camera(at + Vec(0, -20), 3.0)
        yield 40
        yield from stage.say("found")
        yield from stage.choose("choice")
        yield from stage.pose("coraline", "interact", 24)
        stage.sound("soul_collect", at)
        stage.music("st_soul")
        session.give("medal")
        if isinstance(act, RatHunt):
            act.bare = False
        stage.shake(2.0, 20)
        ghost = yield from _ivy(stage, at + Vec(side * 0.7 + (26 if side > 0 else -26), -14))
        yield from stage.say("soul")
        session.world.get(ghost, Look).is_hidden = True
        stage.sound("ghost_breath", at)
        yield from stage.say("end_bobinsky")
        yield from _folds(stage)
        stage.camera_back()
    if isinstance(act, RatHunt):
        act.close(session)
    stage.set("circus_soul")
    session.bury(ghost)
    yield 2
    yield from _keep(stage)


def _ivy(stage: Stage, at: Vec) -> Generator[Wait, None, int]:
    """She stands there, whole, for as long as it takes to say a name."""
    session = stage.session
    ghost = session.world.born(
        Place(at.x, at.y, at.x, at.y),
        Look("ghost_twin", "appear", mood="held"),
        Walker(is_ghost=True),
    )
    session.bear(ghost)
    session.world.add(ghost, Name("ghost_ivy"))
    session.names["ghost_ivy"] = ghost
    session.world.add(ghost, Person("ghost_ivy", "none", turns_to_her=False))
    look = session.world.get(ghost, Look)
    for anim, ticks in (("appear", 48), ("idle", 30), ("mend", 66)):
        look.anim, look.ticks = anim, 0
        for _ in range(ticks):  # it stays on its last picture
            look.ticks = min(look.ticks, ticks - 2)
            yield None
        if anim == "mend":
            look.sheet = "ghost_twin_mended"
    stage.sound("soul_near", at)
    look.anim, look.ticks = "talk", 0
    return ghost


def _folds(stage: Stage) -> Script:
    """The coat lies to attention."""
    session = stage.session
    entity = session.find("other_bobinsky_coat")
    if entity:
        stage.sound("hide_in", "other_bobinsky_coat")
        session.bury(entity)
        del session.names["other_bobinsky_coat"]
    yield 30


# ---------------------------------------------------------------- the ring runs out


def _run_out(stage: Stage) -> Script:
    session = stage.session
    if session.room.name not in (ATTIC, GROUNDS):
        yield lambda: False
    yield lambda: session.fade.amount < 0.5
    if not stage.flag("runout_circus"):
        with stage.scene():
            stage.sound("thread_pull")
            stage.shake(2.0, 40)
            yield 30
            yield from stage.say("crumble")
        stage.set("runout_circus")
    stage.goal("run")
    stage.music("chase", "base", "drive")
    act = RunOut(hunt="circus")
    session.act = act
    cried = 0
    while not act.is_over:
        if session.room.name == ATTIC and cried < len(RUN_CRIES):
            x, y, n = RUN_CRIES[cried]
            if math.hypot(session.place.x / 32 - x, session.place.y / 32 - y) < 3.0:
                cried += 1
                _cry(stage, "run_1", n)
        yield None
    stage.music("")
    stage.sound("world_unravel")
    yield 30
    yield lambda: session.is_free
    yield from stage.say("done")
    if session.story.counts.get("souls", 0) == 0:
        stage.set("order_circus_first")
    session.story.set("runout_circus", False)


# ---------------------------------------------------------------- what one can do in the ring


def open_coat(session: Session, entity: int) -> Script:
    """Left, left, and open."""
    stage = Stage(session, BEAT)
    act, name = session.act, session.world.get(entity, Name).name
    how = act.open_coat(session, name.removeprefix("coat_")) if isinstance(act, RatHunt) else "none"
    if how in ("none", "open"):
        session.look("coat_open" if how == "open" else "coat")
        yield lambda: session.talk is None
    elif how == "wrong":
        stage.sound("theatre_applause", "coraline", 0.7)
        if stage.once("circus_wrong_coat"):
            yield 20
            yield lambda: session.is_free
            yield from stage.say("wrong_coat")


def turn_lamp(session: Session, entity: int) -> Script:
    act, name = session.act, session.world.get(entity, Name).name
    if not isinstance(act, RatHunt):
        session.look("ring_lamp")
        yield lambda: session.talk is None
    elif not act.turn(session, name.removeprefix("lamp_")):
        Stage(session, BEAT).sound("ui_error", gain=0.5)


def take_cheese(session: Session, entity: int) -> Script:
    act = session.act
    if not isinstance(act, RatHunt) or act.part == "away":
        session.look("cheese_crate")
        yield lambda: session.talk is None
    elif not act.give_cheese(session):
        Stage(session, BEAT).sound("ui_error", gain=0.5)


def say_keepsake(session: Session, entity: int) -> Script:
    yield from Stage(session, BEAT).say("keepsake")


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: soul_circus}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "circus_coat": open_coat,
    "circus_lamp": turn_lamp,
    "circus_cheese": take_cheese,
    "circus_keepsake": say_keepsake,
}
STARTS = {
    BEAT: Start(ATTIC, "from_grounds", LEAVES, ("adder_stone", "key", "doll", "note"), ("game_proposed",)),
}
