"""Dialogs that open over the text."""
