"""The run told again in needlework: a quilt of patches, one for each sentence that is true of it."""
