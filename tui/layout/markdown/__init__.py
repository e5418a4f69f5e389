"""The styles of a Markdown text, with every character in place."""
