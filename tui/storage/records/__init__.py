"""Read records and the codebook from YAML, and change them one at a time."""
