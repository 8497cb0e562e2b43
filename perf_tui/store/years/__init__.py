"""Years as files: reading, writing, beginning, finding them."""
