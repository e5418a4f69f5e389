"""An annotation, and the record that holds it on disk."""

from dataclasses import dataclass, field
from pathlib import Path

from tui.model.reference import RecordRef
from tui.model.selector import TextSelector


@dataclass(frozen=True, slots=True)
class Annotation:
    """One record: a kind, a target in an article, and what is said about it."""

    id: str
    """Short, random, and unique among the annotations of its article."""
    kind: str
    """`claim`, `denial`, `agreement`, `note`, or a kind that the codebook declares."""
    article: str = ""
    """The article's id; empty for a note on a proposition."""
    target: TextSelector | None = None
    """Where in the article; None means the whole article (or the proposition)."""
    speaker: tuple[str, ...] = ()
    """Who makes the statement."""
    about: str = ""
    """The slug of the proposition that the statement is about."""
    cue: str = ""
    """The words that report the statement."""
    body: str = ""
    """A comment in Markdown."""
    tags: tuple[str, ...] = ()
    """Free keywords."""
    on: str = ""
    """The id of the annotation that this is a note on."""
    was: tuple[str, ...] = ()
    """Earlier quotes, oldest first, from before the article changed."""
    annotator: str = ""
    """Who made the record."""
    created: str = ""
    """When it was made: RFC 3339, UTC."""
    modified: str = ""
    """When it was last changed: RFC 3339, UTC."""
    extra: tuple[tuple[str, object], ...] = ()
    """Keys that Diptych does not know, kept as they are (strings, lists and mappings of strings)."""

    @property
    def ref(self) -> RecordRef:
        """What it is called everywhere in the program."""
        return RecordRef(self.article, self.id)

    @property
    def quote(self) -> str:
        """The words it targets, or an empty string."""
        return self.target.quote if self.target else ""


@dataclass(frozen=True, slots=True)
class Record:
    """An annotation as it stands on disk."""

    annotation: Annotation
    file: Path
    """The file it was read from."""
    line: int
    """The line it begins on, from 1."""
    digest: str = field(default="", compare=False)
    """The SHA-256 of its source text, to notice that somebody else changed it."""
    in_list: bool = False
    """Whether it lives in a list file, among others, rather than in a file of its own."""
