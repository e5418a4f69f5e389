"""Preferences, and the name that signs."""

from pathlib import Path

import pytest

from tui.config import Config
from tui.storage.workspace.settings import annotator_name, config_path, read_config


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DIPTYCH_ANNOTATOR", raising=False)
    return tmp_path / "home"


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
