"""`drive`: lockstep play over lines on stdin. The game waits between lines; every line gets one line of JSON back.

    hold NAME ... N     holds actions and ways ("right", "run") for N ticks       tap NAME [N]    presses (N ticks, 2)
    stick X Y N         tilts the stick, -1..1, y down, for N ticks               wait N          nothing for N ticks
    shot FILE.png       a picture of now                                          state           only the answer
    quit                the end (as is the end of the input)

Names: up down left right interact dodge throw cat stone next sneak run journal pause confirm cancel.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from game.app.game import Kept
from game.app.headless import Headless, session_for
from game.app.settings import Settings
from game.sim.happenings import Lettered, Stepped
from game.sim.parts import Talk
from game.view.hud import counted

MOST_TICKS = 36_000
"""A line may let ten minutes pass, not a year."""
TOKEN = re.compile(r"\{(\w+)\}")
"""What stands in a line for a button: {brace}."""
QUIET = (Lettered, Stepped)


class LineError(Exception):
    """A line that cannot be done; it is answered with {"error": ...} and nothing happens."""


def drive(options: argparse.Namespace) -> int:
    """Reads lines until quit or the end of the input."""
    settings = Settings(first_run=False, captions=True)
    kept = Kept.on_disk(options.saves) if options.saves else Kept()
    session = None
    if options.map or options.beat or options.flag or options.boss or options.attack or options.seed != 1:
        session = session_for(options, settings.rules())
    driver = Driver(Headless(session, renderer=options.renderer or "software", kept=kept, settings=settings))
    for line in sys.stdin:
        words = line.split()
        if not words:
            continue
        if words[0] == "quit":
            break
        try:
            answer = driver.do(words)
        except LineError as e:
            answer = {"error": str(e)}
        print(json.dumps(answer), flush=True)
        if driver.headless.is_over:
            break
    driver.headless.game.close()
    return 0


class Driver:
    """Does lines. ``do`` returns the answer as plain data; raises LineError for a line that makes no sense."""

    def __init__(self, headless: Headless) -> None:
        self.headless = headless
        self.events: list[dict[str, Any]] = []
        self._told_tick = -1

    def do(self, words: list[str]) -> dict[str, Any]:
        verb, rest = words[0], words[1:]
        pad = self.headless.game.pad
        if verb == "hold" and len(rest) >= 2:
            self._press(rest[:-1], self._ticks(rest[-1]))
        elif verb == "tap" and rest:
            is_timed = len(rest) > 1 and rest[-1][:1].isdigit()
            self._press(rest[:-1] if is_timed else rest, self._ticks(rest[-1]) if is_timed else 2)
            self._tick(1)
        elif verb == "stick" and len(rest) == 3:
            try:
                x, y = float(rest[0]), float(rest[1])
            except ValueError:
                raise LineError(f"not a tilt: {rest[0]} {rest[1]}") from None
            if not (abs(x) <= 1 and abs(y) <= 1):
                raise LineError(f"a stick tilts from -1 to 1, not {rest[0]} {rest[1]}")
            pad.stick(x, y)
            self._tick(self._ticks(rest[2]))
            pad.stick(0, 0)
        elif verb == "wait" and len(rest) == 1:
            self._tick(self._ticks(rest[0]))
        elif verb == "shot" and len(rest) == 1:
            path = Path(rest[0])
            try:
                self.headless.picture(path)
            except OSError as e:
                raise LineError(str(e)) from e
        elif verb != "state" or rest:
            raise LineError(f"unknown line {' '.join(words)!r}: hold, tap, stick, wait, shot, state, quit")
        return self.state()

    @staticmethod
    def _ticks(word: str) -> int:
        if not (word.isascii() and word.isdigit()) or int(word) > MOST_TICKS:
            raise LineError(f"not a number of ticks from 0 to {MOST_TICKS}: {word!r}")
        return int(word)

    def _press(self, names: list[str], ticks: int) -> None:
        pad = self.headless.game.pad
        down = []
        try:
            for name in names:
                pad.hold(name, True)
                down.append(name)
            self._tick(ticks)
        except KeyError as e:
            raise LineError(f"no action is called {e.args[0]!r}") from None
        finally:
            for name in down:
                pad.hold(name, False)

    def _tick(self, ticks: int) -> None:
        for _ in range(ticks):
            self.headless.tick()
            session = self.headless.session
            if session is None or session.tick == self._told_tick:
                continue
            self._told_tick = session.tick
            for told in session.news.all():
                if is_dataclass(told) and not isinstance(told, (type, *QUIET)):
                    self.events.append({"event": type(told).__name__, **asdict(told)})

    def state(self) -> dict[str, Any]:
        """What a player could know now, and the hash."""
        session = self.headless.session
        events, self.events = self.events, []
        if session is None:
            return {"tick": 0, "screen": self.headless.screen, "events": events}
        words = session.content.words
        talk = session.talk
        name = words.get(f"speakers.{talk.who}.name") if talk and words.has(f"speakers.{talk.who}.name") else ""
        ear = self.headless.game.ear
        return {
            "tick": session.tick,
            "screen": self.headless.screen,
            "map": session.room.name,
            "beat": session.story.beat,
            "position": [round(session.place.x, 1), round(session.place.y, 1)],
            "facing": session.place.facing.value,
            "says": _said(talk, name),
            "choices": [o.pick for o in talk.options] if talk else [],
            "choice": talk.cursor if talk and talk.options else None,
            "panel": type(session.panel).__name__ if session.panel else None,
            "prompt": words.get(f"prompt.{session.prompt.verb}") if session.prompt else None,
            "captions": [[words.get(f"captions.{key}"), way] for key, way, _ in ear.captions] if ear else [],
            "stitches": session.story.counts.get("stitches", 0),
            "goal": words.get(f"journal.goal.{session.goal}", **counted(session.story.counts)),
            "events": events,
            "hash": session.state_hash(),
        }


def _said(talk: Talk | None, name: str) -> dict[str, Any] | None:
    """The line on the screen; {brace} and its like as [brace]."""
    if talk is None or talk.options:
        return None
    return {"who": name, "text": TOKEN.sub(r"[\1]", talk.say), "whole": talk.is_whole}
