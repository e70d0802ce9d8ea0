"""A shelf: things by name, made when first asked for, kept as long as somebody asks.

Rooms are its clock: at each ``turn`` it lets go of what was asked for in none of the last few.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Shelf(Generic[V]):
    """
    >>> shelf: Shelf[str] = Shelf(rooms=2)
    >>> shelf.get("a", lambda: "made"), shelf.get("a", lambda: "made again")
    ('made', 'made')
    >>> shelf.turn(); shelf.turn(); shelf.get("a", lambda: "made again")
    'made'
    >>> shelf.turn(); shelf.turn(); shelf.turn(); shelf.get("a", lambda: "made again")
    'made again'
    """

    def __init__(self, rooms: int = 3) -> None:
        self._things: dict[str, V] = {}
        self._asked: set[str] = set()
        self._asked_before: deque[set[str]] = deque(maxlen=rooms)
        self._laid_out: set[str] = set()

    def get(self, name: str, make: Callable[[], V]) -> V:
        """The thing of that name. Raises what ``make`` raises."""
        self._asked.add(name)
        found = self._things.get(name)
        if found is None:
            found = self._things[name] = make()
        return found

    def put(self, name: str, thing: V) -> None:
        self._asked.add(name)
        self._things[name] = thing

    def lay_out(self, name: str, thing: V) -> None:
        """A thing that may be asked for soon; ``keep_wanted`` takes away what was not."""
        self._laid_out.add(name)
        self._things[name] = thing

    def keep_wanted(self) -> None:
        """See ``lay_out``."""
        wanted = self._asked.union(*self._asked_before)
        for name in self._laid_out - wanted:
            self._things.pop(name, None)
        self._laid_out.clear()

    def has(self, name: str) -> bool:
        """Whether it is here now; asking so keeps it."""
        if name in self._things:
            self._asked.add(name)
            return True
        return False

    def all(self) -> list[V]:
        """Whatever is here now; asking so keeps nothing."""
        return list(self._things.values())

    def turn(self) -> None:
        """See above."""
        self._asked_before.append(self._asked)
        self._asked = set()
        wanted = self._laid_out.union(*self._asked_before)
        self._things = {name: thing for name, thing in self._things.items() if name in wanted}

    def let_go(self, prefix: str) -> None:
        """Everything whose name begins so."""
        self._things = {name: thing for name, thing in self._things.items() if not name.startswith(prefix)}

    def clear(self) -> None:
        self._things.clear()
        self._laid_out.clear()
