"""The records, and the filter."""
