"""URIs, addresses and times of the Web Annotation model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.jsonld.vocabulary import (
    annotation_uri,
    article_uri,
    is_model_time,
    is_uri,
    page_uri,
    proposition_uri,
    record_of_uri,
    utc_time,
    web_uri,
)

NAMES = st.text(st.characters(exclude_categories=["Cs"]))


@given(NAMES, NAMES)
def test_a_record_is_found_by_its_uri(article: str, name: str) -> None:
    uri = annotation_uri(article, name)
    assert record_of_uri(uri) == (article, name)
    assert all(map(is_uri, (uri, article_uri(article), proposition_uri(name), page_uri("page"))))


def test_another_uri_is_no_record() -> None:
    assert record_of_uri("http://example.org/a:b") is None
    assert record_of_uri("urn:diptych:annotation:x") is None


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("http://x.example/a b?q=ä#c", "http://x.example/a%20b?q=%C3%A4#c"),
        (" https://x.example ", "https://x.example"),
        ("http://x.example:80/%41", "http://x.example:80/%41"),
        ("javascript:alert(1)", ""),
        ("http://x.example/%", ""),
        ("http://x.example/\n<b>", "http://x.example/%0A%3Cb%3E"),
        ("x.example/a", ""),
        ("", ""),
    ],
)
def test_an_address_becomes_a_uri_if_it_leads_to_a_page(url: str, uri: str) -> None:
    assert web_uri(url) == uri


@pytest.mark.parametrize(
    ("time", "utc"),
    [
        ("2026-01-01T10:00:00.5Z", "2026-01-01T10:00:00.5Z"),
        ("2026-01-01T10:00:00+02:00", "2026-01-01T08:00:00Z"),
        ("0001-01-01T00:00:00+02:00", ""),
        ("2026-01-01T10:00:00", ""),
        ("2026-02-30T10:00:00Z", ""),
        ("2026-01-01", ""),
        ("", ""),
    ],
)
def test_a_time_is_in_utc(time: str, utc: str) -> None:
    assert utc_time(time) == utc


def test_what_the_model_takes_for_a_uri_or_a_time() -> None:
    assert [is_uri(text) for text in ("urn:x:y", "http://x.example/é", "a b:c", "none", "x:<")] == [
        *(True, True, False, False, False)
    ]
    assert [is_model_time(value) for value in ("2015-01-28T12:00:00Z", "2015-01-28", 9, "yesterday")] == [
        *(True, False, False, False)
    ]
