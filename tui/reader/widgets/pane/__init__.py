"""The pane of one account: text, highlights, cursor and selection."""
