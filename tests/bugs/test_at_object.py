"""--at-object with what is no number means nothing is selected, as with Tiled's own %objectid."""

import pytest

from game.content.editor import spawn_near
from game.data import data_folder


@pytest.mark.xfail(strict=True, raises=ValueError, reason="spawn_near asks str.isdigit only: '²'.isdigit() is true")
def test_a_superscript_is_no_object():
    assert spawn_near("real/grounds", data_folder("maps"), "²") == ""
