"""How the bot fights the severed hand, with hands as good as one likes: so many ticks late, and wrong so many times in a hundred.

It knows what a player can see: how the hand stands, where wood, roots, apples and the rock's shadow are; and it sees all of that
only after its reaction time. Figures of its fights: hand_figures.py.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.chance import Chance
from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import HandFight
from game.sim.acts.hand import ATTACKS, told_ticks
from game.sim.parts import Hero
from game.testing import Play

if TYPE_CHECKING:
    pass

HOURS = 60 * 60 * 40
WOOD_GAP_PX = 30.0
NEAR_HAND_PX = 30.0
LEAPS = ("leap", "double", "feint")


@dataclass(frozen=True)
class Skill:
    """``reaction`` ticks until something seen is acted on; ``errors`` 0..1 of what it means to do goes wrong; ``jitter`` ticks."""

    reaction: int = 8
    errors: float = 0.0
    jitter: int = 1


SKILLS = {
    "perfect": Skill(6, 0.0, 0),
    "good": Skill(9, 0.04, 2),
    "middling": Skill(11, 0.10, 5),
    "clumsy": Skill(16, 0.25, 9),
}


@dataclass(frozen=True)
class Seen:
    """What it saw in a tick."""

    state: str
    attack: str
    told: float
    at: Vec
    hidden: bool
    left: int
    rock: str
    under: bool
    tells: int


@dataclass
class Fighter:
    """A player's eyes, nerves and hands. ``tick`` plays one tick of a HandFight."""

    play: Play
    skill: Skill = SKILLS["perfect"]
    chance: Chance = field(default_factory=lambda: Chance(1))
    seen: deque[Seen] = field(default_factory=deque)
    was: str = ""
    dodge_in: int = -1
    is_wrong: bool = False
    pressed_at: int = -100
    dodged_at: int = -100
    way: Vec = Vec(1.0, 0.0)
    reads: int = -100

    # ---- eyes

    def _see(self, fight: HandFight) -> Seen:
        hand, rock = fight.hand, fight.rock
        under = fight.part == "rock" and bool(fight.arena.chutes) and rock.is_under(fight, hand.x, hand.y, 44)
        now = Seen(
            hand.state, fight.attack, hand.told, hand.at, hand.is_hidden, hand.left, rock.state, under, fight.tells
        )
        self.seen.append(now)
        while len(self.seen) > self.skill.reaction + 1:
            self.seen.popleft()
        return self.seen[0]

    def _errs(self) -> bool:
        return self.chance.unit() < self.skill.errors

    # ---- a tick

    def tick(self, fight: HandFight) -> None:
        """One tick."""
        now = self._see(fight)
        play, session = self.play, self.play.session
        here = play.position
        key = f"{now.state} {now.attack} {now.tells}"
        if key != self.was:
            self.was = key
            self._changed(fight, now)
        if self.dodge_in >= 0:
            self.dodge_in -= 1
            if self.dodge_in < 0:
                self._dodge(fight, now, here)
                return
        if fight.holds_her:
            self._holds(fight, now)
            return
        if not session.is_free:
            play.tick()
            return
        if now.state in ("stuck", "stunned"):
            self._knock(fight, now, here)
        elif fight.part == "drag":
            self._drag(fight, now, here)
        elif fight.part == "shield":
            self._shield(fight, now, here)
        elif fight.part == "rock":
            self._rock(fight, now, here)
        else:
            self._stalk(fight, now, here)

    def _changed(self, fight: HandFight, now: Seen) -> None:
        """It sees something begin, and settles what to do about it."""
        self.is_wrong = self._errs()
        if now.state == "told" and now.attack not in ("yank", "wybie"):
            told = told_ticks(self.play.session, ATTACKS[now.attack])
            off = self.chance.between(-self.skill.jitter, self.skill.jitter)
            lead = {"leap": 3, "double": 3, "feint": 3, "sweep": -9, "slap": -9, "rush": 999}.get(now.attack, 0)
            left = round(told * (1 - now.told)) - self.skill.reaction + lead
            if self.is_wrong:
                if self.chance.below(2):
                    self.dodge_in = -1  # it stands there
                    return
                off -= 16  # too early: it leans
            if lead != 999:
                self.dodge_in = max(round(left + off), 0)
        elif now.state == "out" and now.attack in LEAPS and self.play.session.tick - self.dodged_at > 26:
            self.dodge_in = 0 if not self.is_wrong else -1  # late, but perhaps not too late

    def _dodge(self, fight: HandFight, now: Seen, here: Vec) -> None:
        """Aside, to the side with more room; from a sweep straight away."""
        d = here - now.at
        long = d.length or 1.0
        if now.attack in ("sweep", "slap"):
            ways = [Vec(d.x / long, d.y / long)]
        else:
            ways = [Vec(-d.y / long, d.x / long), Vec(d.y / long, -d.x / long)]
        space = self.play.session.space

        def room(way: Vec) -> float:
            far = 0.0
            for px in range(8, 64, 8):
                if not space.is_free(here.x + way.x * px, here.y + way.y * px, 7.0, self.play.session.hero):
                    break
                far = px
            return far + (2.0 if self.chance.below(2) else 0.0)

        way = max(ways, key=room)
        if room(way) < 24:
            way = Vec(d.x / long, d.y / long)
        self.dodged_at = self.play.session.tick
        self.play.tick(Intent(round(way.x * STICK), round(way.y * STICK), Action.DODGE, Action.DODGE))

    # ---- feet

    def _go(self, goal: Vec, run: bool = True, near: float = 6.0) -> bool:
        """A step of the way; True when there."""
        play = self.play
        here = play.position
        if (goal - here).length < near:
            play.tick()
            return True
        tick = play.session.tick
        if tick - self.reads > 14 or not self._points or (self._goal - goal).length > 24:
            self.reads, self._goal = tick, goal
            straight = play.session.space.ray(here.x, here.y, goal.x, goal.y)
            is_clear = (1 - straight) * (goal - here).length < 30.0
            self._points = [goal] if is_clear else play.way_to(goal) or [goal]
        while len(self._points) > 1 and (self._points[0] - here).length < 8:
            self._points.pop(0)
        d = self._points[0] - here
        k = STICK / (d.length or 1.0)
        held = Action.RUN if run else NOTHING
        play.tick(Intent(round(d.x * k), round(d.y * k), held, NOTHING))
        return False

    _points: list[Vec] = field(default_factory=list)
    _goal: Vec = Vec(0.0, 0.0)

    def _press(self, action: Action) -> None:
        self.pressed_at = self.play.session.tick
        self.play.tick(Intent(held=action, pressed=action))

    # ---- what to do when

    def _knock(self, fight: HandFight, now: Seen, here: Vec) -> None:
        """It cannot get away just now."""
        d = (now.at - here).length
        carries = self.play.session.world.get(self.play.session.hero, Hero).carries
        if carries and 40 < d < 220:
            self._throw(now.at - here)
        elif d < NEAR_HAND_PX and self.play.session.tick - self.pressed_at > 10:
            self._press(NOTHING if self._errs() else Action.INTERACT)
        else:
            self._go(now.at, near=NEAR_HAND_PX - 6)

    def _throw(self, d: Vec) -> None:
        k = STICK / (d.length or 1.0)
        x, y = round(d.x * k), round(d.y * k)
        act = Action.THROW
        self.play.tick(Intent(x, y, act, act))
        for _ in range(4):
            self.play.tick(Intent(x, y, act))
        self.play.tick(Intent(x, y))

    def _stalk(self, fight: HandFight, now: Seen, here: Vec) -> None:
        if now.state == "open" and not self.is_wrong and self._throws_at(now, here):
            return
        comes = now.state == "out" and now.attack == "rush" and self.dodge_in < 0 and not self.is_wrong
        if comes and (now.at - here).length < 70 + self.skill.reaction * 3:
            self._dodge(fight, now, here)
            self.is_wrong = True
            return
        if now.state == "told":
            self.play.tick()  # hold still: it aims at where she is
            return
        post = min(fight.arena.wood, key=lambda p: self._post_cost(p.at, now.at, here))
        d = now.at - post.at
        long = d.length or 1.0
        gap = post.radius + WOOD_GAP_PX
        goal = Vec(post.at.x + d.x / long * gap, post.at.y + d.y / long * gap)
        self._go(goal, run=(goal - here).length > 60, near=16.0)

    @staticmethod
    def _post_cost(post: Vec, hand: Vec, here: Vec) -> float:
        return (post - here).length + 0.3 * (post - hand).length

    def _throws_at(self, now: Seen, here: Vec) -> bool:
        carries = self.play.session.world.get(self.play.session.hero, Hero).carries
        d = now.at - here
        if carries and d.length < 200 and now.left > 16:
            self._throw(d)
            return True
        return False

    def _drag(self, fight: HandFight, now: Seen, here: Vec) -> None:
        if now.attack == "slap" and now.state in ("told", "out"):
            self.play.tick()
            return
        if now.state == "told" and now.attack == "yank" and not self.is_wrong and now.told > 0.86:
            away = here - fight.arena.well
            k = STICK / (away.length or 1.0)
            near = self._root(fight, here)
            if near is None or (near - here).length > 30:
                self.play.tick(Intent(round(away.x * k), round(away.y * k), Action.DODGE, Action.DODGE))
                return
        root = self._root(fight, here)
        if root is None or now.state == "down":
            self.play.tick()
            return
        if (root - here).length < 26:
            self._press(Action.INTERACT)
        else:
            self._go(root, near=20.0)

    @staticmethod
    def _root(fight: HandFight, here: Vec) -> Vec | None:
        roots = [r.at for r in fight.arena.roots if r.name not in fight.drag.torn]
        return min(roots, key=lambda p: (p - here).length) if roots else None

    def _holds(self, fight: HandFight, now: Seen) -> None:
        """Holds, and presses a reaction's time after the creak; lets go when it comes itself."""
        if now.attack == "slap" and now.state == "told" and not self.is_wrong:
            self.play.tick()
            return
        drag = fight.drag
        beat = 44 - 8 + self.skill.reaction
        if drag.tick_ == 1:
            self._late = round(self.chance.between(-self.skill.jitter, self.skill.jitter))
            self._late += 26 if self._errs() else 0
        press = drag.tick_ == beat + self._late and not drag.has_pressed
        self.play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if press else NOTHING))

    _late: int = 0

    def _shield(self, fight: HandFight, now: Seen, here: Vec) -> None:
        wants = fight.rock.wybie == "held" or (now.attack == "wybie" and now.state in ("told", "out"))
        tick = self.play.session.tick
        if wants and tick - self.pressed_at > 20 + self.skill.reaction and not self.is_wrong:
            self._press(Action.CAT)
            return
        if self.is_wrong and tick - self.pressed_at > 90:
            self.is_wrong = False
        if now.state == "told":
            self.play.tick()
            return
        goal = fight.arena.keep(here.x, here.y)
        self._go(Vec(*goal), near=20.0)

    def _rock(self, fight: HandFight, now: Seen, here: Vec) -> None:
        rock = fight.rock
        tick = self.play.session.tick
        ready = now.rock == "ready" and rock.state == "ready"
        lies_there = now.state in ("open", "stuck") and now.under and not self.is_wrong
        if ready and rock.drops and lies_there and tick - self.pressed_at > 40:
            self._press(Action.INTERACT)
            return
        if now.attack == "wybie" and now.state in ("told", "out") and tick - self.pressed_at > 30 and not self.is_wrong:
            self._press(Action.CAT)
            return
        if now.state == "told":
            self.play.tick()
            return
        if now.state in ("open", "stuck") and (now.at - here).length < 60:  # it will want to be left alone
            d = here - now.at
            self._go(Vec(here.x + d.x, here.y + d.y), near=8.0)
            return
        full = [c.lands for n, c in enumerate(fight.arena.chutes) if not rock.wants[n]]
        at = min(full or [rock.shadow(fight)], key=lambda p: (p - here).length)
        if rock.state == "falls":
            self._go(Vec(at.x, at.y + 110), near=12.0)
            return
        d = now.at - at
        k = 10.0 / (d.length or 1.0)
        self._go(Vec(at.x + d.x * k, at.y + 6 + d.y * k), near=10.0)
