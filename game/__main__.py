"""`python -m game`: the command line (game/app/main.py)."""

from game.app.main import entry

if __name__ == "__main__":
    entry()
