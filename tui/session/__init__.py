"""The program without a screen: what is open, what changed, and how to undo it; no Textual."""
