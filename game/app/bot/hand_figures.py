"""Figures of the fight at the well: how often, how long, by what. `bot --boss hand` prints them, the nightly test asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from game.app.bot.hand_fighter import Fighter, Skill
from game.core.chance import Chance
from game.core.intent import Intent
from game.sim.acts import HandFight
from game.sim.acts.hand import PARTS
from game.sim.happenings import Pricked, SewnShut
from game.sim.parts import Rules
from game.testing import Play


@dataclass(frozen=True)
class Round:
    """How one fight went: tries in all and by part, stitches, seconds, what hit her."""

    seed: int
    won: bool
    tries: int
    stitches: int
    seconds: float
    tries_by_part: dict[str, int]
    seconds_by_part: dict[str, float]
    hit_by: dict[str, int]
    wybie_hurt: int
    rock_missed: int


def fight_hand(seed: int, skill: Skill, rules: Rules, attack: str = "") -> Round:
    """The whole fight (or ``attack`` for a minute) with those hands, tried again until it is won or an hour is over."""
    play = Play.boss("hand", attack, seed=seed, rules=rules)
    session = play.session
    fighter = Fighter(play, skill, Chance(seed * 7919 + 13))
    tries, stitches = 1, 0
    by_part: dict[str, int] = {}
    ticks: dict[str, int] = {}
    hit_by: dict[str, int] = {}
    last = ""

    def watch(intent: Intent) -> None:
        nonlocal tries, stitches, last
        act = session.act
        if isinstance(act, HandFight):
            last = act.part
            if not session.locks and session.talk is None:
                ticks[last] = ticks.get(last, 0) + 1
            for _ in session.news.of(Pricked):
                stitches += 1
                what = "edge" if "edge" in act.happened else "rock" if "rock_hit_her" in act.happened else act.attack
                hit_by[what] = hit_by.get(what, 0) + 1
        if session.news.of(SewnShut):
            tries += 1
            by_part[last] = by_part.get(last, 0) + 1

    play.on_tick.append(watch)
    most = 60 * 60 if attack else 60 * 60 * 60
    for _ in range(most):
        act = session.act
        if play.saw("hand_crushed"):
            break
        if session.talk is not None:
            play.read()
        elif isinstance(act, HandFight) and not session.locks:
            fighter.tick(act)
        else:
            play.tick()
    counts = session.story.counts
    return Round(
        seed,
        play.saw("hand_crushed"),
        tries,
        stitches,
        round(session.tick / 60, 1),
        {part: 1 + by_part.get(part, 0) for part in PARTS},
        {part: round(n / 60, 1) for part, n in ticks.items()},
        hit_by,
        counts.get("wybie_hurt", 0),
        counts.get("rock_missed", 0),
    )


def summed(rounds: Sequence[Round]) -> dict[str, Any]:
    """Figures of many rounds: medians, and what hits."""
    hits: dict[str, int] = {}
    for r in rounds:
        for what, n in r.hit_by.items():
            hits[what] = hits.get(what, 0) + n
    tries = sorted(r.tries for r in rounds)
    return {
        "fights": len(rounds),
        "won": sum(r.won for r in rounds),
        "tries_median": tries[len(tries) // 2],
        "tries": {str(n): tries.count(n) for n in sorted(set(tries))},
        "tries_by_part_mean": {p: round(sum(r.tries_by_part[p] for r in rounds) / len(rounds), 2) for p in PARTS},
        "stitches_mean": round(sum(r.stitches for r in rounds) / len(rounds), 2),
        "seconds_median": sorted(r.seconds for r in rounds)[len(rounds) // 2],
        "seconds_by_part_mean": {
            p: round(sum(r.seconds_by_part.get(p, 0.0) for r in rounds) / len(rounds), 1) for p in PARTS
        },
        "hit_by": hits,
        "wybie_hurt_mean": round(sum(r.wybie_hurt for r in rounds) / len(rounds), 2),
        "rock_missed_mean": round(sum(r.rock_missed for r in rounds) / len(rounds), 2),
    }


FIGHTS: dict[str, Callable[[int, Skill, Rules, str], Round]] = {"hand": fight_hand}
"""By the names of content/bosses.py: a fight with hands of some skill."""
