"""Chapter 3's two puzzles can be got up from: what she has done so far is there when she comes back."""

from game.app.bot import Bot
from game.sim.panels import LanternPanel, MessagePanel
from game.sim.parts import Rules
from game.testing import Play

QUICK = Rules(text_speed=0.0)


def hear_until(play, question, within=6000):
    for _ in range(within):
        if question():
            return
        if play.talk is not None and play.talk.options:
            play.choose(0)
        elif play.talk is not None:
            play.press("interact", ticks=1)
        else:
            play.tick()
    raise AssertionError(play.where())


def test_the_lantern_keeps_its_rings():
    play = Play(beat="actresses_warn", rules=QUICK)

    def is_open():
        panel = play.session.panel
        return isinstance(panel, LanternPanel) and not panel.is_fixed and play.talk is None

    play.use("lantern")
    hear_until(play, lambda: play.session.story.holds("ladies_met") and play.session.is_free)
    play.use("lantern")
    hear_until(play, is_open)
    play.hold("right", ticks=1).wait(60)
    hear_until(play, lambda: play.talk is None)
    rings = play.session.panel.rings
    play.press("dodge")
    hear_until(play, lambda: play.session.is_free)
    assert play.said("actresses_warn.later")
    play.hold("down", ticks=20)
    play.use("lantern")
    hear_until(play, is_open)
    assert play.session.panel.rings == rings and play.session.panel.turns == 1
    assert play.keys.count("beats.actresses_warn.teach.1") == 1
    play.wait(10).press("dodge")
    hear_until(play, lambda: play.session.is_free)
    Bot(play).run("actresses_warn")
    assert play.saw("actresses_warn")


def test_the_mice_keep_their_places():
    play = Play(beat="bobinsky_warns", flags=["bobinsky_opened", "crossed_beams", "bobinsky_praised"], rules=QUICK)
    play.session.run("ch03_bobinsky")

    def picks():
        return isinstance(play.session.panel, MessagePanel) and play.session.panel.state == "pick"

    if not play.session.is_running("bobinsky_warns"):
        play.session.begin("bobinsky_warns")
        play.tick()
        play.session.run("ch03_bobinsky")
    hear_until(play, picks)
    play.wait(10)
    play.press("interact").hold("right", ticks=1).wait(4).press("interact").wait(60)
    order = play.session.panel.order
    assert order == (0, 3, 2, 1)
    play.press("dodge")
    hear_until(play, lambda: play.session.is_free)
    assert play.said("bobinsky_warns.later")
    play.wait(30)
    play.session.run("ch03_bobinsky")
    hear_until(play, picks)
    assert play.session.panel.order == order and play.session.panel.swaps == 1
    play.wait(10).press("dodge")
    hear_until(play, lambda: play.session.is_free)
    Bot(play).run("bobinsky_warns")
    assert play.saw("bobinsky_warns")
