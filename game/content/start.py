"""new_session: everything put together. The app, the tests, the bots and the map maker all come in by this door."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from game.content.beats import (
    ch01_moving_in,
    ch02_little_door,
    ch03_warnings,
    ch04_circus,
    ch05_theatre,
    ch06_buttons,
    ch07_mirror,
    ch08_empty_house,
    ch09_game,
    ch10_web,
    ch11_well,
    ch12_party,
    nights,
)
from game.content.bosses import MINDS as PRACTICE
from game.content.bosses import begin_boss, find_boss
from game.content.coraline import make_hero
from game.content.deeds import BEGUN_AT, OTHER_SIDE, STONE
from game.content.folk import strays
from game.content.props import chores, doll, edge, gifts, mercies, murmurs, plates, restless, trifles
from game.content.spawn import make
from game.content.tiled import load_room
from game.content.words import load_words
from game.data import data_folder
from game.sim.parts import Rules, Title
from game.sim.ruin import GONE_LONG_AGO, souls
from game.sim.save import Snapshot
from game.sim.session import Content, NoSpawn, Session
from game.sim.story import ANY_ORDER, BEAT, BEATS

CHAPTERS = (
    ch01_moving_in,
    ch02_little_door,
    ch03_warnings,
    ch04_circus,
    ch05_theatre,
    ch06_buttons,
    ch07_mirror,
    ch08_empty_house,
    ch09_game,
    ch10_web,
    ch11_well,
    ch12_party,
)
"""Every chapter's module: BEATS, SCRIPTS, MINDS and STARTS (where a beat begins that is jumped to, what it takes for granted)."""
ALL_BEATS = {name: beat for chapter in CHAPTERS for name, beat in chapter.BEATS.items()}
ALL_SCRIPTS = {
    **{name: script for chapter in CHAPTERS for name, script in chapter.SCRIPTS.items()},
    **chores.SCRIPTS,
    **trifles.SCRIPTS,
    **nights.SCRIPTS,
    **mercies.SCRIPTS,
    **gifts.SCRIPTS,
    "look_doll": doll.look_doll,
}
STARTS = {name: start for chapter in CHAPTERS for name, start in chapter.STARTS.items()}


class StartError(Exception):
    """No session can begin like that; the message says why in one line."""


def playable_beats() -> tuple[str, ...]:
    """The beats that are written, in the story's order."""
    return tuple(b.id for b in BEATS if b.id in ALL_BEATS)


def make_content(assets: Path | None = None, maps: Path | None = None) -> Content:
    """What every session is given. Raises WordsError or FileNotFoundError when the game's own files are missing."""
    assets = assets or data_folder("assets")
    maps = maps or data_folder("maps")
    return Content(
        load_room=partial(load_room, maps=maps),
        make=make,
        make_hero=make_hero,
        arrive=_arrive,
        minds=(
            doll.watch,
            doll.shiver,
            *chores.MINDS,
            *edge.MINDS,
            *murmurs.MINDS,
            *strays.MINDS,
            *restless.MINDS,
            *plates.MINDS,
            *nights.MINDS,
            *(mind for chapter in CHAPTERS for mind in chapter.MINDS),
            *PRACTICE,
        ),
        beats=ALL_BEATS,
        scripts=ALL_SCRIPTS,
        words=load_words(assets),
    )


def _arrive(session: Session) -> None:
    """On coming into a room, before anything moves: weather, the doll's seat, birds."""
    session.weather = weather_of(session)
    doll.seat_doll(session)
    strays.settle_birds(session)
    murmurs.settle_drip(session)
    restless.settle_furniture(session)
    chapters = (ch05_theatre, ch07_mirror, ch08_empty_house, ch10_web)
    for arrive in (arrival for chapter in chapters for arrival in chapter.ARRIVALS):
        arrive(session)


def weather_of(session: Session) -> str:
    """Rain while they move in, fog from Wybie on and in the mornings of the warnings; then as the map says; sun at last."""
    if session.room.name == "between/passage" and session.story.holds("wybie_frees"):
        return "cold"
    if session.room.side == "other" and session.story.holds("stone_given"):
        return "cold"  # nobody is expected any more
    if session.room.name == "real/orchard" and session.story.holds("is_night,ghost_dream"):
        return "none"  # so clear a night that one can see what walks in it
    if session.room.side != "real":
        return session.room.weather
    if session.story.holds("well_sealed,!is_night"):
        return "gold" if session.story.holds("story_begun") else "sun"
    if session.room.weather == "none" and session.room.indoors:
        return "rain" if not session.story.holds("ignored") else "none"
    if session.room.name == "real/grounds":
        if session.story.holds("woke_home,!actresses_warn,!is_night"):
            return "fog"  # the mornings of the warnings
        return "rain" if not session.story.holds("ignored") else "fog" if not session.story.holds("bricks") else "none"
    return session.room.weather


def new_session(
    room: str = "",
    spawn: str = "",
    beat: str = "",
    flags: Sequence[str] = (),
    seed: int = 1,
    rules: Rules | None = None,
    content: Content | None = None,
) -> Session:
    """A session that stands at the start of a beat, or on a map, or (with neither) at the start of the story.

    Raises StartError for a beat that is unknown or not written yet and a spawn that is not there; MapError for a bad map.
    """
    session = Session(content or make_content(), rules, seed)
    beat = beat or ("" if room else BEATS[0].id)
    start_room, start_spawn = room, spawn
    if beat:
        if beat not in BEAT:
            raise StartError(f"no beat is called {beat!r}; `beats` lists them")
        if beat not in ALL_BEATS:
            raise StartError(f"beat {beat!r} is not playable yet; the story is told up to {playable_beats()[-1]!r}")
        start = STARTS[beat]
        before = [
            b for b in BEATS[: [b.id for b in BEATS].index(beat)] if not (beat in ANY_ORDER and b.id in ANY_ORDER)
        ]
        for earlier in before:
            session.story.end(earlier.id)
            for flag in STARTS[earlier.id].leaves if earlier.id in STARTS else ():
                session.story.set(flag.removeprefix("!"), not flag.startswith("!"))
        for flag in start.flags:
            session.story.set(flag.removeprefix("!"), not flag.startswith("!"))
        for item in start.items:
            session.story.items.append(item)
        if beat != BEATS[0].id:
            session.story.notes[BEGUN_AT] = beat
        start_room = room or start.map
        start_spawn = spawn or (start.spawn if start_room == start.map else "")
    for flag in flags:
        session.story.set(flag)
        if flag in ANY_ORDER:
            session.story.end(flag)
    if OTHER_SIDE in session.story.flags:
        session.story.items.append(STONE)
    for n in range(1, souls(session.story) + 1):
        session.story.counts["souls"] = n
        session.story.counts[f"stage_{n}.at"] = -GONE_LONG_AGO
    try:
        session.enter(start_room, start_spawn)
    except NoSpawn as e:
        raise StartError(str(e)) from e
    if beat == BEATS[0].id and not room:
        session.title = Title("menu.chapters.1", "chapter", lasts=200)
    return session


def boss_session(
    name: str, attack: str = "", seed: int = 1, rules: Rules | None = None, content: Content | None = None
) -> Session:
    """A session in the middle of a fight: all of it, or (``attack``) one attack over and over. Raises BossError."""
    boss = find_boss(name, attack)
    start = STARTS[boss.beat]
    session = new_session(start.map, boss.spawn, boss.beat, boss.flags, seed, rules, content)
    begin_boss(session, name, attack)
    return session


def loaded_session(snapshot: Snapshot, rules: Rules | None = None, content: Content | None = None) -> Session:
    """The session a save holds. Raises MapError when its map cannot be read."""
    session = Session(content or make_content(), rules, snapshot.seed)
    session.restore(snapshot)
    return session
