"""Make records of suggestions that a person has accepted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.anchoring import describe_pieces
from tui.formats.phrasing import count_noun
from tui.model import Annotation, Codebook, Proposition, Span
from tui.session.import_codebook import plan_codebook
from tui.session.other_workspaces import require_own
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.records.edit_plan import plan_creation
from tui.storage.records.rename_plan import ChangePlan
from tui.storage.workspace.plain_loader import read_codebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Article, Workspace
    from tui.session.session import Session

_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‹": "›", "'": "'"}
"""Opening quotation marks, and what closes each."""
_THAT = re.compile(r"(?:that|dass|daß|que|что)\s+(?=\S)|qu['’](?=\w)", re.IGNORECASE)
"""What announces the content by the rule `that`, in the languages that have a lexicon."""
_LOOSE = " \t\n,;:"
"""What is no part of a quote at its ends."""


class Accepted(NamedTuple):
    """A record to be made of a suggestion, and its proposition if it is new."""

    annotation: Annotation
    proposition: Proposition | None = None


def is_complete(draft: Suggestion) -> bool:
    """Return whether a suggestion can be accepted as it is.

    Without a speaker, a record would say that the article tells it in its own voice.
    """
    return bool(draft.speaker)


def suggested_annotation(draft: Suggestion, article: Article, about: str = "") -> Annotation:
    """Return the record of a suggestion, not saved yet.

    `about` is a proposition's slug.
    """
    return Annotation(
        "",
        draft.kind,
        article=article.id,
        target=describe_pieces(article.text, quote_spans(draft, article.text)),
        speaker=draft.speaker,
        about=about,
        cue=draft.cue,
        hedge=draft.hedge,
        via=draft.via,
        speaker_words=draft.speaker_words,
        suggested=draft.rule,
    )


def quote_spans(draft: Suggestion, text: str) -> tuple[Span, ...]:
    """Return the ranges that a suggestion quotes.

    Without quotation marks, and without the `that` which announces them.
    """
    pieces: list[Span] = []
    for span in sorted(draft.spans):
        start = max(span.start, pieces[-1].end) if pieces else span.start
        start = _after_that(draft, text, start) if not pieces else start
        piece = _unquoted(text, Span(start, max(start, span.end)))
        if piece.start < piece.end:
            pieces.append(piece)
    return tuple(pieces) or draft.spans[:1]


def _after_that(draft: Suggestion, text: str, start: int) -> int:
    """Return where the clause after `that` starts."""
    that = _THAT.match(text, start) if draft.rule == "that" else None
    return that.end() if that else start


def _unquoted(text: str, span: Span) -> Span:
    """Return a range without marks around it, and without commas at its ends."""
    span = _without_ends(text, span)
    words = span.of(text)
    closing = _PAIRS.get(words[:1], "")
    inside = words[1:-1]
    if len(words) > 1 and closing and words[-1] in closing and not {words[0], words[-1]} & set(inside):
        return _without_ends(text, Span(span.start + 1, span.end - 1))
    return span


def _without_ends(text: str, span: Span) -> Span:
    words = span.of(text)
    end = span.start + len(words.rstrip(_LOOSE))
    return Span(min(end, span.end - len(words.lstrip(_LOOSE))), end)


def plan_acceptance(
    workspace: Workspace,
    codebook: Codebook,
    accepted: Sequence[Accepted],
    annotator: str,
    *,
    os_calls: OsCalls = OS_CALLS,
) -> ChangePlan:
    """Plan to save the records of suggestions, with their new propositions.

    Raise SaveError if one cannot be saved.
    """
    for article in {each.annotation.article for each in accepted}:
        require_own(workspace, article)
    now = os_calls.now()
    signed = [replace(each.annotation, id=os_calls.new_id(), annotator=annotator, created=now) for each in accepted]
    new = {each.proposition.slug: each.proposition for each in accepted if each.proposition}
    named = Codebook(propositions={**codebook.propositions, **new})
    # What only another workspace has is missing in this one.
    own = read_codebook(workspace) if workspace.others else codebook
    additions = plan_codebook(workspace, own, named, signed, os_calls=os_calls)
    plan = plan_creation(workspace, f"accept {count_noun(len(signed), 'suggestion')}", signed)
    return replace(plan, changes=(*([additions.change] if additions.change else []), *plan.changes))


def accept_all(session: Session, accepted: Sequence[Accepted]) -> None:
    """Save the records of suggestions as one step, or raise SaveError.

    Undo deletes all of them, and their new propositions.
    """
    session.change_files(plan_acceptance(session.workspace, session.codebook, accepted, session.annotator))
