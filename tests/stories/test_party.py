"""The party: every guest answers to what was done, nothing can go so wrong that it ends, and a cat goes behind a post."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.content.beats.ch12_party.guests import EVERYBODY, GATE, THIRSTY
from game.content.deeds import RECKONED
from game.content.start import make_content
from game.core.intent import Action, Intent
from game.sim.acts import Party
from game.sim.happenings import StoryEnded
from game.sim.panels import PourPanel
from game.sim.panels.pour import ENOUGH, LINE
from game.sim.parts import Hero
from game.testing import Play

CONTENT = make_content()
WORDS = CONTENT.words


def lines(who: str) -> list[str]:
    return WORDS.numbered(f"party.{who}")


def deeds() -> list[str]:
    """All flags that some line of the party asks for."""
    found = []
    for who in EVERYBODY:
        for key in lines(who):
            node = WORDS.node(key)
            assert isinstance(node, dict)
            found += [f.strip() for f in node.get("when", "").split(",") if f.strip()]
    return sorted(set(found))


def open_party(*flags: str) -> Play:
    """On the lawn, all said that is said at first, Mum at her side."""
    play = Play(beat="party", flags=(*flags, "party_opened"))
    play.until(lambda: play.session.is_running("party") and play.session.is_free, within=300, reads=True)
    return play


def later(*flags: str) -> Play:
    """After the story, when everybody can be asked."""
    play = Play(beat="cat_vanishes", flags=flags)
    play.wait(40)
    play.read()
    return play


def ask(play: Play, who: str) -> None:
    for _ in range(5):
        play.read()
        play.use(who)
        if play.used == who:
            break
    play.read()


# ---------------------------------------------------------------- who says what


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_line_of_every_guest_can_be_said(who: str) -> None:
    play = later(*deeds())
    for _ in range(len(lines(who))):
        if all(key in play.keys for key in lines(who)):
            break
        ask(play, who)
    assert [key for key in lines(who) if key not in play.keys] == []


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_guest_says_only_what_is_true_and_always_something(who: str) -> None:
    play = later()
    for flag in list(play.session.story.flags):
        if flag in deeds():
            play.session.story.set(flag, False)
    ask(play, who)
    ask(play, who)
    said = [key for key in play.keys if key.startswith("party.")]
    assert set(said) == {lines(who)[-1]}


def test_each_deed_is_something_the_game_can_know() -> None:
    """Chosen, set by a beat, or reckoned from counts: no guest waits for a flag that nothing sets."""
    chosen = set()

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("set"), str):
                chosen.add(node["set"])
            for part in node.values():
                walk(part)

    walk(WORDS.node("beats"))
    by_beats = {"lantern_first_try", "mice_first_try", "no_beam_falls", "circus_perfect", "lost_looking"}
    by_hands = {"bulb_planted", "painted_room"}
    unknown = [f for f in deeds() if f not in chosen | set(RECKONED) | by_beats | by_hands]
    assert unknown == []


def test_asking_everybody_is_remembered() -> None:
    play = later()
    for who in EVERYBODY:
        ask(play, who)
    assert "asked_all" in play.session.story.flags


def test_the_two_at_the_gate_have_nothing_to_say_yet() -> None:
    play = open_party()
    for who in GATE:
        ask(play, who)
    assert not any(key.startswith("party.") for key in play.keys)
    assert play.said("wybie_early") and play.said("gran_early")


# ---------------------------------------------------------------- ginger beer


def carry_tray(play: Play) -> Party:
    Bot(play).use("trestle_beer")
    play.until(lambda: bool(play.session.world.get(play.session.hero, Hero).carries), within=120, reads=True)
    act = play.session.act
    assert isinstance(act, Party)
    return act


def test_walking_spills_nothing() -> None:
    play = open_party()
    act = carry_tray(play)
    for way in ("left", "down", "right", "up", "left"):
        play.hold(way, ticks=70)
        play.wait(20)
    assert not act.spills


def test_turning_on_ones_heel_again_and_again_does() -> None:
    play = open_party()
    act = carry_tray(play)
    for _ in range(6):
        play.hold("left", ticks=26)
        play.hold("right", ticks=26)
    assert act.spills
    assert "party_spilled" in play.session.story.flags


def pour(panel: PourPanel, play: Play, ticks: int) -> PourPanel:
    play.session.panel = panel
    play.wait(3)
    for _ in range(ticks):
        play.tick(Intent(held=Action.INTERACT))
    for _ in range(400):
        if panel.is_done:
            break
        play.tick()
    play.session.panel = None
    return panel


@pytest.mark.parametrize("who", THIRSTY)
def test_a_glass_is_full_at_the_line_and_over_beyond_the_brim(who: str) -> None:
    play = open_party()
    fill = round(LINE / PourPanel(who=who).rate)
    exact = next(
        p for hold in range(fill - 4, fill + 14, 2) if (p := pour(PourPanel(who=who), play, hold)).verdict == "exact"
    )
    assert not exact.spilled
    assert pour(PourPanel(who=who), play, fill * 2 + 40).verdict == "spilled"


def test_too_little_is_not_poured_yet_and_more_can_be_added() -> None:
    play = open_party()
    panel = PourPanel(who="bobinsky")
    play.session.panel = panel
    play.wait(3)
    for _ in range(40):
        play.tick(Intent(held=Action.INTERACT))
    play.wait(120)
    assert panel.level < ENOUGH and not panel.verdict
    while panel.level < LINE - 0.05:
        play.tick(Intent(held=Action.INTERACT))
    play.wait(200)
    assert panel.verdict in ("exact", "full")


def test_whoever_asks_for_it_is_helped_to_the_line() -> None:
    play = open_party()
    play.session.rules.auto_brace = True
    for who in THIRSTY:
        assert not pour(PourPanel(who=who), play, 300).spilled


# ---------------------------------------------------------------- chairs, cake, ground


def test_a_chair_belongs_on_a_mark_and_may_stand_elsewhere() -> None:
    play = open_party()
    play.use("party_chair_1")
    play.walk_to((33, 26))
    play.press("interact")
    play.wait(30)
    assert not any(f.startswith("chair_at_") for f in play.session.story.flags)
    play.use("party_chair_1")
    play.wait(20)
    play.walk_to("seat_2", near=10)
    play.press("interact")
    play.wait(30)
    assert "chair_at_seat_2" in play.session.story.flags
    assert play.session.find("story_chair_2") and not play.session.find("party_chair_1")


@pytest.mark.parametrize("who", EVERYBODY)
def test_cake_is_for_anybody(who: str) -> None:
    play = open_party("corner_taken")
    Bot(play).use("trestle_cake")
    play.until(lambda: bool(play.session.world.get(play.session.hero, Hero).carries), within=120, reads=True)
    for _ in range(6):
        play.walk_to(who, near=26.0)
        if play.prompt == "give":
            break
        play.wait(10)
    play.press("interact")
    play.until(lambda: f"cake_{who}" in play.session.story.flags and play.session.is_free, within=900, reads=True)
    assert play.said(f"cake_{who}")


def test_mum_walks_with_her_and_looks_where_she_looks() -> None:
    play = open_party()
    play.walk_to((28, 36))
    play.wait(60)
    assert (play.point_of("mel") - play.position).length < 90
    Bot(play).use("banner")
    play.wait(120)
    assert any(key.startswith("barks.mel_party") for key in play.keys)


# ---------------------------------------------------------------- small things that are remembered


def test_a_bulb_kept_back_and_a_leaf_by_the_lamp() -> None:
    play = Play("real/flat_down", beat="door_found")
    play.read()
    Bot(play).use("drip_pan")
    assert "bulb_planted" in play.session.story.flags
    play.session.give("yellow_leaf")
    Bot(play).use("desk_lamp")
    assert "painted_room" in play.session.story.flags
    assert "yellow_leaf" not in play.session.story.items


def test_the_leaf_lies_under_its_tree() -> None:
    play = Play("real/grounds", spawn="cp_garden", beat="door_found")
    play.read()
    Bot(play).use("yellow_leaf")
    assert "yellow_leaf" in play.session.story.items


# ---------------------------------------------------------------- to the end


def test_the_whole_of_it_and_the_cat_does_not_come_out() -> None:
    play = Play(beat="party")
    ends: list[str] = []
    play.on_tick.append(lambda _: ends.extend("end" for _ in play.session.news.of(StoryEnded)))
    report = Bot(play).run("cat_vanishes")
    assert report.beats == ["party", "grandmother", "cat_vanishes"]
    play.wait(5)
    assert ends == ["end"]
    assert not play.session.find("cat")
    assert play.said("poured_all")
    assert "asked_all" in play.session.story.flags
    assert play.session.weather == "gold"


def test_loading_in_the_middle_goes_on() -> None:
    play = open_party()
    carry_tray(play)
    again = Play.load(play.session.checkpoint)  # type: ignore[arg-type]
    again.wait(30)
    again.read()
    assert again.session.is_running("party")
    assert isinstance(again.session.act, Party)
    assert not again.session.world.get(again.session.hero, Hero).carries


def test_the_house_is_empty_and_the_bells_come_out() -> None:
    play = Play("real/flat_up", beat="party", flags=("party_opened",))
    play.wait(30)
    play.read()
    Bot(play).use("bell_board")
    assert play.said("beats.party.bells")
    assert not play.session.find("mel") and not play.session.find("mel_asleep_late")
