"""The screen that chooses which articles are open."""
