"""What is wrong in one file, collected while it is read."""

from functools import lru_cache

from tui.model import Problem, Severity
from tui.storage.yaml.builder import FAULT_LIMIT
from tui.storage.yaml.document import Document
from tui.storage.yaml.nodes import Mapping, Node, Scalar, node_noun

_UNKNOWN_LIMIT = 100
"""Different unknown keys in one file; who has more of them means them."""
_WORD_LIMIT = 30
"""In characters; a longer key is no misspelling of a known one."""


class Diagnostics:
    """The problems of one document, with their places."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.errors = 0
        """How many of the problems are errors."""
        self._unknown: set[str] = set()
        """The unknown keys that were held against the known ones."""
        for fault in document.faults:
            self.error(fault.index, fault.message)

    @property
    def are_many(self) -> bool:
        """Whether so much is wrong that more of it helps nobody."""
        return len(self.problems) >= FAULT_LIMIT

    def finish(self, document: Document) -> None:
        """Take the document as it was read to its end, with its faults, and put the problems in the file's order."""
        self.document = document
        for fault in document.faults:
            self.error(fault.index, fault.message)
        self.problems.sort(key=lambda problem: (problem.line, problem.column))

    def error(self, index: int, message: str) -> None:
        """Add an error at an offset of the document's text."""
        self.errors += 1
        self._add(index, message, Severity.ERROR)

    def warn(self, index: int, message: str) -> None:
        """Add a warning at an offset of the document's text."""
        self._add(index, message, Severity.WARNING)

    def warn_of_misspelling(self, key: Scalar, known: tuple[str, ...]) -> None:
        """Add a warning where an unknown key looks like a known one."""
        name = key.value
        self._unknown.add(name)
        if len(self._unknown) > _UNKNOWN_LIMIT or self.are_many or len(name) > _WORD_LIMIT:
            return
        if similar := _similar(name, known):
            self.warn(key.start, f'unknown key "{name}"; write {similar} if that is meant')

    def text(self, name: str, node: Node) -> str:
        """Return the text of a field, or an empty string and an error where it is none."""
        if isinstance(node, Scalar):
            return node.value
        self.error(node.start, f"{name} must be text, but is {node_noun(node)}; write {name}: some text")
        return ""

    def texts(self, name: str, node: Node) -> tuple[str, ...]:
        """Return the texts of a field that may hold one or a list of them."""
        if isinstance(node, Scalar):
            return (node.value,) if node.value else ()
        if isinstance(node, Mapping):
            self.error(node.start, f"{name} must be text or a list of texts; write {name}: [one, two]")
            return ()
        return tuple(self._item(name, item) for item in node.items)

    def _item(self, name: str, node: Node) -> str:
        if isinstance(node, Scalar) and node.value:
            return node.value
        what = "an empty text" if isinstance(node, Scalar) else node_noun(node)
        self.error(node.start, f"{name} must hold texts, but holds {what}; write {name}: [one, two]")
        return ""

    def mapping(self, name: str, node: Node | None) -> Mapping | None:
        """Return a field that maps names to values, or None (and an error unless it is empty) where it does not."""
        if isinstance(node, Mapping):
            return node
        if node is not None and not (isinstance(node, Scalar) and not node.value):
            self.error(
                node.start, f"{name} must map names to values, but is {node_noun(node)}; write name: value below it"
            )
        return None

    def _add(self, index: int, message: str, severity: Severity) -> None:
        line, column = self.document.line_column(index)
        message = message.replace("\n", " ")
        self.problems.append(Problem(self.document.file, line, column, message, severity))


@lru_cache(maxsize=1024)
def _similar(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower(), known, 1, 0.75)), "")
