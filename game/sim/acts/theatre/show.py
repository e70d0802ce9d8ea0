"""What the three acts of the show have in common: the beat, bulbs for what was asked, falls, cheers, and the way off.

Time is the act's own ticks, which begin with its music: 40 to the beat, 64 beats to the act. Nothing can be lost here. What
goes well lights a bulb over the stage; what does not is praised all the same, as everything is in that house.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.theatre.house import House, is_on_boards
from game.sim.happenings import Heard, MusicCued
from game.sim.parts import Furniture, Gaze, Look, Person, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

BEAT_TICKS = 40
BEATS_AN_ACT = 64
LAST_TICK = BEATS_AN_ACT * BEAT_TICKS
WIDTHS = {"storybook": 1.5, "brave": 1.0, "beldam": 0.75}
"""How wide the windows are, of what is written."""
AWAY_TICKS = 600
"""So long the light looks for her when she has left the stage."""
OUT_Y = 720.0
"""px: who walks off as far as the doors has given up."""
CRY_PX = 96.0
CRY_EVERY, CRY_GAP_TICKS = 3, 170
"""Praise for every so-many-th thing that goes well, and never sooner than so many ticks after the last."""
GASP_TICKS, GONE_TICKS, DARK_TICKS, LANDS_TICKS, UP_TICKS = 12, 18, 44, 58, 76
"""A fall, from the lid giving way to standing in the prop store."""
STORE = "cp_store"
DUO = ("other_spink", "other_forcible")
HOUSE_SET = ("backdrop", "ship", "waves_w", "waves_e", "cloud_w", "cloud_e")
"""Props of the map that make room for the acts' own scenery."""
LIT = 0.3
"""A lamp at this level counts as on."""
CAMERA_Y = 248.0
CAMERA_X = (448.0, 688.0)
IN_SIGHT_PX = 250.0
"""So far from the picture's middle she may be, for the sake of what she has to go to."""


@dataclass
class Show(House):
    """One act. ``bulbs``: "" not yet, "good", "miss", in the order they are asked for.

    ``beams`` (x, y, radius px, level 0..1, kind) are the lamps on the stage, ``feet`` (x, reach px, level, kind) what the
    footlights announce, ``sign`` the word on the prompter's card since ``sign_ticks``. They are for the eye.
    """

    part: int = 0
    bulbs: list[str] = field(default_factory=list)
    falls: int = 0
    fall_ticks: int = 0
    """Since a lid gave way under her; 0 = she stands."""
    is_below: bool = False
    """She fell, and is on her way back."""
    away_ticks: int = 0
    is_left: bool = False
    """She walked off: the act is over and counts for nothing."""
    goods: int = 0
    misses: int = 0
    last_cry: int = -CRY_GAP_TICKS
    sign: str = ""
    sign_ticks: int = 0
    beams: tuple[tuple[float, float, float, float, str], ...] = ()
    feet: tuple[tuple[float, float, float, str], ...] = ()
    splash_tick: int = -1000
    """When she last got wet, fell short, or was otherwise laughed at kindly."""
    is_hushed: bool = True
    keeps_time: bool = True

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            session.news.tell(MusicCued("theatre_show", (f"act{self.part}",)))
            self.draw_curtain(session, True)
            self.dusk_goal = 1.0
            self._strike_set(session)
            for who in DUO:
                if session.find(who):
                    session.space.haunt(session.find(who), True)
        session.prompt = None
        self.beams, self.feet = (), ()
        self.sign_ticks += 1
        self.breathe()
        if self.fall_ticks:
            self._fall(session)
        if self.ticks < LAST_TICK:
            self.play(session)
        self._look_for_her(session)
        self._aim(session)
        if self.ticks >= LAST_TICK:
            self._end(session)

    @staticmethod
    def _strike_set(session: Session) -> None:
        """What the house has standing on the stage is carried off behind the curtain; each act has its own."""
        for name in HOUSE_SET:
            entity = session.find(name)
            if entity:
                session.world.drop(entity, Furniture)

    def play(self, session: Session) -> None:
        """One tick of what this act is about."""
        raise NotImplementedError

    # ---- time

    @property
    def beat(self) -> float:
        return self.ticks / BEAT_TICKS

    def since(self, beat: float) -> float:
        """Ticks since a beat of the act; < 0 before it."""
        return self.ticks - beat * BEAT_TICKS

    def window(self, session: Session) -> float:
        """By how much everything is wider than written."""
        return WIDTHS[session.rules.difficulty] * session.rules.show_window

    # ---- good and bad

    @property
    def good(self) -> int:
        return self.bulbs.count("good")

    def judge(self, session: Session, bulb: int, is_good: bool, is_quiet: bool = False) -> None:
        """Lights a bulb or leaves it dark; somebody says something kind about it."""
        if self.bulbs[bulb]:
            return
        self.bulbs[bulb] = "good" if is_good else "miss"
        her = session.place
        if is_good:
            self.goods += 1
            self.clap(session, 0.22)
            session.news.tell(Heard("chime_small", her.x, her.y, 0.55))
            if self.goods % CRY_EVERY == 0:
                self._cry(session, "good")
        else:
            self.misses += 1
            self.clap(session, 0.12)  # they clap for that as well
            if not is_quiet:
                session.news.tell(Heard("show_miss", her.x, her.y, 0.5))
                self._cry(session, "miss")

    def _cry(self, session: Session, what: str) -> None:
        keys = session.content.words.numbered(f"beats.theatre_show.{what}")
        if self.ticks - self.last_cry < CRY_GAP_TICKS or not keys:
            return
        turn = session.story.count(f"show_cry_{what}") - 1
        self.last_cry = self.ticks
        # Whoever is farther from her says it, so that it does not stand before what she looks at.
        there = [w for w in DUO if session.find(w)]
        if there:
            who = max(there, key=lambda w: abs(session.world.get(session.find(w), Place).x - session.place.x))
            at, her = session.world.get(session.find(who), Place), session.place
            # Beside her, on the side of whoever calls it: she need not look away from what she does.
            x = her.x + math.copysign(min(abs(at.x - her.x), CRY_PX), at.x - her.x)
            session.cry(who, keys[turn % len(keys)], Vec(x, her.y - 16))

    def show_sign(self, sign: str) -> None:
        """Turns the prompter's card; a sign that stands already stays."""
        if sign != self.sign:
            self.sign, self.sign_ticks = sign, 0

    # ---- the others on the stage

    def steer(self, session: Session, who: str, x: float, y: float, speed: float = 90.0) -> bool:
        """Lets somebody go towards a place; answers whether they are there."""
        entity = session.find(who)
        if not entity:
            return True
        place, walker = session.world.get(entity, Place), session.world.get(entity, Walker)
        dx, dy = x - place.x, y - place.y
        far = math.hypot(dx, dy)
        if far < 3.0:
            walker.wish_x = walker.wish_y = 0.0
            return True
        k = min(speed, far * 8) / far
        walker.wish_x, walker.wish_y = dx * k, dy * k
        place.facing = Facing.of(dx, dy, place.facing)
        return False

    def pose(self, session: Session, who: str, anim: str, is_once: bool = False) -> None:
        """Strikes a pose; "" goes back to standing and walking."""
        entity = session.find(who)
        look = session.world.find(entity, Look) if entity else None
        if look is None:
            return
        if not anim:
            look.mood, look.is_once = "", False
        elif look.anim != anim or look.mood != "held":
            look.anim, look.ticks, look.is_once, look.then, look.mood = anim, 0, is_once, "idle", "held"

    def turn(self, session: Session, who: str, facing: Facing) -> None:
        entity = session.find(who)
        if entity:
            session.world.get(entity, Place).facing = facing

    # ---- falling, and coming back

    def drop(self, session: Session) -> None:
        """The lid has given way under her."""
        self.falls += 1
        self.fall_ticks = 1
        self.holds_her = True
        self.is_below = True
        session.story.count("falls_on_stage")
        look = session.world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.mood = "flap", 0, False, "held"
        session.place.facing = Facing.DOWN
        session.news.tell(Heard("trapdoor", session.place.x, session.place.y))
        session.news.tell(Heard("mole_gasp", 560.0, 560.0, 0.8))
        self._cry(session, "miss")

    def _fall(self, session: Session) -> None:
        """She hangs in the air for a moment, as people do, and comes down among the costumes."""
        self.fall_ticks += 1
        t = self.fall_ticks
        place = session.place
        look = session.world.get(session.hero, Look)
        if t < GASP_TICKS:
            place.lift = 6.0 * math.sin(math.pi * t / GASP_TICKS / 2)
        elif t < GONE_TICKS:
            place.lift = 6.0 - 9.0 * (t - GASP_TICKS)
            if t == GASP_TICKS + 1:
                session.fade.goal, session.fade.step = 1.0, 0.14
        elif t == GONE_TICKS:
            look.is_hidden = True
        elif t == DARK_TICKS:
            spawn = session.room.spawns[STORE]
            session.space.move(session.hero, spawn.at.x, spawn.at.y)
            place.x = place.was_x = spawn.at.x
            place.y = place.was_y = spawn.at.y
            place.facing = Facing.DOWN
            place.lift = 70.0
            look.is_hidden = False
            session.fade.goal, session.fade.step = 0.0, 0.08
        elif DARK_TICKS < t <= LANDS_TICKS:
            k = (t - DARK_TICKS) / (LANDS_TICKS - DARK_TICKS)
            place.lift = 70.0 * (1 - k * k)
            if t == LANDS_TICKS:
                place.lift = 0.0
                look.anim, look.ticks = "hurt", 0
                session.news.tell(Heard("hide_in", place.x, place.y))
                session.news.tell(Heard("thrown_land", place.x, place.y, 0.6))
        elif t >= UP_TICKS:
            look.mood, place.lift = "", 0.0
            self.fall_ticks = 0
            self.holds_her = False

    def _look_for_her(self, session: Session) -> None:
        """She may be elsewhere for a while: after a fall, or because she wants to be."""
        place = session.place
        if is_on_boards(place.x, place.y):
            if self.is_below and not self.fall_ticks:
                self.is_below = False
                self.clap(session, 0.5, is_heard=True)
            self.away_ticks = 0
            return
        if self.may_be_away():
            return
        self.away_ticks += 1
        walked_off = place.y > OUT_Y and not self.is_below
        if walked_off or self.away_ticks > AWAY_TICKS * (2 if self.is_below else 1):
            self.is_left = True
            self._end(session)

    def may_be_away(self) -> bool:
        """Whether leaving the stage is part of it."""
        return False

    # ---- the picture, and the end

    def _aim(self, session: Session) -> None:
        """The picture keeps stage and footlights in sight; below and in the house it follows her."""
        place = session.place
        if is_on_boards(place.x, place.y) and not self.is_over:
            x = min(max((place.x + self.goal_x(session)) / 2, place.x - IN_SIGHT_PX), place.x + IN_SIGHT_PX)
            session.gaze = Gaze(min(max(x, CAMERA_X[0]), CAMERA_X[1]), CAMERA_Y, 6.0)
        else:
            session.gaze = None

    def goal_x(self, session: Session) -> float:
        """Where on the stage she is wanted: the nearest lamp that is on, or where she is."""
        her = session.place.x
        return min((x for x, _, _, level, _ in self.beams if level > LIT), key=lambda x: abs(x - her), default=her)

    def _end(self, session: Session) -> None:
        """The music is out, or she is: the curtain."""
        self.dusk_goal = 0.0
        if self.closes() or self.is_left:
            self.draw_curtain(session, False)
        if self.is_left or self.ticks >= LAST_TICK + BEAT_TICKS * 2:
            self.holds_her = False
            self.is_over = True
            session.gaze = None
            for who in DUO:
                self.pose(session, who, "")
                entity = session.find(who)
                if entity:
                    walker = session.world.get(entity, Walker)
                    walker.wish_x = walker.wish_y = 0.0
                    session.world.get(entity, Person).home_facing = Facing.DOWN
                    session.space.haunt(entity, False)
            her = session.world.get(session.hero, Look)
            her.mood, her.is_hidden = "", False
            session.place.lift = 0.0
            if self.is_left:
                session.news.tell(MusicCued("none"))
            # The house goes on with the curtain as it is now.
            session.act = House(
                curtain=self.curtain,
                curtain_goal=self.curtain_goal,
                dusk=self.dusk,
                dusk_goal=0.0,
                applause=self.applause,
            )

    def closes(self) -> bool:
        """Whether the curtain falls when it is over."""
        return True
