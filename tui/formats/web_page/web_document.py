"""The page: accounts side by side, the comparison, and every record."""

from collections.abc import Iterator

from tui.analysis.account_view import View, view_account
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.web_page.html_comparison import html_comparison, row_anchors
from tui.formats.web_page.html_records import html_proposition_notes, html_records
from tui.formats.web_page.marked_text import MarkContext, marked_text
from tui.formats.web_page.page_controls import html_controls, html_legend, view_choices
from tui.formats.web_page.page_policy import POLICY, SCRIPT, STYLE
from tui.formats.web_page.safe_html import escape_html, isolate_html, web_link
from tui.model import Account

_INSPECTOR = (
    '<aside id="inspector" aria-label="Details" aria-live="polite" hidden>'
    '<button type="button" id="close">Close</button><div id="details"></div></aside>\n'
)
"""Filled by the script with the record and the row that are clicked."""


def html_pieces(
    survey: Survey, *, title: str, scope: str = "", is_adjudicated: bool = False, annotator: str = ""
) -> Iterator[str]:
    """Yield the page in pieces.

    Of some records alone, which `scope` describes, no comparison is given: what is disputed depends on all. What
    `annotator` marked has a view.
    """
    comparison = None if scope else survey.comparison
    yield _head(title)
    rest = "Export everything to have the comparison."
    is_blind, shown = survey.codebook.blind, isolate_html(scope) if scope else ""
    line = phrasing.left_out_line(shown, rest, is_adjudicated=is_adjudicated, is_blind=is_blind)
    yield from _top(survey, title, annotator, line, has_comparison=not scope)
    yield '<main>\n<section id="accounts" class="accounts" aria-label="Accounts">\n'
    numbers = comparison.numbers if comparison else {}
    rows = row_anchors(survey.comparison)
    for account in survey.accounts:
        view = view_account(account, survey.codebook, View.CONTRAST, numbers, annotator)
        yield from _account(account, survey, MarkContext(survey.codebook, view, rows, annotator))
    yield "</section>\n"
    if comparison:
        yield from html_comparison(comparison)
    yield from _records(survey, rows if comparison else {})
    yield f"</main>\n{_INSPECTOR}<script>{SCRIPT}</script>\n</body>\n</html>\n"


def _head(title: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape_html(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )


def _top(survey: Survey, title: str, annotator: str, left_out: str, *, has_comparison: bool) -> Iterator[str]:
    """Yield what is above the texts: title, ways through the page, controls."""
    yield '<header>\n<a class="skip" href="#accounts">Skip to the accounts</a>\n'
    links = ("accounts", *(["comparison"] if has_comparison else []), "records")
    anchors = " ".join([f'<a href="#{link}">{link.capitalize()}</a>' for link in links])
    yield f'<div class="top"><h1>{isolate_html(title)}</h1>\n<nav aria-label="Page">{anchors}</nav></div>\n'
    if left_out:
        yield f"<p>{left_out}</p>\n"
    has_shared = has_comparison and bool(survey.comparison.numbers)
    yield '<div class="controls">\n'
    yield from html_controls(view_choices(survey.accounts, survey.codebook, has_shared=has_shared, annotator=annotator))
    yield html_legend(survey.accounts, survey.codebook)
    yield "</div>\n</header>\n"


def _account(account: Account, survey: Survey, context: MarkContext) -> Iterator[str]:
    url = account.article.byline.url
    source = [*map(isolate_html, phrasing.byline_parts(account)), *([web_link(url)] if url else [])]
    siglum, title = account.siglum, isolate_html(account.article.title)
    yield f'<article aria-labelledby="account-{siglum}">\n'
    yield f'<h2 id="account-{siglum}"><span class="siglum">{siglum}</span> {title}</h2>\n'
    if source:
        yield f'<p class="byline">{" · ".join(source)}</p>\n'
    yield f'<p class="counts">{_counts(account, survey)}</p>\n'
    yield f'<div class="text" lang="" dir="auto" tabindex="0" role="region" aria-label="Text of {siglum}">'
    yield from marked_text(account, context)
    yield "</div>\n</article>\n"


def _counts(account: Account, survey: Survey) -> str:
    """Return how many of each kind an account has, in the codebook's order."""
    counts = survey.counts[account.article.id]
    names = [name for name in dict.fromkeys((*survey.codebook.kinds, *counts)) if counts.get(name)]
    labels = [(survey.codebook.kind(name).label.lower(), counts[name]) for name in names]
    return " ".join([f"<span>{isolate_html(_count(label, number))}</span>" for label, number in labels])


def _count(label: str, number: int) -> str:
    return phrasing.count_noun(number, label, phrasing.plural_label(label))


def _records(survey: Survey, rows: dict[str, str]) -> Iterator[str]:
    yield '<section aria-labelledby="records">\n<h2 id="records">Records</h2>\n<div class="records">\n'
    for account in survey.accounts:
        yield "<div>\n"
        yield from html_records(account, survey, rows)
        yield "</div>\n"
    yield "</div>\n"
    yield from html_proposition_notes(survey)
    yield "</section>\n"
