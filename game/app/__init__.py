"""The outside: window, devices, files, scenes."""
