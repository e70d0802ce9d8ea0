"""Looks: reads a session, never writes it."""
