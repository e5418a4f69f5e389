"""Screens that take the whole page; each with its rows beside it."""
