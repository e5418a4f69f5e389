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
_MAX_NAME = 60
"""Characters of a new article's name, of at most three bytes each."""


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


def article_name(title: str, fallback: str = "article") -> str:
    """Return a title as a file name: `"café-24-июля"` for `"Café: 24 июля!"`.

    Letters and digits of every script stay, in lower case; all else becomes a hyphen.
    """
    letters = (letter if unicodedata.category(letter)[0] in "LNM" else " " for letter in _composed(title))
    words = "".join(letters).split()
    name = ""
    for word in words:
        if len(name) + len(word) + 1 > _MAX_NAME:
            break
        name = f"{name}-{word}" if name else word
    name = name or (words[0][:_MAX_NAME] if words else fallback)
    return f"x-{name}" if _DEVICES.fullmatch(name) or name == RESERVED else name


def _composed(title: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", title).lower())
