"""All tilesets."""

from __future__ import annotations

from pathlib import Path

from tools.make_art.places import tiles_between, tiles_grounds, tiles_house, tiles_stage
from tools.make_art.places.tileset import Tileset

MAKERS = {
    "house": tiles_house.build,
    "stage": tiles_stage.build,
    "grounds": tiles_grounds.build,
    "between": tiles_between.build,
}
LOCKS = Path(__file__).resolve().parents[1] / "locks"


def make(name: str, out: Path) -> Tileset:
    """Build one tileset and write it under out/{real,other}."""
    ts = MAKERS[name](LOCKS)
    ts.write(out)
    return ts
