"""Plan what the codebook lacks for imported records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.model import Annotation, Codebook, Kind, Proposition, Workspace
from tui.model.names import fold_annotator, fold_name
from tui.storage.files.file_changes import FileChange
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.records.codebook_edits import ANNOTATORS, KINDS, PROPOSITIONS, SPEAKERS, set_entry
from tui.storage.records.locate import RecordFile, parse_file, read_record_file

_SECTIONS = (PROPOSITIONS, KINDS, SPEAKERS, ANNOTATORS)
_DETAILS = ("verdict", "because", "sources", "checked")


@dataclass(frozen=True, slots=True)
class CodebookAdditions:
    """What an import adds to the codebook, and what it finds there."""

    change: FileChange | None = None
    """None if nothing is missing."""
    propositions: tuple[str, ...] = ()
    """The slugs of the new ones."""
    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    """The slugs that stand for another sentence in the workspace."""


def plan_codebook(
    workspace: Workspace,
    codebook: Codebook,
    imported: Codebook,
    annotations: Sequence[Annotation],
    *,
    os_calls: OsCalls = OS_CALLS,
) -> CodebookAdditions:
    """Return what new records use and the codebook lacks.

    What is there already stays as it is. Raise SaveError if the codebook cannot be changed.
    """
    slugs = dict.fromkeys(annotation.about for annotation in annotations if annotation.about in imported.propositions)
    missing = [slug for slug in slugs if slug not in codebook.propositions]
    known = {*codebook.propositions, *missing}
    entries: list[tuple[str, str, object]] = [
        (PROPOSITIONS, slug, _proposition(imported.propositions[slug], known)) for slug in missing
    ]
    used = dict.fromkeys(annotation.kind for annotation in annotations if annotation.kind in imported.kinds)
    entries += [(KINDS, kind, _kind(imported.kinds[kind])) for kind in used if kind not in codebook.kinds]
    entries += [(SPEAKERS, *speaker) for speaker in _speakers(codebook, imported, annotations)]
    entries += [(ANNOTATORS, *annotator) for annotator in _annotators(codebook, imported, annotations)]
    differing = tuple(
        slug
        for slug in slugs
        if slug in codebook.propositions and codebook.propositions[slug].text != imported.propositions[slug].text
    )
    change = _change(workspace, entries, os_calls) if entries else None
    propositions, kinds, speakers, annotators = (
        tuple(name for section, name, _ in entries if section == part) for part in _SECTIONS
    )
    return CodebookAdditions(change, propositions, kinds, speakers, annotators, differing)


def _change(workspace: Workspace, entries: Iterable[tuple[str, str, object]], os_calls: OsCalls) -> FileChange:
    path = workspace.codebook
    existing = read_record_file(path, os_calls)
    file: RecordFile = existing or parse_file(path, b"")
    for section, name, value in entries:
        file = set_entry(file, section, name, value)
    return FileChange(path, existing.content if existing else None, file.content)


def _proposition(proposition: Proposition, known: set[str]) -> object:
    """Return a sentence, or a mapping if there is more to say."""
    details: dict[str, object] = {
        "text": proposition.text,
        "contradicts": tuple(slug for slug in proposition.contradicts if slug in known and slug != proposition.slug),
        **{name: getattr(proposition, name) for name in _DETAILS},
    }
    details = {name: value for name, value in details.items() if value}
    return proposition.text if len(details) == 1 else details


def _kind(kind: Kind) -> Mapping[str, str]:
    return {"label": kind.label, "glyph": kind.glyph, "stance": str(kind.stance)}


def _speakers(
    codebook: Codebook, imported: Codebook, annotations: Iterable[Annotation]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the other names of speakers that the codebook does not know."""
    known = {fold_name(name) for each in codebook.speakers.values() for name in (each.name, *each.aliases)}
    names = dict.fromkeys(
        imported.canonical_name(name) for annotation in annotations for name in (*annotation.speaker, *annotation.via)
    )
    new = [imported.speakers[name] for name in names if name in imported.speakers]
    return [
        (speaker.name, speaker.aliases)
        for speaker in new
        if speaker.aliases and not {fold_name(name) for name in (speaker.name, *speaker.aliases)} & known
    ]


def _annotators(
    codebook: Codebook, imported: Codebook, annotations: Iterable[Annotation]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the other names of annotators that the codebook does not know."""
    people = codebook.annotators.values()
    known = {fold_annotator(name) for each in people for name in (each.name, *each.aliases)}
    names = dict.fromkeys(imported.annotator_name(annotation.annotator) for annotation in annotations)
    new = [imported.annotators[name] for name in names if name in imported.annotators]
    return [
        (annotator.name, annotator.aliases)
        for annotator in new
        if annotator.aliases and not set(map(fold_annotator, (annotator.name, *annotator.aliases))) & known
    ]
