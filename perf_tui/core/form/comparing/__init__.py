"""Two forms side by side: which indicators are the same ones, and what has changed."""
