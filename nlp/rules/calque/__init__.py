"""Constructions translated piece by piece."""
