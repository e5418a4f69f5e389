"""Compare names: those of people, and the ids, slugs and tags in files."""

from functools import lru_cache
from unicodedata import normalize

from tui.model.marks import JOINERS

_PLAIN = str.maketrans("‘’‛ʼ´`‐‑‒–—−", "''''''------", JOINERS + "\u200b")


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Return what all spellings of one person's name have in common.

    Spellings may differ in case, spacing, apostrophes, hyphens and Unicode form, full-width letters included:
    `fold_name(" Sinn  FÉIN")` and `fold_name("Sinn Fe\u0301in")` are the same.
    """
    letters = normalize("NFKD", normalize("NFC", name).translate(_PLAIN)).translate(_PLAIN)
    return " ".join(normalize("NFKC", letters.casefold()).split())


def compose_name(name: str) -> str:
    """Return an id, slug, kind or tag in NFC, where equivalent ones are equal."""
    return name if name.isascii() else normalize("NFC", name)
