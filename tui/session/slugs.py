"""Make slugs for new propositions."""

import re
from collections.abc import Collection
from itertools import chain, count

from tui.analysis.folding import fold

MAX_WORDS = 5
MAX_LENGTH = 48
"""In characters."""
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
STOP_WORDS = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "and", "that", "is", "are", "was", "were", "be", "will"}
)


def new_slug(sentence: str, taken: Collection[str]) -> str:
    """Return an unused slug for a sentence: `turkey-russia-lift-sanctions`.

    What stands in brackets only explains the sentence.
    """
    words = re.findall(r"\w+", fold(_IN_BRACKETS.sub(" ", sentence)))
    chosen = [word for word in words if word not in STOP_WORDS] or words or ["proposition"]
    slug = "-".join(chosen[:MAX_WORDS])[:MAX_LENGTH].strip("-_") or "proposition"
    candidates = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken)
