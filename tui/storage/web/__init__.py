"""Fetch the page that the user names, by the one request for it."""
