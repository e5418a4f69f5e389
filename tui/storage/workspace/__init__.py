"""A workspace on disk: found, listed, loaded, reloaded; drafts and settings."""
