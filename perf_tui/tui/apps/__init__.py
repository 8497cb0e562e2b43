"""The applications, and how each begins and ends."""
