"""Runs generators one tick at a time: stories, boss attacks, anything that reads best from top to bottom.

A script yields what it waits for: None (one tick), a whole number (that many ticks) or a question without arguments (until it
answers yes; asked once a tick). Scripts call scripts with ``yield from``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

Wait = int | Callable[[], bool] | None
Script = Generator[Wait, None, None]


class Running:
    """One script under way.

    >>> said = []
    >>> def scene():
    ...     said.append("one")
    ...     yield 2
    ...     said.append("two")
    >>> r = Running(scene())
    >>> while not r.is_over: r.tick(); said.append(".")
    >>> said
    ['one', '.', '.', 'two', '.']
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self._wait: Wait = None
        self.is_over = False

    def tick(self) -> None:
        """One tick: goes on as far as the script's next wait."""
        if self.is_over:
            return
        wait = self._wait
        if isinstance(wait, int):
            if wait > 1:
                self._wait = wait - 1
                return
        elif wait is not None and not wait():
            return
        try:
            self._wait = next(self._script)
        except StopIteration:
            self.is_over = True

    def stop(self) -> None:
        """Ends it where it stands; its ``finally`` blocks run."""
        self._script.close()
        self.is_over = True
