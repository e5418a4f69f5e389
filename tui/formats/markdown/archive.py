"""The archive: a Markdown document with everything in a survey."""

from collections.abc import Iterator

from tui.analysis.comparison import Comparison
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.export_format import TITLE
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import (
    comparison_table,
    gfm_table,
    numbered_heading,
    remark_blocks,
    row_list,
    single_blocks,
    statement_line,
)
from tui.formats.markdown.people_section import people_blocks
from tui.formats.markdown.record_groups import GroupBy, proposition_notes, record_sections
from tui.formats.markdown.record_item import BULLET
from tui.model import MAIN_KINDS, Account, Kind


def export_markdown(survey: Survey, *, group_by: str = "article", title: str = TITLE, scope: str = "") -> str:
    """Return the document: accounts, comparison, people and every record.

    `scope` describes the filter that chose the records. Of some records alone, no comparison is given: who is silent,
    and what is disputed, depends on all. Raises ValueError if `group_by` is not one of `GroupBy`.
    """
    return "".join(markdown_pieces(survey, group_by=group_by, title=title, scope=scope))


def markdown_pieces(survey: Survey, *, group_by: str = "article", title: str = TITLE, scope: str = "") -> Iterator[str]:
    """Yield the same document in pieces of one record at most."""
    blocks = _blocks(survey, GroupBy(group_by), title, scope)
    yield next(blocks)
    for block in blocks:
        yield f"\n\n{block}"
    yield "\n"


def _blocks(survey: Survey, group_by: GroupBy, title: str, scope: str) -> Iterator[str]:
    yield f"# {escape.line(title)}"
    if scope:
        yield f"Only what matches: {escape.inline(scope)}. Export everything to have the comparison of the accounts."
    yield _accounts(survey)
    if not scope:
        yield from _overview(survey.comparison)
        if group_by is not GroupBy.PROPOSITION:
            yield from _propositions(survey)
        yield from people_blocks(survey)
    yield from record_sections(survey, group_by)


def _accounts(survey: Survey) -> str:
    if not survey.accounts:
        return "*There is no article here.*"
    used = {name for counts in survey.counts.values() for name in counts}
    kinds = [survey.codebook.kind(name) for name in dict.fromkeys((*survey.codebook.kinds, *sorted(used)))]
    kinds = [kind for kind in kinds if kind.name in used or kind in MAIN_KINDS]
    source = ("Source",) if any(map(phrasing.byline_parts, survey.accounts)) else ()
    doubtful = ("Doubtful",) if survey.comparison.doubtful else ()
    labels = (f"{escape.cell(kind.glyph)} {escape.cell(kind.label)}" for kind in kinds)
    head = ("", "Account", *source, *labels, *doubtful)
    rule = ("---", "---", *("---" for _ in source), *("---:" for _ in (*kinds, *doubtful)))
    rows = (_account_row(account, survey, kinds, with_source=bool(source)) for account in survey.accounts)
    return gfm_table(head, rule, rows)


def _account_row(account: Account, survey: Survey, kinds: list[Kind], *, with_source: bool) -> tuple[str, ...]:
    counts = survey.counts[account.article.id]
    source = (escape.cell(", ".join(phrasing.byline_parts(account))),) if with_source else ()
    numbers = [counts.get(kind.name, 0) for kind in kinds]
    if doubtful := survey.comparison.doubtful:
        numbers.append(doubtful.get(account.article.id, 0))
    return f"**{account.siglum}**", escape.cell(account.article.title), *source, *map(str, numbers)


def _overview(comparison: Comparison) -> Iterator[str]:
    yield "## The comparison"
    rows, folded = fold_rows(sort_rows(comparison.rows, RowOrder.STATUS))
    if table := comparison_table(comparison, rows):
        yield table
    yield phrasing.comparison_totals(comparison)
    yield from single_blocks(folded, comparison, "###")


def _propositions(survey: Survey) -> Iterator[str]:
    blocks = [*_spoken(survey), *_only_noted(survey), *_unplaced(survey.comparison)]
    if blocks:
        yield "## What the accounts say"
        yield from blocks


def _spoken(survey: Survey) -> Iterator[str]:
    for row in sort_rows(survey.comparison.rows, RowOrder.STATUS):
        yield f"### {numbered_heading(row, survey.comparison)}"
        yield f"*{str(row.status).capitalize()}*"
        yield from remark_blocks(row.proposition, survey.codebook)
        yield row_list(row, survey.comparison)
        yield from proposition_notes(survey.collation, row.proposition.slug)


def _only_noted(survey: Survey) -> Iterator[str]:
    noted = {note.annotation.about for note in survey.collation.notes}
    for proposition in survey.comparison.unspoken:
        if proposition.slug in noted:
            yield f"### {escape.line(proposition.text)}"
            yield "*Nobody speaks of it*"
            yield from remark_blocks(proposition, survey.codebook)
            yield from proposition_notes(survey.collation, proposition.slug)


def _unplaced(comparison: Comparison) -> Iterator[str]:
    shown = {row.proposition.slug for row in comparison.rows}
    statements = [
        statement
        for cell in comparison.unplaced
        for statement in (*cell.statements, *cell.doubtful)
        if statement.annotation.about not in shown
    ]
    if statements:
        yield "### Without a proposition"
        yield "\n".join(f"{BULLET}{statement_line(statement)}" for statement in statements)
