"""Snapshot: a session at a checkpoint as plain data, versioned. app/saves.py writes it to disk.

Between a checkpoint and the same checkpoint loaded there is no difference, because the session itself goes through its
snapshot (Session.keep). To add something that must last: a flag, a count or a note of the story lasts by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from game.core.geometry import Facing, Vec
from game.sim.story import BEAT

if TYPE_CHECKING:
    from game.sim.session import Session

VERSION = 1


class Snapshot(msgspec.Struct, frozen=True):
    """``hero``: x, y and facing. Everything else is the story's own memory."""

    version: int
    map: str
    hero: tuple[float, float, str]
    seed: int
    fate: int
    tick: int
    flags: list[str]
    counts: dict[str, int]
    notes: dict[str, str]
    items: list[str]
    areas: list[str]
    people: list[str]
    looked: list[str]
    done: list[str]
    places: dict[str, tuple[float, float]]
    log: list[tuple[str, str]]
    is_arrival: bool = False
    """Made on coming into the map: the picture opens."""
    how: str = "fade"
    """By which way she came, see sim/crossing.py."""

    @staticmethod
    def of(
        session: Session, map_name: str, at: Vec, facing: Facing, is_arrival: bool = False, how: str = "fade"
    ) -> Snapshot:
        """The story as it stands, with her at a place of a map."""
        story = session.story
        return Snapshot(
            version=VERSION,
            map=map_name,
            hero=(at.x, at.y, facing.value),
            seed=session.seed,
            fate=session.fate.state,
            tick=session.tick,
            flags=list(story.flags),
            counts=dict(story.counts),
            notes=dict(story.notes),
            items=list(story.items),
            areas=list(story.areas),
            people=list(story.people),
            looked=list(story.looked),
            done=list(story.done),
            places=dict(story.places),
            log=list(story.log),
            is_arrival=is_arrival,
            how=how,
        )

    def later(self, counts: dict[str, int], session: Session) -> Snapshot:
        """The same place and story for somebody who comes back to it: time and chance have gone on, and what she found she has."""
        story = session.story
        found = [i for i in story.items if i not in self.items and session.content.words.has(f"keepsakes.{i}")]
        took = [f"took_{session.room.name}/{t.name}" for t in session.room.things if t.text("item") in found]
        return msgspec.structs.replace(
            self,
            counts=counts,
            tick=session.tick,
            fate=session.fate.state,
            log=list(story.log),
            flags=self.flags + took,
            items=self.items + found,
        )

    def put_into(self, session: Session) -> None:
        """Gives the session this memory."""
        session.seed = self.seed
        session.fate.state = self.fate
        session.tick = self.tick
        story = session.story
        story.flags = dict.fromkeys(self.flags, True)
        story.counts = dict(self.counts)
        story.notes = dict(self.notes)
        story.items = list(self.items)
        story.areas = list(self.areas)
        story.people = list(self.people)
        story.looked = list(self.looked)
        story.done = [b for b in self.done if b in BEAT]
        story.places = dict(self.places)
        story.log = list(self.log)
        story.version += 1

    def to_data(self) -> dict[str, Any]:
        """Plain dicts and lists, as JSON knows them."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    @staticmethod
    def from_data(data: object) -> Snapshot:
        """The other way. Raises ValueError that says which field is wrong."""
        try:
            snapshot = msgspec.convert(data, Snapshot)
        except msgspec.ValidationError as e:
            raise ValueError(f"not a save of this game: {e}") from e
        if snapshot.version > VERSION:
            raise ValueError(
                f"made by a newer version of the game (save {snapshot.version}, this game knows {VERSION})"
            )
        return snapshot
