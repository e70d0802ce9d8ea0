"""handle: what stands before the world and is worked with the hands: holding on, turning the doll, trying keys, reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard, Pulsed
from game.sim.parts import BracePanel, DollPanel, KeyPanel, NotePanel

if TYPE_CHECKING:
    from game.sim.session import Session

KEYS_ACROSS, KEYS_DOWN = 4, 3
WINDOW_TICKS = {"storybook": 20, "brave": 14, "beldam": 10}
CREAK_AHEAD_TICKS = 8
"""The creak is heard this much before the middle of its window, and pressing somewhat late is fine: ears and hands take time."""
LATE_IS_FINE_TICKS = 6
TURN_TICKS = 14
READ_LEAST_TICKS = 24
"""A note cannot be put away by the press that was meant for what came before."""
REPEAT_TICKS = 12


def handle(session: Session) -> None:
    panel = session.panel
    if session.talk is not None:
        return
    if isinstance(panel, BracePanel):
        _brace(session, panel)
    elif isinstance(panel, DollPanel):
        _turn(session, panel)
    elif isinstance(panel, KeyPanel):
        _try_keys(session, panel)
    elif isinstance(panel, NotePanel):
        panel.ticks += 1
        if session.pressed(Action.INTERACT | Action.DODGE) and panel.ticks > READ_LEAST_TICKS:
            session.panel = None


def _brace(session: Session, panel: BracePanel) -> None:
    """Hold, and press once as it creaks. Letting go slackens it and loses nothing but time."""
    panel.is_holding = session.held(Action.INTERACT) or (panel.is_holding and session.rules.auto_brace)
    if not panel.is_holding and not session.pressed(Action.INTERACT):
        panel.strain = max(panel.strain - 0.05, 0.0)
        if panel.tick < panel.beat - panel.window:
            return
    panel.strain = min(panel.strain + 0.04, 1.0)
    panel.tick += 1
    x, y = session.place.x, session.place.y
    if panel.tick == panel.beat - CREAK_AHEAD_TICKS:
        session.news.tell(Pulsed("creak"))
        session.news.tell(Heard("board_creak", x, y))
    in_window = -panel.window <= panel.tick - panel.beat <= panel.window + LATE_IS_FINE_TICKS
    # Any button counts as the press: with one hand full of door, a player uses the other.
    pressed = bool(session.intent.pressed) and panel.tick > 2
    if session.rules.auto_brace:  # she does it by herself, whatever else is pressed
        pressed = panel.tick == panel.beat
    if pressed and not panel.has_pressed:
        if in_window:
            panel.has_pressed = True
            panel.last = "good"
        elif panel.tick >= panel.beat // 3:
            panel.has_pressed = True
            panel.last = "early" if panel.tick < panel.beat else "late"
        if panel.has_pressed:
            panel.tries += 1
            session.news.tell(Pulsed(panel.last))
            session.news.tell(Heard("door_give" if panel.last == "good" else "wood_thud", x, y))
    if panel.tick >= panel.period:
        if not panel.has_pressed:
            panel.last = "late"
            panel.tries += 1
            session.news.tell(Pulsed("late"))
        if panel.last == "good":
            panel.done += 1
        panel.tick = 0
        panel.has_pressed = False
        if panel.done >= panel.pulses:
            session.panel = None


def _turn(session: Session, panel: DollPanel) -> None:
    panel.turn = max(panel.turn - 1, 0)
    x = session.intent.x
    if panel.side not in panel.seen:
        return  # first what there is to say of this side
    if panel.turn == 0 and abs(x) > STICK // 2:
        panel.way = 1 if x > 0 else -1
        panel.side = (panel.side + panel.way) % 4
        panel.turn = TURN_TICKS
        session.news.tell(Heard("cloth_turn", session.place.x, session.place.y))


def _try_keys(session: Session, panel: KeyPanel) -> None:
    if panel.chosen >= 0:
        return  # the beat is trying it
    x, y = session.intent.x, session.intent.y
    way_x = (x > STICK // 2) - (x < -STICK // 2)
    way_y = (y > STICK // 2) - (y < -STICK // 2)
    if way_x or way_y:
        panel.moved += 1
        if panel.moved == 1 or panel.moved % REPEAT_TICKS == 0:
            column = (panel.cursor % KEYS_ACROSS + way_x) % KEYS_ACROSS
            row = (panel.cursor // KEYS_ACROSS + way_y) % KEYS_DOWN
            panel.cursor = row * KEYS_ACROSS + column
            session.news.tell(Heard("key_pickup", session.place.x, session.place.y, 0.5))
    else:
        panel.moved = 0
    if session.pressed(Action.INTERACT):
        if panel.cursor in panel.tried:
            session.news.tell(Heard("ui_error", session.place.x, session.place.y))
        else:
            panel.chosen = panel.cursor
