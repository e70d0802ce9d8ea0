"""Tools: standard library only; could serve any game."""
