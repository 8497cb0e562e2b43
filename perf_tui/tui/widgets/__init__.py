"""The widgets: rows drawn by plain functions, and the editors on top of them."""
