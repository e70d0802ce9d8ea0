"""ghost_dream: for once only sleep. Stars underfoot that breathe to music; three who say thank you, and then a thing more.

Each of the three wakes the next part of the way. Where it gets light one may step off, and is awake.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch11_well import parents_back
from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Starway
from game.sim.acts.starway import Flown, Node
from game.sim.parts import Lamp, Look, Name, Person, Place
from game.sim.session import Session

BEAT = "ghost_dream"
SKY, UP = "between/dream", "real/flat_up"
BED_SIDE = Vec(130, 196)
TALK = "dream_ghost"
GHOSTS = {"silas": "ghost_boy_mended", "hester": "ghost_girl_mended", "ivy": "ghost_twin_mended"}
LAMPS = {"silas": "#ff70dcff", "hester": "#ffc88cff", "ivy": "#ffffc470"}
PUSH_PX = 46.0
READ_AHEAD_TICKS = 30
LEAVES = ("dreamt", "warned_by_ghosts", "thanked_silas", "thanked_hester", "thanked_ivy", "dream_opened", "is_night")
POCKETS = ("doll", "note", "key", "tally", "adder_stone")


def is_asleep(session: Session) -> None:
    """It begins in the sky, by itself; until then the goal is her bed."""
    story = session.story
    if story.beat != BEAT or session.is_running(BEAT):
        return
    if session.room.side == "real" and not story.has_begun(BEAT):
        story.notes["goal"] = f"{BEAT}_bed"
    elif session.room.name == SKY and session.is_free and not session.wants_checkpoint:
        session.begin(BEAT)


def sleep_tonight(session: Session, entity: int) -> Script:
    """Into bed. From below there is typing: all is as it should be."""
    stage = Stage(session, BEAT)
    if session.story.beat != BEAT:
        session.look("bed")
        yield lambda: session.talk is None
        return
    with stage.scene():
        yield from stage.walk("coraline", BED_SIDE, 80)
        yield from stage.fade_out(20)
        stage.sound("cloth_turn")
        yield 20
        stage.lie("coraline", awake=True)
        yield from stage.fade_in(30)
        stage.sound("blanket")
        yield 40
        stage.music("real_day", "typing")
        yield 150
        stage.lie("coraline")
        stage.sound("breath_out", gain=0.6)
        yield 70
        stage.music("none")
        session.story.notes.pop("goal", None)
        yield from stage.leave(SKY, "start", "sleep")


def ghost_dream(session: Session) -> Script:
    stage = Stage(session, BEAT)
    session.story.notes.pop("goal", None)
    if session.room.name == SKY:
        yield from _dream(stage)
    yield from _wakes(stage)


# ---------------------------------------------------------------- the sky


def _nodes(session: Session) -> list[Node]:
    """Stars and islands as the map has them."""
    nodes = []
    for name, spot in session.room.spots.items():
        kind, _, number = name.partition("_")
        if kind == "isle":
            nodes.append(Node(name, spot.box, int(number) - 1, is_isle=True))
        elif kind == "pad":
            nodes.append(Node(name, spot.box, int(number[0])))
        elif kind == "gold":
            nodes.append(Node(name, spot.box, int(number), is_gold=True))
    return nodes


def _dream(stage: Stage) -> Script:
    session = stage.session
    stage.wear_pyjamas(True)
    stage.music_ahead("dream_steps")
    act = Starway(nodes=_nodes(session), cued=session.tick)
    session.act = act
    for who in GHOSTS:
        _make(stage, who, f"{who}_at")
    with stage.scene():
        yield READ_AHEAD_TICKS
        stage.music("dream_steps")
        act.cued = session.tick
        yield 70
        if stage.once("dream_opened"):
            yield from stage.say("open")
    stage.teach("stars")
    act.dawn_goal = 0.12
    for n, who in enumerate(("silas", "hester")):
        yield lambda w=who: stage.flag(f"wants_{w}") and session.is_free  # type: ignore[misc]
        yield from _thanks(stage, act, who)
        act.legs = n + 2
        act.dawn_goal = 0.3 + 0.2 * n
    yield lambda: stage.flag("wants_ivy") and session.is_free
    yield from _last(stage, act)
    stage.set("warned_by_ghosts")
    act.open_end = True
    act.dawn_goal = 1.0
    stage.goal("wake")
    yield lambda: act.left > 20
    with stage.scene():
        session.story.notes.pop("goal", None)
        stage.set("dreamt")
        stage.music("none")
        yield from stage.leave(UP, "dream_back", "mirror")


def _make(stage: Stage, who: str, where: str) -> None:
    session = stage.session
    name = f"ghost_{who}"
    if session.find(name):
        session.bury(session.find(name))
    entity = session.bear(make_person(session, GHOSTS[who], stage.at(where), Facing.LEFT, TALK, is_ghost=True))
    session.names[name] = entity
    session.world.add(entity, Name(name))
    session.world.add(entity, Lamp(radius=120.0, tint=LAMPS[who], energy=0.8, flicker=0.05))


def dream_ghost(session: Session, entity: int) -> Script:
    """The first word to each is theirs."""
    name = session.world.get(entity, Name).name.removeprefix("ghost_") if entity else ""
    if name in GHOSTS and f"thanked_{name}" not in session.story.flags:
        session.story.set(f"wants_{name}")
        yield None
        return
    yield from Stage(session, BEAT).bark(f"ghost_{name}", "bright")


def _thanks(stage: Stage, act: Starway, who: str) -> Script:
    """Said; and off, as a light, to where the way ends."""
    session = stage.session
    name = f"ghost_{who}"
    with stage.scene():
        stage.face("coraline", name)
        stage.face(name, "coraline")
        yield 10
        yield from stage.say(who)
        yield 20
        look = session.world.get(stage.body(name), Look)
        look.anim, look.ticks, look.is_once, look.mood = "rise", 0, False, "held"
        stage.sound("ghost_breath", name, 0.7)
        yield 30
        at = stage.at(name)
        act.flown.append(Flown(who, at.x, at.y - 30))
        session.bury(stage.body(name))
        session.names.pop(name, None)
        stage.sound("chime_small", at)
        stage.camera(at + Vec(150, -30), 2.4)
        yield 80
        stage.camera_back()
        yield 20
        _make(stage, who, f"{who}_last")
    stage.set(f"thanked_{who}")
    yield 2


def _last(stage: Stage, act: Starway) -> Script:
    """Ivy, and what she has to say to two people and a cat; then all three, and the light goes."""
    session = stage.session
    with stage.scene():
        stage.face("coraline", "ghost_ivy")
        stage.face("ghost_ivy", "coraline")
        yield from stage.say("ivy")
        yield 24
        yield from stage.say("cat")
        yield 40
        stage.set("thanked_ivy")
        act.gloom_goal = 1.0
        stage.music("none")
        yield 50
        stage.sound("needle_tick", stage.at("coraline") + Vec(-140, 60), 0.4)
        yield 60
        yield from stage.walk("coraline", Vec(1968, 248), 60)
        for who in GHOSTS:
            stage.face(f"ghost_{who}", "coraline")
        stage.face("coraline", "ghost_silas")
        yield from stage.say("warning", only=(1,))
        stage.face("coraline", "ghost_hester")
        yield from stage.say("warning", only=(2,))
        stage.face("coraline", "ghost_ivy")
        yield from stage.say("warning", only=(3, 4))
        stage.face("coraline", "ghost_silas")
        yield from stage.say("warning", only=(5,))
        yield 30
        act.gloom_goal = 0.0
        stage.music("dream")
        for who in GHOSTS:
            name = f"ghost_{who}"
            look = session.world.get(stage.body(name), Look)
            look.anim, look.ticks, look.is_once, look.mood = "rise", 0, False, "held"
            person = session.world.get(stage.body(name), Person)
            person.turns_to_her = False
            stage.sound("ghost_breath", name, 0.6)
            yield 34
            at = stage.at(name)
            act.flown.append(Flown(f"{who}_up", at.x, at.y - 30))
            session.bury(stage.body(name))
            session.names.pop(name, None)
            stage.sound("chime_small", at, 0.7)
            yield 26
        act.dawn_goal = 1.0
        stage.face("coraline", Facing.RIGHT)
        yield 60


# ---------------------------------------------------------------- awake


def _wakes(stage: Stage) -> Script:
    """Her own bed, the middle of the night, a key that is warmer than it was."""
    session = stage.session
    stage.goal("awake")
    with stage.scene():
        stage.night()
        stage.lie("coraline")
        stage.music("real_night", "base")
        session.fade.step = 1 / 90
        yield 110
        stage.sits_up("coraline", wakes=True)
        yield 146
        stage.sits_up("coraline")
        stage.sound("key_jingle_drop", gain=0.5)
        yield 30
        yield from stage.say("end")
        yield from stage.get_up("coraline", "cp_bed")
        yield from stage.fade_out(24)
        stage.wear_pyjamas(False)
        stage.sound("cloth_turn")
        yield 24
        place = session.world.get(session.hero, Place)
        place.facing = Facing.RIGHT
        yield from stage.fade_in(30)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: ghost_dream}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"sleep_tonight": sleep_tonight, TALK: dream_ghost}
MINDS: tuple[Callable[[Session], None], ...] = (is_asleep,)
STARTS: dict[str, Start] = {BEAT: Start(SKY, "start", LEAVES, POCKETS, (*parents_back.FLAGS, "in_pyjamas"))}
