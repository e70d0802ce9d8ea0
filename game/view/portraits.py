"""Faces: who has which moods, and which face comes nearest when a mood was never drawn.

assets/art/portraits/NAME.png is a strip of faces of 72 x 72 px; portraits.json says in which order:
{"size": 72, "moods": {name: [mood, ...]}}.
"""

from __future__ import annotations

import pygame

from game.view.felt import Cloth

FACES = {
    "ghost_silas": "ghost_boy",
    "ghost_hester": "ghost_girl",
    "ghost_ivy": "ghost_twin",
}
"""Speakers whose strip may have another name."""
NEAREST = {
    "plain": ("neutral",),
    "busy": ("plain", "neutral"),
    "tired": ("sad", "plain", "neutral"),
    "soft": ("happy", "plain"),
    "glad": ("happy",),
    "proud": ("glad", "happy"),
    "cross": ("annoyed",),
    "sly": ("glad", "happy"),
    "curious": ("surprised",),
    "eager": ("glad", "happy"),
    "puzzled": ("curious", "surprised"),
    "worried": ("afraid", "sad"),
    "brave": ("cross", "annoyed"),
    "sheepish": ("worried", "sad"),
    "bored": ("plain", "neutral"),
    "wary": ("annoyed", "cross"),
    "warm": ("glad", "happy"),
    "still": ("plain", "neutral"),
    "cold": ("annoyed",),
    "thin": ("annoyed",),
    "grand": ("glad", "happy"),
    "dry": ("annoyed", "plain"),
    "stern": ("annoyed", "plain"),
    "grave": ("sad", "plain"),
}


class Portraits:
    """``face(who, mood)``: 72 x 72, or None for the narrator and whoever has no strip."""

    def __init__(self, cloth: Cloth) -> None:
        self._cloth = cloth
        table = cloth.table("portraits/portraits")
        self._moods: dict[str, list[str]] = table.get("moods", {})
        self._size = int(table.get("size", 72))
        self.wears: dict[str, str] = {}
        """Speaker -> the strip of what they have on: Coraline in pyjamas."""

    def face(self, who: str, mood: str, blink: bool = False) -> pygame.Surface | None:
        who = self.wears.get(who, who)
        name = who if who in self._moods else FACES.get(who, who)
        moods = self._moods.get(name)
        if not moods:
            return None
        shown = self.nearest(mood, moods)
        if blink:  # each mood has its own, so that a head does not turn for it; eyes that are buttons have none
            shown = f"{shown}_blink" if f"{shown}_blink" in moods else shown
        i = moods.index(shown)
        n = self._size
        return self._cloth.piece(f"portraits/{name}", (i * n, 0, n, n))

    @staticmethod
    def nearest(mood: str, moods: list[str]) -> str:
        """The mood itself, or the nearest one drawn, at last the plain face."""
        for m in (mood, *NEAREST.get(mood, ())):
            if m in moods:
                return m
        return next((m for m in ("plain", "neutral") if m in moods), moods[0])
