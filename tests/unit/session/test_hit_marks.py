"""The places of a search's hits, and marking them in one step."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from tui.analysis.search import SearchQuery, TextSearcher
from tui.errors import SaveError
from tui.model import Annotation, Proposition, Record, Span, Workspace
from tui.session.history import step_in_words
from tui.session.hit_marks import HitMark, PendingMarks, hit_marks
from tui.session.search_hits import SearchHits, find_hits
from tui.session.session import Session
from tui.storage.records import repository
from tui.storage.workspace.draft_files import read_drafts
from tui.storage.workspace.plain_loader import plain_loader

CLAIM = Annotation("", "claim", article="north", speaker=("Olga Berg",), tags=("radar",))


@pytest.fixture
def session(ferry: Workspace) -> Session:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    return session


def found(session: Session, words: str) -> tuple[HitMark, ...]:
    searchers = [TextSearcher(account.article.text) for account in session.accounts]
    return hit_marks(find_hits(searchers, SearchQuery(words)), session.accounts)


def files(session: Session) -> list[Path]:
    return sorted(session.workspace.annotations.rglob("*.*.yaml"))


def quotes(session: Session) -> list[str]:
    return [
        placed.annotation.quote
        for account in session.accounts
        for placed in account.placed
        if placed.annotation.annotator == "Mira"
    ]


def test_hits_are_whole_words_in_the_order_of_the_accounts(session: Session) -> None:
    marks = found(session, "ground")
    assert [(mark.siglum, mark.span.of(mark.text)) for mark in marks] == [
        ("A", "aground"),
        ("A", "aground"),
        ("B", "grounding"),
        ("B", "aground"),
    ]


def test_hits_in_one_word_and_in_an_article_open_twice_are_one_place(session: Session) -> None:
    account = session.accounts[0]
    hits = SearchHits(((Span(0, 1), Span(2, 4)), (Span(0, 1), Span(6, 7))))
    mark = HitMark("A", "north", account.article.text, Span(0, 5))
    assert hit_marks(hits, [account, replace(account, siglum="B")]) == (mark,)


def test_all_are_saved_with_one_new_proposition_and_undone_in_one(session: Session) -> None:
    before = session.workspace.codebook.read_bytes()
    PendingMarks(session, found(session, "radar")).save(replace(CLAIM, about="fog"), Proposition("fog", "Fog"))
    assert quotes(session) == ["radar", "Radar", "radar", "radar"]
    assert {placed.annotation.about for a in session.accounts for placed in a.placed if placed.annotation.tags} >= {
        "fog"
    }
    (step,) = session.history.done
    assert step_in_words(step, session.codebook) == "4 annotations added"
    session.undo()
    assert (quotes(session), files(session)) == ([], [])
    assert session.workspace.codebook.read_bytes() == before
    session.redo()
    assert len(quotes(session)) == len(files(session)) == 4


def test_if_one_cannot_be_saved_none_is(session: Session) -> None:
    create, calls = repository.create, []

    def fail_at_third(workspace: Workspace, annotation: Annotation) -> Record:
        calls.append(annotation)
        if len(calls) == 3:
            raise SaveError("the disk is full")
        return create(workspace, annotation)

    pending = PendingMarks(session, found(session, "radar"))
    with patch.object(repository, "create", fail_at_third), pytest.raises(SaveError, match="the disk is full"):
        pending.save(CLAIM)
    assert (quotes(session), files(session), session.history.done) == ([], [], [])
    pending.save(CLAIM)
    assert len(quotes(session)) == 4


def test_what_cannot_be_deleted_again_can_be_undone(session: Session) -> None:
    create, calls = repository.create, []

    def fail_at_second(workspace: Workspace, annotation: Annotation) -> Record:
        calls.append(annotation)
        if len(calls) == 2:
            raise SaveError("the disk is full")
        return create(workspace, annotation)

    failing = patch.object(repository, "delete", side_effect=SaveError("read-only"))
    with (
        patch.object(repository, "create", fail_at_second),
        failing,
        pytest.raises(SaveError, match="the disk is full"),
    ):
        PendingMarks(session, found(session, "radar")).save(CLAIM)
    assert quotes(session) == ["radar"]
    session.undo()
    assert (quotes(session), files(session)) == ([], [])


def test_the_draft_is_that_of_the_first_place(session: Session) -> None:
    pending = PendingMarks(session, found(session, "radar"))
    pending.keep_draft(CLAIM)
    (draft,) = read_drafts(session.workspace)
    assert (draft.annotation.article, draft.annotation.quote, draft.annotation.tags) == ("north", "radar", ("radar",))
    pending.discard_draft()
    assert read_drafts(session.workspace) == ()


def test_all_can_be_written_elsewhere(session: Session) -> None:
    path = PendingMarks(session, found(session, "radar")).save_elsewhere(CLAIM)
    assert path.name == "diptych.*.yaml"
    assert len(list(path.parent.glob(path.name))) == 4
