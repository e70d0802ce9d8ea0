"""Enemies."""
