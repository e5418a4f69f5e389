"""What the inspector says of the annotation under the cursor: pure, from the model to lines of content."""

from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from textual.content import Content

from tui.analysis.statements import other_statements
from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import Account, AnchorState, Collation, Placed
from tui.reader.content import (
    joined_speakers,
    kind_glyph,
    kind_label,
    line_content,
    signed_by,
    stance_verb,
    visible_line,
)


class InspectorView(NamedTuple):
    """What the inspector is asked to show."""

    collation: Collation
    account: Account
    under_cursor: tuple[str, ...]
    """Ids at the cursor, innermost first."""
    glyphs: Glyphs = UNICODE
    me: str = ""
    """The annotator who is reading."""

    def shows_the_same_as(self, other: "InspectorView | None") -> bool:
        """Whether there is nothing else to tell than for `other`; records are not compared one by one for it."""
        return (
            other is not None
            and self.collation is other.collation
            and self.account is other.account
            and self.under_cursor == other.under_cursor
        )


def inspector_content(view: InspectorView) -> list[Content]:
    """Return the lines that tell what is under the cursor, or how to get to something."""
    known = view.account.by_id
    placed = [known[key] for key in view.under_cursor if key in known]
    if not placed:
        return _nothing(view)
    first, *others = placed
    lines = [_first_line(view, first), *_changed(view, first)]
    lines += [*_proposition(view, first), *_details(first), *_notes(view, first)]
    if others:
        lines.append(_overlaps(view, others))
    return lines


def _nothing(view: InspectorView) -> list[Content]:
    if not any(True for _ in view.account.statements()):
        return [
            Content.styled("Nothing is marked in this account yet.", "$quiet"),
            Content.styled("Select words with v or the mouse, then c claim, d denial, a agreement, n note.", "$quiet"),
        ]
    lines = [Content.styled("Nothing is marked here.  ] goes to the next annotation, [ to the one before.", "$quiet")]
    # In reading order they come last, so that the placed ones need not be looked at.
    loose = [*takewhile(lambda each: each.span is None, reversed(view.account.placed))][::-1]
    lines += [_loose(view, each) for each in loose if not each.annotation.on]
    return lines


def _loose(view: InspectorView, placed: Placed) -> Content:
    kind = view.collation.codebook.kind(placed.annotation.kind)
    why = {AnchorState.ORPHAN: "words gone: r", AnchorState.REVIEW: "place not sure: r"}
    about = why.get(placed.state, "on the whole article") if placed.state else "on the whole article"
    return Content.assemble(
        kind_label(kind, view.glyphs),
        Content.styled(f"  {about}  ", "$quiet"),
        line_content(placed.annotation.quote or placed.annotation.body),
    )


def _first_line(view: InspectorView, placed: Placed) -> Content:
    annotation = placed.annotation
    kind = view.collation.codebook.kind(annotation.kind)
    parts: list[Content | str] = [kind_label(kind, view.glyphs)]
    if annotation.speaker:
        parts += ["   ", line_content(joined_speakers(annotation), "bold")]
    if annotation.cue:
        parts += ["  ", line_content(annotation.cue, "$quiet")]
    if annotation.annotator:
        parts += ["  ", line_content(signed_by(annotation, view.me), "$quiet")]
    places = view.account.anchored_numbers
    position = f"{places[annotation.id]} of {len(places)} · {placed.state}"
    parts += ["   ", Content.styled(position, "$quiet")]
    return Content.assemble(*parts)


def _changed(view: InspectorView, placed: Placed) -> list[Content]:
    """Return what changed in the quote since it was marked, where it did."""
    if placed.state is not AnchorState.ADJUSTED or placed.span is None:
        return []
    from tui.reader.word_diff import word_diff  # noqa: PLC0415 - not needed to open

    today = placed.span.of(view.account.article.text)
    changed = word_diff(placed.annotation.quote, today, glyphs=view.glyphs)
    return [Content.assemble(Content.styled("~ ", "$accent bold"), changed, Content.styled("  R confirms", "$quiet"))]


def _proposition(view: InspectorView, placed: Placed) -> list[Content]:
    slug = placed.annotation.about
    if not slug:
        return []
    sentence = view.collation.codebook.proposition_text(slug)
    lines = [Content.assemble(Content.styled("on ", "$quiet"), line_content(sentence, "italic"))]
    said = other_statements(view.collation, placed)
    for account in view.collation.articles_once:
        voices = _voices(view, [each.placed for each in said if each.account.article.id == account.article.id])
        if not voices and account.article.id == view.account.article.id:
            continue
        voices = voices or [Content.styled("silent", "$quiet")]
        lines.append(Content.assemble(Content.styled(f" {account.siglum} ", "bold"), Content("   ").join(voices)))
    return lines


def _voices(view: InspectorView, said: list[Placed]) -> list[Content]:
    """Return who says it, each once for each kind, with how often where it is more than once."""
    counted = Counter((each.annotation.kind, joined_speakers(each.annotation)) for each in said)
    return [_voice(view, kind, who, times) for (kind, who), times in counted.items()]


def _voice(view: InspectorView, kind_name: str, who: str, times: int) -> Content:
    kind = view.collation.codebook.kind(kind_name)
    often = f" ×{times}" if times > 1 else ""
    return Content.assemble(
        kind_glyph(kind, view.glyphs),
        " ",
        line_content(who),
        Content.styled(f" {stance_verb(kind)}{often}", "$quiet"),
    )


def _details(placed: Placed) -> list[Content]:
    annotation = placed.annotation
    lines = []
    if annotation.body:
        lines.append(line_content(annotation.body))
    if annotation.tags:
        lines.append(Content.styled(" ".join(f"#{visible_line(tag)}" for tag in annotation.tags), "$quiet"))
    return lines


def _notes(view: InspectorView, placed: Placed) -> list[Content]:
    mark = view.collation.codebook.kind("note")
    return [
        Content.assemble(
            kind_glyph(mark, view.glyphs),
            " ",
            line_content(signed_by(note.annotation, view.me), "$quiet"),
            "  " if signed_by(note.annotation, view.me) else "",
            line_content(note.annotation.body),
        )
        for note in view.account.notes_on(placed.annotation.id)
    ]


def _overlaps(view: InspectorView, others: list[Placed]) -> Content:
    kinds = view.collation.codebook
    voices = [
        Content.assemble(
            kind_label(kinds.kind(each.annotation.kind), view.glyphs),
            " ",
            line_content(joined_speakers(each.annotation)),
        )
        for each in others
    ]
    return Content.assemble(
        Content.styled("also here: ", "$quiet"),
        Content("   ").join(voices),
        Content.styled("  Enter chooses", "$quiet"),
    )
