"""The words of the report: templates, the names in them, numbers in running text."""
