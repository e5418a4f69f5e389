"""The archive: a Markdown document with everything in a survey."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows
from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.formats.export_format import TITLE
from tui.formats.markdown import escape
from tui.formats.markdown.account_table import account_blocks
from tui.formats.markdown.comparison_table import cell_parts, comparison_table, numbered_heading, single_blocks
from tui.formats.markdown.people_section import people_blocks
from tui.formats.markdown.proposition_section import noted_blocks, proposition_blocks
from tui.formats.markdown.record_groups import GroupBy, record_sections
from tui.formats.markdown.record_item import BULLET
from tui.formats.markdown.record_links import record_link

Sections = AbstractSet[ArchiveSection]


def export_markdown(
    survey: Survey, *, group_by: str = "article", title: str = TITLE, scope: str = "", sections: Sections = ALL_SECTIONS
) -> str:
    """Return the document: accounts, comparison, people and every record.

    `scope` describes the filter that chose the records. Of some records alone, no comparison is given: who is silent,
    and what is disputed, depends on all. Raises ValueError if `group_by` is not one of `GroupBy`.
    """
    return "".join(markdown_pieces(survey, group_by=group_by, title=title, scope=scope, sections=sections))


def markdown_pieces(
    survey: Survey,
    *,
    group_by: str = "article",
    title: str = TITLE,
    scope: str = "",
    sections: Sections = ALL_SECTIONS,
    is_adjudicated: bool = False,
) -> Iterator[str]:
    """Yield the same document in pieces of one record at most.

    `is_adjudicated` says that it lacks what settled disagreements have replaced.
    """
    grouping = GroupBy(group_by)
    yield f"# {escape.line(title)}"
    rest = "Export everything to have the comparison of the accounts."
    is_blind = survey.codebook.blind
    if line := phrasing.left_out_line(escape.inline(scope), rest, is_adjudicated=is_adjudicated, is_blind=is_blind):
        yield f"\n\n{line}"
    blocks = _blocks(survey, grouping, scope, sections)
    for block in blocks:
        yield f"\n\n{block}"
    yield "\n"


def has_sections(survey: Survey, *, scope: str, sections: Sections) -> bool:
    """Return whether the document has more than its title."""
    return any(_blocks(survey, GroupBy.ARTICLE, scope, sections))


def _blocks(survey: Survey, group_by: GroupBy, scope: str, sections: Sections) -> Iterator[str]:
    linked = ArchiveSection.RECORDS in sections
    if scope:
        sections = sections - {ArchiveSection.COMPARISON, ArchiveSection.PEOPLE}
    if ArchiveSection.ACCOUNTS in sections:
        yield from account_blocks(survey)
    if ArchiveSection.COMPARISON in sections:
        yield from _overview(survey.comparison, linked=linked)
    if ArchiveSection.PROPOSITIONS in sections and (group_by is not GroupBy.PROPOSITION or not linked):
        yield from noted_blocks(survey) if scope else proposition_blocks(survey)
    if ArchiveSection.PEOPLE in sections:
        yield from people_blocks(survey, linked=linked)
    if linked:
        yield from record_sections(survey, group_by)


def _overview(comparison: Comparison, *, linked: bool) -> Iterator[str]:
    yield "## The comparison"
    rows, folded = fold_rows(sort_rows(comparison.rows, RowOrder.STATUS))
    if table := comparison_table(comparison, rows, linked=linked):
        yield table
    yield phrasing.comparison_totals(comparison)
    if not phrasing.has_columns(len(comparison.accounts)):
        sigla = {account.article.id: account.siglum for account in comparison.accounts}
        for row in rows:
            yield from _cells(row, comparison, sigla, linked=linked)
    yield from single_blocks(folded, comparison, "###", linked=linked)
    yield from _unplaced(comparison, linked=linked)


def _cells(row: ComparisonRow, comparison: Comparison, sigla: Mapping[str, str], *, linked: bool) -> Iterator[str]:
    """Yield a proposition with a line for each account that is not silent."""
    yield f"### {numbered_heading(row, comparison)}"
    articles = dict.fromkeys((*(cell.article for cell in row.cells), *row.contrary_articles))
    lines = ((sigla[article], cell_parts(row, article, comparison, linked=linked)) for article in articles)
    yield "\n".join(f"{BULLET}**{siglum}** {' · '.join(own)}" for siglum, own in lines)


def _unplaced(comparison: Comparison, *, linked: bool) -> Iterator[str]:
    """Yield the statements that have no row."""
    shown = {row.proposition.slug for row in comparison.rows}
    items = []
    for account, cell in zip(comparison.accounts, comparison.unplaced, strict=True):
        own = [each for each in (*cell.statements, *cell.doubtful) if each.annotation.about not in shown]
        links = ", ".join(record_link(statement.reference, linked=linked) for statement in own)
        items += [f"{BULLET}**{account.siglum}** {links}"] if links else []
    if items:
        yield "### Without a proposition"
        yield "\n".join(items)
