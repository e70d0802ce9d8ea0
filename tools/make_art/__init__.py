"""Make every picture of the game: `python -m tools.make_art --help`."""
