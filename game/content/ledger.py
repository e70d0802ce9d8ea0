"""The story ledger: the 33 sentences of the plot in our own words, and where each is kept: beats, maps, people, things, tests.

Read from assets/story/ledger.toml. A person or a thing is known by what a player meets: ``actor:SHEET``, ``prop:PICTURE``,
``item:NAME``, ``part:PART``, ``panel:KIND``. tests/stories/test_ledger.py holds the game to it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from game.data import data_folder
from game.sim.parts import Arachnid, Furniture, Look, Severed
from game.sim.session import Session

FILE = Path("story") / "ledger.toml"
BODIES: tuple[type, ...] = (Arachnid, Severed)
"""Those who have no picture but limbs."""


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence of the plot; ``tests`` are pytest's names of what plays it."""

    n: int
    told: str
    beats: tuple[str, ...]
    maps: tuple[str, ...]
    people: tuple[str, ...]
    things: tuple[str, ...]
    tests: tuple[str, ...]


class Ledger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``people`` and ``things``: name -> what a player meets of them; any one of these will do."""

    sentence: tuple[Sentence, ...]
    people: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]


class LedgerError(ValueError):
    """The file is missing or no ledger; one line that names it."""


def load_ledger(assets: Path | None = None) -> Ledger:
    """Raises LedgerError."""
    file = (assets or data_folder("assets")) / FILE
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Ledger)
    except (OSError, tomllib.TOMLDecodeError, msgspec.DecodeError, UnicodeDecodeError) as e:
        raise LedgerError(f"{file}: {e}") from e


def met(session: Session) -> set[str]:
    """What is before her at this tick, in the ledger's names."""
    world, found = session.world, {f"item:{item}" for item in session.story.items}
    found |= {f"actor:{look.sheet}" for _, look in world.each(Look) if not look.is_hidden}
    found |= {f"prop:{thing.prop}" for _, thing in world.each(Furniture)}
    found |= {f"part:{kind.__name__}" for kind in BODIES if world.each(kind)}
    if session.panel is not None:
        found.add(f"panel:{type(session.panel).__name__}")
    return found
