"""Chapter 3: the way to Wybie is shown, and whoever is spoken to first begins with what they have to say first."""

import pytest

from game.content.folk.chatter import next_topic
from game.core.geometry import Vec
from game.sim.parts import Place
from game.testing import Play


def place(play, who):
    at = play.session.world.get(play.session.find(who), Place)
    return Vec(at.x, at.y)


@pytest.mark.parametrize(("who", "near", "way"), [("spink", Vec(620, 556), "up"), ("forcible", Vec(403, 561), "up")])
def test_a_word_with_either_lady_opens_the_door_first(who, near, way):
    play = Play(beat="actresses_warn").wait(10)
    play.walk_to(near, stop=lambda: play.talk is not None)
    if play.talk is None:
        play.use(who)
    play.until(lambda: play.talk is not None, within=200)
    assert play.keys[0] == "beats.actresses_warn.open.1"


def test_the_word_sister_waits_for_the_photograph():
    play = Play(beat="twin_told")
    play.session.story.looked += [f"topics.wybie.{n}" for n in play.session.content.words.names("topics.wybie")[1:]]
    assert next_topic(play.session, "wybie") == ""
    play.session.story.set("twin_told")
    assert next_topic(play.session, "wybie") == "topics.wybie.gran"


def test_the_cat_does_not_go_without_her():
    play = Play(beat="twin_told").wait(60)
    play.walk_to("admiral", near=24.0)
    play.until(lambda: play.session.story.holds("cat_off_saddle"), within=200)
    play.wait(400)
    assert (place(play, "cat") - play.position).length < 190


def test_who_follows_the_cat_finds_him():
    play = Play(beat="twin_told").wait(60)
    play.walk_to("admiral", near=24.0)
    for _ in range(60):
        if play.session.is_running("twin_told"):
            break
        cat = place(play, "cat")
        if (cat - play.position).length < 50:
            play.wait(30)
        else:
            play.walk_to(cat, near=44.0, within=60, stop=lambda: play.talk is not None) if _near(play, cat) else None
        if (place(play, "wybie_walk") - play.position).length < 70:
            break
    assert (place(play, "wybie_walk") - play.position).length < 110


def _near(play, cat):
    try:
        play.way_to(cat)
    except Exception:
        return False
    return True


def test_he_is_heard_from_the_porch_and_calls():
    play = Play(beat="twin_told").wait(1500)
    assert play.heard.count("cough") >= 3
    assert play.said("twin_told.calls")


@pytest.mark.parametrize("y", [340, 370, 393, 405])
def test_straight_at_the_beams_is_on_them(y):
    play = Play(beat="bobinsky_warns", flags=["bobinsky_opened"]).wait(5)
    play.walk_to(Vec(705, 370), near=3.0)
    play.until(lambda: play.session.is_free, within=2000, reads=True)
    play.walk_to(Vec(705, y), near=3.0)
    seen = set()
    for _ in range(90):
        play.hold("left", ticks=1)
        seen.add(play.prompt)
    assert play.session.act is not None and play.position.x < 660
    assert seen == {""} or y not in (370, 393)
