"""soul_house: strings drag the Other Father after her. Wound round the house until he can be still, he says where the pen is.

Kitchen (one thing to wind him round), study (two), music room (four, and she who pulls feels for the slack), the parents' room (one
of the posts is painted), then the Long String round half a floor, under needles. The pen is in his drawing board, downstairs;
with it the house comes undone: up the stairs, through the rooms above, down through her own floor, along the hall.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch09_game.house_rooms import (
    BEAT,
    DOWN,
    FATHER,
    ROOMS,
    UP,
    Tangle,
    area_of,
    dismiss,
    let_down,
    remember,
    tie_as_left,
)
from game.content.beats.ch09_game.house_run import run_out, soul
from game.content.beats.verbs import Stage, Start
from game.core.geometry import TILE, Box, Vec
from game.core.script import Running, Script
from game.sim.acts import Strings
from game.sim.parts import Place, Stone
from game.sim.session import Session
from game.sim.systems.reveal import stone_sees

OPENS_TICKS = 30
MUTTER_TICKS, LEAD_TICKS = 300, 330
LEAVES = (*(room.flag for room in ROOMS), "house_opened", "house_up", "house_told", "house_pen")


def soul_house(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.flag("runout_house"):
        yield from run_out(stage)
        return
    if not stage.flag("house_opened"):
        yield from _open(stage)
    if session.room.name == UP and stage.flag("house_music"):
        _arrive_up(stage)
    _where_next(stage)
    for room in ROOMS:
        if room.map == session.room.name and not stage.flag(room.flag) and _is_next(stage, room):
            yield from _tangle(stage, room)
            _where_next(stage)
    if stage.flag("house_long") and session.room.name == UP and not stage.flag("house_told"):
        yield from _ask(stage)
    stage.music("search", "heart")
    if stage.flag("house_told") and session.room.name == UP and not isinstance(session.act, Strings):
        tie_as_left(stage)
    yield lambda: stage.flag("house_pen")
    yield from soul(stage)
    yield from run_out(stage)


def _is_next(stage: Stage, room: Tangle) -> bool:
    """Whether everything before this room is done."""
    before = ROOMS[: ROOMS.index(room)]
    return all(stage.flag(r.flag) for r in before)


def _where_next(stage: Stage) -> None:
    """The journal says where he will be next."""
    if stage.flag("house_told"):
        stage.goal("pen")
        return
    room = next((r for r in ROOMS if not stage.flag(r.flag)), None)
    if room is not None and room is not ROOMS[0]:
        stage.goal("stairs" if room.key == "parents" and stage.session.room.name == DOWN else room.key)


def _open(stage: Stage) -> Script:
    """The kitchen. He comes down into it."""
    stage.music("search", "heart")
    with stage.scene():
        yield OPENS_TICKS
        yield from stage.say("open", (1,))
        act = let_down(stage, ROOMS[0])
        stage.camera(act.home, 3.0)
        yield lambda: act.part == "drag"
        yield 14
        yield from stage.say("open", (2,))
        stage.camera_back()
    stage.set("house_opened")


def _arrive_up(stage: Stage) -> None:
    """Upstairs for the first time: the steps behind her are whole again, they have had their fun."""
    stage.set("house_up")


# ---------------------------------------------------------------- a room


def _tangle(stage: Stage, room: Tangle) -> Script:
    """Until he is still. She may walk out of it, and come in again."""
    session = stage.session
    act = session.act if isinstance(session.act, Strings) and session.act.hook == stage.at(f"hook_{room.key}") else None
    if act is None:
        area = (room.starts or area_of(session, room)).grown(-10)
        yield lambda: area.holds(session.place.x, session.place.y) and session.is_free
        act = let_down(stage, room)
    stage.music("search", "heart", "hunt")
    talk = Running(_says(stage, room, act))
    while act.part != "still":
        yield None
        talk.tick()
        if session.act is not act:  # something else went before; he is let down anew
            act = let_down(stage, room)
    talk.stop()
    stage.music("search", "heart")
    yield 8
    if room.key != "long":
        with stage.scene():
            yield from _still(stage, room, act)
    stage.set(room.flag)
    if room.key == "long":
        remember(session, act)
        return
    stage.keep()
    yield lambda: not session.wants_checkpoint


def _says(stage: Stage, room: Tangle, act: Strings) -> Script:
    """What is said on the way, when it is seen."""
    session = stage.session
    if room.key == "kitchen":
        yield lambda: act.part == "drag"
        if not stage.flag("house_saw_strings"):
            stage.teach("stone")
        yield lambda: stage.flag("house_saw_strings") or _sees_him(session)
        if stage.once("house_saw_strings"):
            _mutters(session, "teach_strings")
            yield LEAD_TICKS
            _mutters(session, "lead")
    if room.key == "long":
        yield lambda: act.part == "drag"
        if stage.once("house_long_said"):
            _mutters(session, "long")
        yield lambda: len(act.held_by) == len(act.must) - 1
        if stage.once("house_nearly"):
            session.cry("other_father", f"beats.{BEAT}.strings_3.1", stage.at(FATHER))


def _mutters(session: Session, moment: str) -> None:
    """What she says without stopping."""
    place = session.place
    session.cry("coraline", f"beats.{BEAT}.{moment}.1", Vec(place.x, place.y), MUTTER_TICKS)


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
    dismiss(stage.session)


# ---------------------------------------------------------------- the ask


def _ask(stage: Stage) -> Script:
    """He stands in the landing, tied to half a house, and is asked."""
    session = stage.session
    if not isinstance(session.act, Strings):
        tie_as_left(stage)
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
    if session.room.name not in (DOWN, UP) or not story.has_begun(BEAT) or BEAT in story.done or not session.is_free:
        return
    place = session.place
    if "silas_stamp" in story.items and "house_stamp_kept" not in story.flags:  # whatever comes, she has it
        story.set("house_stamp_kept")
        session.wants_checkpoint = True
    if "silas_bottle" in story.items and "house_bottle_read" not in story.flags:
        story.set("house_bottle_read")
        session.run("house_keepsake")
        session.wants_checkpoint = True
    for room, flag, script, when, by_stone, box in NOTICES:
        if room != session.room.name or (by_stone and not session.world.get(session.hero, Stone).is_up):
            continue
        if flag not in story.flags and story.holds(when) and box.holds(place.x, place.y):
            story.set(flag)
            session.run(script)
            return


NOTICES = (
    (
        DOWN,
        "house_doors_said",
        "house_doors",
        "house_kitchen,!house_study",
        True,
        Box(5 * TILE, 15 * TILE, 16 * TILE, 3 * TILE),
    ),
    (
        DOWN,
        "house_stairs_said",
        "house_stairs",
        "house_music,!house_up",
        False,
        Box(35 * TILE, 8 * TILE, 9 * TILE, 4 * TILE),
    ),
    (
        UP,
        "house_beds_said",
        "house_beds",
        "house_up,!runout_house",
        True,
        Box(24 * TILE, 4 * TILE, 14 * TILE, 6 * TILE),
    ),
    (UP, "house_beds_said", "house_beds", "house_up,!runout_house", True, Box(0, 4 * TILE, 15 * TILE, 6 * TILE)),
)
"""Map, flag, script, when, whether only with the stone up, and where."""


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
