"""A name of the codebook changes with all that refers to it."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.storage.records.codebook_renames import declared_name, owner_of_alias, remove_declared, rename_declared
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.name_edits import NameKind, Renaming

BOOK = """\
propositions:
  a: {text: A is so, contradicts: [b], verdict: proven, mood: calm}
  b: B is so
  c:
    text: C is so
    contradicts: [a, d]
  d: D is so
speakers:
  Ada: [Holm, A.]
  Bo: [B., a.]
"""


def book(text: str = BOOK) -> RecordFile:
    return parse_file(Path("codebook.yaml"), text.encode())


def after(kind: NameKind, old: str, new: str, text: str = BOOK) -> str:
    return rename_declared(book(text), Renaming(kind, old, new)).content.decode()


def test_a_slug_is_renamed_with_what_contradicts_it() -> None:
    assert after(NameKind.PROPOSITION, "a", "z") == BOOK.replace("  a: {", "  z: {").replace("[a, d]", "[z, d]")


def test_comments_in_a_list_of_contradictions_stay_and_other_lists_too() -> None:
    text = (
        "propositions:\n  a: A\n  b:\n    text: B\n    contradicts:\n      - c   # because\n      - a   # so\n"
        "  c:\n    text: C\n    contradicts: [c]   # by mistake\n"
    )
    expected = text.replace("- a   # so", "- z   # so").replace("  a: A", "  z: A")
    assert after(NameKind.PROPOSITION, "a", "z", text) == expected


def test_a_merge_keeps_the_comments_of_the_lists_that_it_changes() -> None:
    text = (
        "propositions:\n  a: {text: A, contradicts: [e]}\n  d:\n    text: D\n    contradicts:\n      - b   # seen\n"
        "  b:\n    text: B\n    contradicts:\n      - a   # so\n      # and\n      - d   # too\n  e: E\n"
    )
    expected = text.replace("  a: {text: A, contradicts: [e]}\n", "").replace("# seen\n", "# seen\n      - e\n")
    expected = expected.replace("- a   # so", "- d   # so").replace("- d   # too", "# too")
    assert after(NameKind.PROPOSITION, "a", "d", text) == expected


def test_a_merged_proposition_gives_what_the_other_lacks() -> None:
    text = after(NameKind.PROPOSITION, "a", "d")
    assert "  a:" not in text
    assert "contradicts: [d]" in text.split("  d:")[0]
    assert text.split("  d:\n")[1].split("speakers")[0] == (
        "    text: D is so\n    contradicts: [b]\n    verdict: proven\n    mood: calm\n"
    )


def test_a_merged_proposition_never_contradicts_itself() -> None:
    text = after(NameKind.PROPOSITION, "a", "b")
    assert "  b:\n    text: B is so\n    verdict: proven\n    mood: calm\n" in text
    assert "contradicts: [b, d]" in text


def test_a_merged_speaker_keeps_all_other_names_once() -> None:
    assert after(NameKind.SPEAKER, "Ada", "Bo").endswith("speakers:\n  Bo: [B., a., Ada, Holm]\n")


def test_a_speaker_and_its_other_name_change_places() -> None:
    assert "  Holm: [Ada, A.]\n" in after(NameKind.SPEAKER, "Ada", "Holm")


def test_a_speaker_is_found_in_every_spelling() -> None:
    assert declared_name(book(), NameKind.SPEAKER, "ADA") == "Ada"
    assert declared_name(book(), NameKind.TAG, "Ada") is None
    assert owner_of_alias(book(), NameKind.SPEAKER, "holm") == "Ada"
    assert owner_of_alias(book(), NameKind.SPEAKER, "Cy") is None


def test_a_removed_proposition_is_contradicted_by_none() -> None:
    text = remove_declared(book(), NameKind.PROPOSITION, "a").content.decode()
    assert "contradicts: [d]" in text
    text = remove_declared(book(text), NameKind.PROPOSITION, "d").content.decode()
    assert "contradicts" not in text
    with pytest.raises(SaveError, match='has no proposition "z" any more'):
        remove_declared(book(), NameKind.PROPOSITION, "z")


def test_annotators_are_renamed_and_merged_as_speakers_are() -> None:
    text = BOOK.replace("speakers:", "annotators:")
    assert after(NameKind.ANNOTATOR, "ÁDA", "Bo", text).endswith("annotators:\n  Bo: [B., a., Ada, Holm]\n")
    assert "  Holm: [Ada, A.]\n" in after(NameKind.ANNOTATOR, "Ada", "Holm", text)
    assert owner_of_alias(book(text), NameKind.ANNOTATOR, "HOLM") == "Ada"
