"""Make records of suggestions that a person has accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.alignment.quote_spans import quote_spans
from tui.anchoring import describe_pieces
from tui.formats.phrasing import count_noun
from tui.model import Annotation, Codebook, Proposition
from tui.session.import_codebook import plan_codebook
from tui.session.other_workspaces import require_own
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.records.edit_plan import plan_creation
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.rename_plan import ChangePlan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Article, Workspace
    from tui.session.session import Session


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
    own = RecordLoader(workspace).codebook()[0] if workspace.others else codebook
    additions = plan_codebook(workspace, own, named, signed, os_calls=os_calls)
    plan = plan_creation(workspace, f"accept {count_noun(len(signed), 'suggestion')}", signed)
    return replace(plan, changes=(*([additions.change] if additions.change else []), *plan.changes))


def accept_all(session: Session, accepted: Sequence[Accepted]) -> None:
    """Save the records of suggestions as one step, or raise SaveError.

    Undo deletes all of them, and their new propositions.
    """
    session.change_files(plan_acceptance(session.workspace, session.codebook, accepted, session.annotator))
