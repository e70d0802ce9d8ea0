"""actresses_warn: tea, two careers, and a magic lantern in which two ladies agree for the first time in forty years."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.panels import LanternPanel
from game.sim.panels.lantern import LOCK_AFTER, PAR
from game.sim.session import Session

BELGIUM_AFTER = 4
"""Turns that were nothing, before it is said; and then not so soon again."""
BELGIUM_AGAIN = 12
RINGS = "lantern_rings"
"""The note that keeps the rings while she is up: three places, turns, whether one has caught."""
PULL_TICKS = 200
"""How long the shadow is pulled before anybody has words for it."""


def actresses_warn(session: Session) -> Script:
    stage = Stage(session, "actresses_warn")
    if not stage.flag("ladies_met"):
        with stage.scene():
            for who in ("spink", "forcible"):
                stage.face(who, "coraline")
            yield from stage.say("open")
            yield from _come_in(stage)
            yield from stage.say("intro")
            yield from stage.say("stage")
            yield from _tea(stage)
            yield from stage.say("tea")
        stage.set("ladies_met")
        stage.goal("lantern")
        stage.keep()
        yield 2
    said: set[str] = set()
    while not stage.flag("lantern_read"):
        yield lambda: stage.flag("lantern_tried") and session.is_free
        with stage.scene():
            yield from _lantern(stage, said)
        if not stage.flag("lantern_read"):
            stage.keep()
            yield 2
    with stage.scene():
        yield from stage.say("danger")
        yield from stage.choose("choice")
        if stage.flag("fed_tortoise"):
            stage.sound("leaf_rustle")
        yield from stage.say("end", only=(1, 2))
        stage.face("coraline", Facing.DOWN)
        yield from stage.say("end", only=(3,))
        stage.night(False)
        stage.end_chapter(3)
        yield 30


def _come_in(stage: Stage) -> Script:
    """In between the two of them, before the table."""
    session = stage.session
    a, b = stage.at("spink"), stage.at("forcible")
    middle = Vec((a.x + b.x) / 2, max(a.y, b.y) + 22)
    if (Vec(session.place.x, session.place.y) - middle).length > 12:
        yield from stage.walk("coraline", middle)
    stage.face("coraline", Facing.UP)
    for who in ("spink", "forcible"):
        stage.face(who, "coraline")


def _tea(stage: Stage) -> Script:
    """It comes with a saucer of its own and a wig hair."""
    stage.sound("kettle_put", "forcible")
    yield from stage.pose("forcible", "offer", 30)
    stage.sound("plink", "coraline", 0.5)
    yield from stage.pose("coraline", "interact", 22)
    yield 16


def sit_at_lantern(session: Session, entity: int) -> Script:
    """The chair before the lantern."""
    stage = Stage(session, "actresses_warn")
    if session.is_running("actresses_warn") and stage.flag("ladies_met"):
        stage.set("lantern_tried")
        yield None
        return
    if session.story.may_begin(stage.name) and not session.is_running(stage.name):
        session.begin(stage.name)
        return
    session.look("lantern")
    yield lambda: session.talk is None


def _dim(stage: Stage, on: bool) -> Script:
    """The lamp goes out with a click, and everything but the sheet with it."""
    stage.sound("light_click")
    if on:
        yield from stage.fade_out(26)
    else:
        yield from stage.fade_in(26)


def _lantern(stage: Stage, said: set[str]) -> Script:
    session = stage.session
    if "lantern_seat" in session.room.spots:
        yield from stage.walk("coraline", "lantern_seat")
    stage.face("coraline", Facing.UP)
    yield 14
    yield from _dim(stage, True)
    panel = LanternPanel(is_fixed=True)
    is_back = _put_back(session, panel)
    session.panel = panel
    yield 8
    yield from _dim(stage, False)
    stage.sound("spotlight")
    if not is_back:
        yield from stage.say("shadow")
        yield from stage.say("teach")
    panel.is_fixed = False
    yield from _turn_until_both(stage, panel, said)
    panel.is_fixed = True
    if panel.is_left:
        yield from _get_up(stage, panel)
        return
    if panel.turns <= PAR:
        stage.set("lantern_first_try")
    stage.music("doll")
    yield 16
    yield from stage.say("both", only=(1, 2))
    panel.pulled = 1
    stage.sound("thread_pull")
    yield PULL_TICKS
    yield from stage.say("both", only=(3, 4, 5))
    stage.sound("needle_tick")
    yield from _dim(stage, True)
    session.panel = None
    stage.music("")
    yield 10
    yield from _dim(stage, False)
    session.story.notes.pop(RINGS, None)
    stage.set("lantern_read")


def _get_up(stage: Stage, panel: LanternPanel) -> Script:
    """For now: whoever sits down again finds the rings as they were."""
    session = stage.session
    session.story.notes[RINGS] = " ".join(str(n) for n in (*panel.rings, panel.turns, int(panel.is_locked)))
    yield from _dim(stage, True)
    session.panel = None
    yield 10
    yield from _dim(stage, False)
    session.story.set("lantern_tried", False)
    yield from stage.say("later")


def _put_back(session: Session, panel: LanternPanel) -> bool:
    """The rings as she left them; whether she has sat here before."""
    kept = session.story.notes.get(RINGS, "").split()
    if not kept:
        return False
    inner, middle, outer, turns, locked = map(int, kept)
    panel.rings = panel.was = panel.now = (inner, middle, outer)
    panel.turns, panel.is_locked = turns, bool(locked)
    return True


def _turn_until_both(stage: Stage, panel: LanternPanel, said: set[str]) -> Script:
    """Every place of the rings is something to one of them; the two right ones are said aloud, once each."""
    session = stage.session
    words = session.content.words
    guesses = words.numbered(stage.key("guess"))
    nothing, told = 0, 0
    while True:
        seen = panel.turns
        yield lambda seen=seen: panel.is_left or (panel.turns != seen and not panel.is_turning)  # type: ignore[misc]
        if panel.is_left:
            return
        reading = panel.reading
        panel.guess = ""
        if reading == "both":
            return
        if reading == "nothing":
            nothing += 1
            if (nothing >= BELGIUM_AFTER and "nothing" not in said) or nothing - told >= BELGIUM_AGAIN:
                said.add("nothing")
                told = nothing
                yield from stage.say("turn_nothing")
            else:
                panel.guess = guesses[(session.story.count("lantern_guess") - 1) % len(guesses)]
                panel.guess_ticks = 0
        elif reading not in said:
            said.add(reading)
            stage.sound("chore_done")
            yield 14
            yield from stage.say(f"turn_{reading}")
        if panel.turns >= LOCK_AFTER and not panel.is_locked and reading != "bridge":
            panel.catch(session)
            yield from stage.say("caught")
        if panel.reading == "both":  # the ring that caught was the last that was wanting
            return
