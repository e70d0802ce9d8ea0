"""The score as data, rendered through fluidsynth and mixed in numpy. `python -m tools.make_music [NAMES] [--check]`."""
