"""The user's own files of the program: settings, places, reports of errors."""
