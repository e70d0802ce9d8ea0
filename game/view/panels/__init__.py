"""How panels look: one drawer for each of sim/panels. To add one: a file here and a line in DRAWERS. Changes nothing."""

from __future__ import annotations

import pygame

from game.core.words import Words
from game.sim.panels import (
    BoardPanel,
    BoxPanel,
    BracePanel,
    ClaimPanel,
    DinnerPanel,
    DollPanel,
    EyesPanel,
    KeyPanel,
    LanternPanel,
    LettersPanel,
    MessagePanel,
    NotePanel,
    NoughtsPanel,
    Panel,
    PantomimePanel,
    PhotoPanel,
    PourPanel,
    RacePanel,
    TellPanel,
    WagerPanel,
)
from game.view.felt import FELT, WARM, Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.board import BoardDrawer
from game.view.panels.box import BoxDrawer
from game.view.panels.brace import BraceDrawer
from game.view.panels.claim import ClaimDrawer
from game.view.panels.dinner import DinnerDrawer
from game.view.panels.doll import DollDrawer
from game.view.panels.drawer import Drawer, veil
from game.view.panels.eyes import EyesDrawer
from game.view.panels.keys import KeyDrawer
from game.view.panels.lantern import LanternDrawer
from game.view.panels.letters import LettersDrawer
from game.view.panels.message import MessageDrawer
from game.view.panels.note import NoteDrawer
from game.view.panels.noughts import NoughtsDrawer
from game.view.panels.pantomime import PantomimeDrawer
from game.view.panels.photo import PhotoDrawer
from game.view.panels.pour import PourDrawer
from game.view.panels.race import RaceDrawer
from game.view.panels.tell import TellDrawer
from game.view.panels.wager import WagerDrawer

__all__ = ["DRAWERS", "Drawer", "Panels", "veil"]
DRAWERS: dict[type[Panel], type[Drawer]] = {
    BoardPanel: BoardDrawer,
    BoxPanel: BoxDrawer,
    BracePanel: BraceDrawer,
    ClaimPanel: ClaimDrawer,
    DinnerPanel: DinnerDrawer,
    DollPanel: DollDrawer,
    EyesPanel: EyesDrawer,
    KeyPanel: KeyDrawer,
    LanternPanel: LanternDrawer,
    LettersPanel: LettersDrawer,
    MessagePanel: MessageDrawer,
    NotePanel: NoteDrawer,
    NoughtsPanel: NoughtsDrawer,
    PantomimePanel: PantomimeDrawer,
    PhotoPanel: PhotoDrawer,
    PourPanel: PourDrawer,
    RacePanel: RaceDrawer,
    TellPanel: TellDrawer,
    WagerPanel: WagerDrawer,
}


class Panels:
    """Draws whatever panel the session shows; ``box`` is where it was drawn last, empty without one."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self._made_of = cloth, font, words
        self._panel: Panel | None = None
        self._drawer: Drawer | None = None

    @property
    def box(self) -> pygame.Rect:
        return self._drawer.box if self._drawer else pygame.Rect(0, 0, 0, 0)

    @property
    def words_below(self) -> bool:
        return self._drawer is not None and self._drawer.words_below

    @property
    def words_above(self) -> bool:
        return self._drawer is not None and self._drawer.words_above

    @property
    def words_left(self) -> int:
        return self._drawer.words_left if self._drawer else 0

    def talks(self, on: bool) -> None:
        """Whether somebody is talking over the panel now."""
        if self._drawer is not None:
            self._drawer.is_spoken_over = on

    def draw(
        self,
        to: pygame.Surface,
        panel: Panel | None,
        marks: Glyphs,
        taste: Taste,
        hero_y: float = 0.0,
        side: str = "real",
        dt_s: float = 1 / 60,
    ) -> None:
        if panel is not self._panel:
            self._panel = panel
            drawer = DRAWERS.get(type(panel)) if panel is not None else None
            self._drawer = drawer(*self._made_of) if drawer else None
        if self._drawer is not None:
            self._drawer.ramp = WARM if side == "other" else FELT
            self._drawer.show(to, panel, marks, taste, hero_y, dt_s)
