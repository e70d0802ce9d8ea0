"""From how a session began to the first line of its recording, and back."""

from __future__ import annotations

from typing import Any

import msgspec

from game import __version__
from game.app.errors import UsageError
from game.app.replay import Header, words_digest
from game.content.start import loaded_session, new_session
from game.data import data_folder
from game.sim.parts import Rules
from game.sim.save import Snapshot
from game.sim.session import Content, Session


def header_of(seed: int, rules: Rules, **start: Any) -> Header:
    """The first line of a recording."""
    words = (data_folder("assets") / "text" / "en.toml").read_bytes()
    return Header(game=__version__, seed=seed, start=start, rules=msgspec.to_builtins(rules), words=words_digest(words))


def session_of(header: Header, content: Content | None = None) -> Session:
    """The session a recording begins with. Raises StartError or UsageError when it cannot be had."""
    try:
        rules = msgspec.convert(header.rules, Rules)
        start = header.start
        if "snapshot" in start:
            return loaded_session(Snapshot.from_data(start["snapshot"]), rules, content)
        return new_session(
            room=str(start.get("map", "")),
            spawn=str(start.get("spawn", "")),
            beat=str(start.get("beat", "")),
            flags=[str(f) for f in start.get("flags", [])],
            seed=header.seed,
            rules=rules,
            content=content,
        )
    except (msgspec.ValidationError, ValueError) as e:
        raise UsageError(f"the recording's header does not fit this version: {e}") from e
