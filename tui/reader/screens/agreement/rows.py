"""The rows of the disagreements and the details of one: pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.agreement.disagreements import Difference, coded_value
from tui.formats.agreement_words import NO_PROPOSITION, NOT_MARKED, shown_annotator
from tui.formats.phrasing import and_list, in_quotes
from tui.layout.graphemes import cell_len, cell_of, index_at, next_boundary
from tui.layout.side_columns import GAP, LABEL_WIDTH, SIGLUM_WIDTH, SideColumns, fit_sides
from tui.model import NOTE, OWN_VOICE
from tui.reader.content import annotation_line, kind_glyph, kind_label, line_content, visible_line
from tui.reader.screens.agreement.keys import DIFFERENCE_KEYS
from tui.reader.screens.people.rows import marked_quote
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.text_folding import cut_lines, divide_at_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.adjudication import Result
    from tui.analysis.agreement.codings import Coding
    from tui.layout.glyphs import Glyphs
    from tui.model import Codebook, Placed
    from tui.session.agreement_list import DisagreedPlace

LABELS = {
    Difference.MARKED: "not marked",
    Difference.SPAN: "span",
    Difference.KIND: "kind",
    Difference.SPEAKER: "speaker",
    Difference.PROPOSITION: "proposition",
}


class DisagreementRows(Rows):
    """The places, each with a line for all that annotators differ in there."""

    def __init__(
        self, places: Sequence[DisagreedPlace], annotators: Sequence[str], codebook: Codebook, glyphs: Glyphs
    ) -> None:
        super().__init__(places)
        self.places = places
        self.annotators = annotators
        self.codebook = codebook
        self.glyphs = glyphs

    def height(self, index: int, width: int) -> int:
        del width
        place = self.places[index]
        return len(place.differences) + bool(place.settled_by)

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        place, columns = self.places[index], fit_sides(width, len(self.annotators))
        quote = line_content(in_quotes(place.words), "italic bold" if current else "italic")
        number = len(place.differences)
        quote_lines = cut_lines(divide_at_words(quote, columns.quote), columns.quote, number)
        lines = []
        for position, difference in enumerate(place.differences):
            siglum = Content.styled("" if position else place.siglum, "bold")
            label = Content.styled(LABELS[difference], "$accent")
            words = quote_lines[position] if position < len(quote_lines) else Content("")
            cells = [siglum, label, words, *self._sides(place, difference, columns)]
            lines.append(join_sides(cells, columns))
        return [*lines, *self._settled(place, width)]

    def _settled(self, place: DisagreedPlace, width: int) -> list[Content]:
        if not place.settled_by:
            return []
        names = and_list([shown_annotator(name) for name in place.settled_by])
        line = f"{' ' * (SIGLUM_WIDTH + GAP)}settled by {visible_line(names)}"
        return [Content.styled(line, "$agreement").truncate(width, ellipsis=True, pad=True)]

    def _sides(self, place: DisagreedPlace, difference: Difference, columns: SideColumns) -> list[Content]:
        """Return what each annotator chose, in columns or in one."""
        if columns.is_joined:
            return [self._joined(place, difference)]
        usual = most_chose(place, difference)
        sides = []
        for coding in map(place.coding_of, self.annotators):
            value = self._value(place, coding, difference, columns.side)
            if coding and usual is not None:
                # Bold is seen without colours too.
                is_usual = coded_value(coding, difference) == usual
                value = Content.styled(value.plain, "$quiet") if is_usual else value.stylize("bold")
            sides.append(value)
        return sides

    def _value(self, place: DisagreedPlace, coding: Coding | None, difference: Difference, width: int) -> Content:
        if coding is None:
            return Content.styled(self.glyphs.silent, "$quiet")
        if difference is Difference.SPAN:
            return Content(squeeze(visible_line(place.words_of(coding)), width))
        return chosen_value(coding, difference, self.codebook, self.glyphs)

    def _joined(self, place: DisagreedPlace, difference: Difference) -> Content:
        """Return each value with who chose it, as in `Ada, Ben ▸ Claim`."""
        if difference is Difference.MARKED:
            names = [shown_annotator(coding.annotator) for coding in place.unit.codings]
            return line_content(f"only {and_list(names)}")
        if difference is Difference.SPAN:
            return Content(f"{len({coding.spans for coding in place.unit.codings})} spans")
        by_value: dict[str, tuple[Content, list[str]]] = {}
        for coding in place.unit.codings:
            value = chosen_value(coding, difference, self.codebook, self.glyphs)
            by_value.setdefault(value.plain, (value, []))[1].append(shown_annotator(coding.annotator))
        parts = [
            Content.assemble((f"{visible_line(', '.join(names))} ", "$quiet"), value)
            for value, names in sorted(by_value.values(), key=lambda group: len(group[1]))
        ]
        return Content(self.glyphs.own(" · ")).join(parts)


def most_chose(place: DisagreedPlace, difference: Difference) -> str | None:
    """Return what more than half of those who marked a place chose, or None."""
    if difference is Difference.MARKED:
        return None
    values = Counter(coded_value(coding, difference) for coding in place.unit.codings)
    value, number = values.most_common(1)[0]
    return value if 2 * number > values.total() else None


def chosen_value(coding: Coding, difference: Difference, codebook: Codebook, glyphs: Glyphs) -> Content:
    """Return what one annotator chose, as in `▸ Claim` or `Sergey Lavrov`."""
    kind = codebook.kind(coding.kind)
    speaker = line_content(and_list(coding.speakers) or OWN_VOICE)
    if difference is Difference.MARKED:
        return Content.assemble(kind_glyph(kind, glyphs), " ", speaker)
    if difference is Difference.KIND:
        return kind_label(kind, glyphs)
    if difference is Difference.SPEAKER:
        return speaker
    return line_content(codebook.proposition_text(coding.about) if coding.about else NO_PROPOSITION)


def squeeze(line: str, width: int) -> str:
    """Return the first and the last words of a line, in `width` cells.

    >>> squeeze("the ferry left at nine", 11)
    'the f… nine'
    """
    total, last = cell_len(line), (width - 1) // 2
    if total <= width or width < 2:
        return line
    start = index_at(line, total - last)
    if total - cell_of(line, start) > last:
        start = next_boundary(line, start)
    return f"{line[: index_at(line, width - 1 - last)]}…{line[start:]}"


def listed_annotators(rows: Rows) -> Sequence[str]:
    """Return whose marks a list shows.

    While others are compared, these are still those of before.
    """
    return rows.annotators if isinstance(rows, DisagreementRows) else ()


def sides_head(annotators: Sequence[str], width: int) -> Content:
    """Return the header over the rows, in `width` cells."""
    columns = fit_sides(width, len(annotators))
    cells = [Content(""), Content.styled("Differ in", "$quiet"), Content.styled("Words", "$quiet")]
    if columns.is_joined:
        return join_sides([*cells, Content.styled("Who chose what", "$quiet")], columns)
    names = [
        Content.assemble((f"{number} ", "bold"), line_content(shown_annotator(name), "bold $primary"))
        for number, name in enumerate(annotators, 1)
    ]
    return join_sides([*cells, *names], columns)


def join_sides(cells: Sequence[Content], columns: SideColumns) -> Content:
    """Return one line of cells: siglum, what differs, the words, the sides."""
    widths = [SIGLUM_WIDTH, LABEL_WIDTH, columns.quote, *[columns.side] * (len(cells) - 3)]
    parts = [cell.truncate(width, ellipsis=True, pad=True) for cell, width in zip(cells, widths, strict=True)]
    return Content(" " * GAP).join(parts)


def difference_totals(places: Sequence[DisagreedPlace], chosen: frozenset[Difference], glyphs: Glyphs) -> Content:
    """Return the number of each sort of difference, with its key underlined."""
    counts = Counter(difference for place in places for difference in place.differences)
    parts = [_total(difference, counts.get(difference, 0), is_chosen=difference in chosen) for difference in Difference]
    return Content.styled(glyphs.own(" · "), "$quiet").join(parts)


def _total(difference: Difference, number: int, *, is_chosen: bool) -> Content:
    before, key, after = LABELS[difference].partition(DIFFERENCE_KEYS[difference])
    style = "bold $accent" if is_chosen else "" if number else "$quiet"
    return Content.assemble((f"{number:,} {before}", style), (key, f"{style} underline".strip()), (after, style))


def disagreement_detail(
    place: DisagreedPlace, annotators: Sequence[str], codebook: Codebook, glyphs: Glyphs
) -> list[Content]:
    """Return what everybody marked at a place, a line each."""
    numbers = {name: number for number, name in enumerate(annotators, 1)}
    lines = [
        Content.assemble((f"{numbers[coding.annotator]} ", "bold"), _side_line(place, coding, codebook, glyphs))
        for coding in place.unit.codings
    ]
    if place.unit.absent:
        names = and_list([f"{numbers[name]} {shown_annotator(name)}" for name in place.unit.absent])
        lines.append(line_content(f"{names} {NOT_MARKED}", "$quiet"))
    return lines


def settled_line(result: Result, placed: Placed, codebook: Codebook, *, glyphs: Glyphs) -> Content:
    """Return who settled a place, and by what."""
    who = line_content(f"settled by {shown_annotator(result.annotator)}", "$agreement")
    if placed.annotation.kind == NOTE.name:
        return Content.assemble(who, "  nothing is to be marked  ", line_content(placed.annotation.body, "italic"))
    return Content.assemble(who, "  ", annotation_line(placed.annotation, codebook, glyphs=glyphs))


def _side_line(place: DisagreedPlace, coding: Coding, codebook: Codebook, glyphs: Glyphs) -> Content:
    unshared = place.unshared(coding) if Difference.SPAN in place.differences else ()
    about = codebook.proposition_text(coding.about) if coding.about else NO_PROPOSITION
    return Content.assemble(
        line_content(shown_annotator(coding.annotator), "bold"),
        "  ",
        kind_label(codebook.kind(coding.kind), glyphs),
        "  ",
        line_content(and_list(coding.speakers) or OWN_VOICE),
        "  ",
        line_content(about, "$quiet"),
        "  ",
        marked_quote(place.words_of(coding), unshared),
    )
