"""Names that are on disk in another Unicode form."""

import os
from pathlib import Path
from unicodedata import normalize
from unittest.mock import Mock

import pytest

from tui.storage.files.existing_name import existing_path

COMPOSED, DECOMPOSED = (normalize("NFC", "Küste.yaml"), normalize("NFD", "Küste.yaml"))


@pytest.mark.parametrize("on_disk", [COMPOSED, DECOMPOSED])
@pytest.mark.parametrize("asked", [COMPOSED, DECOMPOSED])
def test_a_name_is_found_in_either_form(tmp_path: Path, on_disk: str, asked: str) -> None:
    (tmp_path / on_disk).touch()
    assert existing_path(tmp_path / asked).name == on_disk


def test_the_name_itself_comes_first(tmp_path: Path) -> None:
    for name in (COMPOSED, DECOMPOSED):
        (tmp_path / name).touch()
    assert existing_path(tmp_path / COMPOSED).name == COMPOSED


def test_a_name_in_no_pure_form_is_found_once_it_is_there(tmp_path: Path) -> None:
    asked = tmp_path / "ÄÖ.yaml"
    assert existing_path(asked) == asked
    (tmp_path / "ÄO\u0308.yaml").touch()
    os.utime(tmp_path, ns=(1, 1))
    assert existing_path(asked).name == "ÄO\u0308.yaml"


def test_many_missing_names_list_the_folder_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = Mock(return_value=[])
    monkeypatch.setattr(os, "listdir", listing)
    for number in range(5):
        existing_path(tmp_path / f"Küste{number}.yaml")
    listing.assert_called_once_with(tmp_path)


@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_name_that_is_nowhere_stays(tmp_path: Path, folder: str) -> None:
    assert existing_path(tmp_path / folder / COMPOSED) == tmp_path / folder / COMPOSED
