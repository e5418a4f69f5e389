"""Who else speaks of the proposition of a record, for the inspector: pure."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from tui.analysis.account_cell import CellLine, make_cell
from tui.analysis.statements import Statement
from tui.formats.phrasing import and_list
from tui.formats.statement_words import ADJUSTED_SIGN, uncounted
from tui.layout.glyphs import Glyphs
from tui.model import OWN_VOICE, Account, Codebook, Placed
from tui.reader.content import kind_glyph, line_content, stance_verb
from tui.session.proposition_links import PropositionLinks


def other_speakers(links: PropositionLinks, account: Account, placed: Placed, *, glyphs: Glyphs) -> Iterator[Content]:
    """Yield a line for each account with who else speaks of it.

    The record's own account has none if nobody else speaks of it there.
    """
    others = links.others(placed.record)
    for other in links.collation.articles_once:
        statements = others[other.article.id]
        if statements or other.article.id != account.article.id:
            speakers = _speakers(other.article.id, statements, links.collation.codebook, glyphs)
            yield Content.assemble(Content.styled(f" {other.siglum} ", "bold"), Content("   ").join(speakers))


def _speakers(article: str, statements: Iterable[Statement], codebook: Codebook, glyphs: Glyphs) -> list[Content]:
    cell = make_cell(article, statements)
    if cell.silent:
        return [Content.styled("silent", "$quiet")]
    speakers = [part for line in cell.lines(codebook) for part in _line_speakers(line, glyphs)]
    return [*speakers, *(Content.styled(part, "$warning") for part in uncounted(cell))]


def _line_speakers(line: CellLine, glyphs: Glyphs) -> Iterator[Content]:
    """Yield who makes statements of a kind, with how many if several."""
    by_speakers: dict[tuple[str, ...], list[Statement]] = {}
    for statement in line.statements:
        by_speakers.setdefault(statement.speakers, []).append(statement)
    for speakers, statements in by_speakers.items():
        repeats = f" ×{len(statements)}" if len(statements) > 1 else ""
        sign = ADJUSTED_SIGN if any(statement.is_adjusted for statement in statements) else ""
        name = line_content(and_list(speakers) or OWN_VOICE)
        verb = Content.styled(f" {stance_verb(line.kind)}{repeats}", "$quiet")
        yield Content.assemble(kind_glyph(line.kind, glyphs), sign, " ", name, verb)
