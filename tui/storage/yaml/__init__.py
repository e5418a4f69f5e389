"""Strict YAML: text to nodes with offsets, and values back to text."""
