"""mirror_ghosts: it is dark, and rings go out from her feet; three of them break on somebody and come back."""

from __future__ import annotations

from game.content.beats.ch07_mirror import memories
from game.content.beats.ch07_mirror.cell import GHOSTS, MET, found, gather, seen
from game.content.beats.verbs import Stage
from game.content.folk.chatter import word_from
from game.core.geometry import Vec
from game.core.script import Script
from game.sim.acts import Ripples
from game.sim.session import Session

BEAT = "mirror_ghosts"
MOMENTS = {"silas": "first", "hester": "second", "ivy": "third"}
ROOM_PX = 34.0
APPEARS_TICKS = 55
RING_GOES_TICKS = 90
"""The room is made anew at a checkpoint: what is left of a great ring should have gone by then."""
TOLD_AFTER_STEPS = 4
LEAVES = (
    "mirror_opened",
    "ripples_told",
    MET,
    *map(found, GHOSTS),
    *map(seen, GHOSTS),
    "memories_asked",
    "eyes_told",
    "ivy_named",
)


def mirror_ghosts(session: Session) -> Script:
    stage = Stage(session, BEAT)
    act = session.act if isinstance(session.act, Ripples) else Ripples()
    session.act = act
    if not stage.flag("mirror_opened"):
        stage.chapter_card(7)
        with stage.scene():
            yield 210
            yield from stage.say("open")
        stage.set("mirror_opened")
        stage.keep()
        yield 2
    while any(not stage.flag(found(n)) for n in GHOSTS):
        yield None
        _remark(stage, act)
        if act.steps >= TOLD_AFTER_STEPS and session.is_free and stage.once("ripples_told"):
            yield from stage.say("teach")
        if act.found:
            yield from _meet(stage, act, act.found)
    if not stage.flag(MET):
        with stage.scene():
            yield from gather(stage)
            yield from stage.say("beldam")
            yield from stage.say("doll")
            yield from stage.say("see")
        stage.set(MET)
        session.meet("ghosts")
        session.story.counts["knows_ghosts"] = 2
        stage.keep()
        yield 2
    stage.goal("eyes")
    yield (
        lambda: all(stage.flag(seen(n)) for n in GHOSTS) and session.is_free and not session.is_running("mirror_ghost")
    )
    session.story.notes.pop("goal", None)
    with stage.scene():
        yield 40
        yield from stage.say("after")
        yield from stage.say("eyes")


def _remark(stage: Stage, act: Ripples) -> None:
    """What she says to herself, in passing: when a ring has come back, when another voice has, when it is cold."""
    session = stage.session
    if not session.is_free:
        return
    for n, is_so in ((1, act.echoes > 0), (2, act.heard > 1), (3, act.cold > 0.3)):
        if is_so and not stage.flag(f"ring_said_{n}") and session.tick % 200 == n * 60:
            stage.set(f"ring_said_{n}")
            session.cry("coraline", stage.key(f"near.{n}"), stage.at("coraline"))
            return


def _meet(stage: Stage, act: Ripples, name: str) -> Script:
    """Somebody small is there, after all."""
    ghost = f"ghost_{name}"
    with stage.scene():
        at = stage.at(f"voice_{name}")
        act.bloom(at.x, at.y, name)
        stage.sound("mirror_ripple", at)
        yield from _gives_room(stage, at)
        stage.set(found(name))
        act.forget(name)
        yield 2
        stage.face("coraline", ghost)
        stage.sound("ghost_breath", at)
        yield from stage.pose(ghost, "appear", APPEARS_TICKS)
        stage.face(ghost, "coraline")
        yield from stage.say(MOMENTS[name])
        if name == "ivy":
            yield from stage.say("ivy_known", only=(1,))
            stage.set("ivy_named")
            yield from stage.say("ivy_known", only=(2, 3, 4))
    yield RING_GOES_TICKS
    stage.keep()
    yield 2


def _gives_room(stage: Stage, at: Vec) -> Script:
    """She has walked right into somebody: a step back, so that there are two of them to see."""
    her = stage.at("coraline")
    if (her - at).length < ROOM_PX:
        way = at.toward(stage.at("with_them"))
        yield from stage.walk("coraline", at + way * ROOM_PX, 60)


def talk_to_ghost(session: Session, entity: int) -> Script:
    """One of the three, spoken to: what it has seen with the doll's eyes, once; afterwards a word."""
    name = next((n for n in GHOSTS if session.find(f"ghost_{n}") == entity), "")
    stage = Stage(session, BEAT)
    if session.story.beat == BEAT and stage.flag(MET) and name and not stage.flag(seen(name)):
        yield from memories.look(stage, name)
        stage.set(seen(name))
        stage.keep()
    else:
        told = session.content.words.names("topics.ghosts")
        keys = [f"topics.ghosts.{k}" for k in told if k.startswith(name)]
        if name and keys and stage.flag(seen(name)):
            key = keys[(session.story.count(f"talked.ghost_{name}") - 1) % len(keys)]
            yield from stage.line(f"ghost_{name}", "faint", session.content.words.get(key), key)
        else:
            yield from word_from(session, f"ghost_{name}")
