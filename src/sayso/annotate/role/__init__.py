"""Who took part in an event: by grammar, by the table of types, and by a trained ranker."""
