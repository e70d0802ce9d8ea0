"""States of a creature: enter, tick, leave. One table a creature; the tick says which state comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class State(Generic[T]):
    """What a creature does in one state. ``tick`` returns the name of the next state, or its own."""

    tick: Callable[[T], str]
    enter: Callable[[T], None] | None = None
    leave: Callable[[T], None] | None = None


def advance(table: Mapping[str, State[T]], now: str, who: T) -> str:
    """One tick in state ``now``; leaves and enters where the state changes. Raises KeyError for a state not in the table.

    >>> log = []
    >>> table = {"sleep": State(lambda w: "wake", leave=lambda w: log.append("yawn")), "wake": State(lambda w: "wake")}
    >>> advance(table, "sleep", None), log
    ('wake', ['yawn'])
    """
    then = table[now].tick(who)
    if then != now:
        leave, enter = table[now].leave, table[then].enter
        if leave:
            leave(who)
        if enter:
            enter(who)
    return then
