"""What a Room says of tiles, drawn here plainly, is what Tiled's tmxrasterizer draws, pixel for pixel."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pygame
import pytest

from game.content.tiled import load_room
from tests.maps.drawing import FLOOR, GOOD, NOTHING, WALLS, H, W, draw_project

RASTERIZER = shutil.which("tmxrasterizer")
HEADLESS = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp"}
ROOT = Path(__file__).resolve().parents[2]
MAPS = ROOT / "maps"
NAMES = [p.relative_to(MAPS).with_suffix("").as_posix() for p in sorted(MAPS.rglob("*.tmx"))]
ACROSS, DOWN, DIAGONAL = 0x8000_0000, 0x4000_0000, 0x2000_0000
NOT_TILES = ("truth", "actors", "collision", "logic", "lights", "notes")
CLOSE = 2
"""Of 255: blending rounds differently in Qt and SDL."""
needs_rasterizer = pytest.mark.skipif(
    not RASTERIZER, reason="tmxrasterizer is not installed: no oracle for our pictures"
)


def drawn_by_tiled(path, out):
    hidden = [part for name in NOT_TILES for part in ("--hide-layer", name)]
    command = [RASTERIZER, "--no-smoothing", *hidden, str(path), str(out)]
    subprocess.run(command, env=HEADLESS, timeout=120, capture_output=True, check=True)
    return pygame.image.load(out)


def drawn_by_us(room, maps):
    """Every tile of every layer, without a display."""
    sheets = {}
    cut = {}
    canvas = pygame.Surface((room.width * 32, room.height * 32), pygame.SRCALPHA)
    for layer in room.layers:
        if layer.name in NOT_TILES:  # two layers may be called truth, and Tiled hides by name
            continue
        on = pygame.Surface(canvas.get_size(), pygame.SRCALPHA)
        for i, gid in enumerate(layer.gids):
            if not gid:
                continue
            if gid not in cut:
                picture = room.pictures[gid & 0x1FFF_FFFF]
                if picture.source not in sheets:
                    sheets[picture.source] = pygame.image.load(maps / picture.source)
                b = picture.box
                one = sheets[picture.source].subsurface((b.x, b.y, b.w, b.h))
                if gid & DIAGONAL:
                    one = pygame.transform.flip(pygame.transform.rotate(one, -90), True, False)
                cut[gid] = pygame.transform.flip(one, bool(gid & ACROSS), bool(gid & DOWN))
            on.blit(cut[gid], (i % room.width * 32, i // room.width * 32))
        on.set_alpha(round(layer.opacity * 255))
        canvas.blit(on, (0, 0))
    return canvas


def differences(one, two):
    """How many pixels differ by more than CLOSE, where something is drawn."""
    assert one.get_size() == two.get_size()
    a, b = (pygame.image.tobytes(s, "RGBA") for s in (one, two))
    if a == b:
        return 0
    count = 0
    for i in range(0, len(a), 4):
        if a[i : i + 4] != b[i : i + 4] and (a[i + 3] or b[i + 3]):
            count += any(abs(x - y) > CLOSE for x, y in zip(a[i : i + 4], b[i : i + 4]))
    return count


@needs_rasterizer
def test_all_flips_opacity_and_groups(tmp_path):
    chance = random.Random(3)
    flips = [ACROSS * a | DOWN * b | DIAGONAL * c for a in (0, 1) for b in (0, 1) for c in (0, 1)]
    cells = ",".join(str((chance.randrange(16) + 1) | chance.choice(flips)) for _ in range(W * H))
    text = GOOD.replace(WALLS, NOTHING).replace(FLOOR, cells)
    maps, _, path = draw_project(tmp_path, text)
    sheet = pygame.Surface((128, 128), pygame.SRCALPHA)
    for y in range(128):
        for x in range(128):
            sheet.set_at((x, y), (chance.randrange(256), x * 2, y * 2, 255))
    pygame.image.save(sheet, maps / "tilesets/real/house.png")
    assert (
        differences(drawn_by_us(load_room("real/room", maps), maps), drawn_by_tiled(path, tmp_path / "tiled.png")) == 0
    )


@needs_rasterizer
@pytest.mark.parametrize("name", NAMES)
def test_the_maps_of_the_game(name, tmp_path):
    room = load_room(name, MAPS)
    its = drawn_by_tiled(MAPS / f"{name}.tmx", tmp_path / "tiled.png")
    assert differences(drawn_by_us(room, MAPS), its) <= room.width * room.height * 1024 // 100_000
