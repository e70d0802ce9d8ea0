"""Dinner: the table, the train round it, two guests who watch her eat, and what everybody wants as a picture."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.core.words import Words
from game.sim.panels.dinner import COURSES, HERS, PART, SERVED_TICKS, SERVES, WAGONS, DinnerPanel
from game.view.felt import CREAM, DIM, GOLD, SHADOW, WARM, Cloth, bob, ease, mix, plate
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels import table_art as art
from game.view.panels.drawer import Drawer
from game.view.portraits import Portraits

SEATS = {"you": (320, 312), "father": (184, 186), "mother": (456, 186)}
"""Where a dish lands that is for them."""
FACES = {"father": (88, 70), "mother": (480, 70)}
BUBBLES = {"you": (320, 218), "father": (196, 70), "mother": (444, 70)}
WHY_TICKS = 80
LOOKS_AT_HER_S = 1.0
"""So long her own face stands in the Other Mother's bubble before the dish does."""
STANDING = (
    ("flowers_vase", 232, 186),
    ("candelabra_lit", 320, 190),
    ("flowers_vase", 408, 186),
    ("cheese_wheel", 176, 214),
    ("cake", 466, 214),
    ("roast", 276, 214),
    ("fruit_bowl", 364, 214),
    ("tea_set", 218, 232),
    ("taffy_bowl", 424, 232),
    ("pumpkin", 154, 228),
    ("bouquet", 486, 230),
    ("candle_lit", 262, 240),
    ("candle_lit", 378, 240),
    ("snow_globe", 320, 246),
)
"""What stands in the middle of the table and is never eaten: prop, and where its foot is. From back to front."""
PLACES_LAID = {"father": (184, 178), "mother": (456, 178)}
STEAMING = ("pie", "soup", "soup_green", "sprouts", "peas", "gravy", "loaf", "tea")
CONFETTI = ((236, 96, 84), (246, 202, 92), (110, 190, 170), (150, 120, 220), (255, 240, 214))


class DinnerDrawer(Drawer):
    """Keeps the pictures it has had made; remembers puffs of steam and when things happened."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_above = True
        self.portraits = Portraits(cloth)
        self._pictures: dict[str, Surface] = {}
        self._back: Surface | None = None
        self._chairs = [("father", (54, 150, 150)), ("mother", (176, 40, 60))]
        self._warmth: Surface | None = None
        self._course = -2
        self._course_s = 9.0
        self._got: dict[str, str] = {}
        """Who behind the table has what on the plate. Hers is never touched."""

    def _of(self, name: str) -> Surface:
        """A dish."""
        if name not in self._pictures:
            table = self.cloth.table("ui/dinner").get("pictures", {})
            key = name if name == "plate" else f"dish_{name}"
            self._pictures[name] = self._ui(key) if key in table else art.dish(name)
        return self._pictures[name]

    def _ui(self, name: str) -> Surface:
        x, y, w, h = self.cloth.table("ui/dinner")["pictures"][name]
        return self.cloth.piece("ui/dinner", (x, y, w, h))

    def _made(self, name: str, make: Any) -> Surface:
        if name not in self._pictures:
            self._pictures[name] = make()
        return self._pictures[name]

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        p: DinnerPanel = panel
        if p.course != self._course:
            self._course, self._course_s = p.course, 0.0
        self._course_s += dt_s
        if p.last in SERVES and p.last_to in PLACES_LAID and p.last_ticks > 32:
            self._got[p.last_to] = p.last_dish if p.last_to == "father" else ""
        if not self._is_laid():
            to.fill((20, 8, 20))
            self.life_s = 0.0
            return
        w, h = to.get_size()
        ox, oy = (w - art.W) // 2, (h - art.H) // 2
        self.box = Rect(0, 0, 0, 0)
        scene = Surface((art.W, art.H), 0, 32)
        assert self._back is not None and self._warmth is not None
        scene.blit(self._back, (0, 0))
        self._draw_guests(scene, p)
        scene.blit(self._pictures["table"], (0, 0))
        self._draw_train(scene, p, behind=True)
        self._draw_middle(scene)
        self._draw_hers(scene, p)
        self._draw_train(scene, p, behind=False)
        self._draw_flight(scene, p)
        scene.blit(self._warmth, (0, 0), special_flags=BLEND_RGB_MULT)
        self._draw_flames(scene, taste.calm)
        self._draw_hands(scene, p)
        self._draw_wants(scene, p, taste.calm)
        if p.is_over:
            self._draw_finale(scene, p, taste.calm)
        self._draw_why(scene, p, taste)
        self._draw_presses(scene, p, marks, taste)
        fade = 1.0 if taste.calm else ease(self.life_s / 0.5)
        if (w, h) != (art.W, art.H):  # a wider or higher screen: the edges of the room go on
            to.blit(pygame.transform.scale(scene.subsurface((0, 0, 1, art.H)), (max(ox, 1), h)), (0, 0))
            to.blit(
                pygame.transform.scale(scene.subsurface((art.W - 1, 0, 1, art.H)), (max(ox, 1) + 1, h)), (ox + art.W, 0)
            )
            if oy > 0:
                to.blit(pygame.transform.scale(scene.subsurface((0, 0, art.W, 1)), (art.W, oy)), (ox, 0))
                low = scene.subsurface((0, art.H - 1, art.W, 1))
                to.blit(pygame.transform.scale(low, (art.W, oy + 1)), (ox, oy + art.H))
        if fade < 1:
            if (w, h) == (art.W, art.H):
                to.fill((20, 8, 20))
            scene.set_alpha(round(255 * fade))
        to.blit(scene, (ox, oy))
        self.box.move_ip(ox, oy)

    # ---- the room

    def _is_laid(self) -> bool:
        """Makes one picture a time, so that no frame waits for all of them; True when all are there."""
        if self._back is None:
            self._back = art.room()
        elif self._chairs:
            who, colour = self._chairs.pop()
            x, y = FACES[who]
            back = art.chair(colour)
            self._back.blit(back, (x + 36 - back.get_width() // 2, y - 26))
        elif self._warmth is None:
            self._warmth = art.warmth()
        elif "table" not in self._pictures:
            self._pictures["table"] = art.table()
        else:
            return True
        return False

    def _draw_guests(self, scene: Surface, p: DinnerPanel) -> None:
        laughs = p.last == "wrong" and p.last_ticks < 60
        for who, name in (("father", "other_father"), ("mother", "other_mother")):
            x, y = FACES[who]
            got = p.last in SERVES and p.last_to == who and p.last_ticks > 40
            mood = "glad" if laughs or got or p.is_over else "warm" if who == "mother" else "glad"
            if (
                who == "mother"
                and p.last == "sent"
                and p.last_to == "mother"
                and p.now.guest == "you"
                and p.last_ticks < 200
            ):
                mood = "still"
            face = self.portraits.face(name, mood)
            if face is None:
                continue
            shake = round(math.sin(p.last_ticks * 0.9) * 2) if laughs else 0
            breathes = bob(self.life_s + (0 if who == "father" else 1.3), 1.2, 2.8)
            if mood == "still":
                breathes = 0  # not at all
            hop = -round(5 * math.sin(math.pi * (p.last_ticks - 40) / 24)) if got and p.last_ticks < 64 else 0
            scene.blit(face, (x, y + breathes + hop + shake))

    def _draw_middle(self, scene: Surface) -> None:
        """What stands in the middle of the table; two plates for those who sit behind it."""
        for who, (x, y) in PLACES_LAID.items():
            laid = self._ui("plate")
            scene.blit(laid, (x - laid.get_width() // 2, y - laid.get_height() // 2))
            dish = self._got.get(who, "")
            if dish:
                eaten = self._of(dish)
                scene.blit(eaten, (x - eaten.get_width() // 2, y + 8 - eaten.get_height()))
        props = self.cloth.assets.props("other")
        for name, x, y in STANDING:
            if not props.has(name):
                continue
            prop = props.get(name)
            shade = Rect(0, 0, prop.picture.get_width() + 4, 8)
            shade.center = (x, y)
            pygame.draw.ellipse(scene, (52, 18, 30), shade)
            scene.blit(prop.picture, (x - prop.anchor[0], y - prop.anchor[1]))

    def _draw_flames(self, scene: Surface, calm: bool) -> None:
        """Light that is in the picture, not on it: candles, moon, a breath of it over the table."""
        k = 0.5 if calm else 0.5 + 0.5 * math.sin(self.life_s * 9) * math.sin(self.life_s * 5.3)
        for x, y, r in ((320, 156, 90), (320, 156, 46), (262, 222, 46), (378, 222, 46)):
            glow = self._made(f"glow{r}", lambda r=r: _glow(r))
            level = int(120 + 60 * k)
            lit = glow.copy()
            lit.fill((level, level, level), special_flags=BLEND_RGB_MULT)
            scene.blit(lit, (x - r, y - r), special_flags=BLEND_RGB_ADD)

    # ---- the train

    def _draw_train(self, scene: Surface, p: DinnerPanel, behind: bool) -> None:
        """Wagons and engine in the order of their depth: those behind the middle first."""
        parts: list[tuple[float, float, int, int]] = []
        for i in range(-1, WAGONS):
            along = p.along + i * 3 * PART if i >= 0 else p.along + p.way * (3 * PART // 2)
            at = (along % (18 * PART)) / PART
            x, y = art.on_rails(at)
            ahead = art.on_rails(at + 0.2 * p.way)
            way = round(math.atan2(-(ahead[1] - y), ahead[0] - x) / (math.pi / 4)) % 8
            parts.append((y, x, i, way))
            if behind:  # the ribbon that couples them lies on the rails
                line = [art.on_rails(at + 0.5 + n * 0.25) for n in range(9)]
                pygame.draw.lines(scene, (96, 20, 44), False, [(px, py - 3) for px, py in line], 1)
        for y, x, i, way in sorted(parts):
            if (y < art.MIDDLE[1]) != behind:
                continue
            if i < 0:
                self._draw_engine(scene, x, y, p, way)
            else:
                self._draw_wagon(scene, x, y, i, p, way)

    def _draw_wagon(self, scene: Surface, x: float, y: float, i: int, p: DinnerPanel, way: int) -> None:
        car = self._ui(f"wagon_{way}")
        at = p.place_of(i)
        is_here = -HERS <= at < HERS
        cx, cy = round(x), round(y) + round(math.sin(p.ticks * 0.5 + i * 2.1) * 0.6)
        corner = (cx - car.get_width() // 2, cy - car.get_height() // 2 - 6)
        scene.blit(car, corner)
        dish = p.dishes[i]
        if not dish:
            return
        deck = self.cloth.table("ui/dinner").get("decks", {}).get(f"wagon_{way}", (22, 16))
        picture = self._of(dish)
        lift = 0
        if is_here and p.is_serving:  # it offers itself
            lift = round(6 * math.cos(math.pi * at / (2 * HERS)))
        if p.last in ("wrong", "locked") and p.last_ticks < 30 and p.last_dish == dish:
            cx += round(math.sin(p.last_ticks * 1.4) * 3 * (1 - p.last_ticks / 30))
        if is_here and p.is_serving:
            shade = Rect(0, 0, picture.get_width() - 6, 7)
            shade.center = (cx, corner[1] + deck[1] + 8)
            pygame.draw.ellipse(scene, (70, 24, 36), shade)
        top = corner[1] + deck[1] + 6 - picture.get_height() - lift + 6
        scene.blit(picture, (cx - picture.get_width() // 2, top))
        if dish in STEAMING:
            self._draw_steam(scene, cx, top + 2, i)
        if p.wrong_here >= 2 and dish == p.now.dish:
            twinkle = self.life_s * 6 + i
            for n in range(3):
                a = twinkle + n * 2.1
                scene.fill(
                    (255, 240, 170), (cx + round(math.cos(a) * 20), top + 12 + round(math.sin(a * 1.3) * 12), 2, 2)
                )

    def _draw_steam(self, scene: Surface, x: int, y: int, i: int) -> None:
        for n in range(2):
            k = (self.life_s * 0.7 + n * 0.5 + i * 0.37) % 1.0
            tone = mix((255, 246, 226), (150, 90, 90), k)
            px = x - 4 + n * 8 + round(2 * math.sin(k * 7 + i))
            scene.fill(tone, (px, y - round(9 * k), 1, 2))

    def _draw_engine(self, scene: Surface, x: float, y: float, p: DinnerPanel, way: int) -> None:
        picture = self._ui(f"engine_{way}")
        cx, cy = round(x), round(y) + round(math.sin(p.ticks * 0.6) * 0.6)
        scene.blit(picture, (cx - picture.get_width() // 2, cy - picture.get_height() // 2 - 6))
        a = way * math.pi / 4
        for n in range(3):
            k = (self.life_s * 1.6 + n / 3) % 1.0
            cloud = self._ui(f"steam_{min(int(k * 3), 2)}")
            px = cx + math.cos(a) * (12 - 26 * k)
            scene.blit(cloud, (round(px) - 8, round(cy - math.sin(a) * (6 - 14 * k)) - 30 - round(20 * k)))

    # ---- her place

    def _draw_hers(self, scene: Surface, p: DinnerPanel) -> None:
        """Her plate at the front, the part of the rails that is hers, knife, fork and a napkin with a C."""
        glow = 0.5 + 0.5 * math.sin(self.life_s * 4)
        here = p.wagon_here()
        ready = p.is_serving and here >= 0 and bool(p.dishes[here])
        tone = mix((190, 120, 70), GOLD, glow if ready else 0.2)
        points = [art.on_rails(-1.5 + i * 3 / 24) for i in range(25)]
        for dy in (12, -9):
            line = [(round(x), round(y + dy)) for x, y in points]
            for a, b in zip(line[::2], line[1::2]):
                pygame.draw.line(scene, tone, a, b, 2 if ready else 1)
        x, y = 320, 310
        for grow, colour in ((30, (150, 96, 96)), (28, (255, 250, 240)), (20, (226, 206, 206)), (18, (250, 240, 232))):
            pygame.draw.ellipse(scene, colour, (x - grow, y - grow // 4, 2 * grow, grow // 2))
        for side, tall in ((-42, 16), (40, 18)):
            pygame.draw.line(scene, (120, 110, 130), (x + side, y - 7), (x + side, y - 7 + tall), 2)
            pygame.draw.line(scene, (250, 248, 255), (x + side, y - 8), (x + side, y - 8 + tall), 1)
        for k in (-2, 0, 2):
            pygame.draw.line(scene, (240, 238, 250), (x - 42 + k, y - 12), (x - 42 + k, y - 6))
        napkin = [(x + 60, y - 6), (x + 84, y - 8), (x + 88, y + 8), (x + 62, y + 10)]
        pygame.draw.polygon(scene, (240, 206, 214), napkin)
        pygame.draw.polygon(scene, (190, 96, 130), napkin, 1)
        self.font.cut(100).write(scene, x + 74, y - 4, "C", (190, 40, 90), align=0.5)
        if p.last in ("took", "helped") and p.last_to == "you" and p.last_ticks >= 34:
            eaten = min((p.last_ticks - 34) / 40, 1.0)
            picture = self._of(p.last_dish)
            hh = max(round(picture.get_height() * (1 - eaten)), 0)
            if hh > 2:
                part = picture.subsurface((0, picture.get_height() - hh, picture.get_width(), hh))
                scene.blit(part, (x - picture.get_width() // 2, y + 3 - hh))

    def _draw_hands(self, scene: Surface, p: DinnerPanel) -> None:
        """Mint sleeves at the lower edge: one reaches, the other pushes."""
        reach = {"took": 1, "wrong": 1}.get(p.last, 0)
        push = {"sent": 1, "onward": 1, "wrong": 0}.get(p.last, 0)
        k = math.sin(math.pi * min(p.last_ticks / 26, 1.0))
        if p.last == "wrong" and p.last_to != "you":
            reach, push = 0, 1
        for side, act in ((-1, push), (1, reach)):
            x = 320 + side * (108 - 60 * k * act)
            y = 352 - 40 * k * act
            sleeve = [(x + side * 34, 372), (x + side * 4, 372), (x - side * 8, y + 12), (x + side * 10, y + 2)]
            pygame.draw.polygon(scene, SHADOW, [(px, py + 1) for px, py in sleeve])
            pygame.draw.polygon(scene, (150, 206, 188), sleeve)
            for n in range(1, 4):
                a = n / 4
                pygame.draw.line(
                    scene,
                    (96, 160, 150),
                    (sleeve[1][0] * (1 - a) + sleeve[2][0] * a, 372 * (1 - a) + sleeve[2][1] * a),
                    (sleeve[0][0] * (1 - a) + sleeve[3][0] * a, 372 * (1 - a) + sleeve[3][1] * a),
                    2,
                )
            hand = Rect(0, 0, 19, 15)
            hand.center = (round(x), round(y + 3))
            pygame.draw.ellipse(scene, SHADOW, hand.inflate(2, 2))
            pygame.draw.ellipse(scene, (238, 186, 160), hand)
            for n in range(3):
                pygame.draw.ellipse(scene, (250, 206, 180), (hand.x + 2 + n * 5, hand.y - 2, 5, 8))

    def _draw_flight(self, scene: Surface, p: DinnerPanel) -> None:
        """A dish on its way to somebody, in an arc; a wrong one there and back."""
        if p.last not in (*SERVES, "onward") or not p.last_to:
            return
        lasts = 34
        if p.last_ticks >= SERVED_TICKS + 20:
            return
        x0, y0 = art.on_rails(p.last_from / PART * p.way)
        x1, y1 = SEATS[p.last_to]
        k = ease(min(p.last_ticks / lasts, 1.0))
        picture = self._of(p.last_dish)
        if k >= 1 and p.last_to == "you":
            return
        x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k - 46 * math.sin(math.pi * k)
        scene.blit(picture, (round(x) - picture.get_width() // 2, round(y) - picture.get_height() + 6))
        if p.last_ticks < lasts:
            for n in range(5):
                b = max(k - 0.05 * n, 0)
                sx, sy = x0 + (x1 - x0) * b, y0 + (y1 - y0) * b - 46 * math.sin(math.pi * b)
                scene.fill(mix(GOLD, (150, 70, 60), n / 5), (round(sx) + (n * 7) % 9 - 4, round(sy) - 4, 2, 2))

    # ---- words without words

    def _draw_wants(self, scene: Surface, p: DinnerPanel, calm: bool) -> None:
        """Who wants something shows it."""
        if not p.is_serving:
            return
        who = p.now.guest
        x, y = BUBBLES[who]
        pop = 1.0 if calm else ease(self._course_s / 0.3)
        w, h = (98 if who == "you" else 58), 46
        box = Rect(0, 0, max(round(w * pop), 8), max(round(h * pop), 8))
        box.center = (x, y + bob(self.life_s, 1.5, 2.0))
        _cloud(scene, box)
        toward = {"you": (0, 1), "father": (-1, 1), "mother": (1, 1)}[who]
        for n, r in ((1, 4), (2, 2)):
            cx, cy = (
                box.centerx + toward[0] * (20 + n * 9),
                box.centery + toward[1] * (14 + n * 7 + 8 * (not toward[0])),
            )
            pygame.draw.circle(scene, SHADOW, (cx, cy), r + 1)
            pygame.draw.circle(scene, CREAM, (cx, cy), r)
        if pop < 1:
            return
        if who == "mother" and self._course_s < LOOKS_AT_HER_S:
            face = self.portraits.face("coraline_pyjamas", "plain") or self.portraits.face("coraline", "plain")
            if face is not None:
                small = pygame.transform.scale(face, (36, 36))
                scene.blit(small, (box.centerx - 18, box.centery - 18))
            return
        picture = self._of(p.now.dish)
        x = box.centerx
        if who == "you":  # her own thought, with her own face: not a dish that stands there
            face = self.portraits.face("coraline_pyjamas", "curious") or self.portraits.face("coraline", "curious")
            if face is not None:
                scene.blit(pygame.transform.scale(face, (36, 36)), (x - 42, box.centery - 18))
            x += 20
        scene.blit(picture, (x - picture.get_width() // 2, box.centery - picture.get_height() // 2 - 1))

    def _draw_why(self, scene: Surface, p: DinnerPanel, taste: Taste) -> None:
        """Under her plate, for as long as they laugh: whose it was, or that nobody asked for it."""
        if p.last != "wrong" or not p.why or p.last_ticks >= WHY_TICKS:
            return
        guest = p.now.guest
        text = self.words.get(f"panel.dinner_{p.why}" + (f"_{guest}" if p.why != "not_mine" else ""))
        cut = self.font.cut(taste.text_size)
        w, h = cut.width(text) + 24, cut.line + 10
        box = Rect(320 - w // 2, 270 - h // 2, w, h)
        scene.blit(plate(w, h, WARM, False), box)
        cut.write(scene, box.centerx, box.centery - cut.cap / 2 - cut.rise, text, CREAM, align=0.5)

    def _draw_presses(self, scene: Surface, p: DinnerPanel, marks: Glyphs, taste: Taste) -> None:
        """What may be pressed, lit while there is something before her."""
        cut = self.font.cut(taste.text_size)
        here = p.wagon_here()
        ready = p.is_serving and here >= 0 and bool(p.dishes[here])
        x, top = 640 - 8, 360
        for action, word in (("dodge", "panel.dinner_send"), ("interact", "panel.dinner_take")):
            cap = marks.drawn(action, taste.text_size)
            text, what = self.words.get(word), self.words.get(f"{word}_what")
            w = cap.get_width() + max(cut.width(text), cut.width(what)) + 22
            h = max(cap.get_height(), 2 * cut.line) + 9
            x -= w
            box = Rect(x, 360 - h - 8, w, h)
            scene.blit(plate(w, h, WARM, ready), box)
            scene.blit(cap, (box.x + 8, box.centery - cap.get_height() // 2 - (1 if ready else 0)))
            left = box.x + cap.get_width() + 14
            first = box.centery - cut.line / 2 - cut.cap / 2 - cut.rise
            cut.write(scene, left, first, text, CREAM if ready else DIM)
            cut.write(scene, left, first + cut.line, what, GOLD)
            top = min(top, box.y)
            x -= 6
        self.box = Rect(x, top, 640 - x, 360 - top)  # captions keep off it
        for i in range(len(COURSES)):
            picture = self.cloth.hud("button_full" if i < p.kept else "button_empty")
            scene.blit(picture, (8 + i * 20, 360 - 26))

    def _draw_finale(self, scene: Surface, p: DinnerPanel, calm: bool) -> None:
        """A cake with a name on it, that has known the name for a while."""
        k = 1.0 if calm else ease(p.last_ticks / 40)
        cake = self._made("cake_large", lambda: pygame.transform.scale_by(self._ui("dish_name"), 2))
        y = art.MIDDLE[1] + 44 - round(70 * (1 - k))
        shade = Rect(0, 0, 112, 26)
        shade.center = (320, art.MIDDLE[1] + 40)
        pygame.draw.ellipse(scene, (60, 20, 30), shade)
        scene.blit(cake, (320 - cake.get_width() // 2, y - cake.get_height()))
        glow = self._made("glow90", lambda: _glow(90))
        scene.blit(glow, (230, y - 150), special_flags=BLEND_RGB_ADD)
        if calm:
            return
        for i in range(90):
            t = self.life_s * (0.35 + 0.2 * ((i * 37) % 10) / 10) + i * 0.173
            x = (i * 71 + 30 * math.sin(t * 3 + i)) % 640
            turn = abs(math.sin(t * 9 + i))
            scene.fill(CONFETTI[i % 5], (round(x), round((t % 1.0) * 380 - 12), 3, 1 + round(3 * turn)))


def _cloud(scene: Surface, box: Rect) -> None:
    """What somebody thinks of: no plate is as round as that."""
    puffs = max(box.w // 12, 4)
    for grow, colour in ((2, SHADOW), (0, CREAM)):
        for n in range(2 * puffs):
            a = n * math.pi / puffs
            x, y = box.centerx + math.cos(a) * (box.w / 2 - 7), box.centery + math.sin(a) * (box.h / 2 - 7)
            pygame.draw.circle(scene, colour, (round(x), round(y)), 9 + grow)
        pygame.draw.ellipse(scene, colour, box.inflate(2 * grow - 8, 2 * grow - 8))


def _glow(r: int) -> Surface:
    s = Surface((2 * r, 2 * r), 0, 32)
    for n in range(r, 0, -2):
        k = (1 - n / r) ** 2
        pygame.draw.circle(s, (int(90 * k), int(56 * k), int(22 * k)), (r, r), n)
    return s
