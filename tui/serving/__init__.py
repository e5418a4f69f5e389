"""The reader in a browser: a guard, a page, and a process a reader."""
