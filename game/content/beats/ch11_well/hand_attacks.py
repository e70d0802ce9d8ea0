"""hand_attacks: a lantern, a path, and a step too many behind her. Then it stands up. Phases 1 and 2 of the fight at the well.

Flags: ``hand_met`` it has shown itself, ``hand_phase_2`` it has the string and the boards are off the well (``well_open``).
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch11_well.night import KEY, MAP, Remarks, keep, over, part, remarks
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import HandFight, LanternWalk
from game.sim.happenings import Dodged
from game.sim.harm import tries
from game.sim.parts import Look, Severed
from game.sim.session import Session

BEAT = "hand_attacks"
MEETS_PX = 30.0
STANDS_UP = Vec(1268.0, 756.0)
"""Where it comes out of the grass the first time, on the path before the well."""
STALKS_FROM = Vec(1340.0, 880.0)
RISE_TICKS = 70
LEANT_TICKS = 60
"""A step aside that was longer ago has nothing to do with being hit."""


def hand_attacks(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.night(True)
    if not stage.flag("hand_met"):
        yield from _walk(stage)
    if not stage.flag("hand_phase_2"):
        yield from _stalk(stage)
    yield from _drag(stage)


# ---------------------------------------------------------------- the way there


def _walk(stage: Stage) -> Script:
    session = stage.session
    act = LanternWalk.of(session)
    session.act = act
    stage.music("well_night", "base")
    if stage.once("hand_walk_opened"):
        with stage.scene():
            yield 40
            yield from stage.say("open")
    marks = remarks(stage)
    meets = stage.at("hand_meets")
    said = act.stirs
    while session.place.x < meets.x - MEETS_PX:
        marks.tick()
        if "stirs" in act.happened:
            if act.stirs == 2:
                stage.music("well_night", "base", "near")
            said += 1
        if said and act.left == 1 and said <= 3:
            marks.words("coraline", stage.key(f"walk.{said}"))
        yield None
    act.close(session)
    session.act = None
    yield from _meets(stage)


def _meets(stage: Stage) -> Script:
    """It has walked with her the whole way. Now it walks before her."""
    session = stage.session
    fight = part(stage, "stalk", STALKS_FROM)
    hand = fight.hand
    hand.hides = False
    with stage.scene():
        stage.music("void")
        yield from stage.walk("coraline", "hand_meets", 80)
        stage.face("coraline", Facing.RIGHT)
        yield 26
        stage.sound("hand_rustle", hand.at)
        yield 34
        stage.sound("hand_rustle", Vec(1300, 800))
        stage.camera(STANDS_UP + Vec(-60, -20), 3.0)
        body = session.world.get(hand.entity, Severed)
        hand.put(session, STANDS_UP.x - 6, STANDS_UP.y + 90)
        while not hand.go(STANDS_UP.x, STANDS_UP.y, 1.5):  # out of the grass, and no hurry about it
            hand.heading = 270.0
            if session.tick % 12 == 0:
                stage.sound("needle_skitter", hand.at, 0.7)
            yield None
        hand.face(session.place.x, session.place.y)
        yield 20
        yield from stage.say("seen", only=(1,))
        hand.pose = "fan"
        stage.sound("needle_scrape", hand.at)
        for n in range(RISE_TICKS):
            hand.told = min(n / 40, 1.0)
            yield None
        assert body is not None
        yield from stage.say("seen", only=(2,))
        hand.pose, hand.told = "stalk", 0.0
        stage.camera_back()
    stage.set("hand_met")
    over(stage, fight)
    yield 2
    yield from keep(stage)


# ---------------------------------------------------------------- 1: it stalks


def _stalk(stage: Stage) -> Script:
    session = stage.session
    again = tries(session) > 0
    act = part(stage, "stalk", STANDS_UP if not again else STALKS_FROM)
    stage.music("hand", "base")
    marks = remarks(stage)
    if again:
        marks.rest = 0
        marks.boss("hand.coraline", marks.facts() - {"hand_no_hits"})
    missed = stuck = 0
    leant = -LEANT_TICKS
    while not act.won:
        marks.tick()
        _learn(stage, act, marks)
        if session.news.of(Dodged):
            leant = session.tick
        if "stuck" in act.happened:
            stuck += 1
            marks.cry("coraline", "stuck", must=stuck < 3)
        elif "hit_her" in act.happened:
            marks.words("coraline", stage.key(f"leap_missed.{1 if session.tick - leant < LEANT_TICKS else 2}"))
        elif "landed" in act.happened:
            missed += 1
            if (missed >= 2 and not stuck and stage.once("hand_taught_wood")) or (missed >= 7 and not stuck):
                missed = 2
                marks.cry("coraline", "teach", must=True)
        elif "gutters" in act.happened:
            marks.words("coraline", stage.key("gutters.1"))
        elif "knocked" in act.happened or "apple_hit" in act.happened:
            yield from _answer(marks, act)
        elif act.attacks >= 5:
            marks.boss("hand.coraline", marks.facts() & {"hand_no_hits", "hand_hits_2"})
        yield None
    yield from _has_string(stage, act)


def _learn(stage: Stage, act: HandFight, marks: Remarks) -> None:
    """What she has done for the first time is worth a word."""
    if "seen_through_stone" in act.happened:
        marks.spare.discard("used_stone")
        marks.boss("hand.coraline", {"used_stone"}, must=True)
    if "apple_hit" in act.happened or "flinched" in act.happened:
        marks.spare.discard("used_apples")


def _answer(marks: Remarks, act: HandFight) -> Script:
    """How she fights is answered, once it lies there."""
    for _ in range(50):
        marks.tick()
        yield None
    marks.boss("hand.coraline", marks.facts(), must=True)


def _has_string(stage: Stage, act: HandFight) -> Script:
    """Quiet; and then it has the string, and the boards are off the well."""
    session = stage.session
    hand = act.hand
    stage.music("well_night", "base")
    for _ in range(150):  # somewhere it has crept to
        yield None
    yield lambda: session.is_free
    well = act.arena.well
    with stage.scene():
        act.hand.hides = False
        stage.sound("hand_rustle")
        yield 30
        here = stage.at("coraline")
        side = Vec(-70, 40) if here.x > well.x else Vec(70, 40)
        hand.put(session, here.x + side.x, here.y + side.y)
        hand.become("out", "leap")
        stage.sound("hand_leap", hand.at)
        start = hand.at
        for n in range(1, 17):
            k = n / 16
            hand.x, hand.y = start.x + (here.x - start.x) * k, start.y + (here.y - 4 - start.y) * k
            hand.z = 26 * k
            hand.face(here.x, here.y)
            yield None
        yield from _caught(stage, act, well)
        yield from stage.say("phase_2")
        hand.string = ""
    stage.set("hand_phase_2")
    stage.set("well_open")
    over(stage, act)
    yield 2
    yield from keep(stage)


def _caught(stage: Stage, act: HandFight, well: Vec) -> Script:
    """It swings over her by the string, and is on the well with both ends of it."""
    session = stage.session
    hand = act.hand
    here = stage.at("coraline")
    look = session.world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.then = "hurt", 0, True, "idle"
    stage.sound("string_pull")
    stage.shake(3.0, 16)
    hand.string, hand.string_at = "taut", Vec(here.x, here.y - 30)
    stage.camera((here + well) * 0.5, 4.0)
    goal = act.drag.perch(act, session)
    start = hand.at
    for n in range(1, 37):
        k = n / 36
        hand.x, hand.y = start.x + (goal.x - start.x) * k, start.y + (goal.y - start.y) * k
        hand.z = 26 + 30 * (1 - (2 * k - 1) ** 2) - 26 * k
        yield None
    hand.z, hand.pose = 0.0, "drag"
    stage.sound("well_boards", well)
    stage.sound("board_creak", well)
    stage.set("well_open")
    stage.shake(4.0, 24)
    hand.hum = 60
    yield 30
    stage.camera_back()


# ---------------------------------------------------------------- 2: it has the string


def _drag(stage: Stage) -> Script:
    session = stage.session
    stage.set("well_open")
    again = tries(session) > 0
    stage.goal("drag")
    act = part(stage, "drag")
    stage.music("hand", "base", "drive")
    stage.teach("brace")
    marks = remarks(stage)
    marks.rest = 0 if again else 70
    told = False
    if again:
        marks.boss("hand.coraline", marks.facts() - {"hand_no_hits"})
    while not act.won:
        marks.tick()
        _learn(stage, act, marks)
        if not told and marks.cry("coraline", "drag"):
            told = True  # a root; brace on it
        if "flung" in act.happened:
            marks.words("coraline", stage.key("drag.2"))
        elif "edge" in act.happened:
            key = f"fail.hand.{1 + act.drag.edges % 3}"
            marks.words("narrator", key)
        elif "pulse_lost" in act.happened:
            if marks.rest < 60:
                marks.words("coraline", stage.key("drag.3"))
        elif "drag_hit" in act.happened and not act.won:
            yield from _answer(marks, act)
        yield None
    yield from _to_the_edge(stage, act)


def _to_the_edge(stage: Stage, act: HandFight) -> Script:
    """It has been hit three times, and has had enough of being careful."""
    session = stage.session
    hand = act.hand
    yield 70
    yield lambda: session.is_free
    well = act.arena.well
    with stage.scene():
        stage.music("void")
        stage.sound("string_pull")
        hand.become("free", "drag")
        lip = stage.at("well_lip")
        hand.put(session, well.x + 44, well.y + 4)
        hand.heading = 0.0
        hand.string, hand.string_at = "taut", Vec(session.place.x, session.place.y - 30)
        hand.hum = 60
        stage.shake(3.0, 20)
        yield 24
        look = session.world.get(session.hero, Look)
        stage.camera(well, 4.0)
        look.anim, look.ticks, look.is_once, look.mood = "brace", 0, False, "held"
        stage.face("coraline", Facing.RIGHT)
        yield from _dragged(stage, act, lip)
        stage.sound("well_boards", well)
        yield from stage.say("well_edge")
        stage.rest("coraline")
    over(stage, act)


def _dragged(stage: Stage, act: HandFight, lip: Vec) -> Script:
    """Heels in the grass, all the way to the stones."""
    session = stage.session
    from_at = stage.at("coraline")
    far = (lip - from_at).length
    ticks = max(int(far / 2.6), 30)
    for n in range(1, ticks + 1):
        at = from_at + (lip - from_at) * (n / ticks)
        session.space.move(session.hero, at.x, at.y)
        act.hand.string_at = Vec(session.place.x, session.place.y - 30)
        act.hand.hum = 10
        if n % 16 == 0:
            stage.sound("rope_creak", gain=0.7)
        yield None


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: hand_attacks}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
LEAVES = ("hand_walk_opened", "hand_met", "hand_phase_2", "well_open", "taught_brace", "is_night")
STARTS = {
    BEAT: Start(MAP, "from_grounds", LEAVES, ("adder_stone", KEY, "doll", "note"), ("is_night",)),
}
