"""Everyone who moves: rig, cast, creatures, the Beldam in parts, portraits."""
