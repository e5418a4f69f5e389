"""Paths are offered while they are typed."""

from pathlib import Path

import pytest

from tui.session.path_names import import_names, last_part


@pytest.fixture
def folder(own_home: Path) -> Path:
    (own_home / "corpus").mkdir()
    for name in ("Found.json", "found.txt", "found.png", ".hidden.md", "corpus/a.ann"):
        (own_home / name).write_text("")
    return own_home


def test_folders_and_files_that_can_be_imported_are_offered(folder: Path) -> None:
    assert import_names(f"{folder}/f") == (f"{folder}/Found.json",)
    assert import_names("~/co") == ("~/corpus/",)
    assert import_names("~/corpus/") == ("~/corpus/a.ann",)
    assert [last_part(name) for name in import_names("~/.h")] == [".hidden.md"]
    assert "~/.hidden.md" not in import_names("~/")


def test_a_relative_path_is_completed_in_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert import_names("cor") == ("corpus/",)
    assert import_names("corpus/") == ("corpus/a.ann",)


@pytest.mark.parametrize("typed", ["/nowhere/at/all/x", "a\0b/c", "~nobody-is-called-so/x"])
def test_nothing_is_offered_where_nothing_is(folder: Path, typed: str) -> None:
    assert import_names(typed) == ()


def test_the_last_part_of_a_path_is_shown() -> None:
    assert (last_part("~/notes/"), last_part("a.json"), last_part("/")) == ("notes/", "a.json", "/")
