"""What lies over the picture: felt panels, fonts, icons, keys, the doll held to the light, the title."""
