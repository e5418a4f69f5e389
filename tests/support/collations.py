"""Small collations, in which each quote is at its first place in the text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.model import (
    BUILT_IN_KINDS,
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Annotator,
    Article,
    Byline,
    Codebook,
    Collation,
    Kind,
    Placed,
    Proposition,
    Record,
    Speaker,
    Stance,
    TextSelector,
    siglum,
)

NO_COMMENT = Kind("no-comment", "No comment", "?", Stance.NEUTRAL, "?")


@dataclass(frozen=True)
class Telling:
    """An article with its annotations, from which `collate` makes an account."""

    id: str
    text: str
    annotations: tuple[Annotation, ...] = ()
    byline: Byline = field(default_factory=Byline)


def annotate(kind: str, quote: str = "", speaker: str | Iterable[str] = (), about: str = "", **more: Any) -> Annotation:
    """Return an annotation, by default with an id made of its fields."""
    names = (speaker,) if isinstance(speaker, str) else tuple(speaker)
    default_id = "-".join((kind, about or "x", *names, quote[:20])).replace(" ", "_")
    return Annotation(
        id=more.pop("id", default_id),
        kind=kind,
        target=TextSelector(quote) if quote else None,
        speaker=names,
        about=about,
        **more,
    )


def place(annotation: Annotation, text: str, file: Path, line: int = 1) -> Placed:
    """Return a record at the first place of its quote, or an orphan."""
    record = Record(annotation, file, line)
    if not annotation.quote:
        return Placed(record)
    start = text.find(annotation.quote)
    if start < 0:
        return Placed(record, Anchor(AnchorState.ORPHAN))
    return Placed(record, Anchor(AnchorState.EXACT, start, start + len(annotation.quote), 1.0))


def codebook(
    propositions: Mapping[str, str] | None = None,
    kinds: Iterable[Kind] = (NO_COMMENT,),
    speakers: Mapping[str, tuple[str, ...]] | None = None,
    annotators: Mapping[str, tuple[str, ...]] | None = None,
) -> Codebook:
    """Return a codebook of sentences by slug, kinds, and aliases by name."""
    return Codebook(
        propositions={slug: Proposition(slug, text) for slug, text in (propositions or {}).items()},
        kinds={kind.name: kind for kind in (*BUILT_IN_KINDS, *kinds)},
        speakers={name: Speaker(name, aliases) for name, aliases in (speakers or {}).items()},
        annotators={name: Annotator(name, aliases) for name, aliases in (annotators or {}).items()},
    )


def collate(*tellings: Telling, book: Codebook | None = None, notes: Iterable[Annotation] = ()) -> Collation:
    """Return the accounts A, B, C …, with their records in reading order."""
    accounts = tuple(_account(siglum(position), telling) for position, telling in enumerate(tellings))
    on_propositions = tuple(Record(note, Path("annotations/codebook/x.yaml"), 1) for note in notes)
    return Collation(accounts, book or codebook(), on_propositions)


def _account(name: str, telling: Telling) -> Account:
    article = Article(telling.id, telling.text, Path("articles") / f"{telling.id}.txt", telling.byline)
    file = Path("annotations") / f"{telling.id}.yaml"
    annotations = enumerate(telling.annotations, start=1)
    placed = [place(annotation, telling.text, file, line) for line, annotation in annotations]
    placed.sort(key=lambda record: record.span or (len(telling.text) + 1, 0))
    return Account(name, article, tuple(placed))
