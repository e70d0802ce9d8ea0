"""Every beat the bot can play -> how."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot import ch01, ch02, ch03, ch04, ch05, ch06

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

PLAYS: dict[str, Callable[[Bot], None]] = {
    beat: play for chapter in (ch01, ch02, ch03, ch04, ch05, ch06) for beat, play in chapter.PLAYS.items()
}
