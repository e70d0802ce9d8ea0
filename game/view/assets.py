"""Names -> pictures: the one place where looks read files. Everything is loaded when it is first asked for.

What nobody has asked for in some rooms is let go (``turn``). Add a loader here when a new kind of file appears under assets/;
where a file lies is written here and in props.py and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
import pygame
from pygame import Rect, Surface

from game.core.geometry import TILE, Facing
from game.view.pictures import load, read
from game.view.props import Props
from game.view.relief import F32, U8
from game.view.shelf import Shelf

SHEETS_FOR = 4
"""Rooms for which tilesets are kept: one goes to and fro."""
WARM_ROOMS = ("grounds", "facade", "house", "orchard")
"""Whose things the first map wants."""
INSTEAD = {"aim_empty": "throw", "aim": "throw", "throw": "interact"}
"""An animation that was not drawn for somebody -> the one that comes nearest."""


@dataclass(frozen=True)
class Pose:
    """One frame of an actor: its picture, where it goes relative to the feet, how long it stands, points of interest."""

    picture: Surface
    offset: tuple[int, int]
    ticks: int
    points: dict[str, tuple[int, int]]
    rect: Rect
    """Where it lies in the atlas."""


class Actor:
    """An atlas of assets/art/actors: ``pose(anim, facing, ticks)`` is the frame shown that long after the start."""

    def __init__(self, folder: Path, name: str) -> None:
        table: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        self.name = name
        self._sheet = load(folder / f"{name}.png")
        self._normals = folder / f"{name}_n.png"
        self._anims: dict[str, Any] = table["anims"]
        self._poses: dict[tuple[str, str], list[Pose]] = {}
        self.shadow: tuple[int, int] = (int(table["shadow"][0]), int(table["shadow"][1]))
        self.alpha = int(table.get("alpha", 255))

    @cached_property
    def _slopes(self) -> tuple[U8, U8] | None:
        """(h, w) x and y of the normals; the sheet's third colour is a height that nobody asks for."""
        if not self._normals.exists():
            return None
        sheet = read(self._normals)
        x, y = pygame.surfarray.array_red(sheet), pygame.surfarray.array_green(sheet)
        return np.ascontiguousarray(x.T), np.ascontiguousarray(y.T)

    def normals(self, pose: Pose) -> F32 | None:
        """(3, h, w) of a pose, z towards the viewer; None when nobody drew any."""
        if self._slopes is None:
            return None
        r = pose.rect
        n = np.zeros((3, r.h, r.w), np.float32)
        for i in range(2):
            n[i] = self._slopes[i][r.top : r.bottom, r.left : r.right].astype(np.float32) / np.float32(127.5) - 1
        n[2] = np.sqrt(np.maximum(1 - n[0] ** 2 - n[1] ** 2, 0))
        return n

    def has(self, anim: str, facing: str) -> bool:
        """Whether that animation was drawn for that side (a blink has none from behind)."""
        return anim in self._anims and facing in self._anims[anim]["dirs"]

    def poses(self, anim: str, facing: str) -> list[Pose]:
        """All frames; falls back to idle, then to whatever side there is."""
        if anim not in self._anims:
            anim = INSTEAD.get(anim, anim)
        if anim not in self._anims:
            anim = "idle" if "idle" in self._anims else next(iter(self._anims))
        ways = self._anims[anim]["dirs"]
        if facing not in ways:
            facing = "down" if "down" in ways else next(iter(ways))
        key = (anim, facing)
        if key not in self._poses:
            self._poses[key] = [
                Pose(
                    self._sheet.subsurface(Rect(f["rect"])),
                    (int(f["off"][0]), int(f["off"][1])),
                    max(int(f["ticks"]), 1),
                    {k: (int(v[0]), int(v[1])) for k, v in f.get("pts", {}).items()},
                    Rect(f["rect"]),
                )
                for f in ways[facing]
            ]
        return self._poses[key]

    def pose(self, anim: str, facing: str | Facing, ticks: int, is_once: bool = False) -> Pose:
        """The frame ``ticks`` after the animation began; a one-shot stays on its last."""
        poses = self.poses(anim, str(getattr(facing, "value", facing)))
        if anim.startswith("aim") and anim not in self._anims:
            return poses[min(ticks // 6, 1, len(poses) - 1)]  # the arm goes back, and waits
        whole = sum(p.ticks for p in poses)
        loops = self._anims.get(anim, {}).get("loop", True) and not is_once
        t = ticks % whole if loops else min(max(ticks, 0), whole - 1)
        for p in poses:
            t -= p.ticks
            if t < 0:
                return p
        return poses[-1]


class Sheet:
    """A tileset's picture with its normals (shared by both sides) and what glows in it (or None)."""

    def __init__(self, colour: Path, normals: Callable[[], Surface | None], emissive: Path) -> None:
        self.colour = load(colour)
        self._normals, self._emissive = normals, emissive

    @cached_property
    def normals(self) -> Surface | None:
        return self._normals()

    @cached_property
    def _glows(self) -> dict[tuple[int, int], Surface]:
        """The tiles in which anything glows: a few of a large sheet."""
        if not self._emissive.exists():
            return {}
        sheet = load(self._emissive)
        shines = pygame.surfarray.pixels2d(sheet) & np.uint32(0xFFFFFF)
        columns, rows = (range(0, n, TILE) for n in sheet.get_size())
        tiles = np.maximum.reduceat(np.maximum.reduceat(shines, rows, 1), columns, 0)
        return {
            (x * TILE, y * TILE): sheet.subsurface(Rect(x * TILE, y * TILE, TILE, TILE).clip(sheet.get_rect())).copy()
            for x, y in np.argwhere(tiles).tolist()
        }

    def glow(self, rect: Rect) -> Surface | None:
        """What glows in that tile; None: nothing."""
        return self._glows.get(rect.topleft)


class Assets:
    """``root`` is the folder assets, ``maps`` the folder maps (tile pictures lie beside their tilesets)."""

    def __init__(self, root: Path, maps: Path) -> None:
        self.root, self.maps = root, maps
        self._art = root / "art"
        self._actors: Shelf[Actor] = Shelf()
        self._props: dict[str, Props] = {}
        self._sheets: Shelf[Sheet] = Shelf(SHEETS_FOR)
        self._bumps: WeakValueDictionary[Path, Surface] = WeakValueDictionary()
        self._pictures: Shelf[Surface] = Shelf()
        self._tables: dict[str, Any] = {}

    def actor(self, name: str) -> Actor:
        """Raises FileNotFoundError for somebody who was never drawn."""
        return self._actors.get(name, lambda: Actor(self._art / "actors", name))

    def has_actor(self, name: str) -> bool:
        return (self._art / "actors" / f"{name}.json").exists()

    def props(self, side: str) -> Props:
        side = side if side in ("real", "other") else "other"  # what lies between is hers
        if side not in self._props:
            self._props[side] = Props(self._art / "props", side)
        return self._props[side]

    def sheet(self, source: str) -> Sheet:
        """The tileset picture a Room's Picture names: "tilesets/real/house.png"."""
        return self._sheets.get(source, lambda: self._opened(source))

    def _opened(self, source: str) -> Sheet:
        path, tiles = self.maps / source, self._art / "tiles"
        normals = tiles / f"{path.stem}_n.png"
        return Sheet(path, lambda: self._bump(normals), tiles / path.parent.name / f"{path.stem}_e.png")

    def _bump(self, path: Path) -> Surface | None:
        """The normals of a tileset's picture: both sides have the same, and share them."""
        found = self._bumps.get(path)
        if found is None and path.exists():
            found = self._bumps[path] = load(path)
        return found

    def picture(self, name: str) -> Surface:
        """ "ui/panel" -> assets/art/ui/panel.png. Raises FileNotFoundError."""
        return self._pictures.get(name, lambda: load(self._art / f"{name}.png"))

    def let_go(self, prefix: str) -> None:
        """Pictures whose names begin so will not be wanted for long: "ui/title_"."""
        self._pictures.let_go(prefix)

    def turn(self) -> None:
        """Another room: what was wanted in none of the last few is let go."""
        self._actors.turn()
        self._sheets.turn()
        self._pictures.turn()
        for props in self._props.values():
            props.turn()

    def keep_wanted(self) -> None:
        """A room has said what it wants: what was read ahead and is not in it is let go."""
        for props in self._props.values():
            props.keep_wanted()

    def leave(self) -> None:
        """No room: all that stands, walks and lies in rooms is let go."""
        self._actors.clear()
        self._sheets.clear()
        for props in self._props.values():
            props.leave()

    def has_picture(self, name: str) -> bool:
        return (self._art / f"{name}.png").exists()

    def ui(self, name: str) -> Surface:
        return self.picture(f"ui/{name}")

    def font(self, name: str) -> tuple[Surface, dict[str, Any]]:
        """The picture of a font and its table."""
        folder = self.root / "fonts"
        key = f"fonts/{name}"
        if key not in self._tables:
            self._tables[key] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        table: dict[str, Any] = self._tables[key]
        return self._pictures.get(key, lambda: load(folder / f"{name}.png")), table

    def json(self, name: str) -> Any:
        """ "portraits/portraits" -> what assets/art/portraits/portraits.json holds."""
        if name not in self._tables:
            self._tables[name] = json.loads((self._art / f"{name}.json").read_text(encoding="utf-8"))
        return self._tables[name]

    def warm(self, side: str = "real", actors: Sequence[str] = ("coraline",)) -> Iterator[None]:
        """Reads what the first map will want, a picture at each next(): for the frames of a title or a menu."""
        if not (self._art / "props" / f"{side}.json").exists():
            return
        yield from self.props(side).warm(WARM_ROOMS)
        for name in ("house", "grounds"):
            sheet = self.sheet(f"tilesets/{side}/{name}.png")
            yield
            _ = sheet.normals
            yield
        for name in actors:
            self.actor(name)
            yield

    def forget(self) -> None:
        """Everything is read anew: art changed on disk."""
        for shelf in (self._actors, self._props, self._sheets, self._bumps, self._pictures, self._tables):
            shelf.clear()
