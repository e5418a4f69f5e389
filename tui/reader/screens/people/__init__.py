"""The people and what they say in each account."""
