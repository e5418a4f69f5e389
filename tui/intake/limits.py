"""How much of a document is read at most."""

MAX_BYTES = 50_000_000
"""Of an original."""
MAX_INFLATED = 100_000_000
"""Of all that is unpacked from an archive or another compressed format."""
MAX_ENTRIES = 10_000
"""In an archive."""
MAX_DEPTH = 128
"""Of elements in elements, or parts in parts."""
MAX_ELEMENTS = 300_000
"""Tags and texts in a page or another tree."""
MAX_MARKUP = 10_000_000
"""Of a page, in characters; a page with more is no article."""
MAX_DOCUMENTS = 2_000
"""In a feed."""
