"""A picture read from a file, or paler than it was: what every part of the looks does with one. Knows no names."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import SRCALPHA, Surface


def load(path: Path) -> Surface:
    """A picture in 32 bits with alpha, in the format that blits fastest. Needs no window.

    Raises FileNotFoundError when it is missing, OSError when it is none.
    """
    return fit(read(path))


def read(path: Path) -> Surface:
    """A picture as it is on disk. Raises as ``load`` does."""
    try:
        return pygame.image.load(path)
    except pygame.error as e:
        raise OSError(f"{path}: not a picture that can be read: {e}") from e


def fit(raw: Surface) -> Surface:
    """A copy of what was read (or of a part of it) in the format that blits fastest."""
    if pygame.display.get_surface() is not None:
        return raw.convert_alpha()
    out = Surface(raw.get_size(), SRCALPHA, 32)
    out.fill((0, 0, 0, 0))
    has_palette = raw.get_bitsize() == 8  # its colour key would be added as black
    out.blit(raw, (0, 0), special_flags=0 if has_palette else pygame.BLEND_RGBA_ADD)
    return out


def roomy(size: tuple[int, int]) -> Surface:
    """An opaque picture of which parts are copied often. Its rows do not begin at multiples of 16 bytes, so that SDL copies
    them as memory is copied: its own way goes round the cache, and is ten times as slow where a part is not whole lines of that.
    """
    return Surface((size[0] + 1, size[1]), 0, 32).subsurface((0, 0, *size))


def washed(picture: Surface, saturation: float) -> Surface:
    """The picture with some of its colour gone (0 = grey, 1 = as it is, and the same object)."""
    if saturation > 0.98:
        return picture
    out = picture.copy()
    pale = pygame.transform.grayscale(out)  # of the copy: of a part of a larger picture it makes stripes
    pale.set_alpha(round((1 - saturation) * 255))
    out.blit(pale, (0, 0))
    return out
