"""What `perf-tui forms` does with form sets, one module a subject."""
