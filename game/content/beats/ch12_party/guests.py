"""The guests: where they stand, what each has to say about what was done, and where they sit when there is a story.

[party.WHO] of the words: the lines that are true, in their order, two at a time; the last one is always true.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Party
from game.sim.parts import Look, Name, Person, Place
from game.sim.session import Session

GROUNDS = "real/grounds"
THIRSTY = ("spink", "forcible", "bobinsky", "mice", "mel", "charlie")
"""Who has a glass: those who are asked first, too."""
GATE = ("wybie", "grandmother")
EVERYBODY = (*THIRSTY, *GATE)
AT_ONCE = 2
HAT_TICKS = 210
"""So many lines at a go."""
TALK = "party_guest"
SEATS = {
    "grandmother": ("seat_2", Facing.DOWN),
    "spink": ("seat_1", Facing.DOWN),
    "forcible": ("seat_3", Facing.DOWN),
    "bobinsky": ("seat_bobinsky", Facing.LEFT),
    "mice": ("seat_mice", Facing.UP),
    "mel": ("seat_mel", Facing.UP),
    "charlie": ("seat_charlie", Facing.RIGHT),
    "wybie": ("seat_wybie", Facing.LEFT),
}
"""Where each sits for the story, and which way."""
CHAIR_PX = 12.0
"""How high a chair is."""
ON_CHAIRS = ("grandmother", "spink", "forcible")
AT_TABLE = {"spink": ("ladies_chair_l", Facing.RIGHT), "forcible": ("ladies_chair_r", Facing.LEFT)}
"""Where the ladies sit until then."""


def lines_of(session: Session, who: str) -> list[str]:
    """The keys of what somebody would say now, in order."""
    words = session.content.words
    keys = []
    for key in words.numbered(f"party.{who}"):
        node = words.node(key)
        if isinstance(node, dict) and session.story.holds(node.get("when", "")):
            keys.append(key)
    return keys


def speaks(stage: Stage, who: str) -> Script:
    """The next of what they have to say; the last of it as often as one likes."""
    session = stage.session
    said = session.story.notes.get(f"party_said.{who}", "").split()
    fresh = [key for key in lines_of(session, who) if key not in said]
    now = fresh[:AT_ONCE] or lines_of(session, who)[-1:]
    with stage.scene():
        stage.face("coraline", who)
        for key in now:
            node = session.content.words.node(key)
            yield from stage.line(node["who"], node["mood"], node["say"], key)
    session.story.notes[f"party_said.{who}"] = " ".join(dict.fromkeys([*said, *now]))
    stage.set(f"asked_{who}")
    if all(stage.flag(f"asked_{guest}") for guest in EVERYBODY):
        stage.set("asked_all")


def party_guest(session: Session, entity: int) -> Script:
    """Speaking to somebody at the party."""
    stage = Stage(session, "party")
    who = session.world.get(entity, Name).name if entity else ""
    if not stage.flag("party_opened") or who not in EVERYBODY:
        return
    if who == "charlie" and not stage.flag("packet_given"):
        yield from gives_packet(stage)
    elif who in GATE and not stage.flag("toast_done"):
        with stage.scene():
            stage.face("coraline", who)
            yield from stage.say("wybie_early" if who == "wybie" else "gran_early")
    elif who == "grandmother" and not stage.flag("gran_met"):
        yield from stage.say("gran_early")
    else:
        yield from speaks(stage, who)


def gives_packet(stage: Stage) -> Script:
    """One packet. Not for describing."""
    session = stage.session
    with stage.scene():
        stage.face("coraline", "charlie")
        stage.face("charlie", "coraline")
        yield from stage.say("plant", only=(1,))
        stage.sound("paper_rustle")
        yield from stage.pose("coraline", "interact", 20)
        session.give("packet")
        stage.set("packet_given")
        stage.sound("item_get")
        yield from stage.say("plant", only=(2, 3))


def act_of(session: Session) -> Party:
    """The party as its flags say it is."""
    story = session.story
    return Party(
        poured=[who for who in THIRSTY if f"poured_{who}" in story.flags],
        caked=[who for who in EVERYBODY if f"cake_{who}" in story.flags],
        guests=EVERYBODY,
        thirsty=THIRSTY,
        company="mel" if story.holds("party_opened,!grandmother") else "",
        spills=story.counts.get("spills", 0),
    )


def seat(stage: Stage, who: str, sits: bool = True) -> None:
    """Puts somebody where they sit for the story."""
    session = stage.session
    spot, facing = SEATS[who]
    stage.bring(who, spot, facing)
    entity = stage.body(who)
    session.space.haunt(entity, True)
    person = session.world.get(entity, Person)
    person.turns_to_her = not sits
    sit_down(stage, who, sits)


def sit_down(stage: Stage, who: str, sits: bool = True) -> None:
    """Down, on a chair or on the ground, or up again. Mice never do."""
    entity = stage.body(who)
    world = stage.session.world
    is_down = sits and who != "mice"
    world.get(entity, Person).idle = "sit" if is_down else "idle"
    world.get(entity, Look).mood = ""
    world.get(entity, Place).lift = CHAIR_PX if is_down and who in ON_CHAIRS else 0.0


def at_table(stage: Stage) -> None:
    """The ladies, where one can see who comes."""
    for who, (chair, facing) in AT_TABLE.items():
        if not stage.session.find(who) or not stage.session.find(chair):
            continue
        stage.bring(who, chair, facing)
        stage.session.space.haunt(stage.body(who), True)
        sit_down(stage, who)
        person = stage.session.world.get(stage.body(who), Person)
        person.turns_to_her = False
        person.idle = "sit_glass" if stage.flag(f"poured_{who}") else "sit"


def wears_hat(session: Session) -> None:
    """At the gate. On; off; on. She has not made up her mind, and it is a good hat."""
    entity = session.find("grandmother")
    if (
        not entity
        or session.room.name != GROUNDS
        or session.story.holds("gran_met")
        or session.is_running("grandmother")
    ):
        return
    look, person = session.world.get(entity, Look), session.world.get(entity, Person)
    turn, t = divmod(session.tick, HAT_TICKS)
    if look.mood == "held" or session.talk is not None:
        return
    if t == 0:
        has_it = turn % 2 == 0
        look.anim, look.ticks, look.is_once, look.then = "hat_off" if has_it else "hat_on", 0, True, "idle"
        person.idle = "idle" if has_it else "idle_hat"


def around(session: Session, who: str) -> Vec:
    """Where somebody stands now."""
    place = session.world.get(session.find(who), Place)
    return Vec(place.x, place.y)


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {TALK: party_guest}
MINDS: tuple[Callable[[Session], None], ...] = (wears_hat,)
