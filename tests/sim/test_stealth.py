"""A house at night: boards that tell, sleepers that hear, a clock that drowns it, and a mouse that waits."""

from __future__ import annotations

import pytest

from game.core.geometry import Box, Vec
from game.sim.acts import NightAct
from game.sim.acts.night import HUSH_FIRST_TICKS, HUSH_LISTENS_TICKS, HUSH_TOLD_TICKS
from game.sim.happenings import Beckoned, Creaked, Noticed
from game.sim.parts import Din, Guide, Lamp, Look, Person, Place, Rules, Sleeper, Walker
from game.sim.room import Surface
from game.sim.systems.lead import CALLS_AFTER_TICKS
from game.sim.systems.listen import FADES_TICKS
from game.testing import Play
from tests.arena import arena, thing

BED = Box(600, 40, 1, 1)
BOARD = Box(340, 160, 32, 64)


def night(creaks: str = "loud", walls: tuple[Box, ...] = (), rules: Rules | None = None, kind: str = "wood") -> Play:
    """She stands west of a board, somebody sleeps in the north-east."""
    return arena(
        walls=walls,
        things=[thing("Npc", "mel_asleep", BED, actor="mel", dialog="asleep")],
        surfaces=[Surface(BOARD, kind, creaks)],
        at=Vec(300, 192),
        rules=rules,
    )


def ears(play: Play) -> int:
    return max(s.ears for _, s in play.session.world.each(Sleeper))


def over_the_board(play: Play, *how: str) -> None:
    play.hold("right", *how, ticks=110 if "sneak" in how else 60 if not how else 40)
    play.wait(8)


def test_a_loud_board_is_heard_however_softly_she_goes():
    play = night("loud")
    over_the_board(play, "sneak")
    assert ears(play) == 1
    assert "board_creak" in play.heard and "bed_spring" in play.heard


def test_a_soft_board_is_heard_only_when_she_walks():
    play = night("soft")
    over_the_board(play, "sneak")
    assert ears(play) == 0
    play.hold("left", ticks=60)
    assert ears(play) == 1


def test_a_board_speaks_once_each_time_she_steps_on_it():
    play = night("loud")
    creaks: list[Creaked] = []
    play.on_tick.append(lambda intent: creaks.extend(play.session.news.of(Creaked)))
    play.hold("right", "sneak", ticks=80)
    for _ in range(6):
        play.hold("left", "sneak", ticks=6).hold("right", "sneak", ticks=6)
    assert len(creaks) == 1
    play.hold("right", "sneak", ticks=80).hold("left", "sneak", ticks=130)
    assert len(creaks) == 2


def test_its_rim_is_forgiving():
    play = night("loud")
    play.walk_to(Vec(BOARD.x + 3, 192), near=1.5)
    assert ears(play) == 0


def test_running_opens_two_ears_and_running_on_wakes():
    play = night("no")
    play.hold("left", "run", ticks=24)
    assert ears(play) == 2
    play.hold("right", "run", ticks=70)
    assert ears(play) == 3
    assert play.session.world.get(play.session.find("mel_asleep"), Sleeper).state == "awake"


def test_feet_on_carpet_do_not_carry():
    play = arena(
        things=[thing("Npc", "mel_asleep", BED, actor="mel", dialog="asleep")],
        surfaces=[Surface(Box(0, 0, 640, 384), "carpet")],
        at=Vec(200, 300),
    )
    play.hold("right", "run", ticks=60)
    assert ears(play) == 0


def test_sound_goes_the_way_one_walks():
    """Round a long wall it is too far, though the bed stands right behind it."""
    wall = (Box(0, 100, 590, 20),)
    far = arena(
        walls=wall,
        things=[thing("Npc", "mel_asleep", Box(40, 60, 1, 1), actor="mel", dialog="asleep")],
        surfaces=[Surface(Box(40, 160, 32, 64), "wood", "loud")],
        at=Vec(120, 192),
    )
    far.hold("left", "sneak", ticks=90)
    assert "board_creak" in far.heard
    assert ears(far) == 0


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_an_ear_shuts_again_in_the_quiet(difficulty: str):
    play = night("loud", rules=Rules(text_speed=0.0, difficulty=difficulty))
    over_the_board(play, "sneak")
    told: list[Noticed] = []
    play.on_tick.append(lambda intent: told.extend(play.session.news.of(Noticed)))
    play.wait(FADES_TICKS[difficulty] - 130)
    assert ears(play) == 1
    play.wait(150)
    assert ears(play) == 0
    assert [n.is_more for n in told] == [False]


def test_a_din_drowns_it():
    play = night("loud")
    din = play.session.world.born(Place(0, 0, 0, 0), Din(400))
    play.tick()
    over_the_board(play, "run")
    assert ears(play) == 0
    play.wait(400)
    assert play.session.world.get(din, Din).ticks == 0
    play.hold("left", "run", ticks=40)
    assert ears(play) >= 1


def test_quiet_boards_are_quiet_and_running_is_not():
    play = night("loud", rules=Rules(text_speed=0.0, quiet_boards=True))
    play.hold("right", ticks=60).wait(5)
    assert ears(play) == 0 and "board_creak" not in play.heard
    play.hold("left", "run", ticks=30)
    assert ears(play) == 2


def test_two_in_a_bed_stir_one_after_the_other():
    play = night("loud")
    light = play.session.find("mel_asleep")
    deep = play.session.world.born(
        Place(640, 40, 640, 40), Look("charlie", "sleep"), Person("charlie", "asleep", "sleep"), Sleeper(stirs_at=2)
    )
    play.tick()

    def poses() -> list[str]:
        return [play.session.world.get(e, Person).idle for e in (light, deep)]

    assert poses() == ["sleep", "sleep"]
    over_the_board(play, "sneak")
    assert poses() == ["sit_up_type", "sleep"]
    play.hold("left", "sneak", ticks=110).wait(5)
    assert poses() == ["sit_up", "sit_up_type"]


# ---------------------------------------------------------------- somebody who listens


def hushed() -> tuple[Play, NightAct]:
    """They have just stopped snoring."""
    play = night("no")
    act = NightAct(zone=Box(0, 0, 640, 384))
    play.session.act = act
    play.until(lambda: act.hush == 1, within=HUSH_FIRST_TICKS + 5)
    return play, act


def test_the_snoring_stops_well_before_anybody_listens():
    play, act = hushed()
    assert not act.listens
    play.hold("right", "sneak", ticks=HUSH_TOLD_TICKS - 12).wait(14)
    assert act.listens and ears(play) == 0


def test_whoever_stands_still_is_not_there():
    play, act = hushed()
    play.wait(HUSH_TOLD_TICKS + HUSH_LISTENS_TICKS + 4)
    assert (act.hush, act.kept, ears(play)) == (0, 1, 0)
    assert "snore" in play.heard
    play.hold("right", "sneak", ticks=60)
    assert ears(play) == 0


def test_while_somebody_listens_even_a_sneak_is_heard():
    play, act = hushed()
    play.wait(HUSH_TOLD_TICKS)
    play.hold("right", "sneak", ticks=70)
    assert ears(play) >= 1
    play.wait(HUSH_LISTENS_TICKS)
    assert act.kept == 0


def test_the_guide_stands_still_with_her():
    play, guide, mouse = led()
    act = NightAct(zone=Box(0, 0, 640, 384), calm_ticks=30)
    play.session.act = act
    play.session.world.born(Place(600, 40, 600, 40), Sleeper())
    play.until(lambda: act.hush == 4, within=60)
    x = mouse.x
    play.wait(60)
    assert guide.is_still and mouse.x == x
    play.wait(120)
    assert not guide.is_still and mouse.x > x


def test_nobody_listens_when_boards_are_to_be_quiet():
    play = night("loud", rules=Rules(text_speed=0.0, quiet_boards=True))
    act = NightAct(zone=Box(0, 0, 640, 384))
    play.session.act = act
    play.wait(HUSH_FIRST_TICKS + 40)
    assert act.hush == 0


# ---------------------------------------------------------------- somebody who goes ahead


def led() -> tuple[Play, Guide, Place]:
    play = arena(at=Vec(60, 192))
    session = play.session
    guide = Guide((Vec(200, 192), Vec(400, 192), Vec(400, 320), Vec(560, 320)), wait=10)
    mouse = session.world.born(
        Place(90, 192, 90, 192),
        Walker(5, is_ghost=True),
        Look("mouse"),
        Person("mouse"),
        Lamp(56, "#ffffffff", 1),
        guide,
    )
    session.bear(mouse)
    play.tick()
    return play, guide, session.world.get(mouse, Place)


def test_a_guide_waits_at_the_bend_until_she_is_near():
    play, guide, mouse = led()
    play.wait(260)
    assert guide.index == 1
    assert mouse.x < 260, "she has not followed: it stands where she can still see it"
    play.walk_to(Vec(190, 192), near=3).wait(60)
    assert mouse.x > 280


def test_a_guide_calls_when_she_is_lost_and_hurries_when_she_is_close():
    play, guide, mouse = led()
    called: list[Beckoned] = []
    play.on_tick.append(lambda intent: called.extend(b for b in play.session.news.of(Beckoned) if b.how == "calls"))
    play.wait(300 + 2 * CALLS_AFTER_TICKS)
    assert len(called) >= 2 and "mouse_squeak" in play.heard
    play.walk_to(Vec(mouse.x - 20, 192), near=4)
    play.wait(30)
    before = mouse.x
    play.hold("right", "run", ticks=100)
    assert mouse.x + mouse.y - 192 - before > 110, "faster than its own pace: she is at its heels"
    assert guide.index >= 1


def test_a_guide_ends_where_its_way_ends():
    play, guide, mouse = led()
    for _ in range(60):
        play.walk_to(Vec(max(mouse.x - 30, 20), mouse.y), near=6).wait(10)
        if guide.is_there:
            break
    assert guide.is_there
    assert (round(mouse.x), round(mouse.y)) == (560, 320)


def test_walking_past_their_door_stirs_and_never_wakes_and_going_softly_is_not_heard():
    play = night("no")
    for _, sleeper in play.session.world.each(Sleeper):
        sleeper.door = Vec(330, 192)
    play.hold("right", "sneak", ticks=60).hold("left", "sneak", ticks=60)
    assert ears(play) == 0
    for _ in range(8):
        play.hold("right", ticks=40).hold("left", ticks=40)
    assert ears(play) == 2


def test_who_has_been_woken_often_sleeps_deeper():
    play = night("soft")
    for _, sleeper in play.session.world.each(Sleeper):
        sleeper.depth = 3
    over_the_board(play)
    assert ears(play) == 0, "a soft board is slept through"
    play.hold("left", "run", ticks=24)
    assert ears(play) == 1, "one ear for a run"
    play.wait(FADES_TICKS["brave"] // 2 + 40)
    assert ears(play) == 0
