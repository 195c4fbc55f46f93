"""Numbers, dates, times, ages and units in another locale's format."""
