"""stub woke_home"""

from __future__ import annotations

from collections.abc import Callable

from game.core.script import Script
from game.sim.session import Session

LEAVES: tuple[str, ...] = ()
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}


def woke_home(session: Session) -> Script:
    yield None


def door_calls(session: Session) -> None: ...
def dinner_is_ready(session: Session) -> None: ...
def morning_comes(session: Session) -> None: ...
def honesty_at_the_gate(session: Session) -> None: ...
