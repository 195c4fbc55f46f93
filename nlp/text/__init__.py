"""Pure helpers on str: no files, no models, no state."""
