"""The people: who says what where."""
