"""The errors a player or a map maker can cause: each is one clear line, never a traceback."""

from __future__ import annotations

from game.app.replay import ReplayError
from game.app.window import WindowError
from game.content.bosses import BossError
from game.content.finding import MapError
from game.content.start import StartError
from game.content.words import WordsError
from game.core.clock import TooLong
from game.sim.session import NoSpawn


class UsageError(Exception):
    """The command cannot be done as it was asked for."""

    exit_code = 2


EXPECTED = (
    UsageError,
    WindowError,
    StartError,
    BossError,
    MapError,
    WordsError,
    ReplayError,
    TooLong,
    NoSpawn,
    OSError,
)
