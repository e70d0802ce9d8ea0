"""Which patch a sentence of [credits.retelling] gets. A new sentence: a picture in one of the files beside this, a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.view.retelling import at_home, with_her, with_thread
from game.view.retelling.at_home import Facts
from game.view.retelling.cloths import FOG, GHOST, HOME, MORNING, OTHER, RAIN, WEB, WELL, Tones
from game.view.retelling.patch import Patch
from game.view.retelling.shapes import Chest

Make = Callable[[Patch, Chest, Facts], None]
PATCHES: Mapping[str, tuple[Tones, Make]] = {
    "1": (RAIN, at_home.rain_and_house),
    "2": (HOME, at_home.tally),
    "3": (HOME, at_home.hardly_asked),
    "4": (HOME, at_home.doll_turned),
    "5": (HOME, at_home.doll_boxed),
    "6": (RAIN, at_home.doll_kept),
    "7": (RAIN, with_her.open_door),
    "8": (OTHER, with_her.saw_she_fasts),
    "9": (OTHER, with_her.sent_along),
    "10": (OTHER, with_her.ate_leaves),
    "11": (FOG, with_her.cat_asked),
    "12": (OTHER, with_her.looked_at_yes),
    "13": (OTHER, with_her.said_no),
    "14": (GHOST, with_her.glove),
    "15": (OTHER, with_her.no_talking),
    "16": (GHOST, with_her.house_first),
    "17": (OTHER, with_her.theatre_first),
    "18": (GHOST, with_her.circus_first),
    "19": (OTHER, with_her.kind_to_all),
    "20": (FOG, with_thread.whole_bet),
    "21": (FOG, with_thread.holed_bet),
    "22": (WEB, with_thread.not_one_stitch),
    "23": (WEB, with_thread.sewn_shut),
    "24": (HOME, with_thread.falls),
    "25": (WEB, with_thread.cat_flies),
    "26": (WEB, with_thread.cat_flies),
    "27": (WEB, with_thread.one_foot),
    "28": (WEB, with_thread.own_pace),
    "29": (FOG, with_thread.thin_place),
    "30": (WELL, with_thread.rock),
    "31": (WELL, with_thread.rock_thrice),
    "32": (WELL, with_thread.bell),
    "33": (HOME, at_home.told_everything),
    "34": (HOME, at_home.held_on),
    "35": (MORNING, with_thread.twelve_plants),
    "36": (GHOST, with_thread.nine_things),
    "37": (WEB, at_home.frightened),
    "38": (MORNING, at_home.cake),
}


def make_patch(key: str, chest: Chest, facts: Facts) -> Patch:
    """The patch of a sentence by its number; one of plain cloth for a number that has none."""
    tones, make = PATCHES.get(key, (HOME, None))
    patch = Patch(tones, int(key) if key.isdigit() else 1)
    if make is not None:
        make(patch, chest, facts)
    return patch
