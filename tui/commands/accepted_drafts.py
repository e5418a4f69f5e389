"""What `diptych suggest --accept` saves and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commands.output import output_page, print_message
from tui.errors import UsageError
from tui.formats.phrasing import count_noun
from tui.layout.visible import make_visible
from tui.session.accepted_suggestions import Accepted, plan_acceptance
from tui.storage.files.unfinished_change import how_to_go_on, is_unfinished, journal_path, unfinished_title
from tui.storage.records.several_files import save_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.alignment.aligned_drafts import AlignedDrafts
    from tui.model import Collation, Workspace


def save_accepted(
    workspace: Workspace, collation: Collation, accepted: Sequence[Accepted], annotator: str, *, dry_run: bool
) -> None:
    """Save the records, all or none, and print how many."""
    if is_unfinished(workspace):
        advice = how_to_go_on(unfinished_title(workspace))
        raise UsageError(f"{journal_path(workspace)}: an earlier change is unfinished; {advice}")
    plan = plan_acceptance(workspace, collation.codebook, accepted, annotator)
    if accepted and not dry_run:
        save_changes(workspace, plan.title, plan.changes)
    verb = "Would save" if dry_run else "Saved"
    print_message(f"{verb} {count_noun(len(accepted), 'record')}, signed {annotator}")


def accepted_lines(aligned: AlignedDrafts, accepted: Sequence[Accepted]) -> Iterator[str]:
    """Yield the records, and how many drafts are left out."""
    page = output_page()
    for annotation, proposition in accepted:
        about = f"  {annotation.about}{' (new)' if proposition else ''}" if annotation.about else ""
        line = f"{annotation.article}  {annotation.kind}  {', '.join(annotation.speaker)}: “{annotation.quote}”{about}"
        yield from page.rows(make_visible(line), hanging=2)
    drafts = [each for own in aligned.accounts for each in own.drafts]
    marked = sum(each.is_marked for each in drafts)
    speechless = len(drafts) - marked - len(accepted)
    yield f"{len(accepted)} accepted, {marked} marked or refused before, {speechless} without a speaker"


def accepted_shape(accepted: Sequence[Accepted]) -> list[dict[str, Any]]:
    """Return what is accepted as JSON."""
    return [
        {
            "article": annotation.article,
            "kind": annotation.kind,
            "speaker": list(annotation.speaker),
            "quote": annotation.quote,
            "suggested": annotation.suggested,
            "about": annotation.about,
            "new": proposition.text if proposition else "",
            "contradicts": list(proposition.contradicts) if proposition else [],
        }
        for annotation, proposition in accepted
    ]
