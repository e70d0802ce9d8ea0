"""What the other garden looks like when nobody keeps it up any more: which picture stands where another stood.

Out of doors on the other side, from ``stone_given`` on. A picture without a successor is gone. Maps need say nothing of it; two
states that differ in more than their picture are two objects, as ever.
"""

from __future__ import annotations

from typing import NamedTuple

from game.core.geometry import Box
from game.sim.room import FLIPS, Picture, Thing
from game.sim.session import Session

SINCE = "stone_given"
GONE_AWAY = ("drift_", "fairy_lights", "festoon", "lantern_hung_", "wisteria_", "apples_hung_", "garland_")
"""Whatever begins like that is gone."""


class Stands(NamedTuple):
    """Another picture: its name, its size and where in it the foot is, px (as in assets/art/props/other.json)."""

    prop: str
    w: int
    h: int
    foot_x: int
    foot_y: int


GONE = Stands("", 0, 0, 0, 0)
WITHERS: dict[str, Stands] = {
    "tree_blossom_1": Stands("tree_bare_1", 57, 81, 36, 68),
    "tree_blossom_2": Stands("tree_bare_2", 77, 111, 44, 97),
    "tree_blossom_3": Stands("tree_bare_1", 57, 81, 36, 68),
    "tree_2": Stands("tree_bare_2", 77, 111, 44, 97),
    "bush_bloom": Stands("bush_2", 50, 32, 21, 23),
    "rosebell_shut": Stands("rosebell_open_withered", 35, 53, 17, 47),
    "sunbell_shut": Stands("sunbell_open_withered", 35, 53, 17, 47),
    "moonflower_shut": Stands("moonflower_open_withered", 35, 53, 17, 47),
    "foxgloves": Stands("foxgloves_bare", 39, 45, 19, 39),
    "foxgloves_row": Stands("foxgloves_row_withered", 82, 50, 40, 45),
    "flower_box_1": Stands("flower_box_1_withered", 51, 32, 25, 12),
    "flower_box_2": Stands("flower_box_1_withered", 51, 32, 25, 12),
    "flower_box_long": Stands("flower_box_long_withered", 92, 32, 45, 12),
    "roses_1": Stands("roses_1_withered", 78, 123, 46, 121),
    "roses_2": Stands("roses_2_withered", 64, 167, 29, 166),
    "roses_3": Stands("roses_2_withered", 64, 167, 29, 166),
    "rose_arch": Stands("rose_arch_withered", 86, 104, 42, 96),
    "garden_bed_1": Stands("flowers_wire", 108, 75, 55, 40),
    "garden_bed_2": Stands("flowers_wire_2", 106, 74, 53, 39),
    "garden_bed_3": Stands("flowers_wire", 108, 75, 55, 40),
    "parcels_heap": Stands("parcels_opened", 71, 64, 35, 39),
    "doormat_back": Stands("doormat_stay", 46, 20, 23, 10),
    "washing_sizes": Stands("washing_shapes", 150, 66, 75, 57),
    "stars_sewn": Stands("stars_hanging", 68, 93, 31, 96),
    "window_evening_1": Stands("window_house", 60, 66, 30, 57),
    "window_evening_2": Stands("window_house", 60, 66, 30, 57),
    "dormer_lit": Stands("dormer", 74, 102, 37, 93),
    "gable_lit": Stands("gable", 138, 107, 69, 93),
    "turret_lit": Stands("turret", 100, 384, 50, 362),
    "bay_tower_lit": Stands("bay_tower", 104, 225, 52, 206),
    "bay_window_lit": Stands("bay_window", 104, 143, 52, 124),
    "lantern_post_lit": Stands("lantern_post", 20, 84, 8, 74),
    "gutter_fern": Stands("gutter", 136, 14, 68, 5),
    "fountain_up_1": Stands("fountain", 98, 103, 49, 69),
    "porch_lanterns": GONE,
    "runner_porch": GONE,
    "path_lamp_rose": GONE,
    "path_lamp_blue": GONE,
    "moon_hung": GONE,
    "signpost_gold": Stands("signpost", 79, 77, 38, 67),
    "popcorn_cart": GONE,
    "wreath_button": GONE,
}


def is_withered(session: Session) -> bool:
    room = session.room
    return room.side == "other" and not room.indoors and SINCE in session.story.flags


def withered(thing: Thing, picture: Picture) -> tuple[str, Box] | None:
    """(picture, where it is drawn) of what stands there now; None when nothing does."""
    if picture.prop.startswith(GONE_AWAY):
        return None
    now = WITHERS.get(picture.prop)
    if now is None:
        return picture.prop, thing.box
    if not now.prop:
        return None
    foot_x = now.w - now.foot_x if thing.gid & FLIPS else now.foot_x
    return now.prop, Box(thing.foot.x - foot_x, thing.foot.y - now.foot_y, now.w, now.h)
