"""Options: five tabs of what can be set, with one line of help each; and the short page of the first start.

A new setting: a field in app/settings.py, its name and help in en.toml, a line in PAGES below.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.app.scenes.controls import ControlsPage
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Push, Scene, Shell, Swap, went
from game.sim.harm import STITCHES
from game.view.felt import CREAM, FELT, GOLD, PINK, ease, mix
from game.view.font import lay_out
from game.view.menu import ROW, Choice, Item, Slider, Toggle
from game.view.menu import Menu as List
from game.view.panels import veil

TABS = ("game", "assists", "video", "audio", "controls", "access")
# page -> (setting, kind, name key). Kinds: choice:a,b,c  flag  flag:word_off,word_on  tenths  volume  percent  wider  count
PAGES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "game": (
        ("text_speed", "choice:slow,normal,fast,at_once", "options"),
        ("pause_away", "flag", "options"),
        ("difficulty", "choice:storybook,brave,beldam", "assists"),
        ("run_clock", "flag", "options"),
    ),
    "assists": (
        ("speed", "percent", "assists"),
        ("more_stitches", "count", "assists"),
        ("no_fail", "flag", "assists"),
        ("skip_after", "flag", "assists"),
        ("wide_lens", "flag", "assists"),
        ("wind_ups", "wider", "assists"),
        ("auto_brace", "flag", "assists"),
        ("no_sway", "flag", "assists"),
        ("quiet_boards", "flag", "assists"),
        ("show_window", "wider", "assists"),
        ("slow_throw", "flag", "assists"),
        ("calm_chase", "flag", "assists"),
        ("gentle", "not", "options.spiders"),
    ),
    "video": (
        ("window", "choice:window,borderless,fullscreen", "options"),
        ("scale", "choice:integer,fit,stretch", "options"),
        ("aspect", "choice:16:9,16:10,21:9", "options"),
        ("renderer", "choice:auto,opengl,software", "options"),
        ("vsync", "flag", "options"),
    ),
    "audio": (
        ("master", "volume", "options"),
        ("music", "volume", "options"),
        ("effects", "volume", "options"),
        ("voices", "volume", "options"),
        ("ambience", "volume", "options"),
        ("mute_away", "flag", "options"),
    ),
    "controls": (
        ("run_toggle", "flag:hold,toggle", "options.hold_run"),
        ("sneak_toggle", "flag:hold,toggle", "options.hold_sneak"),
        ("stone_toggle", "flag:hold,toggle", "options.hold_stone"),
        ("auto_run", "flag", "options"),
        ("dead_zone", "twentieths", "options"),
        ("rumble", "tenths", "options"),
        ("glyphs", "choice:auto,keyboard,xbox,playstation,nintendo,deck,generic", "options"),
        ("swap_confirm", "flag", "options"),
    ),
    "access": (
        ("text_size", "size", "options"),
        ("captions", "flag", "options"),
        ("shake", "tenths", "options"),
        ("flashes", "flag", "options"),
        ("calm", "flag", "options"),
        ("safe_area", "flag", "options"),
    ),
}
MOST_MORE_STITCHES = 5
FIRST = (
    ("text_size", "size", "first"),
    ("captions", "flag", "first"),
    ("flashes", "not", "first"),
    ("shake", "tenths", "first"),
    ("master", "volume", "first.volume"),
)


class Makers:
    """Settings to menu items. ``changed`` is called after each change."""

    def __init__(self, shell: Shell, changed: Callable[[], None]) -> None:
        self.shell = shell
        self.changed = changed

    def item(self, name: str, kind: str, where: str) -> Item | None:
        """The item of a setting; None when this version of the settings has no such field."""
        settings, words = self.shell.settings, self.shell.words
        if kind != "volume" and not hasattr(settings, name):
            return None
        section, _, key = where.partition(".")
        key = key or name
        label = words.get(f"menu.first.{key}") if section == "first" else words.get(f"{section}.name.{key}")
        help_key = f"{section if section != 'first' else 'options'}.help.{name if section == 'first' else key}"
        hint = words.get(help_key) if words.has(help_key) else ""
        what, _, rest = kind.partition(":")

        def get() -> Any:
            return getattr(settings, name)

        def put(value: Any) -> None:
            setattr(settings, name, value)
            self.changed()

        def volume(value: int) -> None:
            settings.volumes = {**settings.volumes, name: value}
            self.changed()

        match what:
            case "choice":
                values = ("16:9", "16:10", "21:9") if name == "aspect" else tuple(rest.split(","))
                return Choice(name, label, hint, values=[(v, self.word(name, v)) for v in values], get=get, set=put)
            case "size":
                sizes = [(n, f"{n} %") for n in (100, 150, 200)]
                return Choice(name, label, hint, values=sizes, get=get, set=put)
            case "percent":
                speeds = [(n / 100, f"{n} %") for n in range(50, 101, 10)]
                return Choice(name, label, hint, values=speeds, get=lambda: round(get(), 2), set=put)
            case "count":
                counts = [(n, str(STITCHES + n)) for n in range(MOST_MORE_STITCHES + 1)]
                return Choice(name, label, hint, values=counts, get=get, set=put)
            case "wider":
                widths = [(n / 100, f"{n} %") for n in (100, 125, 150, 175, 200)]
                return Choice(name, label, hint, values=widths, get=lambda: round(get(), 2), set=put)
            case "flag":
                off, on = rest.split(",") if rest else ("off", "on")
                values2 = [(False, self.word(name, off)), (True, self.word(name, on))]
                kind_of = Choice if rest else Toggle
                return kind_of(name, label, hint, values=values2, get=get, set=put)
            case "not":
                values3 = [(True, self.word(name, "off")), (False, self.word(name, "on"))]
                return Toggle(name, label, hint, values=values3, get=get, set=put)
            case "tenths":
                return Slider(name, label, hint, get=lambda: round(get() * 10), set=lambda v: put(v / 10))
            case "twentieths":
                return Slider(name, label, hint, get=lambda: round(get() * 20) - 1, set=lambda v: put((v + 1) / 20))
            case _:
                return Slider(name, label, hint, get=lambda: settings.volumes.get(name, 8), set=volume)

    def word(self, name: str, value: str) -> str:
        """A value in words."""
        words = self.shell.words
        if words.has(f"options.value.{value}"):
            return words.get(f"options.value.{value}")
        if words.has(f"assists.level.{value}"):
            return words.get(f"assists.level.{value}").split(":")[0]
        return {"xbox": "Xbox", "playstation": "PlayStation", "nintendo": "Nintendo", "deck": "Deck"}.get(
            value, value.capitalize()
        )


class Options:
    """The whole screen, over whatever was there. Everything works at once; it is kept on disk when the page closes."""

    is_over = True

    def __init__(self, shell: Shell, tab: str = "game") -> None:
        self.shell = shell
        self.tab = TABS.index(tab)
        self._life_s = 0.0
        self._is_changed = False
        makers = Makers(shell, self._change)
        self.pages: dict[str, List] = {}
        for name in TABS:
            items = [i for i in (makers.item(*line) for line in PAGES[name]) if i is not None]
            if name == "controls":
                keys = shell.words.get("options.help.keys")
                items[:0] = [
                    Item(d, shell.words.get(f"menu.controls.{d}"), keys, on=self._opens(d))
                    for d in ("keyboard", "gamepad")
                ]
            self.pages[name] = List(items)

    def _opens(self, device: str) -> Callable[[], Change]:
        return lambda: Push(ControlsPage(self.shell, device))

    def _change(self) -> None:
        self._is_changed = True
        self.shell.apply(False)

    @property
    def menu(self) -> List:
        return self.pages[TABS[self.tab]]

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            self.shell.sound("ui_back")
            if self._is_changed:
                self.shell.apply(True)
            return Pop()
        for flag, way in ((Menu.TAB_LEFT, -1), (Menu.TAB_RIGHT, 1)):
            if went(controls, flag):
                self.tab = (self.tab + way) % len(TABS)
                self.shell.sound("ui_page")
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        for flag, way in ((Menu.LEFT, -1), (Menu.RIGHT, 1)):
            if went(controls, flag):
                self.shell.sound("ui_move" if self.menu.change(way) else "ui_error")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 190)
        shell, taste = self.shell, self.shell.taste
        size = taste.text_size
        cut = shell.font.cut(size)
        w = {100: 460, 150: 540, 200: 612}[size]
        help_h = 2 * cut.line + 4
        h = min(surface.get_height() - 56, 6 * 2 + ROW[size] * 7 + help_h + 52)
        x = (surface.get_width() - w) // 2
        y = (surface.get_height() - h) // 2 + 14
        y += 0 if taste.calm else round((1 - ease(self._life_s / 0.2)) * 24)
        surface.blit(shell.cloth.panel(w, h), (x, y))
        self._draw_tabs(surface, x, y)
        rows = (h - help_h - 44) // ROW[size] * ROW[size]
        shell.look.draw_rows(surface, self.menu, pygame.Rect(x + 38, y + 22, w - 62, rows), size, self._life_s)
        line_y = y + h - help_h - 20
        for k in range(x + 24, x + w - 24, 7):
            pygame.draw.line(surface, FELT[4], (k, line_y), (k + 3, line_y))
        box = pygame.Rect(x + 24, line_y + 4, w - 48, help_h)
        shell.look.draw_help(surface, self.menu.item.help, box, size, shell.glyphs())

    def _draw_tabs(self, to: pygame.Surface, x: int, y: int) -> None:
        shell = self.shell
        cut = shell.font.cut(min(shell.taste.text_size, 150))
        names = [shell.words.get(f"options.tabs.{t}") for t in TABS]
        left = x + 30
        marks = shell.glyphs()
        to.blit(marks.drawn("stone"), (x + 4, y - 19))
        for i, name in enumerate(names):
            is_on = i == self.tab
            tw, th = cut.width(name) + 22, cut.line + 12
            tab = shell.cloth.plate(tw, th, PINK if is_on else FELT, False)
            top = y - th + (7 if is_on else 11)
            to.blit(tab, (left, top), (0, 0, tw, th - (0 if is_on else 5)))
            cut.write(to, left + 11, top + 6, name, CREAM if is_on else mix(CREAM, FELT[4], 0.35))
            if is_on:
                for k in range(left + 8, left + tw - 8, 6):
                    pygame.draw.line(to, GOLD, (k, top + 3), (k + 2, top + 3))
            left += tw + 3
        to.blit(marks.drawn("next"), (left + 4, y - 19))


class First:
    """The first start: the five things that decide whether somebody can play at all. One press goes on."""

    is_over = False

    def __init__(self, shell: Shell, then: Callable[[], Scene]) -> None:
        self.shell = shell
        self._then = then
        self._life_s = 0.0
        makers = Makers(shell, lambda: shell.apply(False))
        items = [i for i in (makers.item(*line) for line in FIRST) if i is not None]
        items.append(Item("begin", shell.words.get("menu.first.begin"), on=self._begin))
        self.menu = List(items, len(items) - 1)

    def _begin(self) -> Change:
        self.shell.settings.first_run = False
        self.shell.apply(True)
        return Swap(self._then())

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            return self._begin()
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        for flag, way in ((Menu.LEFT, -1), (Menu.RIGHT, 1)):
            if went(controls, flag):
                self.shell.sound("ui_move" if self.menu.change(way) else "ui_error")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        surface.fill(FELT[0])
        shell, words = self.shell, self.shell.words
        size = shell.taste.text_size
        cut, big = shell.font.cut(size), shell.font.cut(max(150, size))
        w = {100: 420, 150: 520, 200: 612}[size]
        note = lay_out(cut, words.get("menu.first.note"), w - 70)
        rows = ROW[size] * len(self.menu.items)
        h = min(rows + note.height + big.line + 62, surface.get_height() - 8)
        x, y = (surface.get_width() - w) // 2, (surface.get_height() - h) // 2
        surface.blit(shell.cloth.panel(w, h), (x, y))
        big.write(surface, x + w // 2, y + 15, words.get("menu.first.hello"), GOLD, align=0.5)
        note.draw(surface, x + w // 2, y + h - note.height - 18, CREAM, align=0.5)
        top = y + 22 + big.line
        box = pygame.Rect(x + 46, top, w - 80, min(rows, (y + h - note.height - 28 - top) // ROW[size] * ROW[size]))
        shell.look.draw_rows(surface, self.menu, box, size, self._life_s)
