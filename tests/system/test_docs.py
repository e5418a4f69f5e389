"""The docs match the code: names, layers, the order of Esc, examples."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from tui.model import Anchor
from tui.reader.reading.features import ESC_ORDER

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ESC_WORDS = {
    "navigate": "selection",
    "numbers": "number",
    "find": "search",
    "filter": "filter",
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
