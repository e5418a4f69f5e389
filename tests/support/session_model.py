"""A simple model of a session, to compare the real one with.

It knows which records are on disk, which places were refused, and two stacks of steps. It knows nothing of files,
anchors or Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tui.errors import ConflictError, DiptychError, SaveError, UsageError
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
class NewProposition:
    """A slug that is added to the codebook, or removed from it."""

    slug: str
    removed: bool = False

    @property
    def inverse(self) -> NewProposition:
        """The change that undoes this one."""
        return NewProposition(self.slug, not self.removed)


@dataclass(frozen=True)
class PlaceRefusal:
    """A place that is refused, or no longer refused."""

    place: RefusedPlace
    refused: bool = True

    @property
    def inverse(self) -> PlaceRefusal:
        """The change that undoes this one."""
        return PlaceRefusal(self.place, not self.refused)


ModelChange = RecordEdit | PlaceRefusal | NewProposition
ModelStep = tuple[ModelChange, ...]


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
    fault: DiptychError | None = None
    """What ended the last undo or redo half-way."""
    stuck: list[ModelStep] | None = None
    """The stack whose last step was refused."""
    propositions: set[str] = field(default_factory=set)
    """The slugs in the codebook."""

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
        for change in step:
            self._apply(change)
        self.done.append(step)
        self.undone.clear()
        self.stuck = None

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
        """Undo the last step, or raise what the session must raise.

        Then the part before the fault is undone, and the rest stays.
        """
        made = self._replay(self.undo_step(), self.done)
        step = self.done.pop()
        rest = step[: len(step) - len(made)]
        moved = tuple(change.inverse for change in reversed(made) if change)
        self._move(rest, moved, self.done, self.undone)

    def redo(self) -> None:
        """Redo the last undone step, or raise what the session must raise.

        Then the part before the fault is redone, and the rest stays.
        """
        made = self._replay(self.redo_step(), self.undone)
        rest = self.undone.pop()[len(made) :]
        self._move(rest, tuple(change for change in made if change), self.undone, self.done)

    def skip(self) -> None:
        """Forget the step that was refused."""
        if self.stuck:
            self.stuck.pop()
        self.stuck = None

    def _replay(self, step: ModelStep, source: list[ModelStep]) -> list[ModelChange | None]:
        self.fault = None
        made: list[ModelChange | None] = []
        for change in step:
            try:
                made.append(self._apply(change))
            except DiptychError as error:
                self.fault = error
                break
        self.stuck = source if self.fault else None
        return made

    def _move(self, rest: ModelStep, moved: ModelStep, source: list[ModelStep], target: list[ModelStep]) -> None:
        source += [rest] if rest else []
        target += [moved] if moved else []
        if self.fault:
            raise self.fault

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
        steps = [step for step in (*steps, deleted) if step]
        if self.stuck is self.done and steps[-1:] != self.done[-1:]:
            self.stuck = None
        self.done[:] = steps

    def _is_open(self, ref: RecordRef) -> bool:
        return not ref.article or ref.article in self.open

    def _apply(self, change: ModelChange) -> ModelChange | None:
        """Make a change, and return it unless nothing changed."""
        if isinstance(change, PlaceRefusal):
            self.refused = self.refused | {change.place} if change.refused else self.refused - {change.place}
        elif isinstance(change, NewProposition):
            return self._apply_proposition(change)
        else:
            self._check(self.records.get(change.ref), change)
            self.records.pop(change.ref, None)
            if change.after is not None:
                self.records[change.ref] = change.after
        return change

    def _apply_proposition(self, change: NewProposition) -> NewProposition | None:
        if change.removed and any(annotation.about == change.slug for annotation in self.records.values()):
            return None
        if not change.removed and change.slug in self.propositions:
            return None
        self.propositions ^= {change.slug} if change.removed == (change.slug in self.propositions) else set()
        return change

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


def _deletes(change: ModelChange, shown: set[RecordRef]) -> bool:
    return isinstance(change, RecordEdit) and change.after is None and change.ref in shown
