"""What a finished report claims, and where."""
