"""A piece of HTML becomes Markdown."""
