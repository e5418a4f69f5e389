"""Parsed records and the search index, which can be deleted at any time."""
