"""Chapter 10 from the globe on: the climb, the chase, the door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

PLAYS: dict[str, Callable[[Bot], None]] = {}
