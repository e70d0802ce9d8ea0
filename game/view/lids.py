"""Falling asleep and waking up, from inside: two lids of felt with a row of lashes. Over everything, words too."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pygame

from game.view.felt import FELT, SHADOW, ease, mix

SLEEPS = ("sleep", "wake")
BLINKS = ((0.0, 0.0), (0.20, 0.34), (0.30, 0.10), (0.46, 0.62), (0.55, 0.30), (0.80, 1.0), (1.0, 1.0))
"""(part of waking that is over, how far open): two blinks, then it is morning."""
BOW = 0.30
"""How much higher a lid's edge is in the middle, of the picture's height."""


def draw_lids(to: pygame.Surface, session: Any, calm: bool) -> None:
    """Draws them as far down as sleep has come; nothing when nobody sleeps."""
    if session.leaving is not None and session.leaving.how in SLEEPS:
        openness = 1 - ease(min(session.fade.amount / 0.85, 1.0))
    elif session.crossing is not None and session.crossing.kind == "wake":
        openness = _blinking(session.crossing.gone)
    else:
        return
    if openness >= 1:
        return
    if calm:
        dark = pygame.Surface(to.get_size(), pygame.SRCALPHA, 32)
        dark.fill((*SHADOW, round(255 * (1 - openness))))
        to.blit(dark, (0, 0))
        return
    w, h = to.get_size()
    for sign in (-1, 1):
        edge = []
        for i in range(33):
            u = i / 16 - 1
            bow = BOW * h * (1 - u * u) * (0.25 + openness)
            edge.append((w * i / 32, h / 2 + sign * (openness * h * 0.55 + bow * openness)))
        outer = 0 if sign < 0 else h
        pygame.draw.polygon(to, SHADOW, [(0, outer), *edge, (w, outer)])
        pygame.draw.lines(to, FELT[1], False, [(x, y + sign * 3) for x, y in edge], 7)
        pygame.draw.lines(to, mix(FELT[2], FELT[3], 0.4), False, edge, 2)
        if sign > 0:
            continue
        for i in range(2, 31, 2):  # lashes hang from the upper one
            x, y = edge[i]
            lean = (i / 16 - 1) * 5
            pygame.draw.line(to, SHADOW, (x, y), (x + lean, y + 7 + 3 * math.sin(i)), 2)


def _blinking(gone: float) -> float:
    for (t0, k0), (t1, k1) in pairwise(BLINKS):
        if gone <= t1:
            k = (gone - t0) / (t1 - t0)
            return k0 + (k1 - k0) * k * k * (3 - 2 * k)
    return 1.0
