"""`diptych log`."""

import json
from pathlib import Path

import pytest
from command_line import run

from tui.storage.files.git_repository import run_git


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / "annotations").mkdir(exist_ok=True)
        (tmp_path / "articles" / f"{name}.txt").write_text("One said it.\n", encoding="utf-8")
        records = f"annotations:\n- id: both\n  kind: note\n- id: only-{name}\n  kind: note\n  annotator: Ada\n"
        (tmp_path / "annotations" / f"{name}.yaml").write_text(records, encoding="utf-8")
    return tmp_path


def test_the_log_of_an_article_and_of_a_record(story: Path) -> None:
    run_git(story, "init", "-q")
    run_git(story, "add", "-A")
    names = ("user.name=Ada \x1b[2J", "user.email=a@x")
    settings = [word for name in names for word in ("-c", name)]
    run_git(story, *settings, "commit", "-q", "-m", "bad \x1b]0;x\x07 \u202e", "--date=2026-01-02T10:11:12Z")
    result = run("log", "a")
    commit = run_git(story, "rev-parse", "HEAD").stdout[:8]
    assert (result.exit_code, result.stderr) == (0, "2 changes\n")
    first, second = result.stdout.splitlines()
    assert first.startswith("2026-01-02 10:11  Ada ")
    assert f"  added both  {commit} bad " in first
    assert "  added only-a  " in second
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
    (shape,) = json.loads(run("log", "only-b", "--json").stdout)
    assert (shape["record"], shape["change"], shape["fields"]) == ("only-b", "added", [])
    assert run("log", "b/both").stderr == "1 change\n"
    shapes = json.loads(run("log", "a", "--annotator", "ADA", "--json").stdout)
    assert [(shape["record"], shape["annotator"]) for shape in shapes] == [("only-a", "Ada")]
    assert (
        'nobody called "Bo" marked anything; there are Ada and records' in run("log", "a", "--annotator", "Bo").stderr
    )
    assert 'articles have a record "both"; write the article too, as in a/both' in run("log", "both").stderr
    assert 'no article or record is called "c"' in run("log", "c").stderr


def test_without_a_repository_it_is_a_wrong_use(story: Path) -> None:
    result = run("log", "a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is in no git repository; begin one with diptych init --git" in result.stderr
