"""A name is replaced in a file's records, and no other byte."""

from pathlib import Path

import pytest

from tui.storage.records.locate import parse_file
from tui.storage.records.name_edits import NameKind, Renaming, names_in_file, rename_in_file

LIST = """\
article: a
title: "claim"
annotations:
  # first
  - id: one
    kind:   claim   # surely
    about: "p"  # p is meant
    speaker:
      - Ada   # the captain
      - bo
    tags: [x, w]
  - {id: two, kind: claim, about: p, speaker: ADA, tags: w, via: [Bo, Ada]}
  - id: three
    kind: denial
    about: other
"""


def renamed(text: str, kind: NameKind, old: str, new: str) -> tuple[str, int]:
    file, count = rename_in_file(parse_file(Path("a.yaml"), text.encode()), Renaming(kind, old, new))
    return file.content.decode(), count


@pytest.mark.parametrize(
    ("kind", "old", "new", "edits", "count"),
    [
        (NameKind.PROPOSITION, "p", "q", [('"p"', "q"), ("about: p,", "about: q,")], 2),
        (NameKind.PROPOSITION, "p", "a, b: c", [('"p"', '"a, b: c"'), ("about: p,", 'about: "a, b: c",')], 2),
        (NameKind.KIND, "claim", "hint", [("kind:   claim", "kind:   hint"), ("kind: claim", "kind: hint")], 2),
        (NameKind.TAG, "x", "z", [("[x, w]", "[z, w]")], 1),
        (NameKind.TAG, "w", "z", [("[x, w]", "[x, z]"), ("tags: w", "tags: z")], 2),
        (NameKind.TAG, "x", "w", [("tags: [x, w]", "tags: [w]")], 1),
        (
            NameKind.SPEAKER,
            "Ada",
            "Ada Holm",
            [("- Ada ", "- Ada Holm "), ("ADA", "Ada Holm"), ("Ada]", "Ada Holm]")],
            2,
        ),
        (NameKind.ARTICLE, "a", "b", [("article: a", "article: b")], 1),
        (NameKind.ANNOTATOR, "Mira", "Ada", [], 0),
    ],
)
def test_only_the_name_changes(kind: NameKind, old: str, new: str, edits: list[tuple[str, str]], count: int) -> None:
    expected = LIST
    for before, after in edits:
        assert before in expected
        expected = expected.replace(before, after, 1)
    assert renamed(LIST, kind, old, new) == (expected, count)


def test_a_list_that_gets_shorter_names_each_speaker_once() -> None:
    text, _ = renamed(LIST, NameKind.SPEAKER, "bo", "Ada")
    assert "    speaker:\n      - Ada   # the captain\n    tags" in text
    assert "via: [Ada]" in text


def test_the_byte_order_mark_and_line_breaks_stay() -> None:
    text = "\ufeffid: one\r\nabout: p\r\n"
    assert renamed(text, NameKind.PROPOSITION, "p", "q") == (text.replace("p\r", "q\r"), 1)


def test_another_unicode_form_of_a_slug_is_the_same() -> None:
    assert renamed("id: one\nabout: cafe\u0301\n", NameKind.PROPOSITION, "caf\u00e9", "q") == ("id: one\nabout: q\n", 1)


def test_a_files_names_are_those_of_its_records() -> None:
    file = parse_file(Path("a.yaml"), LIST.encode())
    assert list(names_in_file(file, NameKind.KIND)) == ["claim", "claim", "denial"]
    assert list(names_in_file(file, NameKind.SPEAKER)) == ["Ada", "bo", "ADA", "Bo", "Ada"]


def test_a_file_without_the_name_is_not_parsed() -> None:
    renaming = Renaming(NameKind.PROPOSITION, "p-q", "r")
    assert not renaming.may_occur_in(b"about: other")
    assert renaming.may_occur_in(b"about: p-q")
    assert renaming.may_occur_in(b'about: "\\x70-q"')
