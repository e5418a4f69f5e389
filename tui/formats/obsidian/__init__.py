"""Obsidian: a folder of notes that link to each other, or one note."""
