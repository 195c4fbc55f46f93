"""Punctuation by the rules of another language."""
