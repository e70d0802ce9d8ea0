"""The story, chapter by chapter, as generators."""
