"""What withers is drawn where its foot is: the table says what the pictures say."""

from __future__ import annotations

import json

from game.content.props.withered import WITHERS
from game.data import data_folder


def test_sizes_and_feet_are_those_of_the_pictures() -> None:
    known = json.loads((data_folder("assets") / "art" / "props" / "other.json").read_text(encoding="utf-8"))
    for was, now in WITHERS.items():
        assert was in known, was
        if now.prop:
            picture = known[now.prop]
            assert (now.w, now.h) == tuple(picture["rect"][2:]), now
            assert (now.foot_x, now.foot_y) == tuple(picture["anchor"]), now
