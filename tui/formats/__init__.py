"""Accounts and records as Markdown, plain text and JSON.

All is pure.
"""
