"""No command shows what others marked in blind mode."""

from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from command_line import run
from planted_records import SECRET, plant_records

from tui.commands.completion_values import SOURCES
from tui.commands.table import COMMANDS
from tui.formats.export_format import FORMATS
from tui.model import Workspace
from tui.storage.workspace.discovery import open_workspace

_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "read": ("read --plain",),
    "init": ("init .",),
    "tutorial": ("tutorial story",),
    "add": ("add new.txt",),
    "check": ("check", "check --json", "check --anchors"),
    "compare": ("compare --all", "compare --json", "compare --markdown", "compare --annotator Mira"),
    "agreement": ("agreement", "agreement --json"),
    "settle": ("settle own1", "settle zqx1"),
    "notes": ("notes", "notes --json", "notes --annotator Mira", "notes --about radar-failed"),
    "note": ("note north --on own --body reply", "note north --quote fog --body seen"),
    "suggest": ("suggest", "suggest --json", "suggest --accept --dry-run", "suggest --from drafts.json"),
    "propositions": ("propositions", "propositions --json", "propositions --unused"),
    "rename": (
        "rename proposition radar-failed radar",
        "rename tag radars wireless",
        "rename speaker Speakers Z",
        "rename annotator Mira Ben",
        "rename article south souths",
    ),
    "export": tuple(f"export -f {name} -o out.{name}" for name in FORMATS),
    "import": ("import theirs.json --dry-run",),
    "serve": ("serve --address nowhere",),
    "log": ("log north", "log own1"),
    "completion": ("completion bash",),
}
"""How each command is run. A new command needs a line, even if it shows no records."""


@pytest.fixture
def blind(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = ferry.root
    monkeypatch.chdir(root)
    plant_records(ferry)
    (root / "new.txt").write_text("A new text about the ferry.")
    (root / "theirs.json").write_text("[]")
    (root / "drafts.json").write_text("[]")
    return root


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_shows_nothing_of_others(name: str, blind: Path) -> None:
    before = {path: path.read_bytes() for path in (blind / "annotations").rglob("*.yaml")}
    for words in _ARGUMENTS[name]:
        result = run(*words.split())
        assert SECRET not in result.output, words
    for path in blind.glob("out.*"):
        assert not [name for name, content in written_files(path) if SECRET in name or SECRET.encode() in content]
    assert [path for path in before if not path.exists() and "south" not in str(path)] == []


def written_files(path: Path) -> list[tuple[str, bytes]]:
    """Return the names and contents of what is in a file or a folder."""
    if is_zipfile(path):
        with ZipFile(path) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return [(each.name, each.read_bytes()) for each in files]


def test_they_are_shown_when_it_is_lifted(blind: Path) -> None:
    codebook = blind / "annotations" / "codebook.yaml"
    codebook.write_text(codebook.read_text("utf-8").replace("blind: true", "blind: false"), "utf-8")
    for words in ("check", "compare --json", "notes", "agreement", "propositions", "export -f csv", "read --plain"):
        assert SECRET in run(*words.split()).output, words
        assert SECRET not in run(*words.split(), "--blind").output or words == "agreement"


@pytest.mark.parametrize("name", SOURCES)
def test_a_shell_completes_nothing_of_others(name: str, blind: Path) -> None:
    values = str(SOURCES[name](open_workspace(blind)))
    assert SECRET not in values
    assert "Two crew members" not in values


def test_what_compares_people_is_refused(blind: Path) -> None:
    theirs = ("notes --annotator Ben", "compare --annotator Ben", "export --annotator Ben")
    for words in (
        *theirs,
        "agreement",
        "settle own1",
        "log north",
        "rename annotator Mira Ben",
        "suggest --from drafts.json",
    ):
        result = run(*words.split())
        assert (result.exit_code, "blind: " in result.output) == (2, True), words
    result = run("notes", "--blind", "--annotator", "Ben")
    assert "leave out --blind" in result.output
