"""Drafts, preferences, and noticing changes."""

import asyncio
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tui.config import Config
from tui.model import Annotation, TextSelector, Workspace
from tui.storage.files.watcher import watch_changes
from tui.storage.workspace.draft_files import Draft, discard_draft, read_drafts, write_draft
from tui.storage.workspace.settings import annotator_name, config_path, read_config

TYPED = Annotation(
    "", "claim", "a", TextSelector("q", "p", "s", 1, 2), ("One",),
    body="half a wo\ud800", tags=("t",), extra=(("x", ("y",)),),
)  # fmt: skip
DRAFT = Draft("d1", TYPED, "2026-01-01T00:00:00Z")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DIPTYCH_ANNOTATOR", raising=False)
    return tmp_path / "home"


def test_a_draft_comes_back_whole(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    assert read_drafts(workspace) == ()
    write_draft(workspace, DRAFT)
    later = replace(DRAFT, id="d0", when="2027", annotation=Annotation("", "note"))
    write_draft(workspace, later)
    longer = replace(later, annotation=Annotation("", "note", body="more"))
    write_draft(workspace, longer)
    assert read_drafts(workspace) == (DRAFT, longer)
    assert read_drafts(Workspace(tmp_path / "other", tmp_path)) == ()
    discard_draft(workspace, "d1")
    discard_draft(workspace, "d1")
    assert [draft.id for draft in read_drafts(workspace)] == ["d0"]


def test_a_draft_with_fields_that_are_no_longer_written_is_read(tmp_path: Path, home: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)
    (file,) = home.rglob("d1.json")
    file.write_text(json.dumps({**json.loads(file.read_text()), "article": "a", "text": "half a wo"}))
    assert read_drafts(workspace) == (DRAFT,)


def test_a_draft_is_found_again_with_other_articles_and_by_another_way_to_its_folder(tmp_path: Path) -> None:
    root = tmp_path / "w"
    root.mkdir()
    write_draft(Workspace(root, root), DRAFT)
    (tmp_path / "link").symlink_to(root)
    link = tmp_path / "link"
    assert read_drafts(Workspace(link, link / "articles", (link / "articles" / "a.txt",))) == (DRAFT,)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": 1}', "[" * 100_000, "\xff"])
def test_a_damaged_draft_is_kept_aside(tmp_path: Path, home: Path, content: str) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    write_draft(workspace, DRAFT)
    write_draft(workspace, replace(DRAFT, id="d2"))
    (file,) = home.rglob("d1.json")
    file.write_text(content)
    assert [draft.id for draft in read_drafts(workspace)] == ["d2"]
    assert file.with_name("d1.json.broken").read_text() == content


def test_a_draft_stays_in_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a draft's id"):
        write_draft(Workspace(tmp_path, tmp_path), replace(DRAFT, id="../x"))


def test_no_config_is_fine() -> None:
    assert read_config() == (Config(), ())


def test_a_config(home: Path) -> None:
    assert config_path().is_relative_to(home)
    config_path().parent.mkdir(parents=True)
    config_path().write_text("annotator: Anna\ntheme: light\nascii: yes\nkeys:\n  note: m\n")
    config, problems = read_config()
    assert not problems
    assert config == Config("Anna", "light", True, {"note": "m"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ascii: perhaps\n", '1:8: ascii must be yes or no, but is "perhaps"'),
        ("keys: [a]\n", "1:7: keys must map names to values"),
        ("- a\n", "1:1: the config must map names to values"),
        ("themes: a\n", '1:1: unknown key "themes"; write theme'),
        ("theme: 'a\n", "1:8: a quotation mark is never closed"),
    ],
)
def test_a_wrong_config_is_told(text: str, said: str) -> None:
    config_path().parent.mkdir(parents=True)
    config_path().write_text(text)
    config, problems = read_config()
    assert config == Config()
    assert str(problems[0]).startswith(f"{config_path()}:{said}")


def test_a_config_that_is_no_text() -> None:
    config_path().parent.mkdir(parents=True)
    config_path().write_bytes(b"\xff\xff")
    config, problems = read_config()
    assert config == Config()
    assert "not UTF-8" in problems[0].message


def test_who_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert annotator_name(Config(), git_name=lambda: "Git") == "Git"
    assert annotator_name(Config("Conf"), git_name=lambda: "Git") == "Conf"
    monkeypatch.setenv("DIPTYCH_ANNOTATOR", "Env")
    assert annotator_name(Config("Conf"), git_name=lambda: "Git") == "Env"
    assert annotator_name(Config("Conf"), " Given ") == "Given"
    monkeypatch.delenv("DIPTYCH_ANNOTATOR")
    monkeypatch.setenv("LOGNAME", "login")
    assert annotator_name(Config(), git_name=lambda: "") == "login"


def test_git_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Jo Ö\n")
    monkeypatch.chdir(tmp_path)
    assert annotator_name(Config()) == "Jo Ö"
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "login")
    assert annotator_name(Config()) == "login"


async def test_changes_are_told(tmp_path: Path) -> None:
    stop = asyncio.Event()
    seen: set[Path] = set()
    (tmp_path / "a").mkdir()

    async def watch() -> None:
        async for burst in watch_changes([tmp_path, tmp_path / "missing"], stop):
            seen.update(burst)
            if tmp_path / "a" / "y.yaml" in burst:
                stop.set()

    task = asyncio.create_task(watch())
    for _ in range(100):
        (tmp_path / "a" / ".x.tmp").write_text("x")
        (tmp_path / "a" / "y.yaml").write_text("y")
        done, _ = await asyncio.wait([task], timeout=0.1)
        if done:
            break
    await asyncio.wait_for(task, 10)
    assert seen == {tmp_path / "a" / "y.yaml"}


async def test_nothing_to_watch(tmp_path: Path) -> None:
    stop = asyncio.Event()
    stop.set()
    assert [burst async for burst in watch_changes([tmp_path / "none"], stop)] == []


def test_reading_loads_nothing_heavy() -> None:
    code = (
        "import sys, tui.storage.workspace.loader, tui.storage.records.repository\n"
        "import tui.storage.workspace.draft_files, tui.storage.files.watcher\n"
        "heavy = {'textual', 'rich', 'platformdirs', 'watchfiles', 'asyncio', 'subprocess', 'tempfile', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
