"""Strict YAML: text to nodes that know their place, and values back to text."""
