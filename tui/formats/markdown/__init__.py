"""Markdown: CommonMark with GFM tables, escaped so that quotes and names parse back to themselves."""
