"""The lines around the disagreements: who is compared, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.agreement.figures import MIN_ANNOTATORS
from tui.formats.agreement_words import contrast_title, uncompared
from tui.formats.phrasing import count_noun
from tui.reader.content import visible_line
from tui.reader.screens.agreement.rows import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.agreement.agreement import Agreement, Contrast
    from tui.layout.glyphs import Glyphs
    from tui.session.agreement_list import DisagreedPlace, PlaceQuery


def compared_line(contrast: Contrast, words: Content, width: int, glyphs: Glyphs) -> Content:
    """Return who is compared, before other words, for a line of `width` cells."""
    line = words
    for compared in _compared(contrast, glyphs):
        line = Content.assemble(compared, "   ", words)
        if line.cell_length <= width:
            break
    return line


def _compared(contrast: Contrast, glyphs: Glyphs) -> Iterator[Content]:
    """Yield who is compared in how many articles and places, longest first."""
    number, title = len(contrast.annotators), visible_line(contrast_title(contrast))
    short = title if number == MIN_ANNOTATORS else f"all {number}"
    long = title if number == MIN_ANNOTATORS else f"{short}: {title}"
    dot = glyphs.own(" · ")
    basis = dot.join(
        ("", count_noun(len(contrast.articles), "article"), count_noun(len(contrast.units), "marked place"))
    )
    for name, rest in ((long, basis), (short, basis), (short, "")):
        yield Content.assemble((name, "bold"), (rest, "$quiet"))


def places_line(query: PlaceQuery, shown: int, places: Sequence[DisagreedPlace]) -> Content:
    """Return the conditions with how many places meet them, or all places."""
    settled = sum(bool(place.settled_by) for place in places)
    total = len(places) if query.with_settled else len(places) - settled
    if not query.active:
        return Content.styled(f"{total:,} differ, {query.order.value}{_settled(settled, query)}", "$quiet")
    conditions = [LABELS[difference] for difference in LABELS if difference in query.differences]
    words = f"“{visible_line(query.text)}”" if query.text else ""
    label = ", ".join(filter(None, (" or ".join(conditions), words)))
    return Content.assemble((f"{label}: {shown} of {total}", "$accent bold"), ("   Esc shows all", "$quiet"))


def _settled(number: int, query: PlaceQuery) -> str:
    if not number:
        return ""
    return f", {number:,} of them settled" if query.with_settled else f"   {number:,} settled: t shows them"


def too_few(agreement: Agreement) -> str:
    """Return why nothing is compared and what to do, or an empty string."""
    if len(agreement.annotators) < MIN_ANNOTATORS:
        names = agreement.annotators
        who = "by nobody yet" if not names else f"only by {names[0]}" if names[0] else "without a name only"
        return (
            f"What is open was marked {who}, so there is nothing to compare. Let others mark it, each with "
            "diptych --annotator NAME, or copy their files into annotations/."
        )
    if not agreement.whole.articles:
        return "No article that is open was marked by two people. Open one that was: o lists the articles."
    return ""


def left_out(agreement: Agreement, glyphs: Glyphs) -> Content:
    """Return what does not count, on one line."""
    if too_few(agreement):
        return Content("")
    return Content.styled(visible_line(glyphs.own(" · ").join(uncompared(agreement))), "$quiet")
