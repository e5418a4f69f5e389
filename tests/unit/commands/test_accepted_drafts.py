"""What `diptych suggest --accept` saves and prints."""

from pathlib import Path

from tui.attribution.suggestion import draft_suggestions
from tui.commands.accepted_drafts import accepted_shape
from tui.model import Article, Proposition
from tui.session.accepted_suggestions import Accepted, suggested_annotation

TEXT = "“The bridge is late,” Ana Ruiz said."


def test_an_accepted_draft_as_json_says_what_its_new_proposition_contradicts() -> None:
    (draft,) = draft_suggestions(TEXT)
    annotation = suggested_annotation(draft, Article("north", TEXT, Path("north.txt")), "late")
    known, new = accepted_shape(
        [Accepted(annotation), Accepted(annotation, Proposition("late", "The bridge is late", ("early",)))]
    )
    assert known == {
        "article": "north",
        "kind": "claim",
        "speaker": ["Ana Ruiz"],
        "quote": "The bridge is late",
        "suggested": "quotation before",
        "about": "late",
        "new": "",
        "contradicts": [],
    }
    assert (new["new"], new["contradicts"]) == ("The bridge is late", ["early"])
