"""The way of stars as it looks: a sky that gets light, islands of night meadow, stars of thread that breathe in time."""

from game.view.acts.starway.look import StarwayLook

__all__ = ["StarwayLook"]
