"""Panel: something she works with her hands while the world waits. One file a panel; how it looks is in view/panels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.session import Session


@dataclass
class Panel:
    """Base of all. The system ``handle`` lets it ``work`` once a tick while nobody talks; it ends by ``session.panel = None``."""

    def work(self, session: Session) -> None:
        """One tick with the session's intent."""
