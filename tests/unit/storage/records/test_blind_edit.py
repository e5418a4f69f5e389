"""Blind mode is written into the codebook, and nothing else changes there."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.storage.records.blind_edit import set_blind
from tui.storage.records.locate import parse_file


@pytest.mark.parametrize(
    ("before", "begun", "lifted"),
    [
        ("", "blind: true\n", "blind: false\n"),
        ("# only a comment", "# only a comment\nblind: true\n", "# only a comment\nblind: false\n"),
        ("kinds: {}\r\n", "kinds: {}\r\nblind: true\r\n", "kinds: {}\r\nblind: false\r\n"),
        ("{kinds: {}, blind: no}", "{kinds: {}, blind: true}", "{kinds: {}, blind: false}"),
        ("blind:  # ask\nkinds: {}\n", "blind: true  # ask\nkinds: {}\n", "blind: false  # ask\nkinds: {}\n"),
        ("a: b\n'blind': 'no' # x\nc: d", "a: b\n'blind': true # x\nc: d", "a: b\n'blind': false # x\nc: d"),
        ("blind: [a, b]\n", "blind: true\n", "blind: false\n"),
    ],
)
def test_only_its_word_changes(before: str, begun: str, lifted: str) -> None:
    file = parse_file(Path("codebook.yaml"), before.encode())
    begun_file = set_blind(file, blind=True)
    assert begun_file.content.decode() == begun
    assert set_blind(file, blind=False).content.decode() == lifted
    assert set_blind(begun_file, blind=False).content.decode() == lifted


def test_what_is_no_codebook_stays() -> None:
    with pytest.raises(SaveError, match="is no codebook"):
        set_blind(parse_file(Path("codebook.yaml"), b"- a\n"), blind=True)
