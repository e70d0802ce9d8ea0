"""What three children saw last, through the eyes of one doll. Each is a panel; what is said stands between its parts."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.script import Script
from game.sim.panels import LettersPanel, MemoryPanel, PantomimePanel, RacePanel
from game.sim.panels.race import CAT_TICKS
from game.sim.session import Session


def look(stage: Stage, name: str) -> Script:
    """One memory, from the holes opening to the last thread."""
    session = stage.session
    told = Stage(session, f"memory_{name}")
    with stage.scene():
        yield from stage.pose("coraline", "interact", 18)
        told.music("doll")
        yield from {"silas": _silas, "hester": _hester, "ivy": _ivy}[name](told)
        told.music("")
        told.sound("breath_out")
        yield 30


def _open(session: Session, panel: MemoryPanel) -> Script:
    session.panel = panel
    yield lambda: panel.is_open


def _sew(session: Session, panel: MemoryPanel) -> Script:
    panel.go("sew")
    yield lambda: session.panel is not panel


def _silas(told: Stage) -> Script:
    session = told.session
    panel = LettersPanel()
    yield from _open(session, panel)
    yield from told.say("scene", (1, 2))
    panel.go("write")
    yield lambda: panel.is_written
    yield 130  # the last of them sail
    yield from told.say("scene", (3,))
    panel.go("home")
    told.sound("little_door_open")
    yield 190
    yield from told.say("scene", (4,))
    panel.go("nearer")
    yield lambda: panel.near >= 1
    yield 30
    yield from told.say("scene", (5,))
    yield from _sew(session, panel)


def _hester(told: Stage) -> Script:
    session = told.session
    panel = PantomimePanel()
    yield from _open(session, panel)
    yield from told.say("scene", (1, 2))
    panel.go("doors")
    yield lambda: panel.is_done
    yield 30
    yield from told.say("scene", (3, 4))
    panel.go("house")
    told.sound("curtain_wide")
    yield lambda: panel.has_bowed
    yield 50
    yield from told.say("scene", (5,))
    yield from _sew(session, panel)


def _ivy(told: Stage) -> Script:
    session = told.session
    panel = RacePanel()
    yield from _open(session, panel)
    yield from told.say("scene", (1,))
    panel.go("race")
    yield lambda: panel.is_run
    yield 60
    yield from told.say("scene", (2, 3))
    panel.go("cat")
    told.sound("cat_meow")
    yield CAT_TICKS
    yield from told.say("scene", (4,))
    panel.go("foot")
    yield lambda: panel.is_free
    yield from told.say("scene", (5,))
    panel.go("away")
    yield lambda: panel.away >= 1
    yield 20
    yield from told.say("scene", (6,))
    yield from _sew(session, panel)
