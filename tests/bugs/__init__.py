"""One file a bug, named after what broke. Each failed before its fix and passes after."""
