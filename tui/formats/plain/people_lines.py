"""The people of a survey as linear text."""

from collections.abc import Iterator

from tui.analysis.people import Person
from tui.analysis.quote_pairs import QuoteVariants
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats import phrasing, statement_words
from tui.formats.plain.page import Page
from tui.formats.plain.statement_rows import statement_rows
from tui.model import Codebook, Span


def people_lines(survey: Survey, page: Page) -> Iterator[str]:
    """Yield who speaks, with contradictions and quote variants."""
    if not survey.people:
        return
    yield from (page.rule(), "Who speaks", page.rule())
    for person in survey.people:
        yield from page.rows(page.own(_summary(person)), hanging=3)
        yield from _contradictions(person, survey.codebook, page)
        for pair in person.quote_variants():
            yield from _quote_variants(pair, page)
    yield ""


def _summary(person: Person) -> str:
    others = ", ".join(name for name in person.variants if name != person.name)
    names = f"{person.name} ({others})" if others else person.name
    accounts = statement_words.account_counts(person)
    kinds = (f"{kind.label} {number}" for kind, number in person.by_kind)
    doubtful = statement_words.doubtful_count(len(person.doubtful))
    return " · ".join(part for part in (names, accounts, *kinds, doubtful) if part)


def _contradictions(person: Person, codebook: Codebook, page: Page) -> Iterator[str]:
    for contradiction in person.contradictions:
        yield from page.rows(f"Says it and denies it: {codebook.proposition_text(contradiction.about)}", 3, 3)
        for statement in (*contradiction.carrying, *contradiction.rejecting):
            yield from statement_rows(statement, page, 6)


def _quote_variants(pair: QuoteVariants, page: Page) -> Iterator[str]:
    yield from page.rows("Quoted in two wordings:", 3)
    yield from statement_rows(pair.left, page, 6, quote=_marked(pair.left, pair.difference.left))
    yield from statement_rows(pair.right, page, 6, quote=_marked(pair.right, pair.difference.right))


def _marked(statement: Statement, spans: tuple[Span, ...]) -> str:
    """Return the words on one line, with asterisks around what differs."""
    words, marked, done = statement.words, "", 0
    for start, end in spans:
        marked += f"{words[done:start]}*{words[start:end]}*"
        done = end
    quote = phrasing.in_quotes(" ".join((marked + words[done:]).split()))
    return statement_words.mark_adjusted(statement, quote)
