"""What surprises in YAML is refused, and costs nothing."""

import os
import subprocess
import sys
import time
from pathlib import Path

import memory
import pytest
import yaml

from tui.storage.yaml.builder import ItemStream
from tui.storage.yaml.document import Document, parse
from tui.storage.yaml.nodes import Mapping, Node, Sequence, plain_value

SUPPORT = str(Path(memory.__file__).parent)
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def fault(document: Document) -> str:
    first = document.faults[0]
    line, column = document.line_column(first.offset)
    return f"{line}:{column}: {first.message}"


REFUSED = pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", '3:1: the key "a" is used twice'),
        ("é: &x 1", "1:4: &x is an anchor"),
        ("a: &x 1\nb: *x", "1:4: &x is an anchor"),
        ("a: !!str b", "1:4: tag:yaml.org,2002:str is a tag"),
        ("a: ! b", "1:4: ! is a tag"),
        ("a: !x [b]", "1:4: !x is a tag"),
        ("&a {b: c}", "1:1: &a is an anchor"),
        ("? [a]\n: b", "1:3: a key must be text, but this is a list"),
        ("{{a: b}: c}", "1:2: a key must be text, but this is a mapping"),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here"),
        ("a: x\0y", "1:5: a NUL character is not allowed"),
        ("a: 1\n𝒳: x\x07", "2:5: the character U+0007 is not allowed in YAML"),
        ("a: b: c", '1:5: a ":" is not allowed here'),
        ('"𝒳é": b: c', '1:8: a ":" is not allowed here'),
        ("a:\n\t- b", "2:1: a tab is used where spaces are needed"),
        ("a: 'x\nb", "1:4: a quotation mark is never closed; close it"),
        ("a: @x", "1:4: a text cannot begin with this character"),
        ('a: "\\q"', "1:5: this \\ escape is unknown"),
        ("- a\nb: c", "2:1: this line does not belong to the list above it"),
        ("a:\n  b: c\n d: e", "3:2: this line is not a key of the mapping above it"),
        ("a: [1, 2", "1:9: a list with brackets is not closed"),
        ("a: {b: c", "1:9: a mapping with braces is not closed"),
        ("a: 1\n<<<<<<< ours\nb: 2\n", "2:1: a merge left both versions here"),
        ("[" * 40, "1:33: is nested deeper than 32 levels"),
    ],
)


@REFUSED
def test_what_is_refused_names_its_place(text: str, said: str) -> None:
    assert fault(parse(text)).startswith(said)


@REFUSED
def test_without_the_c_parser_the_line_is_the_same(text: str, said: str) -> None:
    line = said.split(":", 1)[0]
    assert fault(parse(text, loader=yaml.SafeLoader)).startswith(f"{line}:")


@pytest.mark.parametrize("loader", LOADERS)
def test_a_depth_that_the_parser_itself_refuses_is_told_as_any_other(loader: type) -> None:
    assert fault(parse("a: " + "[" * 1500, loader=loader)).startswith("1:35: is nested deeper than 32 levels")
    assert fault(parse("a: b\n" + "[" * 1500, loader=loader)).startswith("2:")


def test_thirty_two_levels_are_fine() -> None:
    assert not parse("[" * 32 + "]" * 32).faults


def test_reading_goes_on_behind_a_fault() -> None:
    document = parse("- a: *x\n- b: !y c\n- {d: e, d: f}\n- ok: ok")
    assert isinstance(document.root, Sequence)
    assert document.complete
    assert [isinstance(item, Mapping) and item.faulty for item in document.root.items] == [True, True, True, False]


def test_what_stands_before_a_broken_place_is_there() -> None:
    document = parse("- a: b\n- c: 'd\n")
    assert isinstance(document.root, Sequence)
    assert not document.complete
    assert [isinstance(item, Mapping) and item.faulty for item in document.root.items] == [False, True]


DEEP = """
from memory import limit_memory, peak_memory
from tui.storage.yaml.document import parse

limit_memory(400)
document = parse({opening} * 1_000_000)
assert document.faults[-1].message.startswith("is nested deeper"), document.faults
print(peak_memory())
"""


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_a_million_levels_neither_crash_nor_fill_the_memory(opening: str) -> None:
    code = DEEP.format(opening=repr(opening))
    environment = {**os.environ, "PYTHONPATH": SUPPORT}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200


def test_an_alias_bomb_is_only_listed() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 30))
    began = time.process_time()
    assert len(parse(bomb).faults) > 200
    assert time.process_time() - began < 1


def test_the_items_of_a_stream_are_no_part_of_the_document() -> None:
    items: list[object] = []

    def take(node: Node) -> bool:
        items.append(plain_value(node))
        return True

    document = parse("a: [x]\nlist:\n- {b: c}\n- d\n- [e, [f]]\nz: y\n", stream=ItemStream("list", take))
    assert items == [{"b": "c"}, "d", ("e", ("f",))]
    assert document.root
    assert plain_value(document.root) == {"a": ("x",), "list": (), "z": "y"}


def test_a_stream_that_has_enough_ends_the_reading() -> None:
    document = parse("list: [a, b, c]\nz: y\n", stream=ItemStream("list", lambda node: plain_value(node) != "b"))
    assert not document.complete
    assert fault(document) == "1:11: too much is wrong in this file; the rest is not read"


def test_only_a_list_at_the_root_is_streamed() -> None:
    def take(node: Node) -> bool:
        raise AssertionError(node)

    document = parse("a: {list: [b]}\nlist: {c: [d]}\n", stream=ItemStream("list", take))
    assert document.root
    assert plain_value(document.root) == {"a": {"list": ("b",)}, "list": {"c": ("d",)}}
