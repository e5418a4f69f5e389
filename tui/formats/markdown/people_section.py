"""The people of a collation as Markdown: who says how much where, contradictions, and two wordings of one saying."""

from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.people import Person
from tui.analysis.survey import Survey
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import gfm_table, statement_in_words
from tui.formats.markdown.record_item import BULLET, list_item
from tui.model import Account, Span


def people_blocks(survey: Survey) -> Iterator[str]:
    """Yield the section on people, or nothing if nobody speaks."""
    if not survey.people:
        return
    yield "## Who speaks"
    head = ("Speaker", "Also called", *(account.siglum for account in survey.accounts))
    rule = ("---", "---", *("---:" for _ in survey.accounts))
    yield gfm_table(head, rule, (_row(person, survey.accounts) for person in survey.people))
    if contradictions := [*_contradictions(survey)]:
        yield "### Says it and denies it"
        yield "\n\n".join(contradictions)
    if wordings := [*_wordings(survey.people)]:
        yield "### Quoted in two wordings"
        yield "\n\n".join(wordings)


def _row(person: Person, accounts: Sequence[Account]) -> Iterator[str]:
    others = (name for name in person.variants if name != person.name)
    yield escape.cell(person.name)
    yield ", ".join(map(escape.cell, others))
    for account in accounts:
        yield str(person.by_account.get(account.article.id, 0))


def _contradictions(survey: Survey) -> Iterator[str]:
    for person in survey.people:
        for found in person.contradictions:
            sentence = escape.inline(survey.codebook.proposition_text(found.about))
            said = (f"{BULLET}{statement_in_words(s)}" for s in (*found.carrying, *found.rejecting))
            yield list_item((f"**{escape.inline(person.name)}**: *{sentence}*", "\n".join(said)))


def _wordings(everybody: Iterable[Person]) -> Iterator[str]:
    for person in everybody:
        for pair in person.wordings():
            left, right = pair.left, pair.right
            yield list_item(
                (
                    f"**{escape.inline(person.name)}**",
                    f"{BULLET}{left.reference}: “{_marked(left.annotation.quote, pair.difference.left)}”\n"
                    f"{BULLET}{right.reference}: “{_marked(right.annotation.quote, pair.difference.right)}”",
                )
            )


def _marked(quote: str, spans: Iterable[Span]) -> str:
    """Return the quote on one line with the stretches that differ in bold; they begin and end with a letter."""
    written, done = "", 0
    for start, end in spans:
        written += f"{_part(quote[done:start])}**{_part(quote[start:end])}**"
        done = end
    return written + _part(quote[done:])


def _part(text: str) -> str:
    """Escape a part of a line: spaces at its ends are inside the line, and stay."""
    core = text.strip(" ")
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}{escape.inline(core)}{after}"
