"""`diptych init`."""

from pathlib import Path

import pytest
from command_line import run


def test_it_says_what_is_new_what_is_kept_and_what_comes_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my story").mkdir()
    (tmp_path / "my story" / "README.md").write_text("mine", encoding="utf-8")
    result = run("init", "my story")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "created my story/articles",
        "created my story/annotations",
        "created my story/annotations/codebook.yaml",
        "kept my story/README.md, which was there",
    ]
    assert result.stderr == (
        "Next: diptych add -w 'my story' FILE|URL … for two articles (pages, PDF, text …), then: diptych 'my story'\n"
    )
    assert run("check", "-w", "my story").exit_code == 0


def test_a_folder_with_articles_can_be_opened_next(root: Path) -> None:
    result = run("init", ".")
    assert result.stdout.startswith("created README.md\n")
    assert result.stderr == "Next: diptych\n"


def test_a_file_in_the_way_is_a_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "story").write_text("", encoding="utf-8")
    result = run("init", str(tmp_path / "story"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a folder; rename it, or name another folder" in result.stderr
