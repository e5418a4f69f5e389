"""The widgets of the reader; none of them touches a file."""
