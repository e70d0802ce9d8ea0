"""promise: three heartbeats, held; with each of them somebody holds on too."""

from __future__ import annotations

from game.content.beats.ch07_mirror.cell import GHOSTS, act_here, gather, stand_back
from game.content.beats.verbs import Stage
from game.core.script import Script
from game.sim.acts import Vow
from game.sim.session import Session

BEAT = "promise"
LEAVES = ("promise_asked", "promise_chosen")


def promise(session: Session) -> Script:
    stage = Stage(session, BEAT)
    yield 50
    if not stage.flag("promise_asked"):
        with stage.scene():
            yield from gather(stage)
            yield from stage.say("ask")
        stage.set("promise_asked")
    if not stage.flag("promise_chosen"):
        with stage.scene():
            yield from stage.choose("choice")
            if session.story.notes.get("picked.promise.choice") == "scared":
                yield from stage.say("promise")
        stage.set("promise_chosen")
        stage.keep()
        yield 2
    with stage.scene():
        yield from gather(stage)
        yield from stage.say("hold")
    act = Vow()
    session.act = act
    said = False
    while not act.is_over:
        yield None
        if act.lets_go and not said:
            said = True
            yield from stage.say("let_go")
    session.act = act_here(session)
    with stage.scene():
        for name in GHOSTS:
            stage.face(f"ghost_{name}", "coraline")
        yield from stage.say("done")
        yield from stand_back(stage)
