"""The command line. A contract: scripts and tests rely on it (docs/command_line.md). Exit 0 ok, 1 failed check, 2 bad usage.

Every command is a function of parsed arguments that returns the exit code; errors of any kind become one line on stderr.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from game import __version__
from game.app.parser import Parser

COMMANDS = ("play", "beats", "bot", "replay", "lint", "shot", "drive", "bench")


def entry() -> None:
    """What the script `pink-palace` and `python -m game` call."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Runs one command; ``play`` when none is named."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    arguments = list(argv)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        arguments.insert(0, "play")
    if arguments[0] == "lint":
        return _guarded(lambda: _lint(arguments[1:]))
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return 2 if stop.code else 0
    return _guarded(lambda: _run(options))


def _guarded(command: Callable[[], int]) -> int:
    """Runs it; whatever goes wrong is one clear line."""
    from game.app.errors import EXPECTED  # the parser answers --help without loading the game

    try:
        return command()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except EXPECTED as e:
        print(f"pink-palace: {_line_of(e)}", file=sys.stderr)
        return getattr(e, "exit_code", 2)
    except Exception as e:
        if os.environ.get("PINK_PALACE_DEBUG"):
            raise
        print(
            f"pink-palace: a fault of ours: {type(e).__name__}: {e} (PINK_PALACE_DEBUG=1 shows where)", file=sys.stderr
        )
        return 1


def _line_of(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}"
    return " ".join(str(error).split())


def _lint(argv: list[str]) -> int:
    from game.app.lint import lint_main
    from game.content.start import ALL_BEATS, ALL_SCRIPTS

    return lint_main(argv, [*ALL_SCRIPTS, *ALL_BEATS])


def _run(options: argparse.Namespace) -> int:
    if options.command == "replay" and options.show:
        from game.app.play import show_replay
        from game.app.recorded import session_of
        from game.app.replay import read

        recording = read(options.file)
        return show_replay(recording, session_of(recording.header))
    if options.command in ("beats", "bot", "replay"):
        from game.app import commands

        return int(getattr(commands, options.command)(options))
    if options.command == "shot":
        from game.app.shot import shot

        return shot(options)
    if options.command == "drive":
        from game.app.drive import drive

        return drive(options)
    if options.command == "bench":
        from game.app.bench import bench

        return bench(options)
    from game.app.front import open_front

    front = open_front(options)
    from game.app.play import play  # half a second's reading: a picture stands there meanwhile

    return play(options, front)


def _way(text: str) -> tuple[float, float]:
    try:
        x, y = (float(n) for n in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a way; say 1,0 for the right") from None
    return x, y


def _size(text: str) -> tuple[int, int]:
    try:
        w, h = (int(n) for n in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; say 1280x720") from None
    if not (64 <= w <= 16384 and 64 <= h <= 16384):
        raise argparse.ArgumentTypeError(f"{text!r} is too small or too large for a picture")
    return w, h


def _seed(text: str) -> int:
    try:
        return int(text) & ((1 << 64) - 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None


def _part(text: str) -> float:
    try:
        part = float(text)
    except ValueError:
        part = -1.0
    if not 0 <= part <= 0.5:
        raise argparse.ArgumentTypeError(f"{text!r} is no part of all ticks: 0 to 0.5")
    return part


def _add_start(p: argparse.ArgumentParser, seed: bool = True) -> None:
    p.add_argument("--map", default="", metavar="M", help="begin on a map: real/flat_down")
    p.add_argument("--spawn", default="", metavar="S", help="at this spawn of it")
    p.add_argument(
        "--at-object", default="", metavar="ID", help="at the spawn nearest to this object (Tiled's Shift+F5)"
    )
    p.add_argument("--beat", default="", metavar="B", help="begin at a beat of the story")
    p.add_argument("--boss", default="", metavar="B", help="in the middle of a fight: hand ...")
    p.add_argument("--attack", default="", metavar="A", help="one attack of it, over and over: leap ...")
    p.add_argument("--flag", action="append", default=[], metavar="F", help="set a flag of the story (is_night ...)")
    if seed:
        p.add_argument("--seed", type=_seed, default=1, metavar="N", help="seed of every chance in the rules")
    p.add_argument("--renderer", choices=("auto", "opengl", "software"), default=None, help="who paints")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="pink-palace", description="The Pink Palace, a Coraline story. An unofficial, non-commercial fan work."
    )
    parser.add_argument("--version", action="version", version=f"pink-palace {__version__}")
    sub = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    p = sub.add_parser("play", help="the game (also when no command is given)")
    _add_start(p)
    size = p.add_mutually_exclusive_group()
    size.add_argument("--window", type=_size, metavar="WxH", help="in a window of this size")
    size.add_argument("--fullscreen", action="store_true", help="on the whole screen")
    p.add_argument("--mute", action="store_true", help="without sound")
    p.add_argument("--record", type=Path, metavar="F", help="write a recording")
    p.add_argument("--saves", type=Path, metavar="DIR", help="keep saves and settings here")
    p.add_argument("--watch", action="store_true", help="take in maps, words and pictures as they change on disk")
    p.add_argument("--pacing", type=Path, metavar="F", help="write how evenly frames came")

    p = sub.add_parser("beats", help="the beats of the story in order")
    p.add_argument("--ledger", action="store_true", help="the plot's sentences, and where each is kept")
    p.add_argument("--json", action="store_true")

    p = sub.add_parser("bot", help="plays the story headless, through intents only")
    p.add_argument("--from", dest="from_beat", default="", metavar="B", help="begin at this beat")
    p.add_argument("--until", default="", metavar="B", help="stop when this beat has ended")
    p.add_argument("--seed", type=_seed, default=1, metavar="N")
    p.add_argument("--order", default="house,theatre,circus", help="order of the three hunts")
    p.add_argument("--difficulty", choices=("storybook", "brave", "beldam"), default="brave")
    p.add_argument(
        "--noise", type=_part, default=0.0, metavar="P", help="part of the ticks in which chance holds the pad"
    )
    p.add_argument("--boss", default="", metavar="B", help="no story: this fight, over and over, and how it went")
    p.add_argument("--attack", default="", metavar="A", help="with --boss: one attack of it alone")
    p.add_argument("--fights", type=int, default=20, metavar="N", help="so often (--boss)")
    p.add_argument(
        "--skill", default="middling", metavar="S", help="whose hands (--boss): perfect good middling clumsy"
    )
    p.add_argument("--record", type=Path, metavar="F", help="write a recording")
    p.add_argument("--json", action="store_true")

    p = sub.add_parser("replay", help="plays a recording and checks its chain of hashes")
    p.add_argument("file", type=Path, metavar="F")
    p.add_argument("--show", action="store_true", help="on the screen, at its own pace")
    p.add_argument("--json", action="store_true")

    sub.add_parser("lint", help="checks maps, tilesets, words and story", add_help=False)

    p = sub.add_parser("shot", help="a picture of what a player would see")
    _add_start(p)
    p.add_argument("--tick", type=int, default=30, metavar="N", help="after so many ticks")
    p.add_argument("--size", type=_size, default=(640, 360), metavar="WxH")
    p.add_argument(
        "--stone", type=_way, nargs="?", const=(0.0, 0.0), metavar="X,Y", help="with the stone up, held that way"
    )
    p.add_argument("--out", type=Path, required=True, metavar="P.png")

    p = sub.add_parser("drive", help="lockstep play over lines on stdin, one JSON line back each")
    _add_start(p)
    p.add_argument("--saves", type=Path, metavar="DIR", help="keep saves here (default: none are kept)")

    p = sub.add_parser("bench", help="how fast everything is, in process time")
    p.add_argument("--json", action="store_true")
    p.add_argument("--frames", type=int, metavar="N", help="do nothing but N frames of a case, for callgrind")
    p.add_argument("--case", default="flat_down", help="which case --frames draws")
    p.add_argument("--story", action="store_true", help="what pictures cost while the bot plays, beat by beat")
    p.add_argument("--from", dest="from_beat", default="", metavar="B", help="begin --story at this beat")
    p.add_argument("--until", default="", metavar="B", help="the last beat of --story")
    return parser
