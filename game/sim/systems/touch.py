"""touch: what she stands in (triggers, doors) and what interact would do with what is in front of her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.core.intent import Action
from game.sim.happenings import Heard, Looked
from game.sim.parts import (
    DollSeat,
    DoorWay,
    Hero,
    Look,
    Person,
    Pickup,
    Place,
    Prompt,
    Pushable,
    Reach,
    TriggerArea,
    Veiled,
    Watcher,
)
from game.sim.systems.carry import GRIP_AFTER_TICKS, grip, lift, put_down
from game.sim.systems.hide import go_in, hides_now
from game.sim.systems.throw import prompt_of_throw

if TYPE_CHECKING:
    from game.sim.session import Session

REACH_PX = 31.0
FAR_PX = REACH_PX + 1
HEIGHT_PX = 48.0
HEIGHTS_PX = {"cat": 24.0, "mouse": 16.0, "circus_mouse": 16.0, "winged_terrier": 24.0, "bobinsky": 60.0}
"""How tall people are, from the feet: all but these alike."""
WHITE_DOOR = "white_door"
"""The script that says what one sees where a room has been."""
HIDE = "hide"
HUNTED_WEIGHT = 24.0
"""While somebody looks for her a hiding place is meant before all else."""
LISTEN_WEIGHT = 8.0
"""What only makes a sound is meant after people and things that say something."""
BESIDE_PX = 34.0
"""So far aside a prompt no longer lies over her."""


def touch(session: Session) -> None:
    if session.act is not None and session.act.is_hushed:
        return
    _triggers(session)
    if session.is_free:
        _doors(session)
    if not session.is_free:
        session.prompt = None
        return
    offered = session.act.offers(session) if session.act is not None else None
    if session.act is not None and offered is not None:
        session.prompt = offered
        if session.pressed(Action.INTERACT):
            session.prompt = None
            session.act.answers(session, offered)
        return
    session.prompt = prompt_of(session)
    hero = session.world.get(session.hero, Hero)
    if hero.carries:
        if session.pressed(Action.INTERACT) and not session.world.get(hero.carries, Pushable).can_throw:
            put_down(session)
            session.prompt = None
    elif session.prompt is not None:
        _interact(session, session.prompt, hero)


def _triggers(session: Session) -> None:
    place = session.place
    for _, trigger in session.world.each(TriggerArea):
        inside = trigger.box.holds(place.x, place.y)
        happened = (inside and not trigger.is_inside) if trigger.on == "enter" else (trigger.is_inside and not inside)
        if trigger.on == "interact":
            happened = False
        if trigger.is_spent or (happened and not session.is_free):
            continue  # it stays as it was, and happens when she is free
        trigger.is_inside = inside
        if happened:
            _fire(session, trigger.beat, trigger.script, trigger.set_flag)
            trigger.is_spent = trigger.is_once
        elif inside and trigger.beat and trigger.on == "enter" and _is_due(session, trigger.beat):
            _fire(session, trigger.beat, "", "")  # its turn came while she was standing there already


def _is_due(session: Session, beat: str) -> bool:
    return session.story.may_begin(beat) and not session.story.has_begun(beat)


def _fire(session: Session, beat: str, script: str, flag: str) -> None:
    if flag:
        session.story.set(flag)
    if beat and session.story.may_begin(beat) and beat in session.content.beats:
        session.begin(beat)
    if script:
        session.run(script)


def _doors(session: Session) -> None:
    place = session.place
    walker_way = Vec(place.x - place.was_x, place.y - place.was_y)
    for _, door in session.world.each(DoorWay):
        way = door.facing.way
        goes_through = walker_way.x * way.x + walker_way.y * way.y > 0.1
        if door.box.holds(place.x, place.y) and goes_through and session.story.holds(door.needs):
            if session.world.get(session.hero, Hero).carries:
                put_down(session)
                return
            if door.is_lost:
                session.run(WHITE_DOOR)
                return
            if door.kind != "edge":
                session.news.tell(Heard("door_creak" if door.kind == "door" else "step_wood", place.x, place.y))
            how = "passage" if door.kind == "small_door" else "fade"
            session.leave_for(door.target_map, door.target_spawn, how)
            return


def prompt_of(session: Session) -> Prompt | None:
    """What interact would do here, or None."""
    world = session.world
    hero = world.get(session.hero, Hero)
    place = session.place
    if hero.carries:
        if world.get(hero.carries, Pushable).can_throw:
            return prompt_of_throw(session)
        return Prompt("put_down", hero.carries, place.x, place.y - 62)
    if hero.grips:
        return None
    best: Prompt | None = None
    best_score = 1e9
    x, y = place.x, place.y - 2
    for entity, area, verb, weight in _candidates(session, x, y):
        near = area.nearest(x, y)
        dx, dy = near.x - x, near.y - y
        distance = (dx * dx + dy * dy) ** 0.5
        if distance > REACH_PX:
            continue
        way = place.facing.way
        ahead = (dx * way.x + dy * way.y) / distance if distance > 1 else 1.0
        if ahead < 0.35:
            continue
        # What she looks straight at wins over what is merely close.
        middle = area.middle
        aside = abs((middle.x - place.x) * way.y) + abs((middle.y - place.y) * way.x)
        score = distance * 1.6 - 10 * ahead + min(aside, 60) * 0.3 + weight
        if score < best_score:
            best_score = score
            push = world.find(entity, Pushable)
            button = "throw" if push is not None and push.can_throw else "interact"
            best = Prompt(verb, entity, area.middle.x, _top(session, entity, area), button)
    return best


def _top(session: Session, entity: int, area: Box) -> float:
    """y over which a prompt stands: a thing's edge; people are left their faces, and so is she when she stands behind them."""
    person = session.world.find(entity, Person)
    if person is None or session.world.has(entity, Reach):
        return area.y
    at, her = session.world.get(entity, Place), session.place
    top = at.y - at.lift - HEIGHTS_PX.get(person.actor, HEIGHT_PX)
    is_before_her = at.y > her.y and abs(at.x - her.x) < BESIDE_PX
    return min(top, her.y - HEIGHT_PX) if is_before_her else top


def _candidates(session: Session, x: float, y: float) -> list[tuple[int, Box, str, float]]:
    """(entity, area, verb, weight) of all that could be meant from (x, y); a smaller weight comes first."""
    world = session.world
    found: list[tuple[int, Box, str, float]] = []
    veiled = {entity for entity, veil in world.each(Veiled) if not veil.is_seen}  # only asked what it holds
    for entity, reach in world.each(Reach):
        area = reach.area
        if area.x - x > FAR_PX or x - area.x - area.w > FAR_PX or area.y - y > FAR_PX or y - area.y - area.h > FAR_PX:
            continue  # nearly all of a garden
        if entity in veiled:
            continue
        door = world.find(entity, DoorWay)
        if door is not None and session.story.holds(door.needs):
            continue  # open: one walks through, and need not ask
        if not (reach.is_once and reach.was_used):
            # What sits on something is meant before what it sits on.
            weight = -34.0 if world.has(entity, DollSeat) else -14.0 if reach.script else 0.0
            weight += LISTEN_WEIGHT if reach.verb == "listen" else 0.0
            can = not reach.item or reach.item in session.story.items
            verb = reach.verb if can else "look"
            if hides_now(session, entity):
                verb, weight = HIDE, weight - (HUNTED_WEIGHT if world.each(Watcher) else 0.0)
            found.append((entity, area, verb, weight))
    for entity, at, person in world.each(Place, Person):
        look = world.find(entity, Look)
        is_seen = look is None or not look.is_hidden
        if is_seen and person.dialog != "none" and not world.has(entity, Reach):
            found.append((entity, Box(at.x - 8, at.y - 10, 16, 12), "talk", -16.0))
    for entity, at, push in world.each(Place, Pushable):
        verb = "lift" if push.can_carry else "push"
        if not push.is_carried and at.lift <= 4 and not world.has(entity, Reach):
            found.append((entity, Box(at.x - push.w / 2, at.y - push.h, push.w, push.h), verb, -8.0))
    for entity, at, _ in world.each(Place, Pickup):
        if entity in veiled:
            continue
        found.append((entity, Box(at.x - 6, at.y - 8, 12, 10), "take", -18.0))
    return found


def _interact(session: Session, prompt: Prompt, hero: Hero) -> None:
    world = session.world
    if prompt.verb == HIDE:
        if session.pressed(Action.INTERACT):
            go_in(session, prompt.entity)
        return
    push = world.find(prompt.entity, Pushable)
    if push is not None and not push.can_carry:
        if hero.hold_ticks >= GRIP_AFTER_TICKS:
            grip(session, prompt.entity)
        return
    lifts = push is not None and push.can_throw and session.pressed(Action.THROW)
    if not session.pressed(Action.INTERACT) and not lifts:
        return
    session.prompt = None
    if push is not None:
        lift(session, prompt.entity)
        return
    person = world.find(prompt.entity, Person)
    reach = world.find(prompt.entity, Reach)
    if reach is not None:
        reach.was_used = True
        _use(session, prompt.entity, reach)
    elif person is not None:
        session.run(person.dialog if person.dialog in session.content.scripts else "chat", prompt.entity)
    elif world.has(prompt.entity, Pickup):
        pickup = world.get(prompt.entity, Pickup)
        session.give(pickup.item)
        if pickup.once:
            session.story.set(f"took_{pickup.once}")
        session.news.tell(Heard("item_get", session.place.x, session.place.y))
        session.bury(prompt.entity)


def _use(session: Session, entity: int, reach: Reach) -> None:
    if reach.sound:
        at = reach.area.middle
        session.news.tell(Heard(reach.sound, at.x, at.y))
    if reach.script and reach.script in session.content.beats:
        if session.story.may_begin(reach.script):
            session.begin(reach.script)
        elif reach.text:
            session.look(reach.text)
    elif reach.script and reach.script in session.content.scripts:
        session.run(reach.script, entity)
    elif reach.text:
        session.news.tell(Looked(session.thing_key(reach.text)))
        session.look(reach.text)
