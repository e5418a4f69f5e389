"""Errors as one line, and the last flush of the output."""

import io
import os
import sys
from pathlib import Path

import pytest

from tui.commands.error_output import error_line, escape_unprintable, finish_output
from tui.commands.output import file_name
from tui.errors import ArticleError


class BrokenStream(io.StringIO):
    """A stream that cannot be flushed, on a real file descriptor."""

    def __init__(self, error: OSError, descriptor: int) -> None:
        super().__init__()
        self.error, self.descriptor = error, descriptor

    def flush(self) -> None:
        raise self.error

    def fileno(self) -> int:
        return self.descriptor


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ArticleError("is\x1b gone", Path("a.txt"), 3), "diptych: a.txt:3: is␛ gone"),
        (ValueError("two\n  lines"), "diptych: two lines"),
        (OSError(28, "No space left on device", "a.txt"), "diptych: a.txt: No space left on device"),
        (OSError(28, "No space left on device"), "diptych: No space left on device"),
        (OSError("no number"), "diptych: no number"),
    ],
)
def test_an_error_is_one_visible_line(error: Exception, line: str) -> None:
    assert error_line(error) == line


def test_a_deleted_current_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    line = "diptych: the current folder was deleted; go to another one with cd"
    assert error_line(FileNotFoundError(2, "No such file or directory")) == line
    assert file_name(Path("/a/b.txt")) == "/a/b.txt"


def test_characters_that_the_encoding_lacks_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stdout)
    escape_unprintable()
    print("é", file=stdout, flush=True)
    assert stdout.buffer.getvalue() == b"\\xe9\n"


@pytest.mark.parametrize(
    ("error", "before", "after", "message"),
    [
        (OSError(28, "No space left on device"), 0, 2, "diptych: No space left on device\n"),
        (OSError(28, "No space left on device"), 1, 1, ""),
        (BrokenPipeError(32, "Broken pipe"), 0, 141, ""),
    ],
)
def test_output_that_cannot_be_written_changes_the_status(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: OSError, before: int, after: int, message: str
) -> None:
    stderr = io.StringIO()
    descriptor = os.open(tmp_path / "out", os.O_CREAT | os.O_WRONLY)
    monkeypatch.setattr(sys, "stdout", BrokenStream(error, descriptor))
    monkeypatch.setattr(sys, "stderr", stderr)
    assert finish_output(before) == after
    assert stderr.getvalue() == message
    assert os.fstat(descriptor).st_rdev == Path(os.devnull).stat().st_rdev  # so the flush at exit succeeds
    os.close(descriptor)


@pytest.mark.parametrize("status", [0, 1, 130])
def test_output_that_is_written_leaves_the_status(status: int) -> None:
    assert finish_output(status) == status


def test_a_program_without_streams_ends_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert finish_output(0) == 0
