"""One account's pane: text, highlights, cursor, selection, mouse, scrollbar."""
