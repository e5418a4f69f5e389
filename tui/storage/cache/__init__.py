"""What can be thrown away at any time: parsed records, and the search index."""
