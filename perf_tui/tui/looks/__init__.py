"""Colours, and lines for terminals without them."""
