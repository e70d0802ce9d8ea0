"""The commands that need neither a picture nor a sound: beats, bot, replay."""

from __future__ import annotations

import argparse
import json
import sys
import time

import msgspec

from game.app.bot import Bot
from game.app.bot.hand_fighter import SKILLS
from game.app.bot.hand_figures import FIGHTS, summed
from game.app.bot.trembling import Trembling
from game.app.errors import UsageError
from game.app.packed import open_to_record
from game.app.recorded import header_of, session_of
from game.app.replay import Recorder, do_deed, play_back, read, seen, words_digest
from game.content.bosses import find_boss
from game.content.ledger import load_ledger
from game.content.start import ALL_BEATS, make_content, playable_beats
from game.data import data_folder
from game.sim.parts import Rules
from game.sim.story import BEAT, BEATS
from game.testing import Play

ORDERS = ("house", "theatre", "circus")


def beats(options: argparse.Namespace) -> int:
    """`beats`: the story's ledger."""
    if options.json:
        rows = [
            {
                "id": b.id,
                "chapter": b.chapter,
                "map": b.map,
                "sentences": list(b.sentences),
                "playable": b.id in ALL_BEATS,
            }
            for b in BEATS
        ]
        print(json.dumps(rows, indent=1))
        return 0
    if options.ledger:
        _tell_ledger()
        return 0
    for b in BEATS:
        told = ", ".join(str(n) for n in b.sentences)
        print(
            f"{b.chapter:2}  {b.id:16} {b.map:22} {told:8} {'' if b.id in ALL_BEATS else '(not playable yet)'}".rstrip()
        )
    return 0


def _tell_ledger() -> None:
    """Each sentence of the plot in our own words, and where it is kept."""
    for sentence in load_ledger().sentence:
        print(f"{sentence.n:2}  {sentence.told}")
        print(f"    {', '.join(sentence.beats)} in {', '.join(sentence.maps)}")
        print(f"    with {', '.join((*sentence.people, *sentence.things))}")
        for test in sentence.tests:
            print(f"    {test}")


def bot(options: argparse.Namespace) -> int:
    """`bot`: plays, reports, records; with --boss it fights."""
    if options.boss or options.attack:
        return fights(options)
    order = tuple(options.order.split(","))
    if sorted(order) != sorted(ORDERS):
        raise UsageError(f"--order {options.order}: name each of house, theatre, circus once, with commas")
    until = options.until or playable_beats()[-1]
    for beat in (options.from_beat, until):
        if beat and beat not in BEAT:
            raise UsageError(f"no beat is called {beat!r}; `beats` lists them")
    if until not in ALL_BEATS:
        raise UsageError(f"beat {until!r} is not playable yet; the story is told up to {playable_beats()[-1]!r}")
    ids = [b.id for b in BEATS]
    if options.from_beat and ids.index(options.from_beat) > ids.index(until):
        raise UsageError(f"--from {options.from_beat} comes after --until {until}")
    header = header_of(options.seed, Rules(difficulty=options.difficulty), beat=options.from_beat or ids[0])
    started = time.process_time()
    play = (
        Trembling(options.noise, options.seed, session_of(header))
        if options.noise
        else Play(session=session_of(header))
    )
    out = None
    try:
        recorder = None
        if options.record:
            out = open_to_record(options.record)
            recorder = Recorder(out, header, seen)
            writer = recorder
            play.on_tick.append(lambda intent: writer.add(intent, play.session))
        report = Bot(play, _say_beat if sys.stderr.isatty() else None, order).run(until)
        if recorder is not None:
            recorder.close(play.session)
    finally:
        if out is not None:
            out.close()
    spent = time.process_time() - started
    result = {
        "beats": report.beats,
        "ticks": report.ticks,
        "seconds_cpu": round(spent, 3),
        "stitches": report.stitches,
        "falls": report.falls,
        "seed": options.seed,
        "order": list(order),
        "hash": play.hash(),
    }
    if options.json:
        print(json.dumps(result))
    else:
        for beat in report.beats:
            print(f"{beat:16} {report.ticks_by_beat[beat] / 60:7.1f} s")
        minutes = report.ticks / 3600
        speed = report.ticks / max(spent, 1e-9)
        print(f"{minutes:.1f} minutes of play in {spent:.1f} s of processor time: {speed:.0f} ticks a second")
        print(f"hash {play.hash()}")
    return 0


def fights(options: argparse.Namespace) -> int:
    """`bot --boss`: the same fight from different seeds, and how each went."""
    if options.skill not in SKILLS:
        raise UsageError(f"--skill {options.skill}: there is {', '.join(SKILLS)}")
    if options.fights < 1:
        raise UsageError(f"--fights {options.fights}: at least one")
    find_boss(options.boss, options.attack)
    if options.boss not in FIGHTS:
        raise UsageError(f"the bot does not know how to fight {options.boss!r}; it knows {', '.join(FIGHTS)}")
    seeds = range(options.seed, options.seed + options.fights)
    rules = Rules(difficulty=options.difficulty)
    rounds = [FIGHTS[options.boss](seed, SKILLS[options.skill], rules, options.attack) for seed in seeds]
    figures = {"boss": options.boss, "skill": options.skill, "difficulty": options.difficulty, **summed(rounds)}
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:22} {value}")
    return 0


def _say_beat(beat: str) -> None:
    print(f"  {beat}", file=sys.stderr)


def replay(options: argparse.Namespace) -> int:
    """`replay`: the same again, checked."""
    recording = read(options.file)
    words = (data_folder("assets") / "text" / "en.toml").read_bytes()
    if recording.header.words and recording.header.words != words_digest(words):
        print(f"{options.file}: recorded with other words than assets/text/en.toml has now", file=sys.stderr)
    content = make_content()
    result = play_back(recording, lambda header: session_of(header, content), seen, do_deed)
    difference = result.first_difference
    if options.json:
        value = msgspec.to_builtins(difference) if difference else None
        print(json.dumps({"ok": result.ok, "ticks": result.ticks, "hash": result.hash, "first_difference": value}))
    elif result.ok:
        print(f"{options.file}: the same for {result.ticks} ticks, hash {result.hash}")
    else:
        assert difference is not None
        print(
            f"{options.file}: differs by tick {difference.tick}: {difference.entity}.{difference.field}",
            file=sys.stderr,
        )
    return 0 if result.ok else 1
