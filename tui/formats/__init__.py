"""Annotations as Markdown, plain text and other formats; pure text in, text out."""
