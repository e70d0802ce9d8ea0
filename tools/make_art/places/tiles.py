"""All tilesets."""

from __future__ import annotations

from pathlib import Path

from tools.make_art.places import tiles_between, tiles_grounds, tiles_house, tiles_stage

MAKERS = {
    "house": tiles_house.build,
    "stage": tiles_stage.build,
    "grounds": tiles_grounds.build,
    "between": tiles_between.build,
}
LOCKS = Path(__file__).resolve().parents[1] / "locks"


def make(name: str, maps: Path, art: Path) -> list[Path]:
    """Build one tileset; returns the files written under maps/{real,other} and art."""
    return MAKERS[name](LOCKS).write(maps, art)
