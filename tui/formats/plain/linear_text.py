"""A survey as linear text: accounts with records, then the comparison.

A pipe, a screen reader or a terminal without a cursor gets the reader's content this way, in reading order. Nothing
depends on color or position.
"""

from collections.abc import Iterable, Iterator

from tui.analysis.comparison import Comparison, ComparisonRow
from tui.analysis.row_order import RowOrder, sort_rows
from tui.analysis.survey import NumberedRecord, Survey
from tui.formats import phrasing, statement_words
from tui.formats.plain.page import MIN_TEXT_WIDTH, Page, pad
from tui.formats.plain.people_lines import people_lines
from tui.formats.plain.statement_rows import statement_rows
from tui.formats.proposition_words import proposition_remarks
from tui.layout.visible import make_visible
from tui.layout.wrapped import WrappedText, wrap
from tui.model import NOTE, Account, Annotation, Codebook, Placed, Record

_GUTTER = 4
"""Cells left of the text: up to three glyphs and a space."""
_INDENT = 6


def plain_lines(survey: Survey, page: Page) -> Iterator[str]:
    """Yield the lines of a survey, never two blank ones in a row."""
    blank = True
    for line in _sections(survey, page):
        if line or not blank:
            yield line
        blank = not line


def _account(account: Account, survey: Survey, page: Page) -> Iterator[str]:
    yield page.rule()
    yield from page.rows(page.account_title(account), hanging=3)
    source = (*phrasing.byline_parts(account), account.article.byline.url, account.article.path.name)
    yield from page.rows(page.own(" · ").join(part for part in source if part), indent=3)
    yield from page.rows(page.own(" · ").join(_counts(account, survey)), indent=3)
    yield page.rule()
    waiting = list(survey.records(account))
    text = wrap(account.article.text, max(page.width - _GUTTER, MIN_TEXT_WIDTH))
    glyphs = _gutter_glyphs(account, text, survey.codebook, page)
    for first, last in _paragraphs(text):
        for row in range(first, last):
            yield f"{pad(glyphs.get(row, ''), _GUTTER - 1, right=True)} {text.row_display(row)}".rstrip()
        yield from _records(_take_before(waiting, text.row_span(last - 1).end), survey.codebook, page)
        yield ""
    yield from _unplaced(waiting, survey.stray_notes(account), survey.codebook, page)


def comparison_lines(
    comparison: Comparison, page: Page, rows: Iterable[ComparisonRow] | None = None, *, folded: int = 0
) -> Iterator[str]:
    """Yield the totals, and what each account says of each proposition.

    Without rows, yield all of them by status. `folded` is the number of those left out.
    """
    yield page.rule()
    yield "Comparison"
    yield from page.rows(page.own(phrasing.comparison_totals(comparison)), indent=3)
    yield page.rule()
    for row in sort_rows(comparison.rows, RowOrder.STATUS) if rows is None else rows:
        number = comparison.numbers.get(row.proposition.slug)
        head = f"{row.proposition.text} [{row.status.words}]"
        yield from page.rows(page.own(f"{number} · {head}") if number else head, hanging=3)
        for remark in proposition_remarks(row.proposition, comparison.codebook):
            yield from page.rows(str(remark), 3, 2)
        yield from _cells(row, comparison, page)
        yield ""
    if folded:
        yield folded_line(folded)


def folded_line(number: int) -> str:
    """Return how many rows one account alone tells, and what shows them."""
    return f"{number:,} told by one account: --all shows them"


def record_lines(annotation: Annotation, reference: str, codebook: Codebook, page: Page, indent: int) -> list[str]:
    """Return a record in lines that are `indent` cells from the left."""
    kind = codebook.kind(annotation.kind)
    signed = phrasing.record_signature(annotation)
    head = [f"{reference} {page.glyphs.of(kind)} {make_visible(kind.label)}".strip()]
    head += phrasing.attribution_parts(annotation)
    if kind.name == NOTE.name and signed:
        head.append(signed)
    lines = page.rows(page.own(" · ".join(head)), indent, 2)
    if annotation.about:
        about = f"{phrasing.relation_label(kind)}: {codebook.proposition_text(annotation.about)}"
        lines += page.rows(about, indent + 2, 2)
    if annotation.quote:
        lines += page.rows(page.own(phrasing.in_quotes(annotation.quote)), indent + 2)
    if annotation.body:
        lines += page.rows(annotation.body, indent + 2)
    if annotation.tags:
        lines += page.rows(f"Tags: {', '.join(annotation.tags)}", indent + 2, 2)
    if kind.name != NOTE.name and signed:
        lines += page.rows(signed, indent + 2, 2)
    return lines


def doubt_lines(account: Account, placed: Placed, page: Page, indent: int) -> list[str]:
    """Return what is uncertain about a record's place, `indent` cells in."""
    doubt = phrasing.anchor_doubt(placed)
    if not doubt:
        return []
    quote = phrasing.current_quote(account, placed)
    sentence = f"{doubt}: {phrasing.in_quotes(quote)}" if quote else f"{doubt}."
    return page.rows(page.own(sentence), indent)


def _sections(survey: Survey, page: Page) -> Iterator[str]:
    if not survey.accounts:
        yield "There is no article here."
    for account in survey.accounts:
        yield from _account(account, survey, page)
        yield ""
    if survey.accounts:
        yield from comparison_lines(survey.comparison, page)
        yield from people_lines(survey, page)
    yield from _proposition_notes(survey.collation.notes, survey.codebook, page)


def _counts(account: Account, survey: Survey) -> Iterator[str]:
    counts = survey.counts[account.article.id]
    for name in dict.fromkeys((*survey.codebook.kinds, *sorted(counts))):
        if counts.get(name):
            yield f"{survey.codebook.kind(name).label} {counts[name]}"
    if doubtful := statement_words.doubtful_count(survey.comparison.doubtful.get(account.article.id, 0)):
        yield doubtful
    if not account.placed:
        yield "nothing recorded"


def _gutter_glyphs(account: Account, text: WrappedText, codebook: Codebook, page: Page) -> dict[int, str]:
    kinds: dict[int, dict[str, None]] = {}
    for placed in account.statements():
        if placed.span is None:
            continue
        start, end = placed.span
        for row in range(text.row_at(start), text.row_at(max(end - 1, start)) + 1):
            kinds.setdefault(row, {})[placed.annotation.kind] = None
    return {
        row: "".join(page.glyphs.of(codebook.kind(name)) for name in list(names)[:3]) for row, names in kinds.items()
    }


def _paragraphs(text: WrappedText) -> Iterator[tuple[int, int]]:
    """Yield the first row of each paragraph, and the row after its last."""
    first = 0
    for row in range(text.height):
        if text.is_blank(row):
            if first < row:
                yield first, row
            first = row + 1
    if first < text.height:
        yield first, text.height


def _take_before(waiting: list[NumberedRecord], end: int) -> list[NumberedRecord]:
    """Take the records that begin before a code point off a list."""
    count = 0
    while count < len(waiting) and (span := waiting[count].placed.span) and span.start < end:
        count += 1
    records = waiting[:count]
    del waiting[:count]
    return records


def _records(records: Iterable[NumberedRecord], codebook: Codebook, page: Page) -> Iterator[str]:
    for record in records:
        yield ""
        yield from record_lines(record.annotation, record.reference, codebook, page, _INDENT)
        yield from doubt_lines(record.account, record.placed, page, _INDENT + 2)
        for note in record.notes:
            yield from record_lines(note.annotation, "", codebook, page, _INDENT + 2)


def _unplaced(
    records: list[NumberedRecord], strays: tuple[Placed, ...], codebook: Codebook, page: Page
) -> Iterator[str]:
    quoting = [record for record in records if record.annotation.quote]
    on_article = [record for record in records if not record.annotation.quote]
    for heading, group in (("Without a certain place", quoting), ("On the whole article", on_article)):
        if group:
            yield from page.rows(heading, _GUTTER)
            yield from _records(group, codebook, page)
            yield ""
    if strays:
        yield from page.rows("Notes on records that are not there", _GUTTER)
        for note in strays:
            yield from record_lines(note.annotation, "", codebook, page, _INDENT)
        yield ""


def _cells(row: ComparisonRow, comparison: Comparison, page: Page) -> Iterator[str]:
    for statement in (*row.evidence, *row.uncounted):
        yield from statement_rows(statement, page, 3, phrasing.speakers_or_own_voice(statement.annotation))
    for account, line in statement_words.contrary_by_account(row, comparison.codebook):
        yield from page.rows(page.own(f"{account.siglum} {page.glyphs.contrary} ") + line, 3, 3)
    if silent := phrasing.silent_accounts(comparison, row.heard_articles):
        yield from page.rows(page.own(silent), 3, 3)


def _proposition_notes(notes: tuple[Record, ...], codebook: Codebook, page: Page) -> Iterator[str]:
    if notes:
        yield from (page.rule(), "Notes on propositions", page.rule())
    for note in notes:
        yield from record_lines(note.annotation, "", codebook, page, 0)
        yield ""
