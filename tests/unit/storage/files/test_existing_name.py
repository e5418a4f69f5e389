"""Names that are on disk in another Unicode form."""

from pathlib import Path
from unicodedata import normalize

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


@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_name_that_is_nowhere_stays(tmp_path: Path, folder: str) -> None:
    assert existing_path(tmp_path / folder / COMPOSED) == tmp_path / folder / COMPOSED
