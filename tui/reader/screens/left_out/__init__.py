"""What was left out of an article, beside its text."""
