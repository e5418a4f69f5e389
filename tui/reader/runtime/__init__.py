"""How the application runs: its key queue."""
