"""Text from outside as HTML that shows it and does nothing else."""

import html
import re
from functools import lru_cache

from tui.layout.visible import replace_controls

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKUP_OR_UNSAFE = re.compile(r"""[&<>"'\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]""")


def escape_html(text: str) -> str:
    """Return text for an element or a quoted attribute, with visible controls."""
    if _MARKUP_OR_UNSAFE.search(text) is None:
        return text  # most is, and a page escapes eight texts a record
    return html.escape(_SURROGATE.sub("\ufffd", replace_controls(text)))


@lru_cache(maxsize=4096)  # kinds, speakers and propositions repeat in every record
def isolate_html(text: str) -> str:
    """Return text inside a line, which cannot turn the direction of the rest."""
    return f"<bdi>{escape_html(text)}</bdi>"


def web_link(url: str) -> str:
    """Return a web address as a link, and other text escaped."""
    url = url.strip()
    is_web = url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url
    return f'<a href="{escape_html(url)}" rel="noreferrer">{escape_html(url)}</a>' if is_web else isolate_html(url)
