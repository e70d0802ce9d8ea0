"""What there is to make: each group writes its pictures and says which files they are.

To add a group: a function that returns files, a line in GROUPS and one in SOURCES.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tools.make_art.actors import pipeline, registry, sheets
from tools.make_art.core import cache, manifest
from tools.make_art.core.progress import progress_bar
from tools.make_art.interface import (
    bubbles,
    dinner,
    doll,
    font,
    icons,
    keys_tray,
    lantern,
    photograph,
    show,
    still_life,
    title,
    ui,
    wagers,
)
from tools.make_art.places import cast_of_props, prop, tiles

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]  # the checkout
MAPS, ART, FONTS = ROOT / "maps" / "tilesets", ROOT / "assets" / "art", ROOT / "assets" / "fonts"
MANIFEST = ART / "manifest.json"
KINDS = ("human", "creature", "beldam")


def make_tiles(only: str, jobs: int) -> list[Path]:
    """The four tilesets of both worlds."""
    files: list[Path] = []
    with progress_bar() as bar:
        task = bar.add_task("tiles", total=len(tiles.MAKERS))
        for name in tiles.MAKERS:
            bar.update(task, advance=1, description=f"tiles {name}")
            if only in ("", name):
                files += tiles.make(name, MAPS, ART / "tiles")
    return files


def make_props(only: str, jobs: int) -> list[Path]:
    """Every prop of both worlds, their TSX and the game's atlases."""
    assert cast_of_props.MODULES
    with progress_bar() as bar:
        task = bar.add_task("props", total=len(prop.ALL))
        return prop.write(MAPS, ART / "props", lambda n: bar.update(task, advance=1, description=f"prop {n}"), only)


def make_ui(only: str, jobs: int) -> list[Path]:
    """Panels, keys, pads, icons, the key ring, the doll and the fonts."""
    out = ART / "ui"
    out.mkdir(parents=True, exist_ok=True)
    ui.write(out)
    icons.write(out)
    keys_tray.write(out)
    doll.write(out)
    for module in (bubbles, dinner, lantern, photograph, show, still_life, wagers):
        module.write(out)
    font.build(FONTS)
    font.build_title(FONTS)
    mine = [p for p in out.iterdir() if p.is_file() and not title.is_mine(p.name)]
    return [*mine, *(p for p in FONTS.iterdir() if p.suffix in (".png", ".json"))]


def make_title(only: str, jobs: int) -> list[Path]:
    """The title picture, its layers and the logo."""
    return title.write(ART / "ui")


def make_characters(only: str, jobs: int) -> list[Path]:
    """Everyone who walks, crawls or hovers."""
    return pipeline.build(KINDS, ART / "actors", [only] if only else [], jobs)


def make_portraits(only: str, jobs: int) -> list[Path]:
    """Everyone who speaks, in every mood."""
    return pipeline.build(("portrait",), ART / "portraits", [only] if only else [], jobs)


Maker = Callable[[str, int], list[Path]]
GROUPS: dict[str, Maker] = {
    "tiles": make_tiles,
    "props": make_props,
    "ui": make_ui,
    "title": make_title,
    "characters": make_characters,
    "portraits": make_portraits,
}


def sources() -> dict[str, str]:
    """Group -> hash of the code that draws it (by syntax: layout and comments do not count)."""
    core = [
        p for p in sorted((HERE / "core").glob("*.py")) if p.stem not in ("__init__", "manifest", "progress", "cache")
    ]
    places, interface = HERE / "places", sorted((HERE / "interface").glob("[a-z]*.py"))
    tile_code = [p for p in sorted(places.glob("[a-z]*.py")) if not p.name.startswith(("prop", "cast_of"))]
    prop_code = [p for p in sorted(places.glob("[a-z]*.py")) if not p.name.startswith("tile")]
    locks = {n: (HERE / "locks" / f"{n}.lock.json").read_text() for n in ("props", *tiles.MAKERS)}
    code = {
        "tiles": [*core, *tile_code, *(locks[n] for n in tiles.MAKERS)],
        "props": [*core, *prop_code, locks["props"]],
        "ui": [
            *core,
            places / "sdf.py",
            *interface,
            *(HERE / "actors" / f for f in pipeline.SOURCES["portrait"]),
        ],
        "title": [*core, *prop_code, *interface],
        "characters": [
            HERE / "actors" / "swarm.py",
            HERE / "actors" / "mice.py",
            *(pipeline.source_hash(kind) for kind in KINDS),
        ],
        "portraits": [pipeline.source_hash("portrait")],
    }
    return {group: cache.source_hash(*things) for group, things in code.items()}


def make(groups: list[str], only: str, jobs: int) -> None:
    """Make the groups and enter them in the manifest (a part made with ``only`` is entered by the next full run)."""
    for group in groups:
        source = sources()[group]
        files = GROUPS[group](only, jobs)
        if not only:
            manifest.enter(MANIFEST, ROOT, group, sources()[group] if group in ("tiles", "props") else source, files)


def contact_sheets(folder: Path, only: str) -> None:
    """Every animation of every actor (or of one) on a page, from the packed atlases."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in registry.names():
        if (ART / "actors" / f"{name}.json").exists() and only in ("", name):
            sheets.contact(ART / "actors", name, folder)


def check() -> list[str]:
    """What is not as the manifest says; reads files, renders nothing."""
    return manifest.faults(MANIFEST, ROOT, sources())
