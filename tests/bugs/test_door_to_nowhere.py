"""A map maker's door to a spawn that is not there: their mistake, told in one line, not a fault of ours."""

import shutil

import pytest

from game.app.errors import EXPECTED
from game.content.start import make_content
from game.data import data_folder
from game.testing import Play


def test_a_door_to_a_spawn_that_is_not_there_is_an_expected_error(tmp_path):
    maps = tmp_path / "maps"
    shutil.copytree(data_folder("maps"), maps)
    path = maps / "real" / "flat_down.tmx"
    path.write_text(path.read_text(encoding="utf-8").replace('value="from_down"', 'value="nowhere"'), encoding="utf-8")
    play = Play("real/flat_down", spawn="from_up", beat="doll_given", content=make_content(maps=maps))
    with pytest.raises(EXPECTED, match="nowhere"):
        play.hold("up", ticks=200)
