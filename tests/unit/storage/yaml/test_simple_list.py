"""Lists in a simple layout are read as the YAML parser reads them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.storage.yaml.builder import ItemStream
from tui.storage.yaml.document import parse
from tui.storage.yaml.nodes import Mapping as ParsedMapping
from tui.storage.yaml.nodes import Node, plain_values
from tui.storage.yaml.simple_list import FieldNames, NotSimpleError, SimpleItems, SimpleValue, read_simple_list

KEY = "annotations"
NAMES = FieldNames(("id", "kind", "a", "b", "ab", "abb"), ("speaker", "quote", "tags", "ba"), ("start", "aa"))
SIMPLE = """\
article: north
title: A "new" day, at 10:30
annotations:
  - id: one
    speaker: [A. B., C-D's]
    quote: "a: \\"b\\" # c\\n\\\\n"
    start: 12
  - id: two
    tags: ""
"""


class Item(NamedTuple):
    """A mapping of the list, with offsets in code points of the text."""

    start: int
    end: int
    line: int
    fields: Mapping[str, object]


class Listed(NamedTuple):
    """The fields above the list, and its items."""

    headings: Mapping[str, object]
    items: list[Item]


def simply_read(text: str) -> Listed | None:
    """Return what is read without the parser, or None if it must read it."""
    try:
        headings, batches = read_simple_list(text, KEY, NAMES)
        return Listed(headings, [item for batch in batches for item in items_of(batch)])
    except NotSimpleError:
        return None


def items_of(batch: SimpleItems) -> Iterator[Item]:
    rows: Iterable[tuple[SimpleValue | None, ...]] = zip(*batch.fields.values(), strict=True)
    for start, end, line, row in zip(batch.starts, batch.ends, batch.lines, rows, strict=True):
        pairs = zip(batch.fields, row, strict=True)
        yield Item(start, end, line, {name: value for name, value in pairs if value is not None})


def parsed(text: str) -> Listed | None:
    """Return what the parser reads, or None if something is wrong."""
    nodes: list[Node] = []

    def take(node: Node) -> bool:
        nodes.append(node)
        return True

    document = parse(text, stream=ItemStream(KEY, take))
    mappings = [node for node in nodes if isinstance(node, ParsedMapping)]
    if document.faults or not isinstance(document.root, ParsedMapping) or len(mappings) < len(nodes):
        return None
    headings = plain_values(document.root)
    del headings[KEY]
    lines = [document.line_column(mapping.start).line for mapping in mappings]
    items = [
        Item(mapping.start, mapping.end, line, plain_values(mapping))
        for mapping, line in zip(mappings, lines, strict=True)
    ]
    return Listed(headings, items)


CHARACTERS = st.one_of(
    st.sampled_from("ab1ÉŏäЖ中👍  ,;:'\"[]{}()#&*!|>%@`~?-_./\\–—’“”…\t\r\n\0\x7f\x85\xa0\xad\u2028\ufeff\ud800n"),
    st.characters(codec=None, max_codepoint=0x2100),
)
VALUES = st.one_of(
    st.text(CHARACTERS, max_size=12),
    st.text("ab :,'-.é[]", max_size=12),
    st.text('ab\\n" #:,', max_size=12).map(lambda text: f'"{text}"'),
    st.lists(st.text("ab ,:'-#", max_size=5), max_size=3).map(lambda names: f"[{', '.join(names)}]"),
    st.sampled_from(["", "a", "a b", "[a, b]", '"a b"', '"\\n"', "|", "null", "1.5", "2026-05-03T12:00:00Z"]),
)
KEYS = st.one_of(
    st.sampled_from(["id", "kind", "quote", "tags", "start", "Id", "a b", "<<", KEY]), st.text("ab:", max_size=3)
)
FIELDS = st.builds("{}{} {}".format, KEYS, st.sampled_from([":", ":", ":", ": ", "", " :"]), VALUES)
FIRSTS = st.sampled_from(["  - ", "  - ", "  - ", "- ", "    ", "  -\n    ", " - "])
OTHERS = st.sampled_from(["    ", "    ", "    ", "  ", "     ", "  - ", "", "    # ", "\n    "])
ITEMS = st.builds(
    lambda first, head, others: "".join([first + head, *(f"\n{mark}{field}" for mark, field in others)]),
    FIRSTS,
    FIELDS,
    st.lists(st.tuples(OTHERS, FIELDS), max_size=3),
)
TEXTS = st.builds(
    lambda headings, items, end: "".join(f"{line}\n" for line in (*headings, f"{KEY}:", *items)) + end,
    st.lists(FIELDS, max_size=2),
    st.lists(ITEMS, min_size=1, max_size=3),
    st.sampled_from(["", "", "", "\n", "#", "x: y\n", "...\n", "---\n"]),
)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_what_is_read_is_what_the_parser_reads(text: str) -> None:
    simple = simply_read(text)
    assert simple is None or simple == parsed(text)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_a_value_is_what_the_parser_reads(value: str) -> None:
    text = f"{KEY}:\n  - id: {value}\n    b: c\n"
    simple = simply_read(text)
    assert simple is None or simple == parsed(text)


@pytest.mark.parametrize("text", [SIMPLE, SIMPLE.replace("\n  ", "\n"), SIMPLE.replace("\n  ", "\n       ")])
def test_a_simple_list_is_read(text: str) -> None:
    simple = simply_read(text)
    assert simple == parsed(text)
    assert simple is not None
    assert simple.headings == {"article": "north", "title": 'A "new" day, at 10:30'} or "\n- " in text
    assert simple.items[0].fields["quote"] == 'a: "b" # c\n\\n'
    assert simple.items[0].fields["speaker"] == ("A. B.", "C-D's")
    assert [item.line for item in simple.items] == [4, 8]


CODES = {*range(0x250), *range(0x2000, 0x2070), 0x1680, 0x180E, 0x3000, 0xD7FF, 0xD800, 0xFEFF, 0xFFFE, 0x1F44D}
PATTERNS = ("{}", "a{}", "a{}b", "a {}", "{}a", "[{}]", "[a{}b]", "[a, {}]", '"{}"', '"\\{}"', "a: {}", "a:{}")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_character_means_what_the_parser_says(pattern: str) -> None:
    for character in map(chr, CODES - {10}):
        text = f"{KEY}:\n  - id: {pattern.replace('{}', character)}\n"
        simple = simply_read(text)
        assert simple is None or simple == parsed(text), repr(character)


def test_a_field_that_is_there_twice_is_left_to_the_parser() -> None:
    assert simply_read(f"{KEY}:\n  - id: one\n    tags: x\n    tags: [y]\n") is None


def test_a_long_list_is_read_in_parts_that_continue_each_other() -> None:
    text = f"{KEY}:\n" + "".join(f"- id: r{number}\n  quote: a\n" for number in range(2500))
    listed = simply_read(text)
    assert listed == parsed(text)
    assert listed is not None
    assert (listed.items[2400].line, listed.items[2400].fields["id"]) == (4802, "r2400")
    assert simply_read(text + "- Id: x\n") is None
