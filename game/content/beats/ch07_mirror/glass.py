"""wybie_frees, its first half: a glove on the other side of the glass, and a reflection to meet it with. Ends on the other side.

``through_the_glass`` sets mirror_out and escaping and leaves for the hall; escape.py goes on there.
"""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Pane
from game.sim.acts.pane import HANDS_X
from game.sim.session import Session

BEAT = "wybie_frees"
TOLD_TIMES = 2
"""So often she says what the steps mean."""
FAR, FROM_MIRROR = "other/flat_down", "from_mirror"


def through_the_glass(session: Session) -> Script:
    """From the glove on the glass until she is pulled through it."""
    stage = Stage(session, BEAT)
    act = session.act if isinstance(session.act, Pane) else None
    if act is None:
        from_story = session.story.counts.get("pane.matches", 0)
        act = Pane(light=session.room.spots["glass_light"].box, matches=from_story)
        session.act = act
    if not stage.flag("hand_seen"):
        yield 70
        with stage.scene():
            stage.sound("mirror_ripple", Vec(act.hand_x, 128.0))
            stage.face("coraline", Facing.UP)
            yield 40
            yield from stage.say("hand")
            yield from stage.walk("coraline", "by_glass", 84.0)
            stage.face("coraline", Facing.UP)
            yield from stage.say("teach")
        stage.set("hand_seen")
        stage.keep()
        yield 2
    if act.matches:  # the room was made anew, and with it what had just gone out from her
        act.bloom(session.place.x, session.place.y, "")
    coming = False
    while act.matches < len(HANDS_X):
        yield None
        was, coming = coming, act.clock > 0
        if coming and not was and session.story.count("pane.told") <= TOLD_TIMES:
            session.cry("coraline", stage.key("steps.1"), stage.at("coraline"))
        if act.wrong:
            session.cry("coraline", stage.key(f"cold.{act.wrong}"), stage.at("coraline"))
            act.wrong = 0
        if act.matches != session.story.counts.get("pane.matches", 0):
            session.story.counts["pane.matches"] = act.matches
            if 0 < act.matches < len(HANDS_X):
                stage.keep()
    yield from _pulled(stage, act)


def _pulled(stage: Stage, act: Pane) -> Script:
    """Something takes her by the hand, the wrong way out."""
    session = stage.session
    with stage.scene():
        stage.sound("mirror_ripple", Vec(act.hand_x, 128.0))
        stage.face("coraline", Facing.UP)
        yield 46
        stage.sound("dodge")
        stage.shake(2.0, 30)
        hero = session.place
        yield from stage.go(session.hero, (Vec(hero.x, hero.y - 10),), 40)
        stage.set("mirror_out")
        stage.set("escaping")
        session.story.counts.pop("pane.matches", None)
        yield from stage.leave(FAR, FROM_MIRROR, "mirror")
