"""Reads the words of the game from assets/text/LANGUAGE.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from game.core.words import Words


class WordsError(Exception):
    """The text file cannot be read; the message names the file and the line."""


def load_words(assets: Path, language: str = "en") -> Words:
    """The words of a language. Raises WordsError when the file is missing or is not TOML."""
    path = assets / "text" / f"{language}.toml"
    try:
        return Words(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except OSError as e:
        raise WordsError(f"{path}: cannot be read: {e.strerror or e}") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise WordsError(f"{path}: {e}") from e
