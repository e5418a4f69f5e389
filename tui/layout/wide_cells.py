"""Noncharacters for the cells of graphemes wider than one cell."""

LEFT = "\ufdd0"
LEFT_CLOSING = "\ufdd1"
RIGHT = "\ufdd2"
RIGHT_OPENING = "\ufdd3"
NOT_FIRST = f"{RIGHT}{RIGHT_OPENING}"
"""The inside of a character class: cells that no row may start with."""
