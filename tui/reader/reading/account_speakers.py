"""Who speaks of a proposition in each account, for the inspector: pure."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.analysis.account_cell import CellLine, make_cell
from tui.analysis.silence import silent_runs
from tui.analysis.statements import Statement
from tui.formats.phrasing import and_list
from tui.formats.statement_words import ADJUSTED_SIGN, contrary_lines, uncounted
from tui.layout.glyphs import Glyphs
from tui.model import OWN_VOICE, Account, Codebook, Placed, Stance
from tui.reader.content import are_several, kind_glyph, line_content, stance_verb, visible_line
from tui.session.proposition_links import PropositionLinks

SPEAKER_GAP = "  "
"""What separates the speakers of an account."""


def account_speakers(links: PropositionLinks, placed: Placed, *, glyphs: Glyphs) -> Iterator[Content]:
    """Yield a part for each account that speaks of a record's proposition.

    The record's own speakers are bold. What contradicts the proposition follows a sign. A last part names the silent
    accounts.
    """
    accounts, statements = links.collation.articles_once, links.by_article(placed.annotation.about)
    contrary, codebook = links.contrary(placed.annotation.about), links.collation.codebook
    ids = [account.article.id for account in accounts]
    speaking = [position for position, article in enumerate(ids) if statements[article] or article in contrary]
    for position in speaking:
        account = accounts[position]
        said = _speakers(statements[account.article.id], placed, codebook, glyphs)
        lines = contrary_lines(contrary.get(account.article.id, ()), codebook)
        said += (Content.styled(f"{glyphs.contrary} {visible_line(line)}", "$denial") for line in lines)
        yield Content.assemble(Content.styled(f"{account.siglum} ", "bold $primary"), Content(SPEAKER_GAP).join(said))
    if len(speaking) < len(accounts):
        runs = silent_runs(speaking, len(accounts))
        yield Content.styled(f"{', '.join(_run(accounts, run) for run in runs)} silent", "$quiet")


def _run(accounts: Sequence[Account], run: range) -> str:
    first, last = accounts[run[0]].siglum, accounts[run[-1]].siglum
    return first if first == last else f"{first}–{last}"


def _speakers(statements: Sequence[Statement], placed: Placed, codebook: Codebook, glyphs: Glyphs) -> list[Content]:
    if not statements:
        return []
    cell = make_cell(statements[0].ref.article, statements)
    speakers = [part for line in cell.lines(codebook) for part in _line_speakers(line, placed, glyphs)]
    return [*speakers, *(Content.styled(part, "$warning") for part in uncounted(cell))]


def _line_speakers(line: CellLine, placed: Placed, glyphs: Glyphs) -> Iterator[Content]:
    """Yield who makes statements of a kind, with how many if several."""
    by_speakers: dict[tuple[str, ...], list[Statement]] = {}
    for statement in line.statements:
        by_speakers.setdefault(statement.speakers, []).append(statement)
    for speakers, statements in by_speakers.items():
        is_own = any(statement.is_marked_by(placed.record) for statement in statements)
        sign = ADJUSTED_SIGN if any(statement.is_adjusted for statement in statements) else ""
        name = line_content(and_list(speakers) or OWN_VOICE, "bold" if is_own else "")
        words = _stance_words(line, len(statements), several=are_several(speakers))
        yield Content.assemble(kind_glyph(line.kind, glyphs), sign, " ", name, Content.styled(words, "$quiet"))


def _stance_words(line: CellLine, number: int, *, several: bool) -> str:
    """Return what the speakers do, unless they assert it, and how often."""
    verb = "" if line.kind.stance is Stance.ASSERTS else f" {stance_verb(line.kind, several=several)}"
    return f"{verb} ×{number}" if number > 1 else verb
