"""What the reader remembers of a workspace."""

import json
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace

from tui.model import Workspace
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace import reader_state
from tui.storage.workspace.reader_state import (
    Place,
    ReaderState,
    is_first_start,
    read_reader_state,
    remember_articles,
    remember_places,
    update_reader_state,
)


@pytest.fixture
def story(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "story", tmp_path / "story/articles")


def state_file(workspace: Workspace) -> Path:
    return user_folder("state") / "reader" / f"{workspace_key(workspace)}.json"


def test_a_field_is_stored_for_its_workspace_alone(story: Workspace, tmp_path: Path) -> None:
    assert read_reader_state(story) == ReaderState()
    assert update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState("all")
    assert read_reader_state(Workspace(tmp_path / "other", tmp_path / "other/articles")) == ReaderState()


def test_fields_of_other_versions_stay(story: Workspace) -> None:
    update_reader_state(story, view="all", later=[1, "é\udc80"])
    update_reader_state(story, view="mine")
    assert json.loads(state_file(story).read_bytes()) == {
        "view": "mine",
        "later": [1, "é\udc80"],
        "workspace": str(story.root),
    }


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"view": "all"}', b"\xff", b"[" * 100_000, b" " * 2_000_000],
    ids=lambda b: repr(b[:9]),
)
def test_nonsense_is_no_state_and_is_replaced(story: Workspace, content: bytes) -> None:
    update_reader_state(story, view="mine")
    state_file(story).write_bytes(content)
    assert read_reader_state(story) == ReaderState()
    assert update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState("all")


def test_a_field_of_another_type_is_empty(story: Workspace) -> None:
    update_reader_state(story, view=["all"])
    assert read_reader_state(story) == ReaderState()


def test_a_folder_that_cannot_be_written_is_no_error(story: Workspace) -> None:
    user_folder("state").mkdir(parents=True)
    (user_folder("state") / "reader").write_bytes(b"")
    assert not update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState()


def test_the_first_start_is_before_anything_is_stored(story: Workspace) -> None:
    assert is_first_start()
    update_reader_state(story)
    assert not is_first_start()


def test_open_articles_are_stored_in_order_and_those_that_are_gone_left_out(ferry: Workspace) -> None:
    assert remember_articles(ferry, ("south", "north", "south"))
    assert read_reader_state(ferry).articles == ("south", "north", "south")
    (ferry.articles / "south.txt").unlink()
    assert read_reader_state(ferry).articles == ("north",)


def test_articles_named_one_by_one_share_the_places_but_are_not_opened_next(ferry: Workspace) -> None:
    named = replace(ferry, files=(ferry.articles / "south.txt",))
    remember_articles(ferry, ("north",))
    remember_articles(named, ("south",))
    remember_places(named, "south", {"south": [Place(3, 1, "fog")]})
    assert read_reader_state(ferry) == ReaderState("", ("north",), "south", {"south": (Place(3, 1, "fog"),)})


def test_an_id_that_was_stored_in_another_unicode_form_is_the_articles(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path)
    remember_articles(workspace, (normalize("NFD", "Küste"),))
    assert read_reader_state(workspace).articles == ("Küste",)


def test_only_the_newest_places_are_stored(story: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_state, "MAX_PLACES", 2)
    remember_places(story, "a", {name: [Place(1, 0, name)] for name in "cba"})
    assert list(read_reader_state(story).places) == ["b", "a"]


@pytest.mark.parametrize(
    "values",
    [
        {"articles": 3, "active": 1, "places": [1], "read": "north"},
        {"articles": [3, None, "../articles/north"], "places": {"a": 1}, "read": [1, {}]},
        {"articles": ["gone"]},
    ],
)
def test_values_of_other_shapes_are_left_out(ferry: Workspace, values: dict[str, object]) -> None:
    update_reader_state(ferry, **values)
    assert read_reader_state(ferry) == ReaderState()


@pytest.mark.parametrize("place", [[1, 2], [1, "2", ""], [True, 2, ""], "place", None, [1, 2, "x", 4]])
def test_a_place_of_another_shape_is_left_out(ferry: Workspace, place: object) -> None:
    update_reader_state(ferry, places={"north": [[3, 1, "fog"], place]})
    assert read_reader_state(ferry).places == {"north": (Place(3, 1, "fog"),)}
