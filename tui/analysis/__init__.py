"""Comparison, people, search and filters; pure functions over the model."""
