"""Tools that make what the game shows and plays: run as modules from the root of the checkout."""
