"""The lines of the inspector on the annotations under the cursor: pure."""

from itertools import takewhile
from typing import NamedTuple

from textual.content import Content

from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import Account, AnchorState, Annotation, Collation, Placed
from tui.reader.content import (
    joined_speakers,
    kind_glyph,
    kind_label,
    line_content,
    signed_by,
    visible_line,
)
from tui.session.proposition_links import PropositionLinks


class InspectorView(NamedTuple):
    """What the inspector shows."""

    links: PropositionLinks
    account: Account
    under_cursor: tuple[str, ...]
    """Ids at the cursor, innermost first."""
    glyphs: Glyphs = UNICODE
    me: str = ""
    """The annotator who is reading."""

    @property
    def collation(self) -> Collation:
        return self.links.collation

    def shows_same_as(self, other: "InspectorView | None") -> bool:
        """Return whether both show the same, without comparing records one by one."""
        return (
            other is not None
            and self.collation is other.collation
            and self.account is other.account
            and self.under_cursor == other.under_cursor
        )


def inspector_content(view: InspectorView) -> list[Content]:
    """Return the lines on what is under the cursor, or on how to move."""
    by_id = view.account.by_id
    placed = [by_id[key] for key in view.under_cursor if key in by_id]
    if not placed:
        return _nothing_marked(view)
    first, *others = placed
    lines = [_first_line(view, first), *_adjusted_words(view, first)]
    lines += [*_proposition(view, first), *_details(first), *_notes(view, first)]
    if others:
        lines.append(_overlaps(view, others))
    return lines


def _nothing_marked(view: InspectorView) -> list[Content]:
    if not any(True for _ in view.account.statements()):
        return [
            Content.styled("Nothing is marked in this account yet.", "$quiet"),
            Content.styled("Select words with v or the mouse, then c claim, d denial, a agreement, n note.", "$quiet"),
        ]
    lines = [Content.styled("Nothing is marked here.  ] goes to the next annotation, [ to the one before.", "$quiet")]
    # They come last in reading order, so the thousands before them need not be looked at.
    unplaced = [*takewhile(lambda placed: placed.span is None, reversed(view.account.placed))][::-1]
    lines += [_unplaced(view, placed) for placed in unplaced if not placed.annotation.on]
    return lines


def _unplaced(view: InspectorView, placed: Placed) -> Content:
    kind = view.collation.codebook.kind(placed.annotation.kind)
    reasons = {AnchorState.ORPHAN: "words gone: r", AnchorState.REVIEW: "place not sure: r"}
    reason = reasons.get(placed.state, "on the whole article") if placed.state else "on the whole article"
    return Content.assemble(
        kind_label(kind, view.glyphs),
        Content.styled(f"  {reason}  ", "$quiet"),
        line_content(placed.annotation.quote or placed.annotation.body),
    )


def _first_line(view: InspectorView, placed: Placed) -> Content:
    annotation = placed.annotation
    kind = view.collation.codebook.kind(annotation.kind)
    parts: list[Content | str] = [kind_label(kind, view.glyphs)]
    if speakers := joined_speakers(annotation):
        parts += ["   ", line_content(speakers, "bold")]
    if annotation.speaker_words:
        parts += [" ", line_content(f"(“{annotation.speaker_words}”)", "$quiet")]
    if annotation.cue:
        parts += ["  ", line_content(annotation.cue, "$quiet")]
    if annotation.hedge:
        parts += ["  ", line_content(annotation.hedge, "$quiet italic")]
    if annotation.via:
        parts += ["  ", line_content(f"via {', '.join(annotation.via)}", "$quiet")]
    if annotation.annotator:
        parts += ["  ", line_content(signed_by(annotation, view.me), "$quiet")]
    places = view.account.anchored_numbers
    position = f"{places[annotation.id]} of {len(places)} · {placed.state}"
    parts += ["   ", Content.styled(position, "$quiet")]
    return Content.assemble(*parts)


def _adjusted_words(view: InspectorView, placed: Placed) -> list[Content]:
    if placed.state is not AnchorState.ADJUSTED or placed.span is None:
        return []
    from tui.reader.word_diff import word_diff  # noqa: PLC0415 - not needed to open

    today = placed.words_in(view.account.article.text)
    diff = word_diff(placed.annotation.quote, today, glyphs=view.glyphs)
    return [Content.assemble(Content.styled("~ ", "$accent bold"), diff, Content.styled("  R confirms", "$quiet"))]


def _proposition(view: InspectorView, placed: Placed) -> list[Content]:
    slug = placed.annotation.about
    if not slug:
        return []
    codebook = view.collation.codebook
    sentence = codebook.proposition_text(slug)
    about = Content.assemble(Content.styled("on ", "$quiet"), line_content(sentence, "italic"))
    if not codebook.compared_slug(placed.annotation.kind, slug):
        return [about]
    from tui.formats.proposition_words import proposition_remarks  # noqa: PLC0415 - not needed to open
    from tui.reader.reading.other_speakers import other_speakers  # noqa: PLC0415 - not needed to open

    remarks = proposition_remarks(codebook.proposition(slug), codebook)
    others = other_speakers(view.links, view.account, placed, glyphs=view.glyphs)
    return [about, *(line_content(str(remark), "$quiet") for remark in remarks), *others]


def _details(placed: Placed) -> list[Content]:
    annotation = placed.annotation
    lines = [line_content(annotation.body)] if annotation.body else []
    if annotation.tags:
        lines.append(Content.styled(" ".join(f"#{visible_line(tag)}" for tag in annotation.tags), "$quiet"))
    return lines


def _notes(view: InspectorView, placed: Placed) -> list[Content]:
    return [_note(view, note.annotation) for note in view.account.notes_on(placed.annotation.id)]


def _note(view: InspectorView, note: Annotation) -> Content:
    glyph = kind_glyph(view.collation.codebook.kind("note"), view.glyphs)
    signature = line_content(signed_by(note, view.me), "$quiet")
    return Content.assemble(glyph, " ", signature, "  " if signature else "", line_content(note.body))


def _overlaps(view: InspectorView, others: list[Placed]) -> Content:
    labels = [_label_and_speakers(view, placed.annotation) for placed in others]
    lead, tail = Content.styled("also here: ", "$quiet"), Content.styled("  Enter chooses", "$quiet")
    return Content.assemble(lead, Content("   ").join(labels), tail)


def _label_and_speakers(view: InspectorView, annotation: Annotation) -> Content:
    label = kind_label(view.collation.codebook.kind(annotation.kind), view.glyphs)
    return Content.assemble(label, " ", line_content(joined_speakers(annotation)))
