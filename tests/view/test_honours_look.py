"""Badges, the run clock and the quilt as they look: at every size, calm or not, and out of the way."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.content.honours import honours
from game.sim.story import BEATS
from game.view.badge import EMBLEMS, STANDS_S, Badges, emblem
from game.view.felt import edges
from game.view.hud import Taste
from game.view.retelling.cloths import dashes
from game.view.retelling.patch import HIGH, SEW_S, WIDE
from game.view.retelling.patches import PATCHES, make_patch
from game.view.retelling.quilt import Quilt, columns_of
from game.view.retelling.shapes import Chest
from game.view.run_clock import RunClock, as_time, splits
from tests.interface import SCREENS, SIZES, art, cloth, font, needs_art, screen, words

FACTS = {"minutes": 14, "falls": 5, "wager_tries": 4, "cat_throws": 3}


@needs_art
def test_every_honour_has_an_emblem_of_its_own():
    assert set(EMBLEMS) == set(honours(words()))
    assert len({icon for icon, _ in EMBLEMS.values()}) == len(EMBLEMS)
    assert all(cloth().icon(icon) is not None for icon, _ in EMBLEMS.values())
    earned, empty = emblem(cloth(), "tally"), emblem(cloth(), "tally", False)
    assert pygame.image.tobytes(earned, "RGBA") != pygame.image.tobytes(empty, "RGBA")


@needs_art
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("wh", SCREENS)
def test_a_notice_keeps_to_its_corner_and_goes(size: int, wh: tuple[int, int]):
    for name in honours(words()):
        badges = Badges(cloth(), font(), words())
        badges.add([name])
        badges.pass_by(STANDS_S / 2)
        to = screen(wh)
        box = badges.draw(to, Taste(size), 20)
        assert edges(to).contains(box), (name, box)
        assert box.x > wh[0] * 0.3 and box.bottom < wh[1] * 0.42, (name, box)
        badges.pass_by(STANDS_S)
        assert not badges.now


def test_the_clock_tells_ticks_as_time():
    assert as_time(0) == "0:00.00" and as_time(59) == "0:00.98"
    assert as_time(60 * 60 * 60 * 2 + 60) == "2:00:01.00"
    done = {f"at.{b.id}": n * 600 for n, b in enumerate(BEATS, 1)}
    assert list(splits(done)) == list(range(1, 13))
    assert splits({}) == {}


@needs_art
@pytest.mark.parametrize("size", SIZES)
def test_the_clock_stays_out_of_the_corners(size: int):
    to = screen()
    clock = RunClock(cloth(), font())
    counts = {"ticks": 60 * 60 * 95, "at.bricks": 60 * 60 * 95 - 60}
    box = clock.draw(to, edges(to), counts, {"bricks": 60 * 60 * 90}, size)
    assert box.x > 140 and box.right < 500 and box.y >= 8


def test_running_stitch_is_as_long_as_its_line():
    line = dashes([(0, 0), (80, 0)], 5, 3)
    assert len(line) == 10 and line[0] == (0, 0, 5, 0) and all(abs(b[0] - a[2] - 3) < 1e-6 for a, b in pairwise(line))


@needs_art
@pytest.mark.parametrize("key", PATCHES)
def test_a_patch_is_sewn_bit_by_bit_and_ends_as_it_stays(key: str):
    chest = Chest(art(), cloth())
    patch, same = make_patch(key, chest, FACTS), make_patch(key, chest, FACTS)
    seen = []
    for k in range(5):
        to = pygame.Surface((WIDE, HIGH))
        patch.draw(to, 0, 0, SEW_S * k / 4)
        seen.append(pygame.surfarray.array3d(to).astype(int))
    steps = [np.abs(b - a).sum() for a, b in pairwise(seen)]
    assert all(steps), "nothing was sewn for a while"
    end = pygame.surfarray.array3d(same.done).astype(int)
    assert np.array_equal(seen[-1], end)
    assert seen[-1].std() > 12, "it is nearly plain cloth"


@needs_art
def test_the_quilt_holds_every_patch_once_and_fits():
    keys = tuple(PATCHES)[:22]
    quilt = Quilt(art(), cloth(), keys, FACTS)
    for wh in SCREENS:
        to = screen(wh)
        for near in (1.0, 0.5, 0.0):
            quilt.draw_whole(to, near, 92)
        assert quilt.draw_row(to, 3.0, 1.0).bottom < wh[1] * 0.7
    assert columns_of(len(keys)) * -(-len(keys) // columns_of(len(keys))) >= len(keys)
