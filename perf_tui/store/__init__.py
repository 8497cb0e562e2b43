"""Files in and out: form definitions and what the user has typed."""
