"""Chapter 6, buttons: a question, a bed that no longer lets go, three demands and a corridor.

buttons_offered  the box on the table; every answer but one is asked again
still_there      to bed to get home, awake in the same place; every window leads back in
she_turns        asked three times, she grows three times; the hall lengthens; the glass opens
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch06_buttons import offer, still, turns
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    "buttons_offered": offer.buttons_offered,
    "still_there": still.still_there,
    "she_turns": turns.she_turns,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**still.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (offer.called_to_table, still.follow_night, turns.breakfast)
STARTS: dict[str, Start] = {
    "buttons_offered": Start("other/flat_down", "from_grounds", ("refused", "ch6_named", "at_table")),
    "still_there": Start("other/flat_up", "from_down", still.LEAVES),
    "she_turns": Start("other/flat_down", "from_up"),
}
