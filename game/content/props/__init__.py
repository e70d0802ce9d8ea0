"""Furniture that answers with more than a line."""
