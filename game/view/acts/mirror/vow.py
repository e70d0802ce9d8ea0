"""The promise: the dark draws in while it is held, threads of light are drawn tight, and with each heartbeat it gives way."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Surface

from game.sim.acts.vow import ECHO_TICKS, NAMES
from game.view.acts.look import ToScreen
from game.view.acts.mirror.room import HUES, MirrorLook, ghost_at
from game.view.felt import Cloth, bob, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers


class VowLook(MirrorLook):
    """The dark draws in round four of them while it is held, and gives way with every heartbeat."""

    def _lights(self, session: Any, act: Any, t: float) -> list[tuple[str, float, float, float]]:
        place = session.place
        beat = math.sin(math.pi * min(act.held, 1.0)) if act.is_holding else 0.0
        out = [("", place.x, place.y - 14, 0.4 + 0.3 * beat)]
        for n, name in enumerate(NAMES):
            at = ghost_at(session, name)
            if at is not None:
                out.append(
                    (name, at.x, at.y - 14, 0.85 if n < act.pulses else 0.3 + 0.4 * act.held * (n == act.pulses))
                )
        return out

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        self._dusk(layers, session, act)
        self._threads(layers, session, act, t)

    def _dusk(self, layers: Layers, session: Any, act: Any) -> None:
        """What is not held is taken: dark from the edges, less of it with each who holds on too."""
        k = (act.held if act.is_holding else 0.3 * act.held) * (1 - act.pulses * 0.28) if act.pulses < 3 else 0.0
        amount = round(70 * k)
        if amount:
            layers.light.fill((amount, amount, round(amount * 0.8)), special_flags=pygame.BLEND_RGB_SUB)

    def _threads(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """From each of them to her, as long as it holds: a line of light that is drawn tight."""
        place = session.place
        for n, name in enumerate(NAMES):
            at = ghost_at(session, name)
            k = 1.0 if n < act.pulses else act.held if n == act.pulses else 0.0
            if at is None or k <= 0.02:
                continue
            fades = 1.0 if act.pulses < 3 else 1 - act.echo / ECHO_TICKS
            points = []
            for i in range(25):
                u = i / 24 * k
                sag = math.sin(math.pi * i / 24) * (10 * (1 - k) + math.sin(t * 0.2 + n) * 1.5)
                points.append(
                    (at.x + (place.x - at.x) * u - layers.x, at.y - 18 + (place.y - at.y) * u + sag - layers.y)
                )
            c = tuple(int(v * 0.7 * fades) for v in HUES[name])
            pygame.draw.lines(layers.glow, c, False, points, 1)
            x, y = points[-1]
            layers.glow.fill(
                tuple(int(v * fades) for v in HUES[name]), (round(x) - 1, round(y) - 1, 3, 3), BLEND_RGB_ADD
            )

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        if session.talk is not None or act.pulses >= len(NAMES):
            return
        room = edges(to, taste.is_safe)
        cap = pygame.transform.scale_by(marks.drawn("interact"), 2)
        down = 3 if act.is_holding else bob(session.tick / 60, 2.0, 0.9)
        x, y = room.centerx, room.bottom - 66
        to.blit(cap, (x - cap.get_width() // 2, y + down))
        for n, name in enumerate(NAMES):
            cx, cy = x + (n - 1) * 30, y + 52
            full = 1.0 if n < act.pulses else act.held if n == act.pulses else 0.0
            pygame.draw.circle(to, (10, 8, 18), (cx, cy), 9)
            pygame.draw.circle(to, mix((50, 46, 66), HUES[name], 0.35), (cx, cy), 8, 2)
            if full > 0.03:
                pygame.draw.circle(
                    to, mix((30, 26, 40), HUES[name], 0.4 + 0.6 * full), (cx, cy), max(round(6 * full), 1)
                )
