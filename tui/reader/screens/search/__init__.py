"""The search in all articles of the workspace."""
