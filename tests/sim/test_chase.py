"""The chase: how fast she comes, what she does and how it is told; nobody loses to what could not be seen."""

from __future__ import annotations

import itertools

import pytest

from game.app.bot.ch10_chase import Runner
from game.content.start import make_content
from game.core.geometry import TILE
from game.sim.acts import Chase
from game.sim.acts.chase import ATTACKS, PACES, her_speed_px_s, told_ticks
from game.sim.acts.chase.chase import LEVELS
from game.sim.acts.chase.pace import LEASH_TILES, start_tiles
from game.sim.happenings import CameBack, Heard, MusicCued, Pricked, Told
from game.sim.harm import can_slip, slip_past
from game.sim.parts import Rules
from game.sim.systems.will import RUN_SPEED, WALK_SPEED
from game.testing import Play
from game.view.acts.chase import LEADS_PX

CONTENT = make_content()
DIFFICULTIES = ("storybook", "brave", "beldam")
SPAWNS = ("from_web", "stretch_2", "stretch_3")


def chase(stretch: int = 0, difficulty: str = "brave") -> tuple[Play, Chase]:
    """Coraline at the beginning of a stretch, the Beldam behind her."""
    play = Play("between/passage_long", SPAWNS[stretch], "beldam_chase", ["chase_opened"])
    play.session.rules.difficulty = difficulty
    play.until(lambda: isinstance(play.session.act, Chase), within=120)
    if play.session.act is not None and getattr(play.session.act, "difficulty", "") != difficulty:
        play.session.act = Chase.of(play.session, stretch)
    act = play.session.act
    assert isinstance(act, Chase)
    play.until(lambda: play.session.is_free, within=60)
    return play, act


def put(play: Play, x: float, y: float) -> None:
    session = play.session
    session.space.move(session.hero, x, y)
    session.place.x = session.place.was_x = x
    session.place.y = session.place.was_y = y


def clear(act: Chase) -> None:
    """Nothing in the way."""
    act.obstacles.clear()


# ---------------------------------------------------------------- how fast


def test_her_speed_never_exceeds_92_percent_of_the_run():
    for difficulty, mercy, calm in itertools.product(DIFFICULTIES, range(7), (False, True)):
        for tenth in range(300):
            v = her_speed_px_s(tenth / 10, difficulty, mercy, calm)
            assert v <= 0.92 * RUN_SPEED + 1e-9
            assert not calm or v <= 0.80 * RUN_SPEED + 1e-9


def test_her_speed_is_a_function_of_distance_and_difficulty_that_only_rises_with_either():
    for difficulty in DIFFICULTIES:
        speeds = [her_speed_px_s(d / 4, difficulty) for d in range(60)]
        assert speeds == sorted(speeds)
    for d in (0.0, 2.0, 5.0, 9.0):
        assert her_speed_px_s(d, "storybook") <= her_speed_px_s(d, "brave") <= her_speed_px_s(d, "beldam")


def test_whoever_walks_is_caught_up_with_and_whoever_runs_is_not():
    for difficulty in ("brave", "beldam"):
        assert her_speed_px_s(1.0, difficulty) > WALK_SPEED
    play, act = chase()
    clear(act)
    begins = start_tiles("brave", 0)
    play.hold("right", "run", ticks=400)
    assert act.distance_tiles(play.session) > begins


def test_in_the_world_she_moves_no_faster_than_that_function_says():
    play, act = chase()
    clear(act)
    last = act.her_x
    for _ in range(240):
        play.hold("right", ticks=1)
        moved = act.her_x - last
        assert moved <= her_speed_px_s(max(LEASH_TILES), "brave") / 60 + 1e-6
        last = act.her_x


def test_mercy_is_silent_and_ends_after_four():
    assert start_tiles("brave", 2) == start_tiles("brave", 0) + 2
    assert start_tiles("brave", 9) == start_tiles("brave", 4)
    assert her_speed_px_s(2, "brave", 3) < her_speed_px_s(2, "brave", 0)
    assert her_speed_px_s(2, "brave", 9) == her_speed_px_s(2, "brave", 4)


# ---------------------------------------------------------------- what she does


@pytest.mark.parametrize("attack", sorted(ATTACKS))
def test_every_attack_is_told_24_ticks_ahead_on_every_difficulty(attack):
    for difficulty, windup in itertools.product(DIFFICULTIES, (1.0, 1.5, 2.0)):
        assert told_ticks(attack, Rules(difficulty=difficulty, windup=windup)) >= 24


def near(play: Play, act: Chase, tiles: float = 1.2) -> None:
    clear(act)
    put(play, 1200.0, 208.0)
    act.her_x, act.phase = 1200.0 - tiles * TILE, "runs"


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_lunge_has_whoever_stands_still(difficulty):
    play, act = chase(0, difficulty)
    near(play, act)
    play.until(lambda: act.phase == "caught", within=200)


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_lunge_is_told_by_sight_and_sound_and_lands_no_sooner(difficulty):
    play, act = chase(0, difficulty)
    near(play, act)
    play.until(lambda: act.told > 0, within=60)
    news = play.session.news
    assert news.of(Told) and news.of(Told)[0].ticks >= 24
    heard = [told.name for told in news.of(Heard)]
    assert "beldam_hiss" in heard and CONTENT.words.has("captions.beldam_hiss")
    began = act.ticks
    play.until(lambda: act.strike > 0, within=200)
    assert act.ticks - began >= 24


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("way", ["right", "up", "down"])
def test_a_lunge_lets_go_by_whoever_dodges(difficulty, way):
    play, act = chase(0, difficulty)
    near(play, act)
    play.until(lambda: act.told > 0 and act.told >= act.told_of - 3, within=200)
    play.hold("dodge", way, ticks=24)
    assert act.phase == "runs"


def test_a_lunge_does_not_reach_whoever_has_run_on():
    play, act = chase()
    near(play, act)
    play.until(lambda: act.told > 0, within=60)
    play.hold("right", "run", ticks=90)
    assert act.phase == "runs" and act.distance_tiles(play.session) > 1.6


def test_after_a_lunge_she_is_slow_for_a_while():
    play, act = chase()
    near(play, act)
    play.until(lambda: act.told > 0 and act.told >= act.told_of - 3, within=200)
    play.hold("dodge", "right", ticks=20)
    assert act.snag > 0
    before = act.her_x
    play.wait(20)
    assert act.her_x - before < 0.4 * RUN_SPEED / 3


def at_needles(difficulty: str = "brave", is_gentle: bool = True) -> tuple[Play, Chase, float]:
    play, act = chase(0, difficulty)
    line = next(o for o in act.obstacles if o.kind == "needle" and o.is_gentle is is_gentle)
    put(play, line.box.x - 300, line.box.middle.y)
    act.her_x, act.phase = act.start_x - 100, "runs"
    return play, act, line.box.middle.x


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("is_gentle", [True, False])
def test_needles_prick_whoever_stands_in_their_line(difficulty, is_gentle):
    play, act, x = at_needles(difficulty, is_gentle)
    put(play, x, play.position.y)
    play.until(lambda: any(what == "prick" for _, what in act.causes), within=120)
    sewn = play.session.story.counts.get("stitches", 0)
    assert sewn == (1 if PACES[difficulty].needles_sew and not is_gentle else 0)


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_needles_are_told_by_a_glint_and_a_tick(difficulty):
    play, act, _ = at_needles(difficulty)
    line = next(o for o in act.obstacles if o.kind == "needle")
    while line.state == "":
        play.hold("right", "run", ticks=1)
    assert any(told.name == "needle_tick" for told in play.session.news.of(Heard))
    assert CONTENT.words.has("captions.needle_tick")
    began = play.session.tick
    while line.state == "told":
        play.hold("right", "run", ticks=1)
    assert play.session.tick - began >= 24
    assert play.position.x < line.box.middle.x, "they are out before a runner is there"


def test_needles_are_told_45_ticks_before_a_runner_is_there():
    play, act = chase()
    for line in [o for o in act.obstacles if o.kind == "needle"]:
        put(play, line.box.x - 320, line.box.middle.y)
        act.obstacles, act.phase = [line], "runs"
        act.her_x = play.position.x - 200
        while line.state == "":
            play.hold("right", "run", ticks=1)
            act.her_x = play.position.x - 200
        began = play.session.tick
        while play.position.x < line.box.x:
            play.hold("right", "run", ticks=1)
            act.her_x = play.position.x - 200
        assert play.session.tick - began >= 45 and line.state == "out"


def test_whoever_runs_into_a_rib_is_led_to_its_gap_and_the_beldam_is_held_up_too():
    play, act = chase()
    rib = next(o for o in act.obstacles if o.kind == "rib")
    act.obstacles, act.phase = [rib], "runs"
    put(play, rib.box.x - 60, rib.box.y + 8)
    act.her_x = play.position.x - 6 * TILE
    for _ in range(240):
        play.hold("right", "run", ticks=1)
        assert act.phase == "runs"
        if play.position.x > rib.box.right + 20:
            break
    assert play.position.x > rib.box.right + 20 and act.rib_met


def test_needles_let_by_whoever_dodges_through_and_snag_whoever_comes_after():
    play, act, x = at_needles()
    line = next(o for o in act.obstacles if o.kind == "needle")
    while play.position.x < x - 34:
        play.hold("right", "run", ticks=1)
    play.hold("right", "run", "dodge", ticks=20)
    assert play.position.x > x and line.state == "broken" and line.snags
    assert play.session.story.counts.get("stitches", 0) == 0
    act.her_x = line.box.x - 4
    play.until(lambda: act.snag > 0, within=30)


@pytest.mark.parametrize("kind", ["web", "soft"])
def test_a_web_and_soft_floor_slow_her_unless_she_dodges_through(kind):
    for dodges in (False, True):
        play, act = chase()
        thing = next(o for o in act.obstacles if o.kind == kind)
        put(play, thing.box.x - 30, thing.box.middle.y)
        act.her_x, act.phase = act.start_x - 100, "runs"
        play.hold("right", "run", ticks=6)
        ticks = 0
        while play.position.x < thing.box.right and ticks < 200:
            keys = ("right", "run", "dodge") if dodges and ticks == 0 else ("right", "run")
            play.hold(*keys, ticks=1)
            ticks += 1
        slowed = ticks > (thing.box.w + 20) / (RUN_SPEED / 60) * 1.3
        assert slowed is not dodges
        assert (act.stumbles > 0) is not dodges


# ---------------------------------------------------------------- falling, and going on


@pytest.mark.parametrize("difficulty", ["brave", "beldam"])
@pytest.mark.parametrize("seed", [1, 4])
def test_nobody_is_had_without_something_to_be_seen_in_the_second_before(difficulty, seed):
    play, _ = chase(0, difficulty)
    runner = Runner(play, clean=0.35, through=0.1, seed=seed)
    deaths = 0
    last = play.session.act
    for _ in range(60 * 70):
        now = play.session.act
        last = now if isinstance(now, Chase) else last
        runner.tick()
        back = play.session.news.of(CameBack)
        if back:
            deaths += 1
            assert isinstance(last, Chase)
            sight = {"caught": ("lunge", "strike"), "sewn": ("prick", "needle")}[back[0].why]
            since = [last.ticks - tick for tick, what in last.causes if what in sight]
            assert since and min(since) <= 60 + 60, last.causes  # what closes the picture takes a second of its own
        if deaths >= 3:
            break


def test_a_lunge_that_has_her_was_seen_within_the_60_ticks_before():
    for difficulty in DIFFICULTIES:
        play, act = chase(0, difficulty)
        near(play, act)
        play.until(lambda a=act: a.phase == "caught", within=200)
        assert act.cause_within(60) in ("lunge", "strike")
        told = max(tick for tick, what in act.causes if what == "lunge")
        assert act.ticks - told >= 24


def test_had_in_the_second_stretch_she_begins_the_second_stretch_again_within_two_seconds():
    play, act = chase(1)
    clear(act)
    put(play, act.start_x + 900, 600.0)
    act.her_x, act.phase = play.position.x - 1.2 * TILE, "runs"
    play.until(lambda: act.phase == "caught", within=200)
    ticks = 0
    while not (isinstance(play.session.act, Chase) and play.session.act is not act and play.session.is_free):
        play.wait(1)
        ticks += 1
        assert ticks < 120
    again = play.session.act
    assert again.stretch == 1 and again.mercy == 1
    assert play.position.x < 5 * TILE
    assert play.session.story.counts.get("stitches", 0) == 0


def test_after_three_tries_there_is_a_way_round():
    play, act = chase()
    for _ in range(3):
        act = play.session.act
        assert isinstance(act, Chase) and not can_slip(play.session)
        clear(act)
        put(play, 900.0, 208.0)
        act.her_x, act.phase = 900.0 - 1.2 * TILE, "runs"
        play.until(lambda a=act: a.phase == "caught", within=200)
        play.until(lambda a=act: play.session.act is not a and isinstance(play.session.act, Chase), within=120)
        play.until(lambda: play.session.is_free, within=60)
    assert can_slip(play.session)
    slip_past(play.session)
    play.until(lambda: isinstance(play.session.act, Chase) and play.session.act.stretch == 1, within=200)


def test_who_cannot_fail_is_let_go():
    play, act = chase()
    play.session.rules.no_fail = True
    near(play, act)
    play.until(lambda: act.her_x < play.position.x - 3 * TILE, within=200)
    assert act.phase == "runs"


def test_out_of_the_picture_she_is_never_farther_than_the_leash():
    play, act = chase()
    clear(act)
    act.phase = "runs"
    for _ in range(900):
        play.hold("right", "run", ticks=1)
        if act.phase == "won":
            break
        assert not act.is_out_of_sight or act.distance_tiles(play.session) <= LEASH_TILES[0] + 0.1
    for leash, lead in zip(LEASH_TILES, LEADS_PX, strict=True):
        assert leash * TILE > 320 - lead, "a placement, so it must be out of sight"


def test_whoever_runs_well_is_shown_her_every_eight_seconds_and_she_is_no_faster_for_it():
    play, act = chase(2)
    runner = Runner(play, through=0.0)
    heard = shown = was = 0
    last = act.her_x
    while act.phase in ("waits", "runs"):
        runner.tick()
        if any(h.name == "wall_crumble" for h in play.session.news.of(Heard)):
            heard = play.session.tick
        if act.is_shown:
            shown += not was
            assert play.session.tick - heard >= 24
            assert act.her_x - last <= 0.92 * RUN_SPEED / 60 + 1e-6
            assert act.distance_tiles(play.session) < 9
        was, last = act.is_shown, act.her_x
    assert shown >= 2


def test_music_has_more_voices_the_nearer_she_is():
    play, act = chase()
    clear(act)
    put(play, 1200.0, 208.0)
    heard: dict[int, tuple[str, ...]] = {}
    for tiles in (8.6, 6.5, 4.0, 2.5):
        act.her_x, act.phase, act.level = 1200.0 - tiles * TILE, "waits", -1
        act.phase = "runs"
        play.wait(1)
        put(play, 1200.0, 208.0)
        heard[sum(tiles < limit for limit in LEVELS)] = play.session.news.of(MusicCued)[-1].stems
    assert heard == {1: ("base",), 2: ("base", "drive"), 3: ("base", "drive", "panic"), 4: ("base", "drive", "panic")}


def test_the_bot_runs_all_three_and_is_pricked_by_nothing():
    play = Play(beat="beldam_chase")
    pricks = 0
    runner = Runner(play)
    for _ in range(60 * 110):
        runner.tick()
        pricks += len(play.session.news.of(Pricked))
        if play.saw("beldam_chase"):
            break
    assert play.saw("beldam_chase") and pricks == 0
    assert 0 < play.session.story.counts["closest_px"] < 400
    assert "chased" in play.session.story.flags and play.session.is_night
    play.until(lambda: play.session.room.name == "real/flat_down", within=120)


@pytest.mark.parametrize("attack", ["", *ATTACKS])
def test_it_can_be_practised(attack):
    play = Play.boss("chase", attack=attack)
    play.until(lambda: isinstance(play.session.act, Chase), within=60)
    if attack == "lunge":
        play.until(lambda: play.session.act is not None and play.session.act.phase == "caught", within=300)
        play.until(lambda: isinstance(play.session.act, Chase) and play.session.act.phase == "runs", within=200)
    elif attack == "needles":
        act = play.session.act
        play.hold("right", "run", ticks=110)
        assert any(what in ("needle", "prick") for _, what in act.causes)


@pytest.mark.parametrize("attack", ["", "grope"])
def test_the_climb_can_be_practised(attack):
    play = Play.boss("climb", attack=attack)
    play.until(lambda: type(play.session.act).__name__ == "Climb", within=60)
