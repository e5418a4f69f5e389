"""Choosing records by kind, speaker, proposition, article, annotator, tag and text."""

from dataclasses import replace
from typing import NamedTuple

from tui.analysis.folding import fold
from tui.model import Account, Annotation, Codebook, Collation, Placed

_CALLED = {
    "kinds": "kind",
    "speakers": "speaker",
    "articles": "article",
    "annotators": "annotator",
    "tags": "tag",
}


class Filter(NamedTuple):
    """What to keep: any of the values within a field, and all of the fields that have values."""

    kinds: tuple[str, ...] = ()
    """Names of kinds, exactly."""
    speakers: tuple[str, ...] = ()
    """Names, variants of names, or whole words of them; case and accents do not matter."""
    about: tuple[str, ...] = ()
    """Slugs of propositions, exactly; an empty one is for records without a proposition."""
    articles: tuple[str, ...] = ()
    """Ids of articles, exactly."""
    annotators: tuple[str, ...] = ()
    """Names of annotators; case and accents do not matter."""
    tags: tuple[str, ...] = ()
    """Tags; case and accents do not matter."""
    text: str = ""
    """Words that stand in the quote, the body, the cue, a name, a tag or the proposition."""

    @property
    def active(self) -> bool:
        """Whether it leaves anything out."""
        return any(self)

    def matches(self, placed: Placed, article_id: str, codebook: Codebook) -> bool:
        """Say whether a record of the article `article_id` is kept."""
        if self.articles and article_id not in self.articles:
            return False
        return self.matches_annotation(placed.annotation, codebook)

    def matches_annotation(self, annotation: Annotation, codebook: Codebook) -> bool:
        """Say whether an annotation is kept, wherever it is."""
        if self.kinds and annotation.kind not in self.kinds:
            return False
        if self.about and annotation.about not in self.about:
            return False
        if self.annotators and not _shares(self.annotators, (annotation.annotator,)):
            return False
        if self.tags and not _shares(self.tags, annotation.tags):
            return False
        if self.speakers and not any(_names(w, annotation, codebook) for w in self.speakers):
            return False
        return not self.text or _squeezed(self.text) in _squeezed(_all_text(annotation, codebook))

    def describe(self) -> str:
        """Return the filter in words, for a line that is always visible; empty where it keeps everything."""
        parts = [
            f"{_CALLED.get(name, name)} {' or '.join(value or 'none' for value in values)}"
            for name, values in zip(self._fields[:-1], self[:-1], strict=True)
            if values
        ]
        if self.text:
            parts.append(f"text “{self.text}”")
        return " · ".join(parts)


def filter_collation(collation: Collation, chosen: Filter) -> Collation:
    """Return `collation` with the records that `chosen` keeps.

    A note on a kept annotation stays with it, and an annotation stays where a note on it is kept, so that no
    note is read without what it is about. Without a filter the collation itself is returned.
    """
    if not chosen.active:
        return collation
    accounts = tuple(_filter_account(account, chosen, collation.codebook) for account in collation.accounts)
    notes = tuple(n for n in collation.notes if chosen.matches_annotation(n.annotation, collation.codebook))
    return replace(collation, accounts=accounts, notes=notes)


def _filter_account(account: Account, chosen: Filter, codebook: Codebook) -> Account:
    kept = [p.annotation for p in account.placed if chosen.matches(p, account.article.id, codebook)]
    ids = {annotation.id for annotation in kept}
    with_subjects = ids.union(annotation.on for annotation in kept)
    placed = tuple(
        p for p in account.placed if p.annotation.id in with_subjects or (p.annotation.on and p.annotation.on in ids)
    )
    return replace(account, placed=placed)


def _shares(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return not {fold(w) for w in wanted}.isdisjoint(fold(f) for f in found)


def _names(wanted: str, annotation: Annotation, codebook: Codebook) -> bool:
    sought = f" {_squeezed(wanted)} "
    return any(sought in f" {_squeezed(form)} " for name in annotation.speaker for form in _forms(name, codebook))


def _forms(name: str, codebook: Codebook) -> tuple[str, ...]:
    person = codebook.person(name)
    known = codebook.speakers.get(person)
    return (name, person, *(known.aliases if known else ()))


def _squeezed(text: str) -> str:
    return " ".join(fold(text).split())


def _all_text(annotation: Annotation, codebook: Codebook) -> str:
    about = codebook.proposition_text(annotation.about) if annotation.about else ""
    parts = (annotation.quote, annotation.body, annotation.cue, annotation.about, about)
    return "\n".join((*parts, *annotation.speaker, *annotation.tags))
