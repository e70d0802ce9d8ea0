"""party: FINISHED, with the D on a separate sheet. Ginger beer, chairs, cake, one packet; and minutes, paid back as they come.

In any order. Mum goes with her and looks where she looks. When all have had theirs and been asked, there is a toast, and the gate.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch12_party import guests
from game.content.beats.ch12_party.guests import EVERYBODY, GROUNDS, THIRSTY
from game.content.beats.verbs import Stage, Start
from game.content.deeds import reckon
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Party
from game.sim.acts.party import SEATS
from game.sim.panels import PourPanel
from game.sim.parts import Hero, Look, Name, Person, Pushable
from game.sim.session import Session
from game.sim.systems.carry import lift

BEAT = "party"
GATE_PX = 84.0
BEDSIDE = Vec(1296, 986)
PLANTS = ("sow", "cover")
LEAVES = (
    "party_opened",
    *(f"poured_{who}" for who in THIRSTY),
    *(f"asked_{who}" for who in THIRSTY),
    *(f"chair_at_{seat}" for seat in SEATS),
    *(f"party_chair_{n}_set" for n in (1, 2, 3)),
    "cake_forcible",
    "packet_given",
    "packet_sown",
    "packet_watered",
    "toast_done",
    "!is_night",
    "!in_pyjamas",
)
POCKETS = ("note", "tally", "adder_stone", "photo")
FLAGS = ("!is_night", "!in_pyjamas", "boxes_in", "door_open", "kept_photo", "honesty_seen")


# ---------------------------------------------------------------- a Saturday


def saturday(session: Session) -> None:
    """When all is sealed and she is free: the next thing there is to tell is a morning with sun in it."""
    story = session.story
    if story.beat != BEAT or story.has_begun(BEAT) or session.scenes or session.wants_checkpoint:
        return
    if session.is_free and not story.holds("saturday_came"):
        session.run("saturday")


def wakes(session: Session, entity: int) -> Script:
    """Dark, birds, and out by the front door."""
    stage = Stage(session, BEAT)
    with stage.scene():
        stage.set("saturday_came")
        yield from stage.fade_out(50)
        stage.music("none")
        stage.night(False)
        stage.wear_pyjamas(False)
        session.act = None
        yield 40
        yield from stage.leave(GROUNDS, "cp_porch")


def goes_on(session: Session) -> None:
    """On the lawn it is a party, whichever beat's turn it is."""
    story = session.story
    if session.room.name != GROUNDS or session.act is not None or not story.holds("party_opened,!is_night"):
        return
    session.act = guests.act_of(session)


def party(session: Session) -> Script:
    stage = Stage(session, BEAT)
    reckon(session)
    session.act = guests.act_of(session)
    stage.music("party")
    if not stage.flag("party_opened"):
        yield from _open(stage)
        stage.set("party_opened")
        stage.keep()
        yield 2
    act = session.act
    if isinstance(act, Party):
        act.company = "mel"
    _stand(stage)
    if not stage.flag("toast_done"):
        yield from _busy(stage)
        yield from _toast(stage)
        stage.set("toast_done")
        stage.keep()
        yield 2
    stage.goal("gate")
    yield lambda: session.is_free and (stage.at("coraline") - stage.at("wybie")).length < GATE_PX
    with stage.scene():
        session.story.notes.pop("goal", None)
        at = stage.at("wybie")
        yield from stage.walk("coraline", Vec(at.x + 34, at.y - 6), 80)
        stage.face("coraline", "wybie")
        stage.face("wybie", "coraline")
        yield from stage.say("wybie_waits")
        yield 10


def _open(stage: Stage) -> Script:
    """Steps, sun, a sheet between two poles."""
    with stage.scene():
        stage.bring("mel", "mel_open", Facing.UP)
        stage.bring("charlie", "charlie_open", Facing.UP)
        stage.camera(Vec(1024, 790), 9.0)
        stage.chapter_card(12)
        yield 60
        yield from stage.walk("coraline", "party_start", 70)
        yield 130
        yield from stage.say("open", only=(1,))
        yield from stage.pose("charlie", "happy", 50)
        yield from stage.say("open", only=(2,))
        stage.face("mel", "coraline")
        yield from stage.say("open", only=(3,))
        stage.face("coraline", "mel")
        yield from stage.say("open", only=(4, 5))
        yield 40
        if stage.session.story.counts.get("minutes", 0):
            yield from stage.say("minutes", only=(1, 2))
        yield from stage.pose("mel", "interact", 30)
        stage.sound("clock_stop", "mel", 0.5)
        yield 16
        yield from stage.say("minutes", only=(3,))
        yield from stage.say("tasks")
        stage.camera_back()
    entity = stage.body("charlie")
    yield from stage.go(entity, stage.way(stage.at("charlie"), Vec(1226, 990), entity), 90, is_watched=False)
    stage.face("charlie", Facing.RIGHT)


def _stand(stage: Stage) -> None:
    """Whoever is not busy is no busier than that; the ladies have sat down."""
    session = stage.session
    for who in EVERYBODY:
        if session.find(who):
            person = session.world.get(stage.body(who), Person)
            person.idle, person.turns_to_her = "idle", who != "grandmother"
    guests.at_table(stage)


# ---------------------------------------------------------------- things to do


def is_beer_done(stage: Stage) -> bool:
    return all(stage.flag(f"poured_{who}") for who in THIRSTY)


def are_chairs_done(stage: Stage) -> bool:
    return all(stage.flag(f"chair_at_{seat}") for seat in SEATS)


def is_cake_done(stage: Stage) -> bool:
    return any(stage.flag(f"cake_{who}") for who in EVERYBODY)


def is_asked(stage: Stage) -> bool:
    return all(stage.flag(f"asked_{who}") for who in THIRSTY)


def is_all_done(stage: Stage) -> bool:
    done = is_beer_done(stage) and are_chairs_done(stage) and is_cake_done(stage)
    return done and stage.flag("packet_watered") and is_asked(stage)


def _busy(stage: Stage) -> Script:
    """Until everything on her list is done. Each thing that is, is kept."""
    session = stage.session
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("list_beer", lambda: is_beer_done(stage)),
        ("list_chairs", lambda: are_chairs_done(stage)),
        ("list_cake", lambda: is_cake_done(stage)),
        ("list_packet", lambda: stage.flag("packet_watered")),
        ("list_ask", lambda: is_asked(stage)),
    )
    while not (is_all_done(stage) and session.is_free and not session.world.get(session.hero, Hero).carries):
        yield None
        for name, is_done in checks:
            if is_done() and stage.once(name):
                stage.sound("page_tick")
                stage.keep()
                break


def _toast(stage: Stage) -> Script:
    """Everybody, and every glass there is."""
    spilled = stage.flag("party_spilled")
    with stage.scene():
        yield 40
        stage.face("mel", "coraline")
        stage.face("coraline", "mel")
        yield from stage.say("spilled" if spilled else "poured_all")
        yield 20
        for who in THIRSTY:
            stage.face(who, "coraline")
        stage.face("coraline", "charlie")
        stage.camera(Vec(1060, 900), 3.0)
        yield 60
        yield from stage.say("toast")
        for who in ("mel", "charlie", "spink", "forcible", "bobinsky", "coraline"):
            _raises(stage, who)
        yield from stage.pose("mice", "cheer")
        stage.sound("laugh_table", Vec(1024, 900), 0.8)
        stage.sound("crowd_mice", "mice", 0.7)
        yield 110
        for who in (*THIRSTY, "coraline"):
            stage.rest(who)
        guests.at_table(stage)
        stage.camera_back()
        yield 20


def _raises(stage: Stage, who: str) -> None:
    """A glass, and keeps it up until all have."""
    look = stage.session.world.get(stage.body(who), Look)
    look.anim, look.ticks, look.is_once, look.mood = "raise_glass", 0, False, "held"


# ---------------------------------------------------------------- what hands do


def _guest(session: Session, entity: int) -> str:
    name = session.world.find(entity, Name) if entity else None
    return name.name if name is not None else ""


def _take(flag: str, thing: str, table: str, is_done: Callable[[Stage], bool]) -> Callable[[Session, int], Script]:
    """From its table into her arms; when there is nothing more to be done with it, it is only looked at."""

    def take(session: Session, entity: int) -> Script:
        stage = Stage(session, BEAT)
        busy = not session.is_running(BEAT) or stage.flag("toast_done") or stage.flag(flag) or is_done(stage)
        if busy or session.world.get(session.hero, Hero).carries:
            session.look(table)
            yield lambda: session.talk is None
            return
        if thing == "cake_plate" and stage.once("corner_taken"):
            yield from stage.say("corner")
        if thing == "tray":
            stage.teach("pour")
        stage.set(flag)
        yield 2
        lift(session, stage.body(thing))

    return take


def _empty_hands(session: Session, flag: str) -> None:
    """What she carries is no more, or back on its table."""
    hero = session.world.get(session.hero, Hero)
    if hero.carries:
        push = session.world.find(hero.carries, Pushable)
        if push is not None:
            push.is_carried = False
        hero.carries = 0
    look = session.world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once = "idle", 0, False
    session.story.set(flag, False)


def put_back(session: Session, entity: int) -> Script:
    stage = Stage(session, BEAT)
    _empty_hands(
        session, "tray_out" if stage.flag("tray_out") and _guest(session, entity) == "trestle_beer" else "cake_out"
    )
    stage.sound("plate_slide")
    yield None


def pour(session: Session, entity: int) -> Script:
    """A glass each; every one is another shape."""
    stage = Stage(session, BEAT)
    who = _guest(session, entity)
    with stage.scene():
        stage.face("coraline", who)
        stage.face(who, "coraline")
        if stage.once("pour_told"):
            yield from stage.say("pour")
        panel = PourPanel(who=who)
        session.panel = panel
        stage.sound("cloche", gain=0.4)
        yield lambda: panel.is_done
        session.panel = None
        stage.set(f"poured_{who}")
        session.story.count(f"pour.{panel.verdict}")
        if panel.spilled:
            stage.set("party_spilled")
        act = session.act
        if isinstance(act, Party):
            act.poured.append(who)
        yield from stage.pose(
            who, "happy" if who in ("mel", "charlie") else "cheer" if who == "mice" else "interact", 40
        )
        if is_beer_done(stage):
            _empty_hands(session, "tray_out")
            stage.sound("plate_slide")
        yield 4


def give(session: Session, entity: int) -> Script:
    """A slice, to whoever looks as if they would never ask."""
    stage = Stage(session, BEAT)
    who = _guest(session, entity)
    with stage.scene():
        stage.face("coraline", who)
        stage.face(who, "coraline")
        stage.sound("plate_slide")
        _empty_hands(session, "cake_out")
        stage.set(f"cake_{who}")
        act = session.act
        if isinstance(act, Party):
            act.caked.append(who)
        yield from stage.pose("coraline", "interact", 18)
        yield from stage.say(f"cake_{who}")
        yield 6


def bed(session: Session, entity: int) -> Script:
    """The hole; the packet; the ground put back."""
    stage = Stage(session, BEAT)
    if not session.is_running(BEAT) or stage.flag("packet_watered"):
        session.look("flowerbed")
        yield lambda: session.talk is None
        return
    if not stage.flag("packet_given"):
        yield from stage.say("bed")
        return
    if stage.flag("packet_sown"):
        yield from stage.say("bed")
        return
    with stage.scene():
        yield from stage.walk("coraline", BEDSIDE, 70)
        stage.face("coraline", Facing.UP)
        if session.find("charlie"):
            yield from stage.together(stage.walk("charlie", Vec(BEDSIDE.x - 40, BEDSIDE.y + 2), 80))
            stage.face("charlie", "coraline")
        stage.sound("paper_rustle")
        yield from stage.pose("coraline", "kneel", 30)
        yield from stage.say("sow")
        for n in range(3):
            stage.sound("leaf_rustle", BEDSIDE + Vec(n * 14 - 14, -20), 0.6)
            yield from stage.pose("coraline", "kneel", 34)
        session.take_away("packet")
        stage.set("packet_sown")
        stage.sound("leaves_kick", BEDSIDE, 0.5)
        yield from stage.say("cover")
        yield 4


def water(session: Session, entity: int) -> Script:
    """The can has never been wet."""
    stage = Stage(session, BEAT)
    with stage.scene():
        stage.face("coraline", Facing.UP)
        for n in range(5):
            stage.sound("drip_d" if n % 2 else "drip_fsharp", BEDSIDE, 0.5)
            yield 13
        _empty_hands(session, "can_out")
        stage.set("packet_watered")
        yield 16
        stage.face("charlie", "coraline")
        yield from stage.pose("charlie", "happy", 30)
        yield from stage.say("water")
        yield 4


def duster(session: Session, entity: int) -> Script:
    """Under the bench."""
    yield from Stage(session, BEAT).say("doll")


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: party}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "saturday": wakes,
    "take_tray": _take("tray_out", "tray", "trestle", is_beer_done),
    "take_cake": _take("cake_out", "cake_plate", "cake", lambda stage: all(stage.flag(f"cake_{w}") for w in EVERYBODY)),
    "party_put_back": put_back,
    "party_pour": pour,
    "party_give": give,
    "party_bed": bed,
    "party_water": water,
    "party_duster": duster,
}
MINDS: tuple[Callable[[Session], None], ...] = (saturday, goes_on)
STARTS: dict[str, Start] = {BEAT: Start(GROUNDS, "cp_porch", LEAVES, POCKETS, (*FLAGS, "saturday_came"))}
