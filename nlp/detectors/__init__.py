"""Ways of finding artifacts.

A detector is a module with `detect(article, *, ...) -> Iterator[Finding]`, and `FINDS`, the names of what it finds, by
which that is selected and ignored (`nlp.rules.naming.Named`; those of the detector `rules` are its rules).
"""
