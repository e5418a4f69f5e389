"""How the application runs."""
