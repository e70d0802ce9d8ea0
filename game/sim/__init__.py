"""Rules: a session in, a session out. No pygame, no files, no clock."""
