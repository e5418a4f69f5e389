"""The names of the Web Annotation model, and ours beside them."""

import re
from datetime import UTC, datetime
from urllib.parse import quote, unquote

ANNO = "http://www.w3.org/ns/anno.jsonld"
PREFIX = "diptych:"
"""What our own keys begin with."""
CONTEXT = [ANNO, {"diptych": "https://github.com/diptych-reader/diptych/blob/main/docs/formats.md#"}]
FIELD = f"{PREFIX}field"
"""The key of a body that says which field of a record it holds."""
SLUG = f"{PREFIX}slug"
ARTICLE = f"{PREFIX}article"
HINTS = f"{PREFIX}hints"
"""The places that a record itself keeps, if they are not those of its selectors."""
EXTRA = f"{PREFIX}extra"
CODEBOOK = f"{PREFIX}codebook"
ARTICLES = f"{PREFIX}articles"

_URN = "urn:diptych:"
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_LINK = re.compile(
    r"https?://[\w.~-]+(?::\d+)?(?:[/?](?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?(?:#[^#\[\]%]*)?", re.ASCII
)
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")
"""What needs no percent sign, as most ids."""
_LINK_SAFE = "%/:=&?~#+!$,;'@()*"


def annotation_uri(article: str, annotation_id: str) -> str:
    """Return the URI of a record, whose article may be empty.

    `annotation_uri("one", "a b")` is `"urn:diptych:annotation:one:a%20b"`.
    """
    return f"{_URN}annotation:{_quoted(article)}:{_quoted(annotation_id)}"


def record_of_uri(uri: str) -> tuple[str, str] | None:
    """Return the article and the id in the URI of a record, else None."""
    article, colon, annotation_id = uri.removeprefix(f"{_URN}annotation:").partition(":")
    if not uri.startswith(f"{_URN}annotation:") or not colon:
        return None
    return unquote(article), unquote(annotation_id)


def article_uri(article: str) -> str:
    """Return the URI of an article that is on no page of the web."""
    return f"{_URN}article:{_quoted(article)}"


def proposition_uri(slug: str) -> str:
    """Return the URI of a proposition."""
    return f"{_URN}proposition:{_quoted(slug)}"


def page_uri(name: str) -> str:
    """Return the URI of an export or of the collection that it is a page of."""
    return f"{_URN}{name}"


def web_uri(url: str) -> str:
    """Return an address as a URI, or an empty string if it leads to no page.

    `web_uri("http://x.example/ä")` is `"http://x.example/%C3%A4"`.
    """
    uri = quote(url.strip(), safe=_LINK_SAFE, errors="replace")
    return uri if _LINK.fullmatch(uri) else ""


def utc_time(timestamp: str) -> str:
    """Return a time in UTC with a `Z`, or an empty string.

    `utc_time("2026-01-01T01:00:00+01:00")` is `"2026-01-01T00:00:00Z"`. A day or a time without an offset is none.
    """
    if not is_model_time(timestamp):
        return ""
    if _TIME.fullmatch(timestamp):
        return timestamp
    try:
        return datetime.fromisoformat(timestamp).astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        return ""


def is_uri(text: str) -> bool:
    """Return whether a text is a URI, in which letters of every script may be."""
    return _URI.fullmatch(text) is not None


def is_model_time(value: object) -> bool:
    """Return whether a value is a time with an offset, as the model wants it."""
    if not isinstance(value, str) or "T" not in value:
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _quoted(name: str) -> str:
    return name if _UNRESERVED.fullmatch(name) else quote(name, safe="", errors="replace")
