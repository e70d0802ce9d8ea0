"""Everything that stands still: tilesets, walls, terrains and props, each in two palettes."""
