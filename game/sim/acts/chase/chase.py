"""One stretch of the chase: she runs, webs and soft floor and needles and ribs are in the way, and the Beldam comes behind.

Going round costs nothing, being caught in something costs time; who dodges through leaves it in ragged ends for somebody larger to
be caught in. Near enough, she lunges, and says so first. What did it is written down in ``causes``: nobody loses to the unseen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box
from game.sim.acts.act import Act
from game.sim.acts.chase import pace
from game.sim.acts.chase.pace import ATTACKS, LEASH_TILES, PACES, SNAGGED, her_speed_px_s, told_ticks
from game.sim.happenings import Heard, MusicCued, Shook, Told
from game.sim.harm import can_be_hurt, prick
from game.sim.parts import Arachnid, Dodge, Harm, Place, Walker
from game.sim.systems.dodge import reaches
from game.sim.systems.will import RUN_SPEED

if TYPE_CHECKING:
    from game.sim.session import Session

WHO = "beldam"
MIDDLE_PX = 90.0
"""Her middle is so far behind her leading edge, which is what counts."""
SLOWS = {"web": 0.45, "soft": 0.55}
AHEAD_PX = 26.0
"""So many px before her needles are out, at the speed at which she comes."""
GENTLE = 1.4
"""The first needles of a stretch are told so much longer."""
NEAR_TILES, FAR_AGAIN_TILES = 1.6, 2.2
"""Nearer than this she begins to lunge; before the next one she must have fallen back so far, or have struck."""
CLOSEST_TILES = 0.7
LOCK_TICKS = 12
"""So long before it lands the blow's place is settled: who changes her mind later than that is not followed."""
STRIKE_PX = 22.0
CAUGHT_TICKS = 40
SURGE_EVERY_TICKS, SURGE_FAR_TILES = 290, 6.0
"""Who has kept her farther off than this for so long is shown her once: it is heard first, then the picture draws back to her."""
SURGE_TOLD_TICKS, SURGE_TICKS, SURGE_BACK_TICKS = 40, 110, 40
OUT_TILES, LAST_PART = 4, 0.94
"""The small door stands so far before the end. In the last part the picture stands still, so she can be seen falling back."""
BURSTS_TICKS = 180
"""So long after she has burst in nothing is laid over her."""
STANDS_TICKS = 50
"""She may stand about for so long before the chase begins without her."""
HELD_UP_TICKS, HELD_UP_SPEED = 8, 60.0
FEELS_PX_S = 46.0
"""Along a rib she has run into her hands find the gap by themselves, so fast."""
RIB_MERCY_TICKS = 45
"""At the first rib of a stretch that holds her up the Beldam is held up too: her own arms have caught on it."""
LEVELS = (12.0, 6.6, 4.5, 3.0)
"""Tiles; how many of them she is nearer than is how loud the music is."""
LEVEL_SLACK, LEVEL_TICKS = 0.5, 90
STEMS = (("base",), ("base",), ("base", "drive"), ("base", "drive", "panic"), ("base", "drive", "panic"))
SWAY_PX_S = 54.0
CAUSES_KEPT = 12


@dataclass
class Obstacle:
    """``kind`` web, soft, needle or rib. ``state``: "" as it was; needles: told, out; broken: she went through it in a dodge;
    passed: it is behind both of them. ``ticks`` in that state. ``snags``: the Beldam has it still before her."""

    kind: str
    box: Box
    state: str = ""
    ticks: int = 0
    was_met: bool = False
    snags: bool = False
    is_gentle: bool = False
    """The first needles of a stretch: told longer, and they push her back without sewing."""


@dataclass
class Chase(Act):
    """``stretch`` 0..2 from ``start_x`` to ``end_x`` px. ``her_x`` her leading edge, ``her_y`` the way she comes down."""

    stretch: int = 0
    start_x: float = 0.0
    end_x: float = 0.0
    top: float = 0.0
    low: float = 0.0
    difficulty: str = "brave"
    mercy: int = 0
    obstacles: list[Obstacle] = field(default_factory=list)
    phase: str = "waits"
    """still | waits | runs | caught | won"""
    her_x: float = 0.0
    her_y: float = 0.0
    speed: float = 0.0
    snag: int = 0
    told: int = 0
    """Ticks a lunge has been announced, 0 = none."""
    told_of: int = 0
    strike: int = 0
    strike_x: float = -1.0
    strike_y: float = -1.0
    is_left: bool = False
    may_lunge: bool = True
    caught_ticks: int = 0
    closest_px: float = 9999.0
    stumbles: int = 0
    held_up: int = 0
    far_ticks: int = 0
    surge: int = 0
    """Ticks since she was heard to come nearer, 0 = she was not."""
    rib_met: bool = False
    level: int = -1
    level_ticks: int = 0
    stumbled: str = ""
    """What she was last caught in."""
    wisps: int = 0
    """How many of the three run with her."""
    causes: list[tuple[int, str]] = field(default_factory=list)
    """(tick of the act, what could be seen): lunge, strike, needle, web, soft, rib, prick."""
    gone: float = 0.0
    """0..1 of the stretch that lies behind her."""
    was_let_by: bool = False
    leash_tiles: float = LEASH_TILES[0]
    """Practice has her at her heels."""
    can_slip = True

    @classmethod
    def of(cls, session: Session, stretch: int) -> Chase:
        """The stretch as the map draws it: Spot tube_N, Hazards within it. Raises KeyError where there is none."""
        box = session.room.spots[f"tube_{stretch + 1}"].box
        mercy = session.story.counts.get("tries", 0)
        found = [
            Obstacle(thing.text("kind"), thing.box)
            for thing in session.room.things
            if thing.kind == "Hazard" and box.holds(thing.box.middle.x, thing.box.middle.y)
        ]
        found.sort(key=lambda o: o.box.x)
        first = next((o for o in found if o.kind == "needle"), None)
        if first is not None:
            first.is_gentle = True
        difficulty = session.rules.difficulty
        act = cls(
            stretch=stretch,
            start_x=session.place.x,
            end_x=box.right - (OUT_TILES * TILE if stretch == 2 else 0),
            top=box.y,
            low=box.bottom,
            difficulty=difficulty,
            mercy=mercy,
            obstacles=found,
            leash_tiles=max(LEASH_TILES[stretch], pace.start_tiles(difficulty, mercy)),
        )
        act.her_x = session.place.x - pace.start_tiles(difficulty, mercy) * TILE
        act.her_y = (box.y + box.bottom) / 2
        return act

    # ---- what can be asked

    @property
    def hides_goal(self) -> bool:
        return self.phase == "still" or self.ticks < BURSTS_TICKS

    @property
    def is_shown(self) -> bool:
        """Whether the picture draws back so that she is in it, however far behind she is."""
        return SURGE_TOLD_TICKS < self.surge <= SURGE_TOLD_TICKS + SURGE_TICKS

    @property
    def is_out_of_sight(self) -> bool:
        """Whether nobody could see how she comes nearer faster than she runs."""
        return self.surge <= SURGE_TOLD_TICKS and self.gone < LAST_PART

    def distance_tiles(self, session: Session) -> float:
        return (session.place.x - self.her_x) / TILE

    def slip(self, session: Session) -> None:
        """The stretch is behind her."""
        self.was_let_by = True
        self.phase = "won"

    def cause_within(self, ticks: int) -> str:
        """The last thing that could be seen in so many ticks, or ""."""
        return next((what for tick, what in reversed(self.causes) if self.ticks - tick <= ticks), "")

    # ---- a tick

    def tick(self, session: Session) -> None:
        walker = session.world.get(session.hero, Walker)
        walker.drift_x = walker.drift_y = 0.0
        if self.phase == "still":
            return
        if self.phase == "caught":
            self._caught(session)
        elif self.phase == "waits":
            self._waits(session)
        if self.phase == "runs":
            self._in_the_way(session, walker)
            self._surges(session)
            self._comes(session)
            self._lunges(session)
            self._ends(session)
        elif self.phase == "won":  # the act stays until she is elsewhere: so do the dark and what is in it
            self._comes(session)
        self._music(session)
        self._heard(session)
        self._pose(session)

    def _waits(self, session: Session) -> None:
        moved = session.place.x - self.start_x > 10
        if session.is_free and (moved or self.ticks > STANDS_TICKS):
            self.phase = "runs"

    # ---- what is in the way

    def _in_the_way(self, session: Session, walker: Walker) -> None:
        place, step = session.place, session.world.get(session.hero, Dodge)
        dodging = step.ticks > 0
        if session.world.get(session.hero, Harm).holds:
            return
        slow = 1.0
        for o in self.obstacles:
            o.ticks += 1
            if o.kind == "needle":
                self._needles(session, o)
            elif o.kind in SLOWS and o.box.holds(place.x, place.y):
                if dodging and o.state == "":
                    self._breaks(session, o)
                elif o.state == "":
                    slow = min(slow, SLOWS[o.kind])
                    if not o.was_met:
                        o.was_met = True
                        self._stumbles(session, o.kind)
                        session.news.tell(
                            Heard("thread_pull" if o.kind == "web" else "mattress_pomf", place.x, place.y)
                        )
            if self.her_x > o.box.x and o.snags:
                o.snags = False
                self.snag = PACES[self.difficulty].snag_ticks
                session.news.tell(Heard("string_pull", self.her_x, self.her_y))
            if self.her_x > o.box.right and o.state != "passed":
                o.state = "passed"
        if slow < 1.0:
            walker.drift_x, walker.drift_y = -(1 - slow) * walker.wish_x, -(1 - slow) * walker.wish_y
        self._held_up(session, walker)
        self.gone = min(max((place.x - self.start_x) / (self.end_x - self.start_x), 0.0), 1.0)

    def _breaks(self, session: Session, o: Obstacle) -> None:
        """Through it in a dodge: it hangs in ends behind her, and somebody will be caught in them."""
        place = session.place
        o.state, o.ticks, o.snags, o.was_met = "broken", 0, True, True
        session.story.count("chase_dodged")
        session.news.tell(Heard("unpick", place.x, place.y))
        session.news.tell(Heard("string_pull", place.x, place.y, 0.7))

    def _needles(self, session: Session, o: Obstacle) -> None:
        place = session.place
        told = self.needles_told(session, o)
        middle = o.box.middle
        if o.state == "":
            speed = max(session.world.get(session.hero, Walker).vx, RUN_SPEED)  # when she will be there
            if place.x > o.box.x - told * speed / 60 - AHEAD_PX:
                o.state, o.ticks = "told", 0
                session.news.tell(Told(middle.x, o.box.bottom, told))
                session.news.tell(Heard("needle_tick", middle.x, middle.y))
            return
        if o.state == "told" and o.ticks >= told:
            o.state, o.ticks = "out", 0
            self._note("needle")
            session.news.tell(Heard("needle_stab", middle.x, middle.y))
            session.news.tell(Shook(1.5, 8))
        half = ATTACKS["needles"].reach_px
        in_line = abs(place.x - middle.x) < half and o.box.y - 4 < place.y < o.box.bottom + 4
        if o.state != "out" or not in_line:
            return
        step = session.world.get(session.hero, Dodge)
        if step.ticks > 0 and not session.world.get(session.hero, Harm).grace:
            self._breaks(session, o)
        elif can_be_hurt(session):
            self._note("prick")
            sews = PACES[self.difficulty].needles_sew and not o.is_gentle
            back = 18.0 if o.is_gentle else 34.0
            prick(session, "needle", middle.x + half, place.y, back_px=back, sews=sews)
            if not o.was_met:
                o.was_met = True
                self._stumbles(session, "needle")

    def needles_told(self, session: Session, o: Obstacle) -> int:
        """Ticks between the seam that shines and the needles."""
        return round(told_ticks("needles", session.rules) * (GENTLE if o.is_gentle else 1.0))

    def _held_up(self, session: Session, walker: Walker) -> None:
        """Run into a rib."""
        x, y = session.place.x, session.place.y
        rib = next((o for o in self.obstacles if o.kind == "rib" and o.box.grown(16).holds(x, y)), None)
        stands = walker.wish_x > 0.7 * RUN_SPEED and walker.vx < HELD_UP_SPEED
        self.held_up = self.held_up + 1 if rib is not None and stands else 0
        if self.held_up == HELD_UP_TICKS:
            session.news.tell(Heard("wood_thud", session.place.x, session.place.y))
            self._stumbles(session, "rib")
            if not self.rib_met:
                self.rib_met, self.snag = True, max(self.snag, RIB_MERCY_TICKS)
        if rib is not None and self.held_up >= HELD_UP_TICKS and abs(walker.wish_y) < FEELS_PX_S:
            walker.drift_y = -FEELS_PX_S if self.gap_is_above(rib) else FEELS_PX_S

    def gap_is_above(self, o: Obstacle) -> bool:
        """On which side of a rib there is more room."""
        return o.box.y - self.top > self.low - o.box.bottom

    def _stumbles(self, session: Session, what: str) -> None:
        self.stumbles += 1
        session.story.count("stumbles")
        self._note(what)
        self.stumbled = what

    # ---- she comes

    def _comes(self, session: Session) -> None:
        place = session.place
        d = self.distance_tiles(session)
        self.speed = her_speed_px_s(d, self.difficulty, self.mercy, session.rules.calm_chase)
        if self.snag > 0:
            self.snag -= 1
            self.speed *= SNAGGED
        ahead = place.x - CLOSEST_TILES * TILE
        self.her_x = min(self.her_x + self.speed / 60, max(ahead, self.her_x))
        if self.is_out_of_sight:
            self.her_x = max(self.her_x, place.x - self.leash_tiles * TILE)
        middle = (self.top + self.low) / 2
        goal = middle + min(max(place.y - middle, -44.0), 44.0) * 0.8
        step = SWAY_PX_S / 60
        self.her_y += min(max(goal - self.her_y, -step), step)
        self.closest_px = min(self.closest_px, place.x - self.her_x)

    def _surges(self, session: Session) -> None:
        """However well she runs, now and then she is made to see what she runs from. It comes no faster for that."""
        if self.surge:
            self.surge += 1
            if self.surge > SURGE_TOLD_TICKS + SURGE_TICKS + SURGE_BACK_TICKS:
                self.surge = self.far_ticks = 0
            return
        is_far = self.distance_tiles(session) > SURGE_FAR_TILES
        self.far_ticks = self.far_ticks + 1 if is_far else 0
        is_busy = self.told or self.strike or self.snag
        if self.far_ticks > SURGE_EVERY_TICKS and not is_busy and self.gone < LAST_PART - 0.1:
            self.surge = 1
            self._note("surge")
            session.news.tell(Heard("wall_crumble", session.place.x - 200, self.her_y))
            session.news.tell(Heard("needle_scrape", session.place.x - 160, self.top))
            session.news.tell(Shook(2.0, SURGE_TOLD_TICKS))

    def _lunges(self, session: Session) -> None:
        place, d = session.place, self.distance_tiles(session)
        if self.strike:
            self._strikes(session)
            return
        if d > FAR_AGAIN_TILES:
            self.may_lunge = True
            if self.told and self.told < self.told_of - LOCK_TICKS:
                self.told = 0  # she has got away from under it
        if not self.told:
            if d < NEAR_TILES and self.may_lunge and not self.snag:
                self.told, self.told_of = 1, told_ticks("lunge", session.rules)
                self.is_left = not self.is_left
                self.may_lunge = False
                self._note("lunge")
                session.news.tell(Told(place.x, place.y, self.told_of, is_great=True))
                session.news.tell(Heard("beldam_hiss", self.her_x, self.her_y))
            return
        self.told += 1
        if self.told <= self.told_of - LOCK_TICKS:
            walker = session.world.get(session.hero, Walker)
            lead = LOCK_TICKS / 60
            self.strike_x = min(place.x + walker.vx * lead, self.her_x + ATTACKS["lunge"].reach_px)
            self.strike_y = min(max(place.y + walker.vy * lead, self.top + 8), self.low - 4)
        if self.told > self.told_of:
            self.told, self.strike = 0, 1
            self._note("strike")
            session.news.tell(Heard("needle_stab", self.strike_x, self.strike_y))
            session.news.tell(Shook(4.0, 16))

    def _strikes(self, session: Session) -> None:
        attack = ATTACKS["lunge"]
        self.strike += 1
        active = self.strike <= attack.active_ticks + 1
        if active and can_hold(session) and reaches(session, self.strike_x, self.strike_y, 0.0, STRIKE_PX):
            self._has_her(session)
        elif self.strike > attack.active_ticks + 1:
            self.strike = 0
            self.snag = attack.recover_ticks
            self.strike_x = self.strike_y = -1.0
            self.may_lunge = True

    def _has_her(self, session: Session) -> None:
        if session.rules.no_fail:  # she tears herself loose
            self.her_x -= 3.5 * TILE
            self.strike, self.snag = 0, ATTACKS["lunge"].recover_ticks
            session.news.tell(Shook(4.0, 20))
            session.news.tell(Heard("hurt", session.place.x, session.place.y))
            return
        self.phase, self.holds_her, self.caught_ticks = "caught", True, 1
        session.story.count("falls")
        session.news.tell(Heard("hurt", session.place.x, session.place.y))
        session.news.tell(Heard("needle_scrape", session.place.x, session.place.y))
        session.news.tell(MusicCued("st_caught"))

    def _caught(self, session: Session) -> None:
        """Her fingers close over the picture; then she stands at the stretch's beginning again."""
        self.caught_ticks += 1
        walker = session.world.get(session.hero, Walker)
        walker.wish_x = walker.wish_y = 0.0
        if self.caught_ticks >= CAUGHT_TICKS:
            session.wants_again = "caught"

    def _ends(self, session: Session) -> None:
        if session.place.x >= self.end_x and not session.world.get(session.hero, Harm).holds:
            self.phase = "won"

    def _note(self, what: str) -> None:
        self.causes.append((self.ticks, what))
        del self.causes[:-CAUSES_KEPT]

    # ---- what is heard and said

    def _music(self, session: Session) -> None:
        d = self.distance_tiles(session)
        now = sum(d < limit for limit in LEVELS) if self.phase != "waits" else 1
        eased = sum(d < limit + LEVEL_SLACK for limit in LEVELS)
        self.level_ticks += 1
        if now > self.level or (eased < self.level and self.level_ticks > LEVEL_TICKS):
            self.level, self.level_ticks = max(now, 0), 0
            session.news.tell(MusicCued("chase", STEMS[self.level]))

    def _heard(self, session: Session) -> None:
        if self.phase not in ("runs", "waits"):
            return
        d, t = self.distance_tiles(session), session.tick
        near = min(max(1.1 - d / 12, 0.15), 1.0)
        if self.phase == "runs" and t % (13 if self.snag else 9) == 0:
            session.news.tell(Heard("needle_skitter", self.her_x, self.her_y, 0.5 * near))
        if t % 131 == 30:
            side = self.top - 20 if t % 2 else self.low
            session.news.tell(Heard("needle_scrape", self.her_x, side, 0.8 * near))
        if t % 173 == 60:
            session.news.tell(Heard("draught", self.her_x - 60, self.her_y, near))
        if d < LEVELS[3] and t % 71 == 0:
            session.news.tell(Heard("heartbeat_fast", session.place.x, session.place.y))
        elif LEVELS[3] <= d < LEVELS[1] and t % 47 == 0:
            session.news.tell(Heard("heartbeat", session.place.x, session.place.y, 0.8))

    # ---- how she stands

    def _pose(self, session: Session) -> None:
        entity = session.find(WHO)
        if not entity:
            return
        place, she = session.world.get(entity, Place), session.world.get(entity, Arachnid)
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y = self.her_x - MIDDLE_PX, self.her_y
        is_out = self.strike > 0 or self.phase == "caught"
        she.pose = "run" if self.phase == "runs" and not self.snag else "thrash" if self.snag else "stare"
        she.heading, she.is_blind, she.is_left = 0.0, True, self.is_left
        she.told = min(self.told / max(self.told_of, 1), 1.0) if self.told else 1.0 if is_out else 0.0
        she.struck = self.strike or self.caught_ticks
        if self.told or is_out:
            she.reach_x, she.reach_y = self.strike_x, self.strike_y
        else:
            she.reach_x = she.reach_y = -1.0
        she.look_x, she.look_y = session.place.x, session.place.y
        bob = math.sin(session.tick * 0.35) * 3.0
        she.lift_px = 8.0 + bob + (10.0 if self.told else 6.0 if self.is_shown else 0.0)


def can_hold(session: Session) -> bool:
    """Whether there is anything of her to be held: not while she falls or is being put back."""
    return not session.world.get(session.hero, Harm).holds and session.leaving is None
