"""How news reports speech, in the habits of another language."""
