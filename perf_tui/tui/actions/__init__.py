"""What the keys do: a module a subject, a function an action, loaded when its key is pressed.

A function takes the main screen it was called on; its row stands in `keys.ACTIONS`.
"""
