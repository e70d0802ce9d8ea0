"""beldam_chase: down the long passage, with her behind. Three stretches, each begun again as often as it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection

from game.content.beats.boss_lines import cry_boss_line
from game.content.beats.ch09_game.game_proposed import FLAGS, POCKETS
from game.content.beats.verbs import Stage, Start
from game.content.foes.beldam import NAME, make_beldam
from game.core.geometry import TILE, Facing, Vec
from game.core.script import Script
from game.sim.acts import Chase
from game.sim.happenings import Shook
from game.sim.session import Session

BEAT = "beldam_chase"
MAP = "between/passage_long"
SPAWNS = ("from_web", "stretch_2", "stretch_3")
OPENED = "chase_opened"
HOME = ("real/flat_down", "from_passage")
LINES_AT = (0.14, 0.44, 0.74)
GHOSTS = (("ghost_silas", 0.28), ("ghost_hester", 0.56), ("ghost_ivy", 0.86))
"""Who cheers her on in the last stretch, and how far along."""
GAP_TICKS, CRY_TICKS = 170, 150
NEAR_TILES = 3.0


def she_follows(session: Session) -> None:
    """Whoever comes into the long passage is followed there."""
    is_here = session.room.name == MAP and session.story.beat == BEAT and "practice" not in session.story.notes
    if is_here and not session.is_running(BEAT):
        session.begin(BEAT)


def stretch_here(session: Session) -> int:
    """In which of the three she stands, 0..2."""
    y = session.place.y
    return next((n for n in range(3) if session.room.spots[f"tube_{n + 1}"].box.bottom + TILE > y), 2)


def beldam_chase(session: Session) -> Script:
    stage = Stage(session, BEAT)
    n = stretch_here(session)
    if n == 0 and not stage.flag(OPENED):
        yield from _bursts_in(stage)
        stage.set(OPENED)
        stage.keep()
        yield 2
    yield lambda: not session.wants_checkpoint
    act = Chase.of(session, n)
    make_beldam(session, Vec(act.her_x, act.her_y), "run")
    session.act = act
    voices = Voices(stage, act)
    while act.phase != "won":
        voices.tick()
        yield None
    counts = session.story.counts
    counts["closest_px"] = min(round(act.closest_px), counts.get("closest_px", 9999))
    if session.rules.calm_chase:
        stage.set("calm_chase")
    stage.set(f"chase_{n + 1}_run")
    if n < 2:
        yield from stage.leave(MAP, SPAWNS[n + 1], "dark")
    yield from _through(stage)


class Voices:
    """What is cried as they run: she, the three in a pocket, Coraline to herself. It stops nobody."""

    def __init__(self, stage: Stage, act: Chase) -> None:
        self.stage, self.act = stage, act
        self.quiet_ticks = GAP_TICKS
        self.said: set[str] = set()
        self.stumbles = 0

    def tick(self) -> None:
        """Says the next thing there is to say, if the last one has been read."""
        self.quiet_ticks += 1
        act = self.act
        if act.phase != "runs":
            return
        if act.stumbles > self.stumbles:
            self.stumbles = act.stumbles
            self._stumbles(2 if act.stumbled == "soft" else 1)
        if self.quiet_ticks >= GAP_TICKS:
            self._next()

    def _stumbles(self, n: int) -> None:
        session = self.stage.session
        if (
            f"stumble_{n}" in self.said
            or self.quiet_ticks < 60
            or session.story.counts.get("chase_stumble_said", 0) > 3
        ):
            return
        self.said.add(f"stumble_{n}")
        session.story.count("chase_stumble_said")
        session.cry("coraline", f"beats.{BEAT}.stumble.{n}", Vec(session.place.x, session.place.y), 110)

    def _next(self) -> None:
        stage, act = self.stage, self.act
        session = stage.session
        if self._once("start") and (act.stretch == 0 or act.mercy):
            self._of_the_fight("chase.start", ())
            return
        if act.stretch == 2:
            for n, (who, part) in enumerate(GHOSTS):
                if act.gone > part and self._once(who):
                    act.wisps = n + 1
                    stage.sound("ghost_breath")
                    self._cries(who, f"beats.{BEAT}.ghosts.{n + 1}")
                    return
        far = act.distance_tiles(session)
        if far < NEAR_TILES and self._once("near"):
            facts = {"very_near"} if far < NEAR_TILES * 0.6 else set()
            facts |= {"stumbled_3"} if act.stumbles >= 3 else {"never_stumbled"} if not act.stumbles else set()
            self._of_the_fight("chase.near", facts)
            return
        keys = session.content.words.numbered(f"beats.{BEAT}.stretch_{act.stretch + 1}")
        for n, part in enumerate(LINES_AT):
            if act.gone > part and self._once(f"line_{n}"):
                self._cries(NAME, keys[n])
                return

    def _once(self, name: str) -> bool:
        if name in self.said:
            return False
        self.said.add(name)
        return True

    def _of_the_fight(self, table: str, facts: Collection[str]) -> None:
        if cry_boss_line(self.stage.session, table, facts, lasts=CRY_TICKS):
            self.quiet_ticks = 0

    def _cries(self, who: str, key: str) -> None:
        session = self.stage.session
        self.quiet_ticks = 0
        at = self.stage.at(who) if who == NAME else Vec(session.place.x + 20, session.place.y - 12)
        session.cry(who, key, at, CRY_TICKS)


def _bursts_in(stage: Stage) -> Script:
    """The way she came in is not large enough for what comes after her; it is made larger."""
    session = stage.session
    box = session.room.spots["tube_1"].box
    act = Chase.of(session, 0)
    act.phase, act.her_x = "still", box.x - 30 * TILE
    session.act = act
    with stage.scene():
        stage.music("none")
        yield 20
        yield from stage.say("open")
        session.give("key")
        stage.sound("key_pickup")
        yield from stage.walk("coraline", Vec(box.x + 8.4 * TILE, box.middle.y), 150.0)
        stage.face("coraline", Facing.LEFT)
        stage.sound("door_burst", Vec(box.x, box.middle.y))
        session.news.tell(Shook(5.0, 30))
        act.phase, act.her_x = "waits", Chase.of(session, 0).her_x
        make_beldam(session, Vec(act.her_x, act.her_y), "run")
        yield 22
        stage.sound("beldam_hiss", Vec(box.x, box.middle.y))
        yield 34
        stage.face("coraline", Facing.RIGHT)
        stage.teach("chase")


def _through(stage: Stage) -> Script:
    """Out at the small door, into her own living room, at night."""
    session = stage.session
    at = session.place
    session.cry("coraline", "beats.beldam_chase.end.1", Vec(at.x, at.y), 90)
    stage.set("chased")
    stage.night(True)
    stage.small_door("open")
    with stage.scene():
        stage.sound("beldam_hiss", NAME)
        stage.shake(3.0, 20)
        yield from stage.walk(
            "coraline", Vec(at.x + 26, session.room.spots["tube_3"].box.middle.y), 150.0, straight=True
        )
        session.leave_for(*HOME, "dark")


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: beldam_chase}
MINDS: tuple[Callable[[Session], None], ...] = (she_follows,)
STARTS: dict[str, Start] = {
    BEAT: Start(
        MAP,
        SPAWNS[0],
        ("chased", OPENED, "chase_1_run", "chase_2_run", "chase_3_run", "is_night"),
        (*POCKETS, "pen", "fan", "medal", "globe"),
        ("has_globe", *FLAGS),
    ),
}
