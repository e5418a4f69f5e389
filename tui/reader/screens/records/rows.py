"""The rows of the list of records, its totals and details: pure."""

from collections.abc import Collection, Iterator, Sequence

from textual.content import Content

from tui.analysis.filters import Filter
from tui.formats.phrasing import and_list, count_noun, in_quotes, speakers_or_own_voice
from tui.layout.glyphs import Glyphs
from tui.model import AnchorState, Codebook, RecordRef
from tui.reader.content import (
    annotator_on_screen,
    block_content,
    kind_glyph,
    kind_label,
    line_content,
    recorded_by,
    signed_by,
    visible_line,
)
from tui.reader.widgets.list_view import Rows
from tui.session.record_list import RecordEntry, RecordList, other_kinds

KIND_KEYS = {"claim": "c", "denial": "d", "agreement": "a", "note": "n"}
OTHER_KEY = "o"
"""The key that filters by the kinds that the codebook declares."""

_STATES_THAT_COUNT = ("", AnchorState.EXACT, AnchorState.ADJUSTED)


def record_totals(records: RecordList, record_filter: Filter, *, glyphs: Glyphs, width: int) -> Content:
    """Return the number of records of each kind, as wordy as there is room."""
    forms = [_totals(records, record_filter, glyphs, words=words, gap=gap) for words, gap in ((2, 3), (1, 2), (0, 2))]
    return next((form for form in forms if form.cell_length <= width), forms[-1].truncate(width, ellipsis=True))


def _totals(records: RecordList, record_filter: Filter, glyphs: Glyphs, *, words: int, gap: int) -> Content:
    """Return the totals with all words (2), those of the kinds (1), or none."""
    number, counts, codebook = len(records.entries), records.kind_counts, records.codebook
    parts = [Content.styled(count_noun(number, "record") if words > 1 else f"{number}", "bold")]
    for name, key in KIND_KEYS.items():
        glyph = kind_glyph(codebook.kind(name), glyphs)
        label = name if words else ""
        parts.append(_total(key, glyph, counts.get(name, 0), label, on=name in record_filter.kinds))
    others = other_kinds(codebook)
    if others:
        number = sum(counts.get(name, 0) for name in others)
        glyph = Content("").join([kind_glyph(codebook.kind(name), glyphs) for name in others[:3]])
        label = "other" if words else ""
        parts.append(_total(OTHER_KEY, glyph, number, label, on=set(others) <= set(record_filter.kinds)))
    return Content(" " * gap).join(parts)


def _total(key: str, glyph: Content, number: int, name: str, *, on: bool) -> Content:
    plural = "" if number == 1 or name in ("", "other") else "s"
    style = "bold underline" if on else "" if number else "$quiet"
    return Content.assemble((key, "bold"), " ", glyph, " ", (f"{number} {name}{plural}".rstrip(), style))


class RecordRows(Rows):
    """The records, one line each."""

    def __init__(
        self, entries: Sequence[RecordEntry], codebook: Codebook, glyphs: Glyphs, me: str = "", *, annotators: bool
    ) -> None:
        super().__init__(entries)
        self.entries = entries
        self.codebook = codebook
        self.glyphs = glyphs
        self.me = me
        self.annotators = annotators
        """Whether there is a column for who made a record."""
        self.chosen: Collection[RecordRef] = ()
        """If some are chosen, there is a column for which."""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        entry, wide = self.entries[index], width >= 90
        annotation = entry.annotation
        kind = self.codebook.kind(annotation.kind)
        sign = self.glyphs.chosen if annotation.ref in self.chosen else " "
        cells = [
            *([(Content.styled(sign, "bold $accent"), 1)] if self.chosen else []),
            (Content.styled(_indented_reference(entry), "$quiet" if annotation.on else "bold"), 8),
            (kind_label(kind, self.glyphs) if wide else kind_glyph(kind, self.glyphs), 14 if wide else 1),
            *self._people(entry, wide=wide),
            (_quote_and_body(entry), 0),
        ]
        parts = [cell.truncate(size, ellipsis=True, pad=True) if size else cell for cell, size in cells]
        return [Content("  ").join(parts)]

    def _people(self, entry: RecordEntry, *, wide: bool) -> Iterator[tuple[Content, int]]:
        """Yield who speaks and who recorded it, each with its cells."""
        speaker, recorder = (
            speakers_or_own_voice(entry.annotation),
            recorded_by(entry.annotation, self.codebook, self.me),
        )
        yield line_content(speaker if self.annotators else speaker or recorder, "bold"), 26 if wide else 20
        if self.annotators:
            size = 14 if wide else 8
            yield _with_number(line_content(recorder, "$quiet"), len(entry.also), size), size


def _with_number(recorder: Content, others: int, size: int) -> Content:
    """Return who recorded it, and how many others did: `Ada +2`."""
    if not others:
        return recorder
    more = f" +{others}"
    return Content.assemble(recorder.truncate(size - len(more), ellipsis=True), (more, "$quiet"))


def _indented_reference(entry: RecordEntry) -> str:
    if not entry.reference:
        return "–"
    return f"  on {entry.reference}" if entry.annotation.on else entry.reference


def _quote_and_body(entry: RecordEntry) -> Content:
    annotation = entry.annotation
    if annotation.on or not annotation.quote:
        return line_content(annotation.body)
    quote = line_content(in_quotes(annotation.quote), "italic")
    if entry.state not in _STATES_THAT_COUNT:
        quote = Content.assemble((f"{entry.state}  ", "$warning"), quote)
    return Content.assemble(quote, "  ", line_content(annotation.body, "$quiet")) if annotation.body else quote


def _names(entry: RecordEntry, codebook: Codebook, me: str) -> str:
    return and_list([annotator_on_screen(name, codebook, me) for name in entry.also])


def record_detail(entry: RecordEntry, codebook: Codebook, me: str) -> list[Content]:
    """Return the lines on an entry: quote, proposition, body, and the rest."""
    annotation = entry.annotation
    lines = []
    if annotation.quote:
        lines.append(line_content(in_quotes(annotation.quote), "italic"))
    if annotation.about:
        proposition = line_content(codebook.proposition_text(annotation.about), "italic")
        lines.append(Content.assemble(Content.styled("on ", "$quiet"), proposition))
    if annotation.body:
        lines += list(block_content(annotation.body).split("\n"))[:2]
    parts = [
        signed_by(annotation, codebook, me),
        f"also marked by {_names(entry, codebook, me)}" if entry.also else "",
        f"cue: {annotation.cue}" if annotation.cue else "",
        " ".join(f"#{tag}" for tag in annotation.tags),
        entry.state if entry.state != "exact" else "",
    ]
    rest = " · ".join(part for part in parts if part)
    return [*lines, Content.styled(visible_line(rest), "$quiet")] if rest else lines
