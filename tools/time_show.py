"""How long a picture takes, part by part, in process CPU time: python tools/time_show.py [MAP ...]

Everything but the tick: camera, ground, stand, air (Show.look, draw_ground, draw_stand, draw_air) and the software painter. The
floor (a blit, 60 sprites, a multiply) is measured beside it, because absolute times wander with the machine's load.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import pygame

from game.content.start import new_session
from game.core.intent import Intent
from game.data import data_folder
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.show import Show

PARTS = ("look", "draw_ground", "draw_stand", "draw_air")
FRAMES = 600
MAPS = ("real/flat_down", "real/grounds", "real/orchard")


def timed(show: Show, spent: dict[str, list[float]]) -> None:
    """Puts a clock round each part of a Show."""
    for name in PARTS:
        setattr(show, name, _clocked(getattr(show, name), spent[name]))


def _clocked(work: Callable[..., Any], into: list[float]) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        start = time.process_time_ns()
        out = work(*args, **named)
        into.append((time.process_time_ns() - start) / 1e6)
        return out

    return run


def floor(target: pygame.Surface, view: pygame.Surface, sprites: list[pygame.Surface]) -> float:
    """ms of the least that a picture must do."""
    start = time.process_time_ns()
    target.blit(view, (0, 0))
    target.fblits([(s, (i * 97 % 600, i * 53 % 300)) for i, s in enumerate(sprites)])
    target.blit(view, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return (time.process_time_ns() - start) / 1e6


def measure(name: str, assets: Assets) -> None:
    session = new_session(room=name)
    for _ in range(2):
        session.step(Intent())
    show, painter = Show(assets), SoftPainter()
    start = time.process_time_ns()
    painter.draw(show.frame(session, 1.0, 1 / 60))
    print(f"{name}: first picture {(time.process_time_ns() - start) / 1e6:.0f} ms")
    spent: dict[str, list[float]] = defaultdict(list)
    timed(show, spent)
    sprites = [assets.actor("coraline").pose("idle", "down", 0).picture.copy() for _ in range(60)]
    spare = pygame.Surface(show.size, 0, 32)
    for i in range(FRAMES):
        way = Intent(x=round(127 * math.sin(i / 90)), y=round(127 * math.cos(i / 140)))
        session.step(way)
        start = time.process_time_ns()
        frame = show.frame(session, 1.0, 1 / 60)
        middle = time.process_time_ns()
        painter.draw(frame)
        end = time.process_time_ns()
        spent["paint"].append((end - middle) / 1e6)
        spent["whole"].append((end - start) / 1e6)
        spent["floor"].append(floor(spare, painter.target, sprites))
    for part in (*PARTS, "paint", "whole", "floor"):
        v = np.array(spent[part])
        print(f"  {part:12s} median {np.median(v):5.2f}  p99 {np.percentile(v, 99):5.2f}  worst {v.max():5.2f} ms")
    print(f"  whole / floor, median: {np.median(np.array(spent['whole']) / np.array(spent['floor'])):.1f}")


def main() -> None:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    root = Path(os.environ.get("PALACE_ASSETS", data_folder("assets")))
    assets = Assets(root, data_folder("maps"))
    start = time.process_time_ns()
    for _ in assets.warm():
        pass
    print(f"pictures read in {(time.process_time_ns() - start) / 1e6:.0f} ms")
    for name in sys.argv[1:] or MAPS:
        measure(name, assets)
    if sys.platform != "win32":
        resource = import_module("resource")  # not on Windows
        print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
