"""The private parts of Textual on which the program depends.

They are used only here: this package gives them public names, as functions, tables, or subclasses
with the methods that Textual's own classes lack. A new version of Textual may change any of them
without notice; `tests/tui/test_textual_parts.py` says which.
"""
