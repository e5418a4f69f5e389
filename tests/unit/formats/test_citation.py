"""A quote with its source."""

from collations import Telling, annotate, collate

from tui.formats.citation import cite
from tui.model import Byline


def test_a_citation_has_quote_speakers_author_outlet_title_date_and_address() -> None:
    byline = Byline(outlet="The Times", author="Cy", date="2016-12-27", url="https://a.b/c")
    (account,) = collate(Telling("one", "Aid must come", (), byline)).accounts
    record = annotate("claim", "Aid", ("Ada", "Bo"))
    assert cite(account, "Aid", record) == (
        "“Aid”\n— Ada, Bo — Cy, The Times, “Aid must come”, 2016-12-27, https://a.b/c\n"
    )


def test_what_is_unknown_is_left_out() -> None:
    (account,) = collate(Telling("one", "Aid must come")).accounts
    assert cite(account, "Aid", None) == "“Aid”\n— Aid must come\n"
    assert cite(account, "Aid", annotate("claim", "Aid")) == "“Aid”\n— Aid must come\n"
