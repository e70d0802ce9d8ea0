"""Props: registry, rendering of both palettes from one G-buffer, image collection TSX with stable ids, runtime
atlas.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from PIL import Image

from tools.make_art.core import cache
from tools.make_art.core.field import Array, Sketch, bayer, grid
from tools.make_art.core.ramps import NAMES, OTHER, REAL, Palette
from tools.make_art.places import sdf

Over = Callable[[Sketch, int, int], None]
HERE = Path(__file__).resolve().parent
LOCK = Path(__file__).resolve().parents[1] / "locks" / "props.lock.json"
SHEET_W, SHEET_PX = 320, 40_000


@dataclass
class Prop:
    """One thing. ``build(other)`` -> groups, or (groups, over); ``over(sketch, ax, ay)`` paints pixels on top."""

    name: str
    room: str
    build: Callable[[bool], Any]
    foot: tuple[float, float] | None  # collision footprint (width, depth) round the anchor; None = nothing to bump into
    wall: bool  # hangs on a wall: no ground shadow
    shadow: bool
    two_forms: bool  # the Other World has its own shape
    flat: bool  # lies on the floor: draw below actors
    props: dict[str, str | bool | int] = field(default_factory=dict)
    module: ModuleType | None = None
    view: tuple[int, int, int] = (96, 96, 64)  # first guess of width, height and pixels above the anchor


ALL: dict[str, Prop] = {}


def prop(
    room: str,
    foot: tuple[float, float] | None = None,
    *,
    wall: bool = False,
    shadow: bool = True,
    flat: bool = False,
    name: str = "",
    view: tuple[int, int, int] = (96, 96, 64),
    **props: str | bool | int,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a builder; a builder with a parameter ``other`` has two forms."""

    def keep(fn: Callable[..., Any]) -> Callable[..., Any]:
        two = "other" in inspect.signature(fn).parameters
        key = name or fn.__name__
        assert key not in ALL, key
        ALL[key] = Prop(
            key,
            room,
            fn if two else (lambda other: fn()),
            foot,
            wall,
            shadow and not wall,
            two,
            flat,
            props,
            inspect.getmodule(fn),
            view,
        )
        return fn

    return keep


def make_prop(
    name: str, room: str, build: Callable[[], Any], foot: tuple[float, float] | None = None, **kw: Any
) -> None:
    """Register a builder made in a loop."""
    mod = inspect.getmodule(build)
    ALL[name] = Prop(
        name,
        room,
        lambda other: build(),
        foot,
        kw.pop("wall", False),
        kw.pop("shadow", True),
        False,
        kw.pop("flat", False),
        {k: v for k, v in kw.items() if k != "view"},
        mod,
        kw.get("view", (96, 96, 64)),
    )


@dataclass
class Picture:
    """A rendered prop in one palette; (ax, ay) is the anchor inside it."""

    rgba: Array
    emissive: Array
    normal: Array
    height: Array
    ax: int
    ay: int


def _buffers(p: Prop, other: bool) -> dict[str, Array]:
    """G-buffer and overlay of one form, grown until nothing touches the border."""
    made = p.build(other)
    groups, over = made if isinstance(made, tuple) else (made, None)
    W, H, up = p.view
    while True:
        ax, ay = W // 2, up
        if groups:
            g = sdf.render(groups, W, H, ax, ay)
        else:
            g = {
                "mat": np.full((H, W), -1, np.int16),
                "lit": np.zeros((H, W)),
                "depth": np.zeros((H, W)),
                "n": np.zeros((H, W, 3)) + np.array((0, 0, 1)),
                "height": np.zeros((H, W)),
            }
        sk = Sketch(H, W, wall=True)
        if over:
            over(sk, ax, ay)
        m = (g["mat"] >= 0) | (sk.mat >= 0)
        if not (m[:2].any() or m[-2:].any() or m[:, :2].any() or m[:, -2:].any()):
            break
        if m[:2].any():
            up += 48
            H += 48
        if m[-2:].any():
            H += 32
        if m[:, :2].any() or m[:, -2:].any():
            W += 48
        if W > 460 or H > 520:
            raise ValueError(f"{p.name}: too large")
    ys, xs = np.nonzero(m)
    pad = 5
    y0, y1, x0, x1 = (
        max(ys.min() - pad, 0),
        min(ys.max() + pad + 1, H),
        max(xs.min() - pad, 0),
        min(xs.max() + pad + 1, W),
    )
    cut = {k: v[y0:y1, x0:x1] for k, v in g.items()}
    return dict(
        cut,
        s_mat=sk.mat[y0:y1, x0:x1],
        s_tone=sk.tone[y0:y1, x0:x1],
        s_glow=sk.glow[y0:y1, x0:x1],
        s_alpha=sk.alpha[y0:y1, x0:x1],
        at=np.array([ax - x0, ay - y0]),
        mats=np.array([q.mat for q in groups] or [""]),
        glows=np.array([q.glow for q in groups] or [0.0]),
    )


def buffers(p: Prop, other: bool) -> dict[str, Array]:
    """The same, cached by the source of the prop's module and of the renderer."""
    module = Path(p.module.__file__ or "") if p.module else HERE / "sdf.py"
    key = cache.source_hash(
        HERE / "sdf.py", HERE.parent / "core" / "field.py", module, p.name, str(other), "v3", " ".join(NAMES)
    )
    return cache.arrays(f"{p.name}{'_o' if other and p.two_forms else ''}", key, lambda: _buffers(p, other))


def picture(p: Prop, pal: Palette, other: bool) -> Picture:
    """Paint one prop."""
    b = buffers(p, other and p.two_forms)
    mats, glows = [str(m) for m in b["mats"]], [float(q) for q in b["glows"]]
    if (b["mat"] >= 0).any():
        rgba, em, n = sdf.paint(b, mats, glows, pal)
    else:
        rgba = np.zeros((*b["mat"].shape, 4), np.uint8)
        em = rgba.copy()
        n = b["n"].astype(float)
    over = Sketch(*b["mat"].shape, wall=True)
    over.mat, over.tone, over.glow, over.alpha = b["s_mat"], b["s_tone"], b["s_glow"], b["s_alpha"]
    o = over.paint(pal)
    m = over.mat >= 0
    solid = m & (over.alpha > 0.99)
    rgba[solid] = o[solid]
    part = m & ~solid
    if part.any():
        a = over.alpha[part][:, None]
        old = rgba[part].astype(float)
        keep = (old[:, 3:] / 255) * (1 - a)
        rgba[part] = np.concatenate(
            [(o[part][:, :3] * a + old[:, :3] * keep) / np.maximum(a + keep, 1e-3), (a + keep) * 255], 1
        )
    em[m, 3] = 255
    em[m, :3] = np.clip(o[m, :3] * over.glow[m][:, None], 0, 255)
    ax, ay = (int(v) for v in b["at"])
    height = b["height"].copy()
    H, W = height.shape
    y, x = grid(H, W)
    height = np.where(solid & (height <= 0), np.clip(ay - y, 0, 220), height)
    if p.shadow and p.foot:
        fw, fd = p.foot
        d = np.hypot((x - ax - 2) / (fw * 0.56 + 3), (y - ay - 1.5) / (fd * 0.62 + 3))
        v = np.floor(np.clip((1.12 - d) * 2.2, 0, 1) * 3 + bayer(H, W)) / 3 * 0.5
        blank = (rgba[..., 3] == 0) & (v > 0)
        rgba[blank] = (6, 5, 14, 0)
        rgba[..., 3] = np.where(blank, (np.clip(v, 0, 1) * 255).astype(np.uint8), rgba[..., 3])
    return _trim(Picture(rgba, em, n, height, ax, ay))


def _trim(p: Picture) -> Picture:
    ys, xs = np.nonzero(p.rgba[..., 3])
    s = (slice(ys.min(), ys.max() + 1), slice(xs.min(), xs.max() + 1))
    return Picture(p.rgba[s], p.emissive[s], p.normal[s], p.height[s], p.ax - int(xs.min()), p.ay - int(ys.min()))


# ---- writing -------------------------------------------------------------------------------------------------------
def ids() -> dict[str, int]:
    """name -> tile id, stable for ever through the lock file."""
    lock: dict[str, int] = json.loads(LOCK.read_text()) if LOCK.exists() else {}
    nxt = max(lock.values(), default=-1) + 1
    for n in ALL:
        if n not in lock:
            lock[n] = nxt
            nxt += 1
    LOCK.parent.mkdir(exist_ok=True)
    LOCK.write_text(json.dumps(lock, indent=0) + "\n")
    return {n: i for n, i in lock.items() if n in ALL}


def _merge_size(a: Picture, b: Picture) -> tuple[int, int, int, int]:
    """Common frame (w, h, ax, ay) of two pictures, so both worlds share one size and anchor."""
    ax, ay = max(a.ax, b.ax), max(a.ay, b.ay)
    w = ax + max(a.rgba.shape[1] - a.ax, b.rgba.shape[1] - b.ax)
    h = ay + max(a.rgba.shape[0] - a.ay, b.rgba.shape[0] - b.ay)
    return w, h, ax, ay


def _frame(p: Picture, w: int, h: int, ax: int, ay: int) -> Picture:
    def put(a: Array) -> Array:
        out = np.zeros((h, w, *a.shape[2:]), a.dtype)
        y, x = ay - p.ay, ax - p.ax
        out[y : y + a.shape[0], x : x + a.shape[1]] = a
        return out

    return Picture(put(p.rgba), put(p.emissive), put(p.normal), put(p.height), ax, ay)


def write(maps: Path, art: Path, step: Callable[[str], None] = lambda n: None, only: str = "") -> list[Path]:
    """PNG a prop and side and TSX a side under ``maps``; sheets by side and room (colour, normal, emissive, height),
    SIDE.json and props.json under ``art``. With ``only`` (a prop or a room) just the PNG files of those.
    Returns the files written."""
    number, info = ids(), {}
    files: list[Path] = []
    pics: dict[str, dict[str, Picture]] = {"real": {}, "other": {}}
    for name, p in ALL.items():
        if only and only not in (name, p.room):
            continue
        step(name)
        a, b = picture(p, REAL, False), picture(p, OTHER, True)
        fr = _merge_size(a, b)
        pics["real"][name], pics["other"][name] = _frame(a, *fr), _frame(b, *fr)
        size = {"id": number[name], "room": p.room, "w": fr[0], "h": fr[1], "ax": fr[2], "ay": fr[3]}
        info[name] = dict(size, foot=p.foot, wall=p.wall, flat=p.flat, **p.props)
    for side in pics:
        for name, pic in pics[side].items():
            path = maps / side / "props" / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pic.rgba).save(path, optimize=True)
            files.append(path)
        if not only:
            tsx = maps / side / "props.tsx"
            tsx.write_text(_tsx(info, side))
            files += [tsx, *_atlas(art, side, pics[side], info)]
    if not only:
        (art / "props.json").write_text(json.dumps(info, indent=0) + "\n")
        files.append(art / "props.json")
    return files


def _tsx(info: dict[str, dict[str, Any]], side: str) -> str:
    mw, mh = max(i["w"] for i in info.values()), max(i["h"] for i in info.values())
    o = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tileset version="1.10" tiledversion="1.10.2" name="props" tilewidth="{mw}" '
        f'tileheight="{mh}" tilecount="{len(info)}" columns="0" '
        'objectalignment="bottomleft">',
        f' <properties>\n  <property name="side" value="{side}"/>\n </properties>',
        ' <grid orientation="orthogonal" width="1" height="1"/>',
    ]
    for name, i in sorted(info.items(), key=lambda kv: kv[1]["id"]):
        o.append(f' <tile id="{i["id"]}" type="Prop">\n  <properties>')
        extra = {k: v for k, v in i.items() if k not in ("id", "w", "h", "ax", "ay", "foot")}
        for k, v in sorted(dict(extra, prop=name, foot_x=i["ax"], foot_y=i["h"] - i["ay"]).items()):
            kind = ' type="bool"' if isinstance(v, bool) else ' type="int"' if isinstance(v, int) else ""
            o.append(f'   <property name="{k}"{kind} value="{str(v).lower() if isinstance(v, bool) else v}"/>')
        o.append(f'  </properties>\n  <image width="{i["w"]}" height="{i["h"]}" source="props/{name}.png"/>')
        if i["foot"] and not i["wall"] and not i["flat"]:
            fw, fd = i["foot"]
            o.append(
                '  <objectgroup draworder="index" id="2">\n'
                f'   <object id="1" x="{i["ax"] - fw / 2:g}" y="{i["ay"] - fd / 2:g}" '
                f'width="{fw:g}" height="{fd:g}"/>\n  </objectgroup>'
            )
        if "frames" in i:
            o.append("  <animation>")
            o += [
                f'   <frame tileid="{info[n]["id"]}" duration="{i["ms"]}"/>'
                for n in i["frames"].split(",")
                if n in info
            ]
            o.append("  </animation>")
        o.append(" </tile>")
    return "\n".join(o) + "\n</tileset>\n"


def _atlas(art: Path, side: str, pics: dict[str, Picture], info: dict[str, dict[str, Any]]) -> list[Path]:
    """For the game's own loader: SIDE.json, and sheets of what was made for one room (SIDE/ROOM.png, _n, _e, _h; ROOM_2 ...).

    A map reads the sheets of the things that stand in it and no others, so they are small, and hold what was drawn together.
    _e is left out where nothing glows.
    """
    sheets: dict[str, list[str]] = {}
    full: dict[str, tuple[int, int]] = {}
    for name in sorted(pics, key=lambda n: int(info[n]["id"])):
        room, px = str(info[name]["room"]), pics[name].rgba[..., 0].size
        number, filled = full.get(room, (1, 0))
        if filled and filled + px > SHEET_PX:
            number, filled = number + 1, 0
        full[room] = number, filled + px
        sheets.setdefault(room if number == 1 else f"{room}_{number}", []).append(name)
    files: list[Path] = []
    table: dict[str, dict[str, Any]] = {}
    for sheet, names in sorted(sheets.items()):
        names.sort(key=lambda n: (-pics[n].rgba.shape[0], n))
        place = _shelves({n: (pics[n].rgba.shape[1], pics[n].rgba.shape[0]) for n in names})
        files += _sheet(art / side, sheet, {n: pics[n] for n in names}, place)
        for n in names:
            glows = bool(pics[n].emissive[..., :3].any())
            table[n] = {"rect": place[n], "anchor": [info[n]["ax"], info[n]["ay"]], "sheet": sheet, "glows": glows}
    for old in {*(art / side).glob("*.png"), *art.glob(f"{side}*.png")} - set(files):
        old.unlink()
    files.append(art / f"{side}.json")
    files[-1].write_text(json.dumps(dict(sorted(table.items()))) + "\n")
    return files


def _shelves(sizes: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int, int, int]]:
    """(x, y, w, h) of each in a sheet SHEET_W wide, one row after another; comes sorted by height."""
    x = y = row = 0
    place = {}
    for name, (w, h) in sizes.items():
        if x and x + w > SHEET_W:
            x, y, row = 0, y + row + 1, 0
        place[name] = (x, y, w, h)
        x, row = x + w + 1, max(row, h)
    return place


def _sheet(
    folder: Path, name: str, pics: dict[str, Picture], place: dict[str, tuple[int, int, int, int]]
) -> list[Path]:
    W = max(x + w for x, _, w, _ in place.values())
    H = max(y + h for _, y, _, h in place.values())
    col, nor, emi = (np.zeros((H, W, 4), np.uint8) for _ in range(3))
    hei = np.zeros((H, W), np.uint8)
    for each, (px, py, w, h) in place.items():
        p = pics[each]
        s = (slice(py, py + h), slice(px, px + w))
        col[s], emi[s] = p.rgba, p.emissive
        nor[s][..., :3] = np.clip(p.normal * 127 + 128, 0, 255)
        nor[s][..., 3] = 255
        nor[s][p.rgba[..., 3] < 255] = 0
        emi[s][p.emissive[..., :3].sum(-1) == 0] = 0
        hei[s] = np.clip(p.height, 0, 255)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for suffix, sheet in (("", col), ("_n", nor), ("_e", emi), ("_h", hei)):
        if suffix != "_e" or emi.any():
            files.append(folder / f"{name}{suffix}.png")
            Image.fromarray(sheet).save(files[-1], optimize=True)
    return files
