"""The story's things: one thing, one file."""
