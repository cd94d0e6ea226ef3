"""Who is made to say which words, and how: cues, sources, contents, stances, bases."""
