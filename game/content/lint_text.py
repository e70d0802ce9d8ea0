"""The linter, words: every text key a map uses exists, and every thing the words know of in a map is answered there."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.finding import Finding, Notes
from game.content.tmx import Draft, Obj
from game.core.words import Words

TEXTS = {"Door": (("locked", ""),), "Area": (("title", "area."),), "Doll": (("place", "doll."),)}
"""Class -> members that are text keys, and what the key begins with."""


def lint_text(draft: Draft, words: Words) -> list[Finding]:
    """Findings of one map's words. A thing's words may stand in any state: some things only speak at night."""
    notes = Notes(draft.file)
    side, _, place = draft.name.partition("/")
    states = [k for k in words.names(f"things.{place}") if k != "stone"]
    # What is only there for who looks through the stone need say nothing to other eyes.
    veiled = {int(str(o.members.get("reveals", 0)) or 0) for o in draft.objects if _unveils(o)}
    answered: set[str] = set()
    for o in draft.objects:
        for member, before in TEXTS.get(o.kind, ()):
            key = str(o.members.get(member, ""))
            if key and not words.has(before + key):
                fix = f"add it to {words.source}, or name another"
                notes.error("E-text", f'{member}: there are no words "{before}{key}"', fix, o.layer, o.id, o.name)
        if o.kind == "Item":
            _item(notes, words, str(o.members.get("item", "")), (o.layer, o.id, o.name))
        text = str(o.members.get("text", "")) if o.kind in ("Prop", "Push", "Hide") else ""
        if not text:
            continue
        answered.add(text)
        said = [*states, "stone"] if o.id in veiled else states
        if not words.has(text) and not any(words.has(f"things.{place}.{state}.{text}") for state in said):
            known = ", ".join(_like(text, words.names(f"things.{place}.{side}"))) or "none yet"
            fix = f"known are {known}"
            notes.error("E-text", f'there are no words "things.{place}.{side}.{text}"', fix, o.layer, o.id, o.name)
    for key in words.names(f"things.{place}.{side}"):
        if key not in answered and key.removesuffix("_2") not in answered:
            fix = f'give a Prop text="{key}" (a rectangle over painted things will do)'
            notes.warn("W-unanswered", f'nothing answers with "things.{place}.{side}.{key}"', fix)
    return notes.found


def _unveils(o: Obj) -> bool:
    return o.kind == "Truth" and o.members.get("shows", "hidden") in ("hidden", "soul")


def _item(notes: Notes, words: Words, item: str, who: tuple[str, int, str]) -> None:
    if item and not words.has(words.item_key(item)):
        fix = f"add it to journal.items in {words.source}"
        notes.error("E-text", f'there are no words "journal.items.{item}"', fix, *who)


def _like(word: str, known: Sequence[str]) -> list[str]:
    """The three names nearest to ``word``."""
    return sorted(known, key=lambda k: (-len(set(k) & set(word)) / (1 + abs(len(k) - len(word))), k))[:3]
