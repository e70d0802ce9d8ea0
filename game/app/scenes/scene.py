"""Scenes: title, play, pause, journal ... on a stack; the topmost has the controls. Changes are made between frames.

A scene never touches a device, a file or another scene: all it needs stands in Shell, given to its constructor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import pygame

from game.app.bindings import swapped
from game.app.pad import Controls, Menu
from game.app.records import Records
from game.core.words import Words
from game.sim.room import Room
from game.view.assets import Assets
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.menu import MenuLook
from game.view.wipe import Wipe

DT_S = 1 / 60


class Scene(Protocol):
    """``is_over``: the scene below shows through and is drawn first."""

    is_over: bool

    def tick(self, controls: Controls) -> Change | None: ...

    def draw(self, surface: pygame.Surface, between: float) -> None: ...


@dataclass(frozen=True)
class Push:
    """Another scene on top."""

    scene: Scene


@dataclass(frozen=True)
class Pop:
    """This scene ends; ``count`` of them, topmost first."""

    count: int = 1


@dataclass(frozen=True)
class Swap:
    """Another scene instead of this one; with ``all`` instead of the whole stack."""

    scene: Scene
    all: bool = False


@dataclass(frozen=True)
class Quit:
    """The program ends."""


Change = Push | Pop | Swap | Quit


class Scenes:
    """The stack. ``tick`` the topmost, ``draw`` from the last one that covers the whole picture. A Swap opens by a wipe."""

    def __init__(self, first: Scene) -> None:
        self._stack: list[Scene] = [first]
        self._due: Change | None = None
        self._wipe: Wipe | None = None
        self.is_over = False

    @property
    def top(self) -> Scene:
        return self._stack[-1]

    @property
    def all(self) -> tuple[Scene, ...]:
        return tuple(self._stack)

    def tick(self, controls: Controls) -> None:
        """A tick of the topmost scene; what it answers waits for ``settle``."""
        if self._wipe is not None:
            self._wipe.pass_by(DT_S)
            if self._wipe.is_over:
                self._wipe = None
        if self._due is None and not self.is_over:
            self._due = self.top.tick(controls)

    def settle(self) -> bool:
        """Between frames: does what was answered. True when the stack has changed."""
        due, self._due = self._due, None
        if due is None:
            return False
        self.do(due)
        return True

    def do(self, change: Change) -> None:
        """At once. Ends the program when no scene is left."""
        match change:
            case Push():
                self._stack.append(change.scene)
            case Pop():
                del self._stack[-min(change.count, len(self._stack)) :]
            case Swap():
                if change.all:
                    self._stack.clear()
                else:
                    self._stack.pop()
                self._stack.append(change.scene)
                shell = getattr(change.scene, "shell", None)
                self._wipe = Wipe(calm=shell is None or shell.taste.calm)
            case Quit():
                self._stack.clear()
        self.is_over = not self._stack

    def draw(self, surface: pygame.Surface, between: float) -> None:
        """All that is to be seen, lowest first."""
        first = len(self._stack) - 1
        while first > 0 and self._stack[first].is_over:
            first -= 1
        for scene in self._stack[max(first, 0) :]:
            scene.draw(surface, between)
        if self._wipe is not None:
            self._wipe.draw(surface)


@dataclass
class Shell:
    """What scenes are given. ``settings`` is app/settings.py's Settings; callables are what only the outside can do.

    ``apply`` is called after a setting changed (True: keep it on disk now). ``save_now`` keeps the running
    story and answers "" or what went wrong; ``since_saved_s`` seconds since the last save, None = never.
    """

    assets: Assets
    words: Words
    settings: Any
    sound: Callable[[str], None] = lambda _: None
    music: Callable[[str], None] = lambda _: None
    has_save: Callable[[], bool] = lambda: False
    start_new: Callable[[], Scene | None] = lambda: None
    continue_: Callable[[], Scene | None] = lambda: None
    title: Callable[[], Scene | None] = lambda: None
    restart: Callable[[], None] = lambda: None
    slip: Callable[[], None] = lambda: None
    save_now: Callable[[], str] = lambda: ""
    since_saved_s: Callable[[], float | None] = lambda: None
    apply: Callable[[bool], None] = lambda _: None
    load_room: Callable[[str], Room | None] = lambda _: None
    key_label: Callable[[str], str] | None = None
    device: str = "keyboard"
    swaps_confirm: bool = False
    records: Records = field(default_factory=Records)
    """What lasts beyond one book."""
    begin_chapter: Callable[[int], Scene | None] = lambda _: None
    begin_other_side: Callable[[], Scene | None] = lambda: None
    practise: Callable[[str, str], Scene | None] = lambda boss, attack: None
    newly_earned: Callable[[], list[str]] = list
    """Honours nobody has been shown yet; they count as shown then."""
    end: Callable[[Any], Scene | None] = lambda session: None
    """The story of that session is told: the credits."""
    cloth: Cloth = field(init=False)
    font: Font = field(init=False)
    large: Font = field(init=False)
    look: MenuLook = field(init=False)
    _glyphs: dict[str, Glyphs] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.cloth = Cloth(self.assets)
        self.font = Font(*self.assets.font("font"))
        self.large = Font(*self.assets.font("title_font"))
        self.look = MenuLook(self.cloth, self.font, self.words)

    @property
    def taste(self) -> Taste:
        """What the interface must know of the settings."""
        s = self.settings
        return Taste(int(s.text_size), bool(s.captions), bool(getattr(s, "safe_area", False)), bool(s.calm))

    def glyphs(self) -> Glyphs:
        """The buttons of the device used last, as they are bound now."""
        table = dict(self.settings.bindings.table(self.device))
        if self.swaps_confirm:
            for action in ("confirm", "cancel"):
                table[action] = swapped(tuple(table.get(action, ())))
        key = f"{self.device}{sorted(table.items())}"
        if key not in self._glyphs:
            if len(self._glyphs) > 8:
                self._glyphs.clear()
            self._glyphs[key] = Glyphs(self.cloth, self.font, self.device, table, self.key_label)
        return self._glyphs[key]


def went(controls: Controls, flag: Menu) -> bool:
    """Whether a menu flag came in this tick."""
    return bool(controls.menu & flag)


__all__ = [
    "DT_S",
    "Change",
    "Controls",
    "Menu",
    "Pop",
    "Push",
    "Quit",
    "Scene",
    "Scenes",
    "Shell",
    "Swap",
    "went",
]
