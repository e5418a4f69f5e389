"""The comparison: propositions against accounts."""
