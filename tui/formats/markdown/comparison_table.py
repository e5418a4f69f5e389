"""The comparison as Markdown: a table, and a list for each proposition."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.analysis.account_cell import CellLine
from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.statements import Statement
from tui.formats import phrasing, statement_words
from tui.formats.account_names import account_names, dated_name
from tui.formats.markdown import escape
from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.inline_body import inline_body, is_one_paragraph
from tui.formats.markdown.record_item import BULLET, list_item
from tui.formats.markdown.record_links import record_link, record_links
from tui.formats.proposition_words import Remark, proposition_remarks, remarked
from tui.model import Account, Codebook, Proposition

_SILENT = "–"
_CONTRARY = "⇄"
_LINE_BREAK = " <br>"
"""Markdown has no other line break in a cell. A program that drops tags still has a space and a glyph there."""
_HEAD = ("Status", "#", "Proposition")
_RULE = ("---", "---:", "---")
_COUNTS = ("Accounts", "Assert or agree", "Deny", "Doubtful")


def comparison_markdown(
    comparison: Comparison, rows: Iterable[ComparisonRow] | None = None, folded: Iterable[ComparisonRow] = ()
) -> str:
    """Return a document with the accounts, a table of the rows, the totals.

    If the table has no room for the speakers, a list for each row follows. What one account alone tells can be folded,
    to a list of propositions at the end.
    """
    shown = tuple(comparison.rows if rows is None else rows)
    accounts = map(_account_item, comparison.accounts)
    folded = tuple(folded)
    table, totals = comparison_table(comparison, shown), phrasing.comparison_totals(comparison)
    remarks = remark_list(comparison, (*shown, *folded))
    lists = () if phrasing.has_columns(len(comparison.accounts)) else (_list_blocks(row, comparison) for row in shown)
    blocks = (
        "# Comparison of accounts",
        "\n".join(accounts),
        table,
        totals,
        remarks,
        *lists,
        *single_blocks(folded, comparison, "##"),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def comparison_table(comparison: Comparison, rows: Iterable[ComparisonRow], *, linked: bool = False) -> str:
    """Return a table with one column for each account, or "" without rows.

    With more than `phrasing.MAX_COLUMNS` accounts, it counts them instead. If `linked`, each cell has links to its
    records.
    """
    rows = tuple(rows)
    if not rows:
        return ""
    if not phrasing.has_columns(len(comparison.accounts)):
        counts = (_count_row(row, comparison) for row in rows)
        return gfm_table((*_HEAD, *_COUNTS), (*_RULE, *("---:" for _ in _COUNTS)), counts)
    heads = map(_account_head, comparison.accounts, account_names(comparison.accounts))
    cells = (_table_row(row, comparison, linked=linked) for row in rows)
    return gfm_table((*_HEAD, *heads), (*_RULE, *("---" for _ in comparison.accounts)), cells)


def single_blocks(
    rows: Iterable[ComparisonRow], comparison: Comparison, heading: str, *, linked: bool = False
) -> Iterator[str]:
    """Yield the propositions that each account alone tells, under a heading."""
    own: dict[str, list[str]] = {}
    for row in rows:
        own.setdefault(row.evidence[0].account.article.id, []).append(
            f"{BULLET}{_proposition_item(row, linked=linked)}"
        )
    if own:
        yield f"{heading} Told by one account"
    for account in comparison.accounts:
        if items := own.get(account.article.id):
            yield f"**{account.siglum}** {escape.inline(dated_name(account))}"
            yield "\n".join(items)


def gfm_table(head: Iterable[str], rule: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a GFM table of cells that are already Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def row_list(row: ComparisonRow, comparison: Comparison) -> str:
    """Return a list of what each account says about the proposition."""
    lines = [statement_line(statement) for statement in (*row.evidence, *row.uncounted)]
    for account, line in statement_words.contrary_by_account(row, comparison.codebook):
        lines.append(f"{account.siglum} {_CONTRARY} {escape.inline(line)}")
    if silent := phrasing.silent_accounts(comparison, row.heard_articles):
        lines.append(silent)
    return "\n".join(f"{BULLET}{line}" for line in lines)


def remark_list(comparison: Comparison, rows: Iterable[ComparisonRow]) -> str:
    """Return a list of what contradicts propositions, and of the verdicts."""
    items = (
        f"{BULLET}*{escape.inline(proposition.text)}* · {_remark_line(proposition, remarks)}"
        for proposition, remarks in remarked(rows, comparison.codebook)
    )
    return "\n".join(items)


def remark_lines(proposition: Proposition, codebook: Codebook) -> Iterator[str]:
    """Yield a line on what contradicts a proposition, and its verdict."""
    if remarks := proposition_remarks(proposition, codebook):
        yield _remark_line(proposition, remarks)


def remark_blocks(proposition: Proposition, codebook: Codebook) -> Iterator[str]:
    """Yield the remarks on one line, and reasons of several blocks apart."""
    if is_one_paragraph(proposition.because):
        yield from remark_lines(proposition, codebook)
        return
    yield from remark_lines(replace(proposition, because=""), codebook)
    yield list_item(("because:", isolate_body(proposition.because)))


def _remark_line(proposition: Proposition, remarks: Iterable[Remark]) -> str:
    return " · ".join(f"{remark.label}: {remark_text(proposition, remark)}" for remark in remarks)


def remark_text(proposition: Proposition, remark: Remark) -> str:
    """Return what is said of a proposition, without the label before it."""
    if remark.label == "because":
        return inline_body(proposition.because)
    return ", ".join(map(escape.address, remark.texts))


def statement_line(statement: Statement, *, linked: bool = False) -> str:
    """Return a statement on one line, with its words shortened."""
    kind = f"{statement.kind.glyph} {statement.kind.label}"
    parts = (
        phrasing.speakers_or_own_voice(statement.annotation),
        statement_words.statement_quote(statement),
        statement_words.statement_qualifiers(statement),
        statement_words.marked_by(statement),
        statement_words.statement_doubt(statement),
    )
    line = " · ".join(escape.inline(part) for part in (kind, *parts) if part)
    return f"**{record_link(statement.reference, linked=linked)}** {line}"


def _list_blocks(row: ComparisonRow, comparison: Comparison) -> str:
    return f"## {numbered_heading(row, comparison)}\n\n{row_list(row, comparison)}"


def numbered_heading(row: ComparisonRow, comparison: Comparison) -> str:
    """Return a proposition for a heading, after its number if it has one."""
    number = comparison.numbers.get(row.proposition.slug)
    text = escape.line(row.proposition.text)
    return f"{number} · {text}" if number else text


def _account_item(account: Account) -> str:
    parts = (account.article.title, *phrasing.byline_parts(account))
    return f"{BULLET}**{account.siglum}** {' · '.join(map(escape.inline, parts))}"


def _account_head(account: Account, name: str) -> str:
    return f"{account.siglum} {escape.cell(name)}"


def _proposition_item(row: ComparisonRow, *, linked: bool) -> str:
    references = ", ".join(record_link(statement.reference, linked=linked) for statement in row.evidence)
    return f"{escape.inline(row.proposition.text)} · {references}"


def _row_head(row: ComparisonRow, comparison: Comparison) -> tuple[str, ...]:
    number = comparison.numbers.get(row.proposition.slug, "")
    return row.status.words, str(number), escape.cell(row.proposition.text)


def _table_row(row: ComparisonRow, comparison: Comparison, *, linked: bool) -> tuple[str, ...]:
    cells = (cell_parts(row, account.article.id, comparison, linked=linked) for account in comparison.accounts)
    return *_row_head(row, comparison), *(_LINE_BREAK.join(lines) or _SILENT for lines in cells)


def _count_row(row: ComparisonRow, comparison: Comparison) -> tuple[str, ...]:
    carrying = sum(cell.carries for cell in row.cells)
    rejecting = sum(cell.rejects for cell in row.cells)
    numbers = (row.spread, carrying, rejecting, len(row.doubtful))
    return *_row_head(row, comparison), *map(str, numbers)


def cell_parts(row: ComparisonRow, article_id: str, comparison: Comparison, *, linked: bool) -> list[str]:
    """Return a line for each kind, what is doubtful, and what contradicts."""
    cell, codebook = row.cell(article_id), comparison.codebook
    lines = [
        _with_links(f"{line.kind.glyph} {_said(line)}", line.statements, linked=linked) for line in cell.lines(codebook)
    ]
    lines += [
        _with_links(text, statements, linked=linked)
        for text, statements in zip(
            statement_words.uncounted(cell), filter(None, (cell.doubtful, cell.unresolved)), strict=True
        )
    ]
    contrary = statement_words.contrary_lines(row.contrary_in(article_id), codebook)
    return lines + [escape.cell(f"{_CONTRARY} {line}") for line in contrary]


def _said(line: CellLine) -> str:
    return f"{statement_words.line_count(line)} {statement_words.line_speakers(line)}"


def _with_links(text: str, statements: Sequence[Statement], *, linked: bool) -> str:
    links = f" · {record_links(statements)}" if linked else ""
    return f"{escape.cell(text)}{links}"
