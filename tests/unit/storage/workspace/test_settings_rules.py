"""Settings that name no theme or command, or give a key twice, are told."""

from pathlib import Path

import pytest

from tui.model import Severity
from tui.reader.settings_check import RULES
from tui.storage.workspace.settings import config_path, read_config


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def problems(text: str, *, all_themes_known: bool = False) -> list[str]:
    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text(text, encoding="utf-8")
    found = read_config(RULES._replace(all_themes_known=all_themes_known))[1]
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme: lihgt\n", ['1:8: there is no theme "lihgt"; write light']),
        ("theme: Dark\n", ['1:8: there is no theme "Dark"; write dark']),
        ("keys:\n  finde: c\n", ['2:3: no command has the id "finde"; write find if that is meant']),
        ("keys:\n  foo: x\n", ['2:3: no command has the id "foo"; docs/keys.md lists the ids']),
        ("keys:\n  find: c\n", ["2:9: find and mark.claim have the same key, c; give one of them another"]),
        ("keys: {find: 'f9,?'}\n", ["1:14: find and help have the same key, question_mark; give one of them another"]),
        (
            "keys: {suggestion.accept: x}\n",
            ["1:27: suggestion.accept and suggestion.refuse have the same key, x; give one of them another"],
        ),
        ("keys: {find: f9, help: f9}\n", ["1:24: help and find have the same key, f9; give one of them another"]),
    ],
)
def test_wrong_names_and_clashes_are_told_with_their_place(text: str, told: list[str]) -> None:
    assert problems(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "theme: contrast\n",
        "theme: nord\n",
        "keys: {find: f9}\n",
        "keys: {find: c, mark.claim: f9}\n",
        "keys: {find: ''}\n",
        "keys: {suggestion.accept: c, find: A}\n",
    ],
)
def test_settings_that_are_right_are_not_told(text: str) -> None:
    assert problems(text) == []


def test_a_theme_that_nobody_has_is_told_where_all_are_known() -> None:
    assert problems("theme: zzz\n", all_themes_known=True) == [
        '1:8: there is no theme "zzz"; write dark or light or contrast or terminal'
    ]


def test_the_example_of_the_docs_has_every_setting_and_no_mistake() -> None:
    page = (Path(__file__).parents[4] / "docs" / "config.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert problems(example) == []
    config, _ = read_config()
    assert (config.annotator, config.theme, config.ascii) == ("Anna Brandt", "light", False)
    assert config.keys == {"annotation.next": "n,]", "mark.note": "N", "find.records": "ctrl+n"}
    for field in config._fields:
        assert f"| `{field}` |" in page
        assert f"\n{field}:" in f"\n{example}"


def test_the_commands_have_no_clash_among_themselves() -> None:
    keys = [(name in RULES.in_mode, key) for name, text in RULES.keys.items() for key in text.split(",")]
    assert len(keys) == len(set(keys))
