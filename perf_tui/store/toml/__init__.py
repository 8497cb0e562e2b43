"""TOML: read within bounds, written with the comments it had."""
