"""Three memories as rules: what hands can do in them, that none can be lost, and that each of them can be slow."""

import pytest

from game.core.intent import STICK, Action, Intent
from game.sim.panels import LettersPanel, MemoryPanel, PantomimePanel, RacePanel
from game.sim.panels.letters import SUNDAYS
from game.sim.panels.memory import SHUT_TICKS, THREAD_TICKS, THREADS
from game.sim.panels.pantomime import BOWS, DOORS, LIT_TICKS, TRICK_TICKS
from game.sim.panels.pantomime import SHUT_TICKS as DOOR_TICKS
from game.sim.panels.race import ALONE_TICKS, LEAD_NEAR, LENGTH_PX, TUGS
from game.sim.parts import Rules
from game.testing import Play
from tests.arena import arena

HOLD = Intent(held=Action.INTERACT)
PRESS = Intent(held=Action.INTERACT, pressed=Action.INTERACT)
RIGHT = Intent(STICK, 0)
JUMP = Intent(STICK, 0, Action.INTERACT, Action.INTERACT)


def shown(panel: MemoryPanel, phase: str, rules: Rules | None = None) -> Play:
    play = arena(rules=rules or Rules())
    play.session.panel = panel
    play.until(lambda: panel.is_open, within=120)
    panel.go(phase)
    return play


# ---- letters


def test_sixty_one_sundays():
    assert sum(SUNDAYS) == 61


def test_a_letter_is_written_while_one_holds_and_goes_when_one_lets_go():
    panel = LettersPanel()
    play = shown(panel, "write")
    for _ in range(30):
        play.tick(HOLD)
    half = panel.ink
    play.wait(60)
    assert 0 < half == panel.ink, "the ink stays where it was left"
    while panel.ink < 1:
        play.tick(HOLD)
    assert panel.sent == 0
    play.wait(2)
    assert panel.sent == 1 and panel.ink == 0


def test_who_never_lets_go_sends_them_too():
    panel = LettersPanel()
    play = shown(panel, "write")
    for _ in range(2400):
        play.tick(HOLD)
        if panel.is_written:
            break
    assert panel.sent == 61


def test_the_assist_holds_the_pen():
    panel = LettersPanel()
    play = shown(panel, "write", Rules(auto_brace=True))
    for _ in range(len(SUNDAYS)):
        play.press("interact")
        play.until(lambda: panel.fold > 0, within=300)
        play.until(lambda: not panel.fold, within=60)
    assert panel.is_written


def test_he_goes_nearer_only_if_one_goes():
    panel = LettersPanel()
    play = shown(panel, "nearer")
    play.wait(200)
    assert panel.near == 0
    for _ in range(220):
        play.tick(RIGHT)
    assert panel.near == 1


# ---- the pantomime


@pytest.mark.parametrize("way, trick", [((0, -1), "sing"), ((1, 0), "sword"), ((-1, 0), "fan"), ((0, 1), "horse")])
def test_every_way_is_another_part(way: tuple[int, int], trick: str):
    panel = PantomimePanel()
    play = shown(panel, "doors")
    play.tick(Intent(way[0] * STICK, way[1] * STICK))
    assert panel.trick == trick


def test_a_way_that_is_held_is_one_part():
    panel = PantomimePanel()
    play = shown(panel, "doors")
    for _ in range(TRICK_TICKS * 3):
        play.tick(RIGHT)
    assert panel.turns == 1


def test_eight_doors_open_and_eight_doors_shut():
    panel = PantomimePanel()
    play = shown(panel, "doors")
    opened = set()
    for n in range(9000):
        play.tick(PRESS if n % 10 == 0 else Intent())
        if panel.gape >= 1:
            opened.add(panel.door)
        if panel.is_done:
            break
    assert panel.is_done and opened == set(range(len(DOORS)))
    assert panel.done == sum(DOORS)
    assert LIT_TICKS > DOOR_TICKS


def test_bows_are_all_that_is_left():
    panel = PantomimePanel()
    play = shown(panel, "house")
    for n in range(900):
        play.tick(PRESS if n % 10 == 0 else Intent())
    assert panel.bows == BOWS and panel.has_bowed


# ---- the race


def run(panel: RacePanel, play: Play, jumps: bool) -> int:
    from game.sim.panels.race import ROOTS

    for n in range(4000):
        is_near = any(10 < r - panel.at < 34 for r in ROOTS)
        play.tick(JUMP if jumps and is_near and not panel.air else RIGHT)
        if panel.is_run:
            return n
    raise AssertionError("she never came to the wall")


@pytest.mark.parametrize("jumps", [True, False])
def test_the_other_one_wins_however_one_runs(jumps: bool):
    panel = RacePanel()
    play = shown(panel, "race")
    leads: list[float] = []
    play.on_tick.append(lambda _: leads.append(panel.lead))
    run(panel, play, jumps)
    assert min(leads) >= LEAD_NEAR and panel.at >= LENGTH_PX
    assert (panel.trips == 0) == jumps


def test_roots_cost_time():
    clean, clumsy = RacePanel(), RacePanel()
    assert run(clean, shown(clean, "race"), True) < run(clumsy, shown(clumsy, "race"), False)


def test_who_stands_is_waited_for():
    panel = RacePanel()
    play = shown(panel, "race")
    play.wait(600)
    assert panel.at == 0 and panel.lead < 200


def test_the_foot_comes_out_by_tugs():
    panel = RacePanel()
    play = shown(panel, "foot")
    for n in range(TUGS * 40):
        play.tick(PRESS if n % 30 == 0 else Intent())
    assert panel.is_free


def test_it_also_comes_out_if_one_cannot():
    panel = RacePanel()
    play = shown(panel, "foot")
    play.wait(ALONE_TICKS - 10)
    assert not panel.tugs
    play.wait(TUGS * 30)
    assert panel.is_free


# ---- the end of each


@pytest.mark.parametrize("kind", [LettersPanel, PantomimePanel, RacePanel])
def test_all_end_sewn_shut(kind: type[MemoryPanel]):
    panel = kind()
    play = shown(panel, "sew")
    play.wait(THREADS * THREAD_TICKS + SHUT_TICKS + 1)
    assert panel.is_over and panel.threads == THREADS and play.session.panel is None
