"""What the keys do: a module per subject, a function per action, loaded when its key is pressed.

A function takes the main screen it was called on. Its row is in `keys.ACTIONS`.
"""
