"""Names of files: which files are articles, and names that every file system can bear."""

import os
import re
import unicodedata
from pathlib import Path

ARTICLE_SUFFIXES = (".txt", ".md")
RESERVED = "codebook"
"""The stem of the codebook, which no article can have."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9])", re.IGNORECASE)
_UNSAFE = re.compile(r"[^a-z0-9]+")
_SLUG_BYTES = 40


def is_article_name(name: str) -> bool:
    """Whether a file of this name is an article."""
    return not name.startswith(".") and name.lower().endswith(ARTICLE_SUFFIXES) and bool(article_id_of(name))


def article_id_of(name: str) -> str:
    """Return an article's id, from its file's name."""
    return Path(name).stem


def is_safe_id(article_id: str) -> bool:
    """Whether an article's id can be a file's name: nothing that leads to another folder."""
    if article_id in {"", ".", ".."} or re.search(r"[/\\\0]", article_id):
        return False
    try:
        return bool(os.fsencode(article_id))
    except UnicodeEncodeError:
        return False


def file_slug(name: str, fallback: str = "anon") -> str:
    """Return a name as lower-case ASCII letters, digits and single hyphens, at most 40 bytes."""
    bare = unicodedata.normalize("NFKD", name).lower()
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    made = _UNSAFE.sub("-", letters).strip("-")[:_SLUG_BYTES].strip("-") or fallback
    return f"x-{made}" if _DEVICES.fullmatch(made) else made
