"""Where `bench` looks: the places it walks about in, and the tour from map to map."""

from __future__ import annotations

CASES = {
    # name: (map, spawn, the beat that is next, flags)
    "flat_down": ("real/flat_down", "cp_hall_mid", "", ()),
    "kitchen": ("real/flat_down", "cp_kitchen", "", ()),
    "night": ("real/flat_down", "cp_living", "", ("is_night",)),
    "rain": ("real/grounds", "cp_porch", "", ()),
    "fog": ("real/orchard", "cp_well", "", ("ignored",)),
    "flat_up": ("real/flat_up", "cp_landing", "", ()),
    "real_attic": ("real/attic", "cp_ring", "bobinsky_warns", ()),
    "real_basement": ("real/basement", "cp_stage", "actresses_warn", ()),
    "passage": ("between/passage", "cp_belly", "portal", ()),
    "other_flat": ("other/flat_down", "cp_hall_mid", "woke_home", ()),
    "other_up": ("other/flat_up", "cp_landing", "woke_home", ()),
    "house_front": ("other/grounds", "cp_porch", "mouse_circus", ()),
    "garden": ("other/grounds", "cp_garden", "mouse_circus", ()),
    "circus": ("other/attic", "cp_ring", "mouse_circus", ()),
    "theatre": ("other/basement", "cp_stage", "theatre_show", ()),
    "hem": ("other/orchard", "cp_post", "cat_speaks", ()),
    "hall": ("other/hall", "from_kitchen", "still_there", ()),
    "hunted": ("other/flat_down", "", "soul_house", ()),
    "lens": ("other/flat_down", "", "soul_house", ()),
    "lens_wide": ("other/flat_down", "", "soul_house", ()),
    "gone": ("other/flat_up", "", "soul_house", ("runout_house",)),
    "crumble": ("other/flat_up", "", "soul_house", ("runout_house",)),
    "crumble_lens": ("other/flat_up", "", "soul_house", ("runout_house",)),
    "rats": ("other/attic", "", "soul_circus", ()),
    "web": ("between/web", "", "true_form", ()),
    "chase": ("between/passage_long", "from_web", "beldam_chase", ("chase_opened",)),
    "hand": ("real/orchard", "", "hand_attacks", ()),
    "well": ("real/orchard", "cp_well", "hand_attacks", ("is_night",)),
    "dream": ("between/dream", "", "ghost_dream", ()),
    "party": ("real/grounds", "", "party", ()),
}
FIGHTS = {"web": ("web", ""), "hand": ("hand", "")}
"""Cases in the middle of a fight, by its name in game/content/bosses.py and the attack that is done over and over ("": all)."""
RUNS = frozenset({"chase"})
"""Cases in which she runs to the right as fast as she can."""
STONE_UP = frozenset({"lens", "lens_wide", "crumble_lens"})
"""Cases in which she looks through the stone all the while; "hunted" is the same walk without it."""
CLOCKS = {"gone": (1400, 1400), "crumble": (600, 900), "crumble_lens": (600, 900)}
"""Cases in a world that comes apart: ticks of the run-out's clock at first, and at which it begins again."""
TOUR = (
    ("between/passage", "from_real"),
    ("other/flat_down", "from_passage"),
    ("other/flat_up", "from_down"),
    ("other/flat_down", "from_up"),
    ("other/grounds", "from_flat_down"),
    ("other/attic", "from_grounds"),
    ("other/grounds", "from_attic"),
    ("other/basement", "from_grounds"),
    ("other/grounds", "from_basement"),
    ("other/orchard", "from_grounds"),
    ("other/grounds", "from_orchard"),
    ("other/flat_down", "from_grounds"),
    ("between/passage", "from_other"),
    ("real/flat_down", "from_passage"),
    ("real/flat_up", "from_down"),
    ("real/flat_down", "from_up"),
    ("real/grounds", "from_flat_down"),
    ("real/attic", "from_grounds"),
    ("real/basement", "from_grounds"),
    ("real/orchard", "from_grounds"),
    ("between/web", "from_living"),
    ("between/passage_long", "from_web"),
    ("between/dream", "start"),
)
"""From the real flat through every map and home again: (map, spawn)."""
