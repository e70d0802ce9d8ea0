"""Entities and their components: plain objects, in order of birth.

Our own, because a replay needs two things at once that no library of the field gave us: worlds that know nothing of one another
(esper keeps its world in module globals) and queries that come in the same order in every process (tcod-ecs walks sets of
objects by address; esper walks sets of numbers). It is small enough to read: births and deaths wait for ``settle``, the seam of
the tick, and a query is a cached tuple in order of birth.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
Row = dict[type, Any]


class World:
    """A set of entities. An entity is a whole number; a component is any object, one of a type to an entity.

    >>> w = World()
    >>> cat = w.born("cat", 9)
    >>> w.each(str)
    ()
    >>> w.settle(); w.each(str, int)
    ((1, 'cat', 9),)
    >>> w.dies(cat); w.is_alive(cat), w.each(str)
    (False, ((1, 'cat'),))
    >>> w.settle(); w.each(str)
    ()
    """

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._newborn: dict[int, Row] = {}
        self._dying: dict[int, None] = {}
        self._next = 1
        self._answers: dict[tuple[type, ...], tuple[tuple[Any, ...], ...]] = {}

    def born(self, *components: object) -> int:
        """A new entity. ``get`` knows it at once, queries from the next ``settle`` on."""
        entity = self._next
        self._next += 1
        row: Row = {}
        for c in components:
            if type(c) in row:
                raise ValueError(f"an entity cannot have two {type(c).__name__}")
            row[type(c)] = c
        self._newborn[entity] = row
        return entity

    def dies(self, entity: int) -> None:
        """Marks it; it stays in queries until ``settle``. Safe twice, and for one long gone."""
        if entity in self._rows or entity in self._newborn:
            self._dying[entity] = None

    def is_alive(self, entity: int) -> bool:
        return entity not in self._dying and (entity in self._rows or entity in self._newborn)

    def settle(self) -> None:
        """The seam of the tick: births and deaths come true."""
        if not self._newborn and not self._dying:
            return
        self._rows.update(self._newborn)
        self._newborn.clear()
        for entity in self._dying:
            self._rows.pop(entity, None)
        self._dying.clear()
        self._answers.clear()

    def _row(self, entity: int) -> Row:
        row = self._rows.get(entity)
        return self._newborn[entity] if row is None else row

    def get(self, entity: int, kind: type[A]) -> A:
        """Its component of that type. Raises KeyError when there is no such entity or component."""
        found: A = self._row(entity)[kind]
        return found

    def find(self, entity: int, kind: type[A]) -> A | None:
        """Its component of that type, or None."""
        row = self._rows.get(entity) or self._newborn.get(entity)
        return None if row is None else row.get(kind)

    def has(self, entity: int, kind: type) -> bool:
        return self.find(entity, kind) is not None

    def add(self, entity: int, component: object) -> None:
        """Gives it a component, or puts another in its place. Raises KeyError when there is no such entity."""
        row = self._row(entity)
        is_new = type(component) not in row
        row[type(component)] = component
        if is_new or entity in self._rows:
            self._answers.clear()

    def drop(self, entity: int, kind: type) -> None:
        """Takes a component away; no harm if there is none."""
        if self._row(entity).pop(kind, None) is not None:
            self._answers.clear()

    @overload
    def each(self, a: type[A], /) -> tuple[tuple[int, A], ...]: ...
    @overload
    def each(self, a: type[A], b: type[B], /) -> tuple[tuple[int, A, B], ...]: ...
    @overload
    def each(self, a: type[A], b: type[B], c: type[C], /) -> tuple[tuple[int, A, B, C], ...]: ...
    @overload
    def each(self, a: type[A], b: type[B], c: type[C], d: type[D], /) -> tuple[tuple[int, A, B, C, D], ...]: ...
    def each(self, *kinds: type) -> tuple[tuple[Any, ...], ...]:
        """(entity, component, ...) of all that have every one of these, in order of birth. A tuple: nobody can spoil it."""
        answer = self._answers.get(kinds)
        if answer is None:
            answer = tuple(
                (entity, *(row[k] for k in kinds)) for entity, row in self._rows.items() if all(k in row for k in kinds)
            )
            self._answers[kinds] = answer
        return answer

    def rows(self) -> tuple[tuple[int, tuple[object, ...]], ...]:
        """Every entity with all its components, in order of birth: for hashing and for showing."""
        return tuple((e, tuple(r.values())) for e, r in self._rows.items())
