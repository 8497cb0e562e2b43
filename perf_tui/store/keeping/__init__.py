"""An open file and what keeps its contents: journal, lock, backups, history."""
