"""The records of one article, gathered from its list file and its folder."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tui.errors import RecordError
from tui.model import Byline, Codebook, Problem, Record, problem_of
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.records.record_source import ArticleRecords
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import Document, decode_yaml, parse
from tui.storage.yaml.nodes import NESTED, Mapping, Node, Scalar, Sequence, node_noun

_BYLINE = ("title", "outlet", "author", "date", "url")
_HEADINGS = ("article", *_BYLINE, RECORDS_KEY)
_NOTHING = (None, None)


class ArticleLoader:
    """The records of one article while they are read, with the ids that are taken."""

    def __init__(self, article: str, codebook: Codebook, read: Callable[[Path], bytes | None]) -> None:
        self.article = article
        self.codebook = codebook
        self._read = read
        """Returns a file's bytes, or None if there is no such file; raises RecordError if it cannot be read."""
        self.byline = Byline()
        self.problems: list[Problem] = []
        self._records: list[Record] = []
        self._places: dict[str, tuple[Document, int]] = {}
        self._notes: list[tuple[Record, Mapping, Diagnostics]] = []
        self._complete = True

    def read_list(self, file: Path) -> None:
        """Read a list file, if it is there."""
        if (text := self._text(file)) is None:
            return
        context = RecordContext(self.codebook, self.article, in_list=True)
        diagnostics = Diagnostics(Document(text, file=file))

        def take(node: Node) -> bool:
            self._take(node, diagnostics, context)
            return not diagnostics.are_many

        document = parse(text, file, list_key=RECORDS_KEY, take_item=take)
        root = diagnostics.mapping("an article's file", document.root)
        if root is not None:
            self._read_headings(root, diagnostics)
        diagnostics.finish(document)
        self._complete = self._complete and document.complete
        self.problems += diagnostics.problems

    def read_files(self, files: Iterable[Path]) -> None:
        """Read record files; their records are put in the order in which they were made."""
        context = RecordContext(self.codebook, self.article, in_list=False)
        before = len(self._records)
        for file in files:
            if (text := self._text(file)) is None:
                continue
            diagnostics = Diagnostics(parse(text, file))
            self._complete = self._complete and diagnostics.document.complete
            if diagnostics.document.root is None:
                diagnostics.error(0, "is empty; write a record into it, or delete the file")
            else:
                self._take(diagnostics.document.root, diagnostics, context)
            self.problems += diagnostics.problems
        self._records[before:] = sorted(self._records[before:], key=lambda record: record.annotation.created)

    def _text(self, file: Path) -> str | None:
        try:
            content = self._read(file)
            return None if content is None else decode_yaml(content, file)
        except RecordError as error:
            self._complete = False
            self.problems.append(problem_of(error, file))
            return None

    def _read_headings(self, root: Mapping, diagnostics: Diagnostics) -> None:
        values: dict[str, str] = {}
        for name, (key, node) in root.entries.items():
            if name not in _HEADINGS:
                diagnostics.warn_of_misspelling(key, _HEADINGS)
            elif name == RECORDS_KEY:
                _check_list(node, diagnostics)
            else:
                values[name] = diagnostics.text(name, node)
        article = values.pop("article", self.article)
        if article != self.article:
            wrong = f'article is "{article[:80]}" in the file of "{self.article}"; correct it or rename the file'
            diagnostics.error(root.entries["article"][1].start, wrong)
        self.byline = Byline(**values)

    def _take(self, node: Node, diagnostics: Diagnostics, context: RecordContext) -> None:
        if not isinstance(node, Mapping):
            diagnostics.error(
                node.start, f"a record must map fields to values, but is {node_noun(node)}; write id: a-name"
            )
            return
        if not self._is_new(node, diagnostics):
            return
        if record := read_record(node, diagnostics, context):
            self._records.append(record)
            if record.annotation.on:
                self._notes.append((record, node, diagnostics))

    def _is_new(self, mapping: Mapping, diagnostics: Diagnostics) -> bool:
        _, name = mapping.raw.get("id", _NOTHING)
        if name is None or type(name) in NESTED or not name.value:
            return True
        document = diagnostics.document
        other, index = self._places.setdefault(name.value, (document, mapping.start))
        if other is document and index == mapping.start:
            return True
        line = other.line_column(index).line
        where = f"line {line}" if other is document else f"{other.file.name}, line {line}"
        start = mapping.entries["id"][1].start
        diagnostics.error(start, f'the id "{name.value[:80]}" is taken ({where}); write another one')
        return False

    def result(self) -> ArticleRecords:
        """Return what was read; a note on a record that is nowhere becomes a problem."""
        lost = [note for note in self._notes if self._complete and note[0].annotation.on not in self._places]
        for record, mapping, diagnostics in lost:
            line, column = diagnostics.document.line_column(mapping.entries["on"][1].start)
            wrong = f'on names no record here: "{record.annotation.on[:80]}"; write the id of the record it is about'
            self.problems.append(Problem(record.file, line, column, wrong))
        gone = {id(record) for record, _, _ in lost}
        records = tuple(record for record in self._records if id(record) not in gone)
        return ArticleRecords(self.byline, records, tuple(self.problems))


def _check_list(listed: Node, diagnostics: Diagnostics) -> None:
    if isinstance(listed, Sequence) or (isinstance(listed, Scalar) and not listed.value):
        return
    wrong = f"annotations must be a list, but is {node_noun(listed)}; begin each record below it with - id: a-name"
    diagnostics.error(listed.start, wrong)
