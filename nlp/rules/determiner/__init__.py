"""Articles, prepositions and number."""
