"""What was typed, written outside the workspace."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Annotation
from tui.session.rescue import save_elsewhere


def test_it_goes_to_the_first_folder_that_takes_it(tmp_path: Path) -> None:
    note = Annotation("k3", "note", "north", body="Ask the hospital", annotator="Ada", created="2026-01-02")
    path = save_elsewhere(note, (tmp_path / "none", tmp_path))
    assert path == tmp_path / "diptych.ada.k3.yaml"
    assert path.read_text("utf-8") == (
        'article: north\nid: k3\nkind: note\nbody: Ask the hospital\nannotator: Ada\ncreated: "2026-01-02"\n'
    )


def test_a_new_record_gets_an_id_and_a_time(tmp_path: Path) -> None:
    path = save_elsewhere(Annotation("", "note", "north", body="x"), (tmp_path,))
    assert path.name.startswith("diptych.anon.")
    assert "\ncreated: 2" in path.read_text("utf-8")


def test_without_a_folder_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="there is no such folder"):
        save_elsewhere(Annotation("", "note", "north"), (tmp_path / "none",))
