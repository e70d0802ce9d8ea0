"""The mouse circus: she stands on the mark, catches what the cannons throw and throws it on, in time with the band.

112.5 beats a minute: a beat is 32 ticks, a bar four beats, the show 24 bars. "The beat is the big one": the drum on four. Nobody
can fail: what is missed is a squeak and a bulb that stays dark. What comes when is the ``chart``; how it is judged is here too.
The act lasts from her first step onto the mark till the mice have gone; the beat of the story says which ``part`` is on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.core.intent import STICK, Action
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Judged
from game.sim.parts import Look, Moving, Place

if TYPE_CHECKING:
    from game.sim.session import Session

BEAT_TICKS = 32
BAR_TICKS = 4 * BEAT_TICKS
BARS = 24
SECTIONS = (
    ("march", 1),
    ("ring", 3),
    ("star", 7),
    ("pyramid", 11),
    ("cross", 13),
    ("spiral", 17),
    ("hello", 21),
    ("bow", 24),
)
"""(formation, the bar it begins in)."""
ROUND = (1, 2, 4, 3)
"""The cannons clockwise from the top left: 1 and 2 behind her, 3 and 4 before her."""
WAYS = {1: Vec(-1, -1), 2: Vec(1, -1), 3: Vec(-1, 1), 4: Vec(1, 1)}
OPPOSITE = {1: 4, 2: 3, 3: 2, 4: 1}
WINDOW_TICKS = {"storybook": 16.0, "brave": 10.0, "beldam": 7.0}
WIDEST_TICKS = 15.0
"""No wider, or a press would mean two beats."""
GOLD = 0.45
"""Within this part of the window it is not only right but perfect."""
HEARD_LATE_TICKS = 2
"""From the cue of the music to the ear."""
FACES = 0.38
"""Cosine: she may point 67 degrees off a cannon. Left is good enough for both on the left."""
CAUGHT, PERFECT, MISSED = "good", "perfect", "miss"
HOP_TICKS, HOP_PX = 22, 20.0
SAY_EVERY = 6
"""He cries "Perfect" at every so many in a row."""
SIGH_TICKS = 420
LATE_TICKS = 14
"""So long after the window a press is still told that it was late."""
LONG, SHORT = 96, 48
"""Ticks that a ball is on its way: three bounces, or straight."""


@dataclass(frozen=True)
class Cue:
    """Something to do at ``tick`` of the part: catch or throw (with a ``cannon``), dodge or bow.

    Its ball is fired ``lead`` ticks before.
    """

    tick: int
    kind: str
    cannon: int = 0
    lead: int = SHORT


def at_beat(bar: int, beat: float) -> int:
    """The tick of a beat of a bar, both counted from 1."""
    return round(((bar - 1) * 4 + (beat - 1)) * BEAT_TICKS)


def chart(turn: int = 0, is_mirrored: bool = False) -> tuple[Cue, ...]:
    """What the show asks for. Another ``turn`` (0..3) begins at another cannon, ``is_mirrored`` goes round the other way."""
    ring = ROUND[::-1] if is_mirrored else ROUND

    def cannon(n: int) -> int:
        return ring[(n + turn) % 4]

    cues: list[Cue] = []
    for i, bar in enumerate(range(3, 7)):
        cues.append(Cue(at_beat(bar, 4), "catch", cannon(i), LONG))
    for i, bar in enumerate(range(7, 11)):
        cues.append(Cue(at_beat(bar, 2), "catch", cannon(i), 2 * BEAT_TICKS))
        cues.append(Cue(at_beat(bar, 4), "throw", OPPOSITE[cannon(i)]))
    for bar in (11, 12):
        cues.append(Cue(at_beat(bar, 4), "bow"))
    for i, bar in enumerate(range(13, 17)):
        cues.append(Cue(at_beat(bar, 2), "dodge"))
        cues.append(Cue(at_beat(bar, 4), "catch", cannon(2 * i + i // 2), 2 * BEAT_TICKS))
    for n in range(16):
        cues.append(Cue(at_beat(17, 1) + n * BEAT_TICKS, "throw" if n % 2 else "catch", cannon(n)))
    for i, bar in enumerate(range(21, 24)):
        cues.append(Cue(at_beat(bar, 2), "catch", cannon(2 * i), 2 * BEAT_TICKS))
        cues.append(Cue(at_beat(bar, 4), "throw", cannon(2 * i + 1)))
    cues.append(Cue(at_beat(24, 4), "bow"))
    return tuple(cues)


def rehearsal() -> tuple[Cue, ...]:
    """Four bars before the show, to drums alone: each thing to do comes in them."""
    return (
        Cue(at_beat(1, 4), "catch", 1, LONG),
        Cue(at_beat(2, 4), "catch", 2, LONG),
        Cue(at_beat(3, 2), "catch", 4, 2 * BEAT_TICKS),
        Cue(at_beat(3, 4), "throw", 1),
        Cue(at_beat(4, 2), "dodge"),
        Cue(at_beat(4, 4), "bow"),
    )


REHEARSAL_BARS = 4
STANDS_PX = Vec(160.0, 92.0)
"""Where the cannons stand in the show, from the mark: all four are in the picture there."""
ROLL_PX = 1.6
ALL = len(chart())


@dataclass
class Circus(Act):
    """``part``: wait, rehearse, show, done, picture, cheer or rest; ``since`` ticks of it.

    ``verdicts`` are one for each cue, "" = open.
    """

    mark: Vec = Vec(432, 464)  # frozen
    cannons: tuple[Vec, ...] = ()
    """Where they stand now."""
    homes: tuple[Vec, ...] = ()
    ringmaster: Vec = Vec(236, 464)  # frozen
    part: str = "wait"
    since: int = 0
    cues: tuple[Cue, ...] = ()
    verdicts: list[str] = field(default_factory=list)
    off_ticks: list[int] = field(default_factory=list)
    """How early (-) or late each was met."""
    passes: int = 0
    faced: int = 0
    """Balls of this part that were met the right way round."""
    best: int = 0
    way_x: float = 0.0
    way_y: float = 1.0
    has_ball: bool = False
    streak: int = 0
    longest: int = 0
    hop: int = 0
    pose_left: int = 0
    pressed_early: int = -1
    sighed: int = -10_000
    holds_her: bool = True
    is_hushed: bool = True
    keeps_time: bool = False

    # ---- what the story and the eye ask

    def begin(self, part: str, cues: tuple[Cue, ...] = ()) -> None:
        """Another part: its ticks begin at 0 with the next tick."""
        self.part, self.since = part, 0
        self.keeps_time = part in ("show", "rehearse")
        if cues:
            self.cues, self.verdicts, self.off_ticks = cues, [""] * len(cues), [0] * len(cues)
            self.streak = self.longest = self.faced = 0
            self.has_ball = False

    @property
    def hits(self) -> int:
        return sum(v in (CAUGHT, PERFECT) for v in self.verdicts)

    @property
    def golds(self) -> int:
        return sum(v == PERFECT for v in self.verdicts)

    @property
    def section(self) -> str:
        """The formation that is on in the show."""
        bar = self.since // BAR_TICKS + 1
        return [name for name, first in SECTIONS if first <= bar][-1] if self.part == "show" else self.part

    def next_cue(self) -> int:
        """The number of the first cue that is still open; -1 when all is done."""
        return next((i for i, v in enumerate(self.verdicts) if not v), -1)

    def window(self, session: Session) -> float:
        """Ticks that she may be early or late."""
        rules = session.rules
        wide = WINDOW_TICKS.get(rules.difficulty, 10.0) * rules.show_window
        return min(wide, WIDEST_TICKS)

    # ---- a tick

    def tick(self, session: Session) -> None:
        """Looks where the stick points, judges what is pressed, lets go by what was not met."""
        self.since += 1
        if self.homes:
            self._roll(session)
        if not self.holds_her:
            return
        self._look_round(session)
        self._move_her(session)
        if self.part == "rehearse":
            self._drum(session)
        if self.part not in ("show", "rehearse"):
            return
        self._hand_over(session)
        self._judge(session)
        window = self.window(session)
        for i, cue in enumerate(self.cues):
            if not self.verdicts[i] and self.since - HEARD_LATE_TICKS > cue.tick + window:
                self._missed(session, i, cue)
        bars = BARS if self.part == "show" else REHEARSAL_BARS
        if self.since >= bars * BAR_TICKS + BEAT_TICKS:
            self._ends(session)

    def _roll(self, session: Session) -> None:
        """The cannons come nearer for the show, and go home after it."""
        near = self.part not in ("wait", "rest")
        now = []
        for n, (at, home) in enumerate(zip(self.cannons, self.homes), 1):
            way = WAYS[n]
            goal = self.mark + Vec(way.x * STANDS_PX.x, way.y * STANDS_PX.y) if near else home
            left = goal - at
            at = goal if left.length <= ROLL_PX else at + at.toward(goal) * ROLL_PX
            now.append(at)
            picture = session.find(f"cannon_picture_{n}")
            if picture and left.length > 0.01:
                move_furniture(session, picture, at - home)
        self.cannons = tuple(now)

    def _ends(self, session: Session) -> None:
        """The show is over; a rehearsal in which no ball was met the right way round is played again, twice at most."""
        if self.part == "rehearse" and self.faced == 0 and self.passes < 2:
            self.passes += 1
            self._cry(session, "once_more")
            self.begin("rehearse", self.cues)
            return
        self.part, self.since, self.keeps_time = "done", 0, False

    def _look_round(self, session: Session) -> None:
        intent = session.intent
        for x, y in ((intent.x, intent.y), (intent.aim_x, intent.aim_y)):
            tilt = math.hypot(x, y)
            if tilt > 0.4 * STICK:
                self.way_x, self.way_y = x / tilt, y / tilt
        place = session.place
        if abs(self.way_x) > 0.3:
            place.facing = Facing.RIGHT if self.way_x > 0 else Facing.LEFT
        else:
            place.facing = Facing.DOWN if self.way_y > 0 else Facing.UP

    def _move_her(self, session: Session) -> None:
        """She hops where she stands, and holds her hands as the moment wants it."""
        place = session.world.get(session.hero, Place)
        if self.hop:
            k = self.hop / HOP_TICKS
            place.lift = HOP_PX * 4 * k * (1 - k)
            self.hop -= 1
        else:
            place.lift = 0.0
        look = session.world.get(session.hero, Look)
        if look.mood != "show":
            return
        if self.pose_left:
            self.pose_left -= 1
            return
        rest = "aim_empty" if self.has_ball else "catch_ready" if self._is_near("catch") else "idle"
        if look.anim != rest:
            look.anim, look.ticks = rest, 0

    def _is_near(self, kind: str) -> bool:
        i = self.next_cue()
        return i >= 0 and self.cues[i].kind == kind and self.cues[i].tick - self.since < 40

    def _pose(self, session: Session, anim: str, ticks: int) -> None:
        look = session.world.get(session.hero, Look)
        if look.mood == "show":
            look.anim, look.ticks = anim, 0
            self.pose_left = ticks

    def _drum(self, session: Session) -> None:
        """Three taps and a big one, while there is no band."""
        if self.since % BEAT_TICKS == 0:
            big = self.since // BEAT_TICKS % 4 == 3
            session.news.tell(
                Heard("drum_beat" if big else "wood_thud", self.mark.x, self.mark.y - 40, 1.0 if big else 0.4)
            )

    def _hand_over(self, session: Session) -> None:
        """A cannon goes off; before a throw she has a ball in her hands, and be it a mouse that tosses it to her."""
        for i, cue in enumerate(self.cues):
            if cue.kind == "catch" and self.since == cue.tick - cue.lead and self.cannons:
                at = self.cannons[cue.cannon - 1]
                session.news.tell(Heard("cannon_pop", at.x, at.y, 0.6))
            if cue.kind == "throw" and not self.verdicts[i] and 0 <= cue.tick - self.since <= BEAT_TICKS // 2:
                if not self.has_ball:
                    self.has_ball = True
                return

    # ---- judging

    def _judge(self, session: Session) -> None:
        pressed = session.intent.pressed
        if not pressed:
            return
        now = self.since - HEARD_LATE_TICKS
        window = self.window(session)
        for i, cue in enumerate(self.cues):
            if self.verdicts[i] or abs(now - cue.tick) > window:
                continue
            if not self._is_key(session, cue):
                self._wrong(session, i, now - cue.tick, "key")
            elif session.rules.difficulty == "beldam" and not self._faces(cue):
                self._wrong(session, i, now - cue.tick, "way")
            else:
                self._met(session, i, cue, now - cue.tick, window)
            return
        i = self._just_missed(now, window)
        if i >= 0:
            session.news.tell(Judged("late", i, now - self.cues[i].tick))
            return
        i = self.next_cue()
        if i >= 0 and 0 < self.cues[i].tick - now < BEAT_TICKS:
            self.pressed_early = i
            session.news.tell(Judged("early", i, now - self.cues[i].tick))
        elif pressed & (Action.INTERACT | Action.THROW):
            session.news.tell(Judged("clap", -1, 0))
            session.news.tell(Heard("tag", self.mark.x, self.mark.y, 0.4))

    def _just_missed(self, now: int, window: float) -> int:
        """The number of the cue that this press was meant for and came too late for, or -1."""
        late = (i for i, c in enumerate(self.cues) if 0 < now - c.tick <= window + LATE_TICKS)
        return next((i for i in late if self.verdicts[i] == MISSED), -1)

    def _wrong(self, session: Session, i: int, off: int, why: str) -> None:
        session.news.tell(Heard("mouse_squeak", self.mark.x, self.mark.y, 0.6))
        session.news.tell(Judged("wrong", i, off, why))

    def _is_key(self, session: Session, cue: Cue) -> bool:
        """Whether the right button is down."""
        pressed = session.intent.pressed
        if cue.kind == "dodge":
            return bool(pressed & Action.DODGE) or (
                session.rules.difficulty == "storybook" and bool(pressed & (Action.INTERACT | Action.THROW))
            )
        return bool(pressed & (Action.INTERACT | Action.THROW))

    def _faces(self, cue: Cue) -> bool:
        """Whether she points where the ball comes from, or is to go."""
        if not cue.cannon:
            return True
        way = WAYS[cue.cannon]
        return (self.way_x * way.x + self.way_y * way.y) / way.length > FACES

    def _met(self, session: Session, i: int, cue: Cue, off: int, window: float) -> None:
        """In time is white; gold is in time to a hair, and the right way round. The gentlest rules do not ask which way."""
        is_faced = session.rules.difficulty == "storybook" or self._faces(cue)
        self.faced += bool(cue.cannon) and is_faced
        is_gold = is_faced and abs(off) <= window * GOLD and self.pressed_early != i
        self.verdicts[i] = PERFECT if is_gold else CAUGHT
        self.off_ticks[i] = off
        self.streak += 1
        self.longest = max(self.longest, self.streak)
        session.news.tell(Judged(self.verdicts[i], i, off, "" if is_faced else "way"))
        x, y = self.mark.x, self.mark.y
        if cue.kind == "catch":
            self.has_ball = True
            self._pose(session, "catch", 16)
            session.news.tell(Heard("ball_catch", x, y, 0.8))
            if not self._throws_next(i):
                self.has_ball = False  # up it goes, to the mice
        elif cue.kind == "throw":
            self.has_ball = False
            self._pose(session, "throw", 16)
            session.news.tell(Heard("throw_whoosh", x, y, 0.8))
        elif cue.kind == "dodge":
            self.hop = HOP_TICKS
            self._pose(session, "dodge", 17)
            session.news.tell(Heard("dodge", x, y))
        else:
            self._pose(session, "lift", 23)
            session.news.tell(Heard("cloth_turn", x, y, 0.7))
        if is_gold:
            session.news.tell(Heard("bulb_lit", x, y, 0.7))
        if self.part == "show" and ((self.streak == 1 and self.hits == 1) or self.streak % SAY_EVERY == 0):
            self._cry(session, "good")

    def _throws_next(self, i: int) -> bool:
        return i + 1 < len(self.cues) and self.cues[i + 1].kind == "throw"

    def _missed(self, session: Session, i: int, cue: Cue) -> None:
        self.verdicts[i] = MISSED
        self.streak = 0
        if cue.kind == "throw":
            self.has_ball = False
        session.news.tell(Judged(MISSED, i, 0))
        session.news.tell(Heard("mouse_squeak", self.mark.x, self.mark.y, 0.8))
        if self.part == "show" and self.ticks - self.sighed > SIGH_TICKS:
            self.sighed = self.ticks
            self._cry(session, "miss")

    def _cry(self, session: Session, what: str) -> None:
        keys = session.content.words.numbered(f"beats.mouse_circus.{what}")
        if keys:
            n = session.story.count(f"cried.circus_{what}") - 1
            session.cry("other_bobinsky", keys[n % len(keys)], self.ringmaster)


def move_furniture(session: Session, entity: int, off: Vec) -> None:
    """Shows a thing of the map so far from where the map put it. What it stands in the way of stays where it was."""
    place = session.world.get(entity, Place)
    moving = session.world.find(entity, Moving)
    if moving is None:
        moving = Moving(place.x, place.y)
        session.world.add(entity, moving)
    place.was_x, place.was_y = place.x, place.y
    place.x, place.y = moving.home_x + off.x, moving.home_y + off.y
