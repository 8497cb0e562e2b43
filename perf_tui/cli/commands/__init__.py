"""One module per command. Its `run(arguments)` returns the exit status."""
