"""The rows of the codebook's screen, its sections and details: pure."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from textual.content import Content

from tui.formats.phrasing import count_noun
from tui.formats.proposition_words import proposition_remarks
from tui.layout.glyphs import Glyphs
from tui.layout.graphemes import cell_len
from tui.model import Account, Codebook
from tui.reader.content import kind_glyph, line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.session.codebook_list import SECTIONS, CodebookEntry
from tui.storage.records.codebook_renames import WITH_ALIASES
from tui.storage.records.name_edits import NameKind

COUNT_WIDTH = 5
"""Cells of a column of counts."""
MAX_COLUMNS = 6
"""Accounts that have a column of their own."""
SHORTEST = 40
"""Cells of the texts, at least."""
REMARK = 24
"""Cells of what stands beside a text: a stance, “unused” and the like."""
ELSEWHERE = "else"
"""The head of the last column: other articles, and notes on propositions."""


def section_totals(entries: Mapping[NameKind, Sequence[CodebookEntry]], section: NameKind, *, wide: bool) -> Content:
    """Return the sections with their keys and numbers of entries."""
    parts = [Content.styled("Codebook", "bold")] if wide else []
    for key, kind in enumerate(SECTIONS, 1):
        style = "bold underline" if kind is section else "$quiet"
        parts.append(
            Content.assemble((f"{key}", "bold"), " ", (f"{kind}s", style), (f" {len(entries[kind])}", "$quiet"))
        )
    return Content("   " if wide else "  ").join(parts)


def _columns(counts: Iterable[str]) -> str:
    return "".join(f"{count:>{COUNT_WIDTH}}" for count in counts)


class CodebookRows(Rows):
    """The entries of a section, one line each."""

    def __init__(
        self, entries: Sequence[CodebookEntry], codebook: Codebook, glyphs: Glyphs, *, is_complete: bool
    ) -> None:
        super().__init__(entries)
        self.entries = entries
        self.codebook = codebook
        self.glyphs = glyphs
        self.is_complete = is_complete
        """Whether the records of other articles are counted."""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        entry = self.entries[index]
        elsewhere = f"{entry.elsewhere or '–'}" if self.is_complete else "…"
        counts = [f"{number or '–'}" for number in entry.counts[:MAX_COLUMNS]]
        text = self._text(entry).truncate(self._text_width(width), ellipsis=True, pad=True)
        return [Content.assemble(text, " ", (self.glyphs.own(_columns([*counts, elsewhere])), "$quiet"))]

    def head(self, accounts: Sequence[Account], width: int) -> Content:
        """Return the heads of the columns of counts in a row of `width` cells."""
        sigla = [account.siglum for account in accounts[:MAX_COLUMNS]]
        return Content(" " * (self._text_width(width) + 1) + _columns([*sigla, ELSEWHERE]))

    def _text_width(self, width: int) -> int:
        """Return the cells of the texts: as many as the longest needs and fit."""
        accounts = min(MAX_COLUMNS, max((len(entry.counts) for entry in self.entries), default=0))
        return max(1, min(self._longest, width - (accounts + 1) * COUNT_WIDTH - 1))

    @cached_property
    def _longest(self) -> int:
        texts = (cell_len(entry.text) + sum(cell_len(other) + 2 for other in entry.others) for entry in self.entries)
        return max(SHORTEST, max(texts, default=0) + REMARK)

    def _text(self, entry: CodebookEntry) -> Content:
        # What nobody uses, or nobody declared, is told by a word, not by its shade alone.
        style = "" if entry.total or not self.is_complete else "$quiet"
        parts: list[Content] = [line_content(entry.text, style)]
        if entry.kind is NameKind.KIND:
            kind = self.codebook.kind(entry.name)
            parts = [kind_glyph(kind, self.glyphs), Content(" "), *parts, Content.styled(f"  {kind.stance}", "$quiet")]
        if entry.kind in WITH_ALIASES and entry.others:
            parts += [Content("  "), line_content(", ".join(entry.others), "$quiet")]
        if entry.kind is NameKind.PROPOSITION and not entry.is_declared:
            parts.append(Content.styled("  not in the codebook", "$warning"))
        if self.is_complete and not entry.total:
            parts.append(Content.styled("  unused", "$quiet italic"))
        return Content("").join(parts)


def codebook_detail(entry: CodebookEntry, codebook: Codebook) -> list[Content]:
    """Return the lines on an entry: its name, and what is said of it."""
    used = f"used by {count_noun(entry.total, 'record')}" if entry.total else "unused"
    lines = [Content.assemble((visible_line(entry.name), "bold"), (f"   {used}", "$quiet"))]
    if entry.kind is NameKind.PROPOSITION:
        remarks = proposition_remarks(codebook.proposition(entry.name), codebook)
        lines = [line_content(entry.text, "italic"), *lines]
        lines += [line_content(str(remark), "$quiet") for remark in remarks]
    if entry.kind in WITH_ALIASES and entry.others:
        lines.append(line_content(f"also: {'; '.join(entry.others)}", "$quiet"))
    if entry.kind is NameKind.KIND:
        kind = codebook.kind(entry.name)
        lines.append(line_content(f"stance: {kind.stance}, in ASCII: {kind.ascii_glyph}", "$quiet"))
    return lines
