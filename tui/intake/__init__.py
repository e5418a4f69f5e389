"""Turn the bytes of a page, a PDF or another document into articles."""
