"""The duet: its boards can be done, and in how few steps; who goes where; undoing, beginning again, light, the hook."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import pytest

from game.core.intent import STICK, Action, Intent
from game.sim.acts import Duet, Interval, Pursuit
from game.sim.acts.duet import BOARDS, Board
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK, WAYS, State
from game.sim.acts.duet.boards import Scene
from game.sim.acts.duet.lights import JUMPS, LIT_TICKS, LOOK_TICKS, TOLD_TICKS, sweep
from game.sim.acts.duet.mishaps import HOOK, PLAY, STEP_TICKS
from game.sim.parts import Place, Rules
from game.testing import Play

DONE = ("moles_gone", "duet_open", "duet_teach", "duet_1", "duet_2", "duet_3")
STICKS = {"L": (-STICK, 0), "R": (STICK, 0), "U": (0, -STICK), "D": (0, STICK)}


def shortest(board: Board) -> str:
    """The shortest way to both marks, found here and not by the game: breadth first over plain steps."""
    start = board.start
    came: dict[State, str] = {start: ""}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if (here[SPINK], here[FORCIBLE]) == board.marks:
            return came[here]
        for way in "LRUD":
            step = board.step(here, way)
            if step.falls == () and step.state not in came:
                came[step.state] = came[here] + way
                queue.append(step.state)
    raise AssertionError("no way")


# ---------------------------------------------------------------- the rules


@pytest.mark.parametrize("number", range(len(BOARDS)))
def test_every_board_can_be_done_in_its_par_and_no_sooner(number: int) -> None:
    scene = BOARDS[number]
    way = shortest(scene.board)
    assert len(way) == scene.par == len(scene.board.solve() or "")


def test_the_pars_rise() -> None:
    assert [scene.par for scene in BOARDS] == [3, 9, 16, 22]
    assert [scene.lights for scene in BOARDS] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "scene", [*BOARDS[:2], *(pytest.param(scene, marks=pytest.mark.nightly) for scene in BOARDS[2:])]
)
def test_hardly_a_position_is_lost(scene: Scene) -> None:
    """From nearly wherever one can get, the end can still be reached: beginning again is a choice."""
    board = scene.board
    seen, queue = {board.start}, deque([board.start])
    back: dict[State, list[State]] = {}
    while queue:
        here = queue.popleft()
        for there in board.moves(here).values():
            back.setdefault(there, []).append(here)
            if there not in seen:
                seen.add(there)
                queue.append(there)
    ends = deque(s for s in seen if board.is_done(s))
    good = set(ends)
    while ends:
        for before in back.get(ends.popleft(), ()):
            if before not in good:
                good.add(before)
                ends.append(before)
    assert len(good) > 0.85 * len(seen)


def test_spink_swaps_left_and_right_forcible_front_and_back() -> None:
    board = Board.parse([".......", ".S...F.", ".......", "s.f.C.."])
    for way, (dx, dy) in WAYS.items():
        step = board.step(board.start, way)
        if step.falls == ():
            assert step.state[SPINK] == (1 - dx, 1 + dy)
            assert step.state[FORCIBLE] == (5 + dx, 1 - dy)


def test_who_meets_a_wall_stands_still_and_she_alone_holds_everybody() -> None:
    board = Board.parse(["S#...F", "......", "#C.s.f"])
    right = board.step(board.start, "R")
    assert right.state == ((2, 2), (0, 0), (5, 0))  # the edge for both
    assert board.step(board.start, "L").falls is None  # a wall for her: nobody goes
    assert board.step(board.start, "L").state == board.start


def test_nobody_shares_or_swaps_a_tile() -> None:
    board = Board.parse(["SC....", "......", "s.f..F"])
    assert board.step(board.start, "L").why == "somebody"
    face = Board.parse([".S.C..", "......", "s.f..F"])
    step = face.step(face.start, "L")  # both want the tile between them: hers
    assert step.state[HER] == (2, 0) and step.state[SPINK] == (1, 0)


def test_she_enters_no_trap_and_a_performer_falls() -> None:
    board = Board.parse(["oC....", ".So..F", "s.f..."])
    assert board.step(board.start, "L").why == "trap"
    assert board.step(board.start, "D").falls is not None
    falls = Board.parse(["..C...", ".So..F", "s.f..."])
    assert falls.step(falls.start, "L").falls == (SPINK,)
    assert "L" not in falls.moves(falls.start)


def test_a_board_wants_all_five() -> None:
    with pytest.raises(ValueError, match="missing"):
        Board.parse(["CSF", "s.."])


# ---------------------------------------------------------------- light


def test_light_goes_left_left_then_right_and_is_told_first() -> None:
    columns = [sweep(0, look * LOOK_TICKS, 13).column for look in range(4)]
    assert [(b - a) % 13 for a, b in pairwise(columns)] == [j % 13 for j in JUMPS]
    assert not sweep(0, TOLD_TICKS - 1, 13).is_lit and sweep(0, TOLD_TICKS - 1, 13).told > 0.9
    assert sweep(0, TOLD_TICKS, 13).is_lit and sweep(0, TOLD_TICKS + LIT_TICKS - 1, 13).is_lit
    assert not sweep(0, TOLD_TICKS + LIT_TICKS, 13).is_lit


def test_longer_warnings_and_steady_lights() -> None:
    assert not sweep(0, TOLD_TICKS + 20, 13, wide=2.0).is_lit
    assert {sweep(0, t, 13, is_steady=True).column for t in range(0, 2000, 7)} == {12}


# ---------------------------------------------------------------- on the boards


def on_board(number: int, rules: Rules | None = None, flags: tuple[str, ...] = ()) -> tuple[Play, Duet]:
    """At the beginning of a board, her feet on its first tile."""
    play = Play(beat="soul_theatre", spawn="cp_stage", flags=(*DONE[: number + 2], *flags), rules=rules)
    play.session.begin("soul_theatre")
    play.until(lambda: isinstance(play.session.act, Interval) and play.session.act.is_waiting, within=200)
    interval = play.session.act
    assert isinstance(interval, Interval) and interval.number == number
    start = interval.foot(interval.board.start[HER])
    play.walk_to(start, near=3.0, stop=lambda: isinstance(play.session.act, Duet))
    play.until(lambda: isinstance(play.session.act, Duet) and play.session.act.phase == PLAY, within=200)
    duet = play.session.act
    assert isinstance(duet, Duet)
    return play, duet


def steps(play: Play, duet: Duet, ways: str) -> None:
    for way in ways:
        play.tick(Intent(*STICKS[way]))
        play.wait(STEP_TICKS + 1)


def test_a_step_is_there_in_four_ticks_and_they_mirror_it() -> None:
    play, duet = on_board(1)
    before = play.position
    her, spink, forcible = duet.now
    play.tick(Intent(*STICKS["L"]))
    play.wait(4)
    assert play.position.x == pytest.approx(before.x - 32)
    assert duet.now == ((her[0] - 1, her[1]), (spink[0] + 1, spink[1]), (forcible[0] - 1, forcible[1]))
    at = play.session.world.get(play.session.find("other_spink"), Place)
    assert at.x == pytest.approx(duet.foot(duet.now[SPINK]).x)
    assert "heel_click" in play.heard and "heel_note_a" in play.heard


def test_undo_and_again_are_free() -> None:
    play, duet = on_board(1)
    start = duet.now
    steps(play, duet, "LLU")
    assert len(duet.past) == 3
    play.press("interact").wait(12)
    assert len(duet.past) == 2
    play.press("dodge").wait(12)
    assert duet.now == start and not duet.past
    assert play.session.story.counts.get("stitches", 0) == 0


def test_looking_first_moves_nobody() -> None:
    play, duet = on_board(1)
    start = duet.now
    play.tick(Intent(*STICKS["L"], Action.STONE, Action.STONE))
    play.tick(Intent(*STICKS["L"], Action.STONE))
    assert duet.peek == "L" and duet.now == start


def test_held_dodge_steps_down_and_the_board_waits() -> None:
    play, duet = on_board(1)
    steps(play, duet, "L")
    play.hold("dodge", ticks=60)
    play.wait(10)
    assert not isinstance(play.session.act, Duet) and play.session.is_free
    play.walk_to((12.0, 10.0))
    assert not isinstance(play.session.act, Duet)
    interval = play.session.act
    assert isinstance(interval, Interval) and interval.number == 1
    play.walk_to(interval.foot(interval.board.start[HER]), near=3.0, stop=lambda: isinstance(play.session.act, Duet))
    play.until(lambda: isinstance(play.session.act, Duet), within=100)


def test_a_performer_who_falls_begins_the_board_again() -> None:
    play, duet = on_board(2)
    board, start = duet.board, duet.now
    ways, state = "", start
    queue = deque([(start, "")])
    seen = {start}
    while queue:  # the shortest way to drop somebody
        state, ways = queue.popleft()
        drops = [way for way in WAYS if board.step(state, way).falls]
        if drops:
            ways += drops[0]
            break
        for way, there in board.moves(state).items():
            if there not in seen:
                seen.add(there)
                queue.append((there, ways + way))
    for way in ways:
        play.until(lambda: duet.phase == PLAY and not any(b.is_lit for b in duet.lights(play.session)), within=400)
        play.tick(Intent(*STICKS[way]))
        play.wait(STEP_TICKS + 1)
    play.until(lambda: duet.phase == PLAY and duet.now == start, within=300)
    assert "trapdoor" in play.heard


def test_a_step_in_the_light_is_fetched_off_and_costs_a_stitch() -> None:
    play, duet = on_board(2)
    column = duet.now[HER][0]
    play.until(lambda: column in {b.column for b in duet.lights(play.session) if b.is_lit}, within=3000)
    play.wait(3)
    assert duet.phase == PLAY  # to stand in it is safe
    play.tick(Intent(*STICKS["U"]))
    assert duet.phase == HOOK
    play.until(lambda: play.session.story.counts.get("stitches", 0) == 1, within=200)
    play.until(lambda: duet.phase == PLAY and play.talk is None, within=3000, reads=True)
    assert duet.now == duet.board.start


def test_the_hook_takes_three_steps_back() -> None:
    play, duet = on_board(2, Rules(difficulty="storybook"))
    for _ in range(5):
        for way in "LR":
            play.until(lambda: not any(b.is_lit for b in duet.lights(play.session)), within=300)
            play.tick(Intent(*STICKS[way]))
            play.wait(STEP_TICKS + 1)
    before = len(duet.past)
    column = duet.now[HER][0]
    play.until(lambda: column in {b.column for b in duet.lights(play.session) if b.is_lit}, within=6000)
    play.tick(Intent(*STICKS["U"]))
    play.until(lambda: len(duet.past) == before - 3, within=200)
    assert play.session.story.counts.get("stitches", 0) == 0  # nothing is sewn in a storybook


def test_both_on_their_marks_play_the_tune() -> None:
    play, duet = on_board(1)
    steps(play, duet, duet.board.solve() or "")
    assert duet.is_solved
    play.until(lambda: "duet_1" in play.session.story.flags, within=400, reads=True)
    notes = [name for name in play.heard if name.startswith("heel_note_")]
    assert notes[-8:] == [f"heel_note_{n}" for n in "abcdefgh"]


def test_slipping_past_a_board() -> None:
    play, duet = on_board(3)
    duet.slip(play.session)
    play.until(lambda: "duet_3" in play.session.story.flags, within=400, reads=True)


# ---------------------------------------------------------------- the pursuit


def pursued(souls: int = 0) -> tuple[Play, Pursuit]:
    play = Play(beat="soul_theatre", spawn="cp_stage", flags=DONE)
    play.session.begin("soul_theatre")
    play.until(lambda: isinstance(play.session.act, Pursuit), within=900, reads=True)
    act = play.session.act
    assert isinstance(act, Pursuit)
    return play, act


def test_both_run_after_her_mirrored() -> None:
    play, act = pursued()
    play.until(lambda: not any(act.dazed), within=200)
    one, two = (play.session.world.get(play.session.find(w), Place) for w in ("other_spink", "other_forcible"))
    x1, x2 = one.x, two.x
    play.hold("left", ticks=20)
    assert one.x > x1 + 10 and two.x < x2 - 10


def test_a_light_holds_whom_it_is_meant_for_and_both_twice_is_the_end() -> None:
    play, act = pursued()
    act.slip(play.session)
    play.until(lambda: "duet_pinned" in play.session.story.flags, within=200)
    assert act.is_won


def test_being_touched_costs_a_stitch_and_they_let_go() -> None:
    play, act = pursued()
    play.until(lambda: act.touches == 1, within=3000)
    assert play.session.story.counts["stitches"] == 1
    assert any(act.dazed)


def test_on_the_boards_the_cat_prompts() -> None:
    play, _ = on_board(1)
    play.press("cat").wait(4)
    play.press("cat").wait(4)
    assert play.said("They do what you do") and play.said("A wall, a sheet")
