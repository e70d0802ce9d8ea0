"""Things to carry."""
