"""Plays the kept recordings anew: the whole story in each order of the hunts, and on each difficulty. A tick for a tick.

`python -m tools.record` writes tests/replays; `--only NAME` one of them. tests/stories/test_recordings.py plays them again. They
break whenever rules, maps or the length of a line change what happens: see docs/testing.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from pathlib import Path

from rich.progress import Progress

ROOT = Path(__file__).resolve().parents[1]
REPLAYS = ROOT / "tests" / "replays"
HUNTS = ("house", "theatre", "circus")
RUNS = {
    **{"_".join(order): ("--order", ",".join(order)) for order in permutations(HUNTS)},
    "storybook": ("--difficulty", "storybook"),
    "beldam": ("--difficulty", "beldam"),
}
"""Name of the file -> what the bot is asked for."""


def record(name: str) -> str:
    """Plays one; the bot's last line, or why it failed."""
    file = REPLAYS / f"{name}.replay.xz"
    command = [sys.executable, "-m", "game", "bot", *RUNS[name], "--record", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        return f"FAILED: {done.stderr.strip() or done.stdout.strip()}"
    return done.stdout.strip().splitlines()[-1]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=sorted(RUNS), action="append", help="only this one (again for more)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    options = parser.parse_args(argv)
    names = options.only or list(RUNS)
    failed = 0
    with Progress(transient=True) as progress, ThreadPoolExecutor(options.jobs) as pool:
        task = progress.add_task("playing", total=len(names))
        for name, said in zip(names, pool.map(record, names)):
            progress.console.print(f"{name:24} {said}")
            failed += said.startswith("FAILED")
            progress.advance(task)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
