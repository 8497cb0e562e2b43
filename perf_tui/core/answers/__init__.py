"""What was typed for a year, and what it means."""
