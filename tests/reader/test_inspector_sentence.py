"""The inspector's sentence on a record, with and without a speaker."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.marked_together import marked_together
from tui.analysis.statements import find_all_statements
from tui.model import Kind, Stance
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.session.proposition_links import PropositionLinks

BIAS = Kind("bias", "lexical bias", "~", Stance.NEUTRAL)
HINTS = Kind("hints", "Hints", "~", Stance.ASSERTS)


@pytest.mark.parametrize(
    ("kind", "speakers", "sentence"),
    [
        ("claim", (), "A in its own voice claims: “slammed”"),
        ("claim", ("Ann",), "Ann claims: “slammed”"),
        ("denial", ("Ann", "Bob"), "Ann and Bob deny: “slammed”"),
        ("claim", ("Two crew members",), "Two crew members claim: “slammed”"),
        ("claim", ("Residents of Kettle Street",), "Residents of Kettle Street claim: “slammed”"),
        ("claim", ("Many people",), "Many people claim: “slammed”"),
        ("claim", ("Bank of Leeds",), "Bank of Leeds claims: “slammed”"),
        ("denial", ("Sky news",), "Sky news denies: “slammed”"),
        ("denial", ("Ben Davis",), "Ben Davis denies: “slammed”"),
        ("no-comment", (), "A in its own voice: no comment: “slammed”"),
        ("bias", (), "A in its own voice: lexical bias: “slammed”"),
        ("bias", ("Ann",), "Ann: lexical bias: “slammed”"),
        ("hints", (), "A in its own voice claims (Hints): “slammed”"),
    ],
)
def test_the_sentence_names_who_speaks_and_the_kind(kind: str, speakers: tuple[str, ...], sentence: str) -> None:
    book = codebook(kinds=(BIAS, HINTS))
    collation = collate(Telling("one", "She slammed it.", (annotate(kind, "slammed", speakers, id="x"),)), book=book)
    first, *_ = inspector_content(InspectorView(PropositionLinks(collation), collation.accounts[0], ("x",)))
    assert "   ".join(part.plain for part in first.parts) == sentence


def test_the_keys_of_the_settings_are_named() -> None:
    keys = {"annotation.next": "ctrl+n", "mark.claim": "C,1", "select.mode": "V"}
    collations = (
        collate(Telling("one", "She slammed it.")),
        collate(Telling("one", "It.", (annotate("claim", "It"),))),
    )
    empty, marked = (
        [
            line.plain
            for line in inspector_content(InspectorView(PropositionLinks(each), each.accounts[0], (), keymap=keys))
        ]
        for each in collations
    )
    assert marked == ["Nothing is marked here.  Ctrl+N goes to the next annotation, [ to the one before."]
    assert empty[1].startswith("C claim, d denial, a agreement: ")
    assert empty[1].endswith("selected with V or the mouse.")


def test_who_marked_a_statement_is_named_with_what_they_wrote() -> None:
    book = codebook(annotators={"Mira": ("mk",)})
    records = (
        annotate("claim", "She slammed it", "Ann", id="x", annotator="Ben", body="Harsh."),
        annotate("claim", "slammed it", "Ann", id="y", annotator="mk", tags=("t",)),
        annotate("denial", "slammed", "Bo", id="z", annotator="Cy"),
    )
    collation = collate(Telling("one", "She slammed it.", records), book=book)
    together = marked_together(find_all_statements(collation)[0], book)
    view = InspectorView(
        PropositionLinks(collation), collation.accounts[0], ("x", "y", "z"), me="MIRA", together=together
    )
    first, *lines = (line.plain.strip() for line in inspector_content(view))
    assert first.endswith("   marked by Ben and you")
    assert lines == ["Ben: Harsh.", "you: #t", "also here: ✗ Denial Bo, by Cy   Enter chooses"]


def test_who_settled_a_disagreement_is_named_apart_from_who_marked_it() -> None:
    records = (
        annotate("claim", "slammed it", "Ann", id="x", annotator="Ben"),
        annotate("claim", "slammed it", "Ann", id="y", annotator="Cy"),
        annotate("denial", "slammed it", "Ann", id="z", annotator="Ada"),
        annotate("denial", "slammed it", "Ann", id="r", annotator="Mira", resolves=("x", "y", "z")),
        annotate("denial", "slammed it", "Bo", id="s", annotator="Mira", resolves=("x", "y", "z")),
    )
    collation = collate(Telling("one", "She slammed it.", records))
    together = marked_together(find_all_statements(collation)[0], collation.codebook)

    def lines(*ids: str) -> list[str]:
        view = InspectorView(PropositionLinks(collation), collation.accounts[0], ids, me="Mira", together=together)
        return [line.plain.strip() for line in inspector_content(view)]

    assert lines("r")[0].endswith("   marked by Ada · settled by you")
    assert lines("s")[0].endswith("   settled by you")
    assert lines("z", "x", "y", "r", "s")[1] == (
        "also here: ▸ Claim Ann, by Ben and Cy   ✗ Denial Bo, settled by you   Enter chooses"
    )
