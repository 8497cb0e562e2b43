"""Keys: the table of actions, their names, the user's own, and typing ahead."""
