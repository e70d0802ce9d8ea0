"""Pouring: hold, and it comes; let go, and it still comes a little, and rises by itself. There is a line on every glass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

GLASSES = {
    "spink": "flute",
    "forcible": "tumbler",
    "bobinsky": "jar",
    "mice": "thimble",
    "mel": "cup",
    "charlie": "mug",
}
"""Everybody brought what they had."""
FILL_TICKS = {"flute": 74, "tumbler": 92, "jar": 150, "thimble": 30, "cup": 84, "mug": 110}
"""From empty to the line at full stream."""
LINE = 0.80
"""Where the line is, of the height of a glass."""
TILTS, RIGHTS = 1 / 12, 1 / 9
"""How fast the bottle tips, and comes up again, a tick: it dribbles."""
FOAMS, SETTLES = 0.42, 1 / 46
"""Foam made of what is poured; how fast it goes."""
FOAM_STANDS = 0.55
"""So much of the foam counts when it comes to running over."""
STILL_TICKS = 34
"""Quiet for so long, with enough in it, and it is a glass of ginger beer."""
WINDOW_TICKS = 12
"""Either side of the line, at full stream: right on it."""
ENOUGH = 0.62
"""Less than this and nobody would call it poured."""
LEAVES_TICKS = 44
GLUG_TICKS = 10


@dataclass
class PourPanel(Panel):
    """``who`` it is for; ``level`` and ``foam`` of a glass, 0..1; ``tilt`` of the bottle. ``spilled``: it ran over.

    ``verdict`` "" while it goes on, then exact, full or spilled; ``after`` ticks since.
    """

    who: str = "spink"
    level: float = 0.0
    foam: float = 0.0
    tilt: float = 0.0
    ticks: int = 0
    still: int = 0
    has_begun: bool = False
    is_ready: bool = False
    spilled: bool = False
    over: int = 0
    verdict: str = ""
    after: int = 0

    @property
    def glass(self) -> str:
        return GLASSES.get(self.who, "tumbler")

    @property
    def rate(self) -> float:
        """Of the glass, a tick of full stream."""
        return LINE / FILL_TICKS[self.glass]

    @property
    def is_done(self) -> bool:
        """The glass may be handed over."""
        return self.after >= LEAVES_TICKS

    def work(self, session: Session) -> None:
        self.ticks += 1
        if self.verdict:
            self.after += 1
            self.tilt = max(self.tilt - RIGHTS, 0.0)
            self.foam = max(self.foam - SETTLES * 0.5, 0.0)
            return
        holds = session.held(Action.INTERACT)
        self.is_ready = self.is_ready or not holds  # the press that opened it is not meant
        helped = session.rules.auto_brace and self.level + self.foam * 0.2 >= LINE - self.rate * 8
        if holds and self.is_ready and not helped:
            self.has_begun = True
            self.tilt = min(self.tilt + TILTS, 1.0)
        else:
            self.tilt = max(self.tilt - RIGHTS, 0.0)
        flow = self.tilt * self.tilt
        if flow > 0.02:
            self.level += self.rate * flow
            self.foam += self.rate * flow * FOAMS
            if self.ticks % GLUG_TICKS == 0:
                session.news.tell(Heard("drip_fsharp", session.place.x, session.place.y, 0.25 + 0.3 * flow))
        self.foam = max(self.foam - SETTLES * (0.25 if flow > 0.02 else 1.0) * max(self.foam, 0.2), 0.0)
        self._brim(session)
        self.still = self.still + 1 if flow <= 0.02 else 0
        if self.has_begun and self.level >= ENOUGH and self.still >= STILL_TICKS and not holds:
            off = abs(self.level - LINE)
            near = WINDOW_TICKS * self.rate * (1.5 if session.rules.difficulty == "storybook" else 1.0)
            self.verdict = "spilled" if self.spilled else "exact" if off <= near else "full"
            sound = "chime_small" if self.verdict == "exact" else "plate_slide"
            session.news.tell(Heard(sound, session.place.x, session.place.y, 0.6))

    def _brim(self, session: Session) -> None:
        """What is over is over: on the cloth."""
        if self.level + self.foam * FOAM_STANDS < 1.0:
            self.over = max(self.over - 1, 0)
            return
        if not self.spilled:
            session.news.tell(Heard("splat", session.place.x, session.place.y, 0.5))
        self.spilled = True
        self.over = 30
        self.level = min(self.level, 0.97)
        self.foam = min(self.foam, (1.0 - self.level) / FOAM_STANDS)
