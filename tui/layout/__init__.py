"""Lay out text in terminal cells: rows, positions and highlight runs."""
