"""Drafts that another program made, placed in the articles of today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from tui.attribution.suggestion import Suggestion
from tui.errors import FormatError
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument
from tui.formats.suggestion_json import SCORE, WHY, is_suggestion_list, read_suggestions
from tui.model import CLAIM, NOTE, Account, Anchor, AnchorState, Annotation, Codebook, Collation, Span
from tui.session.import_articles import ArticleIndex
from tui.session.import_files import import_paths, read_import, read_import_file
from tui.session.import_places import best_account, placed_targets

MACHINE = "machine:"
"""What the annotator of an accepted draft begins with, before the program's name."""
_CERTAIN = (AnchorState.EXACT, AnchorState.ADJUSTED)
_NEAR = 300
"""Code points around a quote in which its cue is looked for."""


@dataclass(frozen=True, slots=True)
class ForeignDrafts:
    """The drafts of a file by article id, and what could not be placed."""

    drafts: Mapping[str, tuple[Suggestion, ...]]
    about: Mapping[Suggestion, str] = field(default_factory=dict)
    """The slug of the proposition that the file names for a draft."""
    without_article: int = 0
    without_place: int = 0


def read_foreign_drafts(path: Path) -> ForeignDocument:
    """Return the drafts of a file or folder, in any format to import."""
    documents = [*map(_read_file, import_paths(path))]
    return ForeignDocument(tuple(each for document in documents for each in document.annotations))


def _read_file(path: Path) -> ForeignDocument:
    file = read_import_file(path)
    if not is_suggestion_list(file):
        return read_import(path)
    try:
        return read_suggestions(file)
    except FormatError as error:
        raise FormatError(error.message, path) from error


def machine_name(document: ForeignDocument, path: Path, name: str = "") -> str:
    """Return the annotator of a file's drafts, as in `machine:tagger`.

    That is the name given, else the file's only creator, else what the file is called.
    """
    creators = {each.annotation.annotator for each in document.annotations} - {""}
    chosen = name or (creators.pop() if len(creators) == 1 else PurePath(path.name).stem)
    return f"{MACHINE}{chosen.removeprefix(MACHINE)}"


def place_drafts(document: ForeignDocument, collation: Collation, source: str, min_score: float) -> ForeignDrafts:
    """Return the drafts of a document with certain places, by article.

    `source` is what their reasons name. Annotations of a kind that is not known here are no drafts.
    """
    said = [
        each
        for each in document.annotations
        if each.annotation.target
        and _score(each.annotation) >= min_score
        and _kind(each.annotation, collation.codebook)
    ]
    homes = _by_article(said, collation)
    drafts: dict[str, tuple[Suggestion, ...]] = {}
    about: dict[Suggestion, str] = {}
    for article, (account, own) in homes.items():
        found = _placed(own, account, source, collation.codebook)
        drafts[article] = tuple(sorted(found, key=lambda draft: draft.spans))
        about |= found
    known = sum(len(own) for _, own in homes.values())
    return ForeignDrafts(drafts, about, len(said) - known, known - sum(map(len, drafts.values())))


def _by_article(
    said: Iterable[ForeignAnnotation], collation: Collation
) -> dict[str, tuple[Account, dict[str, ForeignAnnotation]]]:
    """Return the annotations by article and source id, without those of none."""
    index = ArticleIndex(collation.articles_once)
    homes: dict[str, tuple[Account, dict[str, ForeignAnnotation]]] = {}
    for foreign in said:
        found = _accounts(foreign.article, index, collation)
        if found:
            account = best_account(found, foreign.annotation.target)
            homes.setdefault(account.article.id, (account, {}))[1][foreign.source_id] = foreign
    return homes


def _accounts(hint: ArticleHint, index: ArticleIndex, collation: Collation) -> tuple[Account, ...]:
    """Return the accounts that a draft may be for.

    An address that no article has may end in the name of its file. What names no article is for the only one.
    """
    found = index.find(hint) or index.find(ArticleHint(file=PurePath(hint.url.partition("?")[0]).name))
    return found if found or hint.id or len(collation.articles_once) > 1 else collation.articles_once


def _placed(
    own: Mapping[str, ForeignAnnotation], account: Account, source: str, codebook: Codebook
) -> dict[Suggestion, str]:
    """Return an article's drafts with a certain place, and their slugs."""
    text = account.article.text
    return {
        _draft(own[name].annotation, text, anchor, source, codebook): own[name].annotation.about
        for name, (_, anchor) in placed_targets(text, own).items()
        if anchor and anchor.state in _CERTAIN
    }


def _score(annotation: Annotation) -> float:
    score = dict(annotation.extra).get(SCORE, 1.0)
    return score if isinstance(score, float | int) else 1.0


def _draft(annotation: Annotation, text: str, anchor: Anchor, source: str, codebook: Codebook) -> Suggestion:
    spans = anchor.pieces or (Span(anchor.start or 0, anchor.end or 0),)
    return Suggestion(
        kind=_kind(annotation, codebook),
        speaker=annotation.speaker,
        speaker_words=annotation.speaker_words,
        speaker_span=None,
        cue=annotation.cue,
        cue_span=_cue_span(annotation.cue, text, spans),
        spans=tuple(spans),
        hedge=annotation.hedge,
        via=annotation.via,
        rule=annotation.suggested or source,
        score=_score(annotation),
        why=str(dict(annotation.extra).get(WHY) or f"From {source}."),
    )


def _kind(annotation: Annotation, codebook: Codebook) -> str:
    """Return the kind of statement that an annotation or its tags name.

    A note that names none is a claim. What is of another kind, such as a person's name, is no statement.
    """
    names = (annotation.kind, *annotation.tags, annotation.body)
    folded = (name.strip().casefold().replace("_", "-") for name in names)
    named = next((name for name in folded if name in codebook.kinds and name != NOTE.name), "")
    return named or (CLAIM.name if annotation.kind == NOTE.name else "")


def _cue_span(cue: str, text: str, spans: tuple[Span, ...]) -> Span:
    """Return where the cue is near the quote, else an empty range."""
    start = spans[0].start
    near = text.find(cue, max(0, start - _NEAR), spans[-1].end + _NEAR) if cue else -1
    return Span(near, near + len(cue)) if near >= 0 else Span(start, start)
