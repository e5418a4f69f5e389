"""Propositions as a map of arguments, in the syntax of argdown.org."""
