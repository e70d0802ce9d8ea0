"""talk: the typewriter, the presses that hurry and turn it, and choices. First press completes, second goes on, holding skips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Chose, Heard, Lettered
from game.sim.parts import Hero, Talk

if TYPE_CHECKING:
    from game.sim.session import Session

SKIP_AFTER_TICKS = 36
SKIP_EVERY_TICKS = 6
PAUSES = {".": 9, ",": 4, "!": 8, "?": 8, ":": 5, "-": 3}
"""Ticks the typewriter rests after a mark, at normal speed."""
REPEAT_FIRST, REPEAT_NEXT = 21, 6
DEAF_TICKS = 20
"""So long a fresh choice takes no answer: whoever was still reading on has not chosen."""


def talk(session: Session) -> None:
    line = session.talk
    if line is None:
        return
    line.ticks += 1
    if line.options:
        _choose(session, line)
        return
    _write(session, line)
    pressed = session.pressed(Action.INTERACT) and line.ticks > 1
    hurried = session.pressed(Action.DODGE) and line.ticks > 1
    # Her hands know how long interact has been down, over this line and the ones before.
    skips = session.world.get(session.hero, Hero).hold_ticks >= SKIP_AFTER_TICKS
    if pressed or hurried:
        if line.is_whole:
            _close(session)
        else:
            line.shown = float(len(line.say))
    elif skips and line.ticks % SKIP_EVERY_TICKS == 0:
        _close(session)


def _close(session: Session) -> None:
    session.talk = None
    session.news.tell(Heard("ui_page", session.place.x, session.place.y, 0.5))


def _write(session: Session, line: Talk) -> None:
    if line.is_whole:
        return
    speed = session.rules.text_speed
    if speed <= 0:
        line.shown = float(len(line.say))
        return
    before = int(line.shown)
    last = line.say[before - 1] if before else ""
    ends_word = before < len(line.say) and line.say[before] == " "
    line.shown += speed / (1 + PAUSES[last]) if last in PAUSES and ends_word else speed
    for i in range(before, min(int(line.shown), len(line.say))):
        letter = line.say[i]
        if letter.isalpha():
            rises = i > len(line.say) - 6 and line.say.rstrip(')"').endswith("?")
            session.news.tell(Lettered(line.who, letter.lower(), rises))


def _choose(session: Session, line: Talk) -> None:
    y = session.intent.y
    way = (y > STICK // 2) - (y < -STICK // 2)
    if way == 0:
        line.moved = 0
    else:
        line.moved += 1
        again = line.moved > REPEAT_FIRST and (line.moved - REPEAT_FIRST) % REPEAT_NEXT == 0
        if line.moved == 1 or again:
            line.cursor = (line.cursor + way) % len(line.options)
            session.news.tell(Heard("ui_move", session.place.x, session.place.y))
    if session.pressed(Action.INTERACT) and line.ticks > DEAF_TICKS:
        session.picked = line.cursor
        session.news.tell(Chose(line.key, line.cursor))
        session.news.tell(Heard("ui_select", session.place.x, session.place.y))
        session.talk = None
