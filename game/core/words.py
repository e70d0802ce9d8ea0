"""The words of the game as a table: dotted keys in, text out. Reads no file; content/words.py does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Words:
    """A tree of text.

    >>> w = Words({"menu": {"new": "New story"}, "say": {"2": "b", "10": "c", "1": "{n} a"}})
    >>> w.get("menu.new"), w.get("say.1", n=3), w.has("menu.old")
    ('New story', '3 a', False)
    >>> w.numbered("say")
    ['say.1', 'say.2', 'say.10']
    """

    def __init__(self, tree: Mapping[str, Any], source: str = "en.toml") -> None:
        self._tree = tree
        self.source = source

    def node(self, key: str) -> Any:
        """Whatever stands at the key: text, a table, or None."""
        at: Any = self._tree
        for part in key.split("."):
            if not isinstance(at, Mapping) or part not in at:
                return None
            at = at[part]
        return at

    def has(self, key: str) -> bool:
        return self.node(key) is not None

    def get(self, key: str, **values: object) -> str:
        """The text at the key, or the ``say`` of a line there; {tokens} named in values are filled in, others stay.

        A key that is missing comes back in square brackets, so that it is seen and nothing falls over.
        """
        found = self.node(key)
        if isinstance(found, Mapping):
            found = found.get("say", found.get("pick"))
        if not isinstance(found, str):
            return f"[{key}]"
        for name, value in values.items():
            found = found.replace("{" + name + "}", str(value))
        return found

    def item(self, item: str, **values: object) -> str:
        """What is said of a thing in her pockets: what it is for, what it once was to a ghost, or what is printed on it."""
        return self.get(self.item_key(item), **values)

    def item_key(self, item: str) -> str:
        """Where that stands.

        >>> w = Words({"keepsakes": {"bead": "b"}, "plants": {"real": {"oak": "o"}}})
        >>> w.item_key("bead"), w.item_key("plate_oak"), w.item_key("key")
        ('keepsakes.bead', 'plants.real.oak', 'journal.items.key')
        """
        for key in (f"keepsakes.{item}", f"plants.real.{item.removeprefix('plate_')}"):
            if self.has(key):
                return key
        return f"journal.items.{item}"

    def numbered(self, key: str) -> list[str]:
        """Keys of the numbered entries under ``key``, in the order of their numbers."""
        table = self.node(key)
        if not isinstance(table, Mapping):
            return []
        return [f"{key}.{n}" for n in sorted((k for k in table if k.isdigit()), key=int)]

    def names(self, key: str) -> list[str]:
        """The names of the entries under ``key``, as they stand in the file."""
        table = self.node(key)
        return list(table) if isinstance(table, Mapping) else []
