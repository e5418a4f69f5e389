"""What contradicts a proposition, and a verdict on it, in every output."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.comparison import Status, compare_accounts
from tui.analysis.survey import Survey
from tui.formats.json_shapes import compare_shape
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.markdown.record_groups import GroupBy
from tui.formats.plain.page import Page
from tui.formats.plain.text_table import table_lines
from tui.formats.proposition_words import proposition_remarks, remarked
from tui.layout.glyphs import UNICODE
from tui.model import Codebook, Collation, Proposition
from tui.reader.screens.comparison.evidence import evidence_lines

PROPOSITIONS = (
    Proposition("killed-19", "The attack killed 19 people"),
    Proposition(
        "killed-35", "The attack killed 35 people", ("killed-19",), "unproven", "The *hospital*\ncounted 19.",
        ("https://example.org/a", "the mayor"), "2026-03-02",
    ),
    Proposition("bridge", "The bridge is closed"),
)  # fmt: skip
REMARKS = (
    "contradicts: The attack killed 19 people",
    "verdict: unproven, 2 March 2026",
    "because: The *hospital* counted 19.",
    "sources: https://example.org/a, the mayor",
)


def book() -> Codebook:
    return replace(codebook(), propositions=MappingProxyType({each.slug: each for each in PROPOSITIONS}))


def told(*accounts: tuple[tuple[str, str], ...]) -> Collation:
    """Return accounts that make statements, each a kind and a slug."""
    tellings = []
    for name, said in zip("ab", accounts, strict=False):
        annotations = tuple(annotate(kind, slug, name, slug) for kind, slug in said)
        tellings.append(Telling(name, " ".join(slug for _, slug in said), annotations))
    return collate(*tellings, book=book())


def statuses(collation: Collation) -> dict[str, str]:
    return {row.proposition.slug: row.status for row in compare_accounts(collation).rows}


CLAIMS = told((("claim", "killed-19"), ("claim", "bridge")), (("claim", "killed-35"), ("claim", "bridge")))


def test_who_carries_a_proposition_rejects_what_contradicts_it() -> None:
    assert statuses(CLAIMS) == {"killed-19": "disputed", "bridge": "agreed", "killed-35": "disputed"}
    alone = told((("claim", "killed-19"), ("agreement", "killed-35")))
    assert set(statuses(alone).values()) == {Status.DISPUTED}


@pytest.mark.parametrize("kind", ["denial", "no-comment"])
def test_who_does_not_carry_a_proposition_disputes_nothing_by_it(kind: str) -> None:
    collation = told((("claim", "killed-19"),), ((kind, "killed-35"),))
    assert statuses(collation)["killed-19"] == Status.SINGLE
    assert statuses(collation)["killed-35"] != Status.DISPUTED


def test_a_proposition_without_remarks_has_none() -> None:
    assert proposition_remarks(PROPOSITIONS[2], book()) == ()
    assert [proposition.slug for proposition, _ in remarked(compare_accounts(CLAIMS).rows, book())] == [
        "killed-19",
        "killed-35",
    ]


def test_a_contradiction_is_said_of_both_and_a_verdict_of_its_own() -> None:
    assert tuple(map(str, proposition_remarks(PROPOSITIONS[1], book()))) == REMARKS
    (contradiction,) = proposition_remarks(PROPOSITIONS[0], book())
    assert str(contradiction) == "contradicts: The attack killed 35 people"


def test_the_text_lists_the_remarks_under_the_table() -> None:
    comparison = compare_accounts(CLAIMS)
    wide = "\n".join(table_lines(comparison, comparison.rows, Page(100, UNICODE)))
    narrow = "\n".join(table_lines(comparison, comparison.rows, Page(40, UNICODE)))
    assert "The attack killed 35 people\n   contradicts: The attack killed 19 people\n   verdict: unproven" in wide
    assert "   verdict: unproven, 2 March 2026\n" in narrow


def test_the_markdown_lists_them_too() -> None:
    document = comparison_markdown(compare_accounts(CLAIMS))
    assert "-   *The attack killed 19 people* · contradicts: The attack killed 35 people\n" in document
    assert "· because: The *hospital* counted 19. · sources: <https://example.org/a>, the mayor\n" in document


@pytest.mark.parametrize("group_by", GroupBy)
def test_the_export_has_them_with_the_proposition(group_by: GroupBy) -> None:
    document = export_markdown(Survey(CLAIMS), group_by=group_by)
    assert "\n\ncontradicts: The attack killed 19 people · verdict: unproven, 2 March 2026 · because: " in document


def test_the_json_has_each_part() -> None:
    comparison = compare_accounts(CLAIMS)
    shapes = {shape["id"]: shape for shape in compare_shape(comparison, comparison.rows)["propositions"]}
    assert shapes["killed-19"]["contradicts"] == ["killed-35"]
    assert {name: shapes["killed-35"][name] for name in ("verdict", "because", "sources", "checked")} == {
        "verdict": "unproven",
        "because": "The *hospital*\ncounted 19.",
        "sources": ["https://example.org/a", "the mayor"],
        "checked": "2026-03-02",
    }
    assert (shapes["bridge"]["contradicts"], shapes["bridge"]["verdict"]) == ([], "")


def test_the_screen_has_them_below_the_evidence_of_the_whole_row() -> None:
    comparison = compare_accounts(CLAIMS)
    row = next(row for row in comparison.rows if row.proposition.slug == "killed-35")
    whole, one = (evidence_lines(row, column, comparison, glyphs=UNICODE) for column in (0, 2))
    assert [line.plain for line in whole[-4:]] == list(REMARKS)
    assert one[0].plain in [line.plain for line in whole[:-4]]
