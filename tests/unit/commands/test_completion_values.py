"""The names of a workspace that a shell completes."""

from pathlib import Path

import pytest
from completing import offered

from tui.commands.completion_values import matching_names
from tui.commands.options import completed_from
from tui.commands.table import COMMANDS
from tui.model import Workspace


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (("note", "n"), ["north"]),
        (("notes", "--article", ""), ["north", "south"]),
        (("compare", "--only-in", "so"), ["south"]),
        (("notes", "--about", "radar"), ["radar-failed"]),
        (("notes", "--kind", "no"), ["note", "no-comment"]),
        (("note", "--kind", "cl"), ["claim"]),
        (("notes", "--kind", "=", "cl"), ["claim"]),
        (("notes", "--kind=cl"), ["claim"]),
        (("notes", "--speaker", "the"), ["The coast guard", "The company"]),
        (("export", "--speaker", "HOLM"), ["Ada Holm"]),
        (("export", "--tag", ""), ["radar"]),
        (("compare", "--status", "disp"), ["disputed"]),
        (("rename", "spe"), ["speaker"]),
        (("rename", "proposition", "rad"), ["radar-failed"]),
        (("rename", "speaker", "TASS", "tw"), ["Two crew members"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("check", "--anc"), ["--anchors"]),
    ],
)
def test_a_value_is_completed_from_the_workspace(root: Path, words: tuple[str, ...], values: list[str]) -> None:
    assert offered(*words) == [f"plain,{value}" for value in values]


def test_annotators_and_reporters_are_those_of_the_records(root: Path) -> None:
    record = "article: north\nannotator: Mira\nid: a1\nkind: claim\nvia: [TASS]\nquote: fog\n"
    (root / "annotations/north").mkdir()
    (root / "annotations/north/Mira.a1.yaml").write_text(record, "utf-8")
    assert offered("notes", "--annotator", "") == ["plain,Mira"]
    assert offered("notes", "--via", "t") == ["plain,TASS"]


def test_the_first_word_is_a_file_a_command_or_an_option(root: Path) -> None:
    assert offered("no") == ["file,no", "plain,notes", "plain,note"]
    assert [line.removeprefix("plain,") for line in offered("")[1:]] == list(COMMANDS)
    assert offered("--p") == ["plain,--plain"]
    assert offered("--h") == ["plain,--help"]


def test_the_paths_of_read_are_files_and_with_a_workspace_articles(root: Path) -> None:
    assert offered("read", "so") == ["file,so"]
    assert offered("south.txt", "no") == ["file,no"]
    assert offered("-w", str(root), "so") == ["file,so", "plain,south"]
    assert offered("notes", "-w", "so") == ["dir,so"]
    assert offered("check", "so") == ["dir,so"]


def test_values_come_from_the_workspace_that_is_named(root: Path, sample: Workspace) -> None:
    assert offered("notes", "-w", str(sample.root), "--article", "002") == ["plain,002_b3c679df3c8f7e39"]
    assert offered("notes", str(sample.root), "--article", "002") == ["plain,002_b3c679df3c8f7e39"]


def test_zsh_and_fish_show_what_a_proposition_says(root: Path) -> None:
    assert offered("notes", "--about", "nob", shell="zsh") == ["plain", "nobody-hurt", "Nobody was hurt"]


def test_a_broken_workspace_is_silent_and_still_offers_the_rest(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "annotations/north.yaml").write_text("a: [", "utf-8")
    assert offered("notes", "--speaker", "ada") == ["plain,Ada Holm"]
    (root / "annotations/codebook.yaml").write_bytes(b"\xff: {")
    assert offered("notes", "--speaker", "two") == ["plain,Two crew members"]
    assert offered("notes", "--about", "") == []
    assert offered("notes", "-w", "gone", "--about", "") == []
    assert offered("help", "") == []
    assert capfd.readouterr() == ("", "")


def test_completing_writes_nothing(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert offered("notes", "--speaker", "putin") == ["plain,Vladimir Putin"]
    assert [*own_home.iterdir(), *(tmp_path / "empty").iterdir()] == []


def test_a_name_with_control_characters_is_not_offered(root: Path) -> None:
    (root / "annotations/codebook.yaml").write_text('speakers:\n  "Ada\\e[31m": []\n  Bo: []\n', "utf-8")
    assert "plain,Bo" in offered("notes", "--speaker", "")
    assert offered("notes", "--speaker", "ada\x1b") == []


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("m", ["Mevlüt Çavuşoğlu", "Mira Lang"]),
        ("cavu", ["Mevlüt Çavuşoğlu"]),
        ("cav", []),
        ("l", ["Lena"]),
        ("la", ["Mira Lang"]),
        ("x", []),
    ],
)
def test_a_name_is_matched_by_its_beginning_else_by_a_word_of_one_name(typed: str, matches: list[str]) -> None:
    assert matching_names(["Mevlüt Çavuşoğlu", "Mira Lang", "Lena", "Ida Cavell"], typed) == matches


def test_an_unknown_source_is_an_error() -> None:
    with pytest.raises(KeyError):
        completed_from("colour")(None, None, "")  # type: ignore[arg-type]
