"""For tests of the interface: its art, its words, and a session that is only data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app.bindings import BOTH, PAD_TABLE
from game.app.scenes.scene import Shell
from game.app.settings import Settings
from game.core.geometry import Box
from game.core.news import News
from game.core.words import Words
from game.core.world import World
from game.data import data_folder
from game.sim.parts import Fade, Hero, Place, Rules
from game.sim.room import Area, Room
from game.sim.ruin import Ruin
from game.sim.story import Story
from game.view.assets import Assets
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs

ROOT = data_folder("assets")
HAS_ART = (ROOT / "fonts" / "font.png").is_file() and (ROOT / "art" / "ui" / "panel_felt.png").is_file()
needs_art = pytest.mark.skipif(not HAS_ART, reason="the interface's art is not built")
SIZES = (100, 150, 200)
SCREENS = ((640, 360), (640, 400), (853, 360))


@cache
def art() -> Assets:
    return Assets(ROOT, data_folder("maps"))


@cache
def words() -> Words:
    return Words(tomllib.loads((ROOT / "text" / "en.toml").read_text(encoding="utf-8")))


@cache
def cloth() -> Cloth:
    return Cloth(art())


@cache
def font() -> Font:
    return Font(*art().font("font"))


@cache
def large() -> Font:
    return Font(*art().font("title_font"))


@cache
def keyboard() -> Glyphs:
    return Glyphs(cloth(), font(), "keyboard", BOTH)


@cache
def gamepad(family: str = "xbox") -> Glyphs:
    return Glyphs(cloth(), font(), family, PAD_TABLE)


def screen(size: tuple[int, int] = (640, 360)) -> pygame.Surface:
    return pygame.Surface(size, pygame.SRCALPHA, 32)


def texts(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table with its dotted key; of a line its say."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, Mapping):
        for name, node in tree.items():
            yield from texts(node, f"{path}.{name}" if path else name)


def filled(text: str) -> str:
    """Numbers in, as wide as they get."""
    for token, value in (
        ("minutes", "888"),
        ("souls", "3"),
        ("seconds", "888"),
        ("n", "12"),
        ("action", "Map and journal"),
    ):
        text = text.replace("{" + token + "}", value)
    return (
        text.replace("{key}", "Num Enter").replace("{file}", "replay-2026-11-22.json").replace("{device}", "DualSense")
    )


class StubSession:
    """As much of a session as looks may read."""

    def __init__(self) -> None:
        self.story = Story()
        self.story.areas = ["real/house/kitchen", "real/house/hall"]
        self.story.done = ["arrival", "ignored", "wybie_met"]
        self.story.items = ["key", "doll", "note", "tally", "pear_drops", "photo"]
        self.story.people = ["mel", "charlie", "wybie", "cat"]
        self.story.counts = {"minutes": 13}
        self.story.log = [("mel", "In a minute."), ("coraline", "(She means after Friday.)")] * 25
        areas = tuple(Area(n, Box(x, 64, 160, 160), n) for n, x in (("kitchen", 32), ("hall", 224), ("study", 416)))
        self.room = Room("real/house", "real", 20, 10, indoors=False, areas=areas, walls=(Box(64, 80, 64, 32),))
        self.world = World()
        self.hero = self.world.born(Hero(), Place(100, 150, 100, 150))
        self.world.settle()
        self.place = self.world.get(self.hero, Place)
        self.news = News()
        self.talk: Any = None
        self.panel: Any = None
        self.act: Any = None
        self.crossing: Any = None
        self.leaving: Any = None
        self.prompt: Any = None
        self.title: Any = None
        self.gaze: Any = None
        self.fade = Fade()
        self.rules = Rules()
        self.ruin = Ruin(self.room.width, self.room.height)
        self.tick = 0

    @staticmethod
    def decays_of(room: Room) -> tuple[Any, ...]:
        return ()

    @property
    def goal(self) -> str:
        return self.story.beat

    @property
    def is_free(self) -> bool:
        return self.talk is None and self.panel is None


def shell(size: int = 100, has_save: bool = True, device: str = "keyboard", **more: Any) -> Shell:
    """What scenes are given, with an outside that does nothing."""
    settings = Settings(text_size=size)  # type: ignore[arg-type]
    return Shell(art(), words(), settings, has_save=lambda: has_save, device=device, **more)


def contrast(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """WCAG's contrast of two colours, 1..21."""

    def light(colour: tuple[int, ...]) -> float:
        parts = [v / 255 for v in colour[:3]]
        lin = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def keep(surface: pygame.Surface, folder: Path, name: str) -> None:
    """The picture at twice its size, for eyes."""
    folder.mkdir(parents=True, exist_ok=True)
    pygame.image.save(pygame.transform.scale_by(surface, 2), folder / f"{name}.png")
