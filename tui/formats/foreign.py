"""What a file of another program holds, before it is in a workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from tui.model import BUILT_IN_KINDS, Annotation, Codebook, Kind, Stance

_GLYPH = "•"
FIELDS = (
    *("id", "article", "url", "title", "file", "quote", "prefix", "suffix", "start", "end", "kind", "speaker", "as"),
    *("via", "about", "proposition", "cue", "hedge", "body", "tags", "annotator", "created", "modified"),
)
"""What a table of another program can have columns for."""


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
    line: int = field(default=0, compare=False)
    """The line of the file on which it begins, 0 if that is not known."""
    former_id: str = ""
    """The source id that earlier versions of Diptych gave it, if another one."""


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
    folder: str = ""
    """The name of its folder, which tells it from a file of its name in another one."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Of a table: the columns that fields are in, if they are not called so."""


def source_name(program: str, name: str, *parts: str) -> str:
    """Return what to call an annotation whose name is unique in its file only.

    `parts` tell it from those of other files, as in `csv:12:9f86d081884c7d65`.
    """
    digest = sha256("\0".join((name, *parts)).encode("utf-8", "replace")).hexdigest()[:16]
    return ":".join(filter(None, (program, name, digest)))


def kinds_used(annotations: Iterable[ForeignAnnotation]) -> Mapping[str, Kind]:
    """Return the built-in kinds, and those of other programs as neutral ones."""
    names = sorted({each.annotation.kind for each in annotations if not each.is_own})
    declared = {name: Kind(name, name, _GLYPH, Stance.NEUTRAL) for name in names}
    return declared | {kind.name: kind for kind in BUILT_IN_KINDS}
