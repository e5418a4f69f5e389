"""Tests of `tui.session.start`."""

from pathlib import Path

import pytest

from tui.config import Config
from tui.model import Workspace
from tui.session.start import start_with
from tui.storage.workspace.reader_state import remember_articles
from tui.storage.workspace.settings import config_path


@pytest.fixture
def many(tmp_path: Path) -> Workspace:
    """Return a workspace of eight articles, a to h."""
    folder = tmp_path / "many" / "articles"
    folder.mkdir(parents=True)
    for name in "abcdefgh":
        (folder / f"{name}.txt").write_text("Words.\n")
    return Workspace(folder.parent, folder)


def write_settings(text: str) -> None:
    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text(text, "utf-8")


def test_the_first_articles_are_opened(many: Workspace) -> None:
    assert start_with(many, ()).articles == tuple("abcdef")


def test_those_that_were_open_last_are_preferred(many: Workspace) -> None:
    remember_articles(many, ("h", "b"))
    assert start_with(many, ()).articles == ("h", "b")


def test_those_that_the_user_names_are_preferred_to_all(many: Workspace) -> None:
    remember_articles(many, ("h", "b"))
    assert start_with(many, ["c", "a"]).articles == ("c", "a")
    assert start_with(many, list("abcdefgh")).articles == tuple("abcdefgh")


def test_the_annotator_is_the_one_given_else_the_one_of_the_environment(many: Workspace) -> None:
    assert start_with(many, (), "Ada").annotator == "Ada"
    assert start_with(many, ()).annotator == "Mira"


def test_the_annotator_may_be_in_the_settings(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DIPTYCH_ANNOTATOR")
    write_settings("annotator: Olga\n")
    assert start_with(many, ()).annotator == "Olga"


def test_ascii_is_a_setting_or_an_option(many: Workspace) -> None:
    assert start_with(many, ()).config == Config()
    assert start_with(many, (), ascii_only=True).config == Config(ascii=True)
    write_settings("ascii: yes\ntheme: nord\n")
    assert start_with(many, ()).config == Config(theme="nord", ascii=True)


def test_what_is_wrong_in_the_settings_is_kept_for_the_reader(many: Workspace) -> None:
    write_settings("ascii: maybe\n")
    (problem,) = start_with(many, ()).problems
    assert str(problem) == f'{config_path()}:1:8: ascii must be yes or no, but is "maybe"; write ascii: yes'
