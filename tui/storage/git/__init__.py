"""Merge annotation files for git, and read from git who changed what."""
