"""The comparison as tables of HTML, with links to the words in the texts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.analysis.account_cell import AccountCell
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows
from tui.analysis.statements import Statement
from tui.formats import phrasing, statement_words
from tui.formats.account_names import account_names
from tui.formats.proposition_words import proposition_remarks
from tui.formats.web_page.marked_text import html_sign
from tui.formats.web_page.safe_html import escape_html, isolate_html
from tui.model import OWN_VOICE


def html_comparison(comparison: Comparison) -> Iterator[str]:
    """Yield the totals and the table, then what one account alone tells."""
    rows, folded = fold_rows(sort_rows(comparison.rows, RowOrder.STATUS))
    totals = escape_html(phrasing.comparison_totals(comparison))
    yield f'<section aria-labelledby="comparison">\n<h2 id="comparison">Comparison</h2>\n<p>{totals}</p>\n'
    yield from _table(rows, comparison)
    if folded:
        yield "<h3>Told by one account</h3>\n"
        yield from _table(folded, comparison)
    yield "</section>\n"


def row_anchors(comparison: Comparison) -> dict[str, str]:
    """Return the id of each proposition's row, by its slug."""
    return {row.proposition.slug: f"p-{number}" for number, row in enumerate(comparison.rows, 1)}


def _table(rows: Iterable[ComparisonRow], comparison: Comparison) -> Iterator[str]:
    anchors = row_anchors(comparison)
    heads = ["Status", "Proposition", *_heads(comparison)]
    yield '<div class="wide"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{isolate_html(head)}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        slug = row.proposition.slug
        against = [anchors[other] for other in comparison.codebook.contradicting(slug) if other in anchors]
        opposed = f' data-against="{" ".join(against)}"' if against else ""
        yield f'<tr id="{anchors[slug]}"{opposed}>{"".join(_cells(row, comparison))}</tr>\n'
    yield "</tbody></table></div>\n"


def _heads(comparison: Comparison) -> list[str]:
    if not phrasing.has_columns(len(comparison.accounts)):
        return ["Accounts"]
    names = zip(comparison.accounts, account_names(comparison.accounts), strict=True)
    return [f"{account.siglum} {name}" for account, name in names]


def _cells(row: ComparisonRow, comparison: Comparison) -> Iterator[str]:
    number = comparison.numbers.get(row.proposition.slug)
    yield f'<td class="status">{row.status.words}{f" {number}" if number else ""}</td>'
    remarks = proposition_remarks(row.proposition, comparison.codebook)
    said = "".join(f'<br><span class="quiet">{isolate_html(str(remark))}</span>' for remark in remarks)
    yield f'<th scope="row">{isolate_html(row.proposition.text)}{said}</th>'
    if not phrasing.has_columns(len(comparison.accounts)):
        yield f"<td>{'<br>'.join(_lines(cell) for cell in row.cells)}</td>"
        return
    for cell in row.all_cells(comparison.accounts):
        lines = _lines(cell)
        yield f"<td>{lines}</td>" if lines else '<td class="silent">–</td>'


def _lines(cell: AccountCell) -> str:
    return "<br>".join([*map(_line, cell.statements), *map(_uncounted_line, cell.uncounted)])


def _line(statement: Statement) -> str:
    placed, reference = statement.placed, statement.reference
    place = reference if placed.has_place else f"r-{reference}"
    speakers = _speakers(placed.record.annotation.speaker)
    return f'{html_sign(statement.kind)} <a href="#{place}">{reference}</a> {speakers}'


def _uncounted_line(statement: Statement) -> str:
    return f"{_line(statement)} · {isolate_html(statement_words.statement_doubt(statement))}"


@lru_cache(maxsize=4096)  # who speaks again has the same
def _speakers(names: tuple[str, ...]) -> str:
    """Return those who make a statement, each once."""
    return isolate_html(phrasing.and_list(tuple(dict.fromkeys(names))) or OWN_VOICE)
