"""The suggestions for an article, drafted part by part."""

from pathlib import Path

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model import Article, Byline, Codebook
from tui.session import suggestion_drafts
from tui.session.suggestion_drafts import draft_in_parts, language_of


def article(text: str, language: str = "") -> Article:
    return Article("north", text, Path("north.txt"), byline=Byline(language=language))


def test_a_long_article_is_read_in_parts_with_places_in_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Ruiz said that the bridge is late.\n\n" * 30
    whole = draft_suggestions(text)
    monkeypatch.setattr(suggestion_drafts, "PART", 100)
    parts = [*draft_in_parts(article(text), Codebook(), 0.5)]
    assert len(parts) == 11
    assert [draft for part in parts for draft in part] == whole
    assert [len(part) for part in draft_in_parts(article("said " * 100), Codebook(), 0.5)] == [0] * 5


def test_a_language_without_a_lexicon_has_no_suggestions() -> None:
    assert language_of(article("The bridge is late.")) == "en"
    other = article("Ana Ruiz said that the bridge is late.", "xx")
    assert language_of(other) == ""
    assert [*draft_in_parts(other, Codebook(), 0.5)] == []
