"""Agreement as plain text."""

from collations import Telling, annotate, collate
from five_annotators import five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.formats.plain.agreement_lines import agreement_lines
from tui.formats.plain.page import Page
from tui.layout.glyphs import ASCII
from tui.model import Collation


def _lines(collation: Collation, *annotators: str, page: Page | None = None) -> list[str]:
    texts = {account.article.id: account.article.text for account in collation.accounts}
    return list(agreement_lines(find_agreement(collation, annotators), texts, page or Page(80)))


def test_figures_come_first_then_what_differs() -> None:
    lines = _lines(five_annotators(), "Ada", "Dora")
    assert lines[0] == "Agreement of 2 annotators in 1 article"
    assert "  Spans, exact: F1         0.667                         1  2 marked places" in lines
    assert "  Speaker: alpha               –  no variation           0  1 shared place" in lines
    assert (
        lines[-8:]
        == [
            "2 disagreements of Ada and Dora",
            "",
            "north",
            "  0–10 other kind: “aaaaaaaaaa”",
            "    Ada: claim · Sun · p1 [a1]",
            "    Dora: denial · Sun · p1 [a4]",
            "  11–21 not marked by all: “bbbbbbbbbb”",
            "    Ada: claim · own voice · p2 [b1]",
            "    Dora did not mark it",
        ][-8:]
    )


def test_pairs_have_figures_of_their_own() -> None:
    lines = _lines(five_annotators())
    assert {"Ada, Ben, Cem, Dora, machine:rules", "Ada and machine:rules"} <= set(lines)
    assert "To list what two people differ in, name both with --annotator." in lines
    assert max(map(len, lines)) <= 80


def test_without_unicode_the_text_is_ascii() -> None:
    lines = _lines(five_annotators(), "Ada", "Dora", page=Page(80, ASCII))
    assert "    Ada: claim - Sun - p1 [a1]" in lines
    assert any(line.startswith("  0-10 other kind: ") for line in lines)


def test_with_one_annotator_only_the_reason_is_shown() -> None:
    assert _lines(five_annotators(), "Ada") == [
        "Agreement of 1 annotator in 0 articles",
        "  Ada: 4 statements",
        "  Fewer than two annotators have records here, so there is nothing to compare.",
    ]


def test_control_characters_are_shown() -> None:
    people = tuple(annotate("claim", "o\x1bne", f"\x1b[2J{who}", id=who, annotator=who) for who in ("A", "B\x07"))
    assert not any(
        character < " " for line in _lines(collate(Telling("x\x1b", "o\x1bne", people))) for character in line
    )
