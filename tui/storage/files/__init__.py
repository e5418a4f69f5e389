"""Files as bytes: read, written atomically and watched."""
