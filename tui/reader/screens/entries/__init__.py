"""The entries of a feed, of which some become articles."""
