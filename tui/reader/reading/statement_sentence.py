"""A record as a sentence: who claims what, and its status: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.adjudication import is_result
from tui.analysis.comparison import Status
from tui.formats.phrasing import and_list, in_quotes
from tui.model import BUILT_IN_KINDS, NOTE, AnchorState, Annotation, Kind, Stance
from tui.reader.content import annotator_on_screen, are_several, kind_glyph, line_content, signed_by, visible_line
from tui.reader.themes import color_variable
from tui.reader.widgets.inspector import InspectorLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Placed
    from tui.reader.reading.inspector_content import InspectorView

_VERBS = {
    Stance.ASSERTS: ("claims", "claim"),
    Stance.REJECTS: ("denies", "deny"),
    Stance.SHARES: ("agrees", "agree"),
}
_STATUS_STYLES = {
    Status.DISPUTED: "bold $denial",
    Status.AGREED: "bold $agreement",
    Status.REJECTED: "bold $denial",
    Status.OPEN: "bold $other",
    Status.SINGLE: "$quiet",
    Status.DOUBTFUL: "bold $warning",
}


def sentence(view: InspectorView, placed: Placed) -> InspectorLine:
    """Return number, who claims (cue): what, status, and who marked it."""
    annotation, kind = placed.annotation, view.collation.codebook.kind(placed.annotation.kind)
    number, status = _standing(view, annotation)
    lead = Content.assemble((f"{number or '':>2}", "bold $primary"), kind_glyph(kind, view.glyphs), " ")
    subject = Content.styled(
        _subject(view, annotation, kind), f"bold ${color_variable(kind)}" if not number else "bold"
    )
    told = Content.assemble(subject, _circumstances(annotation, kind), _object(view, annotation))
    parts = [told, *([status] if status else []), *_state(placed)]
    if signature := _signature(view, annotation):
        parts.append(line_content(signature, "$quiet"))
    return InspectorLine(tuple(parts), lead)


def _signature(view: InspectorView, annotation: Annotation) -> str:
    """Return who marked it: `you, 2026-11-23 14:02`, `marked by Ada and Ben`."""
    codebook = view.collation.codebook
    if together := view.together.get(annotation.id):
        who_did = {"marked by": together.annotators, "settled by": together.settled_by}
        return view.glyphs.own(" · ").join(f"{did} {_people(view, who)}" for did, who in who_did.items() if who)
    signature = signed_by(annotation, codebook, view.me) if annotation.annotator else ""
    return f"settled by {signature}" if signature and is_result(annotation) else signature


def _people(view: InspectorView, names: Iterable[str]) -> str:
    return and_list([annotator_on_screen(name, view.collation.codebook, view.me) for name in names])


def _standing(view: InspectorView, annotation: Annotation) -> tuple[int, Content | None]:
    """Return the number of the proposition, or 0, and its status if known."""
    slug = view.collation.codebook.compared_slug(annotation.kind, annotation.about)
    row = view.comparison.row(slug) if view.comparison and slug and annotation.kind != NOTE.name else None
    if view.comparison is None or row is None:
        return 0, None
    status = Content.styled(row.status.words.upper(), _STATUS_STYLES[row.status])
    return view.comparison.numbers.get(slug, 0), status


def _subject(view: InspectorView, annotation: Annotation, kind: Kind) -> str:
    """Return the speakers and their verb.

    As in `Ann Lee denies` and `The ministry: no comment`.
    """
    if kind.name == NOTE.name:
        return visible_line(kind.label)
    speakers = visible_line(and_list(annotation.speaker)) or f"{view.account.siglum} in its own voice"
    words = f" ({in_quotes(visible_line(annotation.speaker_words))})" if annotation.speaker_words else ""
    return with_verb(f"{speakers}{words}", kind, several=are_several(annotation.speaker))


def with_verb(speakers: str, kind: Kind, *, several: bool) -> str:
    """Return what one speaker or several do: `Ann Lee denies`."""
    if kind.stance is Stance.NEUTRAL:
        return f"{speakers}: {visible_line(kind.label).lower()}"
    return f"{speakers} {_VERBS[kind.stance][several]}"


def _circumstances(annotation: Annotation, kind: Kind) -> Content:
    """Return the codebook's own kind, cue, hedge and reporters: ` (said)`."""
    own_kind = "" if kind in BUILT_IN_KINDS or kind.stance is Stance.NEUTRAL else kind.label
    via = f"via {', '.join(annotation.via)}" if annotation.via else ""
    parts = [visible_line(part) for part in (own_kind, annotation.cue, annotation.hedge, via) if part]
    return Content.styled(f" ({'; '.join(parts)})", "$quiet") if parts else Content("")


def _object(view: InspectorView, annotation: Annotation) -> Content:
    """Return what is said: the proposition, else the quote, unless a note."""
    if annotation.about:
        text = view.collation.codebook.proposition_text(annotation.about)
        return Content.assemble(Content.styled(": ", "$quiet"), line_content(text, "italic"))
    if annotation.kind == NOTE.name or not annotation.quote:
        return Content("")
    return Content.assemble(Content.styled(": ", "$quiet"), line_content(in_quotes(annotation.quote)))


def _state(placed: Placed) -> list[Content]:
    if placed.state in (None, AnchorState.EXACT):
        return []
    return [Content.styled(str(placed.state), "$warning")]
