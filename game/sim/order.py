"""THE list of systems, top to bottom = one tick. A new system goes where its causes stand above it and its effects below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.sim.systems.act import act
from game.sim.systems.beats import beats
from game.sim.systems.carry import carry
from game.sim.systems.dodge import dodge
from game.sim.systems.fade import fade
from game.sim.systems.frames import frames
from game.sim.systems.handle import handle
from game.sim.systems.hide import hide
from game.sim.systems.lead import lead
from game.sim.systems.listen import listen
from game.sim.systems.mend import mend
from game.sim.systems.minds import minds
from game.sim.systems.prowl import prowl
from game.sim.systems.reveal import reveal
from game.sim.systems.ruin import ruin
from game.sim.systems.sight import sight
from game.sim.systems.talk import talk
from game.sim.systems.throw import throw
from game.sim.systems.touch import touch
from game.sim.systems.walk import walk
from game.sim.systems.will import will

if TYPE_CHECKING:
    from game.sim.session import Session

SYSTEMS: tuple[Callable[[Session], None], ...] = (
    will,  # the intent becomes what she wants to do
    dodge,  # a quick step aside goes before any other wish
    minds,  # everybody else decides
    lead,  # who goes ahead of her goes, or waits
    prowl,  # who looks for her goes its round, or where it noticed something
    beats,  # the story goes on
    walk,  # bodies move
    carry,  # what is carried or gripped goes along
    throw,  # what leaves her hand, and what is in the air
    listen,  # who sleeps hears what was done
    sight,  # who looks for her sees and hears
    reveal,  # what the stone shows is so
    act,  # the game within the game: shows, beams, sleepers
    ruin,  # what is due falls
    mend,  # what was done to her runs its course
    touch,  # triggers, doors, what interact would do
    hide,  # in, within, and out again
    talk,  # lines and choices
    handle,  # panels: brace, doll, keys
    fade,  # the picture closes and opens, cards come and go
    frames,  # animations
)
