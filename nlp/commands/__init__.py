"""The subcommands of `nlp`, one a file, each with `add_arguments(parser)` and `run(options) -> exit code`."""
