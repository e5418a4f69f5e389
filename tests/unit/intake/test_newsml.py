"""A NewsML item becomes the article that a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_files import HEADLINE, NEWSML, NITF, TYPED

from tui.errors import DocumentError
from tui.intake import newsml
from tui.intake.newsml import newsml_extracts
from tui.intake.original import Extract, Original

_FIRST = """<NewsML><NewsItem><NewsManagement><FirstCreated>20261126T143000Z</FirstCreated></NewsManagement>
<NewsComponent><AdministrativeMetadata><Provider><Party FormalName="Coast Press"/></Provider></AdministrativeMetadata>
<NewsLines><HeadLine>Pier closed</HeadLine><ByLine>By Ivo Sand</ByLine></NewsLines>
<ContentItem><DataContent>First line.
Second line.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def _extracts(data: bytes | str) -> tuple[Extract, ...]:
    return newsml_extracts(Original(data if isinstance(data, bytes) else data.encode()))


def _item(contents: str, meta: str = "") -> str:
    return f"<newsItem>{meta}<contentSet>{contents}</contentSet></newsItem>"


def test_an_item_becomes_the_typed_text() -> None:
    assert _extracts(NEWSML) == (
        Extract(
            TYPED,
            title=HEADLINE,
            outlet="The Coast Gazette",
            author="Mara Holm",
            date="2026-11-26T14:30:00+01:00",
            iso_date="2026-11-26T14:30:00+01:00",
            url="https://gazette.example/ferry",
            left_out=("[picture: Cracks]", "[description: Cracks.]", "[attachment: pier.jpg]"),
        ),
    )


def test_an_item_of_the_first_version_is_read_too() -> None:
    (extract,) = _extracts(_FIRST)
    assert (extract.text, extract.outlet, extract.author) == (
        "# Pier closed\n\nFirst line.\n\nSecond line.\n",
        "Coast Press",
        "Ivo Sand",
    )
    assert extract.iso_date == "2026-11-26T14:30:00Z"


def test_an_item_may_hold_nitf() -> None:
    nitf = NITF.decode().partition("<nitf>")[2]
    (extract,) = _extracts(_item(f"<inlineXML><nitf>{nitf}</inlineXML>"))
    assert (extract.text, extract.title, extract.author) == (TYPED, HEADLINE, "Mara Holm")


def test_a_message_may_hold_several_items() -> None:
    items = _item("<inlineData>a</inlineData>") + _item('<inlineData contenttype="text/html">&lt;p>b</inlineData>')
    assert [extract.text for extract in _extracts(f"<newsMessage>{items}{_item('')}</newsMessage>")] == ["a\n", "b\n"]


def test_a_withdrawn_item_says_so() -> None:
    meta = '<itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>'
    assert _extracts(_item("<inlineData>a</inlineData>", meta))[0].left_out == ("[status: canceled]",)


def test_an_item_without_text_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"^has no item with text"):
        _extracts("<packageItem/>")


def test_too_many_items_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsml, "MAX_DOCUMENTS", 0)
    with pytest.raises(DocumentError, match="more than 0 items"):
        _extracts(NEWSML)


@given(st.integers(0, len(NEWSML)), st.text(alphabet="<>/a &;'\"=!?-[]p", max_size=20))
def test_a_damaged_item_is_read_or_refused(position: int, other: str) -> None:
    try:
        assert _extracts(NEWSML[:position] + other.encode() + NEWSML[position + len(other) :])
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too
