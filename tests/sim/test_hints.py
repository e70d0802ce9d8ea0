"""Calling the cat: a nudge, a pointer, the answer; shown where it cannot speak, told where it can; never in the way."""

from __future__ import annotations

import pytest

from game.content.folk.cat import CALLED, TIERS
from game.content.start import playable_beats
from game.sim.panels import NotePanel
from game.sim.parts import Look, Place, Rules
from game.sim.story import BEAT
from game.testing import Play
from tests.interface import words

QUICK = Rules(text_speed=0.0)
FRIENDS = ("cat_named", "taught_call_cat")


def heard_hints(play: Play) -> list[str]:
    return [k for k in play.keys if k.startswith("hints.")]


def call(play: Play, within: int = 400) -> None:
    """Calls, and reads what comes of it."""
    before = len(heard_hints(play))
    play.press("cat")
    play.until(lambda: len(heard_hints(play)) > before, within=within)
    play.read()


@pytest.mark.parametrize("beat", [b for b in playable_beats() if BEAT[b].chapter <= 6])
def test_every_goal_has_three_hints(beat: str) -> None:
    assert all(words().has(f"hints.{beat}.{n}") for n in range(1, TIERS + 1))


def test_each_call_says_more_and_then_the_same() -> None:
    play = Play(beat="ignored", rules=QUICK)
    play.wait(60)
    play.read()
    for _ in range(4):
        call(play)
    assert heard_hints(play) == ["hints.ignored.1", "hints.ignored.2", "hints.ignored.3", "hints.ignored.3"]
    assert "cat_meow" in play.heard


def test_the_next_goal_begins_with_a_nudge() -> None:
    play = Play(beat="ignored", rules=QUICK)
    play.wait(60)
    play.read()
    call(play)
    play.session.story.end("ignored")
    call(play)
    assert heard_hints(play) == ["hints.ignored.1", "hints.wybie_met.1"]


def test_at_home_it_is_told_and_over_there_it_speaks() -> None:
    play = Play("real/flat_down", flags=FRIENDS, rules=QUICK)
    play.wait(20)
    play.press("cat")
    play.until(lambda: play.talk is not None, within=60)
    assert play.talk is not None and play.talk.who == "narrator"
    play = Play("other/grounds", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    play.wait(60)
    play.read()
    play.press("cat")
    play.until(lambda: play.talk is not None, within=400)
    assert play.talk is not None and play.talk.who == "cat"


def test_it_comes_sits_says_it_and_is_gone() -> None:
    play = Play("other/grounds", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    session = play.session
    play.wait(60)
    play.read()
    play.press("cat")
    play.until(lambda: session.find(CALLED) != 0, within=60)
    assert session.is_free, "she need not wait for it"
    play.until(lambda: play.talk is not None, within=400)
    at = session.world.get(session.find(CALLED), Place)
    assert 16 < abs(at.x - session.place.x) + abs(at.y - session.place.y) < 70
    play.read()
    play.wait(20)
    assert session.world.get(session.find(CALLED), Look).anim in ("sit", "groom")
    play.until(lambda: not session.find(CALLED), within=600)
    assert not session.is_running("call_cat")


def test_it_says_more_while_it_sits() -> None:
    play = Play("other/grounds", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    play.wait(60)
    play.read()
    call(play)
    play.wait(30)
    call(play, within=30)
    assert heard_hints(play) == ["hints.buttons_offered.1", "hints.buttons_offered.2"]


def test_it_comes_by_the_nearest_thin_place() -> None:
    play = Play("other/orchard", "cp_post", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    session = play.session
    cat = session.find("cat")
    if cat:  # it sits here of its own accord, out of sight
        session.world.get(cat, Look).is_hidden = True
    play.wait(40)
    play.read()
    play.press("cat")
    play.wait(4)
    thins = [t.foot for t in session.room.things if t.kind == "Thin"]
    here = session.world.get(session.find(CALLED) or session.find("cat"), Place)
    assert min(abs(t.x - here.x) + abs(t.y - here.y) for t in thins) < 40


@pytest.mark.parametrize("busy", ["talk", "panel", "scene"])
def test_nobody_is_interrupted(busy: str) -> None:
    play = Play(beat="ignored", rules=Rules(text_speed=0.4))
    session = play.session
    play.wait(20)
    if busy == "scene":
        session.locks += 1
    elif busy == "talk":
        session.say("narrator", "plain", "Somebody is speaking.", "beats.ignored.open.1")
    else:
        session.panel = NotePanel("note", "beats.doll_given.note")
    play.press("cat")
    play.wait(10)
    assert not session.is_running("call_cat")


def test_a_call_can_be_left_by_a_door() -> None:
    play = Play("other/grounds", "from_flat_down", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    play.wait(40)
    play.read()
    play.press("cat")
    play.session.leave_for("other/flat_down", "from_grounds")
    play.until(lambda: play.session.room.name == "other/flat_down", within=120)
    play.wait(120)
    assert not play.session.find(CALLED)


def test_what_was_said_is_kept_with_the_story() -> None:
    play = Play(beat="ignored", rules=QUICK)
    play.wait(60)
    play.read()
    call(play)
    call(play)
    play.session.wants_checkpoint = True
    play.until(lambda: not play.session.wants_checkpoint, within=200)
    assert play.session.checkpoint is not None
    again = Play.load(play.session.checkpoint)
    assert again.session.story.counts["hint.ignored"] == 2


def test_it_can_be_asked_and_remarks_on_leaving() -> None:
    play = Play("other/grounds", beat="buttons_offered", flags=FRIENDS, rules=QUICK)
    session = play.session
    session.story.counts["cat_left"] = 1
    play.wait(60)
    play.read()
    call(play)
    play.use(CALLED)
    play.read()
    assert any(k.startswith(("topics.cat", "barks.cat_other")) for k in play.keys)
    play.until(lambda: not session.find(CALLED), within=700)
    assert sum(k.startswith("barks.cat_other") for k in play.keys) >= 1


def test_before_it_has_spoken_it_mews_from_its_side() -> None:
    play = Play("other/orchard", "from_grounds", beat="cat_speaks", rules=QUICK)
    play.wait(20)
    cries: list[str] = []
    play.press("cat")
    for _ in range(30):
        cries += [who for who, say in play.session.story.log if say == words().get("hints.mew_right")]
        play.wait(1)
    assert "cat" in cries
