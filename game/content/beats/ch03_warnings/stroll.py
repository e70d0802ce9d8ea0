"""Walk and talk: somebody goes ahead and says things while she is near; else he waits, and says so. The cat comes too.

Nothing here holds her: she may lag, run ahead, look at a birdbath, go round him in circles. Words stand over his head.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.core.script import Script
from game.sim.acts import StrollAct
from game.sim.happenings import Lettered
from game.sim.parts import Follower, Look, Person, Place, Walker
from game.sim.session import Session

HEARS_PX = 96.0
"""He goes on and talks while she is so near."""
BACK_PX = 74.0
"""Once he waits, he waits until she is so near."""
SPEED = 72.0
LETTERS_A_TICK = 0.8
BREATH_TICKS = 62
"""How long words stand after the last letter, and a little for each letter."""
BREATH_LETTER = 0.9
BETWEEN_TICKS = 16
CALLS_AFTER, CALLS_EVERY = 46, 330
CIRCLES = 1.6
"""How often she has to go round him before he says so."""
CAT_PX, CAT_STOPS_PX = 30.0, 16.0
CAT_SPEED = (58.0, 128.0)
CAT_SITS_AFTER, CAT_WASHES_AFTER = 26, 260


class Speech:
    """Lines said one after another over somebody's head, each as long as it takes to read. Time stands while she is busy."""

    def __init__(self, stage: Stage, keys: Sequence[str]) -> None:
        self.stage = stage
        self._keys = list(keys)
        self._left = 0.0
        self._who = ""
        self._say = ""
        self._shown = 0.0
        self._pause = 0

    @property
    def is_over(self) -> bool:
        return not self._keys and self._left <= 0

    @property
    def who(self) -> str:
        """Who is speaking now, "" while nobody is."""
        return self._who if self._left > 0 else ""

    def tick(self, may_go_on: bool) -> None:
        session = self.stage.session
        if self._left > 0:
            self._left -= 1
            self._write(session)
            if session.pressed(Action.INTERACT) and session.is_free and self._shown >= len(self._say) / 2:
                self._left = min(self._left, 6)  # heard, and understood
            if self._left <= 0:
                self._pause = BETWEEN_TICKS
        elif self._pause > 0:
            self._pause -= 1
        elif self._keys and may_go_on:
            self._begin(session, self._keys.pop(0))

    def _begin(self, session: Session, key: str) -> None:
        node = session.content.words.node(key)
        self._who, self._say, self._shown = node["who"], node["say"], 0.0
        letters = len(self._say)
        slow = 1.4 if 0 < session.rules.text_speed < 0.6 else 1.0
        self._left = (letters / LETTERS_A_TICK + BREATH_TICKS + BREATH_LETTER * letters) * slow
        session.cry(self._who, key, self.stage.at(self._who), round(self._left))

    def _write(self, session: Session) -> None:
        before = int(self._shown)
        self._shown = min(self._shown + LETTERS_A_TICK, len(self._say))
        for letter in self._say[before : int(self._shown)]:
            if letter.isalpha():
                rises = self._shown > len(self._say) - 6 and self._say.endswith("?")
                session.news.tell(Lettered(self._who, letter.lower(), rises))


def stroll(stage: Stage, act: StrollAct, who: str, points: Sequence[Vec], keys: Sequence[str] = ()) -> Script:
    """Until he is at the last of the points and has said everything."""
    session = stage.session
    world = session.world
    entity = stage.body(who)
    place, person, look = world.get(entity, Place), world.get(entity, Person), world.get(entity, Look)
    speech = Speech(stage, keys)
    session.space.haunt(entity, True)
    way = Follower(tuple(points), "once", SPEED, 0)
    world.add(entity, way)
    waited, turned, last = 0, 0.0, 0.0
    while not (way.is_there and speech.is_over):
        yield None
        busy = session.talk is not None or session.panel is not None or not session.is_free
        act.gap = math.hypot(session.place.x - place.x, session.place.y - place.y)
        act.waits = act.gap > (BACK_PX if act.waits else HEARS_PX)
        way.is_on = not act.waits and not busy
        if busy:
            continue
        speech.tick(not act.waits)
        stands = act.waits or way.is_there
        person.idle = "talk" if stands and speech.who == who else "idle"
        if look.anim == "idle" and person.idle == "talk":
            look.anim, look.ticks = "talk", 0
        if stands:
            place.facing = Facing.of(session.place.x - place.x, session.place.y - place.y, place.facing)
        waited = waited + 1 if act.waits else 0
        if waited and (waited - CALLS_AFTER) % CALLS_EVERY == 0 and not speech.who:
            _call(stage, who, place, way)
        # Round and round: counted in turns, forgotten slowly.
        angle = math.atan2(session.place.y - place.y, session.place.x - place.x)
        step = (angle - last + math.pi) % (2 * math.pi) - math.pi
        last = angle
        turned = (turned + step) * 0.999 if act.gap < HEARS_PX else 0.0
        if abs(turned) > CIRCLES * 2 * math.pi and not speech.who:
            turned = 0.0
            if stage.once("twin_circles"):
                session.cry(who, stage.key("circles.1"), Vec(place.x, place.y))
    walker = world.get(entity, Walker)
    walker.wish_x = walker.wish_y = 0.0
    world.drop(entity, Follower)
    session.space.haunt(entity, False)
    act.waits, person.idle = False, "idle"


def _call(stage: Stage, who: str, place: Place, way: Follower) -> None:
    """She is too far off: behind him, or ahead of him."""
    session = stage.session
    goal = way.points[way.index]
    ahead = (session.place.x - place.x) * (goal.x - place.x) + (session.place.y - place.y) * (goal.y - place.y) > 0
    moment = "ahead" if ahead and not way.is_there else "lag"
    keys = session.content.words.numbered(stage.key(moment))
    turn = session.story.count(f"called.{moment}") - 1
    session.cry(who, keys[turn % len(keys)], Vec(place.x, place.y))
    look = session.world.get(session.actor_of(who), Look)
    look.anim, look.ticks, look.is_once, look.then = "wave", 0, True, "idle"


def cat_comes_along(session: Session, cat: int, goal: Vec) -> None:
    """The cat keeps to a place of its own beside the way; there it sits, and in time it washes."""
    world = session.world
    place, person = world.get(cat, Place), world.get(cat, Person)
    way = world.find(cat, Follower)
    far = math.hypot(goal.x - place.x, goal.y - place.y)
    if far > CAT_PX or (way is not None and way.is_on and not way.is_there and far > CAT_STOPS_PX):
        slow, fast = CAT_SPEED
        speed = min(max(slow, far * 1.5), fast)
        world.add(cat, Follower((goal,), "once", speed, 0))
        session.space.haunt(cat, True)
        person.idle = "idle"
        world.get(cat, Look).mood = ""
        return
    if way is not None:
        way.is_on = False
    look = world.get(cat, Look)
    if look.anim == "idle" and look.ticks > CAT_SITS_AFTER:
        person.idle = "sit"
    elif look.anim == "sit" and look.ticks > CAT_WASHES_AFTER:
        person.idle = "groom"
    elif look.anim == "groom" and look.ticks > 150:
        person.idle = "sit"
