"""Tense, aspect and modality carried over from the source language."""
