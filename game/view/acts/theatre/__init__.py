"""Looks of the other theatre."""

from game.view.acts.theatre.cellar import CellarLook
from game.view.acts.theatre.flight import FlightLook
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.storm import StormLook

__all__ = ["CellarLook", "FlightLook", "HouseLook", "StormLook"]
