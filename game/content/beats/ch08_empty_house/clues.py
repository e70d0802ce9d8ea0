"""The five things of an empty house that do not fit: what she does with each when she finds it, in any order."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.session import Session

BEAT = "parents_gone"
CLUES = ("kettle", "page", "shoes", "snow", "doll")
"""In the order of nobody; on the board shoes hang with the coats."""
SEAT = "doll_dads_chair"
DRIP = Vec(1312, 316)


def found(stage: Stage) -> int:
    """How many of them."""
    return sum(stage.flag(f"clue_{clue}") for clue in CLUES)


def _clue(name: str, thing: str) -> Callable[[Session, int], Script]:
    """The script of looking at one of the five; ``thing`` is what it is on any other day."""

    def script(session: Session, entity: int) -> Script:
        stage = Stage(session, BEAT)
        if not session.is_running(BEAT) or stage.flag("realised") or not stage.flag("alone_opened"):
            session.look(thing)
            yield lambda: session.talk is None
        elif stage.flag(f"clue_{name}"):
            if found(stage) == len(CLUES) and not stage.flag("wool_shows"):
                stage.set("wants_board")
                yield None
            else:
                session.look(thing)
                yield lambda: session.talk is None
        else:
            with stage.scene():
                yield from LOOKS[name](stage)
                yield from stage.say(f"clue_{name}")
            stage.set(f"clue_{name}")
            stage.sound("page_tick")
            if found(stage) == len(CLUES):
                stage.set("wants_board")
            else:
                stage.keep()
            yield 2

    return script


def _kettle(stage: Stage) -> Script:
    """She puts a hand flat on its side, as one is told not to."""
    stage.face("coraline", Facing.UP)
    yield from stage.pose("coraline", "interact", 26)
    yield 40
    stage.sound("plink_pan", DRIP, 0.5)
    yield 50


def _page(stage: Stage) -> Script:
    """Read to where it stops."""
    stage.face("coraline", Facing.UP)
    yield from stage.pose("coraline", "interact", 22)
    yield from stage.read("page", "page")
    yield 20
    stage.sound("type_key", "typewriter", 0.7)
    yield 34


def _shoes(stage: Stage) -> Script:
    """Into the sleeve, as far as the elbow; then down at the floor."""
    stage.face("coraline", Facing.UP)
    stage.sound("cloth_turn")
    yield from stage.pose("coraline", "interact", 34)
    yield 24
    stage.face("coraline", Facing.DOWN)
    yield 30


def _snow(stage: Stage) -> Script:
    """On the end of a finger."""
    yield from stage.pose("coraline", "interact", 26)
    stage.sound("chime_small")
    yield 60


def _doll(stage: Stage) -> Script:
    """In the chair, with its hands in its lap, dressed up for somebody."""
    at = stage.at(SEAT)
    stage.face("coraline", SEAT)
    stage.camera(Vec(at.x, at.y + 10), 2.0)
    stage.sound("doll_moved", SEAT)
    yield 70
    stage.sound("button_click", SEAT, 0.8)
    yield 20
    stage.camera_back()


LOOKS: dict[str, Callable[[Stage], Script]] = {
    "kettle": _kettle,
    "page": _page,
    "shoes": _shoes,
    "snow": _snow,
    "doll": _doll,
}


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "clue_kettle": _clue("kettle", "kettle"),
    "clue_page": _clue("page", "typewriter"),
    "clue_shoes": _clue("shoes", "coats"),
    "clue_snow": _clue("snow", "carpet"),
    "clue_doll": _clue("doll", "doll.dads_chair"),
}
