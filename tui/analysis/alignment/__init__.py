"""Match statements with propositions, and the words of two accounts."""
