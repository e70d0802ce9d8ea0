"""One door to everything a contributor runs: `python tools/dev.py all` does what CI does (.ci/run ends here).

`python tools/dev.py` lists the steps; `new` writes the files of a new foe, map, beat or item. Standard library only: it
must run before anything is installed. To add a step: a function here and a line in STEPS (and in ALL, if CI wants it).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = os.name == "nt"
PICTURES = {
    # docs/pictures/NAME.png -> what `shot` is asked for; the README shows them.
    "porch": ["--beat", "doll_given", "--map", "real/grounds", "--spawn", "from_flat_down", "--tick", "200"],
    "kitchen": ["--beat", "ignored", "--map", "real/flat_down", "--spawn", "cp_kitchen", "--tick", "240"],
    "orchard": ["--beat", "wybie_met", "--map", "real/orchard", "--tick", "240"],
    "other_porch": ["--beat", "cat_speaks", "--map", "other/grounds", "--spawn", "from_flat_down", "--tick", "200"],
    "other_living": ["--beat", "cat_speaks", "--map", "other/flat_down", "--spawn", "cp_living", "--tick", "200"],
    "hall": ["--beat", "she_turns", "--map", "other/hall", "--flag", "demand_3_made", "--tick", "150"],
    "stone": ["--beat", "soul_house", "--map", "other/flat_down", "--spawn", "cp_kitchen", "--tick", "90"]
    + ["--stone=0.45,-0.9"]
    + [f"--flag={flag}" for flag in ("began_soul_house", "house_opened", "house_saw_strings", "house_nearly")],
    "edge": ["--beat", "only_living_room", "--tick", "420"],
    "her_room": ["--boss", "web", "--attack", "row_c", "--tick", "70"],
    "well": ["--boss", "hand", "--attack", "leap", "--tick", "60"],
}


class Failed(Exception):
    """A step did not hold; says why in one line."""


@dataclass
class Place:
    """Where steps run: the ``python`` of an environment, and what was found there."""

    python: Path
    temporary: Path
    is_fresh: bool
    tests: str = ""
    """pytest's last line."""

    def run(self, *command: object, cwd: Path = ROOT, **environment: str) -> None:
        """Runs it with its output on ours. Raises Failed."""
        words = [str(c) for c in command]
        print("$", shlex.join(words), flush=True)
        done = subprocess.run(words, cwd=cwd, env=self.env(**environment), stdin=subprocess.DEVNULL)
        if done.returncode:
            raise Failed(f"{shlex.join(words[:4])} ended with {done.returncode}")

    def ask(self, *command: object, cwd: Path = ROOT, **environment: str) -> str:
        """What it prints. Raises Failed."""
        words = [str(c) for c in command]
        print("$", shlex.join(words), flush=True)
        done = subprocess.run(
            words, cwd=cwd, env=self.env(**environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        if done.returncode:
            print(done.stdout)
            raise Failed(f"{shlex.join(words[:4])} ended with {done.returncode}")
        return done.stdout

    def env(self, **more: str) -> dict[str, str]:
        """Of the commands: the environment's own programs come first, as if it were activated."""
        path = os.pathsep.join([str(self.python.parent), os.environ.get("PATH", "")])
        return os.environ | {"PATH": path, "PYTHONUNBUFFERED": "1"} | more


# ---------------------------------------------------------------------------------------------- steps


def readme_commands() -> tuple[str, str]:
    """The two commands of the README, letter for letter: how to play, how to test. Raises Failed."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    play = re.search(r"^python3 -m pip install .*&& python3 -m game$", text, re.M)
    test = re.search(r"^python3 -m pip install .*&& python3 -m pytest$", text, re.M)
    if not (play and test):
        raise Failed("README.md has lost one of its two commands")
    return play[0], test[0]


def test(place: Place) -> None:
    """all tests; with --fresh exactly as the README says"""
    started = ["bash", "-c", readme_commands()[1]] if place.is_fresh else [str(place.python), "-m", "pytest"]
    print("$", started[-1] if place.is_fresh else shlex.join(started), flush=True)
    with subprocess.Popen(
        started,
        cwd=ROOT,
        env=place.env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout
        for line in process.stdout:
            print(line, end="", flush=True)
            if re.search(r"\d+ (passed|failed|error)", line):
                place.tests = line.strip().strip("= ")
    if process.returncode:
        raise Failed(place.tests or f"pytest ended with {process.returncode}")


def maps(place: Place) -> None:
    """the game's own linter: maps, worlds, tilesets, words"""
    place.run(place.python, "-m", "game", "lint")


def lint(place: Place) -> None:
    """ruff: style and format"""
    place.run(place.python, "-m", "ruff", "check")
    place.run(place.python, "-m", "ruff", "format", "--check")


def types(place: Place) -> None:
    """mypy --strict over game/"""
    place.run(place.python, "-m", "mypy")


def format_(place: Place) -> None:
    """ruff mends what it can, in place"""
    place.run(place.python, "-m", "ruff", "check", "--fix")
    place.run(place.python, "-m", "ruff", "format")


def wheel(place: Place) -> None:
    """builds the wheel and plays chapter 1 from it, in an empty folder"""
    folder = place.temporary / "wheel"
    folder.mkdir()
    place.run(place.python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    print(f"{built.name}: {built.stat().st_size / 1e6:.1f} MB")
    empty = place.temporary / "empty"
    empty.mkdir()
    other: dict[str, str] = {}
    if place.is_fresh:
        python = new_environment(place.temporary / "other place")
        place.run(python, "-m", "pip", "install", "--quiet", built)
        game: list[object] = [python.parent / "pink-palace"]
    else:
        # Beside the libraries that are here already; PYTHONPATH comes before an editable install.
        target = place.temporary / "site"
        place.run(place.python, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, built)
        python, other = place.python, {"PYTHONPATH": str(target)}
        game = [python, "-m", "game"]
    where = place.ask(python, "-c", "import game; print(game.__file__)", cwd=empty, **other).strip()
    if Path(where).is_relative_to(ROOT):
        raise Failed(f"that was the checkout, not the wheel: {where}")
    beats = json.loads(place.ask(*game, "beats", "--json", cwd=empty, **other))
    place.run(*game, "lint", cwd=empty, **other)
    report = json.loads(place.ask(*game, "bot", "--until", "bricks", "--json", cwd=empty, **other))
    place.run(
        *game, "shot", "--beat", "bricks", "--tick", "10", "--out", place.temporary / "wheel.png", cwd=empty, **other
    )
    print(f"{len(beats)} beats known; played {', '.join(report['beats'])} in {report['ticks']} ticks: {report['hash']}")
    if report["beats"][-1] != "bricks" or list(empty.iterdir()):
        raise Failed(f"the bot ended with {report['beats']}; left behind: {[p.name for p in empty.iterdir()]}")


def art(place: Place) -> None:
    """draws what has changed (tools/make_art)"""
    place.run(place.python, "-m", "tools.make_art")


def sound(place: Place) -> None:
    """makes what has changed (tools/make_sound)"""
    place.run(place.python, "-m", "tools.make_sound")


def music(place: Place) -> None:
    """renders what has changed (tools/make_music; wants FluidSynth and its soundfont)"""
    place.run(place.python, "-m", "tools.make_music")


def pictures(place: Place) -> None:
    """takes the pictures of the README again"""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, asked in PICTURES.items():
        place.run(place.python, "-m", "game", "shot", *asked, "--out", folder / f"{name}.png")


STEPS: dict[str, Callable[[Place], None]] = {
    "test": test,
    "maps": maps,
    "lint": lint,
    "types": types,
    "wheel": wheel,
    "format": format_,
    "art": art,
    "sound": sound,
    "music": music,
    "pictures": pictures,
}
ALL = ("test", "maps", "lint", "types", "wheel")
"""What CI runs, in this order: tests first, since they install the game where all is fresh."""


# ---------------------------------------------------------------------------------------------- running them


def new_environment(folder: Path) -> Path:
    """A virtual environment with nothing in it; returns its python."""
    print(f"$ {sys.executable} -m venv {shlex.quote(str(folder))}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, stdin=subprocess.DEVNULL)
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python3")


def dev_requirements() -> list[str]:
    """What the steps besides the tests need, from pyproject.toml (extra ``dev``)."""
    import tomllib  # Python 3.11; an older one should hear that from pip, in plain words

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"]["dev"])


def run(names: Sequence[str], is_fresh: bool) -> int:
    """Runs the steps, all of them even if one fails; prints what failed, then pytest's line."""
    temporary = Path(tempfile.mkdtemp(prefix="pink-palace-"))
    failed: dict[str, str] = {}
    has_tools = not is_fresh
    place = Place(Path(sys.executable), temporary, is_fresh)
    try:
        if is_fresh:
            print("=== a fresh environment", flush=True)
            place.python = new_environment(temporary / "environment")
        for name in names:
            started = time.monotonic()
            print(f"\n=== {name}: {(STEPS[name].__doc__ or '').strip()}", flush=True)
            try:
                if name != "test" and not has_tools:
                    has_tools = True
                    place.run(place.python, "-m", "pip", "install", "--quiet", "-e", ROOT, *dev_requirements())
                STEPS[name](place)
            except (Failed, OSError, subprocess.SubprocessError, ValueError) as e:
                failed[name] = str(e)
                print(f"FAILED {name}: {e}", flush=True)
            print(
                f"--- {name}: {'FAILED' if name in failed else 'ok'} after {time.monotonic() - started:.0f} s",
                flush=True,
            )
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    print()
    for name, why in failed.items():
        print(f"FAILED {name}: {why}")
    print("steps:", ", ".join(f"{name} {'FAILED' if name in failed else 'ok'}" for name in names))
    if place.tests:
        print(place.tests, flush=True)
    return 1 if failed else 0


def main(argv: Sequence[str]) -> int:
    """The command line. Exit 0 all is well, 1 a step failed, 2 bad usage."""
    steps = "\n".join(f"  {name:9} {(step.__doc__ or '').strip()}" for name, step in STEPS.items())
    parser = argparse.ArgumentParser(
        prog="python tools/dev.py",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"steps:\n{steps}\n  all       {', '.join(ALL)}: what CI runs\n"
        "  new KIND NAME   writes the files of a new foe, map, beat or item",
    )
    parser.add_argument("steps", nargs="+", metavar="STEP", help="one or more, in order")
    parser.add_argument(
        "--fresh", action="store_true", help="in new virtual environments, as CI does (needs pip's index)"
    )
    if argv[:1] == ["new"]:
        sys.path.insert(0, str(ROOT))
        from tools.new import main as new  # only then: it needs the game's libraries

        return new(argv[1:])
    options = parser.parse_args(argv or ["--help"])
    names = [name for asked in options.steps for name in (ALL if asked == "all" else (asked,))]
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        parser.error(f"no step is called {unknown[0]}; there are {', '.join(STEPS)}, all, new")
    return run(list(dict.fromkeys(names)), options.fresh)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
