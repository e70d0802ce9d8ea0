"""Entities and their components: plain objects, in order of birth.

Our own, because a replay needs two things at once that no library of the field gave us: worlds that know nothing of one another
(esper keeps its world in module globals) and queries that come in the same order in every process (tcod-ecs walks sets of
objects by address; esper walks sets of numbers). It is small enough to read: births and deaths wait for ``settle``, the seam of
the tick, and a query is a cached tuple in order of birth, asked anew only when somebody it is about comes, goes or changes.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
Row = dict[type, Any]
FEW = 16
"""More births and deaths than these in one tick (a room is made), and all answers are forgotten at once."""


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
        changed = list(self._newborn.values())
        self._rows.update(self._newborn)
        self._newborn.clear()
        for entity in self._dying:
            row = self._rows.pop(entity, None)
            if row is not None:
                changed.append(row)
        self._dying.clear()
        if len(changed) > FEW:
            self._answers.clear()
        else:
            for row in changed:
                self._forget(row)

    def _forget(self, row: Row, about: type | None = None) -> None:
        """Answers that speak of such a row (and of ``about``) are asked anew."""
        kinds = row.keys()
        for asked in [k for k in self._answers if kinds >= set(k) and (about is None or about in k)]:
            del self._answers[asked]

    def _row(self, entity: int) -> Row:
        row = self._rows.get(entity)
        return self._newborn[entity] if row is None else row

    def get(self, entity: int, kind: type[A]) -> A:
        """Its component of that type. Raises KeyError when there is no such entity or component."""
        row = self._rows.get(entity)
        found: A = (self._newborn[entity] if row is None else row)[kind]
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
        row[type(component)] = component
        if entity in self._rows:
            self._forget(row, type(component))

    def drop(self, entity: int, kind: type) -> None:
        """Takes a component away; no harm if there is none."""
        row = self._row(entity)
        if kind in row:
            if entity in self._rows:
                self._forget(row, kind)
            del row[kind]

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
            answer = self._asked(kinds)
            self._answers[kinds] = answer
        return answer

    def _asked(self, kinds: tuple[type, ...]) -> tuple[tuple[Any, ...], ...]:
        if len(kinds) == 1:
            kind = kinds[0]
            return tuple((entity, row[kind]) for entity, row in self._rows.items() if kind in row)
        answers: list[tuple[tuple[int, Any], ...]] = [self.each(kind) for kind in kinds]
        fewest = min(answers, key=len)
        rows = [(entity, self._rows[entity]) for entity, _ in fewest]
        return tuple((entity, *(row[k] for k in kinds)) for entity, row in rows if all(k in row for k in kinds))

    def rows(self) -> tuple[tuple[int, tuple[object, ...]], ...]:
        """Every entity with all its components, in order of birth: for hashing and for showing."""
        return tuple((e, tuple(r.values())) for e, r in self._rows.items())
