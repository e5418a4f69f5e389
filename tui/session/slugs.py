"""Short names for new propositions; pure."""

import re
from collections.abc import Collection

from tui.analysis.folding import fold

WORDS = 5
"""How many words of the sentence a slug keeps."""
LONGEST = 48
"""The most characters of a slug."""
PASSED_OVER = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "and", "that", "is", "are", "was", "were", "be", "will"}
)


def new_slug(sentence: str, taken: Collection[str]) -> str:
    """Return a slug that tells the sentence and is not among those taken: `turkey-russia-lift-sanctions`."""
    words = re.findall(r"\w+", fold(sentence))
    telling = [word for word in words if word not in PASSED_OVER] or words or ["proposition"]
    slug = "-".join(telling[:WORDS])[:LONGEST].strip("-_") or "proposition"
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
