"""One HTML page without a script, another file, or a request."""
