"""The widgets: rows drawn by plain functions, and the editors that lie on them."""
