"""Open the reader fast.

No other package imports this one.
"""
