"""Protocols against human judgement."""
