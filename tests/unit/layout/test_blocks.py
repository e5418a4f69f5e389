"""Blocks are split into paragraphs, items, quotations and rows."""

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.blocks import block_at, has_long_lines

PROSE = "The two ministers met on Tuesday and said that\nthe talks would go on."
LONG = "word " * 30


def runs(text: str) -> list[str]:
    return [text[run.start : run.end] for run in block_at(text, 0, len(text)).runs]


def test_prose_is_one_run_and_its_newline_is_joined() -> None:
    (run,) = block_at(PROSE, 0, len(PROSE)).runs
    assert run == (0, len(PROSE), (PROSE.index("\n"),))
    assert not block_at(PROSE, 0, len(PROSE)).lines_are_paragraphs


@pytest.mark.parametrize(
    "parts",
    [
        ("It was agreed on:", f"- {PROSE}", "- a second", "1. a third\n   and more of it", "a) a fourth"),
        ("# A heading", PROSE, "> quoted\n> and more", "| a | b |", "|---|---|", "[1]: https://x.org"),
        ("MR. LEE: We met.", "MS. ROY: Did you\nsay so?", "Q. Why?", "A. I forgot."),
        ("Ann Lee   12", "Bo Ash    14", "Name\tAge", "Cy\t3"),
        (PROSE, f"   {PROSE}"),
        ("```", "code = 1"),
    ],
)
def test_where_a_run_starts(parts: tuple[str, ...]) -> None:
    assert runs("\n".join(parts)) == list(parts)


@pytest.mark.parametrize("prefix", ["- ", "> ", "# ", "1. "])
def test_the_lines_of_what_is_no_paragraph_are_not_joined(prefix: str) -> None:
    assert [run.joins for run in block_at(prefix + PROSE, 0, len(prefix + PROSE)).runs][:1] == [()]


def test_long_lines_are_paragraphs() -> None:
    text = f"{LONG}\n{LONG}\nshort"
    block = block_at(text, 0, len(text))
    assert block.lines_are_paragraphs
    assert runs(text) == text.split("\n")


def test_short_lines_are_paragraphs_only_if_those_of_the_text_are() -> None:
    short = "one\ntwo"
    assert block_at(f"{short}\n\n{LONG}", 0, len(short)).lines_are_paragraphs
    assert not block_at(f"{short}\n\n{PROSE}", 0, len(short)).lines_are_paragraphs


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("", False),
        ("x " * 49 + "\n" + "y " * 49, False),
        (f"x\n{LONG}", True),
        ("x\n" * 9 + LONG, False),
        ("[1]: https://example.org/" + "x" * 100, False),
        (f"see https://example.org/ and {LONG}", True),
    ],
)
def test_a_share_of_long_lines_decides_not_one(text: str, long: bool) -> None:
    assert has_long_lines(text) is long


@steady
@given(texts)
def test_the_runs_are_the_lines_in_order(text: str) -> None:
    block = block_at(text, 0, len(text))
    assert "\n".join(runs(text)) == text
    assert all(text[newline] == "\n" for run in block.runs for newline in run.joins)
    assert all(run.start <= newline < run.end for run in block.runs for newline in run.joins)
