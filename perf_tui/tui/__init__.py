"""The editor on the terminal. Only this package uses Textual and rich."""
