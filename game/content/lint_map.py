"""The linter, inside one map: names, references, spawns, what she can walk to, lights and cameras."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from game.content.collision import solid_tiles, solids_of
from game.content.finding import Finding, Notes
from game.content.reach import RADIUS, Floor
from game.content.shapes import convex_pieces
from game.content.tmx import Draft, Obj, Reader
from game.core.geometry import TILE, Box, Vec
from game.core.words import Words

REACH_PX = 28.0
"""How far interact reaches (sim/systems/touch)."""
FEET_PX = 3.0
"""Where she must stand in an area herself: half a step of the flood's grid is forgiven."""
LONGEST_DROP_PX = 4 * TILE
"""How far below a hanging thing its floor may be."""
STANDS_PX = 8.0
"""A picture's foot is about this far above its lower edge."""
LOOKING = ("", "look", "examine")
"""Words of ``interact`` that only mean: say the text."""
MOST_SHADOWS = 12
"""Lights with shadows the painters draw in time on one screen."""
NAMED = frozenset(("Spawn", "Door", "Npc", "Foe", "Item", "Trigger", "Hide", "Push", "Path", "Spot", "Doll", "Area"))
"""Classes that saves, scripts or other maps find by name."""
ONE_NAME = frozenset(("Spawn", "Door", "Path", "Spot", "Npc", "Foe", "Push", "Item", "Trigger", "Prop", "Hide", "Doll"))

MUTE = ("asleep", "none")
"""Dialogs of those whom nobody need walk up to."""

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_FLAGS = re.compile(r"\s*(!?[a-z][a-z0-9_]*)?\s*(,\s*!?[a-z][a-z0-9_]*\s*)*\Z")


@dataclass(frozen=True)
class Facts:
    """What the rest of the game holds, for the linter to compare with. None = not known, not checked."""

    words: Words | None = None
    beats: Mapping[str, str] | None = None
    scripts: Collection[str] | None = None
    actors: Collection[str] | None = None
    props: Mapping[str, Collection[str]] = field(default_factory=dict)
    sounds: Collection[str] | None = None


def lint_map(draft: Draft, reader: Reader, facts: Facts) -> list[Finding]:
    """Findings of one map that was read; those of reading it are not repeated."""
    check = _Check(draft, reader, facts, Notes(draft.file))
    check.names()
    check.references()
    check.places()
    check.looks()
    check.reach()
    return check.notes.found


@dataclass
class _Check:
    draft: Draft
    reader: Reader
    facts: Facts
    notes: Notes

    def error(self, o: Obj, code: str, text: str, fix: str) -> None:
        self.notes.error(code, text, fix, o.layer, o.id, o.name)

    def of(self, *kinds: str) -> list[Obj]:
        return [o for o in self.draft.objects if o.kind in kinds]

    # names

    def names(self) -> None:
        counts = Counter((o.kind, o.name) for o in self.draft.objects if o.name)
        first: dict[str, Obj] = {}
        for o in self.draft.objects:
            if not o.name:
                if o.kind in NAMED or o.members.get("interact"):
                    self.error(o, "E-id", f"a {o.kind} without a name", "give it a name of its own, in snake_case")
                continue
            if not _NAME.match(o.name):
                fix = "small letters, digits and _ only: saves and scripts use it"
                self.notes.warn("W-name", "the name is not snake_case", fix, o.layer, o.id, o.name)
            if o.name in first and o.kind in ONE_NAME:
                code = "E-spawn" if o.kind == "Spawn" and counts["Spawn", o.name] > 1 else "E-id"
                self.error(o, code, f"object {first[o.name].id} has the same name", "rename one of them")
            first.setdefault(o.name, o)

    # references

    def references(self) -> None:
        paths = {o.name for o in self.of("Path")}
        ids = {o.id for o in self.draft.objects}
        for o in self.draft.objects:
            for member in ("if_flag", "needs", "set_flag"):
                written = str(o.members.get(member, ""))
                if written and not _FLAGS.match(written):
                    self.error(
                        o, "E-prop", f'{member} "{written}"', "flags with commas between, ! before one that must not be"
                    )
            path = str(o.members.get("path", "")) if o.kind in ("Npc", "Foe") else ""
            if path and path not in paths:
                self.error(o, "E-ref", f'there is no Path "{path}"', _near("name one of: ", paths, path))
            reveals = o.members.get("reveals", 0)
            if o.kind == "Truth" and reveals and reveals not in ids:
                self.error(o, "E-ref", f"it reveals object {reveals}, which is not there", "choose the object again")
            self._known(o, "beat", self.facts.beats, "beat")
            self._known(o, "script", self.facts.scripts, "script")
            if o.members.get("interact") not in LOOKING:
                self._known(o, "interact", self.facts.scripts, "script")
            self._known(o, "actor", self.facts.actors, "picture in assets/art/actors")
            sound = str(o.members.get("sound", ""))
            if sound and self.facts.sounds is not None and not _sounds(sound, self.facts.sounds):
                known = sorted({s.rstrip("0123456789").rstrip("_") for s in self.facts.sounds})
                likely = ", ".join(get_close_matches(sound, known, 4, 0.4)) or "see assets/sound/manifest.json"
                self.error(o, "E-ref", f'there is no sound "{sound}"', f"it could be: {likely}")
            beat = str(o.members.get("beat", ""))
            plays = (self.facts.beats or {}).get(beat)
            if o.kind == "Trigger" and plays and plays != self.draft.name:
                self.error(
                    o, "E-story", f'the beat "{beat}" plays on {plays}', "move the trigger there, or name another beat"
                )
        for member in ("music", "ambience"):
            name = str(self.draft.members.get(member, ""))
            if name and self.facts.sounds is not None and not _sounds(name, self.facts.sounds):
                self.notes.error("E-ref", f'{member} "{name}" is no file', "see assets/music and assets/sound")

    def _known(self, o: Obj, member: str, known: Collection[str] | None, what: str) -> None:
        kinds = self.reader.classes.get(o.kind)
        word = str(o.members.get(member, "")) if kinds and member in kinds.members else ""
        if word and known is not None and word not in known:
            self.error(o, "E-ref", f'there is no {what} "{word}"', _near("it could be: ", known, word))

    # places

    def places(self) -> None:
        whole = Box(0, 0, self.draft.width * TILE, self.draft.height * TILE)
        for o in self.draft.objects:
            box = o.box if o.box.w and o.box.h else o.box.grown(0.01)
            if not box.touches(whole):
                self.error(
                    o, "E-shape", f"it lies outside the map at ({o.box.x:g}, {o.box.y:g})", "move it in or delete it"
                )
        spawns = self.of("Spawn")
        chosen = [o for o in spawns if o.members.get("default")]
        if len(chosen) != 1:
            what = "no Spawn is the default" if not chosen else f"{len(chosen)} Spawns are the default"
            fix = 'tick "default" on the one where she arrives from nowhere'
            if chosen:
                self.error(chosen[1], "E-spawn", what, fix)
            else:
                self.notes.error("E-spawn", what, fix, "logic")
        stages = {int(o.members.get("stage", 0)) for o in self.of("Crumble")}
        if not stages <= {1, 2, 3}:
            self.notes.error("E-story", f"crumble stages {sorted(stages)}", "there are stages 1, 2 and 3", "logic")
        souls = Counter(str(o.members.get("hint", "")) for o in self.of("Truth") if o.members.get("shows") == "soul")
        for soul, times in souls.items():
            if times > 1:
                self.notes.error(
                    "E-story", f'the soul "{soul}" is here {times} times', "each soul is found once", "logic"
                )

    # looks

    def looks(self) -> None:
        if not self.of("Camera"):
            self.notes.warn("W-no-camera", "no Camera", "draw a Camera rectangle over what may be seen", "logic")
        for light in self.of("Light"):
            crowd = self._lights_on_a_screen(light)
            if crowd > MOST_SHADOWS:
                text = f"{crowd} lights with shadows on one screen around it"
                self.notes.warn("W-lights", text, f"at most {MOST_SHADOWS}", light.layer, light.id, light.name)
                break
        used = {found[0] for found in self.draft.tiles.values() if found}
        for first, source, _ in self.draft.sheets:
            standard = FIRST_GIDS.get(source.rsplit("/", 1)[-1].removesuffix(".tsx"))
            if standard is None and first not in used:
                self.notes.warn(
                    "W-unused-tileset", f'no tile of "{source}" is used', "remove it (Map > Remove Unused Tilesets)"
                )
            elif standard is not None and standard != first:
                self.notes.warn(
                    "W-first-gid",
                    f'"{source}" begins at {first}, elsewhere at {standard}',
                    "add the tilesets in the usual order",
                )
        side = str(self.draft.members.get("side", ""))
        known = self.facts.props.get(side) if self.facts.props else None
        for o in self.draft.objects:
            found = self.reader.tile(self.draft, o.gid) if o.gid else None
            prop = found[2].image.rsplit("/", 1)[-1].removesuffix(".png") if found and not found[1].columns else ""
            if prop and known is not None and prop not in known:
                self.error(
                    o,
                    "E-ref",
                    f'the picture "{prop}" is not in assets/art/props/{side}.json',
                    "make the art again (tools/make_art)",
                )
            if (
                found
                and side in ("real", "other")
                and f"/{'other' if side == 'real' else 'real'}/" in f"/{found[1].file}"
            ):
                self.error(
                    o,
                    "E-path",
                    f"a picture of the tileset {found[1].file} in a map of the {side} side",
                    "use the tileset of its own side",
                )

    def _lights_on_a_screen(self, middle: Obj) -> int:
        """How many lights with shadows reach into the screen round it. Of two in one place, one."""
        x, y = middle.box.middle.x, middle.box.middle.y
        seen: set[tuple[float, float]] = set()
        for o in self.of("Light"):
            at, radius = o.box.middle, float(o.members.get("radius", 0))
            if o.members.get("shadows") and abs(at.x - x) < 320 + radius and abs(at.y - y) < 180 + radius:
                seen.add((at.x, at.y))
        return len(seen)

    # reach

    def reach(self) -> None:
        walls, rings = solid_tiles(self.draft, self.reader)
        for o in self.draft.objects:
            if o.members.get("if_flag") or o.members.get("hangs") or o.kind == "Push" or o.is_hidden:
                continue
            if o.kind == "Solid" and o.points:
                rings += convex_pieces(o.points)
            elif o.kind in ("Solid", "Prop", "Hide", "Door"):
                walls += solids_of(o, self.reader, self.draft)
        floor = Floor(Vec(self.draft.width * TILE, self.draft.height * TILE), walls, rings)
        spawns = self.of("Spawn")
        for o in spawns:
            at = o.box.middle
            touched = next((w for w in walls if w.distance(at.x, at.y) < RADIUS), None)
            if touched:
                self.error(
                    o,
                    "E-spawn",
                    f"something solid at ({touched.x:g}, {touched.y:g}) is in the way",
                    "move it onto free floor",
                )
            floor.flood(at)
        if not spawns:
            return
        for o in self.draft.objects:
            area, px = self._where(o, walls)
            if area and not floor.is_near(area, px):
                tile = f"at tile ({o.box.middle.x / TILE:.1f}, {o.box.middle.y / TILE:.1f})"
                fix = "clear the way from a spawn to it, or move it"
                if px == FEET_PX:
                    fix = f"she walks onto it: its area must hold free floor, {RADIUS:g} px from anything solid"
                self.error(o, "E-reach", f"she cannot get to this {o.kind} {tile}", fix)

    def _where(self, o: Obj, walls: list[Box]) -> tuple[Box | None, float]:
        """What she must come near to, and how near; (None, 0) for what she need not reach."""
        box = o.box
        if o.kind == "Door" or (o.kind == "Trigger" and o.members.get("on") != "interact"):
            return box, FEET_PX
        if o.kind == "Item" or (o.kind == "Truth" and o.members.get("shows") == "soul"):
            return box, REACH_PX
        looks = o.kind in ("Trigger", "Npc", "Hide") or (
            o.kind in ("Prop", "Push") and (o.members.get("text") or o.members.get("interact"))
        )
        if not looks or (o.kind == "Npc" and (o.members.get("path") or o.members.get("dialog") in MUTE)):
            return None, 0.0
        on_top = o.gid and any(w.holds(box.middle.x, box.bottom - STANDS_PX) for w in walls)
        if o.kind == "Prop" and (not o.gid or o.members.get("hangs") or on_top):
            y = box.bottom
            while y < box.bottom + LONGEST_DROP_PX and any(w.holds(box.middle.x, y) for w in walls):
                y += 8
            return Box(box.x, box.y, box.w, y - box.y), REACH_PX
        return box, REACH_PX


FIRST_GIDS = {"house": 1, "stage": 2001, "grounds": 4001, "between": 6001, "props": 8001}
"""Where each tileset begins in every map, so that tiles may be copied from one map to another as text."""


def _near(before: str, known: Collection[str], word: str) -> str:
    """The names that look most like ``word``."""
    likely = sorted(known, key=lambda k: (-len(set(k) & set(word)) / (1 + abs(len(k) - len(word))), k))[:4]
    return before + ", ".join(likely) if likely else "there is none yet"


def _sounds(name: str, files: Collection[str]) -> bool:
    return any(f == name or f.startswith(name + "_") for f in files)
