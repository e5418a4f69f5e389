"""Plan an import: what is new, what is known, and where quotes are today."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.formats.foreign import ForeignAnnotation
from tui.formats.jsonld.vocabulary import record_of_uri
from tui.model import NOTE, Anchor, AnchorState, Annotation, Collation, Record, RecordRef, TextSelector
from tui.model.timestamp import UNKNOWN, instant
from tui.session.import_articles import ArticleIndex
from tui.session.import_places import best_account, placed_targets

SOURCE_ID = "source_id"
"""The key of a record that holds what another program calls it."""
_SAID = ("speaker", "about", "cue", "body", "tags", "hedge", "via", "speaker_words")
"""The fields that a later version of a foreign annotation changes, if it has them."""


class ImportOutcome(StrEnum):
    """What becomes of an annotation."""

    NEW = "new"
    KNOWN = "known"
    """It is in the workspace, as it was or as somebody edited it there."""
    CHANGED = "changed"
    """It is in the workspace, and the file has a later version of it."""
    NO_ARTICLE = "no article"
    """The workspace does not have its article."""


@dataclass(frozen=True, slots=True)
class ImportedAnnotation:
    """An annotation of a file, and what becomes of it."""

    foreign: ForeignAnnotation
    outcome: ImportOutcome
    annotation: Annotation | None = None
    """The record as it will be. None if its article is missing, or a mistake in its file hides it."""
    anchor: Anchor | None = None
    """Where its quote is, if it is new and has one."""
    known: Record | None = None
    """The record that is there already."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, before anything is written."""

    annotations: tuple[ImportedAnnotation, ...]

    def of(self, outcome: ImportOutcome) -> tuple[ImportedAnnotation, ...]:
        """Return the annotations of one outcome, in the order of the file."""
        return tuple(each for each in self.annotations if each.outcome is outcome)

    @property
    def states(self) -> Mapping[AnchorState, int]:
        """The number of quotes of new annotations by state."""
        return Counter(each.anchor.state for each in self.of(ImportOutcome.NEW) if each.anchor)


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What is chosen for all annotations of an import."""

    annotator: str
    """Who signs what nobody has signed."""
    now: str
    """When what has no time was created."""
    sign_all: bool = False
    """Whether the annotator signs what others have signed too."""
    article: str = ""
    """The article's id, if the file does not say it."""


class ImportPlanner:
    """Matches annotations of other programs with records of a workspace."""

    def __init__(
        self, collation: Collation, choice: ImportChoice, new_id: Callable[[], str], hidden: Collection[str] = ()
    ) -> None:
        self._accounts = {account.article.id: account for account in collation.accounts}
        self._index = ArticleIndex(collation.accounts)
        self._choice = choice
        self._new_id = new_id
        self._records = {record.annotation.ref: record for record in collation.notes}
        for account in collation.accounts:
            for placed in account.placed:
                self._records[placed.annotation.ref._replace(article=account.article.id)] = placed.record
        self._by_source = {
            source: ref for ref, record in self._records.items() if (source := source_id_of(record.annotation))
        }
        self._hidden = hidden
        """The source ids of records that a mistake in their file hides."""
        self._names: dict[str, str] = {}

    def plan(self, annotations: Iterable[ForeignAnnotation]) -> ImportPlan:
        """Return what becomes of each annotation, once for each source id."""
        every = {foreign.source_id: foreign for foreign in annotations}
        hidden = {source: each for source, each in every.items() if self._is_hidden(each)}
        once = {source: each for source, each in every.items() if source not in hidden}
        homes = {source: home for source, foreign in once.items() if (home := self._home(foreign)) is not None}
        self._names = {source: self._name(once[source]) for source in homes}
        imported = {source: self._imported(once[source], home) for source, home in homes.items()}
        imported |= self._placed([each for each in imported.values() if each.outcome is ImportOutcome.NEW])
        missing = {source: ImportedAnnotation(each, ImportOutcome.NO_ARTICLE) for source, each in once.items()}
        known = {source: ImportedAnnotation(each, ImportOutcome.KNOWN) for source, each in hidden.items()}
        planned = known | missing | imported
        return ImportPlan(tuple(planned[source] for source in every))

    def _source(self, foreign: ForeignAnnotation) -> RecordRef | None:
        """Return the record with the same source id, or the one that it names."""
        named = record_of_uri(foreign.source_id)
        if named and RecordRef(*named) in self._records:
            return RecordRef(*named)
        known = self._by_source.get(source_id_of(foreign.annotation) or foreign.source_id)
        return known or self._formerly(foreign)

    def _is_hidden(self, foreign: ForeignAnnotation) -> bool:
        names = {foreign.source_id, foreign.former_id, source_id_of(foreign.annotation)}
        return bool(self._hidden) and not names.isdisjoint(self._hidden) and self._source(foreign) is None

    def _formerly(self, foreign: ForeignAnnotation) -> RecordRef | None:
        """Return the record with its former id, which others may have had too."""
        ref = self._by_source.get(foreign.former_id)
        if ref is None or self._choice.article not in ("", ref.article):
            return None
        before, after = self._records[ref].annotation, foreign.annotation
        is_same = before.quote == after.quote or all(each in before.extra for each in after.extra)
        return ref if is_same else None

    def _home(self, foreign: ForeignAnnotation) -> str | None:
        """Return the id of its article, "" for a note on a proposition."""
        known = self._source(foreign)
        if known:
            return known.article
        if foreign.is_own and not foreign.article.id:
            return ""
        if self._choice.article:
            return self._choice.article
        accounts = self._index.find(foreign.article)
        return best_account(accounts, foreign.annotation.target).article.id if accounts else None

    def _name(self, foreign: ForeignAnnotation) -> str:
        """Return the id of its record, which may be there already."""
        known = self._source(foreign)
        if known:
            return known.id
        return (foreign.annotation.id if foreign.is_own else "") or self._new_id()

    def _imported(self, foreign: ForeignAnnotation, article: str) -> ImportedAnnotation:
        annotation = self._record_of(foreign, article)
        known = self._records.get(annotation.ref)
        if known is None:
            return ImportedAnnotation(foreign, ImportOutcome.NEW, annotation)
        before = replace(known.annotation, article=article)
        updated = _updated(before, annotation, is_own=foreign.is_own)
        is_changed = updated != before and _is_later(foreign.annotation, before)
        outcome = ImportOutcome.CHANGED if is_changed else ImportOutcome.KNOWN
        return ImportedAnnotation(foreign, outcome, updated, known=known)

    def _record_of(self, foreign: ForeignAnnotation, article: str) -> Annotation:
        annotation = foreign.annotation
        if foreign.is_own:
            annotator = self._choice.annotator if self._choice.sign_all else annotation.annotator
            return replace(annotation, article=article, id=self._names[foreign.source_id], annotator=annotator)
        signed = "" if self._choice.sign_all else annotation.annotator
        return replace(
            annotation,
            id=self._names[foreign.source_id],
            article=article,
            on=self._answered(foreign.reply_to, article),
            annotator=signed or self._choice.annotator,
            created=annotation.created or self._choice.now,
            extra=(*annotation.extra, (SOURCE_ID, foreign.source_id)),
        )

    def _answered(self, source: str, article: str) -> str:
        """Return the id of the record that an annotation answers, if any."""
        known = self._by_source.get(source)
        if known and known.article == article:
            return known.id
        return self._names.get(source, "")

    def _placed(self, new: Iterable[ImportedAnnotation]) -> dict[str, ImportedAnnotation]:
        """Return new annotations with their places."""
        by_article: defaultdict[str, dict[str, ForeignAnnotation]] = defaultdict(dict)
        by_source = {each.foreign.source_id: each for each in new}
        for source, each in by_source.items():
            if each.annotation and each.annotation.article:
                by_article[each.annotation.article][source] = each.foreign
        for article, annotations in by_article.items():
            text = self._accounts[article].article.text
            for source, (target, anchor) in placed_targets(text, annotations).items():
                each = by_source[source]
                annotation = replace(each.annotation, target=target) if each.annotation else None
                by_source[source] = replace(each, annotation=annotation, anchor=anchor)
        return by_source


def source_id_of(annotation: Annotation) -> str:
    """Return what another program calls a record, or an empty string."""
    value = dict(annotation.extra).get(SOURCE_ID, "")
    return value if isinstance(value, str) else ""


def _updated(before: Annotation, after: Annotation, *, is_own: bool) -> Annotation:
    """Return a record with what a later version of it says.

    Of another program, only what it says is taken, not what it lacks. Of our own, the places and the keys that a format
    does not keep stay.
    """
    if is_own:
        target = before.target if _same_words(before.target, after.target) else after.target
        return replace(after, target=target, extra=after.extra or before.extra)
    said = {field: getattr(after, field) for field in _SAID if getattr(after, field)}
    kind = before.kind if after.kind == NOTE.name else after.kind
    return replace(before, **said, kind=kind)


def _same_words(before: TextSelector | None, after: TextSelector | None) -> bool:
    if before is None or after is None:
        return before is after
    return (before.quote, before.prefix, before.suffix) == (after.quote, after.prefix, after.suffix)


def _is_later(foreign: Annotation, before: Annotation) -> bool:
    """Return whether a file's version is not older than the record.

    Without a time it is later than a record that nobody has edited.
    """
    time = instant(foreign.modified or foreign.created)
    if time == UNKNOWN:
        return not before.modified
    return time >= instant(before.modified or before.created)
