"""The one table: Tiled class -> maker. A class that is not in it is refused; see docs/maps.md for what each may say.

To add a kind of thing: write its maker here or in foes/, folk/, items/, props/, add a line to MAKERS and the class to
maps/pink_palace.tiled-project.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.foes.seekers import make_seeker, make_sewing_box
from game.content.folk.people import make_npc
from game.content.props.withered import is_withered, withered
from game.core.geometry import TILE, Box, Facing
from game.sim.parts import (
    DollSeat,
    DoorWay,
    Furniture,
    HidePlace,
    Lamp,
    Look,
    Pickup,
    Place,
    Pushable,
    Reach,
    Solid,
    TriggerArea,
)
from game.sim.room import Picture, Room, Thing
from game.sim.session import Session
from game.sim.systems.reveal import make_truth

Maker = Callable[[Session, Thing], int | None]

VERBS = {
    "signpost": "read",
    "doll_parcel": "open",
    "peel": "peel",
    "find_kettle": "open",
    "find_pan": "open",
    "find_irises": "open",
    "find_bulbs": "open",
    "put_kettle": "put_down",
    "put_pan": "put_down",
    "feel_draught": "listen",
    "small_door": "open",
    "touch_small_door": "open",
    "stuck_door": "brace",
    "lamp": "turn",
    "radio": "turn",
    "knock": "knock",
    "ring": "ring",
    "piano": "play",
    "breathe": "breathe",
    "shake_globe": "shake",
    "sit": "sit",
    "sit_lantern": "sit",
    "take_pen": "take",
    "clue_kettle": "look",
    "clue_page": "read",
    "clue_shoes": "look",
    "clue_snow": "look",
    "ring_wybie": "ring",
    "circus_coat": "open",
    "circus_lamp": "turn",
    "circus_cheese": "take",
    "put_globe": "put_down",
    "take_tray": "take",
    "take_cake": "take",
    "party_bed": "plant",
    "sit_story": "sit",
    "sleep_tonight": "sleep",
}
"""The word of the prompt where it is not "look"."""
NEEDS_ITEM = {"put_kettle": "kettle", "put_pan": "pan"}
"""What must be in her pockets for the prompt to say more than "look"."""
READABLE = {"page_nineteen", "calendar", "wastebasket", "bench", "signpost", "doormat", "bookcase"}
LONGEST_DROP_TILES = 4
"""How far below a hanging thing the floor may be at which one looks up at it."""


def make(session: Session, thing: Thing) -> int | None:
    """The entity a map object becomes; None for what is only a mark. Raises KeyError for an unknown class."""
    return MAKERS[thing.kind](session, thing)


def _nothing(session: Session, thing: Thing) -> int | None:
    return None


def _picture(session: Session, thing: Thing) -> Picture | None:
    return session.room.pictures.get(thing.gid) if thing.gid else None


def _furniture(session: Session, thing: Thing, hangs: bool) -> list[object]:
    picture = _picture(session, thing)
    if picture is None:
        return []
    flat, name, box = thing.flag("flat"), picture.prop, thing.box
    if is_withered(session):
        found = withered(thing, picture)
        if found is None:
            return []
        name, box = found
    return [Furniture(thing.gid, name, box, thing.foot.y, hangs, flat)]


def _reach_area(session: Session, thing: Thing, hangs: bool) -> Box:
    """Where a thing can be touched: its foot; a thing on a wall is reached from the floor below it."""
    if thing.solids:
        first = thing.solids[0]
        x0, y0 = min(s.x for s in thing.solids), min(s.y for s in thing.solids)
        x1, y1 = max(s.right for s in thing.solids), max(s.bottom for s in thing.solids)
        return Box(x0, y0, x1 - x0, y1 - y0) if len(thing.solids) > 1 else first
    box = thing.box
    if not thing.gid:
        return _down_to_floor(session, box)
    if hangs:
        return _down_to_floor(session, Box(box.x + 4, box.y, max(box.w - 8, 8), box.h))
    area = Box(box.x + box.w * 0.15, thing.foot.y - 10, box.w * 0.7, 12)
    stands_on_something = any(w.holds(thing.foot.x, thing.foot.y) for w in session.room.walls)
    return _down_to_floor(session, area) if stands_on_something else area


def _down_to_floor(session: Session, box: Box) -> Box:
    """The box, longer at its lower end until it touches floor that nobody stands a wall on."""
    x = box.middle.x
    y = box.bottom
    for _ in range(LONGEST_DROP_TILES * 4):
        if not any(w.holds(x, y) for w in session.room.walls):
            break
        y += TILE / 4
    return Box(box.x, box.y, box.w, max(y - box.y, box.h))


def _prop(session: Session, thing: Thing) -> int | None:
    hangs = thing.flag("hangs")
    parts: list[object] = [Place(thing.foot.x, thing.foot.y, thing.foot.x, thing.foot.y)]
    parts += _furniture(session, thing, hangs)
    if thing.solids and thing.flag("solid", True) and not hangs:
        parts.append(Solid(thing.solids))
    text, script = thing.text("text"), thing.text("interact")
    if script in ("", "look", "examine"):
        script = ""
    sound = thing.text("sound")
    if text or script or sound:
        verb = VERBS.get(script, "read" if text in READABLE else "look" if text else "listen")
        reach = Reach(_reach_area(session, thing, hangs), verb, text, script, sound)
        reach.item = NEEDS_ITEM.get(script, "")
        parts.append(reach)
    return session.world.born(*parts)


def _door(session: Session, thing: Thing) -> int | None:
    facing = Facing(thing.text("facing", "up"))
    parts: list[object] = [
        DoorWay(
            thing.box,
            map_name(session.room, thing.text("target_map")),
            thing.text("target_spawn"),
            thing.text("kind", "door"),
            facing,
            thing.text("needs"),
        )
    ]
    if thing.text("locked"):
        parts.append(Reach(_down_to_floor(session, thing.box), "open", thing.text("locked")))
    return session.world.born(*parts)


def map_name(room: Room, target: str) -> str:
    """ "../between/passage.tmx", as Tiled writes it, -> "between/passage"."""
    parts = room.name.split("/")[:-1]
    for part in target.removesuffix(".tmx").split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts[-2:])


def _trigger(session: Session, thing: Thing) -> int | None:
    on = thing.text("on", "enter")
    beat, script = thing.text("beat"), thing.text("script")
    area = TriggerArea(thing.box, on, beat, script, thing.text("set_flag"), thing.flag("once"))
    if on != "interact":
        return session.world.born(area)
    act = script or beat
    at = thing.box.middle
    reach = Reach(_down_to_floor(session, thing.box), VERBS.get(act, "look"), "", act)
    return session.world.born(Place(at.x, at.y, at.x, at.y), reach)


def _light(session: Session, thing: Thing) -> int | None:
    wide, high = thing.box.w, thing.box.h
    lamp = Lamp(
        radius=thing.number("radius", 96.0),
        tint=thing.text("tint", "#ffffffff"),
        energy=thing.number("energy", 0.6),
        is_soft=thing.text("falloff", "soft") == "soft",
        flicker=thing.number("flicker"),
        shadows=thing.flag("shadows"),
        stretch=wide / high if wide and high else 1.0,
    )
    at = thing.box.middle
    return session.world.born(Place(at.x, at.y, at.x, at.y), lamp)


def _push(session: Session, thing: Thing) -> int | None:
    foot = thing.solids[0] if thing.solids else Box(thing.box.x, thing.box.bottom - 20, thing.box.w, 20)
    if not thing.gid:
        foot = thing.box
    x, y = foot.middle.x, foot.bottom
    push = Pushable(
        thing.text("kind", "box"),
        foot.w,
        foot.h,
        thing.number("mass", 8.0),
        thing.number("friction", 0.6),
        thing.flag("carry"),
    )
    parts: list[object] = [Place(x, y, x, y), push]
    picture = _picture(session, thing)
    if picture is not None:
        parts.append(Furniture(thing.gid, picture.prop, thing.box, y))
    return session.world.born(*parts)


def _solid(session: Session, thing: Thing) -> int | None:
    """A wall that comes and goes with the story; those that always stand are in Room.walls."""
    return session.world.born(Solid((thing.box,))) if thing.text("if_flag") else None


def _hide(session: Session, thing: Thing) -> int | None:
    hangs = thing.flag("hangs")
    parts: list[object] = [Place(thing.foot.x, thing.foot.y, thing.foot.x, thing.foot.y)]
    parts.append(HidePlace(thing.text("kind", "bed"), Facing(thing.text("exit", "down"))))
    parts += _furniture(session, thing, hangs)
    if thing.solids:
        parts.append(Solid(thing.solids))
    text = thing.text("text")
    area = _reach_area(session, thing, hangs)
    parts.append(Reach(area, "look" if text else "hide", text, sound=thing.text("sound") if text else ""))
    return session.world.born(*parts)


def _item(session: Session, thing: Thing) -> int | None:
    pickup = Pickup(thing.text("item"), f"{session.room.name}/{thing.name}" if thing.flag("once") else "")
    parts: list[object] = [Place(thing.foot.x, thing.foot.y, thing.foot.x, thing.foot.y), pickup]
    parts += _furniture(session, thing, False)
    return session.world.born(*parts)


def _doll(session: Session, thing: Thing) -> int | None:
    """A seat; content/props/doll.py says which one is taken today."""
    return session.world.born(
        Place(thing.foot.x, thing.foot.y, thing.foot.x, thing.foot.y),
        Look("doll", "sit", is_hidden=True),
        DollSeat(thing.text("place")),
    )


FOES: dict[str, Maker] = {
    "other_mother_walk": make_seeker,
    "sewing_box": make_sewing_box,
}
"""The ``foe`` of a Foe point -> its maker (content/foes). Who is not here yet does not come."""


def _foe(session: Session, thing: Thing) -> int | None:
    maker = FOES.get(thing.text("foe"))
    return maker(session, thing) if maker else None


MAKERS: dict[str, Maker] = {
    "Npc": make_npc,
    "Prop": _prop,
    "Door": _door,
    "Trigger": _trigger,
    "Light": _light,
    "Push": _push,
    "Hide": _hide,
    "Item": _item,
    "Truth": make_truth,
    "Doll": _doll,
    "Solid": _solid,
    # Marks that scripts and looks read from the Room; nothing of them lives in the world.
    "Spawn": _nothing,
    "Camera": _nothing,
    "Area": _nothing,
    "Spot": _nothing,
    "Path": _nothing,
    "Surface": _nothing,
    # Their chapters give these a life of their own.
    "Foe": _foe,
    "Crumble": _nothing,
    "Hazard": _nothing,
    "Loop": _nothing,
    "Thin": _nothing,
}
