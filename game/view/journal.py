"""The journal: an open book of felt and paper. Now, Map, People, Things, What was said; pages turn with a flip.

Reads a session's story and draws; keeps only what the reader does (which page, which line). A new page: a name in TABS,
a method _draw_NAME. The map page is in plan.py.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any

import pygame

from game.core.words import Words
from game.sim.parts import Place
from game.sim.room import Room
from game.sim.ruin import ruin_of
from game.view.felt import (
    CREAM,
    FELT,
    GOLD,
    INK,
    INK_RED,
    INK_SOFT,
    PAPER,
    PINK,
    SHADOW,
    Cloth,
    Colour,
    blank,
    bob,
    ease,
    mix,
    seam_round,
)
from game.view.font import Font, Text, lay_out
from game.view.glyphs import Glyphs
from game.view.hud import Taste, counted
from game.view.plan import Plan
from game.view.portraits import Portraits

TABS = ("now", "map", "people", "things", "log")
COVER = (616, 314)
PAGE = (284, 270)
FLIP_S = 0.26
INK_S = 0.9
"""How long a newly found room takes to be drawn."""
MARGIN = 16
HINTS = 3
"""Hints a beat has, [hints.BEAT] 1..3; story.counts hint.BEAT says how many were heard."""
LISTS = {
    "ignored": ("journal.jobs", "chores_given", "{}_done"),
    "parents_gone": ("journal.clues", "alone_opened,!realised", "clue_{}"),
    "stone_given": ("journal.falsehoods", "stone_lent", "lesson_{}"),
}
"""By beat what is listed on the page Now: the words, since when, and the flag that one of them is done."""
ALSO = {
    "other_spink": "other_actresses",
    "other_forcible": "other_actresses",
    "beldam": "other_mother",
    "ghost_silas": "silas",
    "ghost_hester": "hester",
    "ghost_ivy": "ivy",
}
"""Speakers who share a page of the people."""
FACE_OF = {"other_actresses": "other_spink", "silas": "ghost_silas", "hester": "ghost_hester", "ivy": "ghost_ivy"}
PHOTO_OF = {"ghosts": "ghost_ivy"}
"""Whose photograph stands for several who share a name."""


class Journal:
    """``draw`` it, and turn it: ``tab``, ``move``, ``side``. ``load_room`` gives maps she is not in; None = cannot."""

    def __init__(
        self, cloth: Cloth, font: Font, words: Words, load_room: Callable[[str], Room | None] | None = None
    ) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words
        self.portraits = Portraits(cloth)
        self.load_room = load_room or (lambda _: None)
        self.tab = 0
        self.cursor = 0
        self.scroll = 0
        self.map = 0
        self.seen: set[str] = set()
        self._fresh: set[str] = set()
        self._life_s = 0.0
        self._flip_s = FLIP_S
        self._flip_way = 1
        self._old: pygame.Surface | None = None
        self._now: pygame.Surface | None = None
        self._tall = 0
        self._rooms: dict[str, Room | None] = {}
        self._plans: dict[tuple[str, frozenset[str], frozenset[int]], Plan] = {}
        self._inked: dict[tuple[str, frozenset[str], int, frozenset[int]], pygame.Surface] = {}

    # --- turning

    @property
    def page(self) -> str:
        return TABS[self.tab]

    def open(self, session: Any, page: str = "now") -> None:
        """Opens at a page; the map opens where she is."""
        self.tab = TABS.index(page)
        self.cursor = self.scroll = 0
        self._life_s = 0.0
        self._flip_s = FLIP_S
        maps = self.maps(session)
        self.map = maps.index(session.room.name) if session.room.name in maps else 0
        self._fresh = set(session.story.areas) - self.seen
        self.seen |= set(session.story.areas)

    def turn(self, way: int) -> None:
        """To the next or the last page."""
        self.tab = (self.tab + way) % len(TABS)
        self.cursor = self.scroll = 0
        self._flip(way)

    def move(self, way: int, session: Any) -> bool:
        """UP (-1) or DOWN (1): the next line or person; True when anything moved."""
        if self.page in ("people", "things"):
            n = len(self.people(session)) if self.page == "people" else len(session.story.items)
            step = 1 if self.page == "people" else 4
            if n < 2:
                return False
            if self.page == "things":
                new = self.cursor + way * step
                if not 0 <= new < n:
                    return False
                self.cursor = new
            else:
                self.cursor = (self.cursor + way) % n
            return True
        new = min(max(self.scroll + way, 0), self._tall)
        if new == self.scroll:
            return False
        self.scroll = new
        return True

    def side(self, way: int, session: Any) -> None:
        """LEFT (-1) or RIGHT (1): the next map or thing, else the next page."""
        if self.page == "map" and len(self.maps(session)) > 1:
            self.map = (self.map + way) % len(self.maps(session))
            self._flip(way)
        elif self.page == "things" and 0 <= self.cursor + way < len(session.story.items):
            self.cursor += way
        else:
            self.turn(way)

    def _flip(self, way: int) -> None:
        self._old, self._flip_s, self._flip_way = self._now, 0.0, way

    # --- what is in it

    def maps(self, session: Any) -> list[str]:
        """Maps with a visited room, in the order she came there."""
        return list(dict.fromkeys(a.rsplit("/", 1)[0] for a in session.story.areas))

    def people(self, session: Any) -> list[str]:
        """Those met, by their key under [journal.people]."""
        keys = [ALSO.get(p, p) for p in session.story.people]
        return [k for k in dict.fromkeys(keys) if self.words.has(f"journal.people.{k}")]

    def so_far(self, session: Any) -> list[str]:
        """The story so far: a sentence for each beat that has ended."""
        minutes = session.story.counts.get("minutes", 0)
        keys = [f"journal.so_far.{b}" for b in session.story.done]
        return [self.words.get(k, minutes=minutes) for k in keys if self.words.has(k)]

    # --- drawing

    def draw(self, to: pygame.Surface, session: Any, marks: Glyphs, taste: Taste, dt_s: float = 1 / 60) -> None:
        """The book in the middle of ``to``."""
        self._life_s += dt_s
        self._flip_s += dt_s
        spread = self.spread(session, marks, taste)
        x = (to.get_width() - COVER[0]) // 2
        y = (to.get_height() - COVER[1]) // 2 + 12
        if not taste.calm:
            y += round((1 - ease(self._life_s / 0.22)) * 40) if self._life_s < 0.22 else 0
        to.blit(self.cloth.panel(*COVER), (x, y))
        self._draw_tabs(to, x, y, marks, taste)
        px, py = x + (COVER[0] - 2 * PAGE[0]) // 2, y + (COVER[1] - PAGE[1]) // 2
        k = self._flip_s / FLIP_S
        if k >= 1 or taste.calm or self._old is None:
            to.blit(spread, (px, py))
        else:
            self._draw_flip(to, self._old, spread, px, py, k)
        self._now = spread

    def _draw_flip(
        self, to: pygame.Surface, old: pygame.Surface, new: pygame.Surface, x: int, y: int, k: float
    ) -> None:
        w, h = PAGE
        left, right = pygame.Rect(0, 0, w, h), pygame.Rect(w, 0, w, h)
        forth = self._flip_way > 0
        still_old, still_new = (left, right) if forth else (right, left)
        to.blit(old, (x + still_old.x, y), still_old)
        to.blit(new, (x + still_new.x, y), still_new)
        if k < 0.5:
            part, wide = old.subsurface(still_new), round(w * math.cos(math.pi * k))
        else:
            part, wide = new.subsurface(still_old), round(-w * math.cos(math.pi * k))
        wide = max(wide, 1)
        leaf = pygame.transform.scale(part, (wide, h))
        shade = blank(wide, h)
        shade.fill((*SHADOW, round(40 * math.sin(math.pi * k))))
        leaf.blit(shade, (0, 0))
        at_right = forth == (k < 0.5)
        to.blit(leaf, (x + w if at_right else x + w - wide, y))

    def _draw_tabs(self, to: pygame.Surface, x: int, y: int, marks: Glyphs, taste: Taste) -> None:
        cut = self.font.cut(min(taste.text_size, 150))
        left = x + 34
        for i, name in enumerate(TABS):
            label = self.words.get(f"menu.journal.{name}")
            is_on = i == self.tab
            w, h = cut.width(label) + 22, cut.line + 12
            tab = self.cloth.plate(w, h, PINK if is_on else FELT, False)
            top = y - h + (7 if is_on else 11)
            to.blit(tab, (left, top), (0, 0, w, h - (0 if is_on else 5)))
            cut.write(to, left + 11, top + 6, label, CREAM if is_on else mix(CREAM, FELT[4], 0.35))
            if is_on:
                for k in range(left + 8, left + w - 8, 6):
                    pygame.draw.line(to, GOLD, (k, top + 3), (k + 2, top + 3))
            left += w + 3
        cap = marks.drawn("stone")
        to.blit(cap, (x + 6, y - 16))
        to.blit(marks.drawn("next"), (left + 6, y - 16))

    def spread(self, session: Any, marks: Glyphs, taste: Taste) -> pygame.Surface:
        """Both pages, drawn."""
        s = blank(2 * PAGE[0], PAGE[1] + 3)
        for side in (0, 1):
            s.blit(self.cloth.paper(PAGE[0], PAGE[1], 11 + side, 0, 0.6), (side * PAGE[0], 0))
        fold = blank(56, PAGE[1])
        for i in range(28):
            shade = (*PAPER[0], round(70 * (i / 27) ** 2))
            pygame.draw.line(fold, shade, (i, 2), (i, PAGE[1] - 4))
            pygame.draw.line(fold, shade, (55 - i, 2), (55 - i, PAGE[1] - 4))
        s.blit(fold, (PAGE[0] - 28, 0))
        draw: Callable[[pygame.Surface, Any, Glyphs, Taste], None] = getattr(self, f"_draw_{self.page}")
        draw(s, session, marks, taste)
        return s

    def _head(self, s: pygame.Surface, x: int, text: str, taste: Taste) -> int:
        """A heading underlined by hand; answers the y below it."""
        cut = self.font.cut(max(150, taste.text_size))
        cut.write(s, x, MARGIN - 2, text, INK_RED, False)
        y = MARGIN + cut.line
        rng = random.Random(text)
        points = [(x + i, y + rng.choice((0, 0, 0, 1))) for i in range(0, cut.width(text) + 14, 6)]
        pygame.draw.lines(s, INK_RED, False, points)
        return y + 9

    def _text(self, text: str, taste: Taste, marks: Glyphs | None, width: int = PAGE[0] - 2 * MARGIN - 6) -> Text:
        pitch = {100: 14, 150: 20, 200: 26}[taste.text_size]
        return lay_out(self.font.cut(taste.text_size), text, width, marks, pitch)

    def _draw_now(self, s: pygame.Surface, session: Any, marks: Glyphs, taste: Taste) -> None:
        story = session.story
        x, right = MARGIN + 4, PAGE[0] + MARGIN + 4
        y = self._head(s, x, self.words.get("menu.journal.now"), taste)
        key = f"journal.goal.{session.goal}"
        if self.words.has(key):
            large = Taste(max(taste.text_size, 150))
            goal = self._text(self.words.get(key, **counted(story.counts)), large, marks)
            goal.draw(s, x, y, INK, shadow=False)
            y += goal.height + 12
        if story.beat in LISTS and story.holds(LISTS[story.beat][1]):
            y = self._jobs(s, x, y, story, taste) + 8
        y = self._hints(s, x, y, session, marks, taste)
        minutes = story.counts.get("minutes", 0)
        owed = self._text(self.words.get("journal.items.tally", minutes=minutes), taste, marks)
        if minutes and y + owed.height < PAGE[1] - MARGIN:
            owed.draw(s, x, y, INK_SOFT, shadow=False)
            self._tally(s, x, y + owed.height + 6, minutes)
        y = self._head(s, right, self.words.get("menu.journal.so_far"), taste)
        self._draw_scrolled(s, right, y, [(t, INK) for t in self.so_far(session)], marks, taste)

    def _jobs(self, s: pygame.Surface, x: int, y: int, story: Any, taste: Taste) -> int:
        """The jobs of the day, each with a box to tick; those done are struck through. Answers the y below."""
        words, _, done = LISTS[story.beat]
        jobs = self.words.names(words)
        width = PAGE[0] - 2 * MARGIN - 28
        texts: list[Text] = []
        for size in (200, 150, 100):  # the largest letters up to the player's that leave them all on the page
            if size <= taste.text_size:
                texts = [self._text(self.words.get(f"{words}.{j}"), Taste(size), None, width) for j in jobs]
                if y + sum(t.height + 3 for t in texts) < PAGE[1] - MARGIN:
                    break
        for job, t in zip(jobs, texts):
            is_done = story.holds(done.format(job))
            cut = t.cut
            mid = y + cut.rise + cut.cap // 2
            pygame.draw.rect(s, INK_SOFT, (x, mid - 5, 10, 10), 1)
            if is_done:
                pygame.draw.lines(s, INK_RED, False, [(x + 2, mid), (x + 4, mid + 3), (x + 11, mid - 7)], 2)
            t.draw(s, x + 18, y, INK_SOFT if is_done else INK, shadow=False)
            if is_done:
                for top, w in zip(t.tops, t.widths):
                    line_y = y + top + cut.rise + cut.cap // 2 + 1
                    pygame.draw.line(s, INK_RED, (x + 17, line_y), (x + 19 + w, line_y))
            y += t.height + 3
        return y

    def _hints(self, s: pygame.Surface, x: int, y: int, session: Any, marks: Glyphs, taste: Taste) -> int:
        """What the cat has said about the present goal, to be read again. Answers the y below."""
        beat = session.goal if self.words.has(f"hints.{session.goal}.1") else session.story.beat
        had = min(session.story.counts.get(f"hint.{beat}", 0), HINTS)
        keys = [f"hints.{beat}.{n + 1}" for n in range(had)]
        texts = [self._text(self.words.get(k), taste, marks) for k in keys if self.words.has(k)]
        while texts and y + sum(t.height + 5 for t in texts) + 20 > PAGE[1] - MARGIN:
            texts.pop(0)  # the plainest is kept
        if not texts:
            return y
        cut = self.font.cut(taste.text_size)
        self._paw(s, x + 5, y + cut.line // 2)
        cut.write(s, x + 16, y, self.words.get("menu.journal.hints"), INK_RED, False)
        y += cut.line + 4
        for t in texts:
            t.draw(s, x, y, INK_SOFT, shadow=False)
            y += t.height + 5
        return y + 6

    @staticmethod
    def _paw(s: pygame.Surface, x: int, y: int) -> None:
        """A print: one large, three small."""
        pygame.draw.ellipse(s, INK, (x - 4, y - 1, 8, 6))
        for dx, dy in ((-4, -4), (0, -6), (4, -4)):
            pygame.draw.circle(s, INK, (x + dx, y + dy), 2)

    def _tally(self, s: pygame.Surface, x: int, y: int, n: int) -> None:
        """Minutes owed, in fives."""
        rng = random.Random(5)
        for i in range(min(n, 60)):
            col, row = i // 5 % 8, i // 40
            px, py = x + col * 32 + i % 5 * 5, y + row * 22
            if py + 16 > PAGE[1] - 8:
                return
            if i % 5 == 4:
                pygame.draw.line(s, INK, (px - 23, py + 13), (px - 1, py + 2))
            else:
                pygame.draw.line(s, INK, (px + rng.randrange(2), py), (px + rng.randrange(2), py + 14))

    def _draw_scrolled(
        self, s: pygame.Surface, x: int, y: int, entries: list[tuple[str, Colour]], marks: Glyphs, taste: Taste
    ) -> None:
        """Paragraphs down one page; UP and DOWN move through them. It opens at the newest that fit."""
        texts = [(self._text(t, taste, marks), c) for t, c in entries]
        room = PAGE[1] - y - MARGIN
        gap = 7
        fits, tall = 0, 0
        for t, _ in reversed(texts):
            if tall + t.height > room and fits:
                break
            tall += t.height + gap
            fits += 1
        self._tall = len(texts) - fits
        first = max(0, self._tall - self.scroll)
        self.scroll = min(self.scroll, self._tall)
        top = y
        for t, c in texts[first:]:
            if top + t.height > PAGE[1] - 8:
                break
            t.draw(s, x, top, c, shadow=False)
            top += t.height + gap
        if first > 0:
            self._more(s, x + PAGE[0] - 2 * MARGIN - 10, y - 12, -1)
        if self.scroll > 0:
            self._more(s, x + PAGE[0] - 2 * MARGIN - 10, PAGE[1] - 14, 1)

    def _more(self, s: pygame.Surface, x: int, y: int, way: int) -> None:
        y += bob(self._life_s, 1.2, 1.2)
        pygame.draw.polygon(s, INK_RED, [(x - 5, y), (x + 5, y), (x, y + 5 * way)])

    def _draw_people(self, s: pygame.Surface, session: Any, marks: Glyphs, taste: Taste) -> None:
        people = self.people(session)
        x, right = MARGIN + 4, PAGE[0] + MARGIN + 4
        y = self._head(s, x, self.words.get("menu.journal.people"), taste)
        if not people:
            return
        self.cursor = min(self.cursor, len(people) - 1)
        cut = self.font.cut(taste.text_size)
        row = cut.line + 9
        fit = (PAGE[1] - y - 10) // row
        first = max(0, min(self.cursor - fit + 1, len(people) - fit))
        for i, who in enumerate(people[first : first + fit], first):
            box = pygame.Rect(x + 4, y + (i - first) * row, 156, row - 3)
            if i == self.cursor:
                pygame.draw.rect(s, PAPER[3], box)
                seam_round(s, box, INK_RED, int(self._life_s * 10))
            colour = INK if i == self.cursor else INK_SOFT
            cut.write(s, box.x + 8, box.centery - cut.cap / 2 - cut.rise, self._name(who), colour, False)
        who = people[self.cursor]
        self._photo(s, PAGE[0] - MARGIN - 88, y + 2, FACE_OF.get(who, PHOTO_OF.get(who, who)))
        y = self._head(s, right, self._name(who), taste)
        known = max(1, session.story.counts.get(f"knows_{who}", 1))
        for t in self.about(who, known, session.story.counts.get("minutes", 0), taste, marks):
            t.draw(s, right, y, INK, shadow=False)
            y += t.height + 7

    def about(self, who: str, known: int, minutes: int, taste: Taste, marks: Glyphs | None) -> list[Text]:
        """The first ``known`` lines on somebody, in the largest letters up to the player's that hold them on a page."""
        keys = self.words.numbered(f"journal.people.{who}")[:known]
        room = PAGE[1] - 2 * MARGIN - 50
        texts: list[Text] = []
        for size in (200, 150, 100):
            if size <= taste.text_size:
                texts = [self._text(self.words.get(k, minutes=minutes), Taste(size), marks) for k in keys]
                if sum(t.height + 7 for t in texts) <= room:
                    break
        return texts

    def _name(self, who: str) -> str:
        speaker = FACE_OF.get(who, who)
        for key in (f"speakers.{who}.name", f"speakers.{speaker}.named", f"speakers.{speaker}.name"):
            if self.words.has(key):
                return self.words.get(key)
        return who.replace("_", " ").title()

    def _photo(self, s: pygame.Surface, x: int, y: int, who: str) -> None:
        """A portrait glued in, with its white border and a corner of thread."""
        pygame.draw.rect(s, mix(PAPER[1], PAPER[0], 0.3), (x + 3, y + 3, 82, 84))
        pygame.draw.rect(s, PAPER[5], (x, y, 82, 84))
        pygame.draw.rect(s, PAPER[1], (x, y, 82, 84), 1)
        for row in range(74):
            pygame.draw.line(
                s, mix((150, 134, 148), (84, 72, 98), row / 74), (x + 5, y + 5 + row), (x + 76, y + 5 + row)
            )
        face = self.portraits.face(who, "plain")
        if face is not None:
            s.blit(face, (x + 5, y + 7), (0, 0, 72, 72))
        for cx in (x + 2, x + 79):
            pygame.draw.line(s, INK_RED, (cx - 5, y + 4), (cx + 5, y - 4))

    def _draw_things(self, s: pygame.Surface, session: Any, marks: Glyphs, taste: Taste) -> None:
        items = list(session.story.items)
        x, right = MARGIN + 4, PAGE[0] + MARGIN + 4
        y = self._head(s, x, self.words.get("menu.journal.things"), taste)
        slot, mark = self.cloth.picture("ui/slot"), self.cloth.picture("ui/slot_cursor")
        self.cursor = min(self.cursor, max(len(items) - 1, 0))
        top = max(0, self.cursor // 4 - 3)
        for i in range(16):
            px, py = x + 8 + i % 4 * 58, y + 4 + i // 4 * 52
            k = i + top * 4
            pygame.draw.rect(s, PAPER[2], (px - 3, py - 3, 48, 46), 1)
            if k < len(items):
                self._item(s, items[k], px + 6, py + 5, slot)
                if k == self.cursor and mark is not None:
                    pygame.draw.rect(s, INK_RED, (px - 3, py - 3, 48, 46), 2)
                    seam_round(s, pygame.Rect(px - 6, py - 6, 54, 52), INK_RED, int(self._life_s * 10))
        if not items:
            return
        item = items[self.cursor]
        big = pygame.transform.scale_by(self.cloth.thing(item), 4)
        pygame.draw.ellipse(s, PAPER[3], (right + 78, MARGIN + 86, 92, 16))
        hop = 0 if taste.calm else bob(self._life_s, 1.2, 2.4)
        s.blit(big, (right + 124 - big.get_width() // 2, MARGIN + 98 - big.get_height() + hop))
        t = self._text(self.words.item(item, minutes=session.story.counts.get("minutes", 0)), taste, marks)
        t.draw(s, right, MARGIN + 112, INK, shadow=False)

    def _item(self, s: pygame.Surface, item: str, x: int, y: int, slot: pygame.Surface | None) -> None:
        if slot is not None:
            s.blit(slot, (x, y))
        thing = self.cloth.thing(item)
        s.blit(thing, (x + 15 - thing.get_width() // 2, y + 15 - thing.get_height() // 2))

    def _draw_log(self, s: pygame.Surface, session: Any, marks: Glyphs, taste: Taste) -> None:
        """The last fifty lines: the newest page at the right, the one before at the left."""
        x, right = MARGIN + 4, PAGE[0] + MARGIN + 4
        y = self._head(s, x, self.words.get("menu.journal.log"), taste)
        texts: list[tuple[Text, str]] = []
        for who, say in session.story.log:
            texts.append((self._text(say, taste, marks, PAGE[0] - 2 * MARGIN - 12), who))
        small = self.font.cut(taste.text_size)

        def height(i: int) -> int:
            return texts[i][0].height + (small.line if self._names_line(texts, i) else 0) + 3

        def back(last: int, room: int) -> int:
            first, tall = last, 0
            while first > 0 and tall + height(first - 1) <= room:
                first -= 1
                tall += height(first)
            return first

        last = len(texts) - self.scroll
        mid = back(last, PAGE[1] - 2 * MARGIN)
        first = back(mid, PAGE[1] - y - MARGIN)
        self._tall = self.scroll + first
        for begin, end, px, py in ((first, mid, x, y), (mid, last, right, MARGIN)):
            for i in range(begin, end):
                t, who = texts[i]
                if self._names_line(texts, i):
                    small.write(s, px, py, self._name(who), INK_RED, False)
                    py += small.line
                t.draw(s, px + 6, py, INK if who != "narrator" else INK_SOFT, shadow=False)
                py += t.height + 3
        if first > 0:
            self._more(s, PAGE[0] - MARGIN - 4, MARGIN + 6, -1)
        if self.scroll > 0:
            self._more(s, 2 * PAGE[0] - MARGIN - 4, PAGE[1] - 14, 1)

    def _names_line(self, texts: list[tuple[Text, str]], i: int) -> bool:
        return texts[i][1] != "narrator" and (i == 0 or texts[i - 1][1] != texts[i][1])

    # --- the map

    def room_of(self, session: Any, name: str) -> Room | None:
        if name == session.room.name:
            room: Room = session.room
            return room
        if name not in self._rooms:
            self._rooms[name] = self.load_room(name)
        return self._rooms[name]

    def _draw_map(self, s: pygame.Surface, session: Any, marks: Glyphs, taste: Taste) -> None:
        maps = self.maps(session)
        x = MARGIN + 4
        s.blit(self.cloth.paper(2 * PAGE[0] - 16, PAGE[1] - 14, 29, 0, 0.5), (8, 6))
        if not maps:
            self._head(s, x, self.words.get("menu.journal.map"), taste)
            return
        self.map = min(self.map, len(maps) - 1)
        name = maps[self.map]
        key = f"place.{name.replace('/', '.')}"
        y = self._head(s, x, self.words.get(key) if self.words.has(key) else name, taste)
        cut = self.font.cut(100)
        if len(maps) > 1:
            count = f"{self.map + 1} / {len(maps)}"
            right = 2 * PAGE[0] - MARGIN - 6
            w = cut.write(s, right - 12, MARGIN + 2, count, INK_SOFT, False, 1.0)
            for px, way in ((right - 20 - w, -1), (right - 4, 1)):
                pygame.draw.polygon(s, INK_RED, [(px, MARGIN + 4), (px, MARGIN + 14), (px + way * 6, MARGIN + 9)])
        room = self.room_of(session, name)
        if room is None or not room.areas:
            return
        paper = pygame.Rect(x, y, 2 * PAGE[0] - 2 * x, PAGE[1] - y - MARGIN)
        known = frozenset(a.rsplit("/", 1)[1] for a in session.story.areas if a.rsplit("/", 1)[0] == name)
        fresh = {a.rsplit("/", 1)[1] for a in self._fresh if a.rsplit("/", 1)[0] == name}
        inked = 1.0 if taste.calm else min(self._life_s / INK_S, 1.0)
        gone = _gone_of(session, room)
        plan = self._plan_of(room, known, paper, gone)
        drawing = (name, known, taste.text_size, gone)
        if inked < 1.0 and fresh:
            plan.draw(s, fresh, inked)
        else:
            if drawing not in self._inked:
                self._inked[drawing] = blank(*s.get_size())
                plan.draw(self._inked[drawing], set(), 1.0)
            s.blit(self._inked[drawing], (0, 0))
        place = session.world.find(session.hero, Place) if name == session.room.name else None
        pin = plan.at(place.x, place.y) if place is not None else None
        plan.write(s, self.font, self.words, taste.text_size, pin)
        if pin is not None:
            self._here(s, *pin, taste, paper)

    def _plan_of(self, room: Room, known: frozenset[str], paper: pygame.Rect, gone: frozenset[int]) -> Plan:
        """Kept: finding a map's doorways takes a while."""
        key = (room.name, known, gone)
        if key not in self._plans:
            self._plans = {k: v for k, v in self._plans.items() if k[0] != room.name}
            self._plans[key] = Plan(room, set(known), paper, gone)
        return self._plans[key]

    def _here(self, s: pygame.Surface, x: float, y: float, taste: Taste, paper: pygame.Rect) -> None:
        """A coat button on a pin, with its words."""
        hop = 0 if taste.calm else bob(self._life_s, 2.0, 1.2)
        pygame.draw.ellipse(s, mix(PAPER[3], PAPER[0], 0.5), (round(x) - 5, round(y) - 2, 10, 4))
        pygame.draw.line(s, INK, (round(x), round(y)), (round(x), round(y) - 8 + hop))
        s.blit(self.cloth.hud("button_full"), (round(x) - 8, round(y) - 20 + hop))
        cut = self.font.cut(100)
        words = self.words.get("menu.journal.here")
        s.blit(self.cloth.hud("button_full"), (paper.x, PAGE[1] - 22))
        cut.write(s, paper.x + 20, PAGE[1] - 20, words, INK_SOFT, False)


def _gone_of(session: Any, room: Room) -> frozenset[int]:
    """Tiles of a map that are no more, as the story stands."""
    if room.name == session.room.name:
        return frozenset(session.ruin.gone)
    return frozenset(ruin_of(room, session.story, session.rules, session.decays_of(room)).gone)
