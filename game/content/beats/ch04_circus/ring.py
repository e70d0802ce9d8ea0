"""mouse_circus: a show with her in the middle of it, again as often as she asks; what everybody wants; to bed there, awake here."""

from __future__ import annotations

from collections.abc import Callable, Generator

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script, Wait
from game.sim.acts import Circus
from game.sim.acts.circus import ALL, chart, rehearsal
from game.sim.parts import Look, Name
from game.sim.session import Session

BEAT = "mouse_circus"
ATTIC, OTHER_UP, UP = "other/attic", "other/flat_up", "real/flat_up"
LEAVES = ("circus_opened", "circus_shown", "circus_backstage", "circus_slept", "!is_night", "!in_pyjamas", "bricked")
VIEW_UP = 4.0
"""px: in the show the picture looks so far below the mark, so that the ribbon of beats hides nothing."""
RINGMASTER = Vec(-234.0, 12.0)
GUEST = Vec(236.0, 4.0)
MOTHER_AT, NEAR_PX = Vec(1000, 396), 84.0
MICE = 50
FEW, HALF = 10, 30
"""Bulbs: up to so many are few; from so many on they are most."""


# ---------------------------------------------------------------- minds


def mice_about(session: Session) -> None:
    """As long as the circus is a circus, fifty mice are in it."""
    if session.room.name != ATTIC or session.act is not None or not session.story.holds("other_wybie,!stone_given"):
        return
    session.act = _ring(session)


def bed_calls(session: Session) -> None:
    """Upstairs, after the show, the beat goes on by itself; it has been begun in the attic."""
    due = session.story.beat == BEAT and session.story.holds("circus_backstage")
    is_idle = not session.is_running(BEAT) and session.leaving is None and session.locks == 0
    if due and is_idle and session.room.name in (OTHER_UP, UP):
        session.begin(BEAT)


def _ring(session: Session) -> Circus:
    """The act, at rest: she walks among them."""
    spots = session.room.spots
    mark = spots["mark_centre"].box.middle
    homes = tuple(spots[f"cannon_{n}"].box.middle for n in (1, 2, 3, 4))
    act = Circus(mark=mark, cannons=homes, homes=homes, ringmaster=mark + RINGMASTER)
    act.best = session.story.counts.get("circus_best", 0)
    act.holds_her = act.is_hushed = False
    act.begin("rest")
    return act


def _act(session: Session) -> Circus:
    if not isinstance(session.act, Circus):
        session.act = _ring(session)
    return session.act


# ---------------------------------------------------------------- the beat


def mouse_circus(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if session.room.name == OTHER_UP:
        yield from _tucked_in(stage)
    if session.room.name == UP:
        yield from _morning(stage)
        return
    if session.room.name != ATTIC:
        yield lambda: False
    if not stage.flag("circus_opened"):
        yield from _welcome(stage)
    if not stage.flag("circus_shown"):
        yield from _first_show(stage)
    if not stage.flag("circus_backstage"):
        yield from _backstage(stage)
    yield from _mother_waits(stage)


def _welcome(stage: Stage) -> Script:
    session = stage.session
    act = _act(session)
    yield lambda: session.is_free
    with stage.scene():
        stage.camera(act.mark + Vec(40, 0), 4.0)
        stage.bring("other_bobinsky", act.mark + Vec(-20, -30), Facing.RIGHT)
        yield from stage.walk("coraline", act.mark + Vec(60, -10))
        stage.face("coraline", "other_bobinsky")
        yield from stage.pose("other_bobinsky", "flex", 40)
        yield from stage.say("open")
        stage.camera(act.mark + Vec(0, -70), 3.0)
        stage.sound("mouse_squeak", act.mark + Vec(0, -120))
        yield 50
        yield from stage.say("mice")
    stage.set("circus_opened")
    stage.keep()
    yield 2


def _first_show(stage: Stage) -> Script:
    """Taught, rehearsed to drums, played to the band; then the picture, which is of her."""
    session = stage.session
    act = yield from _take_places(stage)
    yield from stage.say("teach")
    stage.music("none")
    act.begin("rehearse", rehearsal())
    session.story.count("circus_rehearsed")
    yield lambda: act.part == "done"
    yield 30
    yield from _perform(stage, act)
    yield 60
    yield from _the_picture(stage, act)
    yield from _applause(stage, act)
    yield from stage.say(_finale(act.hits))
    stage.set("circus_shown")
    yield from _encores(stage, act)
    stage.keep()
    yield 2


def _finale(hits: int) -> str:
    """What he says of so many bulbs."""
    if hits >= ALL:
        return "finale_perfect"
    return "finale_few" if hits <= FEW else "finale_some" if hits >= HALF else "finale_half"


def _encores(stage: Stage, act: Circus) -> Script:
    """He comes to her side and asks at once, with the best so far, as often as she says yes."""
    session = stage.session
    while True:
        _leave_places(stage, act)
        with stage.scene():
            yield from stage.walk("other_bobinsky", act.mark + Vec(-44, 2), 150)
            stage.face("other_bobinsky", "coraline")
            stage.face("coraline", "other_bobinsky")
            best = session.story.counts.get("circus_best", 0)
            ask = session.content.words.get("circus.ask", best=best, all=ALL)
            yield from stage.line("other_bobinsky", "grand", ask, "circus.ask")
            yield from stage.choose("encore")
        if session.story.notes.get(f"picked.{BEAT}.encore") != "again_yes":
            return
        act = yield from _take_places(stage)
        yield from _another(stage, act)


def _another(stage: Stage, act: Circus) -> Script:
    """A show with another chart, and what he says to it."""
    turn = stage.session.story.count("circus_shows")
    yield from _perform(stage, act, turn % 4, turn // 4 % 2 == 1)
    yield 40
    yield from _applause(stage, act)
    yield from stage.say(_finale(act.hits))


def again(session: Session, entity: int) -> Script:
    """Talking to him: once it has been seen, it may be seen again, never quite the same."""
    stage = Stage(session, BEAT)
    if not stage.flag("circus_shown"):
        yield from stage.bark("other_bobinsky", "grand")
        return
    yield from stage.choose("again")
    if session.story.notes.get(f"picked.{BEAT}.again") != "again_yes":
        return
    act = yield from _take_places(stage)
    yield from _another(stage, act)
    yield from _encores(stage, act)
    stage.keep()


def _take_places(stage: Stage) -> Generator[Wait, None, Circus]:
    """She onto the mark, he to the side, the lamps down, the cannons in."""
    session = stage.session
    act = _act(session)
    with stage.scene():
        stage.camera(act.mark + Vec(0, VIEW_UP), 5.0)
        if (stage.at("coraline") - act.mark).length > 2:
            yield from stage.walk("coraline", act.mark)
        stage.bring("coraline", act.mark)
        stage.bring("other_bobinsky", act.mark + RINGMASTER, Facing.RIGHT)
        if session.find("other_wybie_guest"):
            stage.bring("other_wybie_guest", act.mark + GUEST, Facing.LEFT)
        look = session.world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.mood = "idle", 0, False, "show"
        act.holds_her = act.is_hushed = True
        session.prompt = None
        act.begin("wait")
        stage.music_ahead("circus_show")
        stage.sound("spotlight")
        yield 40
    return act


def _perform(stage: Stage, act: Circus, turn: int = 0, is_mirrored: bool = False) -> Script:
    """Twenty-four bars, to the tick."""
    session = stage.session
    stage.music("none")
    act.begin("wait")
    stage.sound("drum_roll", act.mark + Vec(0, -100))
    yield 76
    act.best = session.story.counts.get("circus_best", 0)
    act.begin("show", chart(turn, is_mirrored))
    stage.music("circus_show")
    yield lambda: act.part == "done"
    counts = session.story.counts
    counts["circus_best"] = max(counts.get("circus_best", 0), act.hits)
    counts["circus_last"], counts["circus_gold"] = act.hits, max(counts.get("circus_gold", 0), act.golds)
    counts["circus_waves"] = round(MICE * max(act.hits, 0) / ALL)
    if act.hits >= ALL:
        stage.set("circus_perfect")


def _the_picture(stage: Stage, act: Circus) -> Script:
    """The lamps go down, and lanterns come up."""
    yield from stage.say("formation", only=(1,))
    stage.music("dream")
    act.begin("picture")
    stage.camera(act.mark + Vec(0, -50), 2.0)
    stage.face("coraline", Facing.UP)
    act.way_x, act.way_y = 0.0, -1.0
    stage.sound("mice_ooh", act.mark + Vec(0, -90))
    yield 190
    yield from stage.say("formation", only=(2,))
    yield 30
    yield from stage.say("formation", only=(3,))


def _applause(stage: Stage, act: Circus) -> Script:
    """Confetti, and the bulbs are counted."""
    stage.camera(act.mark + Vec(0, VIEW_UP), 4.0)
    stage.music("circus")
    act.begin("cheer")
    look = stage.session.world.get(stage.session.hero, Look)
    look.anim, look.ticks = "happy", 0
    act.pose_left = 400
    act.way_x, act.way_y = 0.0, 1.0
    stage.sound("crowd_mice", act.mark + Vec(0, -60), 0.8)
    yield 200


def _leave_places(stage: Stage, act: Circus) -> None:
    session = stage.session
    act.holds_her = act.is_hushed = False
    act.best = max(act.best, act.hits)
    act.begin("rest")
    look = session.world.get(session.hero, Look)
    look.mood, look.anim = "", "idle"
    act.pose_left = 0
    stage.camera_back()
    stage.music("")


# ---------------------------------------------------------------- afterwards


def _backstage(stage: Stage) -> Script:
    """What they all want. And Other Wybie draws something small."""
    session = stage.session
    yield lambda: session.is_free
    with stage.scene():
        stage.bring("other_bobinsky", stage.at("coraline") + Vec(-44, 2), Facing.RIGHT)
        stage.face("coraline", "other_bobinsky")
        yield 30
        yield from stage.say("backstage")
        if session.find("other_wybie_guest"):
            yield from stage.walk("other_wybie_guest", stage.at("coraline") + Vec(40, 6), 120)
            stage.face("other_wybie_guest", "coraline")
            stage.face("coraline", "other_wybie_guest")
            stage.music("none")
            yield 20
            yield from stage.say("wybie")
            yield from stage.pose("other_wybie_guest", "afraid", 50)
            stage.music("")
    stage.set("circus_backstage")
    stage.keep()
    yield 2


def _mother_waits(stage: Stage) -> Script:
    """By the flap of the tent, with a candle, as long as it takes."""
    session = stage.session
    stage.goal("bed")
    mother = session.bear(make_person(session, "other_mother", MOTHER_AT, Facing.LEFT, "ch04_bed"))
    session.world.add(mother, Name("mother_at_flap"))
    session.names["mother_at_flap"] = mother
    yield lambda: session.is_free and (stage.at("mother_at_flap") - stage.at("coraline")).length < NEAR_PX
    yield from to_bed(session, mother)


def to_bed(session: Session, entity: int) -> Script:
    """Applause is tiring."""
    stage = Stage(session, BEAT)
    if not stage.once("circus_bed_said"):
        yield lambda: session.leaving is not None
        return
    with stage.scene():
        stage.face("coraline", "mother_at_flap")
        stage.face("mother_at_flap", "coraline")
        yield from stage.say("bed")
        yield from stage.leave(OTHER_UP, "cp_bed", "sleep")


def _tucked_in(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        stage.lie("coraline", awake=True)
        stage.music("dream")
        session.fade.step = 1 / 60
        yield 130
        stage.lie("coraline")
        yield 40
        yield from stage.fade_out(90)
        stage.set("circus_slept")
        stage.night(False)
        stage.small_door("bricked")
        yield from stage.leave(UP, "cp_bed", "wake")


def _morning(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        stage.lie("coraline")
        stage.music("real_day", "base")
        session.fade.step = 1 / 90
        yield 90
        yield from stage.say("home")
        stage.sits_up("coraline", wakes=True)
        yield 146
        yield from stage.get_up("coraline", "cp_bed")
        yield from stage.fade_out(24)
        stage.wear_pyjamas(False)
        yield 24
        yield from stage.fade_in(30)
        stage.music("")
        stage.end_chapter(4)
        yield 20


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"ch04_ringmaster": again, "ch04_bed": to_bed}
