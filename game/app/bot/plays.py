"""Every beat the bot can play -> how."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.bot import (
    ch01,
    ch02,
    ch03,
    ch04,
    ch05,
    ch06,
    ch07,
    ch08,
    ch09,
    ch09_circus,
    ch09_house,
    ch09_theatre,
    ch10,
    ch10_chase,
    ch11,
    ch11_hand,
    ch12,
)

if TYPE_CHECKING:
    from game.app.bot.bot import Bot

CHAPTERS = (
    *(ch01, ch02, ch03, ch04, ch05, ch06, ch07, ch08, ch09, ch09_house, ch09_theatre, ch09_circus),
    *(ch10, ch10_chase, ch11, ch11_hand, ch12),
)
PLAYS: dict[str, Callable[[Bot], None]] = {beat: play for chapter in CHAPTERS for beat, play in chapter.PLAYS.items()}
