"""`diptych serve`, without its server."""

import sys
from pathlib import Path

import pytest
from command_line import run

from tui.commands.serve import reader_environment
from tui.serving.visitors import Visitor


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the server end before it begins."""
    pytest.importorskip("textual_serve", reason="needs textual-serve")

    async def end(*_: object) -> None:
        return None

    monkeypatch.setattr("tui.serving.run.serve_until_signal", end)


def test_each_person_gets_an_address(root: Path, served: None) -> None:
    result = run("serve", "--port", "0", "--share", "ada", "--share", "Zoë B", "--share", "ada")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("ada    http://127.0.0.1:")
    assert second.startswith("Zoë B  http://127.0.0.1:")
    assert first.partition("token=")[2] != second.partition("token=")[2]
    assert f"{root} can be read and marked at" in result.stderr
    assert "others need a proxy with TLS" in result.stderr
    assert "diptych export -f html" in result.stderr


def test_alone_the_user_is_the_annotator(root: Path, served: None) -> None:
    result = run("serve", "--port", "0", "--annotator", "cy", "--read-only", "--address", "https://notes.example/x")
    assert result.stdout.startswith("cy  https://notes.example/?token=")
    assert f"{root} can be read at" in result.stderr


def test_without_the_extra_one_line_says_what_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("tui.serving.run", "tui.serving.server"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    result = run("serve")
    assert result.exit_code == 2
    assert result.stderr == "diptych: serve needs aiohttp; run: pip install 'diptych[serve]'\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--share", " "), "--share needs a name"),
        (("--share", "a", "--annotator", "b"), "--annotator and --share name the same thing"),
        (("--address", "notes.example"), '"notes.example" is no address'),
    ],
)
def test_wrong_use_is_one_line(root: Path, words: tuple[str, ...], message: str) -> None:
    result = run("serve", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_people_have_their_own_name_and_state_but_not_a_user_alone() -> None:
    ada = reader_environment(Visitor("ada"), is_shared=True, read_only=True)
    ben = reader_environment(Visitor("ben"), is_shared=True, read_only=False)
    assert (ada["DIPTYCH_ANNOTATOR"], ada["DIPTYCH_READ_ONLY"]) == ("ada", "1")
    assert ada["DIPTYCH_STATE"] != ben["DIPTYCH_STATE"]
    assert "DIPTYCH_READ_ONLY" not in ben
    assert "DIPTYCH_STATE" not in reader_environment(Visitor("ada"), is_shared=False, read_only=False)
