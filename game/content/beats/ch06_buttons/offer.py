"""buttons_offered: the first thing she has ever been asked in that house."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.panels import BoxPanel, EyesPanel
from game.sim.panels.eyes import THREAD_TICKS
from game.sim.session import Session

BEAT = "buttons_offered"
ROOM = "other/flat_down"
SEAT, MOTHER, FATHER = "buttons_seat", "buttons_mother", "buttons_father"
DARK = ((1, 20), (2, THREAD_TICKS - 60), (4, 20))
"""While it gets dark: (after so many threads, ticks into the next) the next line is heard."""
CHAIR_PX = 10.0
NEAR_TABLE_PX = 150.0


def called_to_table(session: Session) -> None:
    """The day after the cat has spoken the table is laid: the beat begins as soon as she comes in."""
    begins = session.story.beat == BEAT and session.room.name == ROOM
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def buttons_offered(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if stage.once("ch6_named"):
        stage.chapter_card(6)
    _lay_table(stage)
    seat = stage.at(SEAT)
    yield lambda: session.is_free and (stage.at("coraline") - seat).length < NEAR_TABLE_PX
    with stage.scene():
        if stage.once("at_table"):
            stage.face("other_father", "coraline")
            yield from stage.say("open", only=(1,))
        stage.camera(Vec(seat.x + 30, seat.y - 30), 3.0)  # the table low in the picture: words stand above it
        yield from stage.walk("coraline", seat, 84)
        yield from _sit(stage)
        yield from stage.say("open", only=(2, 3, 4))
        yield from _box(stage)
        yield from stage.say("explain")
        stage.music("doll")
        yield from _answer(stage)
        stage.music("")
        stage.rest("coraline")
        session.place.lift = 0.0
        session.panel = None
        yield 30
        stage.camera_back()
        yield from stage.say("end")
        stage.set("refused")
    yield 20


def _lay_table(stage: Stage) -> None:
    """Both of them stand by the table and wait; nobody else in the house does anything."""
    for who, spot, way in (("other_mother", MOTHER, Facing.LEFT), ("other_father", FATHER, Facing.RIGHT)):
        if stage.session.find(who):
            stage.bring(who, spot, way)


def _sit(stage: Stage) -> Script:
    stage.face("coraline", Facing.DOWN)
    stage.sound("cloth_turn")
    stage.session.place.lift = CHAIR_PX
    yield from stage.pose("coraline", "sit")
    stage.face("other_mother", "coraline")
    stage.face("other_father", "coraline")
    yield 24


def _box(stage: Stage) -> Script:
    """It is put before her; she opens it herself."""
    session = stage.session
    yield from stage.say("box", only=(1,))
    panel = BoxPanel()
    session.panel = panel
    yield lambda: panel.is_open
    yield 40
    yield from stage.say("box", only=(2, 3, 4))
    session.panel = None
    yield 10


def _answer(stage: Stage) -> Script:
    """Asked until she says no. To think about it changes nothing; yes is shown to its end, and asked again."""
    session = stage.session
    while True:
        yield from stage.choose("ask")
        said = session.story.notes[f"picked.{BEAT}.ask"]
        if said == "refuse":
            return
        if said == "yes":
            yield from _how_yes_goes(stage)


def _passed(panel: EyesPanel, ticks: int) -> Callable[[], bool]:
    return lambda: panel.ticks >= ticks or panel.is_over


def _how_yes_goes(stage: Stage) -> Script:
    """Some twenty seconds of eyes that close. It has not happened; but it was a long way off to come back from."""
    session = stage.session
    panel = EyesPanel()
    session.panel = panel
    stage.music("void")
    for n, (threads, ticks) in enumerate(DARK, 1):
        after = threads * THREAD_TICKS + ticks
        yield _passed(panel, after)
        if panel.is_over:
            break
        yield from stage.say(f"yes_dark_{n}")
    yield lambda: panel.is_over
    session.panel = None
    stage.sound("breath_out")
    stage.music("doll")
    yield 24
    yield from stage.say("yes_back")
