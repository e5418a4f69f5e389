"""The list of records and its filter."""
