"""Noncharacters that stand for the halves of what is wider than one cell."""

LEFT = "\ufdd0"
LEFT_CLOSING = "\ufdd1"
RIGHT = "\ufdd2"
RIGHT_OPENING = "\ufdd3"
REST = f"{RIGHT}{RIGHT_OPENING}"
"""Inside of a character class: the cells that no row may start with."""
