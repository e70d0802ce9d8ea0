"""Something to read: paper, or the board of a sign, held up before her."""

from __future__ import annotations

from typing import Any

import pygame

from game.view.felt import INK, INK_RED, PAPER, PINK, THREAD, WARM, bob, ease, edges, mix
from game.view.font import Text, lay_out
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil


class NoteDrawer(Drawer):
    def note_text(self, key: str, size: int, marks: Glyphs | None) -> Text:
        """What stands on the paper: one text, or the numbered entries under the key as paragraphs."""
        entries = self.words.numbered(key)
        say = "\n\n".join(self.words.get(k) for k in entries) if entries else self.words.get(key)
        return lay_out(
            self.font.cut(size), say, {100: 256, 150: 380, 200: 500}[size], marks, {100: 15, 150: 20, 200: 26}[size]
        )

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """Paper, or the board of a sign, held up before her."""
        veil(to, 130)
        if panel.kind.startswith("plate:"):
            self.draw_plate(to, panel, marks, taste)
            return
        room = edges(to, taste.is_safe)
        t = self.note_text(panel.key, taste.text_size, marks)
        w, h = t.width + 76, min(t.height + 64, room.h - 4)
        w = max(w, 200)
        x = room.centerx - w // 2
        y = room.centery - h // 2 + (0 if taste.calm else round((1 - ease(self.life_s / 0.3)) * 60))
        self.box = pygame.Rect(x, y, w, h)
        if panel.kind == "sign":
            board = pygame.Rect(x - 8, y, w + 16, h)
            for post in (board.left + 22, board.right - 30):
                pygame.draw.rect(to, WARM[0], (post - 1, board.bottom - 4, 12, room.bottom))
                pygame.draw.rect(to, WARM[3], (post, board.bottom - 4, 10, room.bottom))
                pygame.draw.line(to, WARM[4], (post + 2, board.bottom), (post + 2, room.bottom + 20))
            pygame.draw.rect(to, WARM[0], board)
            pygame.draw.rect(to, WARM[4], board.inflate(-2, -2))
            pygame.draw.rect(to, WARM[3], board.inflate(-4, -4))
            pygame.draw.rect(to, WARM[0], board.inflate(-14, -14))
            pygame.draw.rect(to, PINK[2], board.inflate(-16, -16))
            for k in range(board.y + 20, board.bottom - 10, 12):
                pygame.draw.line(to, PINK[1], (board.x + 9, k), (board.right - 10, k))
            t.draw(to, room.centerx, y + (h - t.height) // 2, PINK[5], align=0.5)
        else:
            to.blit(self.cloth.paper(w, h, seed=len(panel.key), lines=15 if panel.kind == "page" else 0), (x, y))
            pin = self.cloth.hud("button_empty")
            to.blit(pin, (room.centerx - 8, y + 6))
            t.draw(to, x + (w - t.width) // 2, y + 34 + max(0, (h - 64 - t.height) // 2), INK, shadow=False)
        cap = marks.drawn("interact")
        to.blit(cap, (x + w - 26 - cap.get_width() // 2, y + h - 12 + bob(self.life_s, 1.4, 1.2)))

    def draw_plate(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste) -> None:
        """A page of the catalogue: the plant, its name, and what is said of it. What she had printed is pinned down."""
        room = edges(to, taste.is_safe)
        is_hers = ".other." in panel.key
        size = taste.text_size
        name, _, said = self.words.get(panel.key).partition(". ")
        cut, big = self.font.cut(size), self.font.cut(max(size, 150))
        w = {100: 286, 150: 360, 200: 470}[size]
        t = lay_out(cut, said, w - 56, marks, {100: 15, 150: 20, 200: 26}[size])
        picture = 96 if size < 200 else 72
        h = picture + big.line + t.height + 58
        x = room.centerx - w // 2
        y = room.centery - h // 2 + (0 if taste.calm else round((1 - ease(self.life_s / 0.3)) * 60))
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.paper(w, h, seed=len(panel.key), worn=0.3 if is_hers else 1.0), (x, y))
        frame = pygame.Rect(x + w // 2 - picture // 2 - 14, y + 16, picture + 28, picture + 4)
        ink = (58, 10, 20) if is_hers else INK
        pygame.draw.rect(to, mix(PAPER[4], PAPER[2], 0.4), frame)
        pygame.draw.rect(to, ink, frame, 1)
        pygame.draw.rect(to, ink, frame.inflate(-6, -6), 1)
        icon = pygame.transform.scale(self.cloth.thing(panel.kind.partition(":")[2]), (picture, picture))
        to.blit(icon, icon.get_rect(center=frame.center))
        if is_hers:
            for pin in (frame.topleft, frame.topright, frame.bottomleft, frame.bottomright):
                pygame.draw.line(to, (120, 126, 150), pin, (pin[0] + 5, pin[1] + 8), 2)
                pygame.draw.circle(to, THREAD, pin, 3)
        top = frame.bottom + 8
        big.write(to, x + w // 2, top, name, INK_RED if not is_hers else ink, False, align=0.5)
        t.draw(to, x + w // 2, top + big.line + 4, ink, shadow=False, align=0.5)
        cap = marks.drawn("interact")
        to.blit(cap, (x + w - 26 - cap.get_width() // 2, y + h - 12 + bob(self.life_s, 1.4, 1.2)))
