"""One HTML page that needs no other file and makes no request."""
