"""An article and its canonical text."""

from dataclasses import dataclass
from pathlib import Path

from tui.model.front_matter import find_front_matter
from tui.model.text_title import text_title

BYTE_ORDER_MARK = "\ufeff"


def canonicalize(text: str) -> str:
    """Return `text` without byte order mark, with LF for CRLF and CR."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    # Few texts have a CR, and looking for it is 30 times as fast as replacing nothing twice.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@dataclass(frozen=True, slots=True)
class Byline:
    """What is known of an article: from its list file, else its front matter."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    """A code as in ISO 639-1, from its list file only; empty to guess it."""

    @property
    def day(self) -> str:
        """The date without a time of day."""
        day, _, time = self.date.partition("T")
        return day if time and len(day) == len("2016-12-31") else self.date

    def or_of(self, text: str) -> "Byline":
        """Return the byline with what is missing from a text's front matter."""
        front_matter = find_front_matter(text)
        if front_matter is None:
            return self
        from tui.model.source_fields import source_fields  # noqa: PLC0415 - few articles have front matter

        fields = source_fields(front_matter)
        return Byline(**{name: getattr(self, name) or fields.get(name, "") for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Article:
    """One text in one file."""

    id: str
    """The stem of its file's name."""
    text: str
    """The canonical text. All offsets count its code points."""
    path: Path
    byline: Byline = Byline()

    @property
    def title(self) -> str:
        """The byline's title, else the one in the text, else the id."""
        return self.byline.title.strip() or text_title(self.text) or self.id

    @property
    def name(self) -> str:
        """What the account is called on the screen."""
        return self.byline.outlet or self.title
