"""A ninjs item becomes the article that a person would type."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_files import HEADLINE, NINJS, TYPED

from tui.errors import DocumentError
from tui.intake import ninjs
from tui.intake.ninjs import ninjs_extracts
from tui.intake.original import Extract, Original

_KEYS = st.sampled_from(
    ["headline", "headlines", "body_text", "bodies", "byline", "associations", "url", "value", "items", "authors", "a"]
)
_VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
)


def _extracts(document: object) -> tuple[Extract, ...]:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return ninjs_extracts(Original(data))


def test_an_item_becomes_the_typed_text() -> None:
    assert _extracts(NINJS) == (
        Extract(
            TYPED,
            title=HEADLINE,
            outlet="The Coast Gazette",
            author="Mara Holm",
            date="2026-11-26T14:30:00+01:00",
            iso_date="2026-11-26T14:30:00+01:00",
            url="https://gazette.example/ferry",
            left_out=("[picture: Cracks]", "[picture: The cracks]"),
        ),
    )


def test_the_third_version_has_lists_of_headlines_and_bodies() -> None:
    item = {
        "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "Long"}],
        "bodies": [{"contenttype": "text/plain", "value": ""}, {"contentType": "text/html", "value": "<p>a"}],
        "bylines": [{"value": "by Ivo"}],
        "provider": {"name": "Coast Press"},
        "pubstatus": "canceled",
        "associations": [{"headline": "Pier"}, "x"],
    }
    assert _extracts({"items": [item, {}]}) == (
        Extract(
            "# Long\n\na\n",
            title="Long",
            outlet="Coast Press",
            author="Ivo",
            left_out=("[status: canceled]", "[attachment: Pier]"),
        ),
    )


def test_authors_are_joined_and_plain_text_is_read() -> None:
    (extract,) = _extracts([{"body_text": "a\nb", "authors": [{"name": "Mara"}, {"name": "Ivo"}]}])
    assert (extract.text, extract.author) == ("a\n\nb\n", "Mara, Ivo")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "is not valid JSON"),
        (b"[" * 100_000, "is not valid JSON .is nested too deep"),
        (b'{"headline": "a"}', "is JSON, but no news item with text"),
        (b"7", "is JSON, but no news item with text"),
        (b'{"a": %s}' % (b"9" * 9999), "is not valid JSON"),
    ],
)
def test_what_is_no_item_with_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        _extracts(data)


@pytest.mark.parametrize(("limit", "message"), [("MAX_DOCUMENTS", "0 items"), ("MAX_MARKUP", "MB of JSON")])
def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, message: str) -> None:
    monkeypatch.setattr(ninjs, limit, 0)
    with pytest.raises(DocumentError, match=message):
        _extracts(NINJS)


@given(_VALUES)
def test_any_json_is_read_or_refused(document: object) -> None:
    try:
        assert _extracts(document)
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too
