"""The end of a chapter is shown: a checkpoint taken in the same tick must not swallow it."""

from game.app.headless import Headless
from game.app.settings import Settings
from game.content.start import new_session
from game.sim.panels import KeyPanel


def test_after_the_bricks_the_chapters_end_is_shown():
    settings = Settings(first_run=False)
    headless = Headless(new_session(beat="bricks", rules=settings.rules()), settings=settings)
    hold = headless.game.pad.hold
    for _ in range(4000):
        session = headless.session
        if headless.screen != "play" or session is None or "bricks" in session.story.done:
            break
        panel = session.panel
        if isinstance(panel, KeyPanel) and session.talk is None and panel.cursor != panel.right:
            name = "down" if panel.cursor // 4 < panel.right // 4 else "right"
        else:
            name = "interact"
        hold(name, True)
        headless.tick()
        hold(name, False)
        headless.tick(2)
    headless.tick(10)
    assert headless.screen == "chapterend"
