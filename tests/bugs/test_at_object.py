"""--at-object with what is no number means nothing is selected, as with Tiled's own %objectid."""

from game.content.editor import spawn_near
from game.data import data_folder


def test_a_superscript_is_no_object():
    assert spawn_near("real/grounds", data_folder("maps"), "²") == ""
