"""The commands.

Each parses its arguments, calls and prints.
"""
