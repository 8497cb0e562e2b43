"""One module a command: `run(arguments)` gives the exit status."""
