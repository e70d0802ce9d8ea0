"""Which key does what: every action with its two bindings; press one, press the new key. As it came, at the end.

A key that does something else already asks for a swap; what must always be bound refuses to be emptied.
"""

from __future__ import annotations

import pygame

from game.app.bindings import ACTIONS, SLOTS, device_of
from game.app.scenes.confirm import Confirm
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Push, Shell, went
from game.view.felt import CREAM, DIM, FELT, GOLD, THREAD, ease, mix, seam_round, thread
from game.view.font import lay_out
from game.view.glyphs import Glyphs
from game.view.menu import ROW
from game.view.panels import veil
from game.view.textbox import draw_needle

WAIT_S = 6.0
"""How long it listens before everything stays as it was."""
ROW_LEAST = 21
LATER = ("throw", "cat", "stone", "next")
SHOWN = (*(a for a in ACTIONS if a not in LATER), *LATER)
"""What chapter 1 does not teach stands at the end."""


class ControlsPage:
    """``device``: keyboard or gamepad. ``row`` of SHOWN, or one further for the reset; ``slot`` 0 or 1."""

    is_over = True

    def __init__(self, shell: Shell, device: str) -> None:
        self.shell = shell
        self.device = "keyboard" if device == "keyboard" else "pad"
        self.title = shell.words.get(f"menu.controls.{device}")
        self.row = 0
        self.slot = 0
        self.top = 0
        self.listens_s = 0.0
        self.message = ""
        self._life_s = 0.0

    # --- doing

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if self.listens_s > 0:
            return self._listen(controls)
        if went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            self.shell.sound("ui_back")
            return Pop()
        n = len(SHOWN) + 1
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag):
                self.row = (self.row + way) % n
                self.message = ""
                self.shell.sound("ui_move")
        if went(controls, Menu.LEFT) or went(controls, Menu.RIGHT):
            self.slot = 1 - self.slot
            self.shell.sound("ui_move")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            if self.row == len(SHOWN):
                return Push(Confirm(self.shell, self.shell.words.get("menu.confirm.sure_reset"), self._reset))
            self.listens_s = WAIT_S
            self.message = ""
        return None

    def _reset(self) -> None:
        self.shell.settings.bindings.reset(self.device)
        self.shell.apply(True)

    def _listen(self, controls: Controls) -> Change | None:
        self.listens_s -= DT_S
        for source in controls.sources:
            if device_of(source) != self.device:
                self.listens_s = 0.0
                return None
            if source == "key.ESCAPE" and SHOWN[self.row] not in ("pause", "cancel"):
                self.listens_s = 0.0
                return None
            return self._bind(source)
        return None

    def _bind(self, source: str) -> Change | None:
        self.listens_s = 0.0
        words, action = self.shell.words, SHOWN[self.row]
        bindings = self.shell.settings.bindings
        wrong = bindings.bind(action, self.slot, source)
        if not wrong:
            self.shell.sound("ui_select")
            self.shell.apply(True)
            return None
        if wrong == "reserved":
            self.shell.sound("ui_error")
            self.message = words.get("captions.ui_error").capitalize() + "."
            return None
        called = self._marks().called(source)

        def swap() -> None:
            refused = bindings.bind(action, self.slot, source, swap=True)
            if refused:
                self.message = words.get("menu.controls.needs_one", action=self._name(refused))
                self.shell.sound("ui_error")
            else:
                self.shell.apply(True)

        question = words.get("menu.controls.in_use", action=self._name(wrong)).replace("{key}", called)
        return Push(Confirm(self.shell, question, swap))

    # --- drawing

    def _name(self, action: str) -> str:
        words = self.shell.words
        if words.has(f"menu.actions.{action}"):
            return words.get(f"menu.actions.{action}")
        arrow = {"up": "↑", "down": "↓", "left": "←", "right": "→"}[action]
        return f"{words.get('menu.actions.move')} {arrow}"

    def _marks(self) -> Glyphs:
        """Buttons of the device this page is about, whichever is in use."""
        shell = self.shell
        if self.device == "keyboard":
            family = "keyboard"
        else:
            family = shell.device if shell.device != "keyboard" else "xbox"
        table = shell.settings.bindings.table(self.device)
        return Glyphs(shell.cloth, shell.font, family, table, shell.key_label)

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 190)
        shell, taste = self.shell, self.shell.taste
        size = taste.text_size
        cut, big = shell.font.cut(size), shell.font.cut(max(size, 150))
        row = max(ROW[size], ROW_LEAST)
        w = {100: 420, 150: 500, 200: 600}[size]
        foot = 2 * cut.line + 8
        h = surface.get_height() - 24
        x = (surface.get_width() - w) // 2
        y = 12 + (0 if taste.calm else round((1 - ease(self._life_s / 0.2)) * 24))
        surface.blit(shell.cloth.panel(w, h), (x, y))
        big.write(surface, x + w // 2, y + 14, self.title, GOLD, align=0.5)
        top = y + big.line + 22
        fit = (y + h - foot - 18 - top) // row
        n = len(SHOWN) + 1
        self.top = max(0, min(self.top, n - fit))
        self.top = min(max(self.top, self.row - fit + 1), self.row)
        marks = self._marks()
        for k in range(self.top, min(self.top + fit, n)):
            box = pygame.Rect(x + 40, top + (k - self.top) * row, w - 64, row - 2)
            self._draw_row(surface, k, box, marks, size)
        for more, yy, way in ((self.top > 0, top - 5, -1), (self.top + fit < n, top + fit * row + 1, 1)):
            if more:
                cx = x + w // 2
                pygame.draw.polygon(surface, GOLD, [(cx - 5, yy), (cx + 5, yy), (cx, yy + 4 * way)])
        self._draw_foot(surface, pygame.Rect(x + 26, y + h - foot - 14, w - 52, foot), size)

    def _draw_row(self, to: pygame.Surface, k: int, box: pygame.Rect, marks: Glyphs, size: int) -> None:
        cut = self.shell.font.cut(size)
        has_focus = k == self.row
        ty = box.centery - cut.cap / 2 - cut.rise
        if has_focus:
            pygame.draw.rect(to, mix(FELT[2], FELT[3], 0.65), box)
            draw_needle(self.shell.cloth, to, box.x - 15, box.centery, self._life_s)
        colour = GOLD if has_focus else CREAM
        if k == len(SHOWN):
            cut.write(to, box.x + 10, ty, self.shell.words.get("menu.controls.reset"), colour)
            if has_focus:
                seam_round(to, box, GOLD, int(self._life_s * 10))
            return
        action = SHOWN[k]
        cut.write(to, box.x + 10, ty, self._name(action), colour)
        sources = self.shell.settings.bindings.of(action, self.device)
        slot_w = 84
        for i in range(SLOTS):
            slot = pygame.Rect(box.right - (SLOTS - i) * (slot_w + 4), box.y + 1, slot_w, box.h - 2)
            pygame.draw.rect(to, FELT[1], slot)
            pygame.draw.line(to, FELT[0], slot.topleft, (slot.right - 1, slot.y))
            if i < len(sources):
                cap = marks.cap(sources[i])
                to.blit(cap, (slot.centerx - cap.get_width() // 2, slot.centery - cap.get_height() // 2))
            else:
                pygame.draw.line(to, DIM, (slot.centerx - 4, slot.centery), (slot.centerx + 4, slot.centery))
            if has_focus and i == self.slot:
                if self.listens_s > 0:
                    pygame.draw.rect(to, mix(FELT[3], GOLD, 0.25 + 0.15 * (int(self._life_s * 4) % 2)), slot)
                seam_round(to, slot.inflate(2, 2), GOLD, int(self._life_s * (24 if self.listens_s > 0 else 10)))

    def _draw_foot(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        words = self.shell.words
        for k in range(box.x, box.right, 7):
            pygame.draw.line(to, FELT[4], (k, box.y - 3), (k + 3, box.y - 3))
        text = self.message
        if self.listens_s > 0:
            text = words.get("menu.controls.press_new", action=self._name(SHOWN[self.row]))
            left = box.w * self.listens_s / WAIT_S
            thread(to, [(box.x, box.y - 3), (box.x + left, box.y - 3)], THREAD, 2)
        if text:
            t = lay_out(self.shell.font.cut(size), text, box.w)
            t.draw(to, box.x, box.y + max(0, (box.h - t.height) // 2), CREAM)
