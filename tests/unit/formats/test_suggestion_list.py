"""Suggestions as text and as JSON."""

from collections.abc import Sequence
from typing import Any

from collations import Telling, codebook, collate

from tui.analysis.alignment.aligned_drafts import AlignedDraft, AlignedDrafts, align_drafts
from tui.attribution.suggestion import draft_suggestions
from tui.formats.plain.page import Page
from tui.formats.suggestion_list import match_lines, suggestion_lines, suggestions_shape
from tui.layout.glyphs import glyphs_for

TEXT = "The mayor Ana Ruiz left. “It is late,” Ruiz said. “We must go.”"
FLOOD = "Some 400 boxes of the archive got wet, Nora Feld said."
RADIO = "“About 150 boxes got wet,” Paul Beck said."
BOOK = codebook({"late": "The ferry is late", "boxes": "The archive has 150 boxes"})


def aligned(*texts: str) -> AlignedDrafts:
    collation = collate(*(Telling(f"a{number}", text) for number, text in enumerate(texts)), book=BOOK)
    drafts = [[AlignedDraft(each) for each in draft_suggestions(text)] for text in texts]
    return align_drafts(collation, [*zip(collation.accounts, drafts, strict=True)])


def lines(text: str, *, explained: bool = False) -> Sequence[str]:
    (own,) = aligned(text).accounts
    return [*suggestion_lines(own, BOOK, Page(400, glyphs_for(ascii_only=False)), explained=explained)]


def test_lines_of_a_draft() -> None:
    assert lines(TEXT) == [
        "  0.99  claim  Ana Ruiz (“Ruiz”): said  [quotation before]",
        "    ‘“It is late,” … “We must go.”’",
        "    about late 0.34?",
    ]


def test_an_explained_draft_says_why_it_is_one_and_about_what() -> None:
    _, _, why, near, new = lines(TEXT, explained=True)
    assert why.strip().startswith("“said” reports the quotation before the cue: ")
    assert near.strip() == "0.34  late: The ferry is late. “late” is in its sentence."
    assert new.strip() == "new   It is late."


def test_a_new_proposition_names_what_it_would_contradict() -> None:
    near, new = lines("There are 400 boxes in the archive, Nora Feld said.", explained=True)[3:]
    assert near.endswith("But “400 boxes” against “150 boxes”.")
    assert new.strip() == "new   There are 400 boxes in the archive. It would contradict boxes."


def test_a_long_quote_is_shortened() -> None:
    line = lines(f"Ruiz said that it was {'very ' * 100}late.")[1]
    assert line.endswith("…”")
    assert len(line.strip()) == 240 + len("“…”")


def test_matches_show_both_wordings_and_what_contradicts() -> None:
    assert [*match_lines(aligned(FLOOD, RADIO).matches, Page(200, glyphs_for(ascii_only=False)))] == [
        "  0.31  one matter  A and B",
        "    A  “Some 400 boxes of the archive got wet”",
        "    B  “About 150 boxes got wet,”",
        "    Both have “boxes”, “got” and “wet”.",
        "    They contradict each other: “400 boxes” against “150 boxes”.",
    ]


def test_json() -> None:
    shape: dict[str, Any]
    (shape,) = suggestions_shape(aligned(TEXT))
    assert shape["article"] == "a0"
    assert [TEXT[start:end] for start, end in shape["spans"]] == ["“It is late,”", "“We must go.”"]
    assert TEXT[slice(*shape["cue_span"])] == shape["cue"] == "said"
    assert TEXT[slice(*shape["speaker_span"])] == shape["as"] == "Ruiz"
    assert (shape["speaker"], shape["kind"], shape["via"], shape["marked"]) == (["Ana Ruiz"], "claim", [], False)
    assert [(near["id"], near["score"]) for near in shape["about"]] == [("late", 0.34)]
    assert shape["matches"] == []


def test_json_has_what_another_account_says_alike() -> None:
    flood, radio = suggestions_shape(aligned(FLOOD, RADIO))
    (there,), (here,) = flood["matches"], radio["matches"]
    assert (there["article"], there["differs"]) == ("a1", [["400 boxes", "150 boxes"]])
    assert (here["article"], here["differs"]) == ("a0", [["150 boxes", "400 boxes"]])
    assert [RADIO[start:end] for start, end in there["spans"]] == [there["quote"]] == ["“About 150 boxes got wet,”"]
    assert (flood["contradicts"], radio["contradicts"]) == (["boxes"], [])
