"""Pages of what was found: stitches of honour, the catalogue's plates, keepsakes, and where the doll was.

Each is a grid of pictures over the words of the one in focus; what is not found yet shows its place and nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.app.scenes.page import Grid, Page
from game.app.scenes.scene import Change, Controls, Shell
from game.content.honours import DOLL_PLACES, honours
from game.view.badge import emblem
from game.view.felt import CREAM, DIM, FELT, GOLD, INK, INK_RED, PAPER, blank, mix, seam_round
from game.view.font import lay_out

PLANTS, KEEPSAKES = "plants.real", "keepsakes"


@dataclass(frozen=True)
class Found:
    """One of a collection: ``name`` and ``texts`` of it, ``picture`` as it is shown."""

    picture: pygame.Surface
    name: str
    texts: tuple[str, ...]
    is_found: bool


class Collection(Page):
    """``things`` in a grid of ``columns``; how many are found stands at the top right."""

    def __init__(self, shell: Shell, title: str, things: Sequence[Found], columns: int) -> None:
        super().__init__(shell, title)
        self.things = things
        self.grid = Grid(len(things), columns)

    def pressed(self, controls: Controls) -> Change | None:
        if self.grid.move(controls):
            self.shell.sound("ui_move")
        return None

    def draw_in(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        shell = self.shell
        cut = shell.font.cut(size)
        found = sum(thing.is_found for thing in self.things)
        small = shell.font.cut(min(size, 150))
        small.write(to, box.right, box.y - small.line - 12, f"{found} / {len(self.things)}", DIM, align=1.0)
        columns = self.grid.columns
        rows = -(-len(self.things) // columns)
        say_h = {100: 58, 150: 92, 200: 124}[size]
        room = box.h - say_h - 4
        pitch_x = box.w // columns
        pitch_y = min(room // rows, 80)
        fit = max(room // pitch_y, 1)
        # larger letters leave fewer rows: they scroll with the focus
        least = {100: 34, 150: 40, 200: 44}[size]
        if pitch_y < least:
            pitch_y, fit = least, max(room // least, 1)
        now = self.grid.at // columns
        top = max(0, min(now - fit // 2, rows - fit))
        for n, thing in enumerate(self.things):
            row = n // columns - top
            if not 0 <= row < fit:
                continue
            cell = pygame.Rect(box.x + n % columns * pitch_x, box.y + row * pitch_y, pitch_x, pitch_y)
            picture = thing.picture
            k = min(1.0, (pitch_y - 6) / picture.get_height(), (pitch_x - 6) / picture.get_width())
            if k < 1:
                picture = pygame.transform.smoothscale_by(picture, k)
            to.blit(picture, picture.get_rect(center=cell.center))
            if n == self.grid.at:
                seam_round(to, cell.inflate(-2, -2), GOLD, int(self.life_s * 10))
        for is_more, y, way in ((top > 0, box.y - 1, -1), (top + fit < rows, box.y + fit * pitch_y + 1, 1)):
            if is_more:
                pygame.draw.polygon(to, GOLD, [(box.centerx - 5, y), (box.centerx + 5, y), (box.centerx, y + 4 * way)])
        self._draw_words(to, pygame.Rect(box.x, box.bottom - say_h, box.w, say_h), self.things[self.grid.at], size, cut)

    def _draw_words(self, to: pygame.Surface, box: pygame.Rect, thing: Found, size: int, cut: object) -> None:
        shell = self.shell
        letters = shell.font.cut(size)
        pygame.draw.rect(to, FELT[1], box, border_radius=3)
        seam_round(to, box.inflate(-4, -4), mix(FELT[4], FELT[2], 0.5))
        y = box.y + 8
        if thing.name:
            letters.write(to, box.x + 12, y, thing.name, GOLD if thing.is_found else DIM)
            y += letters.line + 2
        texts = thing.texts if thing.is_found else (shell.words.get("menu.extras.unknown"),)
        for n, text in enumerate(texts):
            for tried in (size, 150, 100):  # the largest letters up to the player's that leave it in its box
                t = lay_out(shell.font.cut(min(tried, size)), text, box.w - 24)
                if y + t.height <= box.bottom - 6:
                    break
            t.draw(to, box.x + 12, y, CREAM if n == 0 else mix(GOLD, CREAM, 0.4))
            y += t.height + 3


def honours_page(shell: Shell) -> Collection:
    """Rows of badges; those not earned are empty hoops with a name."""
    things = [
        Found(
            emblem(shell.cloth, name, name in shell.records.honours),
            shell.words.get(f"achievements.name.{name}"),
            (shell.words.get(f"achievements.text.{name}"),),
            name in shell.records.honours,
        )
        for name in honours(shell.words)
    ]
    return Collection(shell, "menu.extras.achievements", things, 7)


def plants_page(shell: Shell) -> Collection:
    """The twelve plates: what the parents wrote, and below it what the other house printed."""
    words = shell.words
    things = []
    for n, name in enumerate(words.names(PLANTS), 1):
        is_found = f"plate_{name}" in shell.records.plates
        head, _, rest = words.get(f"{PLANTS}.{name}").partition(". ")
        texts = (rest, words.get(f"plants.other.{name}"))
        things.append(Found(_plate(shell, n, is_found), head, texts, is_found))
    return Collection(shell, "menu.extras.plants", things, 6)


def keepsakes_page(shell: Shell) -> Collection:
    """Nine small things, three of each child."""
    things = []
    for name in shell.words.names(KEEPSAKES):
        is_found = name in shell.records.keepsakes
        picture = pygame.transform.scale_by(shell.cloth.icon(f"keepsake_{name}") or shell.cloth.thing(name), 3)
        if not is_found:
            picture = _shape(picture)
        things.append(Found(picture, "", (shell.words.get(f"{KEEPSAKES}.{name}"),), is_found))
    return Collection(shell, "menu.extras.keepsakes", things, 3)


def doll_page(shell: Shell) -> Collection:
    """Everywhere it sat."""
    try:
        doll = shell.assets.actor("doll").pose("sit", "down", 0).picture
    except FileNotFoundError:
        doll = blank(16, 16)
    things = []
    for place in DOLL_PLACES:
        is_found = place in shell.records.dolls
        picture = pygame.transform.scale_by(doll if is_found else _shape(doll), 2)
        things.append(Found(picture, "", (shell.words.get(f"doll.{place}"),), is_found))
    return Collection(shell, "menu.extras.doll", things, 7)


def _shape(picture: pygame.Surface) -> pygame.Surface:
    """Only where it would be."""
    mask = pygame.mask.from_surface(picture, 100)
    return mask.to_surface(setcolor=(*FELT[3], 255), unsetcolor=(0, 0, 0, 0))


def _plate(shell: Shell, n: int, is_found: bool) -> pygame.Surface:
    """A page of the catalogue."""
    w, h = 62, 74
    s = blank(w + 6, h + 6)
    if not is_found:
        pygame.draw.rect(s, (*FELT[1], 255), (2, 1, w, h), border_radius=2)
        pygame.draw.rect(s, (*FELT[3], 255), (2, 1, w, h), 1, border_radius=2)
        return s
    s.blit(shell.cloth.paper(w, h, n, 0, 0.5), (2, 1))
    icon = shell.cloth.icon(f"seeds_{n}")
    if icon is not None:
        s.blit(pygame.transform.scale_by(icon, 2), (9, 3))
    for k in range(3):
        pygame.draw.line(s, mix(INK, PAPER[3], 0.4), (10, 54 + k * 5), (56 - k * 9, 54 + k * 5))
    pygame.draw.line(s, INK_RED, (10, 69), (28, 69))
    return s
