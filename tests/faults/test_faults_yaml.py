"""Test hostile and random YAML: only the documented errors are raised."""

import re
import tempfile
from pathlib import Path

import prove_hostile_yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_anything import change_anything, read_anything
from save_actions import memory

VALID = b"""\
article: a
outlet: The A
annotations:
  # first
  - id: one
    kind: claim
    speaker: [A, B]
    quote: 'it'
    start: 12
    body: |
      Some

      text
    tags: [x]
  - {id: two, kind: note, cue: "so: said", mood: {y: [1]}}   # inline
  - id: three
    kind: note
    on: two
propositions:
  p: P is so
kinds:
  k: {glyph: "?", stance: neutral}
"""
TOKENS = [
    *(b"- ", b": ", b"? ", b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!t ", b"|\n", b">-\n", b"'", b'"'),
    *(b"#", b"%", b"\t", b"\r", b"\r\n", b"\n", b"\n\n", b"\0", b"\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf"),
    *(b"\xff", b"\xc3\xa9", b"---\n", b"...\n", b"<<: ", b"<<<<<<< a\n", b"id: one\n", b"  ", b"\\ud800"),
    *(b"99999999999999999999", b"~", b"no"),
]
MUTATIONS = st.lists(
    st.tuples(st.integers(0, len(VALID)), st.integers(0, 12), st.sampled_from(TOKENS) | st.binary(max_size=4)),
    max_size=4,
)


def mutated(mutations: list[tuple[int, int, bytes]]) -> bytes:
    content = VALID
    for start, length, insertion in mutations:
        content = content[:start] + insertion + content[start + length :]
    return content


def test_hostile_files_are_read_or_refused() -> None:
    for figure in prove_hostile_yaml.prove(long=False):
        assert not figure.lost, figure.notes


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.binary(max_size=60) | st.lists(st.sampled_from(TOKENS), max_size=15).map(b"".join))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        read_anything(Path(folder), content)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(MUTATIONS)
def test_a_damaged_file_is_read_and_edited_or_refused(mutations: list[tuple[int, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        change_anything(Path(folder), mutated(mutations))


def test_the_valid_file_is_edited() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert len(read_anything(Path(folder), re.sub(rb"propositions:(.|\n)*", b"", VALID))) == 3
