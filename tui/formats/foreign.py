"""What a file of another program holds, before it is in a workspace."""

from dataclasses import dataclass, field

from tui.model import Annotation, Codebook


@dataclass(frozen=True, slots=True)
class ArticleHint:
    """What a file says of the article that it annotates."""

    id: str = ""
    """Its id in Diptych, if Diptych wrote the file."""
    url: str = ""
    title: str = ""
    file: str = ""
    """The name of its file."""

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return self.id or self.url or self.file or self.title


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """An annotation as a file has it, in the words of Diptych."""

    source_id: str
    """What the file calls it; the same on every export of the other program."""
    annotation: Annotation
    """Without an article. Its hints count the code points of the text that the other program had."""
    article: ArticleHint = ArticleHint()
    reply_to: str = ""
    """The source id of the annotation that it answers."""
    is_own: bool = False
    """Whether Diptych wrote it, so that its id and hints are those of a record."""


@dataclass(frozen=True, slots=True)
class ForeignDocument:
    """The annotations of a file, and what they refer to."""

    annotations: tuple[ForeignAnnotation, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    """The propositions, kinds and speakers that the annotations use."""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file to read annotations from."""

    name: str
    """Without its folder."""
    text: str
    companion: str | None = None
    """The text of the file beside it that belongs to it."""
