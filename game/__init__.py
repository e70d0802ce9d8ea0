"""The Pink Palace: the story of Coraline Jones as a game to play, to edit in Tiled and to test headless."""

__version__ = "0.1.0"
