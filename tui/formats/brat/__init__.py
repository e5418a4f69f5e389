"""Records as brat's stand-off files, out and in."""
