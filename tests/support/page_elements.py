"""What a parser of HTML reads in a page."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "br", "input"}


class PageElements(HTMLParser):
    """The tags, attributes and text of a page, without its style and script."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags = Counter[str]()
        self.attributes: list[tuple[str, str, str]] = []
        """The tag, name and value of each."""
        self.open: list[str] = []
        self.text = ""
        self.unclosed: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.text += data

    def values(self, name: str) -> list[str]:
        """Return the values of all attributes of a name."""
        return [value for _, attribute, value in self.attributes if attribute == name]
