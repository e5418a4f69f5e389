"""The docs match the code: names, layers, the order of Esc, examples."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from click import Context
from command_line import run

from tui.cli import diptych
from tui.model import Anchor
from tui.reader.reading.features import ESC_ORDER

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ESC_WORDS = {
    "navigate": "selection",
    "numbers": "number",
    "find": "search",
    "suggest": "suggestions",
    "filter": "filter",
    "adjudicated": "adjudication",
    "reload": "notices",
    "review": "reattach",
    "tutorial": "tutorial",
}
"""What each feature clears, in a word of the docs."""


def test_each_name_in_architecture_is_in_the_code() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tui").rglob("*.py"))
    files = {str(path.relative_to(ROOT / "tui")).replace("\\", "/") for path in (ROOT / "tui").rglob("*")}
    words = {word for code in re.findall(r"`([A-Za-z_./]+)`", ARCHITECTURE) for word in re.split(r"[./]", code)}
    names = {word for word in words if "_" in word.strip("_") or re.search(r"[a-z][A-Z]", word)}
    known = {part for file in files for part in re.split(r"[./]", file)}
    missing = {name for name in names if name not in known and not re.search(rf"\b{name}\b", source)}
    assert len(names) > 15
    assert missing <= {"TextQuoteSelector", "TextPositionSelector", "import_module"}


def test_the_layers_of_architecture_are_those_of_import_linter() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["name"] == "imports point down")["layers"]
    rooms = [[room.strip().removeprefix("tui.") for room in layer.split("|")] for layer in layers]
    chart = ARCHITECTURE.partition("```mermaid")[2].partition("```")[0]
    for room in (room for layer in rooms for room in layer):
        assert re.search(rf"\b{room}\b", chart), room
    for line in re.findall(r"^\s*(\w+)\[.*?\] --> (.+)$", chart, re.MULTILINE):
        above = next(number for number, layer in enumerate(rooms) if line[0] in layer)
        below = [number for number, layer in enumerate(rooms) for name in layer if name in re.findall(r"\w+", line[1])]
        assert all(number > above for number in below), line


def test_the_order_of_esc_is_the_one_in_architecture() -> None:
    sentence = ARCHITECTURE.partition("`ESC_ORDER`")[2].partition("\n- ")[0]
    places = [sentence.index(ESC_WORDS[name]) for name in ESC_ORDER]
    assert all(first < second for first, second in pairwise(places)), sentence


def test_the_example_of_anchoring_runs() -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "anchoring.md").read_text(encoding="utf-8"), re.DOTALL)
    assert code
    fog, report = "The ferry ran aground in the fog. " * 3, "On Monday the coast guard said that nobody was hurt."
    text = f"{fog}{report} It left the harbour at noon with a hundred people on board."
    names: dict[str, object] = {"text": text, "newer_text": text.replace("coast guard said", "coast guard stated")}
    exec(code[1], names)
    found = names["found"]
    assert isinstance(found, Anchor)
    assert found.state == "adjusted"


def test_the_exported_markdown_in_readme_is_what_export_writes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = re.search(r"<!-- export -->\n((?:>.*\n)+)", readme)
    assert excerpt
    lines = [line.removeprefix(">").removeprefix(" ") for line in excerpt[1].splitlines()]
    exported = iter(run("export", str(ROOT / "tui" / "story"), "--sections", "comparison,people").stdout.splitlines())
    assert len(lines) > 10
    assert [line for line in lines if line not in exported] == []


def test_each_picture_and_page_in_readme_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", readme)
    assert len(targets) > 10
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_each_command_is_in_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\| `diptych ([a-z]+)", readme, re.MULTILINE))
    assert commands | {"read"} == set(diptych.list_commands(Context(diptych)))


def test_each_test_that_security_names_is_there() -> None:
    written = (ROOT / "SECURITY.md").read_text("utf-8")
    paths = set(re.findall(r"`((?:tests|tui|scripts)/[\w/.]+)`", written))
    assert len(paths) > 10
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    names = set(re.findall(r"`(test_\w+)`", written))
    assert names
    assert [name for name in sorted(names) if f"def {name}(" not in sources] == []
