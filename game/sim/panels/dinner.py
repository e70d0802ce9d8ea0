"""Dinner that comes round by itself: a toy train runs along the rim of the table, and she takes, or sends along.

Six wagons, three places apart, on eighteen places; hers is place 0, the hatch behind which dishes change is place 9. Whoever
wants something shows it as a picture. Nothing can be spoiled: a wrong dish is laughed about, and what is missed comes round again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

PLACES, WAGONS, APART = 18, 6, 3
PART = 720
"""Parts of a place, so that every pace is a whole number a tick."""
PACE_TICKS = {"storybook": 26, "brave": 20, "beldam": 15}
"""Ticks a place; each course one tick less, down to three quarters."""
HERS = 3 * PART // 2
"""Her place is three wide: a wagon is hers for three times its pace."""
HATCH = 9 * PART
ROUND = PLACES * PART
COMES = 3 * PART
"""What is said of a dish is said so long before it is hers."""
SERVED_TICKS = 74
LANDS_TICKS = 30
OPENS_TICKS = 60
WAITS_TICKS = 1500
"""After so long without the right one somebody helps."""
TAKE, SEND = Action.INTERACT, Action.DODGE | Action.THROW
YOU, FATHER, MOTHER = "you", "father", "mother"


@dataclass(frozen=True)
class Course:
    """``guest`` wants ``dish``, among ``others``; ``before`` is said as it comes, ``after`` when it was served."""

    guest: str
    dish: str
    others: tuple[str, ...]
    before: str = ""
    after: str = ""
    turns: bool = False
    """The train runs the other way round."""


COURSES = (
    Course(YOU, "pie", ("gravy", "loaf", "milk", "jelly_moon", "tea"), before="pie"),
    Course(FATHER, "sprouts", ("peas", "fish", "soup_green", "loaf", "gravy"), after="sprouts"),
    Course(YOU, "soup", ("soup_green", "peas", "tea", "fish", "milk"), before="soup"),
    Course(MOTHER, "plate", ("box", "pie", "soup", "loaf", "tea")),
    Course(FATHER, "jelly_cat", ("jelly_house", "jelly_star", "jelly_moon", "jelly_key", "jelly_mouse"), turns=True),
    Course(YOU, "cake", ("gravy", "milk", "loaf", "jelly_star", "fish"), before="cake"),
)
SERVES = ("took", "sent", "helped")
"""What may come of a press by which a course is over."""
LOCKED = "box"
"""It goes by. It is not for tonight."""


@dataclass
class DinnerPanel(Panel):
    """``along`` parts of a place that wagon 0 has gone; ``way`` 1 or -1; ``dishes`` on the wagons; ``course`` of COURSES.

    ``taken`` and ``sent`` count what was meant for her, ``laughs`` what went wrong; ``last`` is what came of the last press:
    took, sent, helped, wrong or locked (``why`` wrong: theirs, not_mine, not_theirs), with its dish, to whom it went, and the
    ticks since. ``cue`` is for the beat to say.
    """

    ticks: int = 0
    along: int = -HATCH
    way: int = 1
    dishes: list[str] = field(default_factory=lambda: [""] * WAGONS)
    tray: list[str] = field(default_factory=list)
    course: int = -1
    course_ticks: int = 0
    said: bool = False
    cue: str = ""
    last: str = ""
    last_dish: str = ""
    last_to: str = ""
    last_from: int = 0
    last_ticks: int = 0
    taken: int = 0
    sent: int = 0
    laughs: int = 0
    why: str = ""
    wrong_here: int = 0
    is_over: bool = False

    @property
    def now(self) -> Course:
        return COURSES[min(max(self.course, 0), len(COURSES) - 1)]

    @property
    def is_serving(self) -> bool:
        """Whether a press would do something."""
        is_on_its_way = self.last in SERVES and self.last_ticks < SERVED_TICKS
        return self.course >= 0 and not self.is_over and not is_on_its_way

    @property
    def kept(self) -> int:
        """How many courses are where they belong: it only ever grows."""
        is_landed = self.last in SERVES and LANDS_TICKS < self.last_ticks < SERVED_TICKS
        return len(COURSES) if self.is_over else max(self.course, 0) + is_landed

    def place_of(self, wagon: int) -> int:
        """Parts of a place from hers, -9 to 9 places; negative = still coming."""
        at = (self.along + wagon * APART * PART) % ROUND
        at = at - ROUND if at > HATCH else at
        return at * self.way

    def wagon_here(self) -> int:
        """The wagon that stands before her, -1 for none."""
        return next((i for i in range(WAGONS) if -HERS <= self.place_of(i) < HERS), -1)

    def work(self, session: Session) -> None:
        """One tick: the train, what is loaded behind the hatch, her hands."""
        self.ticks += 1
        self.last_ticks += 1
        if self.is_over:
            if self.last_ticks > 2 * SERVED_TICKS:
                session.panel = None
            return
        if self.course < 0 and self.ticks >= OPENS_TICKS:
            self._next(session)
        elif self.last in SERVES and self.last_ticks == SERVED_TICKS:
            self._served(session)
        self.course_ticks += 1
        pace = PACE_TICKS[session.rules.difficulty]
        pace = max(pace - max(self.course, 0), pace * 3 // 4)
        before = [self.place_of(i) for i in range(WAGONS)]
        self.along = (self.along + self.way * (PART // pace)) % ROUND
        for i in range(WAGONS):
            if self.place_of(i) < -7 * PART and before[i] > 7 * PART:
                self._load(session, i)
            if before[i] // PART != self.place_of(i) // PART and i == 0:
                _sound(session, "train_chuff", 0.4)
        if self.course >= 0 and self.is_serving:
            self._announce(session)
            self._hands(session)

    # ---- behind the hatch

    def _next(self, session: Session) -> None:
        """The next course: what is wanted, and in which order it comes out."""
        self.course += 1
        self.course_ticks = 0
        self.said = False
        self.wrong_here = 0
        course = self.now
        others = list(course.others)
        for i in range(len(others) - 1, 0, -1):
            k = session.fate.below(i + 1)
            others[i], others[k] = others[k], others[i]
        self.tray = [others[0], course.dish, *others[1:]]
        if course.turns:
            self.way = -self.way
        _sound(session, "train_whistle", 0.5)

    def _load(self, session: Session, wagon: int) -> None:
        if self.course >= 0:
            fresh = self.tray.pop(0) if self.tray else self.dishes[wagon]
            self.dishes[wagon] = fresh
            if self.is_serving and self.now.dish not in self.tray and self.now.dish not in self.dishes:
                self.dishes[wagon] = self.now.dish

    def _announce(self, session: Session) -> None:
        """Says what there is to say of a dish as it comes near, once."""
        course = self.now
        if not self.said and course.before:
            near = [i for i in range(WAGONS) if self.dishes[i] == course.dish and -COMES <= self.place_of(i) < 0]
            if near:
                self.said = True
                self.cue = course.before
        if self.course_ticks >= WAITS_TICKS:
            here = self.wagon_here()
            if here >= 0 and self.dishes[here] == course.dish:
                self._serve(session, here, "helped")

    # ---- her hands

    def _hands(self, session: Session) -> None:
        takes, sends = session.pressed(TAKE), session.pressed(SEND)
        if not takes and not sends:
            return
        here = self.wagon_here()
        dish = self.dishes[here] if here >= 0 else ""
        course = self.now
        if not dish:
            _sound(session, "ui_error", 0.4)
        elif dish == LOCKED:
            self._note("locked", dish, "", here)
            _sound(session, "needle_tick", 0.8)
        elif dish == course.dish and (course.guest == YOU or not takes):
            self._serve(session, here, "took" if takes else "sent")
        elif course.guest == YOU and sends:
            self._note("onward", dish, FATHER, here)  # past her, and somebody is glad of it
            self.dishes[here] = ""
            _sound(session, "plate_slide", 0.7)
        else:
            self.laughs += 1
            self.wrong_here += 1
            self._note("wrong", dish, YOU if takes else course.guest, here)
            self.why = "theirs" if dish == course.dish else "not_mine" if takes else "not_theirs"
            _sound(session, "laugh_table", 0.6)

    def _serve(self, session: Session, wagon: int, how: str) -> None:
        course = self.now
        to = course.guest if how != "sent" or course.guest != YOU else MOTHER
        self._note(how, self.dishes[wagon], to, wagon)
        self.dishes[wagon] = ""
        if course.guest == YOU:
            self.taken += how != "sent"
            self.sent += how == "sent"
        _sound(session, "plate_take" if to == YOU else "plate_slide", 0.9)

    def _note(self, how: str, dish: str, to: str, wagon: int) -> None:
        self.last, self.last_dish, self.last_to, self.last_ticks = how, dish, to, 0
        self.last_from = self.place_of(wagon)

    def _served(self, session: Session) -> None:
        """It has arrived: what is said of it, and the next course, or the end."""
        course = self.now
        if course.guest == YOU and self.last == "sent" and self.sent == 1:
            self.cue = "passed"
        elif course.after:
            self.cue = course.after
        _sound(session, "chime_small", 0.5)
        if self.course + 1 < len(COURSES):
            self._next(session)
            return
        self.is_over = True
        self.last_ticks = 0
        if not self.sent:
            self.cue = "ate_all"
        _sound(session, "theatre_applause", 0.6)


def _sound(session: Session, name: str, gain: float) -> None:
    session.news.tell(Heard(name, session.place.x, session.place.y, gain))
