"""`shot`: a picture of what a player would see at a map or a beat."""

from __future__ import annotations

import argparse

from game.app.errors import UsageError
from game.app.headless import Headless, session_for
from game.app.settings import Settings
from game.sim.session import Session
from game.sim.systems.reveal import ITEM

MOST_LINES = 80
STONE_TICKS = 40
"""From the pocket to the eye, and until the ring has come to rest."""


def shot(options: argparse.Namespace) -> int:
    """Writes the PNG; exit 0."""
    if not (options.map or options.beat or options.boss):
        raise UsageError("shot needs --map, --beat or --boss")
    if options.tick < 0:
        raise UsageError(f"--tick {options.tick}: there is no time before the beginning")
    if not options.out.parent.exists():
        raise UsageError(f"--out {options.out}: its folder does not exist")
    if options.out.suffix.lower() != ".png":
        raise UsageError(f"--out {options.out}: a picture is a .png")
    settings = Settings(first_run=False)
    session = session_for(options, settings.rules())
    headless = Headless(session, options.size, options.renderer or "software", settings=settings)
    headless.tick(options.tick)
    if options.stone is not None:
        _raise_stone(headless, session, options.stone)
    headless.picture(options.out)
    return 0


def _raise_stone(headless: Headless, session: Session, way: tuple[float, float]) -> None:
    """Holds the stone up; (0, 0): the way she looks. What stands before the world is read away first."""
    session.give(ITEM)
    pad = headless.game.pad
    for _ in range(MOST_LINES):
        if session.is_free:
            break
        pad.hold("interact", True)
        headless.tick(1)
        pad.hold("interact", False)
        headless.tick(3)
    pad.hold("stone", True)
    pad.point(*way)
    headless.tick(STONE_TICKS)
