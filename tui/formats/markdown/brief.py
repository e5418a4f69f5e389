"""The brief: a short Markdown page to paste into a draft.

It has what is disputed, agreed and told by one account, each with quotes whose footnotes name the article, and notes.
The order and the folding are those of the comparison.
"""

from collections.abc import Callable, Iterable, Iterator

from tui.analysis.comparison import ComparisonRow, Status
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows
from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.brief_notes import note_items, others_line
from tui.formats.markdown.comparison_table import numbered_heading, remark_lines
from tui.formats.markdown.footnotes import Cited, attributed_quote, footnote, quote_with_speakers
from tui.formats.markdown.record_item import BULLET
from tui.model import Account

_Condition = Callable[[Statement], bool]

_HEADINGS = {
    Status.DISPUTED: "Disputed",
    Status.AGREED: "Agreed",
    Status.REJECTED: "Rejected",
    Status.OPEN: "Left open",
    Status.SINGLE: Status.SINGLE.words.capitalize(),
    Status.DOUBTFUL: "Doubtful",
}
_UNPLACED = "Without a proposition"


def brief_pieces(
    whole: Survey,
    chosen: Survey,
    *,
    title: str,
    scope: str = "",
    is_adjudicated: bool = False,
    annotator: str | None = None,
) -> Iterator[str]:
    """Yield the page in pieces of one proposition or note at most.

    `whole` has all records, since what is disputed depends on all. The quotes and notes shown are those of `chosen`,
    and `scope` says in words which these are, if a filter chose them. Of the notes, those by `annotator` are shown, or
    all if it is None.
    """
    cited: dict[str, Account] = {}
    yield f"# {escape.line(title)}\n"
    rest = "What is disputed or agreed depends on all records."
    is_blind = whole.codebook.blind
    if line := phrasing.left_out_line(escape.inline(scope), rest, is_adjudicated=is_adjudicated, is_blind=is_blind):
        yield f"\n{line}\n"
    totals = phrasing.comparison_totals(whole.comparison)
    yield f"\n{escape.paragraphs(totals)}\n"
    yield from _comparison(whole, _condition(chosen) if scope else bool, cited)
    yield from _section("Notes", note_items(chosen, annotator, cited), between="\n")
    yield from _contents(filter(None, (others_line(chosen, annotator),)))
    yield from _contents(map(footnote, cited.values()))


def has_quotes(whole: Survey, chosen: Survey, *, scope: str = "", annotator: str | None = None) -> bool:
    """Return whether the page has a quote or a note."""
    cited: dict[str, Account] = {}
    quotes = _comparison(whole, _condition(chosen) if scope else bool, cited)
    return any(quotes) or any(note_items(chosen, annotator, cited))


def _condition(chosen: Survey) -> _Condition:
    """Return a test of whether one of the chosen records marks a statement."""

    def is_chosen(statement: Statement) -> bool:
        return any(chosen.has_chosen(statement.account, placed) for placed in statement.records)

    return is_chosen


def _comparison(survey: Survey, shown: _Condition, cited: Cited) -> Iterator[str]:
    rows, folded = fold_rows(sort_rows(survey.comparison.rows, RowOrder.STATUS))
    for status in _HEADINGS:
        listed = (row for row in (*rows, *folded) if row.status is status)
        make_item = _single_item if status is Status.SINGLE else _row_item
        yield from _section(_HEADINGS[status], (make_item(row, survey, shown, cited) for row in listed))
    unplaced = (statement for cell in survey.comparison.unplaced for statement in (*cell.statements, *cell.doubtful))
    items = (f"{BULLET}{attributed_quote(statement, cited)}" for statement in unplaced if shown(statement))
    yield from _section(_UNPLACED, items)


def _section(heading: str, items: Iterable[str], *, between: str = "") -> Iterator[str]:
    contents = _contents((item for item in items if item), between)
    first = next(contents, "")
    if first:
        yield f"\n## {heading}\n{first}"
        yield from contents


def _contents(items: Iterable[str], between: str = "") -> Iterator[str]:
    """Yield items on lines of their own, after an empty one."""
    for position, item in enumerate(items):
        before = between if position else "\n"
        yield f"{before}{item}\n"


def _row_item(row: ComparisonRow, survey: Survey, shown: _Condition, cited: Cited) -> str:
    """Return a proposition with its quotes, or "" if none is shown."""
    quotes = [attributed_quote(statement, cited) for statement in _statements(row, shown)]
    lines = (*remark_lines(row.proposition, survey.codebook), *quotes)
    head = f"{BULLET}**{numbered_heading(row, survey.comparison)}**"
    return "\n".join((head, *(f"    {BULLET}{line}" for line in lines))) if quotes else ""


def _single_item(row: ComparisonRow, survey: Survey, shown: _Condition, cited: Cited) -> str:
    """Return a proposition with its quotes on one line."""
    quotes = "; ".join(quote_with_speakers(statement, cited) for statement in _statements(row, shown))
    remarks = remark_lines(row.proposition, survey.codebook)
    parts = (f"**{escape.line(row.proposition.text)}**", *remarks, quotes)
    return f"{BULLET}{' · '.join(parts)}" if quotes else ""


def _statements(row: ComparisonRow, shown: _Condition) -> list[Statement]:
    return [statement for statement in (*row.evidence, *row.uncounted) if shown(statement)]
