"""Kinds, propositions and tags are codes, in groups."""

from collations import Telling, annotate, collate
from refi_project import parsed

from tui.analysis.survey import Survey
from tui.formats.qdpx.codes import code_book, code_guids
from tui.formats.qdpx.project import NAMESPACE
from tui.model import Codebook, Proposition

BOOK = Codebook({"p": Proposition("p", "X is so", (), "unproven", "No source.", ("A", "B"), "2026-03-03")})


def test_codes_are_in_groups_with_their_verdicts() -> None:
    record = annotate("odd", "Aid", about="q", tags=("b", "a"))
    codes = code_book(Survey(collate(Telling("one", "Aid", (record,)), book=BOOK)))
    root = parsed(codes.replace("<CodeBook", f'<CodeBook xmlns="{NAMESPACE}"', 1))
    groups = {group.get("name"): [code.get("name") for code in group] for group in root[0]}
    assert groups == {
        "Kinds": ["Claim", "Denial", "Agreement", "Note", "No comment", "odd"],
        "Propositions": ["X is so", "q"],
        "Tags": ["a", "b"],
    }
    assert [group.get("isCodable") for group in root[0]] == ["false"] * 3
    verdict = "Verdict: unproven\nBecause: No source.\nSources: A, B\nChecked: 2026-03-03"
    assert root[0][1][0].findtext("Description") == verdict
    known = {code.get("guid") for code in root.iter("Code")}
    assert len({*code_guids(record.kind, record.about, record.tags)} & known) == 4
