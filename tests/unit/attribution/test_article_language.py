from pathlib import Path

import pytest

from tui.attribution.article_language import article_language
from tui.model.article import Article, Byline

GERMAN = "Die Brücke ist alt und wird nicht mehr gebaut, das ist auch gut so für die Stadt."


@pytest.mark.parametrize(
    ("named", "code"), [("", "de"), ("fr", "fr"), ("pt-BR", "pt"), ("xx", "xx"), ("../x", "de"), (" TR ", "tr")]
)
def test_what_is_named_goes_before_what_is_guessed(named: str, code: str) -> None:
    assert article_language(Article("a", GERMAN, Path("a.txt"), byline=Byline(language=named))) == code
