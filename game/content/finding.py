"""What is wrong with a map, in one line: where, what, and how to mend it.

Made by tmx.py and lint*.py; shown by the command line and by hot reload.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 200
"""Findings kept a file: beyond that nobody reads on, and a hostile file must not fill the memory."""


@dataclass(frozen=True)
class Finding:
    """``code`` as in docs/maps.md; ``level`` is "error" or "warning"; ``object`` is 0 where none is meant.

    ``stops``: the map cannot be played until it is mended (not part of the JSON).
    """

    file: str
    layer: str
    object: int
    name: str
    code: str
    level: str
    text: str
    fix: str
    stops: bool = False

    def __str__(self) -> str:
        where = f'{self.file}: layer "{self.layer}": ' if self.layer else f"{self.file}: "
        if self.object or self.name:
            where += f'object {self.object} "{self.name}": '
        return f"{where}{self.code} {self.text}; {self.fix}"

    def as_json(self) -> dict[str, str | int]:
        return {
            "file": self.file,
            "layer": self.layer,
            "object": self.object,
            "code": self.code,
            "level": self.level,
            "text": self.text,
            "fix": self.fix,
        }


class Notes:
    """Collects findings of one file. ``stop`` says one that makes the map unreadable."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Finding] = []

    def _add(
        self, code: str, text: str, fix: str, layer: str, number: int, name: str, level: str, stops: bool
    ) -> Finding:
        one = Finding(self.file, layer, number, _short(name), code, level, _short(text, 300), fix, stops)
        if len(self.found) < MOST and one not in self.found:
            self.found.append(one)
        elif stops and not any(f.stops for f in self.found):
            self.found[-1] = one
        return one

    def stop(self, code: str, text: str, fix: str, layer: str = "", number: int = 0, name: str = "") -> Finding:
        return self._add(code, text, fix, layer, number, name, "error", True)

    def error(self, code: str, text: str, fix: str, layer: str = "", number: int = 0, name: str = "") -> Finding:
        return self._add(code, text, fix, layer, number, name, "error", False)

    def warn(self, code: str, text: str, fix: str, layer: str = "", number: int = 0, name: str = "") -> Finding:
        return self._add(code, text, fix, layer, number, name, "warning", False)


class MapError(Exception):
    """A map that cannot be played. ``findings`` holds every reason; str() is the linter's line of the first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        first = self.findings[0]
        self.file, self.layer, self.object, self.name = first.file, first.layer, first.object, first.name
        self.code, self.text, self.fix = first.code, first.text, first.fix
        more = len(self.findings) - 1
        super().__init__(str(first) + (f" (and {more} more)" if more else ""))


def _short(text: str, most: int = 80) -> str:
    """One line, printable, not longer than a person reads."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= most else line[: most - 3] + "..."
