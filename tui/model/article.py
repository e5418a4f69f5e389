"""An article, and its canonical text."""

from dataclasses import dataclass
from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"


def canonical(text: str) -> str:
    """Return `text` with its byte order mark dropped and CRLF and CR as LF; all else is kept, one for one."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    # Looking for one character is thirty times as fast as replacing two that are not there.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@dataclass(frozen=True, slots=True)
class Byline:
    """What an article's annotation file says of the article itself; every field may be empty."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One text, in one file."""

    id: str
    """The stem of its file's name."""
    text: str
    """The canonical text; every offset counts its code points."""
    path: Path
    byline: Byline = Byline()

    @property
    def title(self) -> str:
        """Its title: the given one, else the first line that is not blank, else its id."""
        if self.byline.title:
            return self.byline.title
        head = self.text.lstrip()[:1000]
        return head.split("\n", 1)[0].strip() or self.id

    @property
    def name(self) -> str:
        """What to call this account: its outlet, else its title."""
        return self.byline.outlet or self.title
