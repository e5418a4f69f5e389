"""A filter of records by kind, speaker, proposition, text and so on."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.folding import fold
from tui.model import Account, Annotation, Codebook, Collation, Placed, RecordRef


class Filter(NamedTuple):
    """A choice of records: they match any value of each field that has values.

    Case and accents matter only in kinds, slugs and ids. An annotator matches by any of their names.
    """

    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Names, variants of names, or whole words of them."""
    about: tuple[str, ...] = ()
    """Slugs of propositions. The empty slug matches records without a proposition."""
    articles: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    """Their names. The empty name matches records without one."""
    tags: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    """Names of those who report the statement, or whole words of them."""
    text: str = ""
    """A part of the quote, the body, the cue, the hedge, a name, a tag or the proposition."""

    @property
    def active(self) -> bool:
        return any(self)

    def matches(self, placed: Placed, article_id: str, codebook: Codebook) -> bool:
        """Return whether a record of an article matches."""
        in_article = not self.articles or article_id in self.articles
        return in_article and self.matches_annotation(placed.annotation, codebook)

    def matches_annotation(self, annotation: Annotation, codebook: Codebook) -> bool:
        """Return whether an annotation matches, whatever its article."""
        if self.kinds and annotation.kind not in self.kinds:
            return False
        if self.about and annotation.about not in self.about:
            return False
        if self.annotators and not _is_made_by(annotation, self.annotators, codebook):
            return False
        if self.tags and not share_value(self.tags, annotation.tags):
            return False
        if self.speakers and not any(is_among(name, annotation.speaker, codebook) for name in self.speakers):
            return False
        if self.via and not any(is_among(name, annotation.via, codebook) for name in self.via):
            return False
        return not self.text or normalize(self.text) in searchable_text(annotation, codebook)

    def describe(self) -> str:
        """Return the filter in words, as in `kind claim or denial · text “aid”`."""
        parts = [
            f"{field.removesuffix('s')} {' or '.join(value or 'none' for value in values)}"
            for field, values in zip(self._fields[:-1], self[:-1], strict=True)
            if values
        ]
        if self.text:
            parts.append(f"text “{self.text}”")
        return " · ".join(parts)


def filter_collation(collation: Collation, criteria: Filter) -> Collation:
    """Return the records that match, or the same collation without a filter.

    Records that match bring the notes on them, and notes that match bring the record that they are on. A filter by
    article leaves out the other accounts.
    """
    if not criteria.active:
        return collation
    codebook = collation.codebook
    accounts = tuple(_filter_account(account, criteria, codebook) for account in _named(collation, criteria))
    notes = tuple(note for note in collation.notes if criteria.matches_annotation(note.annotation, codebook))
    return replace(collation, accounts=accounts, notes=notes)


def matching_records(collation: Collation, criteria: Filter) -> Collation:
    """Return the records that match, without what comes along with them."""
    codebook = collation.codebook

    def own(account: Account) -> tuple[Placed, ...]:
        return tuple(placed for placed in account.placed if criteria.matches(placed, account.article.id, codebook))

    accounts = tuple(replace(account, placed=own(account)) for account in _named(collation, criteria))
    notes = tuple(note for note in collation.notes if criteria.matches_annotation(note.annotation, codebook))
    return replace(collation, accounts=accounts, notes=notes)


def only_records(collation: Collation, refs: Collection[RecordRef]) -> Collation:
    """Return a collation with these records, and those they are notes on."""
    accounts = []
    for account in collation.accounts:
        chosen = [placed.annotation for placed in account.placed if placed.annotation.ref in refs]
        ids = {annotation.id for annotation in chosen}.union(annotation.on for annotation in chosen)
        placed = tuple(placed for placed in account.placed if placed.annotation.id in ids)
        accounts.append(replace(account, placed=placed))
    notes = tuple(note for note in collation.notes if note.annotation.ref in refs)
    return replace(collation, accounts=tuple(accounts), notes=notes)


def records_by(collation: Collation, annotators: tuple[str, ...]) -> Collation:
    """Return only the records that these people made, "" for no name."""
    return matching_records(collation, Filter(annotators=annotators))


def _named(collation: Collation, criteria: Filter) -> Iterable[Account]:
    """Return the accounts of the articles that a filter names, or all."""
    if not criteria.articles:
        return collation.accounts
    return [account for account in collation.accounts if account.article.id in criteria.articles]


def _filter_account(account: Account, criteria: Filter, codebook: Codebook) -> Account:
    article_id = account.article.id
    matches = [placed.annotation for placed in account.placed if criteria.matches(placed, article_id, codebook)]
    ids = {annotation.id for annotation in matches}
    with_subjects = ids.union(annotation.on for annotation in matches)
    records = ((placed, placed.annotation) for placed in account.placed)
    included = (placed for placed, annotation in records if annotation.id in with_subjects or annotation.on in ids)
    return replace(account, placed=tuple(included))


def share_value(values: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether a value is among others, whatever its case and accents."""
    return not {fold(value) for value in values}.isdisjoint(fold(other) for other in others)


def _is_made_by(annotation: Annotation, names: tuple[str, ...], codebook: Codebook) -> bool:
    return any(codebook.is_same_annotator(annotation.annotator, name) for name in names)


def is_among(name: str, people: Iterable[str], codebook: Codebook) -> bool:
    """Return whether this is a name, or whole words of one, of any of them."""
    whole_words = f" {normalize(name)} "
    forms = (form for person in people for form in _forms(person, codebook))
    return any(whole_words in f" {normalize(form)} " for form in forms)


def _forms(name: str, codebook: Codebook) -> tuple[str, ...]:
    person = codebook.canonical_name(name)
    speaker = codebook.speakers.get(person)
    return (name, person, *(speaker.aliases if speaker else ()))


def normalize(text: str) -> str:
    """Return text folded, with single spaces."""
    return " ".join(fold(text).split())


def searchable_text(annotation: Annotation, codebook: Codebook) -> str:
    """Return the normalized text of which a filter's text must be a part."""
    about = codebook.proposition_text(annotation.about) if annotation.about else ""
    parts = (annotation.quote, annotation.body, annotation.cue, annotation.hedge, annotation.about, about)
    names = (*annotation.speaker, annotation.speaker_words, *annotation.via)
    return normalize("\n".join((*parts, *names, *annotation.tags)))
