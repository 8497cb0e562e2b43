"""Any file: written whole, in any encoding, with the program's own files beside it."""
