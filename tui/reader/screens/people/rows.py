"""The rows of the people and of their statements: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.analysis.people import Person
from tui.analysis.quote_pairs import QuoteVariants
from tui.analysis.statements import Statement
from tui.formats.phrasing import outer_marks
from tui.formats.statement_words import doubtful_count, mark_adjusted, marked_by, statement_doubt
from tui.layout.glyphs import Glyphs
from tui.layout.visible import make_visible
from tui.model import Account, Codebook, Span
from tui.reader.content import kind_glyph, line_content, stance_verb, visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import fold_lines

NAME = 20
"""Cells for a name beside the numbers, with the edges of the list."""
INDENT = 7
"""Cells before a quote, for its reference and kind."""


class PeopleRows(Rows):
    """The people, one line each."""

    def __init__(self, people: Sequence[Person], accounts: Sequence[Account]) -> None:
        super().__init__(people)
        self.people = people
        self.accounts = accounts

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        person = self.people[index]
        counts = [_count(person.by_account.get(account.article.id, 0)) for account in self.accounts]
        numbers = Content(" ").join(counts)
        name_width = width - numbers.cell_length - 1
        name = line_content(person.name, "bold" if current else "").truncate(name_width, ellipsis=True, pad=True)
        return [Content.assemble(name, " ", numbers)]


def _count(number: int) -> Content:
    return Content.styled(f"{number:>3}" if number else "  ·", "" if number else "$quiet")


def people_width(width: int, accounts: int) -> int:
    """Return the cells of the list of people on a screen of `width` cells.

    That is about a third, and up to half so that names are legible beside the numbers of many accounts.
    """
    needed = NAME + accounts * len("  · ")
    return max(28, min(56, width * 36 // 100), min(needed, width // 2))


def people_head(accounts: Sequence[Account], width: int) -> Content:
    """Return the header over the people, `width` cells wide."""
    sigla = Content(" ").join([Content.styled(f"{account.siglum:>3}", "bold $primary") for account in accounts])
    name_width = max(0, width - sigla.cell_length - 1)
    return Content.assemble(Content.styled("Who", "$quiet").truncate(name_width, ellipsis=True, pad=True), " ", sigla)


def person_summary(person: Person, *, glyphs: Glyphs) -> Content:
    """Return a person's name, number of statements by kind, and other names."""
    kinds = [
        Content.assemble(kind_glyph(kind, glyphs), Content.styled(f"{number}", f"${color_variable(kind)}"))
        for kind, number in person.by_kind
    ]
    parts = [line_content(person.name, "bold"), *([Content("  ").join(kinds)] if kinds else [])]
    if person.doubtful:
        parts.append(Content.styled(doubtful_count(len(person.doubtful)), "$warning"))
    others = [name for name in person.variants if name != person.name]
    if others:
        parts.append(line_content(f"also {', '.join(others)}", "$quiet"))
    return Content("   ").join(parts)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A heading, or a statement of a person."""

    heading: Content | None = None
    statement: Statement | None = None
    differing: tuple[Span, ...] = ()
    """The spans of the quote, in code points, that another account words differently."""


def statement_lines(person: Person, accounts: Sequence[Account], codebook: Codebook) -> tuple[StatementLine, ...]:
    """Return contradictions, then differing quotes, then all by account.

    Doubtful statements are last in each account.
    """
    return (
        *_contradictions(person, codebook),
        *_wordings(person.quote_variants()),
        *_by_account(person, accounts),
    )


def _contradictions(person: Person, codebook: Codebook) -> Iterator[StatementLine]:
    for contradiction in person.contradictions:
        sentence = line_content(codebook.proposition_text(contradiction.about), "italic")
        yield StatementLine(Content.assemble(Content.styled("Says so and denies it: ", "$warning bold"), sentence))
        for statement in (*contradiction.carrying, *contradiction.rejecting):
            yield StatementLine(statement=statement)


def _wordings(pairs: Sequence[QuoteVariants]) -> Iterator[StatementLine]:
    if pairs:
        yield StatementLine(Content.styled("The same words, quoted differently", "$warning bold"))
    for pair in pairs:
        yield StatementLine(statement=pair.left, differing=pair.difference.left)
        yield StatementLine(statement=pair.right, differing=pair.difference.right)


def _by_account(person: Person, accounts: Sequence[Account]) -> Iterator[StatementLine]:
    by_article: dict[str, list[Statement]] = {}
    for statement in (*person.statements, *person.doubtful):
        by_article.setdefault(statement.account.article.id, []).append(statement)
    for account in accounts:
        if account.article.id not in by_article:
            continue
        name = visible_line(account.article.name)
        yield StatementLine(Content.assemble((f"{account.siglum}  ", "bold $primary"), Content.styled(name, "$quiet")))
        for statement in by_article[account.article.id]:
            yield StatementLine(statement=statement)


class StatementRows(Rows):
    """The statements of a person, with headings."""

    def __init__(self, statements: Sequence[StatementLine], codebook: Codebook, glyphs: Glyphs) -> None:
        super().__init__(statements)
        self.statements = statements
        self.codebook = codebook
        self.glyphs = glyphs
        self._line_cache: dict[tuple[int, int], list[Content]] = {}
        """The lines of a row, by its index and width."""

    def can_select(self, index: int) -> bool:
        return self.statements[index].statement is not None

    def height(self, index: int, width: int) -> int:
        return len(self.lines(index, width, current=False))

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        lines = self._line_cache.get((index, width))
        if lines is None:
            lines = self._line_cache[index, width] = self._fold(index, width)
        return lines

    def _fold(self, index: int, width: int) -> list[Content]:
        line = self.statements[index]
        if line.heading is not None:
            return [Content(""), line.heading] if index else [line.heading]
        if line.statement is None:
            return []
        return _folded_statement(line.statement, line.differing, width, self.codebook, self.glyphs)


def _folded_statement(
    statement: Statement, differing: Sequence[Span], width: int, codebook: Codebook, glyphs: Glyphs
) -> list[Content]:
    annotation = statement.annotation
    words = _words(statement, differing)
    first, *rest = fold_lines(words, max(10, width - INDENT))
    reference, glyph = Content.styled(f"{statement.reference:<4} ", "bold"), kind_glyph(statement.kind, glyphs)
    lines = [Content.assemble(reference, glyph, " ", first), *[Content.assemble(" " * INDENT, line) for line in rest]]
    if annotation.about and not differing:
        sentence = visible_line(codebook.proposition_text(annotation.about))
        stance = f"{' ' * INDENT}{stance_verb(statement.kind)}: {sentence}"
        lines.append(Content.styled(stance, "$quiet").truncate(width, ellipsis=True))
    marks = (mark for mark in (statement_doubt(statement), marked_by(statement)) if mark)
    indented = (Content.styled(f"{' ' * INDENT}{visible_line(mark)}", "$quiet") for mark in marks)
    return [*lines, *(mark.truncate(width, ellipsis=True) for mark in indented)]


def _words(statement: Statement, differing: Sequence[Span]) -> Content:
    """Return the article's words today, else the comment."""
    if not statement.words:
        return line_content(statement.annotation.body, "italic")
    sign = Content.styled(mark_adjusted(statement, ""), "$accent bold")
    return Content.assemble(sign, marked_quote(statement.words, differing))


def marked_quote(quote: str, differing: Sequence[Span]) -> Content:
    """Return a quote on one line, with differing spans of code points marked.

    `marked_quote("We will never leave", [Span(3, 7)])` marks `will`.
    """
    # White space is replaced one for one, so that the spans stay valid.
    clean = make_visible("".join(" " if character.isspace() else character for character in quote))
    content = Content.styled(clean, "italic")
    for start, end in differing:
        content = content.stylize("bold underline $warning", start, end)
    opening, closing = outer_marks(quote)
    return Content.assemble(opening, content, closing)
