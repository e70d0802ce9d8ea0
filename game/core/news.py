"""What happened in a tick, as typed plain data. Rules tell it, looks read it; nobody is called back."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


class News:
    """The happenings since the last ``clear``, in the order they were told.

    >>> n = News(); n.tell("a"); n.tell(2); n.of(int)
    (2,)
    """

    def __init__(self) -> None:
        self._told: list[object] = []

    def tell(self, happening: object) -> None:
        self._told.append(happening)

    def all(self) -> tuple[object, ...]:
        return tuple(self._told)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(h for h in self._told if isinstance(h, kind))

    def clear(self) -> None:
        """The loop does this at the start of every tick."""
        self._told.clear()
