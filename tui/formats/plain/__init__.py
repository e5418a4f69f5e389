"""Plain text for a terminal or a pipe, at a given width."""
