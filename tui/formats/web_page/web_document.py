"""The page: accounts side by side, the comparison, and every record."""

from collections.abc import Iterator

from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.web_page.html_comparison import html_comparison, row_anchors
from tui.formats.web_page.html_records import html_proposition_notes, html_records
from tui.formats.web_page.marked_text import marked_text
from tui.formats.web_page.safe_html import escape_html, isolate_html, web_link
from tui.formats.web_page.stylesheet import POLICY, STYLE
from tui.model import Account


def html_pieces(survey: Survey, *, title: str, scope: str = "") -> Iterator[str]:
    """Yield the page in pieces.

    Of some records alone, which `scope` describes, no comparison is given: what is disputed depends on all.
    """
    yield _head(title)
    links = ("accounts", *([] if scope else ["comparison"]), "records")
    anchors = (f'<a href="#{link}">{link.capitalize()}</a>' for link in links)
    yield f"<nav>{' '.join(anchors)}</nav>\n"
    if scope:
        yield f"<p>Only what matches: {isolate_html(scope)}. Export everything to have the comparison.</p>\n"
    yield '<main>\n<section id="accounts" class="accounts">\n'
    for account in survey.accounts:
        yield from _account(account, survey)
    yield "</section>\n"
    if not scope:
        yield from html_comparison(survey.comparison)
    yield from _records(survey, with_rows=not scope)
    yield "</main>\n</body>\n</html>\n"


def _head(title: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape_html(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{isolate_html(title)}</h1>\n"
    )


def _account(account: Account, survey: Survey) -> Iterator[str]:
    url = account.article.byline.url
    source = [*map(isolate_html, phrasing.byline_parts(account)), *([web_link(url)] if url else [])]
    yield f"<article>\n<h2>{account.siglum} {isolate_html(account.article.title)}</h2>\n"
    yield f'<p class="byline">{" · ".join(source)}</p>\n'
    yield '<div class="text" lang="" dir="auto">'
    yield from marked_text(account, survey)
    yield "</div>\n</article>\n"


def _records(survey: Survey, *, with_rows: bool) -> Iterator[str]:
    rows = row_anchors(survey.comparison) if with_rows else {}
    yield '<section id="records">\n<h2>Records</h2>\n'
    for account in survey.accounts:
        yield from html_records(account, survey, rows)
    yield from html_proposition_notes(survey)
    yield "</section>\n"
