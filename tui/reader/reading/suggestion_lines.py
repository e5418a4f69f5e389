"""A suggestion in the inspector, the status line and a list: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from tui.analysis.alignment.quote_spans import quote_spans
from tui.formats.phrasing import and_list, count_noun, in_quotes, shorten
from tui.reader.commands import command_keys
from tui.reader.content import are_several, kind_glyph, line_content, visible_line
from tui.reader.reading.statement_sentence import with_verb
from tui.reader.themes import color_variable
from tui.reader.widgets.inspector import InspectorLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.layout.glyphs import Glyphs
    from tui.model import Codebook
    from tui.session.counterparts import Counterpart
    from tui.session.proposition_offers import PropositionOffer

_LONGEST, _OTHER = 300, 45
"""Code points shown of the chosen proposition, and of the others."""
_QUOTE = 90
"""Code points of a quote that are shown in a list."""
_MOST_ALIKE = 2
"""Other accounts that are shown."""
_LABEL = 9
"""Cells of the label of a line."""


class SuggestionView(NamedTuple):
    """What the inspector shows of the current suggestion."""

    draft: Suggestion
    number: int
    """Its place in the order, from 1."""
    total: int
    offers: Sequence[PropositionOffer]
    """What it may be about, the chosen first."""
    counterparts: Sequence[Counterpart]
    """What other accounts say alike, the likest first."""
    codebook: Codebook
    glyphs: Glyphs
    keymap: Mapping[str, str]


def inspector_lines(view: SuggestionView) -> list[InspectorLine]:
    """Return who says it, about what, who says alike, and why it is suggested."""
    alike = (_alike(view, each) for each in view.counterparts[:_MOST_ALIKE])
    return [_statement(view), *_about(view), *alike, _labelled("because", line_content(view.draft.why, "$quiet"))]


def _labelled(label: str, *parts: Content) -> InspectorLine:
    return InspectorLine(parts, Content.styled(f"{label:<{_LABEL}}", "$quiet"))


def _statement(view: SuggestionView) -> InspectorLine:
    draft, kind = view.draft, view.codebook.kind(view.draft.kind)
    lead = Content.assemble(
        (f"suggested {view.number} of {view.total}  ", "bold $accent"), kind_glyph(kind, view.glyphs), " "
    )
    who = and_list(draft.speaker) if draft.speaker else f"“{draft.speaker_words}”, whoever that is,"
    words = with_verb(visible_line(who), kind, several=are_several(draft.speaker))
    subject = Content.styled(words, f"bold ${color_variable(kind)}")
    score = Content.styled(f"score {draft.score:.2f}", "$quiet")
    return InspectorLine((Content.assemble(subject, " ", line_content(_circumstances(draft), "$quiet")), score), lead)


def _circumstances(draft: Suggestion) -> str:
    """Return the cue and the text's words for the speaker, in brackets."""
    words = [draft.cue]
    if draft.speaker and draft.speaker_words:
        words.append(f"“{draft.speaker_words}”")
    if draft.via:
        words.append(f"via {and_list(draft.via)}")
    if draft.hedge:
        words.append(draft.hedge)
    return f"({'; '.join(words)})"


def _about(view: SuggestionView) -> Iterator[InspectorLine]:
    if not view.offers:
        return
    chosen, *others = view.offers
    reason = [line_content(chosen.reason, "$quiet")] if chosen.reason else []
    yield _labelled("about", _offer(chosen, "italic"), *reason)
    if others:
        key = command_keys("suggestion.about", view.keymap)
        first = Content.assemble((key, "bold"), (" or ", "$quiet"), _offer(others[0], "$quiet", _OTHER))
        yield _labelled("", first, *(_offer(offer, "$quiet", _OTHER) for offer in others[1:]))


def _offer(offer: PropositionOffer, style: str, length: int = _LONGEST) -> Content:
    if offer.proposition is None:
        return Content.styled("no proposition", "$quiet")
    sentence = line_content(shorten(offer.proposition.text, length), style)
    if offer.is_new:
        return Content.assemble(("new: ", "$accent"), sentence)
    return Content.assemble(sentence, (f" {offer.score:.0%} alike", "$quiet"))


def _alike(view: SuggestionView, each: Counterpart) -> InspectorLine:
    """Return what another account says: `B ▸ Paul Beck: “It is late”`."""
    mark = line_content(each.account.siglum, "bold")
    who = Content("")
    if each.draft:
        kind = view.codebook.kind(each.draft.kind)
        speaker = and_list(each.draft.speaker) or each.draft.speaker_words
        who = Content.assemble(kind_glyph(kind, view.glyphs), " ", line_content(f"{speaker}:"), " ")
    words = Content.assemble(mark, " ", who, line_content(in_quotes(shorten(each.words, _QUOTE)), "italic"))
    reason = f"They contradict each other: {each.difference}." if each.difference else each.reason
    return _labelled("alike", words, line_content(reason, "$warning" if each.difference else "$quiet"))


def open_lines(count: int, keymap: Mapping[str, str], *, is_reading: bool, unreadable: Sequence[str]) -> InspectorLine:
    """Return the line that is shown if the cursor is on no suggestion."""
    if count:
        return _quiet(f"No suggestion here. {command_keys('suggestion.next', keymap)} goes to the next.")
    if is_reading:
        return _quiet("Reading …")
    if unreadable:
        return _quiet(f"Nothing is suggested for {and_list(unreadable)}: no rules are known for the language.")
    more = command_keys("suggestion.more", keymap)
    return _quiet(f"Nothing is left to accept or refuse at this score. {more} shows less sure ones, Esc ends.")


def nothing_complete(count: int, *, is_reading: bool) -> str:
    """Return why nothing can be accepted as it is, of a count that is open."""
    if is_reading and not count:
        return "Still reading: nothing is suggested yet."
    return "Nothing is suggested that names a speaker." if count else "Nothing is left to accept at this score."


def accept_answers(new: int, known: int) -> tuple[str, str, str]:
    """Return how several suggestions can be accepted.

    As in `With the propositions offered: 12 new ones, 3 known ones`.
    """
    counts = (f"{new:,} new" if new else "", f"{known:,} known" if known else "")
    offered = " and ".join(filter(None, counts)) or "none"
    return (f"With the propositions offered: {offered}", "Without propositions", "None of them")


def accept_line(draft: Suggestion, text: str, codebook: Codebook, glyphs: Glyphs) -> Content:
    """Return a suggestion in one line, as in `▸ Ana Ruiz: the bridge is late`."""
    quote = " … ".join(span.of(text) for span in quote_spans(draft, text))
    who = line_content(f"{and_list(draft.speaker)}:", "bold")
    words = line_content(shorten(quote, _QUOTE), "italic")
    return Content.assemble(kind_glyph(codebook.kind(draft.kind), glyphs), " ", who, " ", words)


def _quiet(text: str) -> InspectorLine:
    return InspectorLine((line_content(text, "$quiet"),))


def suggestion_status(count: int, threshold: float, *, by_score: bool, is_reading: bool, glyphs: Glyphs) -> Content:
    """Return how many suggestions there are, and how they are shown."""
    counted = f"{count_noun(count, 'suggestion')} {'>=' if glyphs.ascii else '≥'} {threshold:.1f}"
    order = "surest first" if by_score else "by place"
    reading = "   reading …" if is_reading else ""
    return Content.assemble((counted, "bold $accent"), (f"   {order}{glyphs.own(reading)}", "$quiet"))
