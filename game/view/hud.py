"""What stands over the picture while she walks: prompt, goal, teaching line, things taken, captions, cards, saving.

``Hud.tick`` listens once a tick, ``Hud.draw`` draws any number of times; neither changes the session. Times are ticks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.core.words import Words
from game.sim.happenings import Checkpointed, Dodged, Taught, Threw, Took
from game.sim.parts import Hero, Hidden, Prompt, Stone, Title
from game.view.felt import CREAM, FELT, GOLD, PINK, THREAD, WARM, Cloth, Colour, bob, ease, edges
from game.view.font import Font, Text, balanced
from game.view.glyphs import Glyphs

GOAL_TICKS = 330
TEACH_TICKS = 480
TEACH_SHORT_TICKS = {"chase": 240}
"""Where the floor is needed to see what lies on it."""
TEACH_LEAST_TICKS = 90
"""Done at once, a teaching line still stands this long, so that it can be read."""
TOOK_TICKS = 260
SAVE_TICKS = 100
LOST_TICKS = 1200
"""Standing still this long brings the goal back."""
SLIDE_TICKS = 14
CAPTION_S = 2.5
MOST_CAPTIONS, DANGER_CAPTIONS = 4, 2
"""At once; fewer while what lies low in the picture may hurt her."""

ToScreen = Callable[[float, float], tuple[float, float]]


Caption = tuple[str, str, float]
"""As view/ear.py keeps them: key under [captions], arrow or "", age in seconds."""
ARROWS = "→↘↓↙←↖↑↗"
"""Clockwise from the right."""


@dataclass(frozen=True)
class Taste:
    """What the player has set that the interface must know."""

    text_size: int = 100
    captions: bool = False
    is_safe: bool = False
    calm: bool = False


@dataclass
class Shown:
    """Something that comes, stands and goes. ``ticks`` since it came, ``lasts`` in all."""

    key: str
    lasts: int
    ticks: int = 0

    @property
    def amount(self) -> float:
        """0 away .. 1 there."""
        return ease(min(self.ticks, self.lasts - self.ticks) / SLIDE_TICKS)


def counted(counts: Mapping[str, int]) -> dict[str, int]:
    """What a goal may tell in numbers: {souls}, {minutes}, {found}."""
    return {name: counts.get(name, 0) for name in ("souls", "minutes", "found")}


def _out_of_the_ring(prompt: Prompt, stone: Stone | None) -> tuple[float, float]:
    """Where the prompt's tail points, px of the map: nothing lies over what is seen through the stone."""
    if stone is None or not stone.is_up:
        return prompt.x, prompt.y
    in_ring = abs(prompt.x - stone.x) < stone.radius + 24 and abs(prompt.y - 14 - stone.y) < stone.radius + 14
    return prompt.x, (stone.y - stone.radius - 4 if in_ring else prompt.y)


def _is_hidden(session: Any) -> bool:
    """Whether the goal has to wait: something is to be seen where it would lie."""
    return session.act is not None and session.act.hides_goal


DONE: dict[str, Callable[[Any, Hero], bool]] = {
    "walk": lambda s, h: h.still_ticks == 0,
    "run": lambda s, h: h.stance == "run",
    "sneak": lambda s, h: h.stance == "sneak",
    "push": lambda s, h: h.pushes > 0,
    "interact": lambda s, h: s.talk is not None,
    "throw": lambda s, h: bool(s.news.of(Threw)),
    "dodge": lambda s, h: bool(s.news.of(Dodged)),
    "brace": lambda s, h: bool(getattr(s.panel, "done", 0)),
    "hide": lambda s, h: s.world.has(s.hero, Hidden),
}
"""How the hud sees that a taught verb was used."""


class Hud:
    """Listens and draws. One for a session's whole life."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words
        self.goal: Shown | None = None
        self.teach: Shown | None = None
        self.took: list[Shown] = []
        self.saving: Shown | None = None
        self._goal_key = ""
        self._found = 0
        """As far as the goal shown counts."""
        self._prompt_key = ("", 0)
        self._prompt_ticks = 0
        self._ticks = 0
        self._waiting: list[str] = []
        self._minutes = 0
        self._laid: dict[tuple[int, str, int, str], Text] = {}

    # --- listening

    def tick(self, session: Any) -> None:
        """Once after each tick of the session."""
        self._ticks += 1
        self._minutes = session.story.counts.get("minutes", 0)
        busy = session.talk is not None or session.panel is not None or session.title is not None
        for t in session.news.of(Taught):
            if t.key not in self._waiting:
                self._waiting.append(t.key)
        for took in session.news.of(Took):
            if self.words.has(f"journal.items.{took.item}") or self.words.has(f"keepsakes.{took.item}"):
                self.took.append(Shown(took.item, TOOK_TICKS))
        if session.news.of(Checkpointed):
            self.saving = Shown("", SAVE_TICKS)
        beat = session.goal
        found = session.story.counts.get("found", 0) if "{found}" in self.words.get(f"journal.goal.{beat}") else 0
        if (
            (beat, found) != (self._goal_key, self._found)
            and not busy
            and not _is_hidden(session)
            and session.fade.amount < 0.1
        ):
            self._goal_key, self._found = beat, found
            self.show_goal()
        hero = session.world.find(session.hero, Hero)
        if hero is not None and hero.still_ticks and hero.still_ticks % LOST_TICKS == 0 and not busy:
            self.show_goal()  # she has stood here a while: perhaps nobody knows what to do
        if self.teach is None and self._waiting and not (session.talk or session.title):
            key = self._waiting.pop(0)
            self.teach = Shown(key, TEACH_SHORT_TICKS.get(key, TEACH_TICKS))
        if self.teach is not None:
            self._watch(session, self.teach)
        self._pass(session)

    def _laid_out(self, size: int, text: str, width: int, marks: Glyphs) -> Text:
        """Kept, because a plate stands for hundreds of pictures."""
        key = (size, text, width, marks.stamp)
        if key not in self._laid:
            if len(self._laid) > 30:
                self._laid.clear()
            self._laid[key] = balanced(self.font.cut(size), text, width, marks)
        return self._laid[key]

    def show_goal(self) -> None:
        """The goal line comes again, as when its button is pressed."""
        if self._goal_key:
            self.goal = Shown(self._goal_key, GOAL_TICKS)

    def _watch(self, session: Any, teach: Shown) -> None:
        done = DONE.get(teach.key)
        hero = session.world.get(session.hero, Hero) if done else None
        if done and hero and teach.ticks > TEACH_LEAST_TICKS and done(session, hero):
            teach.lasts = min(teach.lasts, teach.ticks + SLIDE_TICKS)

    def _pass(self, session: Any) -> None:
        if self.goal and not (session.talk or session.panel or self.took):
            self.goal.ticks += 1
            if self.goal.ticks >= self.goal.lasts:
                self.goal = None
        if self.teach:
            self.teach.ticks += 1
            if self.teach.ticks >= self.teach.lasts:
                self.teach = None
        if self.took and session.talk is None and session.panel is None:
            self.took[0].ticks += 1
            if self.took[0].ticks >= self.took[0].lasts:
                self.took.pop(0)
        if self.saving:
            self.saving.ticks += 1
            if self.saving.ticks >= self.saving.lasts:
                self.saving = None
        prompt = session.prompt
        key = (prompt.verb, prompt.entity) if prompt else ("", 0)
        self._prompt_ticks = self._prompt_ticks + 1 if key == self._prompt_key else 0
        self._prompt_key = key

    # --- drawing

    def draw(
        self,
        to: pygame.Surface,
        session: Any,
        marks: Glyphs,
        to_screen: ToScreen,
        taste: Taste,
        captions: Sequence[Caption] = (),
        keep_off: Sequence[pygame.Rect] = (),
    ) -> None:
        """All but title and fade. ``to_screen``: place of the map -> of the surface; ``keep_off``: talk box, panel."""
        ramp = WARM if session.room.side == "other" else FELT
        if session.prompt is not None and session.prompt.verb and session.talk is None and session.panel is None:
            stone = session.world.find(session.hero, Stone)
            self.draw_prompt(to, session.prompt, marks, to_screen, taste, ramp, stone)
        taken = [box for box in keep_off if box.h]
        if self.took and session.talk is None and session.panel is None:
            self.draw_took(to, self.took[0], marks, taste, ramp)
        elif self.goal is not None and session.talk is None and session.panel is None and not _is_hidden(session):
            self.draw_goal(to, self.goal, session, marks, taste, ramp)
        if self.teach is not None and session.talk is None and session.panel is None:
            is_high = self.teach.key == "brace" and _is_hidden(session)  # what is held on to is shown at the bottom
            taken.append(self.draw_teach(to, self.teach, marks, taste, ramp, is_high))
        if self.saving is not None:
            self.draw_saving(to, self.saving, taste)
        if taste.captions:
            most = DANGER_CAPTIONS if session.act is not None and session.act.is_dangerous else MOST_CAPTIONS
            self.draw_captions(to, captions[-most:], taste, ramp, taken)

    def draw_prompt(
        self,
        to: pygame.Surface,
        prompt: Prompt,
        marks: Glyphs,
        to_screen: ToScreen,
        taste: Taste,
        ramp: tuple[Colour, ...] = FELT,
        stone: Stone | None = None,
    ) -> None:
        """Key cap and word on a small plate with a tail, over its target; over the ring of a stone that is up."""
        key = f"prompt.{prompt.verb}"
        word = self.words.get(key) if self.words.has(key) else prompt.verb.replace("_", " ").capitalize()
        cut = self.font.cut(taste.text_size)
        cap = marks.drawn(prompt.button, taste.text_size)
        w, h = cap.get_width() + cut.width(word) + 19, max(cap.get_height() + 7, cut.line + 9)
        x, y = to_screen(*_out_of_the_ring(prompt, stone))
        pop = 1.0 if taste.calm else ease(self._prompt_ticks / 8)
        room = edges(to, taste.is_safe)
        box = pygame.Rect(0, 0, w, h)
        box.midbottom = (
            round(x),
            round(y - 7 + (1 - pop) * 5) + (0 if taste.calm else bob(self._ticks / 60, 1.2, 1.8)),
        )
        box.clamp_ip(room)
        to.blit(self.cloth.plate(w, h, ramp, False), box)
        tail = min(max(round(x), box.left + 8), box.right - 9)
        if box.bottom <= y:
            for i, half in enumerate((4, 3, 2, 1)):
                pygame.draw.line(
                    to, ramp[0], (tail - half - 1, box.bottom - 1 + i), (tail + half + 1, box.bottom - 1 + i)
                )
                pygame.draw.line(to, ramp[1], (tail - half, box.bottom - 2 + i), (tail + half, box.bottom - 2 + i))
        to.blit(cap, (box.x + 5, box.centery - cap.get_height() // 2))
        cut.write(to, box.x + cap.get_width() + 10, box.centery - cut.cap / 2 - cut.rise, word, CREAM)

    def goal_text(self, beat: str, session: Any, taste: Taste, marks: Glyphs) -> Text:
        """The goal of a beat, wrapped for its plate."""
        say = self.words.get(f"journal.goal.{beat}", **counted(session.story.counts))
        return self._laid_out(taste.text_size, say, 190 * taste.text_size // 100 + 60, marks)

    def draw_goal(
        self,
        to: pygame.Surface,
        shown: Shown,
        session: Any,
        marks: Glyphs,
        taste: Taste,
        ramp: tuple[Colour, ...] = FELT,
    ) -> int:
        """Top left, sliding in from the edge; answers its height."""
        if not self.words.has(f"journal.goal.{shown.key}"):
            return 0
        t = self.goal_text(shown.key, session, taste, marks)
        room = edges(to, taste.is_safe)
        w, h = t.width + 46, max(t.height + 14, 30)
        x = room.x - (0 if taste.calm else round((1 - shown.amount) * (w + room.x)))
        to.blit(self.cloth.plate(w, h, ramp), (x, room.y))
        icon = self.cloth.icon("needle")
        if icon is not None:
            to.blit(icon, (x + 6, room.y + (h - 24) // 2))
        t.draw(to, x + 34, room.y + (h - t.height) // 2, CREAM)
        return h

    def draw_took(
        self, to: pygame.Surface, shown: Shown, marks: Glyphs, taste: Taste, ramp: tuple[Colour, ...] = FELT
    ) -> None:
        """What she has just taken: its picture in a slot and what she thinks of it, from the top."""
        t = self._laid_out(
            taste.text_size, self.item_text(shown.key, self._minutes), 160 * taste.text_size // 100 + 60, marks
        )
        w, h = t.width + 68, max(t.height + 22, 52)
        room = edges(to, taste.is_safe)
        x = room.centerx - w // 2
        y = room.y + 34 - (0 if taste.calm else round((1 - shown.amount) * (h + room.y + 40)))
        to.blit(self.cloth.panel(w, h, "felt_warm" if ramp is WARM else "felt", False), (x, y))
        self.draw_slot(to, x + 12, y + (h - 30) // 2, shown.key)
        t.draw(to, x + 52, y + (h - t.height) // 2 + 1, CREAM)

    def item_text(self, key: str, minutes: int) -> str:
        return self.words.item(key, minutes=minutes)

    def draw_slot(self, to: pygame.Surface, x: int, y: int, item: str) -> None:
        """An item in its 30 x 30 slot."""
        slot = self.cloth.picture("ui/slot")
        if slot is not None:
            to.blit(slot, (x, y))
        thing = self.cloth.thing(item)
        to.blit(thing, (x + 15 - thing.get_width() // 2, y + 15 - thing.get_height() // 2))

    def teach_text(self, key: str, taste: Taste, marks: Glyphs) -> Text:
        return self._laid_out(taste.text_size, self.words.get(f"teach.{key}"), 300 + taste.text_size, marks)

    def draw_teach(
        self,
        to: pygame.Surface,
        shown: Shown,
        marks: Glyphs,
        taste: Taste,
        ramp: tuple[Colour, ...] = FELT,
        is_high: bool = False,
    ) -> pygame.Rect:
        """A verb, said once, low on the screen, or in its upper left corner; answers where."""
        t = self.teach_text(shown.key, taste, marks)
        w, h = t.width + 30, t.height + 16
        room = edges(to, taste.is_safe)
        y = room.bottom - h - 6 + (0 if taste.calm else round((1 - shown.amount) * (h + 24)))
        box = pygame.Rect(room.centerx - w // 2, y, w, h)
        if is_high:
            box.topleft = (room.left, room.top + 34)
        to.blit(self.cloth.plate(w, h, ramp), box)
        t.draw(to, box.centerx, box.y + (h - t.height) // 2 + 1, CREAM, align=0.5)
        return box

    def draw_saving(self, to: pygame.Surface, shown: Shown, taste: Taste) -> None:
        """Three crosses are sewn into the corner, one after the other: nothing that could be read as a way to go."""
        room = edges(to, taste.is_safe)
        k = shown.ticks / shown.lasts
        veil = to if k < 0.8 else pygame.Surface(to.get_size(), pygame.SRCALPHA, 32)
        for i in range(3):
            sewn = min(max(k * 7.2 - i * 1.2, 0.0), 1.2) / 0.6  # two strokes a cross
            x, y = room.right - 34 + i * 11, room.top + 9
            for n, (dx, dy) in enumerate(((1, 1), (1, -1))):
                part = min(max(sewn - n, 0.0), 1.0)
                if part > 0:
                    start = (x - 3, y - 3 * dy)
                    end = (round(start[0] + 6 * dx * part), round(start[1] + 6 * dy * part))
                    pygame.draw.line(veil, FELT[0], (start[0], start[1] + 1), (end[0], end[1] + 1), 2)
                    pygame.draw.line(veil, THREAD, start, end, 2)
        if veil is not to:
            veil.set_alpha(round(255 * (1 - k) / 0.2))
            to.blit(veil, (0, 0))

    def draw_captions(
        self,
        to: pygame.Surface,
        captions: Sequence[Caption],
        taste: Taste,
        ramp: tuple[Colour, ...] = FELT,
        keep_off: Sequence[pygame.Rect] = (),
    ) -> None:
        """The last sounds, newest below, at the right edge; the arrow stands on the side it points to."""
        room = edges(to, taste.is_safe)
        cut = self.font.cut(taste.text_size)
        bottom = room.bottom - 4
        for key, arrow, age in reversed(list(captions)[-MOST_CAPTIONS:]):
            words = self.words.get(f"captions.{key}")
            size = cut.cap + 4
            w = cut.width(words) + 16 + (size + 6 if arrow else 0)
            h = cut.line + 6
            box = pygame.Rect(room.right - w, bottom - h, w, h)
            for other in keep_off:
                if other.colliderect(box):
                    box.bottom = bottom = other.top - 2
            s = self.cloth.plate(w, h, ramp, False)
            s.set_alpha(255 if taste.calm else round(255 * min(1.0, (CAPTION_S - age) / 0.4)) if age < CAPTION_S else 0)
            to.blit(s, box)
            tx = box.x + 8
            at_left = arrow in "↙←↖" and arrow
            if at_left:
                draw_arrow(to, tx + size // 2, box.centery, size, arrow)
                tx += size + 6
            tx += cut.write(to, tx, box.y + (h - cut.cap) // 2 - cut.rise, words, CREAM)
            if arrow and not at_left:
                draw_arrow(to, tx + 6 + size // 2, box.centery, size, arrow)
            bottom = box.top - 2


def draw_arrow(to: pygame.Surface, x: int, y: int, size: int, arrow: str) -> None:
    """A small gold arrow in one of eight directions, ``size`` px, round (x, y)."""
    if arrow not in ARROWS:
        return
    a = ARROWS.index(arrow) * math.pi / 4
    c, s = math.cos(a), math.sin(a)
    r = size / 2

    def at(along: float, across: float) -> tuple[float, float]:
        return x + c * along - s * across, y + s * along + c * across

    pygame.draw.line(to, GOLD, at(-r, 0), at(r - 2, 0), 2)
    pygame.draw.polygon(to, GOLD, [at(r, 0), at(0, r * 0.75), at(0, -r * 0.75)])


class Cards:
    """Title cards: a sewn ribbon opens over the picture, for a chapter large, for a place small."""

    def __init__(self, cloth: Cloth, font: Font, words: Words, large: Font | None = None) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words
        self.large = large

    def draw(self, to: pygame.Surface, title: Title, taste: Taste, side: str = "real") -> None:
        """``title.key`` is a text key; a chapter's number comes from its last part."""
        words = self.words.get(title.key) if self.words.has(title.key) else title.key
        k = min(title.ticks / 26, (title.lasts - title.ticks) / 18)
        if k <= 0:
            return
        is_chapter = title.kind == "chapter"
        room = edges(to, taste.is_safe)
        cut = self.font.cut(max(taste.text_size, 150 if not is_chapter else 200))
        name = self._large(words) if is_chapter else None
        text_w = name.get_width() if name else cut.width(words)
        ramp = (
            PINK
            if side != "other"
            else (WARM[0], (92, 30, 14), (140, 62, 18), (196, 108, 30), (248, 190, 84), (255, 246, 214))
        )
        h = 54 if is_chapter else cut.line + 20
        w = min(text_w + 150, room.w)
        y = room.y + (room.h * 38 // 100 - h // 2 if is_chapter else room.h * 14 // 100)
        ribbon = self.cloth.ribbon(w, h, ramp)
        opened = 1.0 if taste.calm else ease(k)
        half = round(w / 2 * opened)
        clip = to.get_clip()
        to.set_clip(pygame.Rect(room.centerx - half, y - 30, half * 2, h + 60).clip(to.get_rect()))
        to.blit(ribbon, (room.centerx - w // 2, y))
        if name:
            to.blit(name, (room.centerx - name.get_width() // 2, y + (h - name.get_height()) // 2))
        else:
            cut.write(to, room.centerx, y + (h - cut.cap) / 2 - cut.rise, words, ramp[5], align=0.5)
        to.set_clip(clip)
        if is_chapter and opened > 0.6:
            number = title.key.rsplit(".", 1)[-1]
            small = self.font.cut(max(taste.text_size, 100))
            if number.isdigit() and self.words.has("menu.save.chapter"):
                line = self.words.get("menu.save.chapter", n=number)
                plate = self.cloth.plate(small.width(line) + 26, small.line + 8, FELT, False)
                to.blit(plate, (room.centerx - plate.get_width() // 2, y - plate.get_height() - 2))
                small.write(to, room.centerx, y - plate.get_height() + 2, line, GOLD, align=0.5)

    def _large(self, words: str) -> pygame.Surface | None:
        """In the letters of the logo, when every one of them exists."""
        if self.large is None or not all(self.large.has(c) for c in words.upper()):
            return None
        glyphs = [self.large.letter(c) for c in words.upper()]
        w = sum(g.get_width() - 6 for g in glyphs) + 6
        s = pygame.Surface((w, glyphs[0].get_height()), pygame.SRCALPHA, 32)
        x = 0
        for g in glyphs:
            dark = g.copy()
            dark.fill((*PINK[0], 255), special_flags=pygame.BLEND_RGBA_MULT)
            s.blit(dark, (x, 1))
            light = g.copy()
            light.fill((*PINK[5], 255), special_flags=pygame.BLEND_RGBA_MULT)
            s.blit(light, (x, 0))
            x += g.get_width() - 6
        return s
