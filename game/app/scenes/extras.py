"""The extras of the title: chapters, the other side, practice, what was found, the clock, the credits.

What wants a finished story shows dimly before, and says so when it is pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pygame

from game.app.scenes.collections import doll_page, honours_page, keepsakes_page, plants_page
from game.app.scenes.confirm import Confirm
from game.app.scenes.notice import Notice
from game.app.scenes.page import WIDE as WIDE_PAGE
from game.app.scenes.page import Page
from game.app.scenes.scene import Change, Controls, Menu, Push, Shell, Swap, went
from game.content.bosses import BOSSES
from game.sim.story import BEATS
from game.view.felt import CREAM, DIM, FELT, GOLD, SHADOW, mix, seam_round
from game.view.menu import ROW, Item
from game.view.menu import Menu as List
from game.view.retelling.chapters import chapter_patch
from game.view.retelling.patch import HIGH, WIDE
from game.view.retelling.shapes import Chest
from game.view.run_clock import as_time, best_splits

CHAPTERS = tuple(dict.fromkeys(b.chapter for b in BEATS))
LEVELS = ("storybook", "brave", "beldam")


class ListPage(Page):
    """A page with a menu. What is dim wants a finished story."""

    wide: ClassVar[dict[int, int]] = {100: 380, 150: 480, 200: 600}

    def __init__(self, shell: Shell, title: str, items: list[Item]) -> None:
        super().__init__(shell, title)
        self.menu = List(items)

    def pressed(self, controls: Controls) -> Change | None:
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        if went(controls, Menu.CONFIRM):
            if self.menu.item.is_dim:
                self.shell.sound("ui_error")
                return Push(Notice(self.shell, self.shell.words.get("menu.chapters.locked")))
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def high(self, size: int, most: int) -> int:
        cut, big = self.shell.font.cut(size), self.shell.font.cut(max(size, 150))
        return big.line + 48 + ROW[size] * len(self.menu.items) + 2 * cut.line

    def draw_in(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        help_h = 2 * self.shell.font.cut(size).line + 4
        rows = (box.h - help_h) // ROW[size] * ROW[size]
        self.shell.look.draw_rows(
            to, self.menu, pygame.Rect(box.x + 14, box.y + 3, box.w - 20, rows), size, self.life_s
        )
        foot = pygame.Rect(box.x, box.bottom - help_h, box.w, help_h)
        self.shell.look.draw_help(to, self.menu.item.help, foot, size, self.shell.glyphs())


class Extras(ListPage):
    """All of them, in a list."""

    def __init__(self, shell: Shell, credits_: Callable[[], Change]) -> None:
        words, records = shell.words, shell.records
        is_locked = not records.is_finished

        def opens(make: Callable[[], Page]) -> Callable[[], Change]:
            return lambda: Push(make())

        e = "menu.extras"
        items = [
            Item("chapters", words.get("menu.title.chapters"), on=opens(lambda: Chapters(shell)), is_dim=is_locked),
            Item(
                "other_side",
                words.get(f"{e}.other_side"),
                words.get(f"{e}.other_side_note"),
                on=lambda: self._other_side(),
                is_dim=is_locked,
            ),
            Item("boss_rush", words.get(f"{e}.boss_rush"), on=opens(lambda: Practice(shell)), is_dim=is_locked),
            Item("achievements", words.get(f"{e}.achievements"), on=opens(lambda: honours_page(shell))),
            Item("plants", words.get(f"{e}.plants"), on=opens(lambda: plants_page(shell))),
            Item("keepsakes", words.get(f"{e}.keepsakes"), on=opens(lambda: keepsakes_page(shell))),
            Item("doll", words.get(f"{e}.doll"), on=opens(lambda: doll_page(shell))),
            Item("clock", words.get(f"{e}.clock"), on=opens(lambda: Clock(shell)), is_dim=is_locked),
            Item("credits", words.get("menu.title.credits"), on=credits_),
        ]
        super().__init__(shell, "menu.title.extras", items)

    def _other_side(self) -> Change | None:
        def yes() -> Change | None:
            scene = self.shell.begin_other_side()
            return Swap(scene, all=True) if scene else None

        return Push(Confirm(self.shell, self.shell.words.get("menu.extras.other_side_note"), yes))


class Chapters(ListPage):
    """Twelve, each with its patch of the quilt."""

    wide: ClassVar[dict[int, int]] = WIDE_PAGE

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        items = [Item(str(n), words.get(f"menu.chapters.{n}"), on=self._begins(n)) for n in CHAPTERS]
        super().__init__(shell, "menu.title.chapters", items)
        self._chest = Chest(shell.assets, shell.cloth)
        self._pictures: dict[int, pygame.Surface] = {}

    def _begins(self, chapter: int) -> Callable[[], Change | None]:
        def begin() -> Change | None:
            scene = self.shell.begin_chapter(chapter)
            return Swap(scene, all=True) if scene else None

        return begin

    def picture(self, chapter: int) -> pygame.Surface:
        """Its patch, two thirds of its size."""
        if chapter not in self._pictures:
            done = chapter_patch(chapter, self._chest).done
            self._pictures[chapter] = pygame.transform.smoothscale(done, (WIDE * 2 // 3, HIGH * 2 // 3))
        return self._pictures[chapter]

    def draw_in(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        chapter = CHAPTERS[self.menu.cursor]
        picture = self.picture(chapter)
        list_w = box.w - picture.get_width() - 30
        if size == 200:  # large letters have the page to themselves
            list_w = box.w
            picture = pygame.transform.smoothscale_by(picture, 0.62)
        rows = (box.h - (0 if size < 200 else picture.get_height() + 14)) // ROW[size] * ROW[size]
        self.shell.look.draw_rows(
            to, self.menu, pygame.Rect(box.x + 14, box.y + 4, list_w - 14, rows), size, self.life_s
        )
        at = picture.get_rect()
        if size == 200:
            at.midbottom = (box.centerx, box.bottom - 2)
        else:
            at.topright = (box.right, box.y + 24)
        frame = at.inflate(10, 10)
        pygame.draw.rect(to, SHADOW, frame.move(2, 3), border_radius=4)
        pygame.draw.rect(to, mix((120, 44, 70), FELT[2], 0.2), frame, border_radius=4)
        seam_round(to, frame.inflate(-3, -3), GOLD)
        to.blit(picture, at)
        if size < 200:
            cut = self.shell.font.cut(size)
            cut.write(
                to,
                frame.centerx,
                frame.bottom + 8,
                self.shell.words.get("menu.save.chapter", n=chapter),
                DIM,
                align=0.5,
            )


class Practice(ListPage):
    """The fights by themselves: all of one, or one of its attacks over and over."""

    def __init__(self, shell: Shell) -> None:
        words, items = shell.words, []
        for boss, found in BOSSES.items():
            name = words.get(f"menu.practice.{boss}")
            best = shell.records.practice.get(boss, 0)
            said = words.get("menu.practice.best", time=as_time(best)) if best else ""
            items.append(Item(boss, f"{name}: {words.get('menu.practice.all')}", said, on=self._begins(boss, "")))
            for attack in found.attacks:
                item = Item(
                    f"{boss}.{attack}", f"   {words.get(f'menu.practice.{attack}')}", on=self._begins(boss, attack)
                )
                item.help = words.get("menu.practice.again")
                items.append(item)
        super().__init__(shell, "menu.extras.boss_rush", items)

    def _begins(self, boss: str, attack: str) -> Callable[[], Change | None]:
        def begin() -> Change | None:
            scene = self.shell.practise(boss, attack)
            return Swap(scene, all=True) if scene else None

        return begin


class Clock(Page):
    """The fastest whole run of each difficulty, chapter by chapter."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "menu.extras.clock")

    def draw_in(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        shell, words = self.shell, self.shell.words
        cut = shell.font.cut(min(size, 150))
        runs = {level: best_splits(shell.records.best_run(level)) for level in LEVELS}
        if not any(runs.values()):
            cut.write(to, box.centerx, box.centery, words.get("menu.clock.none"), DIM, align=0.5)
            return
        wide = (box.w - 150) // len(LEVELS)
        pitch = min((box.h - cut.line - 10) // (len(CHAPTERS) + 1), cut.line + 8)
        for n, level in enumerate(LEVELS):
            head = words.get(f"assists.level.{level}").split(":")[0]
            cut.write(to, box.x + 150 + (n + 1) * wide - 8, box.y, head, GOLD, align=1.0)
        for row, chapter in enumerate(CHAPTERS, 1):
            y = box.y + 4 + row * pitch
            cut.write(to, box.x + 4, y, words.get("menu.save.chapter", n=chapter), CREAM if row % 2 else DIM)
            for n, level in enumerate(LEVELS):
                if chapter in runs[level]:
                    text = as_time(runs[level][chapter], True)
                    cut.write(to, box.x + 150 + (n + 1) * wide - 8, y, text, CREAM if row % 2 else DIM, align=1.0)
