"""Effects, voices and ambience loops, made from numpy alone. `python -m tools.make_sound [NAMES] [--check]`."""
