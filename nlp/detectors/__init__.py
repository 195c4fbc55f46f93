"""Ways of finding artifacts. A detector is a module with `detect(article, *, ...) -> Iterator[Finding]`."""
