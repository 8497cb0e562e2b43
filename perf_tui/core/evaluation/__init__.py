"""A year read and scored, and what follows from that."""
