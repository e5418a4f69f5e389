"""Test that documents made to hurt end in an article or a message, soon."""

import json
import os
import subprocess
import sys
from pathlib import Path

import hostile_documents
import pytest

MAX_SECONDS = 5
MAX_MEGABYTES = 500

_HERE = Path(__file__).parent
_REFUSED = {
    *("less-than signs", "50 MB of less-than signs", "more than 50 MB", "a row of 200,000 cells"),
    *("a table of 100,000 rows", "open comments", "open quotes", "open scripts", "open titles"),
    *(
        "end tags across a table",
        "NUL characters",
        "bytes of no encoding",
        "only NUL",
        "only blanks",
        "empty",
        "a picture",
    ),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Add all documents to one workspace, in a process of their own."""
    root = tmp_path_factory.mktemp("hostile") / "deep" / "workspace"
    (root / "articles").mkdir(parents=True)
    path = os.pathsep.join([str(_HERE), str(_HERE.parent / "support"), str(_HERE.parent.parent)])
    command = [sys.executable, hostile_documents.__file__, str(root)]
    result = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-2000:]
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    outside = [file for file in root.parent.parent.rglob("*") if file.is_file() and root not in file.parents]
    assert outside == []
    return {line["name"]: line for line in lines}


def test_each_document_ends_soon_and_in_little_memory(outcomes: dict[str, dict[str, str]]) -> None:
    assert len(outcomes) == len(list(hostile_documents.documents())) > 50
    assert {name: line for name, line in outcomes.items() if float(line["seconds"]) > MAX_SECONDS} == {}
    assert {name: line for name, line in outcomes.items() if int(line["peak"]) > MAX_MEGABYTES} == {}


def test_a_document_is_refused_only_if_nothing_can_be_read(outcomes: dict[str, dict[str, str]]) -> None:
    assert {name for name, line in outcomes.items() if "error" in line} == _REFUSED


def test_articles_are_in_their_folder_and_hold_no_control_characters(outcomes: dict[str, dict[str, str]]) -> None:
    articles = {name: line for name, line in outcomes.items() if "file" in line}
    assert len({line["file"] for line in articles.values()}) == len(articles)
    assert {Path(line["file"]).parent.name for line in articles.values()} == {"articles"}
    assert {name: line["control"] for name, line in articles.items() if line["control"]} == {}


def test_nothing_of_a_script_or_another_file_becomes_text(outcomes: dict[str, dict[str, str]]) -> None:
    texts = " ".join(line.get("text", "") for line in outcomes.values())
    assert "root:" not in texts
    assert "evil" not in texts
