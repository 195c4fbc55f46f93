"""Files and streams to articles. Reading destroys no evidence: the text stays as it was read."""
