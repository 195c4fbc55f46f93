"""Intervals, tests, correlations and agreement, for any metric."""
