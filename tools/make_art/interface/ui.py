"""Interface pictures: felt panels (nine-slice), tab, cursor, key and pad glyphs, stitches, HUD, title screen."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image

from tools.make_art.core.field import Array, bayer, grid, noise
from tools.make_art.core.ramps import FELT, hexc, ramp
from tools.make_art.interface import font

GOLD = ramp("3a1408 8a4c18 c0801e eeb832 fde070 fff6b8")
COAT = ramp("05050c 14142a 26264a 444470 7c86ac d0dcf0")
SOULS = {
    "violet": ramp("281448 6030a0 b070f0 f8e0ff"),
    "cyan": ramp("083048 1880a8 60d8f0 e8ffff"),
    "amber": ramp("482008 b06018 f8b040 fff8d0"),
    "empty": ramp("101018 22222e 343444 50506a"),
}


def save(im: Array, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.clip(im, 0, 255).astype(np.uint8)).save(path, optimize=True)


def quant(v: Array, rp: Array, dither: float = 0) -> Array:
    f = np.clip(v, 0, 1) * (len(rp) - 1) + (bayer(*v.shape) - 0.5) * dither
    return rp[np.clip(np.round(f).astype(int), 0, len(rp) - 1)]


def panel(h: int, w: int, rp: Array = FELT, stitch: bool = True) -> Array:
    """Stitched felt (h, w, 4). The edges repeat every 14 px between the 16 px corners."""
    y, x = grid(h, w)
    e = np.minimum(np.minimum(x, w - 1 - x), np.minimum(y, h - 1 - y))
    cor = np.minimum(x, w - 1 - x) + np.minimum(y, h - 1 - y)
    fuzz = np.tile(noise(28, 28, 14, 14, 3) - 0.5, (h // 28 + 1, w // 28 + 1))[:h, :w]
    im = np.zeros((h, w, 4))
    im[..., :3] = quant(0.30 + fuzz * 0.07, rp, 0.4)
    im[..., 3] = 255
    low = (y > h - 3) | (x > w - 3)
    for m, k in ((e == 0, 0), (e == 1, 3), ((e == 1) & low, 2), (e == 2, 0), (e == 3, 1)):
        im[m, :3] = rp[k]
    if stitch:
        run = np.where((y == 5) | (y == h - 6), x - 16, y - 16) % 7
        st = (e == 5) & (run < 4) & (cor > 18)
        im[st, :3] = rp[5]
        im[np.roll(st, 1, 0) & ~st, :3] = rp[0]
    im[cor < 2, 3] = 0
    return im


def button(im: Array, cx: float, cy: float, r: float, rp: Array = COAT) -> None:
    """Coat button with four holes and a cross of thread, into (h, w, 3|4)."""
    H, W = im.shape[:2]
    y, x = grid(H, W)
    dx, dy = x - cx, y - cy
    d = np.hypot(dx, dy)
    light = (-dx * 0.55 - dy * 0.8) / max(r, 1)
    v = np.where(d > r * 0.72, 0.46 + 0.42 * light, 0.34 - 0.22 * light)
    v = np.where((d > r * 0.66) & (d < r * 0.76), 0.10, v)
    for sx in (-1, 1):
        for sy in (-1, 1):
            v = np.where(np.hypot(dx - sx * r * 0.26, dy - sy * r * 0.26) < max(r * 0.13, 0.6), 0.0, v)
    v = np.where(((np.abs(dx - dy) < 0.6) | (np.abs(dx + dy) < 0.6)) & (d < r * 0.36), 0.70, v)
    m, rim = d <= r, (d > r) & (d <= r + 1)
    im[m, :3] = rp[np.clip((v * 6).astype(int), 0, 5)][m]
    im[rim, :3] = rp[0]
    hl = np.hypot(dx + r * 0.45, dy + r * 0.5) < max(r * 0.16, 0.7)
    im[hl, :3] = rp[5]
    if im.shape[2] == 4:
        im[m | rim, 3] = 255


def panels(out: Path) -> None:
    """Nine-slices: corner 16, repeating middle 14 (panel) ; tab; slot; bar."""
    warm = ramp("180a08 3a1814 5c2a20 8a4a34 b87850 fde0a0")
    pale = ramp("3c4058 787e98 9aa0b4 bcc0cc d8dade 5c5c80")
    for n, rp in (("felt", FELT), ("felt_warm", warm), ("felt_void", pale)):
        save(panel(46, 46, rp), out / f"panel_{n}.png")
    tab = panel(21, 46, FELT, False)
    tab[5:16, 4:-4, :3] = FELT[1]
    save(tab, out / "panel_tab.png")
    slot = panel(30, 30, FELT, False)
    slot[4:26, 4:26, :3] = quant(0.12 + 0.10 * (grid(22, 22)[0] / 22), FELT, 0.5)
    save(slot, out / "slot.png")
    sel = np.zeros((30, 30, 4))
    y, x = grid(30, 30)
    e = np.minimum(np.minimum(x, 29 - x), np.minimum(y, 29 - y))
    run = np.where((y == 1) | (y == 28), x, y)
    m = (e == 1) & (run % 7 < 4) | (e == 2) & (run % 7 < 4)
    sel[m] = (*hexc("fde678"), 255)
    sel[(e == 0) & (run % 7 < 4)] = (*hexc("4a1c08"), 255)
    save(sel, out / "slot_cursor.png")
    portrait = panel(80, 80)
    portrait[7:73, 7:73, 3] = 0
    save(portrait, out / "portrait_frame.png")
    (out / "nine.json").write_text(
        json.dumps(
            {f"panel_{n}": {"corner": 16, "middle": 14} for n in ("felt", "felt_warm", "felt_void")}
            | {"panel_tab": {"corner": 8, "middle": 30}, "slot": {"corner": 8, "middle": 14}}
        )
        + "\n"
    )


def cursor(out: Path) -> None:
    """A needle pointing right-down with red thread, 4 frames of the thread waving."""
    sheet = np.zeros((16, 96, 4))
    steel = ramp("0a0c18 4f5a70 8390a2 bac6cc f4fbf4")
    for f in range(4):
        o = f * 24
        for k in range(17):
            for dy, c in ((0, 3), (1, 2), (-1, 4)):
                if dy == 0 or 2 < k < 13:
                    sheet[8 + dy, o + 5 + k] = (*steel[c], 255)
        for k in range(18):
            for dy in (-1, 1):
                yy = 8 + dy * (2 if 2 < k < 13 else 1)
                sheet[yy, o + 4 + k] = (*steel[0], 255)
        sheet[8, o + 22] = (*steel[0], 255)
        sheet[8, o + 4] = (*steel[0], 255)
        sheet[8, o + 7 : o + 10] = (*steel[0], 255)
        for k in range(8):
            yy = 8 + round(2.4 * np.sin(k * 0.8 + f * 1.57) * min(k / 4, 1))
            sheet[yy, o + 7 - k if k < 7 else o] = (*hexc("d0403c"), 255)
            sheet[min(yy + 1, 15), o + 7 - k if k < 7 else o] = (*hexc("781834"), 255)
    save(sheet, out / "cursor.png")


# ---- keys and pads -------------------------------------------------------------------------------------------------
KEYS = [
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "←",
    "→",
    "↑",
    "↓",
    "Esc",
    "Enter",
    "Space",
    "Tab",
    "Shift",
    "Ctrl",
    "Alt",
    "Back",
    "Del",
    "Ins",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    *(f"F{i}" for i in range(1, 13)),
    "-",
    "=",
    "[",
    "]",
    ";",
    "'",
    ",",
    ".",
    "/",
    "\\",
    "`",
]


def _cap(w: int, down: bool) -> Array:
    rp = ramp("0c0818 3a3450 6c6484 b8b2c4 e4e0e4 fffaf0")
    im = np.zeros((17, w, 4))
    y, x = grid(17, w)
    o = 2 if down else 0
    yy = y - o
    body = (yy >= 0) & (y <= 16)
    e = np.minimum(x, w - 1 - x)
    cut = (e + np.minimum(yy, 16 - y)) < 2
    im[body, :3] = rp[2]
    im[body, 3] = 255
    face = (yy >= 1) & (yy <= 12) & (e >= 2)
    im[face, :3] = rp[4]
    im[face & (yy == 1), :3] = rp[5]
    im[face & (yy == 12), :3] = rp[3]
    im[(yy >= 13) & (e >= 1), :3] = rp[2]
    im[(y == 16) | (yy == 0) | (e == 0), :3] = rp[0]
    im[cut | (yy < 0), 3] = 0
    return im


def keys(out: Path) -> None:
    sheet = np.zeros((18 * 12, 256, 4))
    x = y = 0
    table = {}
    for k in KEYS:
        w = max(17, font.width(k) + 8)
        if k == "Space":
            w = 40
        if x + w + 1 > 256:
            x, y = 0, y + 18
        im = _cap(w, False)
        font.write(im, (w - font.width(k) + 1) // 2, 3, k, hexc("2a1c46"))
        sheet[y : y + 17, x : x + w] = im
        table[k] = [x, y, w, 17]
        x += w + 1
    for n, part in (("MouseL", 0), ("MouseR", 1), ("MouseM", 2)):
        if x + 15 > 256:
            x, y = 0, y + 18
        yy, xx = grid(17, 14)
        d = np.maximum(np.abs(xx - 6.5) - 2, 0) ** 2 + np.maximum(np.abs(yy - 8) - 3.5, 0) ** 2
        im = np.zeros((17, 14, 4))
        im[d < 22] = (*hexc("0c0818"), 255)
        im[d < 13] = (*hexc("e4e0e4"), 255)
        im[(d < 13) & (yy == 8)] = (*hexc("6c6484"), 255)
        im[(d < 13) & (yy < 8) & (np.abs(xx - 6.5) < 1)] = (*hexc("6c6484"), 255)
        hit = (d < 13) & (yy < 8) & ((xx < 6) if part == 0 else (xx > 7) if part == 1 else (np.abs(xx - 6.5) < 1.6))
        im[hit] = (*hexc("d0403c"), 255)
        sheet[y : y + 17, x : x + 14] = im
        table[n] = [x, y, 14, 17]
        x += 15
    save(sheet[: y + 18], out / "keys.png")
    (out / "keys.json").write_text(json.dumps(table, ensure_ascii=False) + "\n")


def _disc(rgb: str, dark: str) -> Array:
    y, x = grid(17, 17)
    d = np.hypot(x - 8, y - 8)
    im = np.zeros((17, 17, 4))
    im[d < 8.4] = (*hexc("0c0818"), 255)
    im[d < 7.4, :3] = hexc(dark)
    im[np.hypot(x - 8, y - 7.4) < 6.6, :3] = hexc(rgb)
    hl = (np.hypot(x - 8, y - 7.4) < 6.6) & (np.hypot(x - 8, y - 8.6) >= 6.6)
    im[hl, :3] = np.minimum(hexc(rgb) * 1.1 + 45, 255)
    return im


def pads(out: Path) -> None:
    """Rows: xbox, playstation, nintendo, generic. Columns: south east west north lb rb lt rt ls rs up down left right
    select start.
    """
    names = [
        "south",
        "east",
        "west",
        "north",
        "lb",
        "rb",
        "lt",
        "rt",
        "ls",
        "rs",
        "dpad_up",
        "dpad_down",
        "dpad_left",
        "dpad_right",
        "select",
        "start",
    ]
    face = {
        "xbox": [("A", "3c9450"), ("B", "c83c3c"), ("X", "3874c4"), ("Y", "e0a828")],
        "playstation": [("x", "6c8cd8"), ("o", "d85468"), ("#", "c87cb8"), ("^", "48b098")],
        "nintendo": [("B", "d8d4dc"), ("A", "d8d4dc"), ("Y", "d8d4dc"), ("X", "d8d4dc")],
        "generic": [("1", "8c84a4"), ("2", "8c84a4"), ("3", "8c84a4"), ("4", "8c84a4")],
    }
    label = {
        "xbox": ["LB", "RB", "LT", "RT", "L", "R"],
        "playstation": ["L1", "R1", "L2", "R2", "L3", "R3"],
        "nintendo": ["L", "R", "ZL", "ZR", "L", "R"],
        "generic": ["L1", "R1", "L2", "R2", "L3", "R3"],
    }
    sheet = np.zeros((18 * 4, 18 * 16 + 16, 4))
    table: dict[str, dict[str, list[int]]] = {}
    for r, fam in enumerate(face):
        table[fam] = {}
        for c, n in enumerate(names):
            im: Array
            if c < 4:
                ch, col = face[fam][c]
                light = fam == "nintendo"
                im = _disc(col, "8a8496" if light else "".join(f"{int(v * 0.6):02x}" for v in hexc(col)))
                ink = hexc("2a1c46" if light else "fffaf0")
                y, x = grid(17, 17)
                if fam == "playstation":
                    X, Y = x - 8, y - 7
                    m = {
                        "x": (np.abs(np.abs(X) - np.abs(Y)) < 1) & (np.abs(X) < 4),
                        "o": np.abs(np.hypot(X, Y) - 3.4) < 0.7,
                        "#": np.maximum(np.abs(X), np.abs(Y)) == 3,
                        "^": ((Y == 3) & (np.abs(X) <= 4))
                        | ((np.abs(np.abs(X) * 1.6 - (Y + 4)) < 1) & (Y < 3) & (Y > -5)),
                    }[ch]
                    im[m, :3] = ink
                else:
                    font.write(im, 8 - font.width(ch) // 2 + 1 - (1 if font.width(ch) > 5 else 0), 4, ch, ink)
            elif c < 8:
                im = np.zeros((17, 17, 4))
                y, x = grid(17, 17)
                top = 3 if c < 6 else 1
                m = (
                    (y >= top)
                    & (y <= 14)
                    & ((x + y) >= top + 3 - (c % 2) * 9)
                    & ((16 - x + y) >= top + 3 - ((c + 1) % 2) * 9)
                )
                im[m] = (*hexc("0c0818"), 255)
                inner = (
                    (y > top)
                    & (y < 14)
                    & (x > 0)
                    & (x < 16)
                    & ((x + y) > top + 3 - (c % 2) * 9)
                    & ((16 - x + y) > top + 3 - ((c + 1) % 2) * 9)
                )
                im[inner, :3] = hexc("6c6484")
                im[inner & (y == top + 1), :3] = hexc("b8b2c4")
                t = label[fam][c - 4]
                font.write(im, (18 - font.width(t)) // 2, 6, t, hexc("fffaf0"))
            elif c < 10:
                im = _disc("4a4468", "2a2444")
                y, x = grid(17, 17)
                im[np.abs(np.hypot(x - 8, y - 7) - 5) < 0.5, :3] = hexc("8c84a4")
                t = label[fam][c - 4]
                font.write(im, 9 - font.width(t) // 2, 4, t, hexc("fffaf0"))
            elif c < 14:
                im = np.zeros((17, 17, 4))
                y, x = grid(17, 17)
                X, Y = np.abs(x - 8), np.abs(y - 8)
                im[((X < 4) & (Y < 9)) | ((Y < 4) & (X < 9))] = (*hexc("0c0818"), 255)
                im[((X < 3) & (Y < 8)) | ((Y < 3) & (X < 8)), :3] = hexc("4a4468")
                arm = {
                    10: (X < 3) & (y < 6) & (y > 0),
                    11: (X < 3) & (y > 10) & (y < 16),
                    12: (Y < 3) & (x < 6) & (x > 0),
                    13: (Y < 3) & (x > 10) & (x < 16),
                }[c]
                im[arm, :3] = hexc("f0b030")
            else:
                im = np.zeros((17, 17, 4))
                y, x = grid(17, 17)
                d = np.maximum(np.abs(x - 8) - 4, 0) ** 2 + (y - 8) ** 2
                im[d < 17] = (*hexc("0c0818"), 255)
                im[d < 10, :3] = hexc("6c6484")
                bars = (
                    (y % 2 == 0) & (np.abs(x - 8) < 4) & (np.abs(y - 8) < 3)
                    if c == 15
                    else (np.abs(np.abs(x - 8) - 2) < 2) & (np.abs(y - 8) < 2)
                )
                im[bars & (d < 10), :3] = hexc("fffaf0")
            sheet[r * 18 : r * 18 + 17, c * 18 : c * 18 + 17] = im
            table[fam][n] = [c * 18, r * 18, 17, 17]
    save(sheet[:, : 18 * 16], out / "pads.png")
    (out / "pads.json").write_text(json.dumps(table) + "\n")


def stitches(out: Path, W: int = 640, H: int = 360) -> None:
    """Damage: thread sewn round the screen. stitches_1..4.png, each adds the threads of one hit; needle.png pulls the
    next.
    """
    red = ramp("22081c 781834 a82438 d0403c ee7a58")
    per: list[tuple[int, int, int, int]] = []
    for x in range(14, W - 20, 17):
        per.append((x, 6, 1, 0))
    for y in range(14, H - 20, 17):
        per.append((W - 7, y, 0, 1))
    for x in range(W - 26, 8, -17):
        per.append((x, H - 7, 1, 0))
    for y in range(H - 26, 8, -17):
        per.append((6, y, 0, 1))
    n = len(per)
    for hit in range(4):
        im = np.zeros((H, W, 4))
        rng = np.random.default_rng(hit)
        for k in range(int(hit * n / 4), int((hit + 1) * n / 4)):
            x, y, hx, _hy = per[k]
            L = 10 + int(rng.integers(0, 3))
            for t in range(L):
                wob = round(1.2 * np.sin(t / L * 3.14 + k))
                px, py = (x + t, y + wob) if hx else (x + wob, y + t)
                for s, c in ((-1, 4), (0, 3), (1, 1)):
                    qx, qy = (px, py + s) if hx else (px + s, py)
                    im[qy, qx] = (*red[c if 0 < t < L - 1 else 1], 255)
                sx, sy = px + (0 if hx else 2), py + (2 if hx else 0)
                if 0 <= sy < H and 0 <= sx < W:
                    im[sy, sx] = (8, 4, 14, 150)
            for t in (0, L):  # the holes
                px, py = (x + t, y) if hx else (x, y + t)
                im[py - 1 : py + 2, px - 1 : px + 2] = (12, 6, 18, 255)
        save(im, out / f"stitches_{hit + 1}.png")
    im = np.zeros((64, 64, 4))
    y, x = grid(64, 64)
    # the closing weave: a patch to tile over the picture when it closes
    cross = ((x + y) % 16 < 2) | ((x - y) % 16 < 2)
    im[cross] = (*red[2], 255)
    im[np.roll(cross, 1, 0) & ~cross] = (*red[0], 200)
    save(im, out / "stitch_weave.png")


def hud(out: Path) -> None:
    sheet = np.zeros((18, 18 * 12, 4))
    for k, rp in enumerate((GOLD, COAT)):
        button(sheet, 8 + 18 * k, 8, 6, rp)
    y, x = grid(18, 18 * 12)
    for k, n in enumerate(("violet", "cyan", "amber", "empty")):
        cx = 8 + 18 * (2 + k)
        d = np.hypot(x - cx, y - 8)
        v = np.clip(0.95 - np.hypot(x - cx + 1.6, y - 6) / 6.2, 0, 0.99)
        m = d <= 5.6
        sheet[m, :3] = SOULS[n][(v * 4).astype(int)][m]
        sheet[m, 3] = 255
        sheet[(d > 5.6) & (d < 6.7)] = (7, 6, 15, 255)
    names = ["button_full", "button_empty", "soul_house", "soul_theatre", "soul_circus", "soul_empty"]
    marks = {"talk": "…", "exclaim": "!", "question": "?", "music": "♪", "heart": "♥", "eye": "●"}
    for k, (n, ch) in enumerate(marks.items()):
        cx = 18 * (6 + k)
        b = np.zeros((18, 18, 4))
        yy, xx = grid(18, 18)
        d = np.maximum(np.abs(xx - 8) - 3, 0) ** 2 + np.maximum(np.abs(yy - 6.5) - 2, 0) ** 2
        tail = (yy >= 11) & (yy < 16) & (np.abs(xx - 6) < (16 - yy) * 0.7)
        b[(d < 22) | tail] = (*hexc("0c0818"), 255)
        b[d < 13] = (*hexc("f6f0e4"), 255)
        b[(yy >= 10) & (yy < 14) & (np.abs(xx - 6) < (14 - yy) * 0.7)] = (*hexc("f6f0e4"), 255)
        font.write(b, 9 - font.width(ch) // 2, 3, ch, hexc("781834"))
        sheet[:, cx : cx + 18] = b
        names.append(n)
    save(sheet, out / "hud.png")
    (out / "hud.json").write_text(json.dumps({n: [18 * k, 0, 18, 18] for k, n in enumerate(names)}) + "\n")


def window_icon(out: Path) -> None:
    """icon.png, 64 x 64, for the window's corner: a black coat button, four holes, sewn on pink felt with red thread."""
    size, r = 64, 20.0
    y, x = grid(size, size)
    dx, dy = x - 31.5, y - 31.5
    pink = ramp("3c0c2c 7c2450 b43c6c dc5c88 f488a8 ffc4d0")
    corner = np.hypot(np.maximum(np.abs(dx) - 20, 0), np.maximum(np.abs(dy) - 20, 0))
    fuzz = noise(size, size, 20, 20, 3) - 0.5
    im = np.zeros((size, size, 4))
    im[..., :3] = quant(0.66 - 0.20 * (y / size) + fuzz * 0.16, pink, 0.3)
    im[corner > 9.5, :3] = pink[1]
    im[(corner > 8.3) & (corner <= 9.5) & (dx + dy < 0), :3] = pink[4]
    seam = (corner > 4.6) & (corner <= 6.2) | (np.abs(np.maximum(np.abs(dx), np.abs(dy)) - 25.4) < 0.9) & (
        corner <= 6.2
    )
    run = np.where(np.abs(dx) > np.abs(dy), y, x) % 8
    im[seam & (run < 5), :3] = pink[5]
    im[np.roll(seam & (run < 5), 1, 0) & ~(seam & (run < 5)), :3] = pink[1]
    im[..., 3] = np.where(corner <= 11, 255, 0)
    d = np.hypot(dx, dy)
    fall = np.hypot(dx - 2, dy - 3.5) < r + 1.5
    im[fall & (d > r), :3] = pink[1]
    light = (-dx * 0.55 - dy * 0.8) / r
    tone = np.where(d > r * 0.74, 0.46 + 0.40 * light, 0.32 - 0.20 * light)
    tone = np.where((d > r * 0.67) & (d < r * 0.75), 0.06, tone)
    face = d <= r
    im[face, :3] = COAT[np.clip((tone * 6).astype(int), 0, 5)][face]
    im[(d > r) & (d <= r + 1.2), :3] = COAT[0]
    thread = (np.abs(np.abs(dx) - np.abs(dy)) < 1.7) & (d < r * 0.40)
    im[np.roll(thread, (1, 1), (0, 1)), :3] = COAT[0]
    im[thread, :3] = hexc("d83c50")
    im[thread & (dx - dy < 0) & (np.abs(np.abs(dx) - np.abs(dy)) < 0.6), :3] = hexc("ff8c90")
    for sx in (-1, 1):
        for sy in (-1, 1):
            hole = np.hypot(dx - sx * r * 0.30, dy - sy * r * 0.30)
            im[hole < 3.1, :3] = COAT[0]
            im[(hole >= 3.1) & (hole < 4.1) & (dx - sx * r * 0.3 + dy - sy * r * 0.3 > 0), :3] = COAT[3]
    for at, reach in (((-0.52, -0.62), 2.4), ((-0.30, -0.80), 1.4)):
        im[np.hypot(dx - r * at[0], dy - r * at[1]) < reach, :3] = COAT[5]
    save(im, out / "icon.png")


def write(out: Path) -> None:
    """All the interface's own pictures."""
    for make in (panels, cursor, keys, pads, stitches, hud, window_icon):
        make(out)
