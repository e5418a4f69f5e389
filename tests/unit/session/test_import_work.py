"""An import is planned from files, saved at once, and undone as one step."""

import json
from pathlib import Path

import pytest

from tui.errors import FormatError, StoppedError, UsageError
from tui.model import Workspace
from tui.session.import_plan import ImportOutcome
from tui.session.import_work import (
    ImportRequest,
    adopt_import,
    columns_by_field,
    prepare_import,
    require_format,
    save_import,
)
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("quote,file,speaker\nThe radar worked,south,Ada Holm\nRepairs will take three weeks,north,\n")
    return path


def opened(workspace: Workspace, *articles: str) -> Session:
    session = Session(plain_loader(workspace), "Mira")
    session.open(articles)
    return session


def ignore(_: str) -> None:
    pass


def test_what_is_open_shows_the_import_as_one_step(ferry: Workspace, table: Path) -> None:
    session, words = opened(ferry, "north"), list[str]()
    request = ImportRequest((table,), "Mira")
    prepared = prepare_import(ferry, request, words.append)
    assert words == [
        "Reading t.csv …",
        "Reading article 1 of 2 …",
        "Reading article 2 of 2 …",
        "Looking for the quotes …",
    ]
    saved = save_import(ferry, prepared.changes, session.collation, words.append)
    assert words[4:] == ["Writing 0 of 2 files …", "Writing 1 of 2 files …"]
    adopt_import(session, saved)
    assert session.accounts[0].placed[-1].annotation.quote == "Repairs will take three weeks"
    assert set(session.stamps) == {change.path for change in prepared.changes.changes}
    session.undo()
    assert not any(change.path.exists() for change in prepared.changes.changes)
    assert not ferry.records("north").exists()
    assert [placed.annotation.id for placed in session.accounts[0].placed] == ["hurt", "radar-open"]
    session.redo()
    again = prepare_import(ferry, request, ignore)
    assert [each.outcome for each in again.plan.annotations] == [ImportOutcome.KNOWN] * 2


def test_a_change_that_came_meanwhile_stays(ferry: Workspace, table: Path) -> None:
    session = opened(ferry, "north")
    prepared = prepare_import(ferry, ImportRequest((table,), "Mira"), ignore)
    saved = save_import(ferry, prepared.changes, session.collation, ignore)
    session.open(["south"])
    adopt_import(session, saved)
    assert session.open_articles == ("south",)
    quotes = [placed.annotation.quote for placed in session.accounts[0].placed]
    assert quotes.count("The radar worked") == 2


@pytest.mark.parametrize("at", [0, 1])
def test_writing_that_is_stopped_leaves_nothing(ferry: Workspace, table: Path, at: int) -> None:
    session = opened(ferry, "north")
    prepared = prepare_import(ferry, ImportRequest((table,), "Mira"), ignore)

    def watch(words: str) -> None:
        if words.startswith(f"Writing {at}"):
            raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        save_import(ferry, prepared.changes, session.collation, watch)
    assert sorted(path.name for path in ferry.annotations.iterdir()) == ["codebook.yaml", "north.yaml", "south.yaml"]


def test_a_file_that_is_wrong_is_named_with_its_line(ferry: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    path.write_text(json.dumps({"rows": [{"id": "a"}]}))
    with pytest.raises(FormatError, match=r"f\.json"):
        prepare_import(ferry, ImportRequest((path,), "Mira", format_name="hypothesis"), ignore)


def test_choices_are_checked() -> None:
    assert require_format("csv") == "csv"
    assert require_format("") == ""
    assert columns_by_field(["quote=Text", "body=a=b"]) == {"quote": "Text", "body": "a=b"}
    for choose, value in ((require_format, "word"), (columns_by_field, ["quote"]), (columns_by_field, ["colour=x"])):
        with pytest.raises(UsageError):
            choose(value)  # type: ignore[arg-type]  # each takes its own value
