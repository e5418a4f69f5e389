"""Records and the codebook: read from YAML, found again, changed one at a time."""
