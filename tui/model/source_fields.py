"""Which keys of front matter say where an article is from."""

from collections.abc import Mapping

from tui.model.front_matter import FrontMatter
from tui.model.front_matter_fields import read_fields

_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "sitename", "site", "website", "source"),
    "author": ("author", "authors", "byline", "creator"),
    "date": ("date", "published", "publishdate", "publisheddate", "publishedat", "pubdate", "datepublished"),
    "url": ("url", "link", "canonical", "canonicalurl", "originalurl", "sourceurl", "permalink", "source"),
}
_SCHEMES = ("http://", "https://")


def source_fields(front_matter: FrontMatter) -> Mapping[str, str]:
    """Return the title, outlet, author, date and url that front matter has.

    Of `site: The North`, it is `{"outlet": "The North"}`. An url is an address on the web: `url: /bridge` is a path.
    """
    fields = read_fields(front_matter)
    found = {
        name: _first(name, [", ".join(fields[key]) for key in keys if key in fields]) for name, keys in _KEYS.items()
    }
    return {name: value for name, value in found.items() if value}


def _first(name: str, values: list[str]) -> str:
    """Return the first value that fits: only an url begins with a scheme."""
    return next((value for value in values if value.lower().startswith(_SCHEMES) == (name == "url")), "")
