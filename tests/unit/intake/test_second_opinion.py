"""Another reader of pages may help to choose the blocks of the article."""

import sys
from types import SimpleNamespace

import pytest

from tui.intake.html_blocks import HtmlBlock, blocks_of
from tui.intake.html_tree import parse_html
from tui.intake.second_opinion import MAX_MARKUP, MAX_TAGS, agreed_blocks

_TEXTS = (
    "The bridge is closed for weeks.",
    "Menu",
    "The minister spoke of rust and age.",
    "Read our other stories now.",
)
_HTML = "".join(f"<p>{text}" for text in _TEXTS)


def _agreed(own: str, other: str | None, monkeypatch: pytest.MonkeyPatch, html: str = _HTML) -> str:
    """Return the numbers of the blocks that are agreed on.

    `own` are the numbers of those chosen here, `other` of those that the other reader returns.
    """
    blocks = blocks_of(parse_html(_HTML))
    text = None if other is None else "\n".join(_TEXTS[int(number)] for number in other)
    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=lambda *_, **__: text))
    return _numbers(blocks, agreed_blocks(html, blocks, [blocks[int(number)] for number in own]))


def _numbers(blocks: list[HtmlBlock], chosen: list[HtmlBlock]) -> str:
    return "".join(str(blocks.index(block)) for block in chosen)


@pytest.mark.parametrize(
    ("own", "other", "agreed"),
    [
        ("02", "02", "02"),
        ("023", "02", "02"),
        ("02", "023", "02"),
        ("0", "023", "023"),
        ("1", "02", "02"),
        ("02", "1", "02"),
        ("02", "", "02"),
        ("02", None, "02"),
    ],
)
def test_what_both_choose_is_taken_unless_one_misses_most(
    own: str, other: str | None, agreed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _agreed(own, other, monkeypatch) == agreed


@pytest.mark.parametrize("html", ["x" * (MAX_MARKUP + 1), "<" * (MAX_TAGS + 1)], ids=["letters", "tags"])
def test_the_other_is_not_asked_about_a_large_page(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _agreed("023", "02", monkeypatch, html) == "023"


def test_a_page_without_words_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=lambda *_, **__: "…"))
    blocks = blocks_of(parse_html("<p>…"))
    assert agreed_blocks("<p>…", blocks, blocks) == blocks


def test_without_another_reader_the_own_choice_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    blocks = blocks_of(parse_html(_HTML))
    assert agreed_blocks(_HTML, blocks, blocks[:1]) == blocks[:1]
