"""Text → who says what: source, cue and content, by rules of grammar."""
