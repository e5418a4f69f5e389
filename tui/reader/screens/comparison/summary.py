"""The lines around the rows: totals, accounts, and what has no row."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.analysis.comparison import Comparison, Status
from tui.analysis.row_order import RowOrder
from tui.formats.account_names import account_names, dated_name
from tui.formats.phrasing import count_noun
from tui.layout.glyphs import Glyphs
from tui.reader.content import visible_line
from tui.reader.screens.comparison.cells import STATUS_STYLES
from tui.reader.screens.comparison.keys import STATUS_KEYS
from tui.session.comparison_query import ORDER_LABELS, ComparisonQuery, query_in_words


def status_totals(comparison: Comparison, query: ComparisonQuery, width: int, glyphs: Glyphs) -> Content:
    """Return the number of rows of each status, in at most `width` cells."""
    counts = [_status_count(status, comparison.totals[status]) for status in STATUS_KEYS if comparison.totals[status]]
    dot = Content.styled(glyphs.own(" · "), "$quiet")
    hint = _fold_hint(comparison, query)
    line = Content("")
    for title, told in (("Comparison   ", hint), ("", hint), ("", hint.split(": i")[0] + ": i" * (": i" in hint))):
        parts = [*counts, Content.styled(told, "$quiet")] if told else counts
        line = Content.assemble((title, "bold"), dot.join(parts))
        if line.cell_length <= width:
            break
    return line.truncate(max(1, width), ellipsis=True)


def _fold_hint(comparison: Comparison, query: ComparisonQuery) -> str:
    """Return how many rows one account alone tells, and what `i` does."""
    single = comparison.totals[Status.SINGLE]
    if not single:
        return ""
    told = f"{single:,} told by one account"
    if single == len(comparison.rows):
        return told
    return f"{told}: i {'folds' if query.unfolded and not query.active else 'shows'} them"


def _status_count(status: Status, count: int) -> Content:
    """Return a number with its status, whose key is underlined."""
    before, key, after = status.value.partition(STATUS_KEYS[status])
    style = STATUS_STYLES[status]
    return Content.assemble((f"{count:,} {before}", style), (key, f"{style} underline"), (after, style))


def accounts_line(comparison: Comparison, width: int, glyphs: Glyphs) -> Content:
    """Return the accounts with their outlets, and their days if there is room."""
    accounts = comparison.accounts
    for names in ([dated_name(account) for account in accounts], account_names(accounts)):
        told = [f"{account.siglum} {visible_line(name)}" for account, name in zip(accounts, names, strict=True)]
        line = f"{count_noun(len(accounts), 'account')}: {glyphs.own(' · ').join(told)}"
        if Content(line).cell_length <= width:
            break
    return Content.styled(line, "$quiet").truncate(max(1, width), ellipsis=True)


def query_line(comparison: Comparison, query: ComparisonQuery, number: int, width: int, glyphs: Glyphs) -> Content:
    """Return the conditions and the order, or the accounts by default."""
    if not comparison.rows or (not query.active and query.order is RowOrder.STATUS):
        return accounts_line(comparison, width, glyphs)
    words = visible_line(query_in_words(comparison, query, number))
    order = f"sorted {ORDER_LABELS[query.order]}"
    line = Content.assemble(
        *(((words, "$accent bold"), "   ") if words else ()),
        (order, "$quiet"),
        *(("   ", ("Esc shows all", "$quiet")) if query.active else ()),
    )
    return line.truncate(max(1, width), ellipsis=True)


def outside_rows(comparison: Comparison, glyphs: Glyphs) -> Content:
    """Return what no row counts, such as notes and unlinked statements."""
    sigla = [account.siglum for account in comparison.accounts]
    counted = (
        ("without a proposition", _by_siglum(sigla, comparison.without_proposition)),
        ("readers’ notes", _by_siglum(sigla, comparison.notes)),
        ("unknown kind or proposition", _by_siglum(sigla, comparison.unresolved)),
        ("doubtful", ", ".join(_doubtful_by_siglum(comparison))),
    )
    parts = [f"{label}: {numbers}" for label, numbers in counted if numbers]
    if comparison.unspoken:
        parts.append(f"nobody speaks of {len(comparison.unspoken)} in the codebook")
    return Content.styled(glyphs.own(" · ").join(parts), "$quiet")


def _doubtful_by_siglum(comparison: Comparison) -> Iterator[str]:
    for account in comparison.accounts:
        if number := comparison.doubtful.get(account.article.id):
            yield f"{account.siglum} {number}"


def _by_siglum(sigla: Sequence[str], counts: Sequence[int]) -> str:
    return ", ".join(f"{siglum} {count}" for siglum, count in zip(sigla, counts, strict=True) if count)
