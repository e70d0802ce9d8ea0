"""Continue with a save that cannot be opened: told on the title, never the end of the program."""

import msgspec

from game.app.game import Game, Kept
from game.app.pad import Controls, Menu
from game.app.saves import Summary
from game.app.settings import Settings
from game.content.start import new_session


def test_a_save_on_a_map_that_is_gone_leaves_one_at_the_title(tmp_path):
    kept = Kept.on_disk(tmp_path)
    assert kept.saves is not None
    snapshot = new_session(beat="door_found").checkpoint
    body = msgspec.structs.replace(snapshot, map="real/gone").to_data()
    assert kept.saves.save(1, body, Summary(1, 60, "real/gone")) is None
    game = Game(Settings(first_run=False), kept, note=lambda line: None)
    game.begin()
    game.scenes.tick(Controls(menu=Menu.CONFIRM))
    game.scenes.settle()
    assert game.play is None
