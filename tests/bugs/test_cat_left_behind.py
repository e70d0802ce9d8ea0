"""She began the walk with the cat, turned round and went home: the beat was taken for told, and the far door stayed shut."""

from game.app.bot import Bot
from game.testing import Play


def test_who_goes_home_again_still_has_the_walk_before_her():
    play = Play(beat="cat_joins")
    bot = Bot(play)
    bot.go_to_map("between/passage") if "bricked" not in play.session.story.flags else None
    play.walk_to((30.5, 6.4), near=16, stop=lambda: not play.session.is_free)
    play.until(lambda: "bricked" not in play.session.story.flags, within=600, reads=True)
    play.read()
    bot.go_to_map("between/passage")
    play.until(lambda: play.session.story.has_begun("cat_joins"), within=300, reads=True)
    play.read()
    bot.go_to_map("real/flat_down")
    play.wait(120)
    assert not play.saw("cat_joins")
    bot.run("game_proposed")
