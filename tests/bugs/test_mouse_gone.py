"""Bug: caught after the mouse had run down the stairs she woke alone; nothing came back for her, and the goal said follow it."""

from __future__ import annotations

from game.app.bot import Bot, ch02
from game.core.geometry import Vec
from game.testing import Play


def test_the_mouse_comes_back_even_from_the_stairs():
    play = Play(beat="mouse_guide")
    session = play.session
    play.until(lambda: "mouse_met" in session.story.flags and session.is_free, within=3000, reads=True)
    bot = Bot(play)
    play.wait(4)
    ch02.follow(bot, lambda: not session.find("mouse"))
    play.read()
    assert not session.find("mouse"), "it has gone down"
    play.hold("left", "run", ticks=60)
    play.until(lambda: play.said("mouse_guide.caught") or play.said("mouse_guide.creak"), within=600, reads=True)
    play.read()
    if not play.said("mouse_guide.caught"):
        play.hold("left", "run", ticks=110)
        play.until(lambda: play.said("mouse_guide.caught"), within=600, reads=True)
        play.read()
    assert session.find("mouse"), "it is there again"
    assert (play.point_of("mouse") - play.position).length < 260
    assert (play.position - Vec(656, 528)).length < 6, "from the middle of the landing on"
    Bot(play).run("mouse_guide")
