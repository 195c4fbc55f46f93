"""Checks of a translation against its source, one a file.

A check is a module with `check(pair) -> Iterator[Flag]`; it reads one `Pair`, a stretch of the source and the stretch
of the translation that renders it, and knows neither the article nor the other checks. `RULES` in `catalogue` says
what each flag's rule id means. The checks of `words` need a model and read many pairs at once.
"""
