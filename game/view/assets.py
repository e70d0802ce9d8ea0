"""Names -> pictures: the one place where looks read files. Everything is loaded when it is first asked for, and kept.

Add a loader here when a new kind of file appears under assets/; where a file lies is written nowhere else.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Facing

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
FLAT: tuple[float, float, float] = (0.0, 1.0, 0.0)
"""The normal of a floor: x right, y up, z towards the viewer."""
FRONT: tuple[float, float, float] = (0.0, 0.60, 0.80)
"""What is painted onto a prop looks at us, and up a little."""
SHORT = 0.4
"""A normal shorter than this is none."""
FOLIAGE_PX = 1200
"""px without normals from which a prop is a bush or a tree."""
INSTEAD = {"aim_empty": "throw", "aim": "throw", "throw": "interact"}
"""An animation that was not drawn for somebody -> the one that comes nearest."""
GLOW_REACH = 34
"""px round a prop that glows which its light still reaches."""
NORMALS_KEPT = 6
"""Props whose normals are kept worked out: they take 12 bytes a pixel and are only wanted while light is baked."""


def load(path: Path) -> Surface:
    """A picture in 32 bits with alpha, in the format that blits fastest. Needs no window.

    Raises FileNotFoundError when it is missing, OSError when it is none.
    """
    try:
        raw = pygame.image.load(path)
    except pygame.error as e:
        raise OSError(f"{path}: not a picture that can be read: {e}") from e
    if pygame.display.get_surface() is not None:
        return raw.convert_alpha()
    out = Surface(raw.get_size(), SRCALPHA, 32)
    out.fill((0, 0, 0, 0))
    has_palette = raw.get_bitsize() == 8  # its colour key would be added as black
    out.blit(raw, (0, 0), special_flags=0 if has_palette else pygame.BLEND_RGBA_ADD)
    return out


def washed(picture: Surface, saturation: float) -> Surface:
    """The picture with some of its colour gone (0 = grey, 1 = as it is, and the same object)."""
    if saturation > 0.98:
        return picture
    out = picture.copy()
    pale = pygame.transform.grayscale(out)  # of the copy: of a part of a larger picture it makes stripes
    pale.set_alpha(round((1 - saturation) * 255))
    out.blit(pale, (0, 0))
    return out


def normals_of(part: Surface, neutral: tuple[float, float, float] = FLAT) -> F32:
    """(3, h, w) unit normals of a normal-map picture; ``neutral`` where it says nothing (clear, or mid grey)."""
    rgb = pygame.surfarray.pixels3d(part)
    n = np.empty((3, rgb.shape[1], rgb.shape[0]), np.float32)
    for i in range(3):
        np.multiply(rgb[..., i].T, np.float32(1 / 127), out=n[i])
    n -= np.float32(1.008)
    d = np.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2])
    n /= np.maximum(d, np.float32(1e-3))
    mute = (d < SHORT) | (pygame.surfarray.pixels_alpha(part).T < 128)
    for i in range(3):
        n[i][mute] = neutral[i]
    return n


def rounded(part: Surface, normals: F32) -> F32:
    """Foliage is painted leaf by leaf and has no normals of its own: its mass is lit as one round thing."""
    rgb = pygame.surfarray.pixels3d(part)
    leaves = pygame.surfarray.pixels_alpha(part) > 127
    for i in range(3):  # within 11 of mid grey
        leaves &= (rgb[..., i] - np.uint8(117)) < 23
    leaves = leaves.T
    if np.count_nonzero(leaves) < FOLIAGE_PX:
        return normals
    rows = np.flatnonzero(leaves.sum(1) > 5)
    top, low = int(rows[0]), int(rows[-1]) + 1
    w = leaves.shape[1]
    left = np.where(leaves.any(1), leaves.argmax(1), w)
    right = np.where(leaves.any(1), w - leaves[:, ::-1].argmax(1), 0)
    x, y = np.arange(w, dtype=np.float32)[None], np.arange(leaves.shape[0], dtype=np.float32)[:, None]
    inside = (x >= left[:, None]) & (x < right[:, None]) & (y >= top) & (y < low)
    u, v = (x - w / 2) / (w / 2) * 0.85, (y - (top + low) / 2) / ((low - top) / 2) * 0.75
    out = normals.copy()
    round_ = (u + 0 * v, 0.35 - v, 0.75 + 0 * u + 0 * v)
    long = np.sqrt(round_[0] ** 2 + round_[1] ** 2 + round_[2] ** 2)
    for i in range(3):
        out[i] = np.where(inside, round_[i] / long, normals[i])
    return out


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
    def _normal_sheet(self) -> Surface | None:
        return load(self._normals) if self._normals.exists() else None

    def normals(self, pose: Pose) -> F32 | None:
        """(3, h, w) of a pose, z towards the viewer; None when nobody drew any. The sheet holds x and y (and a height)."""
        if self._normal_sheet is None:
            return None
        rgb = pygame.surfarray.pixels3d(self._normal_sheet.subsurface(pose.rect))
        n = np.zeros((3, rgb.shape[1], rgb.shape[0]), np.float32)
        for i in range(2):
            n[i] = rgb[..., i].T.astype(np.float32) / np.float32(127.5) - 1
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


class Prop:
    """One prop of the atlas. ``anchor`` px from its top left to where it stands; heights px above the ground."""

    def __init__(self, atlas: Props, name: str, rect: Rect, anchor: tuple[int, int], facts: dict[str, Any]) -> None:
        self.name, self.anchor, self._atlas, self._rect = name, anchor, atlas, rect
        self.picture = atlas.colour.subsurface(rect)
        self.foot: tuple[float, float] | None = tuple(facts["foot"]) if facts.get("foot") else None
        self.is_wall = bool(facts.get("wall"))
        self.is_flat = bool(facts.get("flat"))
        self.light = str(facts.get("light", ""))

    @property
    def normals(self) -> F32:
        """(3, h, w); worked out anew for all but the last few props."""
        return self._atlas.normals_in(self._rect)

    @property
    def heights(self) -> U8:
        """(h, w) px above the ground."""
        r = self._rect
        return self._atlas.heights[r.top : r.bottom, r.left : r.right]

    @cached_property
    def tallness(self) -> float:
        return float(self.heights.max())

    @cached_property
    def emissive(self) -> Surface | None:
        """What glows by itself, on black; None when nothing does."""
        return self._atlas.emissive.get(self.name)

    @cached_property
    def glow(self) -> Surface:
        """What glows and what that sheds round itself (blurred twice), on a picture GLOW_REACH larger each way."""
        assert self.emissive is not None
        w, h = self.emissive.get_size()
        wide = Surface((w + 2 * GLOW_REACH, h + 2 * GLOW_REACH), 0, 32)
        wide.blit(self.emissive, (GLOW_REACH, GLOW_REACH))
        near = pygame.transform.box_blur(pygame.transform.box_blur(wide, 4), 4)
        far = pygame.transform.box_blur(pygame.transform.box_blur(wide, 13), 13)
        near.fill((130, 130, 130), special_flags=BLEND_RGB_MULT)
        far.fill((150, 150, 150), special_flags=BLEND_RGB_MULT)
        near.blit(far, (0, 0), special_flags=BLEND_RGB_ADD)
        near.blit(self.emissive, (GLOW_REACH, GLOW_REACH), special_flags=BLEND_RGB_ADD)
        return near


class Props:
    """The atlas of all props of one side (real, other)."""

    def __init__(self, folder: Path, side: str) -> None:
        self._folder, self._side = folder, side
        self._table: dict[str, Any] = json.loads((folder / f"{side}.json").read_text(encoding="utf-8"))
        facts = folder / "props.json"
        self._facts: dict[str, Any] = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {}
        self._props: dict[str, Prop] = {}
        self._worked_out: OrderedDict[tuple[int, int], F32] = OrderedDict()

    @cached_property
    def colour(self) -> Surface:
        return load(self._folder / f"{self._side}.png")

    @cached_property
    def normals(self) -> Surface:
        return load(self._folder / f"{self._side}_n.png")

    @cached_property
    def heights(self) -> U8:
        """(h, w); the file is a grey picture, and a byte a pixel is all of it that is kept."""
        grey = pygame.image.load(self._folder / f"{self._side}_h.png")
        return np.ascontiguousarray(pygame.surfarray.array_red(grey).T)

    @cached_property
    def emissive(self) -> dict[str, Surface]:
        """What glows, on black, by the prop's name. Hardly anything does, so the atlas itself is let go."""
        atlas = load(self._folder / f"{self._side}_e.png")
        rgb = pygame.surfarray.pixels2d(atlas) & np.uint32(0xFFFFFF)
        out = {}
        for name, entry in self._table.items():
            r = Rect(entry["rect"])
            if rgb[r.left : r.right, r.top : r.bottom].any():
                out[name] = Surface(r.size, 0, 32)
                out[name].blit(atlas, (0, 0), r)
        return out

    def normals_in(self, rect: Rect) -> F32:
        """(3, h, w) of a part of the atlas."""
        found = self._worked_out.get(rect.topleft)
        if found is None:
            part = self.normals.subsurface(rect)
            found = self._worked_out[rect.topleft] = rounded(part, normals_of(part, FRONT))
            if len(self._worked_out) > NORMALS_KEPT:
                self._worked_out.popitem(last=False)
        self._worked_out.move_to_end(rect.topleft)
        return found

    def names(self) -> Iterable[str]:
        return self._table.keys()

    def has(self, name: str) -> bool:
        return name in self._table

    def get(self, name: str) -> Prop:
        """Raises KeyError for a name the atlas does not hold."""
        if name not in self._props:
            entry = self._table[name]
            anchor = (int(entry["anchor"][0]), int(entry["anchor"][1]))
            self._props[name] = Prop(self, name, Rect(entry["rect"]), anchor, self._facts.get(name, {}))
        return self._props[name]


class Sheet:
    """A tileset's picture with its normals (shared by both sides) and what glows in it (or None)."""

    def __init__(self, colour: Path, normals: Path, emissive: Path) -> None:
        self.colour = load(colour)
        self._normals, self._emissive = normals, emissive
        self._glows: dict[tuple[int, int], bool] = {}

    @cached_property
    def normals(self) -> Surface | None:
        return load(self._normals) if self._normals.exists() else None

    @cached_property
    def emissive(self) -> Surface | None:
        return load(self._emissive) if self._emissive.exists() else None

    def glows(self, rect: Rect) -> bool:
        """Whether anything in that tile glows."""
        if self.emissive is None:
            return False
        if rect.topleft not in self._glows:
            part = self.emissive.subsurface(rect)
            self._glows[rect.topleft] = bool(pygame.surfarray.pixels3d(part).any())
        return self._glows[rect.topleft]


class Assets:
    """``root`` is the folder assets, ``maps`` the folder maps (tile pictures lie beside their tilesets)."""

    def __init__(self, root: Path, maps: Path) -> None:
        self.root, self.maps = root, maps
        self._art = root / "art"
        self._actors: dict[str, Actor] = {}
        self._props: dict[str, Props] = {}
        self._sheets: dict[str, Sheet] = {}
        self._pictures: dict[str, Surface] = {}
        self._tables: dict[str, Any] = {}

    def actor(self, name: str) -> Actor:
        """Raises FileNotFoundError for somebody who was never drawn."""
        if name not in self._actors:
            self._actors[name] = Actor(self._art / "actors", name)
        return self._actors[name]

    def props(self, side: str) -> Props:
        side = side if side in ("real", "other") else "other"  # what lies between is hers
        if side not in self._props:
            self._props[side] = Props(self._art / "props", side)
        return self._props[side]

    def sheet(self, source: str) -> Sheet:
        """The tileset picture a Room's Picture names: "tilesets/real/house.png"."""
        if source not in self._sheets:
            path = self.maps / source
            tiles, name = self._art / "tiles", path.stem
            self._sheets[source] = Sheet(path, tiles / f"{name}_n.png", tiles / path.parent.name / f"{name}_e.png")
        return self._sheets[source]

    def picture(self, name: str) -> Surface:
        """ "ui/panel" -> assets/art/ui/panel.png. Raises FileNotFoundError."""
        if name not in self._pictures:
            self._pictures[name] = load(self._art / f"{name}.png")
        return self._pictures[name]

    def let_go(self, prefix: str) -> None:
        """Pictures whose names begin so will not be wanted for long: "ui/title_"."""
        for name in [n for n in self._pictures if n.startswith(prefix)]:
            del self._pictures[name]

    def has_picture(self, name: str) -> bool:
        return (self._art / f"{name}.png").exists()

    def ui(self, name: str) -> Surface:
        return self.picture(f"ui/{name}")

    def font(self, name: str) -> tuple[Surface, dict[str, Any]]:
        """The picture of a font and its table."""
        folder = self.root / "fonts"
        key = f"fonts/{name}"
        if key not in self._pictures:
            self._pictures[key] = load(folder / f"{name}.png")
            self._tables[key] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        table: dict[str, Any] = self._tables[key]
        return self._pictures[key], table

    def json(self, name: str) -> Any:
        """ "portraits/portraits" -> what assets/art/portraits/portraits.json holds."""
        if name not in self._tables:
            self._tables[name] = json.loads((self._art / f"{name}.json").read_text(encoding="utf-8"))
        return self._tables[name]

    def warm(self, side: str = "real", actors: Sequence[str] = ("coraline",)) -> Iterator[None]:
        """Reads what the first map will want, a picture at each next(): for the frames of a title or a menu."""
        if not (self._art / "props" / f"{side}.json").exists():
            return
        props = self.props(side)
        yield
        for name in ("colour", "normals", "heights", "emissive"):
            getattr(props, name)
            yield
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
        for shelf in (self._actors, self._props, self._sheets, self._pictures, self._tables):
            shelf.clear()
