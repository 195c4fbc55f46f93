"""Ways of summarizing. A summarizer is a module with `summarize(article, *, findings, ...) -> Summary`."""
