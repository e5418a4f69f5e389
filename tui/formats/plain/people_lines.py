"""The people of a collation as linear text."""

from collections.abc import Iterator

from tui.analysis.people import Person, TwoWordings
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.plain.page import Page
from tui.model import Codebook, Span


def people_lines(survey: Survey, page: Page) -> Iterator[str]:
    """Yield everybody who speaks: names, statements by account and kind, contradictions, two wordings."""
    if not survey.people:
        return
    yield from (page.rule(), "Who speaks", page.rule())
    for person in survey.people:
        yield from page.rows(page.own(_summary(person, survey)), hanging=3)
        yield from _contradictions(person, survey.codebook, page)
        for pair in person.wordings():
            yield from _wordings(pair, page)
    yield ""


def _summary(person: Person, survey: Survey) -> str:
    others = ", ".join(name for name in person.variants if name != person.name)
    called = f" ({others})" if others else ""
    accounts = (f"{a.siglum} {person.by_account.get(a.article.id, 0)}" for a in survey.accounts)
    kinds = (f"{kind.label} {number}" for kind, number in person.by_kind)
    return " · ".join((f"{person.name}{called}", *accounts, *kinds))


def _contradictions(person: Person, codebook: Codebook, page: Page) -> Iterator[str]:
    for found in person.contradictions:
        yield from page.rows(f"Says it and denies it: {codebook.proposition_text(found.about)}", 3, 3)
        for statement in (*found.carrying, *found.rejecting):
            yield from _said(statement, phrasing.shorten(statement.annotation.quote), page)


def _wordings(pair: TwoWordings, page: Page) -> Iterator[str]:
    yield from page.rows("Quoted in two wordings:", 3)
    yield from _said(pair.left, _marked(pair.left.annotation.quote, pair.difference.left), page)
    yield from _said(pair.right, _marked(pair.right.annotation.quote, pair.difference.right), page)


def _said(statement: Statement, quote: str, page: Page) -> Iterator[str]:
    head = f"{statement.reference} {page.glyphs.of(statement.kind)} {statement.kind.label}"
    yield from page.rows(page.own(" · ".join(part for part in (head, phrasing.in_quotes(quote)) if part)), 6, 3)


def _marked(quote: str, spans: tuple[Span, ...]) -> str:
    """Return the quote on one line with the stretches that differ between asterisks."""
    written, done = "", 0
    for start, end in spans:
        written += f"{quote[done:start]}*{quote[start:end]}*"
        done = end
    return " ".join((written + quote[done:]).split())
