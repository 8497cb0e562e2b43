"""Tables of targets, pasted or taken from a file, as indicators. No file is opened here."""
