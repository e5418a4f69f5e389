"""Statements by their marks: quotations, colons, conjunctions, verb order."""
