"""Strict YAML: strings only, with places; what surprises is refused."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import RecordError
from tui.storage.files.source import read_yaml_file
from tui.storage.yaml.document import Document, parse, read_document
from tui.storage.yaml.line_index import LineIndex
from tui.storage.yaml.nodes import Mapping, Scalar, Sequence, plain_value

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def values(text: str) -> object:
    document = parse(text)
    assert not document.faults
    return plain_value(document.root) if document.root else None


def fault(document: Document) -> str:
    first = document.faults[0]
    line, column = document.line_column(first.offset)
    return f"{line}:{column}: {first.message}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 0012", {"a": "0012"}),
        ("a: ~\nb: null", {"a": "~", "b": "null"}),
        ("a:\nb: ''", {"a": "", "b": ""}),
        ("a: 2001-01-01\nb: 1.0", {"a": "2001-01-01", "b": "1.0"}),
        ("- 1\n- [yes, {x: off}]", ("1", ("yes", {"x": "off"}))),
        ("a: |\n  x\n\n  y\n\nb: z", {"a": "x\n\ny\n", "b": "z"}),
        ("a: |\r\n  x\r\n  y\r\n", {"a": "x\ny\n"}),
        ('a: "\\u2028\\x07"', {"a": "\u2028\x07"}),
        ("", None),
        ("# nothing\n", None),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_scalars_stay_texts(text: str, value: object) -> None:
    assert values(text) == value


def test_order_is_kept() -> None:
    found = values("b: 1\na: 2\nc: 3")
    assert isinstance(found, dict)
    assert list(found) == ["b", "a", "c"]


REFUSED = pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", '3:1: the key "a" stands here twice'),
        ("é: &x 1", "1:4: &x is an anchor"),
        ("a: &x 1\nb: *x", "1:4: &x is an anchor"),
        ("a: !!str b", "1:4: tag:yaml.org,2002:str is a tag"),
        ("a: ! b", "1:4: ! is a tag"),
        ("a: !x [b]", "1:4: !x is a tag"),
        ("&a {b: c}", "1:1: &a is an anchor"),
        ("? [a]\n: b", "1:3: a key must be text, but this is a list"),
        ("{{a: b}: c}", "1:2: a key must be text, but this is a mapping"),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here"),
        ("a: x\0y", "1:5: a NUL character stands here"),
        ("a: 1\n𝒳: x\x07", "2:5: the character U+0007 cannot stand in YAML"),
        ("a: b: c", '1:5: a ":" stands where no key can begin'),
        ('"𝒳é": b: c', '1:8: a ":" stands where no key can begin'),
        ("a:\n\t- b", "2:1: a tab stands where spaces are needed"),
        ("a: 'x\nb", "1:4: a quotation mark is never closed; close it"),
        ("a: @x", "1:4: a text cannot begin with this character"),
        ('a: "\\q"', "1:5: this \\ escape is unknown"),
        ("- a\nb: c", "2:1: this line does not belong to the list above it"),
        ("a:\n  b: c\n d: e", "3:2: this line is no key of the mapping above it"),
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


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ["\u2028a: é\r\nb: 𝒳\rc: d\x85e: f\n", "a: 'x\u2028 y'\nb: c"])
def test_offsets_count_code_points(loader: type, text: str) -> None:
    document = parse(text, loader=loader)
    assert isinstance(document.root, Mapping)
    for key, value in document.root.entries.values():
        assert text[key.start : key.end] == key.value
        if isinstance(value, Scalar) and not value.style.strip():
            assert text[value.start : value.end] == value.value


def test_lines_are_those_of_an_editor() -> None:
    document = parse("a: b\r\nc: d\re: f\ng: 'h\u2028i'\nj: k")
    assert [document.line_column(index) for index in (0, 6, 11, 16, 25)] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]


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


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("- a: b  # c\n# d\n- e\n", ["a: b", "e"]),
        ("- a: |\n    b\n\n  # c\n- e\n", ["a: |\n    b", "e"]),
        ("- a: |+\n    b\n\n- e\n", ["a: |+\n    b\n", "e"]),
        ("- a: |\n    b\n       \n- e\n", ["a: |\n    b\n       ", "e"]),
        ("- a:\n    - b\n    - c\n\n- d: {e: f}\n", ["a:\n    - b\n    - c", "d: {e: f}"]),
        ("- a:\n- b:\n", ["a:", "b:"]),
    ],
)
def test_an_item_ends_where_its_last_text_ends(text: str, ends: list[str]) -> None:
    document = parse(text)
    assert isinstance(document.root, Sequence)
    assert [text[item.start : item.end] for item in document.root.items] == ends


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: b\nc: \xe9\xff", "f:2:4: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("a: é\r\nü: ".encode() + b"\xff", "f:2:4: byte 0xff is not UTF-8"),
        ("a: b".encode("utf-16"), "f:1:1: is UTF-16; save it as UTF-8"),
    ],
)
def test_other_encodings_are_named(content: bytes, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_document(content, Path("f"))
    assert str(caught.value).startswith(said)


def test_a_byte_order_mark_is_no_character() -> None:
    document = read_document("\ufeffa: b".encode())
    assert document.text == "a: b"
    assert document.root
    assert document.root.start == 0


def test_large_files_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "f"
    with file.open("wb") as opened:
        opened.truncate(100 * 1024 * 1024)
    with pytest.raises(RecordError, match="larger than 8 MiB"):
        read_yaml_file(file)


def test_only_files_are_read(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a file"):
        read_yaml_file(tmp_path)
    assert read_yaml_file(tmp_path / "none") is None


DEEP = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
from tui.storage.yaml.document import parse
document = parse({opening} * 1_000_000)
assert document.faults[-1].message.startswith("is nested deeper"), document.faults
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_a_million_levels_neither_crash_nor_fill_the_memory(opening: str) -> None:
    code = DEEP.format(opening=repr(opening))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200


def test_an_alias_bomb_is_only_listed() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 30))
    began = time.process_time()
    assert len(parse(bomb).faults) > 200
    assert time.process_time() - began < 1


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t\r\x00é𝒳\u2028\ufeff<", max_size=40) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    document = read_document(content)
    assert document.complete or document.faults
    for each in document.faults:
        line, column = document.line_column(each.offset)
        assert 1 <= line <= text.count("\n") + text.count("\r") + 1
        assert column >= 1
        assert "\n" not in each.message


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["\n", "\r", "\r\n", "a", "é" * 300, "x" * 1025, "\u2028"]), max_size=30), st.data())
def test_places_are_those_of_an_editor(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    index = data.draw(st.integers(0, len(text)))
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if text[index - 1 : index + 1] != "\r\n":
        assert LineIndex(text).line_column(index) == (len(before), len(before[-1]) + 1)
