"""What is known of the articles, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.errors import ArticleError, ConflictError, UsageError
from tui.model import Byline
from tui.session.session import Session
from tui.session.sources import date_error, date_to_save, read_source
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from tui.model import Workspace

NORTH = Byline(outlet="The North")
DATED = Byline(title="Fog", outlet="The North", author="Ann Lee", date="2016-12-28", url="https://north.example/fog")


def opened(workspace: Workspace, *ids: str) -> Session:
    session = Session(plain_loader(workspace), "Mira")
    session.open(ids)
    return session


def byline(session: Session, article: str = "north") -> Byline:
    account = session.account(article)
    assert account
    return account.article.byline


def test_a_source_tells_the_list_file_from_the_text(ferry: Workspace) -> None:
    path = ferry.articles / "north.txt"
    path.write_text(f"---\nauthor: Ann Lee\noutlet: Other\n---\n{path.read_text('utf-8')}", encoding="utf-8")
    source = read_source(ferry, "north")
    assert source.listed == NORTH
    assert source.in_text == Byline(title="Ferry runs aground in fog", outlet="Other", author="Ann Lee")


def test_an_article_that_is_gone_has_no_source(ferry: Workspace) -> None:
    with pytest.raises(ArticleError, match="no such article"):
        read_source(ferry, "gone")


@pytest.mark.parametrize(
    ("typed", "before", "is_refused"),
    [("", "", False), ("2016-12-31", "", False), ("soon", "soon", False), ("soon", "", True), ("3/4/2016", "", True)],
)
def test_only_a_new_date_must_be_readable(typed: str, before: str, is_refused: bool) -> None:
    assert bool(date_error(typed, before)) is is_refused


@pytest.mark.parametrize(
    ("typed", "before", "saved"),
    [
        ("31 Dec 2016", "", "2016-12-31"),
        ("2016-12-31T10:00:00.5Z", "2016-12-31T10:00:00.5Z", "2016-12-31T10:00:00.5Z"),
        ("soon", "soon", "soon"),
    ],
)
def test_a_date_that_is_not_changed_is_saved_as_it_is(typed: str, before: str, saved: str) -> None:
    assert date_to_save(typed, before) == saved


def test_an_edited_source_is_shown_saved_and_undone(ferry: Workspace) -> None:
    session, file = opened(ferry, "north", "south"), ferry.list_file("north")
    before = file.read_bytes()
    session.edit_source("north", NORTH, DATED)
    assert byline(session) == byline(opened(ferry, "north")) == DATED
    after = file.read_bytes()
    session.undo()
    assert byline(session) == NORTH
    assert file.read_bytes() == before
    session.redo()
    assert byline(session) == DATED
    assert file.read_bytes() == after


def test_a_source_that_made_its_file_is_undone_with_it(ferry: Workspace) -> None:
    file = ferry.list_file("plain")
    (ferry.articles / "plain.txt").write_text("A title\n\nText.\n", encoding="utf-8")
    session = opened(ferry, "plain")
    session.edit_source("plain", Byline(), Byline(outlet="The Plain"))
    assert file.read_text("utf-8") == "article: plain\noutlet: The Plain\n"
    session.undo()
    assert not file.exists()
    session.redo()
    assert file.read_text("utf-8") == "article: plain\noutlet: The Plain\n"


def test_an_undone_source_keeps_what_others_wrote_since(ferry: Workspace) -> None:
    session, file = opened(ferry, "north"), ferry.list_file("north")
    session.edit_source("north", NORTH, DATED)
    file.write_text(file.read_text("utf-8").replace("# the first one", "# the very first"), encoding="utf-8")
    session.undo()
    assert "# the very first" in file.read_text("utf-8")
    assert read_source(ferry, "north").listed == NORTH


def test_a_source_that_others_changed_is_not_overwritten(ferry: Workspace) -> None:
    session, file = opened(ferry, "north"), ferry.list_file("north")
    file.write_text(file.read_text("utf-8").replace("The North", "Northern News"), encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(ConflictError, match="somebody else changed the source"):
        session.edit_source("north", NORTH, Byline(outlet="North"))
    assert file.read_bytes() == before
    with pytest.raises(UsageError, match="nothing to undo"):
        session.undo()


def test_the_source_of_a_closed_article_is_edited_too(ferry: Workspace) -> None:
    session = opened(ferry, "south")
    session.edit_source("north", NORTH, DATED)
    assert read_source(ferry, "north").listed == DATED
    session.undo()
    assert read_source(ferry, "north").listed == NORTH
