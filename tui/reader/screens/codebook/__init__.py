"""The screen that lists and edits the codebook."""
