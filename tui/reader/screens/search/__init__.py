"""The search in every article."""
