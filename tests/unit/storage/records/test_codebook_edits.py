"""An entry of the codebook changes, and no other byte."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.storage.records.codebook_edits import (
    PROPOSITIONS,
    SPEAKERS,
    entry_fields,
    entry_list,
    remove_entry,
    rename_entry,
    set_entry,
    set_fields,
)
from tui.storage.records.locate import RecordFile, parse_file

BOOK = """\
# mine
propositions:
  # about p
  p: It is so   # surely
  q:
    text: It is not   # or is it
    contradicts: [p]
kinds: {hint: {label: Hint, glyph: "~", stance: neutral}}
speakers:
  Ada: [Captain Holm, A.]
  Bo: B.
"""


def book(text: str = BOOK) -> RecordFile:
    return parse_file(Path("codebook.yaml"), text.encode())


def test_an_entry_gets_another_name() -> None:
    assert rename_entry(book(), PROPOSITIONS, "p", "r").content.decode() == BOOK.replace("  p:", "  r:")
    assert rename_entry(book(), "kinds", "hint", "clue").content.decode() == BOOK.replace("{hint:", "{clue:")


def test_an_entry_is_removed_with_its_line() -> None:
    assert remove_entry(book(), PROPOSITIONS, "p").content.decode() == BOOK.replace("  p: It is so   # surely\n", "")
    assert "kinds: {}\n" in remove_entry(book(), "kinds", "hint").content.decode()
    one = book("propositions:\n  p: It is so\n# end\n")
    assert remove_entry(one, PROPOSITIONS, "p").content == b"propositions: {}\n# end\n"


def test_a_sentence_becomes_a_mapping_when_it_gets_a_field() -> None:
    edited = set_fields(
        book(), PROPOSITIONS, "p", {"verdict": "true", "because": "We\nsaw it\n", "sources": ("a", "b")}
    )
    lines = (
        '  p:\n    text: It is so\n    verdict: "true"\n    because: |\n      We\n      saw it\n'
        "    sources: [a, b]   # surely\n"
    )
    assert edited.content.decode() == BOOK.replace("  p: It is so   # surely\n", lines)
    assert entry_fields(edited, PROPOSITIONS, "p")["because"] == "We\nsaw it\n"


def test_fields_of_a_mapping_change_and_go() -> None:
    edited = set_fields(book(), PROPOSITIONS, "q", {"contradicts": None, "text": "It is never"})
    expected = BOOK.replace("    contradicts: [p]\n", "").replace("It is not ", "It is never ")
    assert edited.content.decode() == expected
    assert set_fields(book(), PROPOSITIONS, "p", {"text": "So"}).content.decode() == BOOK.replace("It is so", "So")


def test_a_flow_codebook_stays_in_flow() -> None:
    edited = set_fields(book("propositions: {p: So, q: No}\n"), PROPOSITIONS, "p", {"contradicts": ("q",)})
    assert edited.content == b"propositions: {p: {text: So, contradicts: [q]}, q: No}\n"


def test_speakers_have_lists_of_names() -> None:
    assert entry_list(book(), SPEAKERS, "Ada") == ("Captain Holm", "A.")
    assert entry_list(book(), SPEAKERS, "Bo") == ("B.",)
    edited = set_entry(book(), SPEAKERS, "Bo", ("B.", "Bob"))
    assert edited.content.decode() == BOOK.replace("Bo: B.", "Bo: [B., Bob]")
    assert entry_list(set_entry(edited, SPEAKERS, "Cy", ()), SPEAKERS, "Cy") == ()


def test_an_entry_is_added_to_a_section_that_is_missing_or_empty() -> None:
    assert set_entry(book(""), SPEAKERS, "Ada", ("A.",)).content == b"speakers:\n  Ada: [A.]\n"
    assert set_entry(book("speakers: {}\nkinds:\n"), SPEAKERS, "Ada", ()).content == b"speakers:\n  Ada: []\nkinds:\n"


def test_what_is_missing_or_no_codebook_is_refused() -> None:
    with pytest.raises(SaveError, match='"z" is not in propositions any more'):
        remove_entry(book(), PROPOSITIONS, "z")
    with pytest.raises(SaveError, match="is no codebook"):
        set_entry(book("- a\n"), PROPOSITIONS, "p", "x")
    with pytest.raises(SaveError, match="kinds must map names to values"):
        set_entry(book("kinds: [a]\n"), "kinds", "p", {"label": "x"})
