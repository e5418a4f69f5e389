"""The review of moved quotes."""
