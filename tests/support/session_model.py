"""A simple model of a session, to compare the real one with.

It knows which records are on disk, which places were refused, and two stacks of steps. It knows nothing of files,
anchors or Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tui.errors import ConflictError, SaveError, UsageError
from tui.model import Annotation, RecordRef
from tui.session.quote_review import RefusedPlace


@dataclass(frozen=True)
class RecordEdit:
    """A record before and after a change, None if there is none."""

    ref: RecordRef
    before: Annotation | None
    after: Annotation | None

    @property
    def inverse(self) -> RecordEdit:
        """The change that undoes this one."""
        return RecordEdit(self.ref, self.after, self.before)


@dataclass(frozen=True)
class PlaceRefusal:
    """A place that is refused, or no longer refused."""

    place: RefusedPlace
    refused: bool = True

    @property
    def inverse(self) -> PlaceRefusal:
        """The change that undoes this one."""
        return PlaceRefusal(self.place, not self.refused)


ModelStep = tuple[RecordEdit | PlaceRefusal, ...]


@dataclass
class SessionModel:
    """The records on disk, the refused places, and two stacks of steps."""

    records: dict[RecordRef, Annotation]
    """Without the time of the last change, which undo and redo ignore."""
    open: tuple[str, ...]
    """The ids of the open articles."""
    texts: Mapping[str, str]
    """The text of each article that is open, as it is shown."""
    refused: set[RefusedPlace] = field(default_factory=set)
    done: list[ModelStep] = field(default_factory=list)
    undone: list[ModelStep] = field(default_factory=list)

    def shown(self) -> list[RecordRef]:
        """Return the records that the session shows, sorted."""
        return sorted(ref for ref in self.records if self._is_open(ref))

    def with_notes(self, refs: Iterable[RecordRef]) -> list[RecordRef]:
        """Return records with the notes on them, each after its notes."""
        ordered: dict[RecordRef, None] = {}
        for ref in refs:
            notes = [other for other, annotation in sorted(self.records.items()) if annotation.on == ref.id]
            ordered |= dict.fromkeys((*(note for note in notes if note.article == ref.article), ref))
        return list(ordered)

    def do(self, step: ModelStep) -> None:
        """Make new changes as one step."""
        self._apply(step)
        self.done.append(step)
        self.undone.clear()

    def undo_step(self) -> ModelStep:
        """Return the changes that undo would make, or raise UsageError."""
        if not self.done:
            raise UsageError("nothing to undo")
        return tuple(change.inverse for change in reversed(self.done[-1]))

    def redo_step(self) -> ModelStep:
        """Return the changes that redo would make, or raise UsageError."""
        if not self.undone:
            raise UsageError("nothing to redo")
        return self.undone[-1]

    def undo(self) -> None:
        """Undo the last step, or raise what the session must raise."""
        self._apply(self.undo_step())
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        """Redo the last undone step, or raise what the session must raise."""
        self._apply(self.redo_step())
        self.done.append(self.undone.pop())

    def leaves_stray_note(self, step: ModelStep) -> bool:
        """Return whether a step would leave a note on a record that is gone."""
        records: dict[RecordRef, Annotation | None] = dict(self.records)
        records |= {change.ref: change.after for change in step if isinstance(change, RecordEdit)}
        return any(
            annotation and annotation.on and not records.get(RecordRef(ref.article, annotation.on))
            for ref, annotation in records.items()
        )

    def adopt(self, open_articles: tuple[str, ...], texts: Mapping[str, str], deleted: ModelStep = ()) -> None:
        """Show other articles or texts, and remember what others deleted."""
        changed = {article for article, text in texts.items() if self.texts.get(article) != text}
        self.refused = {place for place in self.refused if place.record.article not in changed}
        self.open, self.texts = open_articles, texts
        shown = set(self.shown())
        steps = [tuple(change for change in step if not _deletes(change, shown)) for step in self.done]
        self.done = [step for step in (*steps, deleted) if step]

    def _is_open(self, ref: RecordRef) -> bool:
        return not ref.article or ref.article in self.open

    def _apply(self, step: ModelStep) -> None:
        records, refused = dict(self.records), set(self.refused)
        for change in step:
            if isinstance(change, PlaceRefusal):
                refused = refused | {change.place} if change.refused else refused - {change.place}
                continue
            self._check(records.get(change.ref), change)
            if change.after is None:
                del records[change.ref]
            else:
                records[change.ref] = change.after
        self.records, self.refused = records, refused

    def _check(self, current: Annotation | None, change: RecordEdit) -> None:
        if change.before is None:
            if current is not None:
                raise SaveError("its file is there again")
        elif not self._is_open(change.ref):
            raise UsageError("its article is not open")
        elif current != change.before:
            raise ConflictError("somebody else changed it")


def without_time(annotation: Annotation) -> Annotation:
    """Return an annotation without the time of its last change."""
    return replace(annotation, modified="")


def _deletes(change: RecordEdit | PlaceRefusal, shown: set[RecordRef]) -> bool:
    return isinstance(change, RecordEdit) and change.after is None and change.ref in shown
