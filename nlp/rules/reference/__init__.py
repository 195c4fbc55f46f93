"""Pronouns and what they refer to."""
