"""How the speakers and what they say are listed: pure, from the analysis to lines of content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.analysis.people import Person, QuoteVariants
from tui.analysis.statements import Statement
from tui.layout.glyphs import Glyphs
from tui.layout.visible import make_visible
from tui.model import Account, Codebook, Span
from tui.reader.content import kind_glyph, line_content, stance_verb, visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import fold_lines

INDENT = 7
"""Cells before a quote: its reference and its kind."""


class PeopleRows(Rows):
    """The speakers, a line each."""

    def __init__(self, people: Sequence[Person], accounts: Sequence[Account]) -> None:
        super().__init__(people)
        self.people = people
        self.accounts = accounts

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the person's name, and how much they say in each account."""
        person = self.people[index]
        counts = [_count(person.by_account.get(account.article.id, 0)) for account in self.accounts]
        numbers = Content(" ").join(counts)
        room = width - numbers.cell_length - 1
        name = line_content(person.name, "bold" if current else "").truncate(room, ellipsis=True, pad=True)
        return [Content.assemble(name, " ", numbers)]


def _count(number: int) -> Content:
    return Content.styled(f"{number:>3}" if number else "  ·", "" if number else "$quiet")


def people_head(accounts: Sequence[Account], width: int) -> Content:
    """Return the line over the people: the accounts' sigla over their counts."""
    sigla = Content(" ").join([Content.styled(f"{account.siglum:>3}", "bold $primary") for account in accounts])
    room = max(0, width - sigla.cell_length - 1)
    return Content.assemble(Content.styled("Who", "$quiet").truncate(room, ellipsis=True, pad=True), " ", sigla)


def person_summary(person: Person, *, glyphs: Glyphs) -> Content:
    """Return a person's name, its variants, and what they do how often."""
    kinds = [
        Content.assemble(kind_glyph(kind, glyphs), Content.styled(f"{number}", f"${color_variable(kind)}"))
        for kind, number in person.by_kind
    ]
    parts = [line_content(person.name, "bold"), Content("  ").join(kinds)]
    others = [name for name in person.variants if name != person.name]
    if others:
        parts.append(line_content(f"also {', '.join(others)}", "$quiet"))
    return Content("   ").join(parts)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A row of what a person says: a heading, or a statement."""

    heading: Content | None = None
    statement: Statement | None = None
    differing: tuple[Span, ...] = ()
    """The stretches of the quote that another account words differently."""


def said_lines(person: Person, accounts: Sequence[Account], codebook: Codebook) -> tuple[SaidLine, ...]:
    """Return what a person says: contradictions first, then two wordings, then all of it account by account."""
    return (
        *_contradictions(person, codebook),
        *_wordings(person.quote_variants()),
        *_by_account(person, accounts),
    )


def _contradictions(person: Person, codebook: Codebook) -> Iterator[SaidLine]:
    for found in person.contradictions:
        sentence = line_content(codebook.proposition_text(found.about), "italic")
        yield SaidLine(Content.assemble(Content.styled("Says so and denies it: ", "$warning bold"), sentence))
        for statement in (*found.carrying, *found.rejecting):
            yield SaidLine(statement=statement)


def _wordings(found: Sequence[QuoteVariants]) -> Iterator[SaidLine]:
    if found:
        yield SaidLine(Content.styled("The same words, quoted differently", "$warning bold"))
    for pair in found:
        yield SaidLine(statement=pair.left, differing=pair.difference.left)
        yield SaidLine(statement=pair.right, differing=pair.difference.right)


def _by_account(person: Person, accounts: Sequence[Account]) -> Iterator[SaidLine]:
    told: dict[str, list[Statement]] = {}
    for statement in person.statements:
        told.setdefault(statement.account.article.id, []).append(statement)
    for account in accounts:
        name = visible_line(account.article.name)
        yield SaidLine(Content.assemble((f"{account.siglum}  ", "bold $primary"), Content.styled(name, "$quiet")))
        if account.article.id not in told:
            yield SaidLine(Content.styled("       says nothing here", "$quiet"))
        for statement in told.get(account.article.id, ()):
            yield SaidLine(statement=statement)


class SaidRows(Rows):
    """What a person says: headings and statements."""

    def __init__(self, said: Sequence[SaidLine], codebook: Codebook, glyphs: Glyphs) -> None:
        super().__init__(said)
        self.said = said
        self.codebook = codebook
        self.glyphs = glyphs
        self._made: dict[tuple[int, int], list[Content]] = {}

    def can_select(self, index: int) -> bool:
        return self.said[index].statement is not None

    def height(self, index: int, width: int) -> int:
        return len(self._lines(index, width))

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        return self._lines(index, width)

    def _lines(self, index: int, width: int) -> list[Content]:
        made = self._made.get((index, width))
        if made is None:
            made = self._made[index, width] = self._make(index, width)
        return made

    def _make(self, index: int, width: int) -> list[Content]:
        line = self.said[index]
        if line.heading is not None:
            return [Content(""), line.heading] if index else [line.heading]
        return _statement_lines(line, width, self.codebook, glyphs=self.glyphs) if line.statement else []


def _statement_lines(line: SaidLine, width: int, codebook: Codebook, *, glyphs: Glyphs) -> list[Content]:
    statement = line.statement
    if statement is None:
        return []
    annotation = statement.annotation
    words = (
        marked_quote(annotation.quote, line.differing) if annotation.quote else line_content(annotation.body, "italic")
    )
    wrapped = fold_lines(words, max(10, width - INDENT))
    mark = kind_glyph(statement.kind, glyphs)
    first = Content.assemble((f"{statement.reference:<4} ", "bold"), mark, " ", wrapped[0])
    lines = [first, *[Content.assemble(" " * INDENT, rest) for rest in wrapped[1:]]]
    if annotation.about and not line.differing:
        sentence = visible_line(codebook.proposition_text(annotation.about))
        does = f"{' ' * INDENT}{stance_verb(statement.kind)}: {sentence}"
        lines.append(Content.styled(does, "$quiet").truncate(width, ellipsis=True))
    return lines


def marked_quote(quote: str, differing: Sequence[Span]) -> Content:
    """Return a quote on one line, with the words marked that are not the same elsewhere."""
    # White space is mapped one for one, so that the spans stay where they are.
    clean = make_visible("".join(" " if character.isspace() else character for character in quote))
    content = Content.styled(clean, "italic")
    for start, end in differing:
        content = content.stylize("bold underline $warning", start, end)
    return Content.assemble("“", content, "”")
