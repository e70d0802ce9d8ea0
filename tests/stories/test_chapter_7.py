"""Chapter 7 behind the glass, as a player meets it. Its second half, the way out of the house, is in test_escape.py."""

import itertools

import pytest

from game.app.bot import Bot, ch07
from game.app.bot.ch06 import run_west
from game.app.headless import Headless
from game.app.settings import Settings
from game.content.beats.ch07_mirror.cell import GHOSTS
from game.content.start import new_session
from game.core.intent import Action, Intent
from game.sim.acts import Pane, Ripples, Vow
from game.sim.panels import BracePanel
from game.sim.parts import Look, Rules
from game.sim.save import Snapshot
from game.testing import Play

TOLD = ("mirror_opened", "ripples_told")
FOUND = (*TOLD, "found_silas", "found_hester", "found_ivy")
HOLD = Intent(held=Action.INTERACT)


def test_chapter_six_lets_her_fall_into_seven():
    """The ribbon first, with a save behind it; then white, then dark, and the chapter's name."""
    made = ("egg_laid", "demand_1_made", "demand_2_made", "demand_3_made", "run_said")
    settings = Settings(first_run=False)
    session = new_session("other/hall", "", "she_turns", made, rules=settings.rules())
    headless = Headless(session, settings=settings)
    play = Play(session=session)
    bot = Bot(play)
    while not isinstance(session.panel, BracePanel):
        play.until(lambda: session.is_free or session.panel is not None, within=900, reads=True)
        if session.is_free:
            run_west(bot)
    bot.hold_on()
    play.until(lambda: play.saw("she_turns"), within=3000, reads=True)
    assert session.checkpoint is not None and "she_turns" in session.checkpoint.done, "saved under the ribbon"
    headless.tick()
    assert headless.screen == "chapterend"
    play.until(lambda: session.room.name == "between/mirror", within=200)
    play.until(lambda: session.title is not None and session.title.key == "menu.chapters.7", within=90)


def test_it_begins_again_from_the_save_under_the_ribbon():
    play = Play("other/hall", beat="mirror_ghosts")
    play.until(lambda: play.session.room.name == "between/mirror", within=200)
    play.until(lambda: play.said("mirror_ghosts.open"), within=900, reads=True)


def test_the_rings_are_told_once_she_has_made_some():
    play = Play(beat="mirror_ghosts")
    play.until(lambda: play.said("mirror_ghosts.open"), within=900, reads=True).read()
    play.wait(200)
    assert not play.said("mirror_ghosts.teach"), "not while she stands"
    play.walk_to((5, 6))
    play.until(lambda: play.said("mirror_ghosts.teach"), within=60)


@pytest.mark.parametrize("order", list(itertools.permutations(GHOSTS))[::2])
def test_voices_are_found_in_any_order_and_each_is_kept(order: tuple[str, ...]):
    play = Play(beat="mirror_ghosts", flags=TOLD)
    play.wait(120)
    moments = {"silas": "first", "hester": "second", "ivy": "third"}
    for name in order:
        play.read().walk_to(f"voice_{name}", near=10)
        play.until(lambda n=name, p=play: p.said(f"mirror_ghosts.{moments[n]}"), within=300, reads=True)
        if name != order[-1]:
            play.read().wait(120)
            play = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
            assert play.session.find(f"ghost_{name}") and isinstance(play.session.act, Ripples)
            assert name not in [v.name for v in play.session.act.voices]
            play.wait(30)
    play.until(lambda: "ghosts_met" in play.session.story.flags, within=9000, reads=True)
    assert play.said("mirror_ghosts.see") and play.said("ivy_known") is (order[-1] == "ivy")


@pytest.mark.parametrize("name", GHOSTS)
def test_each_shows_what_it_has_seen_and_it_is_kept(name: str):
    play = Play(beat="mirror_ghosts", flags=[*FOUND, "ghosts_met"])
    play.wait(90).use(f"ghost_{name}")
    bot = Bot(play)
    for _ in range(6000):
        if f"memory_{name}_seen" in play.session.story.flags:
            break
        if play.session.talk is not None:
            play.read()
        else:
            ch07.remember(bot)
    began = play.session.tick
    assert play.said(f"memory_{name}.scene") and began < 60 * 60
    play.read().wait(40)
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    assert f"memory_{name}_seen" in again.session.story.flags
    again.wait(60).use(f"ghost_{name}").wait(20)
    assert again.session.panel is None, "it is shown once"


def test_a_load_in_the_middle_of_a_memory_begins_it_again():
    play = Play(beat="mirror_ghosts", flags=[*FOUND, "ghosts_met"])
    play.wait(90).use("ghost_ivy").wait(80)
    assert play.session.panel is not None
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    Bot(again).run("mirror_ghosts")


@pytest.mark.parametrize("pick, said", [(0, "promise.promise"), (1, "promise.scared")])
def test_both_answers_lead_to_the_promise(pick: int, said: str):
    play = Play(beat="promise")
    play.until(lambda: bool(play.talk and play.talk.options), within=3000, reads=True)
    play.choose(pick)
    play.until(lambda: isinstance(play.session.act, Vow), within=3000, reads=True)
    assert play.said(said) and play.said("promise.promise")
    assert ("said_scared" in play.session.story.flags) == (pick == 1)


def vowing(rules: Rules | None = None) -> tuple[Play, Vow]:
    play = Play(beat="promise", flags=["promise_asked", "promise_chosen"], rules=rules)
    play.until(lambda: isinstance(play.session.act, Vow), within=3000, reads=True)
    act = play.session.act
    assert isinstance(act, Vow)
    return play, act


def test_three_heartbeats_and_with_each_somebody_joins():
    play, act = vowing()
    joined = []
    for _ in range(400):
        play.tick(HOLD)
        if act.pulses and act.pulses not in joined:
            joined.append(act.pulses)
        if act.is_over:
            break
    assert joined == [1, 2, 3]
    play.until(lambda: play.saw("promise"), within=2000, reads=True)
    assert play.said("promise.done") and not play.said("let_go")


def test_letting_go_is_comforted_once_and_loses_only_breath():
    play, act = vowing()
    for _ in range(3):
        for _ in range(100):
            play.tick(HOLD)
        play.wait(120)
        play.until(lambda: play.talk is None, within=600, reads=True)
    assert act.lets_go >= 2
    for _ in range(500):
        play.tick(HOLD)
    play.until(lambda: play.saw("promise"), within=2000, reads=True)
    assert play.said("let_go")


def test_a_thumb_may_slip():
    play, act = vowing()
    for n in range(60):
        play.tick(HOLD if n % 12 else Intent())
    assert not act.lets_go and act.held > 0.5


def test_the_assist_holds_for_her():
    play, act = vowing(Rules(auto_brace=True))
    play.press("interact")
    play.until(lambda: act.is_over, within=500)


def test_the_glove_waits_and_takes_her_out():
    play = Play(beat="wybie_frees")
    ch07.meet_the_glove(Bot(play))
    assert play.said("wybie_frees.hand") and play.said("wybie_frees.teach")
    assert play.session.room.name == "other/flat_down" and "escaping" in play.session.story.flags
    assert not play.saw("wybie_frees")


def test_they_stand_out_of_the_light_meanwhile():
    play = Play(beat="wybie_frees", flags=["hand_seen"])
    play.wait(30)
    act = play.session.act
    assert isinstance(act, Pane)
    for name in GHOSTS:
        at = play.point_of(f"ghost_{name}")
        assert not act.is_lit(at.x, at.y)
        assert play.session.world.get(play.session.find(f"ghost_{name}"), Look).sheet.startswith("ghost_")


def test_the_bot_plays_it_all():
    report = Bot(Play(beat="mirror_ghosts")).run("promise")
    assert report.beats == ["mirror_ghosts", "promise"]
