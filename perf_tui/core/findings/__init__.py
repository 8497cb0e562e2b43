"""What is found wrong or doubtful, in a year and in a finished report."""
