"""File names: which files are articles, and names for every file system."""

import os
import re
import unicodedata

from tui.model.names import compose_name

ARTICLE_SUFFIXES = (".txt", ".md")
UNREAD_SUFFIXES = {".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".text": ".txt", ".rst": ".txt"}
"""The suffix that a text needs to be read, by the one that it has."""
RESERVED = "codebook"
"""The stem of the codebook, which no article can have."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9])", re.IGNORECASE)
_UNSAFE = re.compile(r"[^a-z0-9]+")
_SLUG_BYTES = 40


def is_article_name(name: str) -> bool:
    """Return whether a file of this name is an article."""
    return not name.startswith(".") and name.lower().endswith(ARTICLE_SUFFIXES) and bool(article_id_of(name))


def article_id_of(name: str) -> str:
    """Return the id of the article in the file of this name: its stem, in NFC."""
    return compose_name(name.rpartition(".")[0] or name)  # ten times as fast as Path.stem


def is_safe_id(article_id: str) -> bool:
    """Return whether an article's id is a file name that leads nowhere else."""
    if article_id in {"", ".", ".."} or re.search(r"[/\\\0]", article_id):
        return False
    try:
        return bool(os.fsencode(article_id))
    except UnicodeEncodeError:
        return False


def file_slug(name: str, fallback: str = "anon") -> str:
    """Return a name as ASCII: `"cavusoglu-m"` for `"Çavuşoğlu, M."`."""
    decomposed = unicodedata.normalize("NFKD", name).lower()
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    slug = _UNSAFE.sub("-", letters).strip("-")[:_SLUG_BYTES].strip("-") or fallback
    return f"x-{slug}" if _DEVICES.fullmatch(slug) else slug
