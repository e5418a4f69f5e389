"""The suggestions for an article, drafted part by part."""

from pathlib import Path

import pytest

from tui.attribution.lexicon import load_lexicon
from tui.attribution.suggestion import draft_suggestions
from tui.model import Article, Byline, Codebook, Workspace
from tui.session import suggestion_drafts
from tui.session.suggestion_drafts import article_lexicon, draft_in_parts

ENGLISH = load_lexicon("en")


def article(text: str, language: str = "") -> Article:
    return Article("north", text, Path("north.txt"), byline=Byline(language=language))


def test_a_long_article_is_read_in_parts_with_places_in_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Ruiz said that the bridge is late.\n\n" * 30
    whole = draft_suggestions(text)
    monkeypatch.setattr(suggestion_drafts, "PART", 100)
    parts = [*draft_in_parts(article(text), ENGLISH, Codebook(), 0.5)]
    assert len(parts) == 11
    assert [draft for part in parts for draft in part] == whole
    assert [len(part) for part in draft_in_parts(article("said " * 100), ENGLISH, Codebook(), 0.5)] == [0] * 5


def test_the_words_are_those_of_the_language_and_of_the_workspace(ferry: Workspace) -> None:
    assert article_lexicon(article("The bridge is late."), ferry) == ENGLISH
    assert article_lexicon(article("Ana Ruiz said that the bridge is late.", "xx"), ferry) is None
    (ferry.annotations / "lexicon.en.toml").write_text('[verbs]\nsay = "blab"\n', encoding="utf-8")
    lexicon = article_lexicon(article("The bridge is late."), ferry)
    assert lexicon is not None
    assert "blabbed" in lexicon.verbs
    assert "blabbed" not in ENGLISH.verbs
