"""Props as pictures: each with its colours, its normals, how high it is, what glows of it.

They lie in small sheets by side and by the room they were made for (assets/art/props/SIDE/ROOM.png, _n, _h, _e; SIDE.json says
where). A sheet is read, what is wanted is cut out of it, and the rest is let go: a room needs a tenth of what there is.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.view.pictures import fit, read
from game.view.relief import F32, FRONT, U8, normals_of, rounded
from game.view.shelf import Shelf

GLOW_REACH = 34
"""px round a prop that glows which its light still reaches."""
NORMALS_KEPT = 6
"""Props whose normals are kept worked out: they take 12 bytes a pixel and are only wanted while light is baked."""
KEPT_FOR = 4
"""Rooms for which a prop is kept: one goes to and fro."""
FORMS = ("half", "open", "small", "hit", "clap_1", "clap_2")
"""Other pictures of a prop that it may take while one looks: NAME_half ..."""
Parts = tuple[Surface, U8, Surface | None]
"""Of one prop: colours, (h, w) px above the ground, what glows on black (None: nothing)."""


class Prop:
    """One prop of the atlas. ``anchor`` px from its top left to where it stands; heights px above the ground."""

    def __init__(self, name: str, parts: Parts, anchor: tuple[int, int], facts: dict[str, Any], owner: Props) -> None:
        self.name, self.anchor, self._owner = name, anchor, owner
        self.picture, self.heights, self.emissive = parts
        self.painted: Surface | None = None
        """Its normals as painted; None: nothing has shone on it yet."""
        self.foot: tuple[float, float] | None = tuple(facts["foot"]) if facts.get("foot") else None
        self.is_wall = bool(facts.get("wall"))
        self.is_flat = bool(facts.get("flat"))
        self.light = str(facts.get("light", ""))

    @property
    def normals(self) -> F32:
        """(3, h, w); worked out anew for all but the last few props."""
        return self._owner.worked_out(self)

    @cached_property
    def tallness(self) -> float:
        return float(self.heights.max())

    @cached_property
    def glow(self) -> Surface:
        """What glows and what that sheds round itself (blurred twice), on a picture GLOW_REACH larger each way."""
        assert self.emissive is not None
        w, h = self.emissive.get_size()
        wide = Surface((w + 2 * GLOW_REACH, h + 2 * GLOW_REACH), 0, 32)
        wide.blit(self.emissive, (GLOW_REACH, GLOW_REACH))
        near = pygame.transform.box_blur(pygame.transform.box_blur(wide, 4), 4)
        far = pygame.transform.box_blur(pygame.transform.box_blur(wide, 13), 13)
        near.fill((130, 130, 130), special_flags=BLEND_RGB_MULT)
        far.fill((150, 150, 150), special_flags=BLEND_RGB_MULT)
        near.blit(far, (0, 0), special_flags=BLEND_RGB_ADD)
        near.blit(self.emissive, (GLOW_REACH, GLOW_REACH), special_flags=BLEND_RGB_ADD)
        return near


class Props:
    """All props of one side (real, other)."""

    def __init__(self, folder: Path, side: str) -> None:
        self._folder = folder / side
        self._table: dict[str, Any] = json.loads((folder / f"{side}.json").read_text(encoding="utf-8"))
        facts = folder / "props.json"
        self._facts: dict[str, Any] = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {}
        self._shelf: Shelf[Prop] = Shelf(KEPT_FOR)
        self._worked_out: OrderedDict[str, F32] = OrderedDict()

    def names(self) -> Iterable[str]:
        return self._table.keys()

    def has(self, name: str) -> bool:
        return name in self._table

    def get(self, name: str) -> Prop:
        """Raises KeyError for a name that was never drawn."""
        return self._shelf.get(name, lambda: self._cut([name])[name])

    def want(self, names: Iterable[str]) -> None:
        """These and their other forms will be asked for: whatever is missing is read now, each sheet once."""
        for name, prop in self._cut(self._missing(names)).items():
            self._shelf.put(name, prop)

    def turn(self) -> None:
        """Another room: what was wanted in none of the last few is let go."""
        self._shelf.turn()

    def keep_wanted(self) -> None:
        """What was warmed and nobody has wanted is let go."""
        self._shelf.keep_wanted()

    def leave(self) -> None:
        """All is let go."""
        self._shelf.clear()
        self._worked_out.clear()

    def warm(self, rooms: Iterable[str]) -> Iterator[None]:
        """Reads what was made for some rooms, a sheet at each next()."""
        for room in rooms:
            for sheet in dict.fromkeys(e["sheet"] for e in self._table.values() if e["sheet"].startswith(room)):
                names = [name for name, e in self._table.items() if e["sheet"] == sheet and not self._shelf.has(name)]
                for name, prop in self._cut(names).items():
                    self._shelf.lay_out(name, prop)
                yield

    def worked_out(self, prop: Prop) -> F32:
        """(3, h, w) normals of a prop."""
        name = prop.name
        found = self._worked_out.get(name)
        if found is None:
            painted = prop.painted or self._painted(prop)
            found = self._worked_out[name] = rounded(painted, normals_of(painted, FRONT))
            if len(self._worked_out) > NORMALS_KEPT:
                self._worked_out.popitem(last=False)
        self._worked_out.move_to_end(name)
        return found

    def _painted(self, prop: Prop) -> Surface:
        """The normals of a prop as painted, and with them those of all that is here of its sheet: most are lit in one go."""
        sheet = self._table[prop.name]["sheet"]
        normals = read(self._folder / f"{sheet}_n.png")
        prop.painted = painted = fit(normals.subsurface(Rect(self._table[prop.name]["rect"])))
        for other in self._shelf.all():
            entry = self._table[other.name]
            if entry["sheet"] == sheet and other.painted is None:
                other.painted = fit(normals.subsurface(Rect(entry["rect"])))
        return painted

    def _missing(self, names: Iterable[str]) -> list[str]:
        out: dict[str, None] = {}
        for name in names:
            stem = name.removesuffix("_shut")
            kind, _, number = name.rpartition("_")
            kind = kind if number.isdigit() else name
            for form in (name, *(f"{s}_{f}" for s in dict.fromkeys((stem, kind)) for f in FORMS)):
                if form in self._table and not self._shelf.has(form):
                    out[form] = None
        return list(out)

    def _cut(self, names: Iterable[str]) -> dict[str, Prop]:
        sheets: dict[str, list[str]] = {}
        for name in names:
            sheets.setdefault(self._table[name]["sheet"], []).append(name)
        return {name: prop for sheet, found in sheets.items() for name, prop in self._cut_of(sheet, found)}

    def _cut_of(self, sheet: str, names: list[str]) -> Iterator[tuple[str, Prop]]:
        colour, grey = (read(self._folder / f"{sheet}{what}.png") for what in ("", "_h"))
        shines = any(self._table[name]["glows"] for name in names)
        glow = read(self._folder / f"{sheet}_e.png") if shines else None
        for name in names:
            entry = self._table[name]
            r = Rect(entry["rect"])
            emissive: Surface | None = None
            if glow is not None and entry["glows"]:
                emissive = Surface(r.size, 0, 32)
                emissive.blit(fit(glow.subsurface(r)), (0, 0))
            heights = np.ascontiguousarray(pygame.surfarray.array_red(grey.subsurface(r)).T)
            parts = (fit(colour.subsurface(r)), heights, emissive)
            anchor = (int(entry["anchor"][0]), int(entry["anchor"][1]))
            yield name, Prop(name, parts, anchor, self._facts.get(name, {}), self)
