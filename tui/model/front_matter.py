"""The fields that an article has in its front matter."""

import re
from collections.abc import Mapping

HEAD = 4096
"""Code points in which front matter ends."""

_FENCES = frozenset({"---", "+++"})
_FRONT_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(
    r"""^(?P<name>[A-Za-z]+)[ \t]*[:=][ \t]*(?P<quote>["']?)(?P<value>.*?)(?P=quote)[ \t]*$""", re.MULTILINE
)


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the front matter at the head of a text, and the head after it."""
    head = text[:HEAD].lstrip()
    front_matter = _FRONT_MATTER.match(head) if head[:3] in _FENCES else None
    return (front_matter["fields"], head[front_matter.end() :]) if front_matter else ("", head)


def front_matter_fields(text: str) -> Mapping[str, str]:
    """Return the fields on one line, by their names in lower case.

    Of `---`, `Outlet: "The North"`, `---` it is `{"outlet": "The North"}`.
    """
    fields, _ = split_front_matter(text)
    return {field["name"].lower(): field["value"].strip() for field in _FIELD.finditer(fields)}
