"""The people of a survey as a section of Markdown."""

from collections.abc import Iterator

from tui.analysis.people import Person
from tui.analysis.quote_variants import QuoteDifference
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats import phrasing, statement_words
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import gfm_table, statement_line
from tui.formats.markdown.record_item import BULLET, list_item
from tui.formats.markdown.record_links import record_link
from tui.model import Span

_ADJUSTED = escape.inline(f"{statement_words.ADJUSTED_SIGN} ")
"""Before words that have changed since they were marked."""


def people_blocks(survey: Survey, *, linked: bool = True) -> Iterator[str]:
    """Yield who speaks, who contradicts themselves, and quote variants.

    If `linked`, references lead to the records.
    """
    if not survey.people:
        return
    yield "## Who speaks"
    doubtful = any(person.doubtful for person in survey.people)
    renamed = any(_other_names(person) for person in survey.people)
    head = ("Speaker", *(["Also called"] * renamed), "Statements", "Accounts", *(["Doubtful"] * doubtful))
    rule = ("---", *(["---"] * renamed), "---:", "---", *(["---:"] * doubtful))
    rows = (_row(person, with_variants=renamed, with_doubtful=doubtful) for person in survey.people)
    yield gfm_table(head, rule, rows)
    if contradictions := [*_contradictions(survey, linked=linked)]:
        yield "### Says it and denies it"
        yield "\n\n".join(contradictions)
    by_person = ("\n\n".join(_quote_variants(person, linked=linked)) for person in survey.people)
    variants = filter(None, by_person)
    if first := next(variants, ""):
        yield "### Quoted in two wordings"
        yield first
        yield from variants


def _row(person: Person, *, with_variants: bool, with_doubtful: bool) -> Iterator[str]:
    yield escape.cell(person.name)
    if with_variants:
        yield ", ".join(map(escape.cell, _other_names(person)))
    yield str(len(person.statements))
    yield statement_words.account_counts(person)
    if with_doubtful:
        yield str(len(person.doubtful))


def _other_names(person: Person) -> list[str]:
    return [name for name in person.variants if name != person.name]


def _contradictions(survey: Survey, *, linked: bool) -> Iterator[str]:
    for person in survey.people:
        for contradiction in person.contradictions:
            sentence = escape.inline(survey.codebook.proposition_text(contradiction.about))
            statements = (*contradiction.carrying, *contradiction.rejecting)
            items = (f"{BULLET}{statement_line(statement, linked=linked)}" for statement in statements)
            yield list_item((f"**{escape.inline(person.name)}**: *{sentence}*", "\n".join(items)))


def _quote_variants(person: Person, *, linked: bool) -> Iterator[str]:
    """Yield pairs of statements, with the words that differ in bold.

    Pairs of the same two wordings share their difference, so they are marked once. A statement may be in many pairs.
    """
    head = f"{BULLET}**{escape.inline(person.name)}**"
    marked: dict[QuoteDifference, tuple[str, str]] = {}
    origins: dict[str, str] = {}
    for left, right, difference in person.quote_variants():
        wordings = marked.get(difference)
        if wordings is None:
            wordings = marked[difference] = _marked(left.words, difference.left), _marked(right.words, difference.right)
        one = origins.get(left.reference) or _origin(left, origins, linked=linked)
        other = origins.get(right.reference) or _origin(right, origins, linked=linked)
        yield f"{head}\n\n    {one}{wordings[0]}\n    {other}{wordings[1]}"


def _origin(statement: Statement, origins: dict[str, str], *, linked: bool) -> str:
    """Return what is before a wording: its record, and `~` if changed."""
    sign = _ADJUSTED if statement.is_adjusted else ""
    reference = statement.reference
    origin = origins[reference] = f"{BULLET}{record_link(reference, linked=linked)}: {sign}"
    return origin


def _marked(quote: str, spans: tuple[Span, ...]) -> str:
    """Return the quote on one line, with the words that differ in bold."""
    marked, done = "", 0
    for start, end in spans:
        marked += f"{_part(quote[done:start])}**{_part(quote[start:end])}**"
        done = end
    marked += _part(quote[done:])
    opening, closing = phrasing.outer_marks(quote)
    return f"{opening}{marked}{closing}"


def _part(text: str) -> str:
    """Escape a part of a line, without the spaces at its ends."""
    core = text.strip(" ")
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}{escape.inline(core)}{after}"
