"""The list of a search's hits, of which some are marked."""
