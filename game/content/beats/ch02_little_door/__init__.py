"""Chapter 2, the little door: a light in the night, a way that hums, a dinner that comes round, and a grey morning.

mouse_guide   woken at ten past three; after a mouse, past two sleepers and nine boards
portal        the bricks have gone; in, or first a moment's thought
other_dinner  everything is answered, and a train brings the dishes
woke_home     to bed there, awake here; muddy boots, a leaf, forty-four bricks
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch02_little_door import dinner, home, mouse, way_in
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    "mouse_guide": mouse.mouse_guide,
    "portal": way_in.portal,
    "other_dinner": dinner.other_dinner,
    "woke_home": home.woke_home,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    **mouse.SCRIPTS,
    **way_in.SCRIPTS,
    **dinner.SCRIPTS,
    **home.SCRIPTS,
}
MINDS: tuple[Callable[[Session], None], ...] = (
    mouse.night_falls_by_itself,
    way_in.door_calls,
    dinner.dinner_is_ready,
    home.morning_comes,
    home.honesty_at_the_gate,
)
HAS = ("doll", "note", "key", "tally")
STARTS = {
    "mouse_guide": Start("real/flat_up", "cp_bed", mouse.LEAVES, HAS),
    "portal": Start("real/flat_down", "from_passage", way_in.LEAVES, HAS),
    "other_dinner": Start("other/flat_down", "from_passage", dinner.LEAVES, HAS),
    "woke_home": Start("other/flat_up", "cp_bed", home.LEAVES, HAS),
}
