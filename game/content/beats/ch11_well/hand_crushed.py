"""hand_crushed: it likes the key; she has the key. Where does she want it to be? Twice it gets away; the third time, "Now!"

``hand_drops`` counts drops that told: after each there is a checkpoint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.content.beats.ch11_well.night import KEY, MAP, Remarks, keep, over, part, remarks, wybie
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import HandFight
from game.sim.harm import tries
from game.sim.session import Session

BEAT = "hand_crushed"
LINE_TICKS = 120


def hand_crushed(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.night(True)
    above = session.room.spots["rock_2_above"].box.middle
    wybie(stage, above + Vec(-26, 2), Facing.DOWN)
    if stage.once("hand_rock_opened"):
        yield lambda: session.is_free
        with stage.scene():
            stage.camera(above + Vec(0, 90), 5.0)
            yield 50
            yield from stage.say("open")
            stage.camera_back()
        yield 2
        yield from keep(stage)
    if not stage.flag("hand_is_crushed"):
        yield from _rock(stage)
    yield from _after(stage)


def _rock(stage: Stage) -> Script:
    session = stage.session
    counts = session.story.counts
    again = tries(session) > 0
    drops = counts.get("hand_drops", 0)
    grass = session.room.spots["hand_first"].box.middle
    act = part(stage, "rock", grass)
    stage.music("hand", "base", "drive")
    marks = remarks(stage)
    if again:
        marks.rest = 0
        if not marks.boss("hand.wybie", ()):
            marks.boss("hand.coraline", marks.facts() - {"hand_no_hits"})
    lured = False
    while not act.won:
        marks.tick()
        happened = act.happened
        if "ready" in happened and not lured:
            lured = marks.cry("coraline", "lure", must=not drops)
        elif "hasty" in happened:
            marks.words("coraline", stage.key("too_soon.1"))
        elif "now" in happened:
            marks.words("coraline", stage.key("now.1"))
        elif "too_soon" in happened and drops == act.rock.drops:
            marks.rest = 0
            marks.boss("hand.wybie", _of_rock(session, act))
        elif "wybie_caught" in happened:
            marks.boss("hand.wybie", {"wybie_hurt_2"} if counts.get("wybie_hurt", 0) >= 2 else (), must=True)
        elif "near_miss_1" in happened or "near_miss_2" in happened:
            drops = act.rock.drops
            yield from _near_miss(stage, act, marks, drops)
        yield None
    counts["rock_tries"] = 1 + counts.get("rock_missed", 0)
    if counts["rock_tries"] == 1:
        stage.set("rock_first_try")
    elif counts["rock_tries"] >= 3:
        stage.set("rock_third_try")
    _settle_wybie(stage)
    stage.set("hand_is_crushed")
    yield from _full_stop(stage, act)


def _of_rock(session: Session, act: HandFight) -> set[str]:
    untouched = not session.story.counts.get("wybie_hurt", 0)
    return {"wybie_untouched"} if untouched else set()


def _near_miss(stage: Stage, act: HandFight, marks: Remarks, drops: int) -> Script:
    """It is out from under it again, less a finger; they have words about it, and that far it is kept."""
    yield from _cries(stage, marks, f"near_miss_{drops}")
    for _ in range(240):
        if "gone" in act.happened or act.doing not in ("pinned",):
            break
        yield None
    if act.won:
        return
    yield from keep(stage)


def _cries(stage: Stage, marks: Remarks, moment: str) -> Script:
    """Several lines one after another, while the night goes on."""
    words = stage.session.content.words
    for key in words.numbered(stage.key(moment)):
        node = words.node(key)
        marks.words(str(node["who"]), key)
        for _ in range(LINE_TICKS - 30):
            marks.tick()
            yield None


def _settle_wybie(stage: Stage) -> None:
    """How he fared, for whoever tells it afterwards."""
    hurt = stage.session.story.counts.get("wybie_hurt", 0)
    story = stage.session.story
    story.set("wybie_untouched", hurt == 0)
    story.set("wybie_hurt_2", hurt >= 2)


def _full_stop(stage: Stage, act: HandFight) -> Script:
    session = stage.session
    stage.music("void")
    at = act.rock.shadow(act)
    session.story.counts["hand_chute"] = act.rock.chute
    yield 40
    yield lambda: session.is_free
    with stage.scene():
        stage.camera(at + Vec(0, -20), 4.0)
        yield 50
        yield from stage.say("hit", only=(1,))
        stage.rest("wybie")
        stage.bring("wybie", at + Vec(-96, 30), Facing.RIGHT)
        yield from stage.together(
            stage.walk("wybie", at + Vec(-46, 26), 80), stage.walk("coraline", at + Vec(44, 30), 90)
        )
        stage.face("coraline", Facing.LEFT)
        stage.face("wybie", Facing.RIGHT)
        yield 20
        yield from stage.say("hit", only=(2, 3))
        stage.set("hand_remains")
    over(stage, act)


def _after(stage: Stage) -> Script:
    session = stage.session
    at = session.room.spots[f"rock_{1 + session.story.counts.get('hand_chute', 1)}"].box.middle
    if not session.find("wybie"):
        wybie(stage, at + Vec(-46, 26), Facing.RIGHT)
    yield lambda: session.is_free
    with stage.scene():
        stage.music("well_night", "base")
        if (stage.at("coraline") - at).length > 120:
            stage.bring("coraline", at + Vec(44, 30), Facing.LEFT)
        stage.bring("wybie", at + Vec(-46, 26), Facing.RIGHT)
        yield from _lines(stage, ("after",))
        key = f"boss.hand.wybie.{5 if stage.flag('rock_first_try') else 6}"
        if stage.flag("rock_first_try") or stage.flag("rock_third_try"):
            node = session.content.words.node(key)
            yield from stage.line(node["who"], node["mood"], node["say"], key)


def _lines(stage: Stage, moments: Sequence[str]) -> Script:
    for moment in moments:
        yield from stage.say(moment)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: hand_crushed}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS = {
    BEAT: Start(
        MAP,
        "cp_well",
        ("hand_rock_opened", "hand_is_crushed", "hand_remains", "wybie_untouched", "rock_first_try"),
        ("adder_stone", KEY, "doll", "note"),
        ("is_night",),
    ),
}
