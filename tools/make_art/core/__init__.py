"""What every picture shares: ramps, fields, cache, progress, manifest."""
