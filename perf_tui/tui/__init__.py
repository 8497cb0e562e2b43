"""The editor on the terminal; the only package that knows Textual and rich."""
