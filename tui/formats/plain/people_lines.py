"""The people of a survey as linear text."""

from collections.abc import Iterator

from tui.analysis.people import Person, QuoteVariants
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.plain.page import Page
from tui.model import Codebook, Span


def people_lines(survey: Survey, page: Page) -> Iterator[str]:
    """Yield who speaks, with contradictions and quote variants."""
    if not survey.people:
        return
    yield from (page.rule(), "Who speaks", page.rule())
    for person in survey.people:
        yield from page.rows(page.own(_summary(person, survey)), hanging=3)
        yield from _contradictions(person, survey.codebook, page)
        for pair in person.quote_variants():
            yield from _quote_variants(pair, page)
    yield ""


def _summary(person: Person, survey: Survey) -> str:
    others = ", ".join(name for name in person.variants if name != person.name)
    names = f"{person.name} ({others})" if others else person.name
    by_account = person.by_account
    if phrasing.has_columns(len(survey.accounts)):
        accounts = [f"{account.siglum} {by_account.get(account.article.id, 0)}" for account in survey.accounts]
    else:
        accounts = [phrasing.count_noun(len(by_account), "account")]
    kinds = (f"{kind.label} {number}" for kind, number in person.by_kind)
    return " · ".join((names, *accounts, *kinds))


def _contradictions(person: Person, codebook: Codebook, page: Page) -> Iterator[str]:
    for contradiction in person.contradictions:
        yield from page.rows(f"Says it and denies it: {codebook.proposition_text(contradiction.about)}", 3, 3)
        for statement in (*contradiction.carrying, *contradiction.rejecting):
            yield from _statement(statement, phrasing.shorten(statement.annotation.quote), page)


def _quote_variants(pair: QuoteVariants, page: Page) -> Iterator[str]:
    yield from page.rows("Quoted in two wordings:", 3)
    yield from _statement(pair.left, _marked(pair.left.annotation.quote, pair.difference.left), page)
    yield from _statement(pair.right, _marked(pair.right.annotation.quote, pair.difference.right), page)


def _statement(statement: Statement, quote: str, page: Page) -> Iterator[str]:
    head = f"{statement.reference} {page.glyphs.of(statement.kind)} {statement.kind.label}"
    yield from page.rows(page.own(" · ".join(part for part in (head, phrasing.in_quotes(quote)) if part)), 6, 3)


def _marked(quote: str, spans: tuple[Span, ...]) -> str:
    """Return the quote on one line, with asterisks around what differs."""
    marked, done = "", 0
    for start, end in spans:
        marked += f"{quote[done:start]}*{quote[start:end]}*"
        done = end
    return " ".join((marked + quote[done:]).split())
