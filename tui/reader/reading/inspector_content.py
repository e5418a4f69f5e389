"""The lines of the inspector on the annotations under the cursor: pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from textual.content import Content

from tui.analysis.adjudication import is_result
from tui.analysis.comparison import Comparison
from tui.analysis.marked_together import MarkedTogether
from tui.formats.phrasing import and_list, speakers_or_own_voice
from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import Account, AnchorState, Annotation, Collation, Placed
from tui.reader.commands import command_keys
from tui.reader.content import (
    annotator_on_screen,
    kind_glyph,
    kind_label,
    line_content,
    recorded_by,
    signed_by,
    visible_line,
)
from tui.reader.widgets.inspector import InspectorLine
from tui.session.proposition_links import PropositionLinks

LEAD = 4
"""Cells left of a sentence: a number of two digits, a glyph and a space."""
_INDENT = Content(" " * LEAD)


class InspectorView(NamedTuple):
    """What the inspector shows."""

    links: PropositionLinks
    account: Account
    under_cursor: tuple[str, ...]
    """Ids at the cursor, innermost first."""
    glyphs: Glyphs = UNICODE
    me: str = ""
    """The annotator who is reading."""
    comparison: Comparison | None = None
    """The comparison of the open accounts, if it is known yet."""
    keymap: Mapping[str, str] = MappingProxyType({})
    """The keys of the settings, by the id of their command."""
    together: Mapping[str, MarkedTogether] = MappingProxyType({})
    """What several annotators marked, by the id of each record."""

    @property
    def collation(self) -> Collation:
        return self.links.collation

    def key(self, command_id: str) -> str:
        """Return the first key of a command, as people write it."""
        return command_keys(command_id, self.keymap).split()[0]

    def shows_same_as(self, other: "InspectorView | None") -> bool:
        """Return whether both show the same, without comparing records one by one."""
        return (
            other is not None
            and self.collation is other.collation
            and self.comparison is other.comparison
            and self.account is other.account
            and self.under_cursor == other.under_cursor
            and self.together is other.together
        )


def inspector_content(view: InspectorView) -> list[InspectorLine]:
    """Return the lines on what is under the cursor, or on how to move."""
    by_id = view.account.by_id
    placed = [by_id[key] for key in view.under_cursor if key in by_id]
    if not placed:
        return _nothing_marked(view)
    from tui.reader.reading.statement_sentence import sentence  # noqa: PLC0415 - needed once something is marked

    first, *rest = placed
    same = _same_statement(view, first)
    others = [one for one in rest if one not in same]
    lines = [sentence(view, first), *_adjusted_words(view, first)]
    lines += [*_proposition(view, first), *_details_of(view, [first, *same]), *_notes(view, first, *same)]
    if others:
        lines.append(_overlaps(view, others))
    return lines


def indented(*parts: Content) -> InspectorLine:
    """Return a line of parts under a sentence."""
    return InspectorLine(parts, _INDENT)


def _nothing_marked(view: InspectorView) -> list[InspectorLine]:
    if not any(True for _ in view.account.statements()):
        kinds = ", ".join(f"{view.key(f'mark.{kind}')} {kind}" for kind in ("claim", "denial", "agreement"))
        select = view.key("select.mode")
        return [
            _quiet("Nothing is marked in this account yet."),
            _quiet(f"{kinds}: they take the sentence here, or words selected with {select} or the mouse."),
        ]
    following, before = view.key("annotation.next"), view.key("annotation.previous")
    lines = [_quiet(f"Nothing is marked here.  {following} goes to the next annotation, {before} to the one before.")]
    # They come last in reading order, so the thousands before them need not be looked at.
    unplaced = [*takewhile(lambda placed: placed.span is None, reversed(view.account.placed))][::-1]
    lines += [_unplaced(view, placed) for placed in unplaced if not placed.annotation.on]
    return lines


def _quiet(text: str) -> InspectorLine:
    return InspectorLine((Content.styled(text, "$quiet"),))


def _unplaced(view: InspectorView, placed: Placed) -> InspectorLine:
    kind = view.collation.codebook.kind(placed.annotation.kind)
    review = view.key("review")
    reasons = {AnchorState.ORPHAN: f"words gone: {review}", AnchorState.REVIEW: f"place not sure: {review}"}
    reason = reasons.get(placed.state, "on the whole article") if placed.state else "on the whole article"
    content = Content.assemble(
        kind_label(kind, view.glyphs),
        Content.styled(f"  {reason}  ", "$quiet"),
        line_content(placed.annotation.quote or placed.annotation.body),
    )
    return InspectorLine((content,))


def _adjusted_words(view: InspectorView, placed: Placed) -> list[InspectorLine]:
    if placed.state is not AnchorState.ADJUSTED or placed.span is None:
        return []
    from tui.reader.word_diff import word_diff  # noqa: PLC0415 - not needed to open

    today = placed.words_in(view.account.article.text)
    diff = word_diff(placed.annotation.quote, today, glyphs=view.glyphs)
    confirms = Content.styled(f"  {view.key('review.confirm')} confirms", "$quiet")
    line = Content.assemble(Content.styled("~ ", "$accent bold"), diff, confirms)
    return [indented(line)]


def _proposition(view: InspectorView, placed: Placed) -> Iterator[InspectorLine]:
    slug = placed.annotation.about
    codebook = view.collation.codebook
    if not codebook.compared_slug(placed.annotation.kind, slug):
        return
    from tui.formats.proposition_words import proposition_remarks  # noqa: PLC0415 - not needed to open
    from tui.reader.reading.account_speakers import SPEAKER_GAP, account_speakers  # noqa: PLC0415 - not needed to open

    speakers = tuple(account_speakers(view.links, placed, glyphs=view.glyphs))
    yield InspectorLine(speakers, _INDENT, SPEAKER_GAP)
    for remark in proposition_remarks(codebook.proposition(slug), codebook):
        yield indented(line_content(str(remark), "$quiet"))


def _details(placed: Placed) -> Iterator[Content]:
    annotation = placed.annotation
    if annotation.body:
        yield line_content(annotation.body)
    if annotation.tags:
        yield Content.styled(" ".join(f"#{visible_line(tag)}" for tag in annotation.tags), "$quiet")


def _same_statement(view: InspectorView, placed: Placed) -> list[Placed]:
    """Return the other records of a statement that several annotators marked."""
    together = view.together.get(placed.annotation.id)
    ids = together.signed if together else ()
    return [view.account.by_id[key] for key in ids if key != placed.annotation.id]


def _details_of(view: InspectorView, same: Sequence[Placed]) -> Iterator[InspectorLine]:
    """Yield what the annotators of a statement wrote, of several with who did."""
    for placed in same:
        who = annotator_on_screen(placed.annotation.annotator, view.collation.codebook, view.me)
        lead = Content.styled(f"{visible_line(who)}: " if len(same) > 1 else "", "$quiet")
        yield from (indented(Content.assemble(lead, line)) for line in _details(placed))


def _notes(view: InspectorView, *placed: Placed) -> list[InspectorLine]:
    return [_note(view, note.annotation) for one in placed for note in view.account.notes_on(one.annotation.id)]


def _note(view: InspectorView, note: Annotation) -> InspectorLine:
    lead = Content.assemble("  ", kind_glyph(view.collation.codebook.kind("note"), view.glyphs), " ")
    signature = line_content(signed_by(note, view.collation.codebook, view.me), "$quiet")
    return InspectorLine((Content.assemble(signature, "  " if signature else "", line_content(note.body)),), lead)


def _overlaps(view: InspectorView, others: list[Placed]) -> InspectorLine:
    labels = [_label_and_people(view, placed.annotation) for placed in _once_each(view, others)]
    lead, tail = (
        Content.styled("also here: ", "$quiet"),
        Content.styled(f"{view.key('annotation.open')} chooses", "$quiet"),
    )
    first, *rest = labels
    return indented(Content.assemble(lead, first), *rest, tail)


def _once_each(view: InspectorView, placed: Sequence[Placed]) -> list[Placed]:
    """Return the first record of each statement."""
    first: dict[object, Placed] = {}
    for one in placed:
        key = one.annotation.id
        first.setdefault(id(view.together[key]) if key in view.together else key, one)
    return [*first.values()]


def _label_and_people(view: InspectorView, annotation: Annotation) -> Content:
    """Return kind, speakers and who marked it: `▸ Claim Ann Lee, by Ben`."""
    codebook = view.collation.codebook
    label, who = kind_label(codebook.kind(annotation.kind), view.glyphs), _who_did(view, annotation)
    by = line_content(f", {who}", "$quiet") if who else ""
    return Content.assemble(label, " ", line_content(speakers_or_own_voice(annotation)), by)


def _who_did(view: InspectorView, annotation: Annotation) -> str:
    """Return who marked a statement, else who settled it, or nothing."""
    together = view.together.get(annotation.id)
    if together and together.annotators:
        names = [annotator_on_screen(name, view.collation.codebook, view.me) for name in together.annotators]
        return f"by {and_list(names)}"
    who = recorded_by(annotation, view.collation.codebook, view.me)
    return f"{'settled ' if is_result(annotation) else ''}by {who}" if who else ""
