"""An annotation, and the record that holds it on disk."""

from dataclasses import dataclass, field
from pathlib import Path

from tui.model.reference import RecordRef
from tui.model.selector import TextSelector

OWN_VOICE = "own voice"
"""Who makes a statement without a speaker: the account itself."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A kind, a target in an article, and what is said about it."""

    id: str
    """Short, random, and unique among the annotations of its article."""
    kind: str
    """`claim`, `denial`, `agreement`, `note`, or a kind that the codebook declares."""
    article: str = ""
    """The article's id; empty for a note on a proposition."""
    target: TextSelector | None = None
    """None for the whole article (or the proposition)."""
    speaker: tuple[str, ...] = ()
    about: str = ""
    """The proposition's slug."""
    cue: str = ""
    """The words that report the statement, such as "said"."""
    body: str = ""
    """A comment in Markdown."""
    tags: tuple[str, ...] = ()
    on: str = ""
    """The id of the annotation that this is a note on."""
    was: tuple[str, ...] = ()
    """Earlier quotes, oldest first, from before the article changed."""
    annotator: str = ""
    created: str = ""
    """RFC 3339, UTC; so is `modified`."""
    modified: str = ""
    extra: tuple[tuple[str, object], ...] = ()
    """Unknown keys, preserved on disk (strings, lists and mappings of strings)."""
    hedge: str = ""
    """The words that weaken the statement, such as "reportedly"."""
    via: tuple[str, ...] = ()
    """Who reports the statement, nearest to the speaker first."""
    speaker_words: str = ""
    """The article's words for the speaker where they differ, such as "he" (`as` on disk)."""
    suggested: str = ""
    """The rule of the suggestion that a person accepted, such as `clause before`."""
    resolves: tuple[str, ...] = ()
    """The ids of the article's records that this one takes the place of, since it settles a disagreement."""

    @property
    def ref(self) -> RecordRef:
        return RecordRef(self.article, self.id)

    @property
    def quote(self) -> str:
        return self.target.quote if self.target else ""


@dataclass(frozen=True, slots=True)
class Record:
    """An annotation with its source on disk."""

    annotation: Annotation
    file: Path
    line: int
    """The line it begins on, from 1."""
    digest: str = field(default="", compare=False)
    """The SHA-256 of its source text, to detect that somebody else changed it."""
    in_list: bool = False
    """Whether it is in a shared list file rather than in its own file."""
