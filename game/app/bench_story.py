"""`bench --story`: how long pictures take while the bot plays, beat by beat, in games and panels, talk and map changes.

Every tick is painted, as on a screen of 60 Hz, so that light is baked in the frames that a player would see it baked in.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from game.app.bot.bot import Bot
from game.app.headless import Headless
from game.app.loop import settle
from game.app.settings import Settings
from game.content.start import new_session, playable_beats
from game.core.intent import Intent
from game.sim.happenings import Entered
from game.sim.session import Session
from game.testing import Play


@dataclass
class Figures:
    """Of one beat, ms of process time: ticks; pictures by (map, what goes on there); the first picture of each map."""

    beat: str
    ticks: list[float] = field(default_factory=list)
    pictures: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    changes: list[tuple[str, float]] = field(default_factory=list)

    def to_data(self) -> dict[str, Any]:
        return {
            "beat": self.beat,
            "ticks": len(self.ticks),
            "tick_ms": spread(self.ticks),
            "changes_ms": [[room, round(ms)] for room, ms in self.changes],
            "pictures_ms": {
                f"{room} {what}".strip(): {"count": len(all_), **spread(all_)}
                for (room, what), all_ in self.pictures.items()
            },
        }


def spread(times: list[float]) -> dict[str, float]:
    """Median, 99th of a hundred, and the longest."""
    ordered = sorted(times)
    return {
        "median": round(ordered[len(ordered) // 2], 2),
        "p99": round(ordered[int(len(ordered) * 0.99)], 2),
        "max": round(ordered[-1], 2),
    }


def beats_between(first: str, last: str) -> list[str]:
    """Raises ValueError for a beat that is not told."""
    ids = list(playable_beats())
    return ids[ids.index(first) if first else 0 : ids.index(last) + 1 if last else len(ids)]


def measure(beat: str) -> Figures:
    """The bot plays a beat from its start. Raises TooLong where it is stuck."""
    settings = Settings(first_run=False, captions=True)
    session = new_session(beat=beat, rules=settings.rules())
    headless = Headless(session, settings=settings)
    painter, game = headless.painter, headless.game
    settle()
    figures = Figures(beat)
    step = session.step

    def timed(intent: Intent) -> None:
        started = time.process_time()
        step(intent)
        figures.ticks.append((time.process_time() - started) * 1000)

    def painted(_: Intent) -> None:
        play = game.play
        assert play is not None
        play.overlay.tick(session)
        is_new = bool(session.news.of(Entered)) or len(figures.ticks) == 1
        if is_new:
            settle()
        started = time.process_time()
        painter.draw(game.paint(1.0, 1 / 60))
        took = (time.process_time() - started) * 1000
        if is_new:
            figures.changes.append((session.room.name, took))
        else:
            figures.pictures[session.room.name, what(session)].append(took)

    session.step = timed  # type: ignore[method-assign]  # a stopwatch round the one door
    play = Play(session=session)
    play.on_tick.append(painted)
    Bot(play).run(beat)
    return figures


def what(session: Session) -> str:
    """What goes on: a game by its name, a panel, talk, or only she."""
    if session.act is not None:
        return type(session.act).__name__
    if session.panel is not None:
        return type(session.panel).__name__
    return "talk" if session.talk is not None else ""


def tell(data: dict[str, Any]) -> None:
    """One beat, as lines."""
    tick = data["tick_ms"]
    changes = ", ".join(f"{room} {ms}" for room, ms in data["changes_ms"])
    print(
        f"{data['beat']}: {data['ticks']} ticks of {tick['median']} ms, p99 {tick['p99']}; first pictures {changes} ms"
    )
    for name, of in data["pictures_ms"].items():
        print(f"    {name:32} {of['count']:6} pictures of {of['median']:5} ms, p99 {of['p99']:6}, longest {of['max']}")
