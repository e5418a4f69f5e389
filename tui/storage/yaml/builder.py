"""Build the nodes of a YAML document from the parser's events."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tui.storage.yaml.nodes import Mapping, Node, Scalar, Sequence, node_noun, node_of
from tui.storage.yaml.parser_messages import explain_error, unreadable_character

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH_LIMIT = 32
FAULT_LIMIT = 1000
"""A document with more faults is not read any further."""
VALUE_LIMIT = 50_000
"""How many keys and values one item may have, or a document that is not streamed."""

_ITEM_DEPTH = 2
"""How many nodes enclose a streamed item: the root and its list."""


class ItemStream(NamedTuple):
    """Takes the items of a list as soon as they are read."""

    key: str
    """The key of the list in the root."""
    take: "Callable[[Node], bool]"
    """Takes an item, and returns whether to go on."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a document that is refused."""

    offset: int
    """In code points of the document's text."""
    message: str


TOO_DEEP = f"is nested deeper than {DEPTH_LIMIT} levels; flatten it"
TOO_MUCH = "too much is wrong in this file; the rest is not read"


class _StoppedError(Exception):
    """The rest cannot be read, and the fault is listed."""


class Builder:
    """Builds nodes in a loop, with a stack of open lists and mappings."""

    def __init__(self, text: str, stream: ItemStream | None = None) -> None:
        self.text = text
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._stream = stream
        self._documents = 0
        self._closed_items = 0
        """How many lists and mappings at the depth of items are closed."""
        self._open: list[tuple[Mapping | Sequence, int]] = []
        """The open nodes, each with the number of faults before it."""
        self._parent: Mapping | Sequence | None = None
        self._streamed: Sequence | None = None
        """The list whose items go to the stream, once it has begun."""

    def build(self, loader: Any) -> bool:
        """Build the document, and return whether it was read to its end."""
        try:
            self._take_all(loader(self.text).get_event)
        except _StoppedError:
            return False
        except yaml.reader.ReaderError:
            self.faults.append(Fault(*unreadable_character(self.text)))
            return False
        except yaml.MarkedYAMLError as error:
            self.faults.append(self._too_deep(error, loader) or Fault(*explain_error(error, self.text)))
            return False
        return True

    def _too_deep(self, error: yaml.MarkedYAMLError, loader: Any) -> Fault | None:
        """Return the fault of a depth that the parser itself refuses, or None.

        libyaml 0.2.6 refuses 1,000 levels. It looks ahead before it emits the first bracket, so the text before the
        error is parsed again to find the level that is one too many.
        """
        if "maximum nesting depth" not in (error.problem or "") or not error.problem_mark:
            return None
        offset = error.problem_mark.index
        depth = 0
        next_event = loader(self.text[:offset]).get_event
        try:
            while depth <= DEPTH_LIMIT and (event := next_event()) is not None:
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                offset = event.start_mark.index
        except yaml.MarkedYAMLError:
            offset = error.problem_mark.index  # a key was cut off, and what follows is too deep anyway
        return Fault(offset, TOO_DEEP)

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
            yaml.DocumentEndEvent: _ignore,
            yaml.StreamStartEvent: _ignore,
            yaml.StreamEndEvent: _ignore,
        }
        events = iter(next_event, None)
        closed_items = -1
        while self._closed_items > closed_items:
            closed_items = self._closed_items
            for event in islice(events, VALUE_LIMIT):
                kind = type(event)
                if kind is not scalar or event.anchor is not None or event.tag is not None:
                    steps[kind](event)
                    continue
                # Nine of ten events are plain scalars in a mapping, so they are handled without calls.
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
            self._stop(event, f"more than {VALUE_LIMIT:,} values belong together here; split them up")

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(event, "a second document begins here; keep one in a file and remove the ---")

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
        if self._stream and len(self._open) == 1 and self._is_value_of(self._stream.key):
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
            self._stop(event, TOO_DEEP)
        self._open.append((node, faults))
        self._parent = node

    def _close(self, event: Any) -> None:
        node, faults = self._open.pop()
        self._parent = parent = self._open[-1][0] if self._open else None
        node.end = event.end_mark.index if node.flow else node.last_end()
        if type(node) is Mapping:
            node.faulty = len(self.faults) > faults
        if len(self._open) == _ITEM_DEPTH:
            self._closed_items += 1
        if parent is not None and parent is self._streamed:
            self._pass_item(node)
        elif type(node) is Mapping and parent is not None:
            _ = node.entries  # frees the parser's events, which are larger

    def _pass_item(self, node: Node) -> None:
        if self._stream and not self._stream.take(node):
            self.faults.append(Fault(node.start, TOO_MUCH))
            raise _StoppedError

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
                self._fault_at(start, f'the key "{key.value[:80]}" is used twice; remove one of the two')
            else:
                parent.raw[key.value] = key, part
            return
        node = node_of(part, self.text)
        if parent is None:
            self.root = node
        elif parent is self._streamed:
            self._pass_item(node)
        elif type(parent) is Sequence:
            parent.items.append(node)

    def _key(self, part: Any) -> Any:
        node = node_of(part, self.text)
        if isinstance(node, Scalar):
            return node
        self._fault_at(node.start, f"a key must be text, but this is {node_noun(node)}; put it in quotes")
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
        self._fault_at(event.start_mark.index, message)

    def _fault_at(self, offset: int, message: str) -> None:
        self.faults.append(Fault(offset, message.replace("\n", " ")))
        if len(self.faults) == FAULT_LIMIT:
            self.faults.append(Fault(offset, TOO_MUCH))
            raise _StoppedError

    def _stop(self, event: Any, message: str) -> None:
        self.faults.append(Fault(event.start_mark.index, message))
        raise _StoppedError


def _ignore(_: Any) -> None:
    """Ignore an event without a value."""
