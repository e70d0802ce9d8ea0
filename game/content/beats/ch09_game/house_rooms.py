"""Hunt A's rooms as numbers: what holds the thread, how long it is; how he is let into one, or left tied in the last."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import TILE, Box, Facing, Vec
from game.core.taut import Bend, Corner
from game.sim.acts import Strings
from game.sim.acts.needles import Needles
from game.sim.acts.strings import LIFT_PX
from game.sim.parts import Look, Place, Solid
from game.sim.session import Session

BEAT = "soul_house"
DOWN, UP = "other/flat_down", "other/flat_up"
FATHER = "father_dragged"
REST, THREAD = "house_rest", "house_thread"
"""Story.notes: where he stands tied in the end, and how the thread lies."""
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
    gentle: tuple[str, ...] = ()
    """Those that have to where the rules are gentlest; empty = the same."""
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
        after="strings_4",
    ),
    Tangle(
        "parents",
        UP,
        ("post_a", "post_b", "big_bed", "screen_par", "hats_par"),
        ("post_a", "post_b"),
        24.0,
        150.0,
        after="strings_5",
    ),
    Tangle(
        "long",
        UP,
        ("house_se", "house_ne", "house_nw", "house_sw", "house_n"),
        ("house_se", "house_ne", "house_nw", "house_sw"),
        48.0,
        34.0,
        tugs=True,
        rows=((33.5, -1), (20.5, 1)),
        gentle=("house_ne", "house_nw"),
        starts=Box(16 * TILE, 14 * TILE, 22 * TILE, 4 * TILE),
    ),
)


def let_down(stage: Stage, room: Tangle) -> Strings:
    """Lets him down into it."""
    session = stage.session
    home = stage.at(f"home_{room.key}")
    dismiss(session)
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
        area=area_of(session, room),
        posts=tuple((name, box) for name in room.posts for box in boxes_of(session, name)),
        must=room.gentle if room.gentle and session.rules.difficulty == "storybook" else room.must,
        turn=room.turn,
        long_px=thread,
        tugs=room.tugs,
        needles=[Needles(x * TILE, way, since=-40 * i) for i, (x, way) in enumerate(room.rows)],
    )
    session.act = act
    return act


def area_of(session: Session, room: Tangle) -> Box:
    return session.room.spots[f"strings_{room.key}"].box


def boxes_of(session: Session, name: str) -> tuple[Box, ...]:
    """What of a thing stands in the way: its solids, or the box of a Spot."""
    spot = session.room.spots.get(name)
    if spot is not None:
        return (spot.box,)
    entity = session.find(name)
    solid = session.world.find(entity, Solid) if entity else None
    if solid is not None:
        return solid.boxes
    return next((t.solids for t in session.room.things if t.name == name), ())


def dismiss(session: Session) -> None:
    """He is gone from the room."""
    entity = session.names.pop(FATHER, 0)
    if entity:
        session.bury(entity)
    session.space.leashes.pop(FATHER, None)


def remember(session: Session, act: Strings) -> None:
    """How he stands there is for good."""
    notes = session.story.notes
    notes[REST] = f"{act.taut.end_x:.1f} {act.taut.end_y:.1f}"
    notes[THREAD] = ";".join(f"{b.corner.x:.1f} {b.corner.y:.1f} {b.corner.post} {b.side}" for b in act.taut.bends)


def rest_of(session: Session) -> Vec:
    x, y = map(float, session.story.notes[REST].split())
    return Vec(x, y)


def tie_as_left(stage: Stage) -> Strings:
    """As he was left."""
    session = stage.session
    act = let_down(stage, ROOMS[-1])
    at = rest_of(session)
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
