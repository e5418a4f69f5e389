"""An interrupted change is ended by the command that every command names."""

from pathlib import Path
from unittest import mock

import pytest
from command_line import run

from tui.storage.files.os_calls import OsCalls

MAPPED = ("--map", "quote=Text", "--article", "north")


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


class KilledError(BaseException):
    """The process was killed."""


@pytest.mark.parametrize("option", ["--continue", "--undo"])
def test_an_import_that_was_killed_is_ended_by_import(root: Path, tmp_path: Path, option: str) -> None:
    table, before = tmp_path / "t.csv", contents(root)
    table.write_text("Text\nNobody was hurt\nthe company\nRepairs\n")
    real, calls = OsCalls.write, iter(range(99))

    def write(self: OsCalls, descriptor: int, content: memoryview) -> int:
        if next(calls) == 2:  # after the journal and the first record
            raise KilledError
        return real(self, descriptor, content)

    with mock.patch.object(OsCalls, "write", write), pytest.raises(KilledError):
        run("import", str(table), *MAPPED)
    advice = "finish it with diptych import --continue, or take it back with diptych import --undo"
    assert f"an import was interrupted; {advice}" in "".join(run("check").output)
    assert f"an earlier change is unfinished; {advice}" in run("import", str(table), *MAPPED).stderr
    assert "stand alone" in run("import", str(table), option).stderr
    result = run("import", option)
    assert "import 3 annotations" in result.stderr
    assert (contents(root) == before) is (option == "--undo")
    again = run("import", str(table), *MAPPED, "--dry-run").stdout
    assert again.startswith("0 new, 3 known") is (option == "--continue")
