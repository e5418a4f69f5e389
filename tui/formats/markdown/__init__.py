"""CommonMark with GFM tables, safe for quotes and names from outside."""
