"""What is added, and what is found in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document, as a file, a server or a pipe gave them.

    The name is that of the file, or the last part of the address; it may be
    empty or hostile, and serves to detect the format only.
    """

    data: bytes
    name: str = ""
    url: str = ""
    content_type: str = ""
    """As a server sends it, such as `text/html; charset=utf-8`."""

    @property
    def suffix(self) -> str:
        """Return the suffix of the name in lower case, such as `.html`."""
        stem, dot, suffix = self.name.rpartition(".")
        return f".{suffix.lower()}" if stem and dot else ""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of an original, and where it is from.

    A feed has several. The text is Markdown: blocks with an empty line between
    them, characters that Markdown would take for marks escaped by
    `markdown_text.escape`. A plain text (`is_plain`) is that of the original.
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    """Several authors are separated by `, `."""
    date: str = ""
    """As the document writes it."""
    iso_date: str = ""
    """The same as `2026-11-26` or `2026-11-26T14:30:00+01:00`, or empty if that is not sure."""
    url: str = ""
    left_out: tuple[str, ...] = ()
    """Each thing that did not become text: a paragraph's words, or a name such as `[attachment: plan.pdf]`."""
    is_plain: bool = False
