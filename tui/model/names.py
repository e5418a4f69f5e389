"""Compare names: those of people, and the ids, slugs and tags in files."""

from functools import lru_cache
from unicodedata import combining, normalize

from tui.model.marks import JOINERS

_PLAIN = str.maketrans("‘’‛ʼ´`‐‑‒–—−", "''''''------", JOINERS + "\u200b")

_KANA_MARKS = "\u3099\u309a"
"""Unlike accents they make other letters."""


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Return what all spellings of one person's name have in common.

    Spellings may differ in case, spacing, apostrophes, hyphens and Unicode form, full-width letters included:
    `fold_name(" Sinn  FÉIN")` and `fold_name("Sinn Fe\u0301in")` are the same.
    """
    letters = normalize("NFKD", normalize("NFC", name).translate(_PLAIN)).translate(_PLAIN)
    return " ".join(normalize("NFKC", letters.casefold()).split())


@lru_cache(maxsize=4096)
def fold_annotator(name: str) -> str:
    """Return what all spellings of one annotator's name have in common.

    They may differ as those of `fold_name`, and in accents: `fold_annotator("ZOE")` and `fold_annotator("Zoë")` are
    the same.
    """
    letters = normalize("NFD", fold_name(name))
    return normalize("NFC", "".join(letter for letter in letters if letter in _KANA_MARKS or not combining(letter)))


def compose_name(name: str) -> str:
    """Return an id, slug, kind or tag in NFC, where equivalent ones are equal."""
    return name if name.isascii() else normalize("NFC", name)
