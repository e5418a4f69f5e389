"""Comparison, people, search and filters, as pure functions of the model."""
