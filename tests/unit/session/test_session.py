"""Tests of `tui.session.session`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from session_model import ModelStep, NewProposition, PlaceRefusal, RecordEdit, SessionModel, without_time

from tui.anchoring import describe
from tui.errors import ConflictError, DiptychError, OverwriteError, SaveError, UsageError
from tui.model import (
    Anchor,
    AnchorState,
    Annotation,
    Collation,
    Placed,
    Proposition,
    Record,
    RecordRef,
    Span,
    TextSelector,
    Workspace,
)
from tui.session import drafts
from tui.session.conflicts import Resolution
from tui.session.history import RecordChange
from tui.session.quote_review import RefusedPlace, without_refused
from tui.session.session import Session
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.cache.parse_store import ParseStore
from tui.storage.files.file_stamp import file_stamp
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.source import read_contents
from tui.storage.records import repository
from tui.storage.records.locate import RecordConflict
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import plan_rename
from tui.storage.records.repository import Deleted
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.file_problems import file_problems
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.name_uses import read_name_uses
from tui.storage.workspace.plain_loader import plain_loader, read_collation
from tui.storage.workspace.reloader import record_contents, reload

ARTICLES = {
    "north": (
        "The ferry ran aground on Monday. Nobody was hurt, the captain said.\n\nOn Friday the ferry sailed again.\n",
        "A correction.\n\nThe ferry ran aground on Monday. Nobody was badly hurt, the captain said.\n",
    ),
    "south": (
        "The radar of the ferry failed, two crew members said. The captain denied it.\n",
        "The old radar of the ferry had failed, two crew members said. The captain of the ferry denied it.\n",
    ),
}
"""Two texts of each article."""
QUOTES = (
    "Nobody was hurt",
    "ferry",
    "run aground on Monday. Nobody was hurt, the captain said",
    "swam ashore through burning oil",
    "",
)
"""Once in a text, twice, with other words, not at all; and none."""
PHRASES = ("captain", "ferry", "said")
LIST = """article: north
annotations:   # all
  - id: one   # by hand
    kind: claim
    speaker: [ 'X' ]
    about: ""
    quote: Nobody was hurt

  # about two
  - {id: two,   kind: denial, "quote": ferry, tags: [ z ] }   # flow
"""
FLOW_LIST = """annotations: [
  {id: three, kind: claim, quote: radar},   # first
  {id: four, kind: note},
]
"""
SLUGS = ("fog", "calm")
CODEBOOK = "propositions:\n  hurt: Nobody was hurt\n"


Files = dict[str, bytes]
"""The bytes of every annotation file, by its path."""


class SessionMachine(RuleBasedStateMachine):
    """Random changes, by a session and by another writer of its files.

    After each of them, the session must show what the files hold, and what the model expects.
    """

    def __init__(self) -> None:
        super().__init__()
        # Waiting for the disk would take most of the time.
        self.fsync = patch.object(OS_CALLS, "fsync")
        self.fsync.start()
        self.root = Path(mkdtemp())
        self.workspace = Workspace(self.root, self.root / "articles")
        self.workspace.articles.mkdir()
        self.workspace.annotations.mkdir()
        self.workspace.codebook.write_text(CODEBOOK)
        self.workspace.list_file("north").write_text(LIST)
        self.workspace.list_file("south").write_text(FLOW_LIST)
        self.texts = {article: texts[0] for article, texts in ARTICLES.items()}
        for article, text in self.texts.items():
            self.article_file(article).write_text(text)
        self.session = Session(plain_loader(self.workspace), "Mira")
        self.session.open(tuple(ARTICLES))
        self.contents = record_contents(self.session.collation, {})
        self.model = SessionModel(annotations_of(self.session.collation), tuple(ARTICLES), dict(self.texts))
        self.trash: dict[RecordRef, Deleted] = {}
        self.model.propositions = {"hurt"}
        self.ids = 0
        self.alone = False
        """Whether no other writer changes files, so that undo must restore every byte."""
        self.before: list[Files] | None = []
        """The files before each step that can be undone; None once another writer changed a file."""
        self.after: list[Files] = []
        """The files after each step that can be redone."""

    def teardown(self) -> None:
        self.fsync.stop()
        shutil.rmtree(self.root)

    # Changes in the session

    @initialize(alone=st.booleans())
    def start(self, alone: bool) -> None:
        self.alone = alone

    @rule(data=st.data(), quote=st.sampled_from(QUOTES))
    def create(self, data: st.DataObject, quote: str) -> None:
        article = data.draw(st.sampled_from(["", *self.model.open]))
        subjects = ["", *(ref.id for ref in self.own() if ref.article == article)]
        annotation = replace(self.new_annotation(article, quote), on=data.draw(st.sampled_from(subjects)))
        slug = data.draw(st.sampled_from(["", *SLUGS]))
        annotation = replace(annotation, about=slug or annotation.about)
        self.will_change()
        saved = self.session.add(annotation, proposition(slug)).annotation
        assert saved == replace(annotation, annotator="Mira", created=saved.created)
        self.model.do((*self.new(slug), RecordEdit(saved.ref, None, without_time(saved))))

    @precondition(lambda self: self.model.shown())
    @rule(
        data=st.data(),
        body=st.sampled_from(["", "Hm.", "Two\nlines"]),
        names=st.sampled_from([(), ("X",), ("A", "B")]),
        slug=st.sampled_from(["", *SLUGS]),
    )
    def edit(self, data: st.DataObject, body: str, names: tuple[str, ...], slug: str) -> None:
        record = self.record(self.draw_ref(data))
        about = slug if record.annotation.article else record.annotation.about
        annotation = replace(record.annotation, body=body, speaker=names, tags=names, about=about)
        self.will_change()
        self.session.edit(record, annotation, proposition(slug))
        self.model.do((*self.new(slug), edit_of(record, annotation)))

    @precondition(lambda self: self.model.shown())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        refs = data.draw(st.lists(st.sampled_from(self.model.shown()), min_size=1, max_size=3, unique=True))
        records = [self.record(ref) for ref in self.model.with_notes(refs)]
        for record in records:
            if not record.in_list:
                self.trash[record.annotation.ref] = Deleted(record, record.file.read_bytes())
        self.will_change()
        self.session.delete(records)
        self.model.do(tuple(edit_of(record, None) for record in records))

    @precondition(lambda self: self.own())
    @rule(data=st.data(), phrase=st.sampled_from(PHRASES))
    def reanchor(self, data: st.DataObject, phrase: str) -> None:
        placed = self.placed(data.draw(st.sampled_from(self.own())))
        annotation, text = placed.annotation, self.texts[placed.annotation.article]
        start = text.find(phrase)
        if start < 0:
            return
        self.will_change()
        self.session.reanchor(placed, Span(start, start + len(phrase)))
        was = (*annotation.was, annotation.quote) if annotation.quote not in ("", phrase) else annotation.was
        after = replace(annotation, target=describe(text, start, start + len(phrase)), was=was)
        self.model.do((edit_of(placed.record, after),))

    @precondition(lambda self: self.doubtful())
    @rule(data=st.data())
    def refuse(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from(self.doubtful()))
        self.will_change()
        self.session.refuse(self.placed(place.record).annotation, place.place)
        self.model.do((PlaceRefusal(place),))

    @precondition(lambda self: self.model.done or self.model.undone)
    @rule(undos=st.integers(0, 3), redos=st.integers(0, 3))
    def undo_and_redo(self, undos: int, redos: int) -> None:
        for _ in range(undos):
            self.undo()
        for _ in range(redos):
            self.redo()

    @precondition(lambda self: self.model.done)
    @rule()
    def undo_and_redo_everything(self) -> None:
        count = len(self.model.done)
        for _ in range(count):
            self.undo()
        for _ in range(count):
            self.redo()

    @precondition(lambda self: self.model.stuck)
    @rule()
    def skip(self) -> None:
        self.others_changed()
        self.session.skip()
        self.model.skip()

    @rule(ids=st.sampled_from([("north", "south"), ("south",), ("north", "south", "north"), ("south", "north")]))
    def open_articles(self, ids: tuple[str, ...]) -> None:
        self.session.open(ids)
        self.model.adopt(ids, {article: self.texts[article] for article in ids})
        self.contents = record_contents(self.session.collation, self.contents)

    # Changes by another writer

    @precondition(lambda self: not self.alone)
    @rule(article=st.sampled_from([*ARTICLES, ""]), quote=st.sampled_from(QUOTES))
    def others_create(self, article: str, quote: str) -> None:
        record = repository.create(self.workspace, replace(self.new_annotation(article, quote), annotator="Olga"))
        self.model.records[record.annotation.ref] = without_time(record.annotation)
        self.reload(record.file)

    @precondition(lambda self: self.model.records)
    @precondition(lambda self: not self.alone)
    @rule(data=st.data(), body=st.sampled_from(["", "Hm.", "Theirs"]))
    def others_edit(self, data: st.DataObject, body: str) -> None:
        record = self.on_disk()[self.draw_recent(data)]
        saved = repository.update(self.workspace, record, replace(record.annotation, body=body))
        self.model.records[saved.annotation.ref] = without_time(saved.annotation)
        self.reload(record.file)

    @precondition(lambda self: self.model.records)
    @precondition(lambda self: not self.alone)
    @rule(data=st.data())
    def others_delete(self, data: st.DataObject) -> None:
        ref = self.draw_recent(data)
        step: list[RecordEdit] = []
        for other in self.model.with_notes([ref]):
            record = self.on_disk()[other]
            self.trash[other] = repository.delete(self.workspace, record)
            if not record.in_list and other in self.model.shown():
                step.append(edit_of(record, None))
            del self.model.records[other]
        self.reload(record.file, deleted=tuple(step))

    @precondition(lambda self: self.restorable())
    @precondition(lambda self: not self.alone)
    @rule(data=st.data())
    def others_restore(self, data: st.DataObject) -> None:
        record = repository.restore(self.workspace, self.trash[data.draw(st.sampled_from(self.restorable()))])
        self.model.records[record.annotation.ref] = without_time(record.annotation)
        self.reload(record.file)

    @precondition(lambda self: not self.alone)
    @rule(article=st.sampled_from([*ARTICLES]), version=st.sampled_from([0, 1]))
    def others_rewrite_article(self, article: str, version: int) -> None:
        self.texts[article] = ARTICLES[article][version]
        self.article_file(article).write_text(self.texts[article])
        self.reload(self.article_file(article))

    # What must hold after each step

    @invariant()
    def check(self) -> None:
        """Compare the files, what the session shows, and the model."""
        fresh = read_collation(self.workspace, ARTICLES)
        assert not fresh.problems
        assert annotations_of(fresh) == self.model.records
        assert set(fresh.codebook.propositions) == self.model.propositions
        assert self.session.codebook == fresh.codebook
        assert self.session.open_articles == self.model.open
        assert self.session.refused == self.model.refused
        history = self.session.history
        assert (len(history.done), len(history.undone)) == (len(self.model.done), len(self.model.undone))
        assert set(self.session.collation.notes) == set(fresh.notes)
        on_disk = {account.article.id: account for account in fresh.accounts}
        for account in self.session.accounts:
            expected = on_disk[account.article.id]
            assert account.article == expected.article
            placed = without_refused(expected.placed, self.model.refused)
            assert settled(account.placed) == settled(placed)
            assert by_id(account.placed) == by_id(placed)

    # Helpers

    def files(self) -> Files:
        return {str(path): path.read_bytes() for path in self.workspace.annotations.rglob("*") if path.is_file()}

    def will_change(self) -> None:
        """Remember the files before a new step."""
        self.after.clear()
        if self.before is not None:
            self.before.append(self.files())

    def others_changed(self) -> None:
        """Compare bytes no more: the files are no longer those remembered."""
        self.before = None

    def undo(self) -> None:
        files, count = self.files(), len(self.model.done)
        self.step(self.session.undo, self.model.undo_step, self.model.undo)
        self.check()
        if self.files() != files and len(self.model.done) == count:
            self.others_changed()  # the step was undone in part
        if self.before is not None and len(self.model.done) < count:
            assert self.files() == self.before.pop()
            self.after.append(files)

    def redo(self) -> None:
        files, count = self.files(), len(self.model.undone)
        self.step(self.session.redo, self.model.redo_step, self.model.redo)
        self.check()
        if self.files() != files and len(self.model.undone) == count:
            self.others_changed()  # the step was redone in part
        if self.before is not None and len(self.model.undone) < count:
            assert self.files() == self.after.pop()
            self.before.append(files)

    def new(self, slug: str) -> tuple[NewProposition, ...]:
        """Return the change that adds a slug, if it is new."""
        return (NewProposition(slug),) if slug and slug not in self.model.propositions else ()

    def article_file(self, article: str) -> Path:
        return self.workspace.articles / f"{article}.txt"

    def new_annotation(self, article: str, quote: str) -> Annotation:
        self.ids += 1
        target = TextSelector(quote) if quote and article else None
        return Annotation(f"r{self.ids:02}", "note", article, target, about="" if article else "hurt", body="New")

    def draw_ref(self, data: st.DataObject) -> RecordRef:
        return data.draw(st.sampled_from(self.model.shown()))

    def draw_recent(self, data: st.DataObject) -> RecordRef:
        """Draw a record, often one that undo or redo would change next."""
        steps = [*self.model.done[-1:], *self.model.undone[-1:]]
        recent = [change.ref for step in steps for change in step if isinstance(change, RecordEdit)]
        refs = [ref for ref in recent if ref in self.model.records]
        return data.draw(st.sampled_from([*refs, *refs, *sorted(self.model.records)]))

    def own(self) -> list[RecordRef]:
        """Return the records of open articles that are no notes on others."""
        return [ref for ref in self.model.shown() if ref.article and not self.model.records[ref].on]

    def placed(self, ref: RecordRef) -> Placed:
        placed = self.session.find(ref)
        assert placed is not None
        return placed

    def record(self, ref: RecordRef) -> Record:
        if ref.article:
            return self.placed(ref).record
        return next(note for note in self.session.collation.notes if note.annotation.id == ref.id)

    def on_disk(self) -> dict[RecordRef, Record]:
        return records_of(read_collation(self.workspace, ARTICLES))

    def doubtful(self) -> list[RefusedPlace]:
        """Return the places that can be refused."""
        return [RefusedPlace(ref, span) for ref in self.own() for span in doubtful_spans(self.placed(ref))]

    def restorable(self) -> list[RecordRef]:
        """Return the deleted records that are no notes on others."""
        trash = sorted(self.trash.items())
        return [ref for ref, each in trash if ref not in self.model.records and not each.record.annotation.on]

    def step(self, take: Callable[[], object], changes: Callable[[], ModelStep], expect: Callable[[], None]) -> None:
        """Undo or redo in both, which must raise the same errors."""
        try:
            if self.model.leaves_stray_note(changes()):
                return  # The session shows such a note until the next load, which finds a problem.
            expect()
        except DiptychError as error:
            with pytest.raises(type(error)):
                take()
        else:
            take()

    def reload(self, path: Path, deleted: ModelStep = ()) -> None:
        """Adopt what another writer changed, as the reader does."""
        self.others_changed()
        result = reload(self.workspace, self.session.collation, {path}, self.contents)
        self.session.adopt(result.collation, result.deleted)
        self.contents = result.contents
        self.model.adopt(self.model.open, {article: self.texts[article] for article in self.model.open}, deleted)


def doubtful_spans(placed: Placed) -> list[Span]:
    """Return the adjusted place of a quote, or the places to choose from."""
    if placed.span:
        return [placed.span] if placed.is_adjusted else []
    return [Span(each.start, each.end) for each in (placed.anchor.candidates if placed.anchor else ())]


def proposition(slug: str) -> Proposition | None:
    return Proposition(slug, f"It is {slug}") if slug else None


def edit_of(record: Record, after: Annotation | None) -> RecordEdit:
    """Return a change of a record in the model."""
    before = without_time(record.annotation)
    return RecordEdit(before.ref, before, without_time(after) if after else None)


def records_of(collation: Collation) -> dict[RecordRef, Record]:
    """Return all records of a collation."""
    found = [*(placed.record for account in collation.accounts for placed in account.placed), *collation.notes]
    return {record.annotation.ref: record for record in found}


def annotations_of(collation: Collation) -> dict[RecordRef, Annotation]:
    """Return all annotations of a collation, as the model keeps them."""
    return {ref: without_time(record.annotation) for ref, record in records_of(collation).items()}


def settled(placed: tuple[Placed, ...]) -> list[str]:
    """Return the ids of those with a settled place, in reading order."""
    return [each.annotation.id for each in placed if each.span]


def by_id(placed: tuple[Placed, ...]) -> dict[str, tuple[Annotation, Anchor | None, str]]:
    """Return annotations and anchors by id, with the records' digests."""
    return {each.annotation.id: (each.annotation, each.anchor, each.record.digest) for each in placed}


TestRandomChanges = SessionMachine.TestCase
TestRandomChanges.settings = settings(
    max_examples=50, stateful_step_count=30, deadline=None, derandomize=True, print_blob=False
)


@pytest.fixture
def session(ferry: Workspace) -> Session:
    """Return a session with both articles of the ferry open."""
    return open_session(ferry, "north", "south")


def open_session(workspace: Workspace, *articles: str) -> Session:
    session = Session(plain_loader(workspace), "Mira")
    session.open(articles)
    return session


def record_of(session: Session, article: str, annotation_id: str) -> Record:
    placed = session.find(RecordRef(article, annotation_id))
    assert placed is not None
    return placed.record


def add_note(session: Session, annotation_id: str = "n1") -> Record:
    return session.add(Annotation(annotation_id, "note", "north", body="Hm."))


def others_edit(record: Record, workspace: Workspace, body: str = "Theirs") -> Record:
    return repository.update(workspace, record, replace(record.annotation, body=body))


def adopt_disk(session: Session) -> None:
    """Adopt everything that another writer changed."""
    result = reload(session.workspace, session.collation, {session.workspace.annotations}, {})
    session.adopt(result.collation, result.deleted)


# Open


def test_an_article_that_cannot_be_read_is_a_problem_and_the_others_open(ferry: Workspace) -> None:
    session = open_session(ferry, "north", "gone", "south")
    assert session.open_articles == ("north", "south")
    (problem,) = session.problems
    assert problem.message.startswith("no such article")


def test_problems_are_those_of_the_workspace_of_open_articles_and_orphaned_files(ferry: Workspace) -> None:
    ferry.list_file("north").write_text("annotations:\n  - {id: x, kind: rumour, quote: fog}\n")
    ferry.list_file("lost").write_text("annotations: []\n")
    session = open_session(ferry, "gone", "north", "south")
    session.orphaned_files = file_problems(session.workspace)
    assert [problem.file.name for problem in session.problems] == ["gone.txt", "north.yaml", "lost.yaml"]


def test_an_open_article_has_its_title_and_a_closed_one_its_id(ferry: Workspace) -> None:
    session = open_session(ferry, "north")
    assert session.title_of("north") == "Ferry runs aground in fog"
    assert session.title_of("south") == "south"
    assert session.find(RecordRef("south", "holm")) is None


def test_what_is_parsed_is_remembered_for_the_next_start(ferry: Workspace) -> None:
    session = Session(WorkspaceLoader(ferry, CachedLoader(ferry)))
    session.open(("south", "north"))
    session.save_parsed()
    contents = read_contents([ferry.codebook, ferry.list_file("north")])
    assert ParseStore(ferry).recall("north", contents) is not None


def test_the_overview_is_kept_until_something_changes(session: Session) -> None:
    before = session.overview
    assert session.overview is before
    add_note(session)
    assert session.overview.collation is session.collation
    assert len(session.overview.records.entries) == len(before.records.entries) + 1


def test_drafts_of_an_earlier_program_are_noticed(session: Session) -> None:
    assert not session.has_drafts()
    drafts.save_draft(session.workspace, "999999999-abc", Annotation("", "note", body="half"))
    assert session.has_drafts()


# Change


def test_a_record_is_signed_and_shown_in_every_pane_of_its_article(ferry: Workspace) -> None:
    session = open_session(ferry, "north", "south", "north")
    record = add_note(session)
    assert record.annotation.annotator == "Mira"
    assert [record in [placed.record for placed in account.placed] for account in session.accounts] == [
        True,
        False,
        True,
    ]


def test_a_record_that_cannot_be_saved_changes_nothing(session: Session) -> None:
    add_note(session)
    session.undo()
    repository.create(session.workspace, Annotation("n1", "note", "north", body="Theirs", annotator="Mira"))
    before = session.collation
    with pytest.raises(OverwriteError):
        add_note(session)
    assert session.collation is before
    session.history.done.clear()
    with pytest.raises(OverwriteError):
        session.redo()


def test_a_record_that_somebody_else_changed_is_not_overwritten(session: Session) -> None:
    record = record_of(session, "north", "hurt")
    theirs = others_edit(record, session.workspace)
    with pytest.raises(ConflictError):
        session.edit(record, replace(record.annotation, body="Mine"))
    assert read_collation(session.workspace, ["north"]).accounts[0].by_id["hurt"].annotation == theirs.annotation
    with pytest.raises(UsageError):
        session.undo()


def test_several_records_of_a_list_are_deleted_and_restored_as_one_step(session: Session) -> None:
    file = session.workspace.list_file("south")
    source = file.read_bytes()
    session.delete([record_of(session, "south", name) for name in ("crew", "agreed", "holm")])
    assert not session.accounts[1].placed
    session.undo()
    assert file.read_bytes() == source
    assert [placed.annotation.id for placed in session.accounts[1].placed] == ["crew", "holm", "agreed"]


def test_if_one_of_several_cannot_be_deleted_those_before_it_can_be_restored(session: Session) -> None:
    first, second, third = (add_note(session, name) for name in ("n1", "n2", "n3"))
    others_edit(second, session.workspace)
    with pytest.raises(ConflictError):
        session.delete([first, second, third])
    assert [record.file.exists() for record in (first, second, third)] == [False, True, True]
    session.undo()
    assert record_of(session, "north", "n1") == first
    assert first.file.exists()


def test_undo_restores_the_bytes_of_a_file_and_redo_deletes_it_again(session: Session) -> None:
    record = add_note(session)
    record.file.write_text("# by hand\n" + record.file.read_text("utf-8"), "utf-8")
    source = record.file.read_bytes()
    session.delete([record])
    session.undo()
    assert record.file.read_bytes() == source
    session.redo()
    assert not record.file.exists()
    assert session.find(record.annotation.ref) is None


def test_undo_restores_the_time_of_the_last_change(session: Session) -> None:
    record = record_of(session, "north", "hurt")
    first = session.edit(record, replace(record.annotation, body="One", modified="2020-01-01T00:00:00Z"))
    session.edit(first, replace(first.annotation, body="Two"))
    session.undo()
    assert record_of(session, "north", "hurt").annotation == first.annotation


def test_a_new_change_forgets_what_was_undone(session: Session) -> None:
    add_note(session, "n1")
    session.undo()
    add_note(session, "n2")
    with pytest.raises(UsageError, match="nothing to redo"):
        session.redo()


def test_what_somebody_else_changed_since_is_not_undone(session: Session) -> None:
    record = add_note(session)
    others_edit(record, session.workspace)
    adopt_disk(session)
    with pytest.raises(ConflictError):
        session.undo()
    assert record_of(session, "north", "n1").annotation.body == "Theirs"
    others_edit(record_of(session, "north", "n1"), session.workspace, "Hm.")
    adopt_disk(session)
    session.undo()
    assert not record.file.exists()


def test_a_change_in_a_closed_article_is_undone_once_it_is_open_again(session: Session) -> None:
    record = add_note(session)
    session.open(("south",))
    with pytest.raises(UsageError, match="o opens it"):
        session.undo()
    session.open(("south", "north"))
    session.undo()
    assert not record.file.exists()


def test_the_programs_own_files_are_known_by_their_stamps_but_no_lists(session: Session) -> None:
    record = add_note(session)
    assert session.stamps[record.file] == file_stamp(record.file)
    session.delete([record])
    assert session.stamps[record.file] is None
    session.undo()
    assert record.file not in session.stamps
    listed = record_of(session, "north", "hurt")
    session.edit(listed, replace(listed.annotation, body="Hm."))
    assert listed.file not in session.stamps


FOG = Proposition("fog", "There was fog")
ON_FOG = Annotation("n1", "note", "north", about="fog", body="Hm.")


def test_a_new_proposition_is_in_the_codebook_at_once_and_undone_with_its_record(session: Session) -> None:
    source = session.workspace.codebook.read_bytes()
    session.add(ON_FOG, FOG)
    added = session.workspace.codebook.read_bytes()
    assert session.codebook.proposition_text("fog") == "There was fog"
    assert read_collation(session.workspace).codebook.proposition_text("fog") == "There was fog"
    assert session.undo().kept == ()
    assert session.workspace.codebook.read_bytes() == source
    assert "fog" not in session.codebook.propositions
    session.redo()
    assert session.workspace.codebook.read_bytes() == added
    assert "fog" in session.codebook.propositions
    assert record_of(session, "north", "n1").annotation.about == "fog"


def test_a_codebook_created_for_a_proposition_is_gone_again(session: Session) -> None:
    session.workspace.codebook.unlink()
    record = record_of(session, "north", "hurt")
    source = record.file.read_bytes()
    session.edit(record, replace(record.annotation, about="fog"), FOG)
    assert session.workspace.codebook.exists()
    session.undo()
    assert not session.workspace.codebook.exists()
    assert record.file.read_bytes() == source


def test_a_proposition_that_somebody_else_uses_stays(session: Session) -> None:
    session.add(ON_FOG, FOG)
    source = session.workspace.codebook.read_bytes()
    repository.create(session.workspace, replace(ON_FOG, id="n2", article="closed"))
    assert session.undo().kept == (FOG,)
    assert session.workspace.codebook.read_bytes() == source
    assert session.redo().kept == ()
    assert session.codebook.proposition_text("fog") == "There was fog"
    assert record_of(session, "north", "n1")
    session.undo()
    assert session.history.done == []


def test_a_proposition_whose_record_was_not_saved_at_first_is_one_step_with_it(session: Session) -> None:
    source = session.workspace.codebook.read_bytes()
    file = session.workspace.records("north")
    file.write_text("in the way")
    with pytest.raises(SaveError):
        session.add(ON_FOG, FOG)
    assert "fog" in session.codebook.propositions
    file.unlink()
    session.add(ON_FOG, FOG)
    assert len(session.history.done) == 1
    session.undo()
    assert session.workspace.codebook.read_bytes() == source


def test_undo_and_redo_of_an_edit_in_a_list_restore_its_bytes(session: Session) -> None:
    record = record_of(session, "north", "radar-open")
    before = record.file.read_bytes()
    record = session.edit(record, replace(record.annotation, speaker=("The company", "The owner"), about=""))
    once = record.file.read_bytes()
    session.edit(record, replace(record.annotation, speaker=(), tags=(), body="a\nb"))
    twice = record.file.read_bytes()
    states = []
    for step in (session.undo, session.undo, session.redo, session.redo, session.undo, session.undo):
        step()
        states.append(record.file.read_bytes())
    assert states == [once, before, once, twice, once, before]
    adopt_disk(session)
    assert record_of(session, "north", "radar-open").annotation.speaker == ("The company",)


# Steps that fail


def test_a_redo_that_fails_half_way_loses_nothing(session: Session) -> None:
    first, second = add_note(session, "n1"), add_note(session, "n2")
    source = first.file.read_bytes()
    session.delete([first, second])
    session.undo()
    others_edit(second, session.workspace)
    adopt_disk(session)
    with pytest.raises(ConflictError, match="somebody else changed the record"):
        session.redo()
    assert session.history.refused
    assert session.history.refused.is_rest
    assert [first.file.exists(), second.file.exists()] == [False, True]
    session.undo()
    assert first.file.read_bytes() == source
    assert session.history.refused is None


def test_an_undo_that_fails_half_way_is_continued(session: Session) -> None:
    records = [add_note(session, name) for name in ("n1", "n2", "n3")]
    sources = [record.file.read_bytes() for record in records]
    session.delete(records)
    second = records[1].file
    second.parent.mkdir(exist_ok=True)
    second.write_text("in the way")
    for _ in range(2):
        with pytest.raises(OverwriteError):
            session.undo()
        assert records[2].file.exists()
    second.unlink()
    session.undo()
    assert [record.file.read_bytes() for record in records] == sources
    session.redo()
    assert not [record for record in records if record.file.exists()]
    session.undo()
    assert [record.file.read_bytes() for record in records] == sources


def test_a_refused_step_can_be_skipped_and_the_ones_before_it_undone(session: Session) -> None:
    first, second = add_note(session, "n1"), add_note(session, "n2")
    others_edit(second, session.workspace)
    adopt_disk(session)
    with pytest.raises(UsageError, match="no step to skip"):
        session.skip()
    with pytest.raises(ConflictError):
        session.undo()
    assert session.skip() == (RecordChange(None, second.annotation),)
    with pytest.raises(UsageError, match="no step to skip"):
        session.skip()
    session.undo()
    assert [first.file.exists(), second.file.exists()] == [False, True]
    second.file.unlink()
    with pytest.raises(UsageError, match="nothing to undo"):
        session.undo()


def test_a_refused_redo_can_be_skipped(session: Session) -> None:
    first, second = add_note(session, "n1"), add_note(session, "n2")
    session.undo()
    session.undo()
    repository.create(session.workspace, first.annotation)
    with pytest.raises(OverwriteError):
        session.redo()
    session.skip()
    session.redo()
    assert second.file.exists()


# Review


@pytest.fixture
def doubtful(ferry: Workspace) -> Session:
    """Return a session where `radar-open` is adjusted and `twice` ambiguous."""
    article, file = ferry.articles / "north.txt", ferry.list_file("north")
    article.write_text(article.read_text("utf-8").replace("or deny that", "or dispute that"), "utf-8")
    file.write_text(file.read_text("utf-8") + "  - {id: twice, kind: claim, quote: said}\n", "utf-8")
    return open_session(ferry, "north", "south")


def test_quotes_to_review_are_known(doubtful: Session) -> None:
    known = []
    for annotation_id in ("twice", "radar-open"):
        known.append((doubtful.has_unsure_quotes, doubtful.has_doubtful_quotes))
        doubtful.delete([record_of(doubtful, "north", annotation_id)])
    known.append((doubtful.has_unsure_quotes, doubtful.has_doubtful_quotes))
    assert known == [(True, True), (False, True), (False, False)]


def places_of(session: Session, annotation_id: str) -> list[Span]:
    placed = session.find(RecordRef("north", annotation_id))
    assert placed is not None
    return doubtful_spans(placed)


def test_a_refused_place_is_hidden_until_that_is_undone(doubtful: Session) -> None:
    first, second = places_of(doubtful, "twice")
    doubtful.refuse(record_of(doubtful, "north", "twice").annotation, first)
    assert places_of(doubtful, "twice") == [second]
    doubtful.undo()
    assert places_of(doubtful, "twice") == [first, second]
    doubtful.redo()
    assert places_of(doubtful, "twice") == [second]


def test_a_refused_place_is_forgotten_when_its_article_changes(doubtful: Session) -> None:
    (span,) = places_of(doubtful, "radar-open")
    doubtful.refuse(record_of(doubtful, "north", "radar-open").annotation, span)
    adopt_disk(doubtful)
    assert places_of(doubtful, "radar-open") == []
    article = doubtful.workspace.articles / "north.txt"
    article.write_text(article.read_text("utf-8") + "The end.\n", "utf-8")
    adopt_disk(doubtful)
    assert places_of(doubtful, "radar-open") == [span]


def test_a_place_is_saved_as_the_quote_and_the_old_quote_is_kept(doubtful: Session) -> None:
    (span,) = places_of(doubtful, "radar-open")
    placed = doubtful.find(RecordRef("north", "radar-open"))
    assert placed is not None
    doubtful.reanchor(placed, span)
    after = doubtful.find(RecordRef("north", "radar-open"))
    assert after is not None
    assert after.state is AnchorState.EXACT
    assert after.annotation.quote == "did not confirm or dispute that the radar had failed"
    assert after.annotation.was == ("did not confirm or deny that the radar had failed",)
    doubtful.open(("south",))
    with pytest.raises(UsageError, match="north is not open"):
        doubtful.reanchor(after, span)


# Changes by others


def test_a_deletion_by_others_can_be_undone_until_the_record_is_there_again(session: Session) -> None:
    record = add_note(session)
    source = record.file.read_bytes()
    record.file.unlink()
    adopt_disk(session)
    session.undo()
    assert record.file.read_bytes() == source
    record.file.unlink()
    adopt_disk(session)
    record.file.write_bytes(source)
    adopt_disk(session)
    assert session.history.done == [(RecordChange(None, record.annotation),)]


def test_a_note_on_a_proposition_that_is_there_again_is_not_restored(session: Session) -> None:
    record = session.add(Annotation("n1", "note", about="radar-failed", body="Hm."))
    source = record.file.read_bytes()
    session.delete([record])
    record.file.parent.mkdir(exist_ok=True)
    record.file.write_bytes(source)
    adopt_disk(session)
    assert len(session.history.done) == 1


# Conflicts


def conflict_on(session: Session, record: Record, mine: Annotation) -> RecordConflict:
    with pytest.raises(RecordConflict) as raised:
        session.edit(record, mine)
    return raised.value


def bodies(workspace: Workspace) -> list[str]:
    """Return the comments of the north's records in their own files, sorted."""
    return sorted(
        placed.annotation.body
        for placed in read_collation(workspace, ["north"]).accounts[0].placed
        if not placed.record.in_list
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Resolution.MINE, ["Mine"]),
        (Resolution.THEIRS, ["Theirs"]),
        (Resolution.BOTH, ["Mine", "Theirs"]),
    ],
)
def test_the_chosen_version_is_saved(session: Session, chosen: Resolution, expected: list[str]) -> None:
    record = add_note(session)
    others_edit(record, session.workspace)
    mine = replace(record.annotation, body="Mine")
    session.resolve(chosen, mine, conflict_on(session, record, mine))
    assert bodies(session.workspace) == expected
    shown = [placed.annotation.body for placed in session.accounts[0].placed if not placed.record.in_list]
    assert sorted(shown) == expected


def test_of_both_versions_theirs_keeps_the_id(session: Session) -> None:
    record = add_note(session)
    others_edit(record, session.workspace)
    mine = replace(record.annotation, body="Mine")
    session.resolve(Resolution.BOTH, mine, conflict_on(session, record, mine))
    assert record_of(session, "north", "n1").annotation.body == "Theirs"


def test_mine_is_saved_under_its_id_if_others_deleted_the_record(session: Session) -> None:
    record = add_note(session)
    record.file.unlink()
    mine = replace(record.annotation, body="Mine")
    session.resolve(Resolution.MINE, mine, conflict_on(session, record, mine))
    assert record_of(session, "north", "n1").annotation.body == "Mine"
    assert bodies(session.workspace) == ["Mine"]


def test_mine_gets_a_new_id_if_the_file_is_damaged(session: Session) -> None:
    record = add_note(session)
    record.file.write_text("id: other\nkind: note\n", "utf-8")
    mine = replace(record.annotation, body="Mine")
    session.resolve(Resolution.MINE, mine, conflict_on(session, record, mine))
    assert session.find(record.annotation.ref) is None
    assert bodies(session.workspace) == ["", "Mine"]


def test_theirs_is_nothing_if_others_deleted_the_record(session: Session) -> None:
    record = add_note(session)
    record.file.unlink()
    mine = replace(record.annotation, body="Mine")
    session.resolve(Resolution.THEIRS, mine, conflict_on(session, record, mine))
    assert session.find(record.annotation.ref) is None
    assert bodies(session.workspace) == []


def test_nothing_is_saved_on_an_article_of_another_workspace(ferry: Workspace, tmp_path: Path) -> None:
    loose = tmp_path / "loose" / "loose.txt"
    loose.parent.mkdir()
    loose.write_text("Loose.")
    mixed = Session(plain_loader(workspace_of_files([loose, ferry.articles / "north.txt"])), "Mira")
    mixed.open(("loose", "north"))
    about = Proposition("new", "Something new")
    with pytest.raises(SaveError, match="open it alone to annotate it"):
        mixed.add(Annotation("", "note", "north", body="Hm."), about)
    assert list(loose.parent.iterdir()) == [loose]
    mixed.add(Annotation("", "note", "loose", body="Hm."))
    assert [path.parent.name for path in loose.parent.rglob("mira.*.yaml")] == ["loose"]


# Changes of several files


def merged(session: Session) -> None:
    uses = read_name_uses(session.workspace)
    session.change_files(plan_rename(uses, Renaming(NameKind.PROPOSITION, "inquiry", "radar-failed")))


def test_a_merge_is_one_step_after_the_changes_before_it(session: Session) -> None:
    files = (session.workspace.codebook, session.workspace.list_file("south"))
    agreed = record_of(session, "south", "agreed")
    session.edit(agreed, replace(agreed.annotation, body="Really?"))
    edited = [file.read_bytes() for file in files]
    merged(session)
    assert record_of(session, "south", "agreed").annotation.about == "radar-failed"
    assert "inquiry" not in session.codebook.propositions
    session.undo()
    assert [file.read_bytes() for file in files] == edited
    assert record_of(session, "south", "agreed").annotation.about == "inquiry"
    session.undo()
    assert record_of(session, "south", "agreed").annotation.body == ""
    session.redo()
    session.redo()
    assert record_of(session, "south", "agreed").annotation.about == "radar-failed"


def test_a_merge_is_not_undone_over_what_somebody_else_wrote(session: Session) -> None:
    merged(session)
    file = session.workspace.codebook
    file.write_bytes(file.read_bytes() + b"# mine\n")
    south = session.workspace.list_file("south").read_bytes()
    with pytest.raises(ConflictError, match="was changed by another program meanwhile"):
        session.undo()
    assert file.read_bytes().endswith(b"# mine\n")
    assert session.workspace.list_file("south").read_bytes() == south
    session.skip()
    with pytest.raises(UsageError, match="nothing to undo"):
        session.undo()
