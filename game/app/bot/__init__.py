"""The bot: a player that finishes the story headless. ``Bot(Play(beat=...)).run("bricks")``."""

from game.app.bot.bot import Bot, Report

__all__ = ["Bot", "Report"]
