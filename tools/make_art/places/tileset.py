"""Tileset: named blocks of tiles -> PNG per palette (colour, normal, emissive) + TSX with wang sets, collisions,
surfaces, animations.

Ids are stable: NAME.lock.json keeps where every block lies, so adding tiles never renumbers old maps.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
from PIL import Image

from tools.make_art.core.field import Sketch
from tools.make_art.core.ramps import OTHER, REAL

T = 32
FULL = [(0, 0, 32, 32)]
Rect = tuple[float, float, float, float]


@dataclass
class Tile:
    """What Tiled knows about one tile."""

    surface: str = ""
    solid: list[Rect] = field(default_factory=list)
    probability: float = 1.0
    frames: list[tuple[int, int]] = field(default_factory=list)
    props: dict[str, str | bool | int | float] = field(default_factory=dict)


@dataclass
class Wang:
    """A terrain set: kind corner|edge|mixed, colours (name, #rrggbb), tile id -> 8 colour indices from the top,
    clockwise.
    """

    name: str
    kind: str
    colours: list[tuple[str, str]]
    tiles: dict[int, tuple[int, ...]] = field(default_factory=dict)


class Tileset:
    """Blocks packed on a 16-column grid."""

    def __init__(self, name: str, lock_dir: Path, columns: int = 16, rows: int = 64) -> None:
        self.name, self.columns = name, columns
        self.sheet = Sketch(rows * T, columns * T)
        self.used = np.zeros((rows, columns), bool)
        self.tiles: dict[int, Tile] = {}
        self.blocks: dict[str, np.ndarray] = {}
        self.wangs: list[Wang] = []
        self.lock_path = lock_dir / f"{name}.lock.json"
        self.lock: dict[str, list[int]] = json.loads(self.lock_path.read_text()) if self.lock_path.exists() else {}
        self.reserved = np.zeros_like(self.used)
        for y, x, h, w in self.lock.values():
            self.reserved[y : y + h, x : x + w] = True

    def add(
        self,
        name: str,
        sk: Sketch,
        surface: str = "",
        solid: list[Rect] | None = None,
        probability: float = 1.0,
        **props: str | bool | int | float,
    ) -> np.ndarray:
        """Add a picture whose sides are multiples of 32; returns the ids, shape (rows, columns)."""
        assert name not in self.blocks, name
        h, w = sk.shape[0] // T, sk.shape[1] // T
        assert (h * T, w * T) == sk.shape, (name, sk.shape)
        spot = self.lock.get(name)
        if spot and spot[2:] == [h, w]:
            y, x = spot[:2]
        else:
            busy = self.used | self.reserved
            y, x = next(
                (r, c)
                for r in range(busy.shape[0] - h)
                for c in range(self.columns - w + 1)
                if not busy[r : r + h, c : c + w].any()
            )
        self.lock[name] = [y, x, h, w]
        self.used[y : y + h, x : x + w] = True
        self.sheet.paste(sk, y * T, x * T)
        ids = np.arange(y, y + h)[:, None] * self.columns + np.arange(x, x + w)[None, :]
        for i in ids.ravel():
            self.tiles[int(i)] = Tile(surface, list(solid or []), probability, [], dict(props, block=name))
        self.blocks[name] = ids
        return ids

    def animate(self, ids: np.ndarray, frames: list[np.ndarray], ms: int) -> None:
        """ids (h, w) shows ``frames`` (each of the same shape) in turn."""
        for y in range(ids.shape[0]):
            for x in range(ids.shape[1]):
                self.tiles[int(ids[y, x])].frames = [(int(f[y, x]), ms) for f in frames]

    def wang(self, name: str, kind: str, colours: list[tuple[str, str]]) -> Wang:
        self.wangs.append(Wang(name, kind, colours))
        return self.wangs[-1]

    def write(self, maps: Path, art: Path) -> list[Path]:
        """PNG and TSX for both worlds under ``maps``/SIDE, shared normals and each world's light under ``art``."""
        self.lock_path.parent.mkdir(parents=True, exist_ok=True)
        self.lock_path.write_text(json.dumps(self.lock, indent=0, sort_keys=True) + "\n")
        rows = int(np.nonzero(self.used.any(1))[0].max()) + 1
        sheet = self.sheet.cut(0, 0, rows * T, self.columns * T)
        files = []
        for side, pal in (("real", REAL), ("other", OTHER)):
            for folder in (maps / side, art / side):
                folder.mkdir(parents=True, exist_ok=True)
            files += [maps / side / f"{self.name}.png", maps / side / f"{self.name}.tsx"]
            Image.fromarray(sheet.paint(pal)).save(files[-2], optimize=True)
            files[-1].write_text(self.tsx(side, rows))
            if sheet.glow.any():
                files.append(art / side / f"{self.name}_e.png")
                Image.fromarray(sheet.emissive(pal)).save(files[-1], optimize=True)
        files.append(art / f"{self.name}_n.png")
        Image.fromarray(sheet.normal()).save(files[-1], optimize=True)
        return files

    def tsx(self, side: str, rows: int) -> str:
        o = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<tileset version="1.10" tiledversion="1.10.2" name="{self.name}" tilewidth="32" tileheight="32" '
            f'tilecount="{rows * self.columns}" columns="{self.columns}" objectalignment="bottomleft">',
            f' <properties>\n  <property name="side" value="{side}"/>\n </properties>',
            f' <image source="{self.name}.png" width="{self.columns * T}" height="{rows * T}"/>',
        ]
        for i in sorted(self.tiles):
            t = self.tiles[i]
            prob = f' probability="{t.probability:g}"' if t.probability != 1 else ""
            o.append(f' <tile id="{i}"{prob}>')
            props = dict(t.props)
            if t.surface:
                props["surface"] = t.surface
            if props:
                o.append("  <properties>")
                for k in sorted(props):
                    v = props[k]
                    kind = {bool: ' type="bool"', int: ' type="int"', float: ' type="float"'}.get(type(v), "")
                    o.append(
                        f'   <property name="{k}"{kind} value='
                        f"{quoteattr(str(v).lower() if isinstance(v, bool) else str(v))}/>"
                    )
                o.append("  </properties>")
            if t.solid:
                o.append('  <objectgroup draworder="index" id="2">')
                for n, (x, y, w, h) in enumerate(t.solid, 1):
                    o.append(f'   <object id="{n}" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>')
                o.append("  </objectgroup>")
            if t.frames:
                o.append("  <animation>")
                o += [f'   <frame tileid="{f}" duration="{ms}"/>' for f, ms in t.frames]
                o.append("  </animation>")
            o.append(" </tile>")
        if self.wangs:
            o.append(" <wangsets>")
            for ws in self.wangs:
                first = min(ws.tiles) if ws.tiles else -1
                o.append(f'  <wangset name={quoteattr(ws.name)} type="{ws.kind}" tile="{first}">')
                for c, (name, col) in enumerate(ws.colours, 1):
                    rep = next((i for i, w in ws.tiles.items() if all(q in (0, c) for q in w) and any(w)), first)
                    o.append(f'   <wangcolor name={quoteattr(name)} color="{col}" tile="{rep}" probability="1"/>')
                o += [
                    f'   <wangtile tileid="{i}" wangid="{",".join(map(str, w))}"/>' for i, w in sorted(ws.tiles.items())
                ]
                o.append("  </wangset>")
            o.append(" </wangsets>")
        o.append("</tileset>\n")
        return "\n".join(o)


def corner_id(tl: int, tr: int, br: int, bl: int) -> tuple[int, ...]:
    """Wang id of a corner set."""
    return (0, tr, 0, br, 0, bl, 0, tl)


def blob_masks() -> list[int]:
    """The 47 neighbour masks (bit k = neighbour k of N NE E SE S SW W NW is the same), corners only where both sides
    are.
    """
    out = set()
    for m in range(256):
        for c, (a, b) in {1: (0, 2), 3: (2, 4), 5: (4, 6), 7: (6, 0)}.items():
            if not (m >> a & 1 and m >> b & 1):
                m &= ~(1 << c)
        out.add(m)
    return sorted(out)
