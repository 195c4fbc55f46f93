"""Metrics, one a file. A metric is rows of statistics that add up over samples, and a value from their sum."""
