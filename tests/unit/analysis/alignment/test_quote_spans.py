"""The ranges that a draft quotes."""

import pytest

from tui.analysis.alignment.quote_spans import quote_spans
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.model import Span


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("Ruiz said that it was late, and left.", "en", "it was late, and left"),
        ("Ruiz said that “it is late”.", "en", "it is late"),
        ("Ruiz said that plan was late.", "en", "plan was late"),
        ("Ruiz sagte, dass es spät ist.", "de", "es spät ist"),
    ],
)
def test_a_quote_begins_after_the_word_that_announces_it(text: str, code: str, quote: str) -> None:
    (draft,) = draft_suggestions(text, code)
    assert [span.of(text) for span in quote_spans(draft, text)] == [quote]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“It is late,” Ruiz said.", ["It is late"]),
        ("“It is late,” Ruiz said. “We wait.”", ["It is late", "We wait."]),
        ("Ruiz said the “old” bridge is “closed”.", ["the “old” bridge is “closed”"]),
        ("„Es ist spät“", ["Es ist spät"]),
    ],
)
def test_a_quote_has_no_marks_around_it(text: str, quotes: list[str]) -> None:
    found = draft_suggestions(text)
    spans = found[0].spans if found else (Span(0, len(text)),)
    draft = Suggestion("claim", (), "", None, "said", Span(0, 1), spans, "", (), "that", 0.5, "")
    assert [span.of(text) for span in quote_spans(draft, text)] == quotes
