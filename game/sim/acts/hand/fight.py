"""The severed hand at the well: it stalks, it drags, it goes for Wybie, it is lured below the rock. One act, four parts.

``stalk``   a rustle in the grass; it leaps for the key. Stuck in wood it can be knocked off: twice at least, three hits in all
``drag``    it has the string: hold on at roots, fling it over the well, hit it (acts/hand/drag.py)
``shield``  Wybie runs for the bank: call it off him (acts/hand/rock.py)
``rock``    where it lands in the shadow, and cannot get away in time, she cries (acts/hand/rock.py)

A beat makes it for a part and reads ``happened`` (what was done in the last tick) and ``won``. Attacks: acts/hand/attacks.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.core.intent import Action
from game.sim.acts.act import Act
from game.sim.acts.hand.arena import Arena
from game.sim.acts.hand.attacks import MOVES, Moves, rest, strike
from game.sim.acts.hand.creature import Creature
from game.sim.acts.hand.drag import Drag
from game.sim.acts.hand.rock import Rock
from game.sim.acts.hand.stalk import away, circles, flinches, knocked, waits
from game.sim.acts.hand.table import ATTACKS
from game.sim.acts.hand.windfalls import Windfalls
from game.sim.happenings import Heard, Shook, Struck
from game.sim.parts import Gaze, Harm, Lamp, Look, Place, Prompt, Stone, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

PARTS = ("stalk", "drag", "shield", "rock")
HALVES = 6
"""Three hits; what an apple does to it in the open is half of one, and no more than one hit may be made of such."""
WOOD_LEAST = 2
SPEED = {"storybook": 100.0, "brave": 118.0, "beldam": 122.0}
"""px/s at which it goes: 0.78 of her run at most."""
GAP_TICKS = (66, 60, 52, 46, 42, 38, 38)
"""Between two attacks, by halves it has taken."""
FIRST_GAP_TICKS = 60
KNOCKS_PX, KNOCKS_FLUNG_PX = 38.0, 56.0
"""So near it can be knocked: in wood; and where it lies, flung over the well."""
LEAN_X, LEAN_Y, SEES_PX = 118.0, 74.0, 420.0
HELD_LOWER_PX = 40.0
"""While she holds on the picture looks lower: what is held stands at its bottom, and not over her."""
LANTERN_PX, LANTERN_TINT, LANTERN_ENERGY = 196.0, "#ffffa850", 1.8
GUTTER_TICKS = 420
"""Once, the lantern all but goes out for so long."""
WALLS = 26.0


@dataclass
class HandFight(Act):
    """See above."""

    part: str = "stalk"
    only: str = ""
    """For practice: this attack and no other."""
    hand: Creature = field(default_factory=lambda: Creature(0.0, 0.0))
    arena: Arena = field(repr=False, default_factory=lambda: Arena(Box(0, 0, 0, 0), Vec(0, 0), (), (), (), (), ()))
    windfalls: Windfalls = field(default_factory=lambda: Windfalls(()))
    drag: Drag = field(default_factory=Drag)
    rock: Rock = field(default_factory=Rock)
    halves: int = 0
    wood_hits: int = 0
    apple_halves: int = 0
    won: bool = False
    happened: list[str] = field(default_factory=list)
    doing: str = ""
    attack: str = ""
    """The attack that is on, or was last."""
    repeats: int = 0
    attacks: int = 0
    """How many it has begun."""
    tells: int = 0
    """How many warnings it has given."""
    aim: Vec | None = None
    """Where a leap that is being told would land."""
    sticks_in: str = ""
    rushes: bool = False
    pulls_px_s: float = 0.0
    yanks: int = 0
    gutter: int = 0
    """So many ticks the lantern is as good as out."""
    lantern: int = 0
    stone_ticks: int = 0
    moves: Moves | None = field(default=None, repr=False)

    can_slip = True

    @property
    def hides_goal(self) -> bool:
        """While she holds on, hands have something else to read."""
        return self.drag.holds_on

    @property
    def keeps_clear(self) -> tuple[float, float] | None:
        """The hand is to be seen, whatever is said."""
        return None if self.hand.is_hidden else (self.hand.x, self.hand.y - self.hand.z)

    def slip(self, session: Session) -> None:
        """This part counts as done."""
        self.won = True
        self.happened.append("won")

    # ---- begin and end

    @staticmethod
    def of(session: Session, part: str, at: Vec | None = None, only: str = "") -> HandFight:
        """The act for a part, in the room as its map has it; the hand at ``at``."""
        arena = Arena.of(session.room)
        spot = session.room.spots["hand_first"].box.middle
        at = at or spot
        act = HandFight(part=part, only=only, arena=arena, hand=Creature(at.x, at.y))
        act.is_hushed = True
        act.takes_cat = True
        act.windfalls = Windfalls(arena.windfalls)
        act.hand.hides = part in ("stalk", "rock") and not only
        act.hand.face(session.place.x, session.place.y)
        act.hand.born(session)
        act._light_lantern(session)
        act._wall_in(session, True)
        if part == "drag":
            act.drag.begin(act, session)
        elif part in ("shield", "rock"):
            act.rock.begin(act, session)
        return act

    def close(self, session: Session) -> None:
        """Takes everything of it out of the world."""
        if self.moves is not None:
            self.moves.close()
            self.moves = None
        self.hand.bury(session)
        self.windfalls.bury(session)
        self._wall_in(session, False)
        self._let_her_go(session)
        if self.lantern and session.world.is_alive(self.lantern):
            session.bury(self.lantern)
        session.prompt = None
        if not session.locks:
            session.gaze = None
        self.is_over = True

    def _light_lantern(self, session: Session) -> None:
        """Its light goes with her."""
        here = session.place
        lamp = Lamp(LANTERN_PX, LANTERN_TINT, LANTERN_ENERGY, flicker=0.06)
        self.lantern = session.world.born(Place(here.x, here.y, here.x, here.y), lamp, Walker(is_ghost=True))

    def _wall_in(self, session: Session, on: bool) -> None:
        """Nobody walks off from this."""
        b = self.arena.box
        sides = (
            Box(b.x - WALLS, b.y - 200, WALLS, b.h + 400),
            Box(b.right, b.y - 200, WALLS, b.h + 400),
            Box(b.x, b.bottom, b.w, WALLS),
        )
        for n, side in enumerate(sides):
            if on:
                session.space.block(("hand_arena", n), side)
            else:
                session.space.unblock(("hand_arena", n))

    def _let_her_go(self, session: Session) -> None:
        walker = session.world.get(session.hero, Walker)
        walker.drift_x = walker.drift_y = 0.0
        self.holds_her = False
        self.drag.holds_on = False

    # ---- a tick

    def stands_by(self, session: Session) -> None:
        """Somebody talks: the string does not pull, the bodies hang where they are."""
        self.happened.clear()
        self._let_her_go(session)
        self._carry_lantern(session)

    def tick(self, session: Session) -> None:
        self.happened.clear()
        self._carry_lantern(session)
        if self.is_over or session.world.get(session.hero, Harm).closes:
            self._let_her_go(session)
            return
        session.prompt = None
        self.windfalls.tick(session)
        if session.locks:  # a scene: it waits, and is seen to wait
            self._let_her_go(session)
            self.hand.show(session, False)
            return
        self._struck(session)
        self._go_on(session)
        if self.part == "drag":
            self.drag.tick(self, session)
        elif self.part in ("shield", "rock"):
            self.rock.tick(self, session)
        self._her_hands(session)
        self._look(session)
        self._frame(session)
        self.hand.show(session, self.arena.in_grass(self.hand.x, self.hand.y, -4.0))

    def _go_on(self, session: Session) -> None:
        """What it is about goes on by a tick; when that is over it thinks of something else."""
        for _ in range(2):
            if self.moves is None:
                self._choose(session)
            assert self.moves is not None
            try:
                next(self.moves)
                return
            except StopIteration:
                self.moves = None

    def do(self, moves: Moves, doing: str) -> None:
        """Drops what it is about, for this."""
        if self.moves is not None:
            self.moves.close()
        self.moves, self.doing = moves, doing
        self.aim, self.rushes, self.pulls_px_s = None, False, 0.0

    def begin(self, session: Session, name: str) -> None:
        """One attack, now. Raises KeyError for a name that is not in ATTACKS."""
        self.repeats = self.repeats + 1 if name == self.attack else 0
        self.attacks += 1
        self.do(MOVES[ATTACKS[name].name](self, session), name)

    def _choose(self, session: Session) -> None:
        if self.won:
            self.do(away(self, session), "away")
        elif self.doing != "between":
            self.do(self._between(session), "between")
        else:
            self.begin(session, self.only or self._next(session))

    def _between(self, session: Session) -> Moves:
        if self.only:
            return waits(self, session)
        if self.part == "drag":
            return self.drag.perches(self, session)
        return circles(self, session)

    def _next(self, session: Session) -> str:
        """Which attack comes now: by where she is, what it has learnt, and never three times the same."""
        hand, place, roll = self.hand, session.place, session.fate.unit()
        d = hand.far(place.x, place.y)
        if self.part == "drag":
            return self.drag.next_attack(self, session)
        if self.part in ("shield", "rock"):
            return self.rock.next_attack(self, session, d, roll)
        if d < 54 and self.attack != "sweep":
            return "sweep"
        grass = self.arena.in_grass(hand.x, hand.y, 20.0)
        options = ["leap"]
        if self.halves >= 1 and grass and 60 < d < 210:
            options.append("rush")
        if self.halves >= 2:
            options.append("feint")
        if self.halves >= 4:
            options.append("double")
        if self.repeats >= 1 and self.attack in options and len(options) > 1:
            options.remove(self.attack)
        return options[min(int(roll * len(options)), len(options) - 1)]

    # ---- between attacks

    def speed(self, session: Session) -> float:
        """px/s at which it goes now."""
        slow = 0.85 if self.part == "rock" and self.rock.drops >= 2 else 1.0
        return SPEED.get(session.rules.difficulty, 118.0) * slow

    def longer(self, session: Session) -> float:
        """How much longer an opening lasts."""
        return {"storybook": 1.4, "beldam": 0.85}.get(session.rules.difficulty, 1.0)

    def gap(self) -> int:
        first = FIRST_GAP_TICKS if not self.attacks else 0
        return first + GAP_TICKS[min(self.halves if self.part == "stalk" else 2 + self.rock.drops, len(GAP_TICKS) - 1)]

    # ---- what is done to it

    def hits(self, session: Session, x: float, y: float, z: float, radius: float) -> bool:
        """A blow of it at (x, y): whether it has hurt her."""
        if not strike(session, x, y, z, radius):
            return False
        session.story.count("hand_hits")
        self.happened.append("hit_her")
        self.drag.holds_on = False
        return True

    def stuck(self, session: Session) -> None:
        """Its needles have gone into wood."""
        session.story.count("hand_stuck")
        if self.arena.wood:
            post = min(self.arena.wood, key=lambda wood: self.hand.far(wood.at.x, wood.at.y))
            session.story.set(f"stuck_in_{post.name}")
        self.happened.append("stuck")

    def landed(self, session: Session) -> None:
        """An attack is over, and nothing holds it."""
        self.happened.append("landed")
        self.rock.landed(self, session)

    def _struck(self, session: Session) -> None:
        """Apples."""
        for struck in session.news.of(Struck):
            if struck.whom == self.hand.entity:
                session.story.count("hand_apples")
                session.story.set("used_apples")
                self.hit_by_apple(session, Vec(struck.x, struck.y))

    def hit_by_apple(self, session: Session, at: Vec) -> None:
        """What an apple does depends on what it is about."""
        hand = self.hand
        session.news.tell(Heard("hand_hit", hand.x, hand.y))
        hand.hurt = 18
        if hand.state in ("stuck", "stunned"):
            self.knock(session)
        elif hand.state == "open" and self.part == "stalk":
            if self.apple_halves < 2:
                self.apple_halves += 1
                self._score(session, 1, "apple_hit")
            else:
                self.happened.append("flinched")
            self.do(knocked(self, session, at), "knocked")
        elif self.part == "rock" and hand.state == "open":
            self.happened.append("apple_hit")
            self.do(rest(self, "pant", 80), "flinch")
        elif hand.state != "down":
            self.happened.append("flinched")
            self.drag.pull_px_s = min(self.drag.pull_px_s, 30.0)
            self.rock.called_off(self, session)
            self.do(flinches(self, session), "flinch")

    def knock(self, session: Session) -> None:
        """She knocks it off the wood, or where it lies."""
        hand = self.hand
        hand.pin = None
        hand.hurt = 30
        session.news.tell(Heard("hand_hit", hand.x, hand.y))
        session.news.tell(Heard("thrown_land", hand.x, hand.y, 0.8))
        session.news.tell(Shook(3.5, 20))
        here = Vec(session.place.x, session.place.y)
        look = session.world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.then = "knock", 0, True, "idle"
        if self.part == "stalk":
            self.wood_hits += 1
            self._score(session, 2, "knocked")
        elif self.part == "drag":
            self.drag.hit(self, session)
        else:
            self.happened.append("knocked")
            self.rock.called_off(self, session)
        self.do(knocked(self, session, here), "knocked")

    def _score(self, session: Session, halves: int, what: str) -> None:
        self.happened.append(what)
        if self.only:
            return
        self.halves = min(self.halves + halves, HALVES)
        if self.wood_hits >= WOOD_LEAST and self.halves >= HALVES:
            self.won = True
            self.happened.append("won")
        elif self.halves == 4 and what == "knocked" and not self.only:
            self.gutter = GUTTER_TICKS
            session.news.tell(Heard("draught", session.place.x, session.place.y))
            self.happened.append("gutters")

    # ---- what she does

    def _her_hands(self, session: Session) -> None:
        """What her buttons mean here, and what they say they mean."""
        if session.talk is not None or session.world.get(session.hero, Harm).holds:
            return
        hand, place = self.hand, session.place
        near = KNOCKS_FLUNG_PX if hand.state == "stunned" else KNOCKS_PX
        if hand.state in ("stuck", "stunned") and hand.far(place.x, place.y) < near:
            session.prompt = Prompt("knock", hand.entity, hand.x, hand.y - 34)
            if session.pressed(Action.INTERACT):
                self.knock(session)
                session.prompt = None
            return
        if self.part == "drag" and self.drag.her_hands(self, session):
            return
        if self.part in ("shield", "rock") and self.rock.her_hands(self, session):
            return
        apple = self.windfalls.near(session)
        if apple:
            at = session.world.get(apple, Place)
            session.prompt = Prompt("lift", apple, at.x, at.y - 14, "throw")

    @property
    def holds_on(self) -> bool:
        """Whether she holds on to a root."""
        return self.drag.holds_on

    def yanked_in_vain(self, session: Session) -> None:
        """The string was thrown back, and she was not there."""
        self.happened.append("yank_missed")
        self.hand.hurt = 10

    def wybie_floor(self, session: Session) -> Vec:
        return self.rock.below(self, session)

    def reaches_wybie(self, session: Session) -> None:
        self.rock.wybie_caught(self, session)

    def is_in_its_way(self, session: Session, goal: Vec) -> bool:
        """Whether she stands between it and where it goes, near enough to be meant instead."""
        hand, place = self.hand, session.place
        d = hand.far(place.x, place.y)
        if d > 58:
            return False
        dx, dy = goal.x - hand.x, goal.y - hand.y
        px, py = place.x - hand.x, place.y - hand.y
        blocked = (dx * px + dy * py) > 0.5 * math.hypot(dx, dy) * d
        if blocked:
            self.happened.append("blocked")
        return blocked

    def _look(self, session: Session) -> None:
        """Through the stone it is plain, grass or no grass."""
        stone = session.world.find(session.hero, Stone)
        if stone is not None and stone.shows(self.hand.x, self.hand.y - 8):
            self.stone_ticks += 1
            if self.stone_ticks == 20:
                session.story.set("used_stone")
                self.happened.append("seen_through_stone")

    def _carry_lantern(self, session: Session) -> None:
        place, lamp = session.world.find(self.lantern, Place), session.world.find(self.lantern, Lamp)
        if place is None or lamp is None:
            return
        her = session.place
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y, place.lift = her.x + 5.0, her.y, 2.0
        self.gutter = max(self.gutter - 1, 0)
        full = 1.0
        if self.gutter:
            n = GUTTER_TICKS - self.gutter
            full = max(1 - n / 50, 0.16) if n < 330 else min(0.16 + (n - 330) / 90, 1.0)
        lamp.energy += (full * LANTERN_ENERGY - lamp.energy) * 0.2

    def _frame(self, session: Session) -> None:
        """The picture leans so that both are in it."""
        if self.part in ("shield", "rock") and self.rock.frames(self, session):
            return
        hand, place = self.hand, session.place
        dx, dy = hand.x - place.x, hand.y - place.y
        k = max(1 - max(math.hypot(dx, dy) - 180, 0) / (SEES_PX - 180), 0.0) * (0.45 if not hand.is_hidden else 0.3)
        x = place.x + min(max(dx * k, -LEAN_X), LEAN_X)
        y = place.y - 18 + min(max(dy * k, -LEAN_Y), LEAN_Y)
        y += HELD_LOWER_PX if self.holds_on else 0.0
        self.lean(session, x, y)

    def lean(self, session: Session, x: float, y: float, share: float = 0.06) -> None:
        """The picture's middle goes towards a point of the map."""
        if session.locks:
            return
        gaze = session.gaze
        if gaze is None:
            session.gaze = Gaze(session.place.x, session.place.y - 18, 4.0)
            return
        session.gaze = Gaze(gaze.x + (x - gaze.x) * share, gaze.y + (y - gaze.y) * share, 4.0)
