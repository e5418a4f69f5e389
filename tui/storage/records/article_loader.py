"""Read the records of one article from its list file and its folder."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from tui.errors import RecordError
from tui.layout.language import known_code
from tui.model import Byline, Codebook, Problem, Record, problem_of
from tui.model.names import compose_name
from tui.model.timestamp import instant
from tui.storage.records.record_copies import are_versions, original_stem
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.records.record_source import ArticleRecords
from tui.storage.records.resolving_problems import resolving_problems
from tui.storage.records.schema import RECORDS_KEY, RETRIEVED
from tui.storage.records.simple_records import read_simple_records
from tui.storage.records.times import is_time
from tui.storage.yaml.builder import ItemStream
from tui.storage.yaml.diagnostics import Diagnostics, similar_name
from tui.storage.yaml.document import Document, decode_yaml, parse
from tui.storage.yaml.merge_marks import MergeMark, is_about, open_conflicts
from tui.storage.yaml.nodes import NESTED, Mapping, Node, Scalar, Sequence, node_noun

_HEADINGS = ("article", *Byline.__slots__, RETRIEVED, RECORDS_KEY)
_NO_ENTRY = (None, None)


class ArticleLoader:
    """Collects the records of one article, and the ids that are taken."""

    def __init__(self, article: str, codebook: Codebook, read: Callable[[Path], bytes | None]) -> None:
        self._article = article
        self._codebook = codebook
        self._read = read
        """Returns a file's bytes if it exists, or raises RecordError."""
        self._byline = Byline()
        self._problems: list[Problem] = []
        self._records: list[Record] = []
        self._ids: dict[str, tuple[Document, int]] = {}
        """The document and the offset of the first record with each id."""
        self._referring: list[tuple[Record, Mapping, Diagnostics]] = []
        """The notes on records, and what settles a disagreement about records."""
        self._complete = True
        self._marks: dict[Path, tuple[MergeMark, ...]] = {}
        """The conflicts that a merge left in each file."""

    def read_list(self, file: Path) -> None:
        """Read a list file, if it exists."""
        if (text := self._text(file)) is None:
            return
        context = RecordContext(self._codebook, self._article, in_list=True)
        if simple := read_simple_records(text, file, context):
            self._byline, self._records = simple.byline, simple.records
            document = Document(text, file=file)
            self._ids = {annotation_id: (document, start) for annotation_id, start in simple.starts.items()}
            return
        text = self._opened(text, file)
        diagnostics = self._diagnostics(Document(text, file=file))

        def take(node: Node) -> bool:
            self._add_record(node, diagnostics, context)
            return not diagnostics.are_many

        document = parse(text, file, stream=ItemStream(RECORDS_KEY, take))
        root = diagnostics.mapping("an article's file", document.root)
        if root is not None:
            self._read_headings(root, diagnostics)
        diagnostics.finish(document)
        self._complete = self._complete and document.complete
        self._problems += diagnostics.problems

    def read_files(self, files: Iterable[Path]) -> None:
        """Read record files, and sort their records by the time of creation.

        Records of one time are in the order of the files' names. Of a record and its copies the record's own file is
        read first and shown, and without one the copy that was modified last.
        """
        context = RecordContext(self._codebook, self._article, in_list=False)
        before = len(self._records)
        copies: list[Document] = []
        # Each document is freed when its record is read: the nodes of thousands would take most of the memory.
        for file in sorted(files, key=lambda file: len(file.stem)):  # copies have longer names than their original
            if (text := self._text(file)) is None:
                continue
            document = parse(self._opened(text, file), file)
            if _is_copy(document):
                copies.append(document)
            else:
                self._read_file(document, context)
        for document in sorted(copies, key=lambda copy: (-_modified(copy), copy.file.name)):
            self._read_file(document, context)
        self._records[before:] = sorted(
            self._records[before:], key=lambda record: (instant(record.annotation.created), record.file.name)
        )

    def _read_file(self, document: Document, context: RecordContext) -> None:
        diagnostics = self._diagnostics(replace(document, root=None))  # what it is kept for needs no nodes
        self._complete = self._complete and document.complete
        if document.root is None:
            diagnostics.error(0, "is empty; write a record into it, or delete the file")
        else:
            self._add_record(document.root, diagnostics, context)
        self._problems += diagnostics.problems

    def _text(self, file: Path) -> str | None:
        try:
            content = self._read(file)
            return None if content is None else decode_yaml(content, file)
        except RecordError as error:
            self.report(error, file)
            return None

    def report(self, error: RecordError, file: Path) -> None:
        """Add what cannot be read to the problems."""
        self._complete = False
        self._problems.append(problem_of(error, file))

    def _read_headings(self, root: Mapping, diagnostics: Diagnostics) -> None:
        values: dict[str, str] = {}
        for name, (key, node) in root.entries.items():
            if name not in _HEADINGS:
                diagnostics.warn_of_misspelling(key, _HEADINGS)
            elif name == RECORDS_KEY:
                _check_list(node, diagnostics)
            else:
                values[name] = diagnostics.text(name, node)
        article = values.pop("article", self._article)
        if compose_name(article) != self._article:
            message = f'article is "{article[:80]}" in the file of "{self._article}"; correct it or rename the file'
            diagnostics.error(root.entries["article"][1].start, message)
        if values.get("date") and not is_time(values["date"]):
            message = f'date is no day of a calendar: "{values["date"][:40]}"; write it like 2016-12-31'
            diagnostics.warn(root.entries["date"][1].start, message)
        if values.get("language") and not known_code(values["language"]):
            message = f'language is not known: "{values["language"][:40]}"; write its code, such as de, fr or ja'
            diagnostics.warn(root.entries["language"][1].start, message)
        values.pop(RETRIEVED, "")
        self._byline = Byline(**values)

    def _add_record(self, node: Node, diagnostics: Diagnostics, context: RecordContext) -> None:
        before = len(diagnostics.problems)
        self._read_record(node, diagnostics, context)
        if len(diagnostics.problems) > before:
            name = _text_of(node, "annotator")
            own = diagnostics.problems[before:]
            diagnostics.problems[before:] = [problem._replace(annotator=name) for problem in own]

    def _read_record(self, node: Node, diagnostics: Diagnostics, context: RecordContext) -> None:
        if not isinstance(node, Mapping):
            message = f"a record must map fields to values, but is {node_noun(node)}; write id: a-name"
            diagnostics.error(node.start, message)
        elif not self._has_new_id(node, diagnostics) or self._is_in_conflict(node, diagnostics.document):
            return
        elif record := read_record(node, diagnostics, context):
            self._records.append(record)
            if record.annotation.on or record.annotation.resolves:
                self._referring.append((record, node, diagnostics))

    def _opened(self, text: str, file: Path) -> str:
        """Return a text with our versions of what a merge left in it."""
        opened, marks = open_conflicts(text)
        if marks:
            self._marks[file] = marks
        return opened

    def _diagnostics(self, document: Document) -> Diagnostics:
        """Return the diagnostics of a document, with its conflicts."""
        diagnostics = Diagnostics(document)
        for mark in self._marks.get(document.file, ()):
            diagnostics.error(mark.start, mark.message)
        return diagnostics

    def _is_in_conflict(self, mapping: Mapping, document: Document) -> bool:
        """Return whether a merge left two versions of a record.

        Neither is shown, since nobody has said which is right.
        """
        marks = self._marks.get(document.file, ())
        return any(is_about(mark, document.text, mapping.start, mapping.end) for mark in marks)

    def _has_new_id(self, mapping: Mapping, diagnostics: Diagnostics) -> bool:
        _, name = mapping.raw.get("id", _NO_ENTRY)
        if name is None or type(name) in NESTED or not name.value:
            return True
        document = diagnostics.document
        owner, offset = self._ids.setdefault(compose_name(name.value), (document, mapping.start))
        if owner is document and offset == mapping.start:
            return True
        start = mapping.entries["id"][1].start
        diagnostics.error(start, _taken_id(name.value, owner, offset, document))
        return False

    def result(self) -> ArticleRecords:
        """Return the records, and report references that lead nowhere."""
        for record, mapping, diagnostics in self._referring if self._complete else ():
            if record.annotation.on and record.annotation.on not in self._ids:
                self._report_unknown_target(record, mapping, diagnostics)
        if self._complete:
            self._problems += resolving_problems(self._referring, self._ids, self._codebook)
        return ArticleRecords(self._byline, tuple(self._records), tuple(self._problems))

    def _report_unknown_target(self, note: Record, mapping: Mapping, diagnostics: Diagnostics) -> None:
        position = diagnostics.document.line_column(mapping.entries["on"][1].start)
        on = note.annotation.on
        similar = similar_name(on, tuple(self._ids))
        hint = f'did you mean "{similar}"?' if similar else "write the id of the record it is about"
        problem = Problem(note.file, *position, f'on names no record here: "{on[:80]}"; {hint}')
        # The id that it may mean is perhaps somebody else's.
        self._problems.append(problem._replace(annotator="" if similar else note.annotation.annotator))


def _is_copy(document: Document) -> bool:
    """Return whether a file is a sync program's copy of a record's own file."""
    return bool(original_stem(document.file.stem, _text_of(document.root, "id")))


def _modified(document: Document) -> float:
    return instant(_text_of(document.root, "modified"))


def _text_of(mapping: Node | None, name: str) -> str:
    node = mapping.get(name) if isinstance(mapping, Mapping) else None
    return node.value if isinstance(node, Scalar) else ""


def _taken_id(name: str, owner: Document, offset: int, document: Document) -> str:
    """Return what is wrong if a record's id is that of a record in `owner`."""
    own, other = owner.file.stem, document.file.stem
    if owner.file != document.file and are_versions(own, other, name):
        if owner.text == document.text:
            return f"is a copy of {owner.file.name} and says the same; delete one of the two"
        return f"two versions of one record, of which {owner.file.name} is shown; compare the two and delete one"
    line = owner.line_column(offset).line
    position = f"line {line}" if owner is document else f"{owner.file.name}, line {line}"
    return f'the id "{name[:80]}" is taken ({position}); write another one'


def _check_list(node: Node, diagnostics: Diagnostics) -> None:
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.value):
        return
    message = f"annotations must be a list, but is {node_noun(node)}; begin each record below it with - id: a-name"
    diagnostics.error(node.start, message)
