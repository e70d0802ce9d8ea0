"""Command line: `python -m tools.make_art [all|tiles|props|ui|title|characters|portraits] [--only NAME] [--jobs N]
[--check]`.

Draws the pictures of the game into maps/tilesets, assets/art and assets/fonts; what has not changed comes from
.cache/make_art. Exit 0 all is well, 1 the check found something, 2 bad usage.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tools.make_art import build


def main(argv: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make_art", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["all", *build.GROUPS], default="all", help="groups to make")
    parser.add_argument("--only", default="", metavar="NAME", help="one tileset, prop, room of props, actor or speaker")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="worker processes for actors and portraits")
    parser.add_argument(
        "--check", action="store_true", help="compare files and sources with the manifest, draw nothing"
    )
    parser.add_argument(
        "--sheets", metavar="FOLDER", help="also write contact sheets of the actors, three times as large"
    )
    options = parser.parse_args(argv)
    if options.check:
        faults = build.check()
        for fault in faults:
            print(f"make_art: {fault}", file=sys.stderr)
        return 1 if faults else 0
    what = [options.what] if isinstance(options.what, str) else options.what
    start = time.perf_counter()
    build.make(list(build.GROUPS) if "all" in what else what, options.only, options.jobs)
    if options.sheets:
        build.contact_sheets(Path(options.sheets), options.only)
    print(f"make_art: done in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
