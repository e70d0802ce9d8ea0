"""--watch: maps, words and pictures taken in again as they change on disk, while the game goes on.

Editors save by temporary file and rename, so only times and sizes are looked at, and a file that is half written waits for the
next look. A map that is broken leaves the last good one standing; its linter's line is shown.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.app.game import Game
from game.content.finding import MapError
from game.content.start import make_content
from game.content.words import WordsError
from game.core.geometry import Vec
from game.core.words import Words
from game.data import data_folder
from game.sim.save import Snapshot

EVERY_S = 0.2
Stamp = tuple[int, int]


class Watcher:
    """``look`` at every picture; it looks at the disk five times a second."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self._maps, self._assets = data_folder("maps"), data_folder("assets")
        self._seen = self._stamps()
        self._waited_s = 0.0
        self._changed: dict[Path, None] = {}

    def _stamps(self) -> dict[Path, Stamp]:
        files = [
            *self._maps.rglob("*.t?x"),
            *(self._assets / "text").glob("*.toml"),
            *(self._assets / "art").rglob("*.png"),
        ]
        stamps = {}
        for path in files:
            try:
                stat = path.stat()
                stamps[path] = (stat.st_mtime_ns, stat.st_size)
            except OSError:
                continue  # between two names just now
        return stamps

    def look(self, dt_s: float) -> None:
        self._waited_s += dt_s
        if self._waited_s < EVERY_S:
            return
        self._waited_s = 0.0
        now = self._stamps()
        fresh = [p for p, stamp in now.items() if self._seen.get(p) != stamp]
        self._seen = now
        if fresh:
            self._changed.update(dict.fromkeys(fresh))
        elif self._changed:  # quiet for one look: whoever wrote has finished
            changed, self._changed = [*self._changed], {}
            self._take(changed)

    def _take(self, changed: list[Path]) -> None:
        game = self.game
        if any(p.suffix == ".toml" for p in changed):
            self._take_words()
        if any(p.suffix == ".png" for p in changed):
            game.assets.forget()
            game.show.forget()
        if any(p.suffix in (".tmx", ".tsx", ".tx") for p in changed):
            self._take_map()
        for path in changed[:3]:
            game.note(game.content.words.get("system.update_map", file=path.name))

    def _take_words(self) -> None:
        try:
            words: Words = make_content().words
        except WordsError as e:
            self.game.note(str(e))
            return
        game = self.game
        game.content = replace(game.content, words=words)
        game.shell.words = words
        if game.play is not None:
            game.play.session.content = replace(game.play.session.content, words=words)

    def _take_map(self) -> None:
        """The room anew, with her where she stands; flags and beat stay."""
        play = self.game.play
        if play is None:
            return
        session = play.session
        try:
            session.content.load_room(session.room.name)
            at = session.place
            session.restore(Snapshot.of(session, session.room.name, Vec(at.x, at.y), at.facing))
        except (MapError, OSError) as e:
            self.game.note(str(e))
