"""Test `scripts/check_content.py`, and check the reader with it."""

import runpy
from pathlib import Path

import pytest

MAIN = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "check_content.py"))["main"]
HEAD = """
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.command import Hit


def styled(words: str) -> Content:
    return Content(words)


def show(self, words: str, content: Content, several: list[Content], plain: dict[str, str]) -> None:
"""


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only file of a reader, since the real one takes long."""
    monkeypatch.setitem(MAIN.__globals__, "READER", tmp_path)
    return tmp_path / "screen.py"


def test_the_reader_passes_only_content_where_markup_is_parsed(capsys: pytest.CaptureFixture[str]) -> None:
    assert MAIN([]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "Static(words)",
        "Static(f'by {words}')",
        "Static('[red]')",
        "Static(content=words)",
        "Static(content if plain else words)",
        "Button(str(words))",
        "OptionList(*[words])",
        "OptionList(*[word for word in plain])",
        "Hit(1.0, words, print)",
        "self.notify(words)",
        "self.notify(message=words)",
        "self.query_one('#wrong', Static).update(words)",
        "self.border_title = words",
        "self.tooltip = words.upper()",
        "title = words; Static(title)",
        "title = content; title = words; Static(title)",
        "content.from_markup(words)",
        "Input(words)",
        "TextArea(words)",
    ],
)
def test_a_string_that_would_be_parsed_is_reported(line: str, screen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    screen.write_text(f"{HEAD}    {line}\n", encoding="utf-8")
    assert MAIN([str(screen)]) == 1
    assert f"{screen}:{len(HEAD.splitlines()) + 1}: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "Static('Esc close')",
        "Static(content)",
        "Static(Content(words))",
        "Static(Content.styled(words, 'bold'))",
        "Static(Content(' ').join(several))",
        "Static(styled(words).truncate(3))",
        "Static(words, markup=False)",
        "OptionList(*several)",
        "OptionList(*[styled(word) for word in plain])",
        "Hit(1.0, self.matcher(words).highlight(words), print)",
        "self.notify(words, markup=False)",
        "self.query_one('#wrong', Static).update(content)",
        "plain.update({words: words})",
        "self.tooltip = styled(words)",
        "title = content if plain else styled(words); Static(title)",
    ],
)
def test_content_and_literals_pass(line: str, screen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    screen.write_text(f"{HEAD}    {line}\n", encoding="utf-8")
    assert MAIN([str(screen)]) == 0, capsys.readouterr().out
