"""Join the codebooks of workspaces whose articles are open together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.model import Annotation, Codebook, Kind, Problem, Proposition, Severity, Workspace
from tui.model.names import fold_name


@dataclass(frozen=True, slots=True)
class OtherCodebook:
    """The codebook of another workspace, and what its names are here."""

    workspace: Workspace
    codebook: Codebook
    slugs: Mapping[str, str] = field(default_factory=dict)
    """The slugs that mean something else here, with the ones they get."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The same of kinds."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has another name here."""
        names = {**self.slugs, **self.kinds}
        file = self.workspace.codebook
        messages = (f'"{old}" means something else in the first workspace; here it is "{names[old]}"' for old in names)
        return tuple(Problem(file, 0, 0, message, Severity.WARNING) for message in messages)


def join_codebooks(
    own: Codebook, others: Sequence[tuple[Workspace, Codebook]]
) -> tuple[Codebook, tuple[OtherCodebook, ...]]:
    """Return one codebook, and the others with their new names in it.

    A proposition or kind of another workspace that has the name of a different one gets the folder's name behind it:
    `opens (north)`. A name of a speaker that two codebooks give to different people is the first one's.
    """
    joined, renamed = own, []
    for workspace, codebook in others:
        other = OtherCodebook(
            workspace,
            codebook,
            _clashes({slug: p.text for slug, p in joined.propositions.items()}, _texts(codebook), workspace),
            _clashes(joined.kinds, codebook.kinds, workspace),
        )
        renamed.append(other)
        joined = _joined(joined, other)
    return joined, tuple(renamed)


def _texts(codebook: Codebook) -> dict[str, str]:
    return {slug: proposition.text for slug, proposition in codebook.propositions.items()}


def _clashes(own: Mapping[str, object], other: Mapping[str, object], workspace: Workspace) -> dict[str, str]:
    names: dict[str, str] = {}
    for name, meaning in other.items():
        if name in own and own[name] != meaning:
            names[name] = _free_name(f"{name} ({workspace.root.name})", (*own, *other))
    return names


def _free_name(name: str, taken: Sequence[str]) -> str:
    while name in taken:
        name += "*"
    return name


def _joined(own: Codebook, other: OtherCodebook) -> Codebook:
    propositions = dict(own.propositions)
    for slug, proposition in other.codebook.propositions.items():
        propositions.setdefault(other.slugs.get(slug, slug), _renamed(proposition, other.slugs))
    kinds = dict(own.kinds)
    for name, kind in other.codebook.kinds.items():
        kinds.setdefault(other.kinds.get(name, name), _renamed_kind(kind, other.kinds))
    speakers = {**other.codebook.speakers, **own.speakers}
    annotators = {**other.codebook.annotators, **own.annotators}
    complete = own.complete and other.codebook.complete
    return Codebook(propositions, kinds, speakers, complete, annotators)


def _renamed(proposition: Proposition, slugs: Mapping[str, str]) -> Proposition:
    contradicts = tuple(slugs.get(slug, slug) for slug in proposition.contradicts)
    return replace(proposition, slug=slugs.get(proposition.slug, proposition.slug), contradicts=contradicts)


def _renamed_kind(kind: Kind, kinds: Mapping[str, str]) -> Kind:
    return kind._replace(name=kinds.get(kind.name, kind.name))


def annotation_here(annotation: Annotation, other: OtherCodebook, joined: Codebook) -> Annotation:
    """Return an annotation of another workspace with the names it has here.

    Whom the other codebook calls by another name than the joined one gets the main name. A slug that only this
    codebook knows stays unknown.
    """
    slug = annotation.about
    is_foreign = other.codebook.complete and slug not in other.codebook.propositions and slug in joined.propositions
    unknown = _free_name(f"{slug} ({other.workspace.root.name})", tuple(joined.propositions))
    return replace(
        annotation,
        about=unknown if is_foreign else other.slugs.get(slug, slug),
        kind=other.kinds.get(annotation.kind, annotation.kind),
        speaker=tuple(_name_here(name, other.codebook, joined) for name in annotation.speaker),
        annotator=_annotator_here(annotation.annotator, other.codebook, joined),
    )


def _name_here(name: str, codebook: Codebook, joined: Codebook) -> str:
    person = codebook.canonical_name(name)
    return name if fold_name(joined.canonical_name(name)) == fold_name(person) else person


def _annotator_here(name: str, codebook: Codebook, joined: Codebook) -> str:
    is_same = joined.annotator_identity(name) == codebook.annotator_identity(name)
    return name if is_same else codebook.annotator_name(name)
