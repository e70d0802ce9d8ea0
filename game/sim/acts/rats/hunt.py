"""The hunt in the circus: a flock that passes a medal along and hides it in a coat; cheese, lamps, trapezes; a man made of rats.

``part``  teach  cheese, then a lamp                      two    which of two coats has a heart in it
          four   of four, and a trapeze in the way        five   none tells: see where the light goes that leaves the flock
          tall   he stands up, and is broken three times  away   nobody: they are in their hole
A beat makes the act from flags and counts, and waits for ``found`` or what the part wants. How it looks: view/acts/rats.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.sim.acts.rats.errands import COLOURS, HARDER, Errands
from game.sim.acts.rats.flock import BITES, SPEED, Flock
from game.sim.acts.rats.tall import BARE_TICKS, TallMan
from game.sim.acts.rats.trapeze import Trapeze
from game.sim.acts.rats.ways import ways_of
from game.sim.happenings import Heard, Landed
from game.sim.harm import prick
from game.sim.parts import Aim, Flight, Furniture, Gaze, Hero, Name, Place, Pushable, Target
from game.sim.ruin import souls
from game.sim.systems.carry import lift
from game.sim.systems.dodge import reaches
from game.sim.systems.reveal import is_looking, stone_sees
from game.sim.systems.throw import let_fly

if TYPE_CHECKING:
    from game.sim.session import Session

RATS, MAN_RATS = 24, 38
POOL_PX = 80.0
LIT_TICKS, LIT_TALL_TICKS = 330, 520
SPLIT_TICKS = {"storybook": 660, "brave": 480, "beldam": 330}
SOONER = (1.0, 0.92, 0.85)
"""By souls that have been found already."""
SPLITS_FROM = 8
"""So many rats in a light are a flock in a light."""
BAITS = 2
BAIT_PX = 14.0
HURRY_TICKS = 1200
TRAMPLE_PX, TRAMPLE_RATS = 13.0, 3
PASS_TICKS = 70
"""The flock passes the medal from paw to paw so often."""
OPENS_TICKS = 70
TAKES_PX = 24.0
SEES_PX, LEAN_X, LEAN_Y = 460.0, 140.0, 84.0
"""How far off he may be for the picture to lean towards him, and how far it leans."""
OPTIONS = {"two": ("green", "gold"), "four": COLOURS[:4], "five": COLOURS}
HUMS_PX, HUM_TICKS, HUM_FAST_TICKS = 1000.0, 64, 26
"""So far off the hum of the right coat is heard, while it can be; and how often, far and near."""
SEES_UP_PX = (8.0, 30.0, 54.0)
"""So high over its hem a coat is looked at."""


@dataclass
class RingLamp:
    """A lamp one can turn on; for ``left`` ticks it lights the pool."""

    name: str
    at: Vec
    pool: Vec
    left: int = 0


@dataclass
class RatHunt(Errands):
    """See above."""

    lamps: dict[str, RingLamp] = field(default_factory=dict)
    trapezes: list[Trapeze] = field(default_factory=list)
    baits: list[int] = field(default_factory=list)
    made: int = 0
    fed: int = 0
    """How often they have come to cheese."""
    splits: int = 0
    wrongs: int = 0
    man: TallMan | None = None
    bare: bool = False
    """The medal lies on the floor before her."""
    taken: bool = False

    can_slip = True

    def slip(self, session: Session) -> None:
        """The coat they would have led her to falls open; the man made of rats lets go of what he carries."""
        if self.part == "tall":
            self.taken = True
        elif self.part in OPTIONS and not self.found:
            self.couriers.clear()
            self.right = self.right or OPTIONS[self.part][0]
            self.tried.pop(self.right, None)
            self.open_coat(session, self.right)
        self.splits += 1

    # ---- begin and end

    @staticmethod
    def of(session: Session, part: str, right: str = "") -> RatHunt:
        """The act for this room, from what the map says. Rats are in their hole."""
        spots = session.room.spots
        ring = session.room.paths["flock_ring"].points
        hole = spots["rat_hole"].box.middle
        n = min(souls(session.story), 2)
        act = RatHunt(part=part, right=right, hardness=n)
        act.flock = Flock(ring[:-1] if ring[0] == ring[-1] else ring, hole, SPEED * HARDER[n])
        act.flock.ways = ways_of(session)
        for colour in COLOURS:
            act.coats[colour] = spots[f"under_coat_{colour}"].box.middle
        for spot in ("w", "e", "n", "s"):
            key = f"pool_{spot}_tall" if part == "tall" else f"pool_{spot}"
            if key in spots:
                act.lamps[spot] = RingLamp(spot, spots[f"lamp_{spot}_at"].box.middle, spots[key].box.middle)
        for thing in session.room.things:
            if thing.kind == "Hazard" and thing.text("kind") == "trapeze":
                hung = Trapeze.of(thing.box, int(thing.number("period", 240)), int(thing.number("phase")), 40)
                hung.ticks = hung.phase % hung.period
                act.trapezes.append(hung)
        act.open(session)
        return act

    def open(self, session: Session) -> None:
        """Makes the rats, and what throws lean towards."""
        self.flock.born(session, MAN_RATS if self.part == "tall" else RATS + 2 * self.hardness)
        mark = session.room.spots["mark_centre"].box.middle
        aims = {"mark": mark} if self.part == "tall" else {lamp.name: lamp.pool for lamp in self.lamps.values()}
        for name, at in aims.items():
            session.world.born(Place(at.x, at.y, at.x, at.y), Target(7.0, 2.0), Name(f"pool_target_{name}"))
        if self.part == "four":
            self.trapezes[0].is_on = True
        elif self.part in ("five", "tall"):
            for hung in self.trapezes:
                hung.is_on = self.part == "five" or self.hardness > 1
        if self.part == "tall":
            self.man = TallMan(mark.x, mark.y, pace=HARDER[self.hardness])
            self.man.born(session)
            self.man.bare = round(BARE_TICKS * session.rules.windup)

    def close(self, session: Session) -> None:
        """Takes everything of it out of the world."""
        self.flock.bury(session)
        if self.man is not None:
            self.man.bury(session)
        hero = session.world.get(session.hero, Hero)
        for entity in self.baits:
            hero.carries = 0 if hero.carries == entity else hero.carries
            session.bury(entity)
        self.baits.clear()
        if self.man is not None and not session.locks:
            session.gaze = None
        for entity, name, _ in session.world.each(Name, Target):
            if name.name.startswith("pool_target_"):
                session.bury(entity)
        self.is_over = True

    # ---- what she does

    def give_cheese(self, session: Session) -> bool:
        """A wedge into her hands; False when there is enough about."""
        hero = session.world.get(session.hero, Hero)
        self.baits = [e for e in self.baits if session.world.is_alive(e)]
        if hero.carries or len(self.baits) >= BAITS:
            return False
        self.made += 1
        at = session.place
        push = Pushable("ball", BAIT_PX, 12.0, 1.0, 0.8, can_carry=True)
        name = f"cheese_{self.made}"
        box = Box(at.x - BAIT_PX / 2, at.y - 12, BAIT_PX, 12)
        entity = session.world.born(Place(at.x, at.y, at.x, at.y), push, Name(name))
        session.world.add(entity, Furniture(0, "cheese_bait", box, at.y))
        session.names[name] = entity
        self.baits.append(entity)
        lift(session, entity)
        return True

    def turn(self, session: Session, name: str) -> bool:
        """On with that lamp; False when it is on already."""
        lamp = self.lamps.get(name)
        if lamp is None or lamp.left > 20:
            return False
        lamp.left = LIT_TALL_TICKS if self.part == "tall" else LIT_TICKS
        session.news.tell(Heard("spotlight", lamp.at.x, lamp.at.y))
        return True

    def open_coat(self, session: Session, colour: str) -> str:
        """She opens a coat. right, wrong, open (it hangs open already) or none (it is no part of this)."""
        if colour not in OPTIONS.get(self.part, ()) or self.found:
            return "none"
        if colour in self.tried:
            return "open"
        at = self.coats[colour]
        session.news.tell(Heard("hide_out", at.x, at.y))
        if colour == self.right:
            self.found = colour
            self.flock.send_away(session)
            for courier in self.couriers:
                self.home(session, courier)
            self.couriers.clear()
            return "right"
        self.tried[colour] = OPENS_TICKS * 4
        self.wrongs += 1
        self.flock.hurry_left = HURRY_TICKS
        session.news.tell(Heard("rats_turn", at.x, at.y))
        prick(session, "rats", at.x, at.y - 8, 38.0)
        self._out_of_sleeves(session, at)
        return "wrong"

    def _out_of_sleeves(self, session: Session, at: Vec) -> None:
        """Some of them were in there all the time."""
        moved = 0
        for rat in reversed(self.flock.rats):
            if rat.is_off or rat.is_in or moved >= 7:
                continue
            moved += 1
            session.space.move(rat.entity, at.x + moved * 2.0 - 8, at.y - 4)
            place = session.world.get(rat.entity, Place)
            place.x = place.was_x = at.x + moved * 2.0 - 8
            place.y = place.was_y = at.y - 4
            place.lift = 34.0

    # ---- a tick

    def tick(self, session: Session) -> None:
        if self.is_over:
            return
        windup = session.rules.windup * SOONER[self.hardness]
        for hung in self.trapezes:
            hung.tick(session, windup)
        for lamp in self.lamps.values():
            if lamp.left == 1:
                session.news.tell(Heard("light_click", lamp.at.x, lamp.at.y, 0.6))
            lamp.left = max(lamp.left - 1, 0)
            self._dress_lamp(session, lamp)
        self.tried = {colour: left - 1 for colour, left in self.tried.items() if left > 1}
        self._baits(session)
        if self.man is not None:
            self._tall(session, self.man, windup)
            self._strays(session)
            self._frame(session, self.man)
            return
        self._lights(session)
        was = self.flock.mood
        self.flock.tick(session)
        if self.flock.mood == "bait" and was == "stream":
            self.fed += 1
        self._pass_on(session)
        if self.part == "five":
            self.send(session)
        self._trample(session)
        self._hum(session)
        self._clear(session)

    @staticmethod
    def _dress_lamp(session: Session, lamp: RingLamp) -> None:
        """Its lens shines or does not."""
        thing = session.world.find(session.find(f"lamp_{lamp.name}"), Furniture)
        if thing is not None:
            side = "_r" if thing.prop.endswith("_r") else ""
            thing.prop = f"ring_lamp{'_lit' if lamp.left else ''}{side}"

    def rest(self, session: Session) -> None:
        """Called while the act does not tick: everybody waits."""
        if self.man is None:
            self.flock.rest(session)

    def _lights(self, session: Session) -> None:
        """Light on a flock makes it two dozen rats."""
        for lamp in self.lamps.values():
            if not lamp.left or self.flock.mood in ("away", "hid"):
                continue
            count = self.flock.near(session, lamp.pool.x, lamp.pool.y, POOL_PX)
            if count >= SPLITS_FROM and not self.flock.is_split:
                self.flock.scare(
                    session, lamp.pool, round(SPLIT_TICKS[session.rules.difficulty] * session.rules.windup)
                )
                self.splits += 1
                if self.part == "five" and not self.couriers and not self.right:
                    self.stays = 0

    # ---- cheese

    def bait_at(self, session: Session) -> Vec | None:
        """Where cheese lies on the floor, if any does."""
        for entity in self.baits:
            push = session.world.find(entity, Pushable)
            if push is None or push.is_carried or session.world.has(entity, Flight):
                continue
            place = session.world.get(entity, Place)
            return Vec(place.x, place.y - 4)
        return None

    def _baits(self, session: Session) -> None:
        self.baits = [e for e in self.baits if session.world.is_alive(e)]
        for landed in session.news.of(Landed):
            if landed.entity in self.baits and self.part == "teach":
                session.story.set("circus_threw")
        for entity in self.baits:
            push, flight = session.world.get(entity, Pushable), session.world.find(entity, Flight)
            if flight is not None and flight.has_landed:
                flight.vx, flight.vy = flight.vx * 0.7, flight.vy * 0.7  # it is soft: it does not roll
            if push.is_carried or flight is not None:
                continue
            session.space.kick(entity, 0.0, 0.0)
            place = session.world.get(entity, Place)
            for hung in self.trapezes:
                if hung.is_on and hung.sweeps(Vec(place.x, place.y)):
                    side = 1.0 if place.x >= hung.x else -1.0
                    let_fly(session, entity, place.x + side * 110, place.y + 10, 240.0)
                    session.news.tell(Heard("thrown_land", place.x, place.y))
                    if self.flock.goal is not None:
                        self.flock.gather(session)
                    break
        at = self.bait_at(session)
        flock = self.flock
        if self.man is not None:
            return
        if at is None:
            if flock.goal is not None and not (flock.mood == "bait" and flock.bites <= 0):
                flock.gather(session)
        elif flock.mood == "stream" and flock.goal is None:
            flock.call(session, at, BITES)
        elif flock.goal is not None:
            flock.goal = at
        if flock.mood == "bait":
            for entity in self.baits:
                thing = session.world.find(entity, Furniture)
                if thing is not None and flock.bites < BITES / 2:
                    thing.prop = "cheese_bait_half"
            if flock.bites <= 2:
                self._eaten(session)

    def _eaten(self, session: Session) -> None:
        for entity in self.baits:
            push = session.world.get(entity, Pushable)
            if not push.is_carried and not session.world.has(entity, Flight):
                session.bury(entity)
                self.baits.remove(entity)
                return

    # ---- where the medal is

    def _pass_on(self, session: Session) -> None:
        """From paw to paw: nobody can see which."""
        if self.right or self.flock.mood not in ("stream", "gather") or self.flock.since % PASS_TICKS:
            return
        self.carrier = session.fate.below(len(self.flock.rats))
        at = self.flock.middle(session)
        session.news.tell(Heard("chime_small", at.x, at.y, 0.35))

    def _hum(self, session: Session) -> None:
        """The right coat hums while it can be told from the others."""
        if not self.right or not self.tells or self.found:
            return
        at = self.coats[self.right]
        far = min(math.hypot(session.place.x - at.x, session.place.y - at.y) / HUMS_PX, 1.0)
        if session.tick % round(HUM_FAST_TICKS + (HUM_TICKS - HUM_FAST_TICKS) * far) == 0:
            session.news.tell(Heard("soul_near", at.x, at.y, 0.9 - 0.7 * far))

    def _clear(self, session: Session) -> None:
        """What she has seen through need not be seen twice: a coat without a heart hangs still from then on."""
        if not self.right or not self.tells or self.found or not is_looking(session):
            return
        for colour in OPTIONS[self.part]:
            at = self.coats[colour]
            if colour == self.right or colour in self.cleared:
                continue
            if any(stone_sees(session, at.x, at.y - up) for up in SEES_UP_PX):
                self.cleared.append(colour)
                n = 1 + (len(self.cleared) - 1) % 2
                session.cry("coraline", f"beats.soul_circus.empty_coat.{n}", Vec(session.place.x, session.place.y))

    @property
    def tells(self) -> bool:
        """Whether the stone can tell coats apart now."""
        return self.flock.is_split

    def hearts(self) -> tuple[str, ...]:
        """The coats that have a heart in them, for who looks through the stone."""
        if not self.tells or self.found:
            return ()
        return COLOURS if self.part == "five" else (self.right,)

    # ---- what they do to her

    def _trample(self, session: Session) -> None:
        """Into her, all of them: only when they run as one."""
        if self.part in ("teach", "away") or self.flock.mood != "stream" or self.flock.since < 30:
            return
        her = session.place
        if self.flock.near(session, her.x, her.y, TRAMPLE_PX) >= TRAMPLE_RATS and reaches(
            session, her.x, her.y, 0.0, 9.0
        ):
            way = Vec(self.flock.way_x, self.flock.way_y)
            prick(
                session,
                "rats",
                her.x - way.y * 10 * _side(self.flock, her),
                her.y + way.x * 10 * _side(self.flock, her),
                36.0,
            )

    # ---- the man

    def _tall(self, session: Session, man: TallMan, windup: float) -> None:
        lit = sum(
            lamp.left > 0 and math.hypot(man.x - lamp.pool.x, man.y - lamp.pool.y) < POOL_PX
            for lamp in self.lamps.values()
        )
        out = man.tick(session, self.flock, self.bait_at(session), lit, windup)
        if out == "bite":
            self._bite(session, man)
        elif out in ("burst", "bare"):
            self._burst(session, man)
        elif out == "again":
            self.bare = False
            for i in range(len(self.flock.rats)):
                man.takes(session, self.flock, i)
        if man.state == "fallen" and not self.taken:
            self.bare = True
            if math.hypot(session.place.x - man.x, session.place.y - man.y) < TAKES_PX:
                self.taken = True
                man.bare = 10**6

    def _frame(self, session: Session, man: TallMan) -> None:
        """The picture holds them both, as well as it can."""
        if session.locks or self.taken:
            return
        her, aim = session.place, session.world.find(session.hero, Aim)
        dx, dy = man.x - her.x, man.y - 44.0 - her.y
        is_busy = (aim is not None and aim.ticks) or session.world.each(Flight) or is_looking(session)
        if is_busy or math.hypot(dx, dy) > SEES_PX or man.state == "come":
            session.gaze = None
            return
        lean_x, lean_y = min(max(dx * 0.5, -LEAN_X), LEAN_X), min(max(dy * 0.5, -LEAN_Y), LEAN_Y)
        session.gaze = Gaze(her.x + lean_x, her.y + lean_y, 5.0)

    def _bite(self, session: Session, man: TallMan) -> None:
        if man.ticks >= 300:
            self._eaten(session)

    def _burst(self, session: Session, man: TallMan) -> None:
        """A third of him runs."""
        fate, at = session.fate, Vec(man.x, man.y)
        for lamp in self.lamps.values():
            lamp.left = min(lamp.left, 30)
        self._eaten(session)
        off = [i for i, rat in enumerate(self.flock.rats) if rat.is_off]
        goes = off if not man.left else off[-(MAN_RATS // 3) :]
        for i in goes:
            rat = self.flock.rats[i]
            rat.is_off = False
            if rat.is_in:
                x, y = at.x + fate.between(-14, 14), at.y + fate.between(-8, 8)
                session.space.move(rat.entity, x, y)
                place = session.world.get(rat.entity, Place)
                place.x, place.y, place.was_x, place.was_y = x, y, x, y
                place.lift = fate.between(10, 80)
                self.flock.out_of_hole(session, rat)
            a = fate.between(-math.pi, math.pi)
            rat.goal_x, rat.goal_y = at.x + math.cos(a) * 200, at.y + math.sin(a) * 160
            rat.turn = 50 + fate.below(30)
        session.news.tell(Heard("mouse_squeak", at.x, at.y))
        session.news.tell(Heard("rats_turn", at.x, at.y))

    def _strays(self, session: Session) -> None:
        """What has run off him runs on, and home."""
        flock = self.flock
        for rat in flock.rats:
            if rat.is_off or rat.is_in:
                continue
            place = session.world.get(rat.entity, Place)
            flock.settle(session, rat, place)
            rat.turn -= 1
            if rat.turn > 0:
                flock.want(session, rat, Vec(rat.goal_x, rat.goal_y), 190.0, 9.0)
            elif math.hypot(place.x - flock.hole.x, place.y - flock.hole.y) < 18 or rat.turn < -400:
                flock.into_hole(session, rat)
            else:
                to = flock.ways.next(place.x, place.y, flock.hole) if flock.ways else flock.hole
                flock.want(session, rat, to, 170.0, 9.0)


def _side(flock: Flock, her: Place) -> float:
    """On which side of the flock's way she is: +1 or -1."""
    across = flock.way_x * (her.y - flock.head_y) - flock.way_y * (her.x - flock.head_x)
    return -1.0 if across < 0 else 1.0
