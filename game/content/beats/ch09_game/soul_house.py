"""soul_house: strings drag the Other Father after her. Wound round the house until he can be still, he says where the pen is.

Kitchen (one thing to wind him round), study (two), music room (four, and she who pulls feels for the slack), the parents' room (one
of the posts is painted), then the Long String round half a floor, under needles. The pen is in his drawing board, downstairs;
with it the house comes undone: up the stairs, through the rooms above, down through her own floor, along the hall.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import TILE, Box, Facing, Vec
from game.core.script import Running, Script
from game.core.taut import Bend, Corner
from game.sim.acts import RunOut, Strings
from game.sim.acts.strings import LIFT_PX, Needles
from game.sim.parts import Furniture, Look, Place, Solid
from game.sim.session import Session
from game.sim.systems.reveal import stone_sees

BEAT = "soul_house"
DOWN, UP = "other/flat_down", "other/flat_up"
FATHER = "father_dragged"
REST, THREAD = "house_rest", "house_thread"
"""Story.notes: where he stands tied in the end, and how the thread lies."""
OPENS_TICKS = 30
APPEAR_TICKS, MEND_TICKS, VANISH_TICKS = 56, 122, 46
CARDIGAN = "cardigan_leaf"
GOES_TICKS = 64
"""How long he is still there after the strings have let go."""
STORYBOOK_THREAD = 0.92
"""Of the thread, where the gentlest rules want less of it wound up."""


@dataclass(frozen=True)
class Tangle:
    """A room of his. Hook, home, door and the room of its strings are Spots named after ``key`` in the map.

    ``posts`` hold the thread, ``must`` have to, by ``turn`` degrees each; ``tiles`` of thread; ``tugs``: she feels for the slack;
    ``rows`` of needles.
    """

    key: str
    map: str
    posts: tuple[str, ...]
    must: tuple[str, ...]
    tiles: float
    turn: float
    tugs: bool = False
    rows: tuple[tuple[float, int], ...] = ()
    after: str = ""
    """The moment said when he is still."""
    starts: Box | None = None
    """Where she must be for him to be let down; None = anywhere in the room."""

    @property
    def flag(self) -> str:
        return f"house_{self.key}"


ROOMS = (
    Tangle(
        "kitchen",
        DOWN,
        ("dining_table", "chair_dinner_e", "chair_dinner_f", "tea_trolley"),
        ("dining_table",),
        20.0,
        130.0,
        after="strings_1",
    ),
    Tangle(
        "study", DOWN, ("post_table", "post_lectern"), ("post_table", "post_lectern"), 20.0, 150.0, after="strings_2"
    ),
    Tangle(
        "music",
        DOWN,
        ("harp", "post_stand_a", "post_stand_b", "post_stand_c", "drawing_board", "lamp_table_father"),
        ("harp", "post_stand_a", "post_stand_b", "post_stand_c"),
        33.0,
        60.0,
        tugs=True,
        after="strings_2",
    ),
    Tangle("parents", UP, ("post_a", "post_b", "big_bed", "screen_par", "hats_par"), ("post_a", "post_b"), 24.0, 150.0),
    Tangle(
        "long",
        UP,
        ("house_w", "house_e", "house_n"),
        ("house_w", "house_e", "house_n"),
        52.0,
        40.0,
        tugs=True,
        rows=((20.5, 1), (33.5, -1)),
        starts=Box(16 * TILE, 14 * TILE, 22 * TILE, 4 * TILE),
    ),
)
LEAVES = (*(room.flag for room in ROOMS), "house_opened", "house_up", "house_told", "house_pen")


def soul_house(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.flag("runout_house"):
        yield from _run(stage)
        return
    if not stage.flag("house_opened"):
        yield from _open(stage)
    if session.room.name == UP and stage.flag("house_music"):
        _arrive_up(stage)
    for room in ROOMS:
        if room.map == session.room.name and not stage.flag(room.flag) and _is_next(stage, room):
            yield from _tangle(stage, room)
    if stage.flag("house_long") and session.room.name == UP and not stage.flag("house_told"):
        yield from _ask(stage)
    stage.music("search", "heart")
    if stage.flag("house_told") and session.room.name == UP and not isinstance(session.act, Strings):
        _tied(stage)
    yield lambda: stage.flag("house_pen")
    yield from _soul(stage)
    yield from _run(stage)


def _is_next(stage: Stage, room: Tangle) -> bool:
    """Whether everything before this room is done."""
    before = ROOMS[: ROOMS.index(room)]
    return all(stage.flag(r.flag) for r in before)


def _open(stage: Stage) -> Script:
    """The kitchen. He comes down into it."""
    stage.music("search", "heart")
    with stage.scene():
        yield OPENS_TICKS
        yield from stage.say("open", (1,))
        act = _begin(stage, ROOMS[0])
        stage.camera(act.home, 3.0)
        yield lambda: act.part == "drag"
        yield 14
        yield from stage.say("open", (2,))
        stage.camera_back()
    stage.set("house_opened")


def _arrive_up(stage: Stage) -> None:
    """Upstairs for the first time: the steps behind her are whole again, they have had their fun."""
    if stage.once("house_up"):
        stage.session.run("house_beds")


# ---------------------------------------------------------------- a room


def _begin(stage: Stage, room: Tangle) -> Strings:
    """Lets him down into it."""
    session = stage.session
    home = stage.at(f"home_{room.key}")
    _dismiss(session)
    entity = session.bear(make_person(session, "other_father", home, Facing.DOWN, "none", is_ghost=True))
    session.world.find(entity, Place).lift = LIFT_PX  # type: ignore[union-attr]
    session.world.get(entity, Look).is_hidden = True
    session.names[FATHER] = entity
    thread = room.tiles * TILE * (STORYBOOK_THREAD if session.rules.difficulty == "storybook" else 1.0)
    act = Strings(
        who=FATHER,
        hook=stage.at(f"hook_{room.key}"),
        home=home,
        door=stage.at(f"door_{room.key}"),
        area=_area(session, room),
        posts=tuple((name, box) for name in room.posts for box in _boxes(session, name)),
        must=room.must,
        turn=room.turn,
        long_px=thread,
        tugs=room.tugs,
        needles=[Needles(x * TILE, way, since=-40 * i) for i, (x, way) in enumerate(room.rows)],
    )
    session.act = act
    return act


def _area(session: Session, room: Tangle) -> Box:
    return session.room.spots[f"strings_{room.key}"].box


def _boxes(session: Session, name: str) -> tuple[Box, ...]:
    """What of a thing stands in the way: its solids, or the box of a Spot."""
    spot = session.room.spots.get(name)
    if spot is not None:
        return (spot.box,)
    entity = session.find(name)
    solid = session.world.find(entity, Solid) if entity else None
    if solid is not None:
        return solid.boxes
    return next((t.solids for t in session.room.things if t.name == name), ())


def _dismiss(session: Session) -> None:
    """He is gone from the room."""
    entity = session.names.pop(FATHER, 0)
    if entity:
        session.bury(entity)
    session.space.leashes.pop(FATHER, None)


def _tangle(stage: Stage, room: Tangle) -> Script:
    """Until he is still. She may walk out of it, and come in again."""
    session = stage.session
    act = session.act if isinstance(session.act, Strings) and session.act.hook == stage.at(f"hook_{room.key}") else None
    if act is None:
        area = (room.starts or _area(session, room)).grown(-10)
        yield lambda: area.holds(session.place.x, session.place.y) and session.is_free
        act = _begin(stage, room)
    stage.music("search", "heart", "hunt")
    talk = Running(_says(stage, room, act))
    while act.part != "still":
        yield None
        talk.tick()
        if session.act is not act:  # something else went before; he is let down anew
            act = _begin(stage, room)
    talk.stop()
    stage.music("search", "heart")
    yield 8
    if room.key != "long":
        with stage.scene():
            yield from _still(stage, room, act)
    stage.set(room.flag)
    if room.key == "long":
        _remember(session, act)
        return
    stage.keep()
    yield lambda: not session.wants_checkpoint


def _remember(session: Session, act: Strings) -> None:
    """How he stands there is for good."""
    notes = session.story.notes
    notes[REST] = f"{act.taut.end_x:.1f} {act.taut.end_y:.1f}"
    notes[THREAD] = ";".join(f"{b.corner.x:.1f} {b.corner.y:.1f} {b.corner.post} {b.side}" for b in act.taut.bends)


def _rest(session: Session) -> Vec:
    x, y = map(float, session.story.notes[REST].split())
    return Vec(x, y)


def _tied(stage: Stage) -> Strings:
    """As he was left."""
    session = stage.session
    act = _begin(stage, ROOMS[-1])
    at = _rest(session)
    act.begin("still")
    act.lead = at
    act.taut.end_x, act.taut.end_y = at.x, at.y
    for word in filter(None, session.story.notes[THREAD].split(";")):
        x, y, post, side = word.split()
        act.taut.bends.append(Bend(Corner(float(x), float(y), post), int(side)))
    act.held_by = act.must
    leash = act.leash(session)
    leash.put(at.x, at.y)
    entity = session.find(FATHER)
    place = session.world.get(entity, Place)
    place.x, place.y, place.lift = at.x, at.y, 0.0
    place.was_x, place.was_y = at.x, at.y
    session.space.move(entity, at.x, at.y)
    look = session.world.get(entity, Look)
    look.is_hidden, look.anim, look.mood = False, "tangled", "held"
    return act


def _says(stage: Stage, room: Tangle, act: Strings) -> Script:
    """What is said on the way, when it is seen."""
    session = stage.session
    if room.key == "kitchen":
        yield lambda: act.part == "drag"
        if not stage.flag("house_saw_strings"):
            stage.teach("stone")
        yield lambda: stage.flag("house_saw_strings") or _sees_him(session)
        if stage.once("house_saw_strings"):
            yield from stage.say("teach_strings")
            yield from stage.say("lead")
    if room.key == "long":
        yield lambda: len(act.held_by) >= 2
        if stage.once("house_nearly"):
            session.cry("other_father", f"beats.{BEAT}.strings_3.1", stage.at(FATHER))


def _sees_him(session: Session) -> bool:
    place = session.world.find(session.find(FATHER), Place)
    return place is not None and (
        stone_sees(session, place.x, place.y - 20) or stone_sees(session, place.x, place.y - 44)
    )


def _still(stage: Stage, room: Tangle, act: Strings) -> Script:
    """He says what he can while she who pulls looks for the end of her thread; then he is hauled out of the room."""
    stage.face("coraline", FATHER)
    stage.camera(stage.at(FATHER), 3.0)
    yield 16
    if room.after:
        yield from stage.say(room.after)
    stage.sound("unpick", FATHER)
    yield 12
    act.begin("up")
    yield lambda: act.part == "gone"
    stage.camera_back()
    stage.session.act = None
    _dismiss(stage.session)


# ---------------------------------------------------------------- the ask


def _ask(stage: Stage) -> Script:
    """He stands in the landing, tied to half a house, and is asked."""
    session = stage.session
    if not isinstance(session.act, Strings):
        _tied(stage)
        yield 20
    with stage.scene():
        stage.face("coraline", FATHER)
        yield from stage.say("tangled")
        yield from stage.choose("choice")
        session.meet("other_father")
    stage.set("house_told")
    stage.goal("pen")
    stage.keep()


def take_pen(session: Session, entity: int) -> Script:
    """Under the iris, where only the stone finds it."""
    stage = Stage(session, BEAT)
    with stage.scene():
        stage.sound("paper_peel")
        yield from stage.pose("coraline", "interact", 20)
        session.give("pen")
        stage.sound("soul_near")
        yield 20
    stage.set("house_pen")


def keepsake(session: Session, entity: int) -> Script:
    """A bottle that is only there for who looks."""
    stage = Stage(session, BEAT)
    yield 20
    yield from stage.say("keepsake")


def beds(session: Session, entity: int) -> Script:
    stage = Stage(session, BEAT)
    yield 40
    yield from stage.say("beds")


def doors(session: Session, entity: int) -> Script:
    stage = Stage(session, BEAT)
    yield from stage.say("doors")


def stairs(session: Session, entity: int) -> Script:
    stage = Stage(session, BEAT)
    yield from stage.say("stairs")


def notices(session: Session) -> None:
    """What she says when she comes by."""
    story = session.story
    if session.room.name != DOWN or not story.has_begun(BEAT) or BEAT in story.done or not session.is_free:
        return
    place = session.place
    if "silas_bottle" in story.items and "house_bottle_read" not in story.flags:
        story.set("house_bottle_read")
        session.run("house_keepsake")
    for flag, script, when, box in NOTICES:
        if flag not in story.flags and story.holds(when) and box.holds(place.x, place.y):
            story.set(flag)
            session.run(script)
            return


NOTICES = (
    ("house_doors_said", "house_doors", "house_kitchen,!house_study", Box(5 * TILE, 15 * TILE, 16 * TILE, 3 * TILE)),
    ("house_stairs_said", "house_stairs", "house_music,!house_up", Box(35 * TILE, 8 * TILE, 9 * TILE, 4 * TILE)),
)


# ---------------------------------------------------------------- the soul, and out


def _soul(stage: Stage) -> Script:
    session = stage.session
    here = Vec(session.place.x, session.place.y)
    with stage.scene():
        stage.music("st_soul")
        stage.sound("soul_collect")
        yield 30
        ghost = session.bear(make_person(session, "ghost_boy", here + Vec(40, -6), Facing.LEFT, "none", is_ghost=True))
        session.names["ghost_silas"] = ghost
        look = session.world.get(ghost, Look)
        stage.face("coraline", Facing.RIGHT)
        yield from _shown(look, "appear", APPEAR_TICKS)
        yield from stage.say("soul", (1,))
        stage.sound("unpick", here)
        yield from _shown(look, "mend", MEND_TICKS)
        look.sheet, look.anim, look.mood = "ghost_boy_mended", "idle", ""
        stage.sound("soul_near")
        yield from stage.say("soul", (2, 3))
        session.meet("silas")
        yield from _shown(look, "vanish", VANISH_TICKS)
        session.bury(ghost)
        session.names.pop("ghost_silas", None)
        stage.shake(5.0, 60)
        stage.sound("world_unravel")
        yield 30
        yield from stage.say("crumble")
    stage.set("runout_house")
    stage.keep()
    yield lambda: not session.wants_checkpoint


def _shown(look: Look, anim: str, ticks: int) -> Script:
    look.anim, look.ticks, look.is_once, look.mood = anim, 0, False, "held"
    yield ticks


def _run(stage: Stage) -> Script:
    """Up, round, down and along."""
    session = stage.session
    stage.goal("run")
    stage.music("chase", "base", "drive")
    act = RunOut(hunt="house")
    session.act = act
    if session.room.name == UP:
        yield from _run_up(stage, act)
        return
    end = session.room.spots["runout_house_end"].box
    if stage.flag("house_leapt"):
        _cry_once(stage, 3)
    yield lambda: end.holds(session.place.x, session.place.y)
    yield from _over(stage)


def _run_up(stage: Stage, act: RunOut) -> Script:
    session = stage.session
    _cry_once(stage, 1)
    hole = session.room.spots["leap_house"].box
    is_there = not stage.flag("house_father_gone")
    if is_there:
        _tied(stage)
        session.act = act
    else:
        _cardigan(session)
    goes = 0
    while not hole.holds(session.place.x, session.place.y) or not session.is_free:
        if session.place.y > 13.6 * TILE and session.place.x < 24 * TILE:
            _cry_once(stage, 2)
            if is_there:
                is_there = False
                stage.set("house_father_gone")
                session.cry("other_father", f"beats.{BEAT}.father_end.1", _rest(session))
                stage.sound("thread_pull", _rest(session))
                session.world.get(session.find(FATHER), Look).anim = "still"
                goes = GOES_TICKS
        if goes:
            goes -= 1
            if goes == 0:
                stage.sound("cloth_turn", _rest(session))
                _dismiss(session)
                _cardigan(session)
        yield None
    stage.set("house_leapt")
    with stage.scene():
        place = session.place
        stage.sound("edge_gone")
        goal = stage.at("leap_house")
        start = Vec(place.x, place.y)
        for n in range(1, 15):
            k = n / 14
            at = start + (goal - start) * k
            session.space.move(session.hero, at.x, at.y)
            place.lift = 16.0 * 4 * k * (1 - k)
            yield None
        yield from stage.leave(DOWN, "cp_kitchen")


def _cardigan(session: Session) -> None:
    """Where he stood."""
    at = _rest(session)
    if not session.ruin.is_gone(at.x, at.y):
        box = Box(at.x - 13, at.y - 16, 26, 21)
        session.world.born(Place(at.x, at.y, at.x, at.y), Furniture(0, CARDIGAN, box, at.y, False, True))


def _cry_once(stage: Stage, n: int) -> None:
    if stage.once(f"house_cried_{n}"):
        place = stage.session.place
        stage.session.cry("coraline", f"beats.{BEAT}.run_1.{n}", Vec(place.x, place.y))


def _over(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        session.act = None
        stage.music("void")
        stage.face("coraline", Facing.LEFT)
        yield 50
        yield from stage.say("father_end", (2,))
        yield from stage.say("done")
    session.story.set("runout_house", False)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: soul_house}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "take_pen": take_pen,
    "house_keepsake": keepsake,
    "house_beds": beds,
    "house_doors": doors,
    "house_stairs": stairs,
}
MINDS: tuple[Callable[[Session], None], ...] = (notices,)
STARTS: dict[str, Start] = {BEAT: Start(DOWN, "from_passage", LEAVES, ("adder_stone",))}
