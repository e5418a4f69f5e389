"""A YAML document put together from the parser's events, one by one, in a loop and never by recursion."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from tui.storage.yaml.nodes import Mapping, Node, Scalar, Sequence, node_noun, node_of
from tui.storage.yaml.parser_messages import explain_error, unreadable_character

if TYPE_CHECKING:
    from collections.abc import Callable

    Each = Callable[[Node], bool]

DEPTH_LIMIT = 32
FAULT_LIMIT = 1000
"""What is wrong so often is no file of records: the rest is not read."""
VALUE_LIMIT = 50_000
"""Keys and values of one record, or of a file that is no list of records."""
LIST = "annotations"
"""The key of a file's list of records."""

_RECORD_DEPTH = 2
"""A file's mapping and its list lie around a record."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something refused, at an offset in code points of the document's text."""

    index: int
    message: str


TOO_DEEP = f"is nested deeper than {DEPTH_LIMIT} levels; flatten it"
TOO_MUCH = "too much is wrong in this file; the rest is not read"


class _BrokenOffError(Exception):
    """What comes next cannot be read; the fault is listed already."""


class Builder:
    """Takes events, one by one, and keeps the lists and mappings that are still open on a stack."""

    def __init__(self, text: str, each: "Each | None") -> None:
        self.text = text
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._each = each
        self._documents = 0
        self._closed = 0
        """How many lists and mappings are done that lie as deep as records do."""
        self._open: list[tuple[Mapping | Sequence, int]] = []
        """Each with the number of faults before it."""
        self._parent: Mapping | Sequence | None = None
        self._streamed: Sequence | None = None
        """The list whose items go to `each`."""

    def build(self, loader: Any) -> bool:
        """Read to the end and return True, or as far as it goes and return False."""
        try:
            self._take_all(loader(self.text).get_event)
        except _BrokenOffError:
            return False
        except yaml.reader.ReaderError:
            self.faults.append(Fault(*unreadable_character(self.text)))
            return False
        except yaml.MarkedYAMLError as error:
            self.faults.append(self._too_deep(error, loader) or Fault(*explain_error(error, self.text)))
            return False
        return True

    def _too_deep(self, error: yaml.MarkedYAMLError, loader: Any) -> Fault | None:
        """Return the fault of a depth that the parser itself refuses (libyaml 0.2.6: 1,000 levels), or None.

        It looks ahead that far before it tells of the first bracket, so the level that is one too many is looked for in
        what stands before the place where it gave up.
        """
        if "maximum nesting depth" not in (error.problem or "") or not error.problem_mark:
            return None
        index = error.problem_mark.index
        depth = 0
        next_event = loader(self.text[:index]).get_event
        try:
            while depth <= DEPTH_LIMIT and (event := next_event()) is not None:
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                index = event.start_mark.index
        except yaml.MarkedYAMLError:
            index = error.problem_mark.index  # a key that is cut off here; further on is it too deep all the same
        return Fault(index, TOO_DEEP)

    def _take_all(self, next_event: "Callable[[], Any]") -> None:
        scalar = yaml.ScalarEvent
        steps: dict[type, Callable[[Any], None]] = {
            scalar: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _pass_over,
            yaml.StreamStartEvent: _pass_over,
            yaml.StreamEndEvent: _pass_over,
        }
        events = iter(next_event, None)
        closed = -1
        while self._closed > closed:
            closed = self._closed
            for event in islice(events, VALUE_LIMIT):
                kind = type(event)
                if kind is not scalar or event.anchor is not None or event.tag is not None:
                    steps[kind](event)
                    continue
                # Nine of ten events are such scalars in a mapping: they are worth a road without calls.
                parent = self._parent
                if type(parent) is not Mapping:
                    self._put(event)
                elif (key := parent.pending) is None:
                    parent.pending = event
                elif (name := key.value) in parent.raw:
                    self._put(event)
                else:
                    parent.raw[name] = key, event
                    parent.pending = None
        if (event := next(events, None)) is not None:
            self._break_off(event, f"more than {VALUE_LIMIT:,} values belong together here; split them up")

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._break_off(event, "a second document begins here; keep one in a file and remove the ---")

    def _scalar(self, event: Any) -> None:
        self._refuse_decoration(event)
        self._put(event)

    def _alias(self, event: Any) -> None:
        self._fault(event, f"*{event.anchor[:80]} is an alias; write the value out")
        self._put(Scalar("", event.start_mark.index, event.end_mark.index))

    def _mapping(self, event: Any) -> None:
        self._enter(event, Mapping(event.start_mark.index, event.flow_style, self.text))

    def _sequence(self, event: Any) -> None:
        node = Sequence(event.start_mark.index, event.flow_style)
        if self._each and len(self._open) == 1 and self._is_value_of(LIST):
            self._streamed = node
        self._enter(event, node)

    def _is_value_of(self, name: str) -> bool:
        parent = self._parent
        if type(parent) is not Mapping or parent.pending is None:
            return False
        return bool(parent.pending.value == name) and name not in parent.raw

    def _enter(self, event: Any, node: Mapping | Sequence) -> None:
        faults = len(self.faults)
        if event.tag is not None or event.anchor is not None:
            self._refuse_decoration(event)
        if self._parent is not self._streamed or self._parent is None:
            self._put(node)
        if len(self._open) == DEPTH_LIMIT:
            self._break_off(event, TOO_DEEP)
        self._open.append((node, faults))
        self._parent = node

    def _close(self, event: Any) -> None:
        node, faults = self._open.pop()
        self._parent = parent = self._open[-1][0] if self._open else None
        node.end = event.end_mark.index if node.flow else node.last_end()
        if type(node) is Mapping:
            node.faulty = len(self.faults) > faults
        if len(self._open) == _RECORD_DEPTH:
            self._closed += 1
        if parent is not None and parent is self._streamed:
            self._hand_over(node)
        elif type(node) is Mapping and parent is not None:
            _ = node.entries  # lets the parser's events go, which are larger; a root alone is small

    def _hand_over(self, node: Node) -> None:
        if self._each and not self._each(node):
            self.faults.append(Fault(node.start, TOO_MUCH))
            raise _BrokenOffError

    def _put(self, part: Any) -> None:
        parent = self._parent
        if type(parent) is Mapping:
            key = parent.pending
            if key is None:
                parent.pending = self._key(part)
                return
            parent.pending = None
            if key.value in parent.raw:
                start = node_of(key, self.text).start
                self._add(start, f'the key "{key.value[:80]}" stands here twice; remove one of the two')
            else:
                parent.raw[key.value] = key, part
            return
        node = node_of(part, self.text)
        if parent is None:
            self.root = node
        elif parent is self._streamed:
            self._hand_over(node)
        elif type(parent) is Sequence:
            parent.items.append(node)

    def _key(self, part: Any) -> Any:
        node = node_of(part, self.text)
        if isinstance(node, Scalar):
            return node
        self._add(node.start, f"a key must be text, but this is {node_noun(node)}; put it in quotes")
        return Scalar("", node.start, node.start)

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(
                event, f"&{event.anchor[:80]} is an anchor; remove it, and write the value out where it is used"
            )
        if event.tag is not None:
            self._fault(
                event, f"{event.tag[:80]} is a tag; remove it (everything is text), or quote a text that begins so"
            )

    def _fault(self, event: Any, message: str) -> None:
        self._add(event.start_mark.index, message)

    def _add(self, index: int, message: str) -> None:
        self.faults.append(Fault(index, message.replace("\n", " ")))
        if len(self.faults) == FAULT_LIMIT:
            self.faults.append(Fault(index, TOO_MUCH))
            raise _BrokenOffError

    def _break_off(self, event: Any, message: str) -> None:
        self.faults.append(Fault(event.start_mark.index, message))
        raise _BrokenOffError


def _pass_over(_: Any) -> None:
    """Take an event that says nothing."""
