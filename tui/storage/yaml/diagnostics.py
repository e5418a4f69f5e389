"""Collect what is wrong in a file while it is read."""

from difflib import get_close_matches
from functools import lru_cache

from tui.model import Problem, Severity
from tui.storage.yaml.builder import FAULT_LIMIT
from tui.storage.yaml.document import Document
from tui.storage.yaml.nodes import Mapping, Node, Scalar, node_noun

_UNKNOWN_LIMIT = 100
"""Different unknown keys in a file. More of them are on purpose."""
_KEY_LENGTH = 30
"""In code points. A longer key is not a misspelling."""


class Diagnostics:
    """The problems of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.errors = 0
        """How many of the problems are errors."""
        self._unknown: set[str] = set()
        """The unknown keys that were compared with the known ones."""
        for fault in document.faults:
            self.error(fault.offset, fault.message)

    @property
    def are_many(self) -> bool:
        """Whether there are too many problems to add more."""
        return len(self.problems) >= FAULT_LIMIT

    def finish(self, document: Document) -> None:
        """Add the faults of the whole document, and sort the problems."""
        self.document = document
        for fault in document.faults:
            self.error(fault.offset, fault.message)
        self.problems.sort(key=lambda problem: (problem.line, problem.column))

    def error(self, offset: int, message: str) -> None:
        """Add an error at an offset in code points of the document."""
        self.errors += 1
        self._add(offset, message, Severity.ERROR)

    def warn(self, offset: int, message: str) -> None:
        """Add a warning at an offset in code points of the document."""
        self._add(offset, message, Severity.WARNING)

    def warn_of_misspelling(self, key: Scalar, known: tuple[str, ...]) -> None:
        """Add a warning if an unknown key looks like a known one."""
        name = key.value
        self._unknown.add(name)
        if len(self._unknown) > _UNKNOWN_LIMIT or self.are_many or len(name) > _KEY_LENGTH:
            return
        if similar := similar_name(name, known):
            self.warn(key.start, f'unknown key "{name}"; write {similar} if that is meant')

    def text(self, name: str, node: Node) -> str:
        """Return the text of a field, or add an error and return nothing."""
        if isinstance(node, Scalar):
            return node.value
        self.error(node.start, f"{name} must be text, but is {node_noun(node)}; write {name}: some text")
        return ""

    def texts(self, name: str, node: Node) -> tuple[str, ...]:
        """Return the texts of a field that holds one or a list of them."""
        if isinstance(node, Scalar):
            return (node.value,) if node.value else ()
        if isinstance(node, Mapping):
            self.error(node.start, f"{name} must be text or a list of texts; write {name}: [one, two]")
            return ()
        return tuple(self._item(name, item) for item in node.items)

    def _item(self, name: str, node: Node) -> str:
        if isinstance(node, Scalar) and node.value:
            return node.value
        content = "an empty text" if isinstance(node, Scalar) else node_noun(node)
        self.error(node.start, f"{name} must hold texts, but holds {content}; write {name}: [one, two]")
        return ""

    def mapping(self, name: str, node: Node | None) -> Mapping | None:
        """Return the mapping in a field, or add an error unless it is empty."""
        if isinstance(node, Mapping):
            return node
        if node is not None and not (isinstance(node, Scalar) and not node.value):
            self.error(
                node.start, f"{name} must map names to values, but is {node_noun(node)}; write name: value below it"
            )
        return None

    def _add(self, offset: int, message: str, severity: Severity) -> None:
        line, column = self.document.line_column(offset)
        message = message.replace("\n", " ")
        self.problems.append(Problem(self.document.file, line, column, message, severity))


@lru_cache(maxsize=1024)
def similar_name(name: str, known: tuple[str, ...]) -> str:
    """Return the known name that a misspelt one probably is, or ""."""
    return next(iter(get_close_matches(name.lower(), known, 1, 0.75)), "")
