"""Full-text search of all articles, with an index that can be deleted."""
