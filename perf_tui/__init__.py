"""Yearly performance self-evaluation of township spending."""
