"""Screens that fill the terminal, each with the rows that it lists."""
