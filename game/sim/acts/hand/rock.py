"""Wybie, the bank, and a rock the size of the vicar: first he has to get up there, then it has to lie where the rock comes down.

The rule: a cry lets the rock go, and it is FALL_TICKS in the air. A hand that is free is out of the shadow before; one that has
just leapt, or lies there, is not. Twice it gets away with something broken, the third time it does not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.sim.acts.hand.attacks import leap
from game.sim.happenings import Heard, Shook
from game.sim.harm import prick
from game.sim.parts import Look, Place, Prompt

if TYPE_CHECKING:
    from game.sim.acts.hand.attacks import Moves
    from game.sim.acts.hand.fight import HandFight
    from game.sim.session import Session

DROPS = 3
SHADOW_PX, SQUASH = 50.0, 0.72
"""Half the width of the rock's shadow, and how much less high it is in the picture."""
CRUSHES_PX = 36.0
FALL_TICKS = 30
SETS_TICKS, HAUL_TICKS = 70, 420
"""Until he has his shoulder to a rock; until there is another one where one has gone down."""
RUNS_PX_S = 150.0
BOULDERS = ("boulder", "boulder_2", "boulder_3")
TURNS_PX = 70.0
"""She must be so much nearer to another chute before he goes there."""
SLIPS_TICKS = 200
"""What it costs when the hand has plucked at him."""
BESIDE_PX = -34.0
GETS_UP_TICKS, RUN_PX_S = 60, 74.0
GRIP_PX = 20.0
JINGLE_REST_TICKS = 70
TURNS_TICKS, TURNS_AT_PX = 30, 84.0
"""Called, it goes so far off before it leaps."""
HASTE_TICKS = 8
BROKEN_TICKS = 40
"""A rock that came down lies there in two halves for so long."""
PINNED_TICKS = 66
FREES_SPEED = 190.0


@dataclass
class Rock:
    """``wybie``: held, rises, runs or there, for ``ticks``; ``state`` up there: runs, hauls, sets, ready, falls, lies."""

    wybie: str = "there"
    ticks: int = 0
    leg: int = 0
    x: float = 0.0
    """Where he is on the bank."""
    state: str = "sets"
    left: int = SETS_TICKS
    wants: list[int] = field(default_factory=lambda: [0, 0, 0])
    """Ticks of hauling until a rock stands at each chute again."""
    chute: int = 0
    drops: int = 0
    caught: int = 0
    jingle: int = 0
    hasty: int = 0
    """Ticks until he pushes without having been told to."""
    crushed: bool = False

    # ---- begin

    def begin(self, fight: HandFight, session: Session) -> None:
        """``shield``: it has his ankle. ``rock``: he stands up there."""
        self.drops = session.story.counts.get("hand_drops", 0)
        fight.hand.fingers = 5 - min(self.drops, 2)
        if fight.part == "shield":
            self.wybie = "held"
            at = self._wybie_at(session)
            fight.hand.put(session, at.x + GRIP_PX, at.y + 4)
            fight.hand.face(at.x, at.y)
            fight.do(self._grips(fight, session), "grips")
            return
        chutes = fight.arena.chutes
        self.chute = session.story.counts.get("hand_chute", 1) if self.drops else 1
        self.x = chutes[self.chute].above.x if chutes else 0.0
        for name in BOULDERS:  # they are the act's from here on
            entity = session.find(name)
            if entity:
                session.bury(entity)
        if self.drops:
            self.wants[self.chute] = HAUL_TICKS
            self.state, self.left = "hauls", 0
        if fight.only:
            self.state, self.left, self.drops = "ready", 0, max(self.drops, 1)
        if self.drops >= 2:
            fight.hand.string = "trails"

    def _wybie_at(self, session: Session) -> Vec:
        entity = session.find("wybie")
        place = session.world.find(entity, Place) if entity else None
        return Vec(place.x, place.y) if place is not None else Vec(session.place.x + 60, session.place.y)

    def _put_wybie(self, session: Session, x: float, y: float, anim: str, facing: Facing | None = None) -> None:
        entity = session.find("wybie")
        place, look = session.world.find(entity, Place), session.world.find(entity, Look)
        if place is None or look is None:
            return
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y = x, y
        place.facing = facing or place.facing
        session.space.move(entity, x, y)
        if look.anim != anim or look.mood != "held":
            look.anim, look.ticks, look.is_once, look.mood = anim, 0, False, "held"

    # ---- a tick

    def tick(self, fight: HandFight, session: Session) -> None:
        self.jingle = max(self.jingle - 1, 0)
        self.ticks += 1
        if fight.part == "shield":
            self._runs(fight, session)
        else:
            self._rolls(fight, session)

    # ---- until he is up there

    def _runs(self, fight: HandFight, session: Session) -> None:
        at = self._wybie_at(session)
        path = session.room.paths["wybie_up"].points
        if self.wybie == "held":
            self._put_wybie(session, at.x, at.y, "down")
        elif self.wybie == "rises":
            self._put_wybie(session, at.x, at.y, "up")
            if self.ticks > GETS_UP_TICKS:
                self.wybie, self.ticks = "runs", 0
        elif self.wybie == "runs":
            goal = path[min(self.leg, len(path) - 1)]
            dx, dy = goal.x - at.x, goal.y - at.y
            d = math.hypot(dx, dy)
            if d < 4:
                self.leg += 1
                if self.leg >= len(path):
                    self.wybie = "there"
                    fight.won = True
                    fight.happened.append("won")
                return
            px = RUN_PX_S / 60
            self._put_wybie(session, at.x + dx / d * px, at.y + dy / d * px, "run", Facing.of(dx, dy))
            if self.ticks % 22 == 0:
                session.news.tell(Heard("step_grass", at.x, at.y, 0.7))

    def _grips(self, fight: HandFight, session: Session) -> Moves:
        """It has his ankle, and draws."""
        hand = fight.hand
        hand.become("out", "drag")
        while True:
            at = self._wybie_at(session)
            hand.go(at.x + GRIP_PX, at.y + 4, 2.0)
            hand.face(at.x + 60, at.y)
            if session.tick % 50 == 0:
                session.news.tell(Heard("needle_scrape", hand.x, hand.y, 0.5))
            yield

    def called_off(self, fight: HandFight, session: Session) -> None:
        """A jingle, an apple, a kick: it lets go of him, and minds her instead."""
        if fight.part == "shield" and self.wybie == "held":
            self.wybie, self.ticks = "rises", 0
            fight.happened.append("freed")
        elif fight.attack == "wybie":
            fight.happened.append("called_off")

    def wybie_caught(self, fight: HandFight, session: Session) -> None:
        """It has got to him after all."""
        self.caught += 1
        session.story.count("wybie_hurt")
        fight.happened.append("wybie_caught")
        at = self._wybie_at(session)
        session.news.tell(Heard("hurt", at.x, at.y))
        if fight.part == "shield":
            self.wybie, self.ticks = "held", 0
            fight.do(self._grips(fight, session), "grips")
        else:
            session.news.tell(Heard("rock_drag", at.x, at.y))
            if self.state not in ("falls", "lies"):
                self.state, self.left = "sets", SLIPS_TICKS

    def below(self, fight: HandFight, session: Session) -> Vec:
        """The point of the floor at which it can get at him."""
        at = self._wybie_at(session)
        return Vec(*fight.arena.keep(at.x, at.y))

    # ---- up there

    def shadow(self, fight: HandFight) -> Vec:
        """Where the rock comes down if it goes now."""
        return fight.arena.chutes[self.chute].lands

    def is_under(self, fight: HandFight, x: float, y: float, radius: float = SHADOW_PX) -> bool:
        """Whether a point lies in its shadow."""
        at = self.shadow(fight)
        return math.hypot(x - at.x, (y - at.y) / SQUASH) <= radius

    def _rolls(self, fight: HandFight, session: Session) -> None:
        chutes = fight.arena.chutes
        if self.state not in ("falls", "lies"):
            self._choose_chute(fight, session)
        goal = chutes[self.chute].above
        if self.state in ("hauls", "sets", "ready") and self.x != goal.x:
            self.state = "runs"
        if self.state == "runs":
            d, px = goal.x - self.x, RUNS_PX_S / 60
            self.x = goal.x if abs(d) <= px else self.x + math.copysign(px, d)
            if session.tick % 20 == 0:
                session.news.tell(Heard("step_grass", self.x, goal.y, 0.6))
            if self.x == goal.x:
                self.state, self.left = "hauls" if self.wants[self.chute] else "sets", SETS_TICKS
        elif self.state == "hauls":
            self.wants[self.chute] -= 1
            if self.wants[self.chute] % 50 == 0:
                session.news.tell(Heard("rock_drag", self.x, goal.y, 0.6))
            if self.wants[self.chute] <= 0:
                self.wants[self.chute] = 0
                self.state, self.left = "sets", SETS_TICKS // 2
        elif self.state == "sets":
            self.left -= 1
            if self.left <= 0:
                self.state, self.left = "ready", 0
                fight.happened.append("ready")
                session.news.tell(Heard("rock_drag", self.x, goal.y, 0.8))
        elif self.state == "falls":
            self.left -= 1
            if self.left <= 0:
                self._lands(fight, session)
        elif self.state == "lies":
            self.left -= 1
            if self.left <= 0 and not self.crushed:
                self.state, self.wants[self.chute] = "hauls", HAUL_TICKS
        if self.hasty:
            self.hasty -= 1
            if not self.hasty and self.state == "ready":
                self._push(fight, session)
        anim = {
            "hauls": "haul",
            "sets": "push_rock",
            "runs": "run",
            "ready": "idle",
            "falls": "happy",
            "lies": "afraid",
        }
        facing = Facing.DOWN if self.state in ("ready", "falls", "lies") else Facing.RIGHT
        if self.state == "runs":
            facing = Facing.RIGHT if goal.x > self.x else Facing.LEFT
        self._put_wybie(session, self.x + BESIDE_PX, goal.y + 2, anim[self.state], facing)

    def _choose_chute(self, fight: HandFight, session: Session) -> None:
        """He goes where she is."""
        x = session.place.x
        far = [abs(c.above.x - x) for c in fight.arena.chutes]
        nearest = min(range(len(far)), key=far.__getitem__)
        if nearest != self.chute and far[nearest] < far[self.chute] - TURNS_PX:
            self.chute = nearest

    def _push(self, fight: HandFight, session: Session) -> None:
        self.state, self.left = "falls", FALL_TICKS
        at = self.shadow(fight)
        session.news.tell(Heard("rock_drag", at.x, at.y - 120))

    def landed(self, fight: HandFight, session: Session) -> None:
        """An attack of it has ended: if that was in the shadow, and for the first time, he takes what she says for a yes."""
        if fight.part != "rock" or self.drops or self.state != "ready" or self.hasty or fight.only:
            return
        if self.is_under(fight, fight.hand.x, fight.hand.y):
            self.hasty = HASTE_TICKS
            fight.happened.append("hasty")

    def _lands(self, fight: HandFight, session: Session) -> None:
        hand, at = fight.hand, self.shadow(fight)
        self.state, self.left = "lies", BROKEN_TICKS
        session.news.tell(Heard("rock_impact", at.x, at.y))
        session.news.tell(Shook(7.0, 36))
        here = session.place
        if self.is_under(fight, here.x, here.y, CRUSHES_PX) and prick(session, "rock", at.x, at.y, 50.0):
            fight.happened.append("rock_hit_her")
        if not self.is_under(fight, hand.x, hand.y) or hand.z > 12:
            session.story.count("rock_missed")
            fight.happened.append("too_soon")
            return
        self.drops += 1
        session.story.counts["hand_drops"] = self.drops
        session.story.counts["hand_chute"] = self.chute
        hand.hurt = 40
        hand.put(session, at.x + (6 if hand.x > at.x else -6), at.y + 14)
        hand.pin = Vec(at.x, at.y + 4)
        if self.drops >= DROPS:
            self.crushed = True
            fight.won = True
            hand.become("down", "crushed")
            hand.pin = None
            fight.do(_lies(), "crushed")
            fight.happened.append("crushed")
            fight.happened.append("won")
            return
        fight.happened.append(f"near_miss_{self.drops}")
        fight.do(self._tears_free(fight, session), "pinned")

    def _tears_free(self, fight: HandFight, session: Session) -> Moves:
        """One finger is under it. It does not want that finger so very much."""
        hand = fight.hand
        hand.become("down", "pinned")
        for n in range(PINNED_TICKS):
            if n % 20 == 0:
                session.news.tell(Heard("needle_scrape", hand.x, hand.y))
            yield
        hand.fingers = 5 - min(self.drops, 2)
        hand.pin = None
        hand.hurt = 30
        session.news.tell(Heard("needle_stab", hand.x, hand.y))
        session.news.tell(Shook(2.0, 12))
        if self.drops >= 2:
            hand.string = "trails"
        hand.become("free", "stalk")
        grass = min((g.middle for g in fight.arena.grass), key=lambda p: -hand.far(p.x, p.y))
        for n in range(200):
            hand.face(grass.x, grass.y)
            if hand.go(grass.x, grass.y, FREES_SPEED / 60):
                break
            if n % 10 == 0:
                session.news.tell(Heard("needle_skitter", hand.x, hand.y, 0.6))
            yield
        fight.happened.append("gone")
        for _ in range(90):
            yield

    def dodges_rock(self, fight: HandFight, session: Session) -> bool:
        """Free, and something is coming down: it is off."""
        hand = fight.hand
        if self.state != "falls" or hand.state not in ("free", "told") or not self.is_under(fight, hand.x, hand.y, 60):
            return False
        fight.do(self._darts_out(fight), "darts")
        return True

    def _darts_out(self, fight: HandFight) -> Moves:
        hand, at = fight.hand, self.shadow(fight)
        hand.become("free", "stalk")
        dx, dy = hand.x - at.x, max(hand.y - at.y, 6.0)
        d = math.hypot(dx, dy) or 1.0
        goal = fight.arena.keep(hand.x + dx / d * 90, hand.y + dy / d * 90)
        for _ in range(FALL_TICKS + 6):
            hand.face(*goal)
            hand.go(*goal, 3.6)
            yield

    # ---- her hands

    def her_hands(self, fight: HandFight, session: Session) -> bool:
        """The key, rung; and the one word that counts."""
        self.dodges_rock(fight, session)
        place, hand = session.place, fight.hand
        if session.pressed(Action.CAT) and not self.jingle and not fight.won:
            self.jingle = JINGLE_REST_TICKS
            session.news.tell(Heard("key_ring", place.x, place.y))
            look = session.world.get(session.hero, Look)
            look.anim, look.ticks, look.is_once, look.then = "ring", 0, True, "idle"
            fight.happened.append("jingle")
            if (fight.attack == "wybie" and fight.doing == "wybie") or self.wybie == "held":
                self.called_off(fight, session)
                fight.do(self._turns_on_her(fight, session), "leap")
                fight.attack = "leap"
            return True
        if fight.part == "shield":
            if self.wybie == "held" or fight.doing == "wybie":
                session.prompt = Prompt("ring", session.hero, place.x, place.y - 58, "cat")
            return False
        if self.state == "ready" and self.drops and not fight.won and not self.hasty:
            near = math.hypot(self.shadow(fight).x - place.x, self.shadow(fight).y - place.y)
            if near < 190:
                at = self.shadow(fight)
                session.prompt = Prompt("call_now", session.hero, place.x, place.y - 58)
                if session.pressed(Action.INTERACT):
                    fight.happened.append("now")
                    session.prompt = None
                    self._push(fight, session)
                    session.news.tell(Heard("rock_drag", at.x, at.y - 120))
                    return True
        if fight.doing == "wybie" and hand.state in ("told", "out"):
            session.prompt = Prompt("ring", session.hero, place.x, place.y - 58, "cat")
        return False

    @staticmethod
    def _turns_on_her(fight: HandFight, session: Session) -> Moves:
        """It lets go, and takes its distance first."""
        hand, place = fight.hand, session.place
        hand.become("free", "stalk")
        for _ in range(TURNS_TICKS):
            d = hand.far(place.x, place.y)
            if d > TURNS_AT_PX:
                break
            dx, dy = (hand.x - place.x) / max(d, 1.0), (hand.y - place.y) / max(d, 1.0)
            hand.go(*fight.arena.keep(place.x + dx * (d + 12), place.y + dy * (d + 12)), 3.4)
            hand.face(place.x, place.y)
            yield
        yield from leap(fight, session)

    # ---- its choice, and the picture

    def next_attack(self, fight: HandFight, session: Session, d: float, roll: float) -> str:
        """Her, mostly; him when he is in its way."""
        if fight.part == "shield":
            if self.wybie == "runs" and fight.attack != "wybie" and self._wybie_at(session).y > 300:
                return "wybie"
            return "sweep" if d < 54 and fight.attack != "sweep" else "leap"
        if d < 50 and fight.attack != "sweep":
            return "sweep"
        if self.state in ("hauls", "sets", "ready") and fight.attacks % 5 == 3:
            return "wybie"
        if self.drops >= 2 and roll < 0.4 and fight.attack != "double":
            return "double"
        if self.drops and 0.4 <= roll < 0.75 and fight.attack != "feint":
            return "feint"
        return "leap"

    def frames(self, fight: HandFight, session: Session) -> bool:
        """The picture takes in the bank when she is near it, and Wybie while he is in need."""
        place, hand = session.place, fight.hand
        if fight.part == "shield":
            at = self._wybie_at(session)
            x, y = (place.x * 2 + at.x + hand.x) / 4, (place.y * 2 + at.y + hand.y) / 4 - 18
            fight.lean(session, _near(x, place.x, 150), _near(y, place.y - 18, 90))
            return True
        at = self.shadow(fight)
        if place.y > at.y + 230:
            return False
        k = 1 - max(place.y - at.y - 60, 0) / 170
        x = place.x + (at.x - place.x) * 0.35 + (hand.x - place.x) * 0.2
        fight.lean(session, _near(x, place.x, 150), place.y - 18 - 96 * k)
        return True


def _lies() -> Moves:
    while True:
        yield


def _near(value: float, to: float, most: float) -> float:
    return min(max(value, to - most), to + most)
