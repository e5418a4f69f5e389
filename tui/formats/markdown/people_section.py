"""The people of a survey as a section of Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.people import Person
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import gfm_table, statement_line
from tui.formats.markdown.record_item import BULLET, list_item
from tui.model import Account, Span


def people_blocks(survey: Survey) -> Iterator[str]:
    """Yield who speaks, who contradicts themselves, and quote variants."""
    if not survey.people:
        return
    yield "## Who speaks"
    columns = [account.siglum for account in survey.accounts]
    if not phrasing.has_columns(len(columns)):
        columns = ["Accounts", "Statements"]
    rule = ("---", "---", *("---:" for _ in columns))
    rows = (_row(person, survey.accounts) for person in survey.people)
    yield gfm_table(("Speaker", "Also called", *columns), rule, rows)
    if contradictions := [*_contradictions(survey)]:
        yield "### Says it and denies it"
        yield "\n\n".join(contradictions)
    if variants := [*_quote_variants(survey.people)]:
        yield "### Quoted in two wordings"
        yield "\n\n".join(variants)


def _row(person: Person, accounts: Sequence[Account]) -> Iterator[str]:
    others = (name for name in person.variants if name != person.name)
    yield escape.cell(person.name)
    yield ", ".join(map(escape.cell, others))
    by_account = person.by_account
    if phrasing.has_columns(len(accounts)):
        yield from (str(by_account.get(account.article.id, 0)) for account in accounts)
    else:
        yield from (str(len(by_account)), str(len(person.statements)))


def _contradictions(survey: Survey) -> Iterator[str]:
    for person in survey.people:
        for contradiction in person.contradictions:
            sentence = escape.inline(survey.codebook.proposition_text(contradiction.about))
            statements = (*contradiction.carrying, *contradiction.rejecting)
            items = (f"{BULLET}{statement_line(statement)}" for statement in statements)
            yield list_item((f"**{escape.inline(person.name)}**: *{sentence}*", "\n".join(items)))


def _quote_variants(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        for pair in person.quote_variants():
            left = _marked(pair.left.annotation.quote, pair.difference.left)
            right = _marked(pair.right.annotation.quote, pair.difference.right)
            items = f"{BULLET}{pair.left.reference}: {left}\n{BULLET}{pair.right.reference}: {right}"
            yield list_item((f"**{escape.inline(person.name)}**", items))


def _marked(quote: str, spans: Iterable[Span]) -> str:
    """Return the quote on one line, with the words that differ in bold."""
    marked, done = "", 0
    for start, end in spans:
        marked += f"{_part(quote[done:start])}**{_part(quote[start:end])}**"
        done = end
    marked += _part(quote[done:])
    return marked if phrasing.has_own_marks(quote) else f"“{marked}”"


def _part(text: str) -> str:
    """Escape a part of a line, without the spaces at its ends."""
    core = text.strip(" ")
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}{escape.inline(core)}{after}"
