"""Read the callouts of notes: highlights, and what `-f obsidian` writes."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from urllib.parse import parse_qsl

from tui.errors import FormatError
from tui.formats.callouts import Callout, callouts_of, inline_text, plain_text, properties_of
from tui.formats.foreign import (
    ArticleHint,
    ForeignAnnotation,
    ForeignDocument,
    ImportFile,
    kinds_used,
    source_name,
)
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.formats.obsidian.note_places import BLOCK_IDS
from tui.model import BUILT_IN_KINDS, NOTE, OMISSION, Annotation, Codebook, Proposition, TextPiece, TextSelector

_SPEAKER = re.compile(r"\[\[speakers/[^\]|]*\|([^\]]*)\]\]")
_PROPOSITION = re.compile(r"[^\[\n]*: \[\[propositions/([^\]|]*)\|([^\]]*)\]\]")
_DOUBT = re.compile(r"\*[^*\n]+[.:]\*")
_END = re.compile(r"(?=#|— |Recorded by )(#\S+(?: #\S+)*)?(?: · )?(?:(?:— |Recorded by )(.*))?")
_DAY = re.compile(r"(?:^|, )(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\Z")
_QUOTES = ("quote", "cite", "highlight")
"""The callouts of other programs whose first paragraph is a quote."""
_KINDS = {kind.name for kind in BUILT_IN_KINDS}


def read_callouts(file: ImportFile) -> ForeignDocument:
    """Return an annotation for each callout, and those in it as notes on it.

    Notes in what Diptych wrote have no name that would tell whether they are known. They are left out.
    """
    properties, callouts = properties_of(file.text), list(callouts_of(file.text))
    if callouts and properties.get("generator") == "diptych":
        raise FormatError("has everything in one note; export to a folder, and import its articles")
    note = _Note(file, properties)
    annotations = tuple(annotation for callout in callouts for annotation in note.annotations(callout))
    return ForeignDocument(annotations, Codebook(note.propositions, kinds_used(annotations)))


class _Note:
    """A note, whose properties say what it is about."""

    def __init__(self, file: ImportFile, properties: Mapping[str, str]) -> None:
        self._own_article = properties.get("article", "")
        self._block_ids = dict(parse_qsl(properties.get(BLOCK_IDS, ""), errors="replace"))
        url = next((properties[name] for name in ("url", "source", "link") if "://" in properties.get(name, "")), "")
        self._hint = ArticleHint(self._own_article, url, properties.get("title", ""), file.name)
        self._stem = PurePath(file.name).stem
        self.propositions: dict[str, Proposition] = {}
        self._seen: dict[str, int] = {}

    def annotations(self, callout: Callout, reply_to: str = "") -> Iterator[ForeignAnnotation]:
        """Yield the annotation of a callout, then those of the ones in it."""
        is_own = bool(self._own_article) and callout.block_id.startswith("r-")
        if self._own_article and callout.type == NOTE.name and not callout.block_id:
            return  # the export has no name for a note, and the workspace may have it
        annotation = self._own(callout) if is_own else self._foreign(callout)
        source = self._source(callout, annotation)
        if annotation.quote or annotation.body or annotation.about:
            yield ForeignAnnotation(source, annotation, self._hint, reply_to)
        for nested in callout.nested:
            yield from self.annotations(nested, source)

    def _source(self, callout: Callout, annotation: Annotation) -> str:
        if self._own_article and callout.block_id.startswith("r-"):
            record = self._block_ids.get(callout.block_id) or callout.block_id.removeprefix("r-")
            return annotation_uri(self._own_article, record)
        words = () if callout.block_id else (annotation.quote, annotation.body)
        source = source_name("callout", callout.block_id, self._hint.url or self._stem, *words)
        self._seen[source] = number = self._seen.get(source, 0) + 1
        return source if number == 1 else f"{source}:{number}"

    def _own(self, callout: Callout) -> Annotation:
        """Return what our own export wrote of a record."""
        blocks = [block for block in callout.blocks if not _DOUBT.fullmatch(block)]
        about = _PROPOSITION.fullmatch(blocks[0]) if blocks else None
        if about:
            self.propositions[about[1]] = Proposition(about[1], about[2])
            blocks = blocks[1:]
        end = _END.fullmatch(blocks[-1]) if blocks else None
        tags = (end[1] or "").split() if end else []
        return Annotation(
            id="",
            kind=callout.type,
            target=_target(blocks),
            speaker=tuple(map(inline_text, _SPEAKER.findall(callout.head))),
            about=about[1] if about else "",
            body=_text(blocks[:-1] if end else blocks),
            tags=tuple(tag.removeprefix("#") for tag in tags),
            annotator=_DAY.sub("", inline_text(end[2] or "")) if end else "",
        )

    def _foreign(self, callout: Callout) -> Annotation:
        """Return a highlight: what is quoted, and what is said of it."""
        blocks = list(callout.blocks)
        if callout.type in _QUOTES and blocks and not any(block.startswith(">") for block in blocks):
            blocks[0] = f"> {blocks[0]}"
        kind = callout.type if callout.type in _KINDS else NOTE.name
        return Annotation("", kind, target=_target(blocks), body=_text(blocks))


def _target(blocks: list[str]) -> TextSelector | None:
    """Return the first block quote, in its pieces."""
    quote = next((plain_text(block) for block in blocks if block.startswith(">")), "").strip()
    pieces = tuple(TextPiece(piece.strip()) for piece in quote.split(OMISSION) if piece.strip())
    return TextSelector.of_pieces(pieces) if pieces else None


def _text(blocks: list[str]) -> str:
    return "\n\n".join(block for block in blocks if not block.startswith(">"))
