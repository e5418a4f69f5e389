"""Read the annotation file of a brat document, with its text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from tui.errors import FormatError
from tui.formats.brat.covered_words import line_selector
from tui.formats.brat.field_notes import BODY, ID, REPLY, annotation_of_notes, unescape_note
from tui.formats.brat.kept_lines import KEPT, NumberedLine, kept
from tui.formats.brat.standoff import StandoffLine, standoff_line
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument, ImportFile, kinds_used, source_name
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import Annotation, Codebook, TextSelector
from tui.model.article import canonicalize

_DEPTH = 9
"""How far an event's argument is followed: an event can be about another one."""


def is_brat(file: ImportFile) -> bool:
    """Return whether a file has the lines of brat, or none."""
    first = file.text.partition("\n")[0]
    return not first or standoff_line(first) is not None


def read_brat(file: ImportFile) -> ForeignDocument:
    """Return a record for each text-bound line that stands for itself.

    Those that are the cue or the source of a record that Diptych wrote do not.

    Raise FormatError if the text is missing, or a line is not as brat writes it.
    """
    if file.companion is None:
        raise FormatError(f"needs its text beside it, in {PurePath(file.name).stem}.txt")
    document = _Document(file, canonicalize(file.companion))
    annotations = tuple(document.annotations())
    return ForeignDocument(annotations, Codebook(kinds=kinds_used(annotations)))


class _Document:
    """The lines of one file, by the text-bound line that they belong to."""

    def __init__(self, file: ImportFile, text: str) -> None:
        self._name = file.name
        self._stem = PurePath(file.name).stem
        self._source = _source(file, text)
        self._text = text
        self._lines = list(_parsed(file.text))
        self._by_id = {line.id: line for _, _, line in self._lines if line.id != "*"}
        self._selectors = {line.id: selector for line in self._bounds() if (selector := self._selector(line))}
        self._owners = self._owned()

    def _bounds(self) -> Iterator[StandoffLine]:
        return (line for _, _, line in self._lines if line.id.startswith("T"))

    def _selector(self, line: StandoffLine) -> TextSelector | None:
        try:
            return line_selector(line, self._text)
        except ValueError as error:
            number = next((number for number, _, each in self._lines if each is line), 0)
            raise FormatError(f"{line.id} is not at a place of its text; export both again", None, number) from error

    def _owned(self) -> Mapping[str, list[tuple[NumberedLine, StandoffLine]]]:
        """Return the lines of each text-bound line, which comes first."""
        owned: defaultdict[str, list[tuple[NumberedLine, StandoffLine]]] = defaultdict(list)
        fallback = next(iter(self._selectors), "")
        for number, raw, line in self._lines:
            owner = self._owner(line) if line.id not in self._selectors else line.id
            owned[owner if owner in self._selectors else fallback].append(((number, raw), line))
        for name, lines in owned.items():
            lines.sort(key=lambda each: each[1].id != name)
        return owned

    def _owner(self, line: StandoffLine, depth: int = 0) -> str:
        """Return the text-bound line that a line is about, by way of events."""
        first = next(iter(line.references), "")
        if line.id.startswith("T"):
            return line.id
        referred = self._by_id.get(first)
        return self._owner(referred, depth + 1) if referred and depth < _DEPTH else ""

    def annotations(self) -> Iterator[ForeignAnnotation]:
        """Yield the records, in the order of the file."""
        own = {name for name, lines in self._owners.items() if any(_is_field(line, ID) for _, line in lines)}
        helpers = {
            reference
            for name in own
            for _, line in self._owners[name]
            if line.id.startswith("E")
            for reference in line.references[1:]
        }
        for name, selector in self._selectors.items():
            if name in own:
                yield self._own(name, selector)
            elif name not in helpers:
                yield self._foreign(name, selector)

    def _own(self, name: str, selector: TextSelector) -> ForeignAnnotation:
        lines = [line for _, line in self._owners[name]]
        notes = [
            (line.type, unescape_note(line.text)) for line in lines if line.id.startswith("#") and line.type != REPLY
        ]
        annotation = annotation_of_notes(notes, selector, self._by_id[name].type)
        hint = ArticleHint(self._stem)
        uri = annotation_uri(self._stem, annotation.id)
        return ForeignAnnotation(uri, annotation, hint, is_own=True, line=self._line_of(name))

    def _foreign(self, name: str, selector: TextSelector) -> ForeignAnnotation:
        lines = self._owners[name]
        annotation = Annotation(
            id="",
            kind=self._by_id[name].type,
            target=selector,
            body="\n\n".join(line.text for _, line in lines if _is_field(line, BODY)),
            speaker=tuple(self._argument_words(lines, "Source")),
            cue=" ".join(self._argument_words(lines, "Cue")),
            tags=tuple(dict.fromkeys(tag for _, line in lines if (tag := _attribute(line)))),
            extra=((KEPT, kept([raw for raw, _ in lines])),),
        )
        source, former = f"{self._source}:{name}", f"brat:{self._name}:{name}"
        hint = ArticleHint(file=self._name)
        return ForeignAnnotation(source, annotation, hint, line=self._line_of(name), former_id=former)

    def _line_of(self, name: str) -> int:
        (number, _), _ = self._owners[name][0]
        return number

    def _argument_words(self, lines: list[tuple[NumberedLine, StandoffLine]], role: str) -> Iterator[str]:
        for _, line in lines:
            for name in line.argument(role):
                if name in self._selectors:
                    yield " ".join(self._selectors[name].quote.split())


def _source(file: ImportFile, text: str) -> str:
    """Return what tells a document from one of its name in another corpus."""
    return source_name("brat", "/".join(filter(None, (file.folder, file.name))), text)


def _is_field(line: StandoffLine, name: str) -> bool:
    return line.id.startswith("#") and line.type == name


def _attribute(line: StandoffLine) -> str:
    """Return an attribute as a tag: `Confidence: High`."""
    if not line.id.startswith(("A", "M")):
        return ""
    value = line.rest.partition(" ")[2]
    return f"{line.type}: {value}" if value else line.type


def _parsed(text: str) -> Iterator[tuple[int, str, StandoffLine]]:
    for number, raw in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not raw:
            continue
        line = standoff_line(raw)
        if line is None:
            raise FormatError("is not of brat; a line needs an id, a tab and a type", None, number)
        yield number, raw, line
