"""Parsed records, which can be deleted at any time."""
