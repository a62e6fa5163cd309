"""How good and how fast the reader is, measured from the command line."""
