"""What one report's text alone says: `Report` in, `Annotations` out; nothing of the world."""
