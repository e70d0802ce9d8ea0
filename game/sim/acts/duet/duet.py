"""The duet: she steps tile by tile on the boards, and two performers step after her, each the wrong way round.

A turn is a step of hers (board.py says what comes of it). Undoing and beginning again are free. Light that finds her stepping
fetches her off with the hook, and the last three steps with her. Leaving is possible at any time; the board waits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.core.geometry import TILE, Facing, Vec
from game.core.intent import STICK, Action
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK, WAYS, State, Step
from game.sim.acts.duet.boards import BOARDS
from game.sim.acts.duet.lights import Beam, sweep
from game.sim.acts.duet.mishaps import DONE, FALL, PLAY, STEP_TICKS, Mishaps
from game.sim.acts.duet.stage import DUO, Interval
from game.sim.happenings import Heard
from game.sim.parts import Gaze, Look, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

SNAP_PX = 8.0
"""A step covers so much a tick: she is there before one has thought about it."""
REPEAT_TICKS = 18
"""A way that is held steps again after so long."""
EARLY_TICKS = 6
"""A way pressed so long before she has landed counts."""
HOP_PX = 7.0
BUMP_TICKS = 8
UNDO_TICKS, UNDO_EVERY = 5, 9
LEAVE_TICKS = 44
"""So long dodge is held to step down from the boards."""
ENTER_TICKS = 22
TILT = 0.5
PEEK_TILT = 0.2
"""A stick tilted less than a step wants, but so much, looks that way."""
LONG_TRY = 12
"""Beginning again after so many steps counts as a try in vain."""
DONE_TICKS = 112
NOTES = "abcdefgh"
"""The notes of the tune, sounds by their last letter; every step plays the next one."""
NOTE_GAP_TICKS = 9
FACING = {"L": Facing.LEFT, "R": Facing.RIGHT, "U": Facing.UP, "D": Facing.DOWN}


@dataclass
class Duet(Mishaps):
    """A board under way. ``past`` every position since it began, for undoing."""

    past: list[State] = field(default_factory=list)
    is_back: bool = False
    """The step under way goes back."""
    early_ticks: int = 0
    way: str = ""
    """The way the stick is held, and for how long."""
    way_ticks: int = 0
    bumps: list[int] = field(default_factory=lambda: [0, 0, 0])
    """Ticks each still shakes his head at a wall."""
    bump_way: str = "D"
    peek: str = ""
    """The way she looks before she leaps; every way while the stone is held up: "all"."""
    undo_ticks: int = 0
    leave_ticks: int = 0
    steps: int = 0
    resets: int = 0
    is_left: bool = False
    is_solved: bool = False
    columns: tuple[tuple[float, float, float, float], ...] = ()
    """Lit columns: (x of its middle, y of its top, px deep, level 0..1)."""
    feet: tuple[tuple[float, float, float, str], ...] = ()
    holds_her: bool = True
    is_hushed: bool = True
    takes_cat: bool = True
    dusk_goal: float = 1.0
    can_slip: ClassVar[bool] = True

    def slip(self, session: Session) -> None:
        """The shortest end of it, as if she had found it."""
        state = self.board.start
        for way in self.board.solve() or "":
            state = self.board.step(state, way).state
        self.last = self.now = state
        self.step_ticks, self.is_back, self.falls = STEP_TICKS, False, ()
        session.world.get(session.hero, Look).is_hidden = False
        self._finish(session)

    # ---- the board

    def lights(self, session: Session) -> tuple[Beam, ...]:
        """The followspots as they are now."""
        lamps = BOARDS[self.number].lights
        if not lamps:
            return ()
        rules = session.rules
        return tuple(
            sweep(i, self.ticks, self.board.width, rules.show_window * rules.windup, rules.no_sway)
            for i in range(min(lamps + self.souls, 3))
        )

    def foresee(self, way: str) -> Step:
        """What a step that way would come to."""
        return self.board.step(self.now, way)

    # ---- a tick

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            self._begin(session)
        self.tally_ticks += 1
        self.phase_ticks += 1
        self.step_ticks += 1
        self.bumps = [max(n - 1, 0) for n in self.bumps]
        self.breathe()
        self._shine(session)
        getattr(self, f"_{self.phase}")(session)
        if not self.is_over:
            self._aim(session)

    def _begin(self, session: Session) -> None:
        self.now = self.last = self.board.start
        self.past = []
        for who in DUO:
            if session.find(who):
                session.space.haunt(session.find(who), True)
        session.space.haunt(session.hero, True)
        self.from_x, self.from_y = session.place.x, session.place.y
        session.news.tell(Heard("spotlight", session.place.x, session.place.y, 0.7))
        if self.board.traps:
            session.news.tell(Heard("trapdoor", session.place.x, session.place.y, 0.7))

    def _enter(self, session: Session) -> None:
        """Everybody to their places, at a run."""
        k = min(self.phase_ticks / ENTER_TICKS, 1.0)
        goal = self.foot(self.now[HER])
        x, y = self.from_x + (goal.x - self.from_x) * k, self.from_y + (goal.y - self.from_y) * k
        far = math.hypot(goal.x - self.from_x, goal.y - self.from_y)
        self._stand(session, session.hero, x, y, "walk" if k < 1 and far > 6 else "idle")
        session.place.facing = Facing.UP
        for who in (SPINK, FORCIBLE):
            self._glide(session, who, 0.22)
        if self.phase_ticks >= ENTER_TICKS:
            self._turn(PLAY)
            self._place_all(session)

    # ---- stepping

    def _play(self, session: Session) -> None:
        intent = session.intent
        x, y = intent.x / STICK, intent.y / STICK
        far = max(abs(x), abs(y))
        held = ("L" if x < 0 else "R") if abs(x) >= abs(y) else "U" if y < 0 else "D"
        looks = session.held(Action.STONE) or session.held(Action.SNEAK)
        wants = held if far >= TILT and not looks else ""
        self.peek = ("all" if far < PEEK_TILT else held) if looks else held if PEEK_TILT <= far < TILT else ""
        self.early_ticks = max(self.early_ticks - 1, 0)
        is_fresh = bool(wants) and wants != self.way
        self.way_ticks = self.way_ticks + 1 if wants and not is_fresh else 0
        self.way = wants
        if is_fresh:
            self.early, self.early_ticks = wants, EARLY_TICKS
        if self._goes_back(session):
            return
        if self.step_ticks >= STEP_TICKS:
            if self.early_ticks and self.early:
                way, self.early = self.early, ""
                self._step(session, way)
            elif wants and self.way_ticks >= REPEAT_TICKS:
                self.way_ticks = REPEAT_TICKS - STEP_TICKS - 2
                self._step(session, wants)
        self._place_all(session)
        if self.board.is_done(self.now) and self.step_ticks == STEP_TICKS - 2:
            self._finish(session)

    def _goes_back(self, session: Session) -> bool:
        """Undo, again, and off the boards altogether."""
        self.undo_ticks = self.undo_ticks + 1 if session.held(Action.INTERACT) else 0
        if session.pressed(Action.CAT):
            self.told.append("cat")
        if session.pressed(Action.DODGE):
            self._again(session)
        self.leave_ticks = self.leave_ticks + 1 if session.held(Action.DODGE) else 0
        if self.leave_ticks >= LEAVE_TICKS:
            self.is_left = True
            self._end(session)
            return True
        presses = session.pressed(Action.INTERACT) or (
            self.undo_ticks > REPEAT_TICKS and self.undo_ticks % UNDO_EVERY == 0
        )
        if presses and self.past and self.step_ticks >= 4:
            self._undo(session, 1)
        return False

    def _undo(self, session: Session, many: int) -> None:
        self.last = self.now
        for _ in range(min(many, len(self.past))):
            self.now = self.past.pop()
        self.steps = len(self.past)
        self.is_back, self.step_ticks, self.early = True, 0, ""
        session.news.tell(Heard("thread_pull", session.place.x, session.place.y, 0.5))

    def _again(self, session: Session) -> None:
        """From the top, please."""
        if not self.past:
            return
        self.last, self.now = self.now, self.board.start
        if len(self.past) >= LONG_TRY:
            session.story.count("tries")
        self.past, self.is_back, self.step_ticks, self.early = [], True, 0, ""
        self.steps = 0
        self.resets += 1
        session.news.tell(Heard("cloth_turn", session.place.x, session.place.y, 0.8))

    def _step(self, session: Session, way: str) -> None:
        session.place.facing = FACING[way]
        self.bump_way = way
        lit = {beam.column for beam in self.lights(session) if beam.is_lit}
        step = self.board.step(self.now, way)
        if step.falls is None:
            self.bumps[HER] = BUMP_TICKS
            self.step_ticks = STEP_TICKS - BUMP_TICKS
            self.last = self.now
            session.news.tell(Heard("wood_thud", session.place.x, session.place.y, 0.35))
            self.told.append("blocked")
            return
        if {self.now[HER][0], step.state[HER][0]} & lit:
            self._seen(session)
            return
        self.last = self.now
        self.past.append(self.now)
        self.now = step.state
        self.is_back, self.step_ticks = False, 0
        self.steps = len(self.past)
        for who in (SPINK, FORCIBLE):
            if self.now[who] == self.last[who]:
                self.bumps[who] = BUMP_TICKS
        place = session.place
        session.news.tell(Heard(f"heel_note_{NOTES[(len(self.past) - 1) % len(NOTES)]}", place.x, place.y, 0.55))
        self.told.append(f"step_{way}")
        if step.falls:
            self.falls = step.falls
            self._turn(FALL)

    def _place_all(self, session: Session) -> None:
        """Everybody where this tick of the step has them: there in four ticks, a hop, and a heel put down."""
        ticks = UNDO_TICKS if self.is_back else TILE / SNAP_PX
        k = min(self.step_ticks / ticks, 1.0)
        for who in (HER, SPINK, FORCIBLE):
            entity = session.hero if who == HER else session.find(DUO[who - SPINK])
            if not entity:
                continue
            a, b = self.foot(self.last[who]), self.foot(self.now[who])
            has_gone = self.last[who] != self.now[who]
            x, y = a.x + (b.x - a.x) * k, a.y + (b.y - a.y) * k
            if self.bumps[who]:
                dx, dy = self._way_of(who)
                push = 3.0 * math.sin(math.pi * self.bumps[who] / BUMP_TICKS)
                x, y = x + dx * push, y + dy * push
            lift = HOP_PX * math.sin(math.pi * k) if has_gone and k < 1 else 0.0
            lands = has_gone and not self.is_back and self.step_ticks == int(ticks)
            if has_gone and self.step_ticks == 0:
                session.world.get(entity, Look).anim = ""  # every step is put down anew
            self._stand(session, entity, x, y, self._anim_of(who, has_gone), lift)
            if who != HER and has_gone and not self.is_back:
                session.world.get(entity, Place).facing = Facing.of(b.x - a.x, b.y - a.y)
            elif who != HER and self.bumps[who]:
                session.world.get(entity, Place).facing = Facing.of(*self._way_of(who))
            if lands:
                session.news.tell(Heard("heel_click", x, y, 0.75 if who == HER else 0.45))

    def _anim_of(self, who: int, has_gone: bool) -> str:
        """A step, a wall met, a mark stood on, or nothing."""
        if has_gone and self.step_ticks < STEP_TICKS:
            return "walk" if self.is_back else "hop" if who == HER else "step"
        if who != HER and self.bumps[who]:
            return "duet_stuck"
        return "duet_mark" if who != HER and self.now[who] == self.board.marks[who - SPINK] else "idle"

    def _way_of(self, who: int) -> tuple[float, float]:
        """The way somebody means to go when she means to go ``bump_way``."""
        dx, dy = WAYS[self.bump_way]
        return (-dx, dy) if who == SPINK else (dx, -dy) if who == FORCIBLE else (dx, dy)

    # ---- light

    def _shine(self, session: Session) -> None:
        """What of the lights is to be seen: a pool a tile wide the whole depth of the board, and the footlight below it."""
        columns, feet = [], []
        for i, beam in enumerate(self.lights(session)):
            x = self.foot((beam.column, 0)).x
            if beam.is_lit:
                columns.append((x, self.corner.y, float(self.board.height * TILE), min(beam.lit * 8, 1.0)))
            if beam.told:
                feet.append((x, 40.0, 0.35 + 0.65 * beam.told, "red"))
                if self.phase == PLAY and 0 < beam.told < 0.02 and not beam.is_lit:
                    session.news.tell(Heard("rope_creak", x, 380.0, 0.35))
            if beam.is_lit and beam.lit > 0.985:
                session.news.tell(Heard("spotlight", x, 200.0, 0.5 - 0.1 * i))
        self.columns, self.feet = tuple(columns), tuple(feet)

    def _finish(self, session: Session) -> None:
        """Both on their marks: the tune, from its first note to its last."""
        self.is_solved = True
        self._turn(DONE)
        self.feet = ()

    def _done(self, session: Session) -> None:
        t = self.phase_ticks
        self._place_all(session)
        for who in (SPINK, FORCIBLE):
            entity = session.find(DUO[who - SPINK])
            if entity and t > 12:
                at = self.foot(self.now[who])
                self._stand(session, entity, at.x, at.y, "duet_mark" if t < 40 else "bow")
                session.world.get(entity, Place).facing = Facing.DOWN
        if t % NOTE_GAP_TICKS == 0 and t // NOTE_GAP_TICKS < len(NOTES):
            session.news.tell(Heard(f"heel_note_{NOTES[t // NOTE_GAP_TICKS]}", session.place.x, session.place.y, 0.9))
        if t >= DONE_TICKS:
            self._end(session)

    def _end(self, session: Session) -> None:
        self.is_over = True
        self.holds_her = False
        session.gaze = None
        for entity in (session.hero, *(session.find(who) for who in DUO)):
            if not entity:
                continue
            look, place = session.world.get(entity, Look), session.world.get(entity, Place)
            look.mood, look.is_hidden, place.lift = "", False, 0.0
            walker = session.world.get(entity, Walker)
            walker.wish_x = walker.wish_y = 0.0
        session.space.haunt(session.hero, False)
        after = Interval(number=self.number, souls=self.souls, is_waiting=False)
        self.hand_over(after)
        session.act = after

    def _aim(self, session: Session) -> None:
        middle = self.corner + Vec(self.board.width * TILE / 2, self.board.height * TILE / 2)
        session.gaze = Gaze(middle.x, min(middle.y - 12, 250.0), 6.0)
