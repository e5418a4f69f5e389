"""Test that PDFs, archives, feeds and mails made to hurt end soon."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import hostile_formats
import pytest

MAX_SECONDS = 5
MAX_MEGABYTES = 500
READ = {
    *("a PDF of letters larger than all", "a PDF with a title that leads elsewhere"),
    *("a DOCX of nested tables", "a DOCX of 90,000 paragraphs", "a DOCX whose styles are each other's base"),
    *("a DOCX whose note has itself", "a DOCX with a list of a large depth"),
    *("an EPUB of one chapter many times", "an EPUB of deep chapters"),
    *("a feed with a secret DTD", "a feed that runs", "an NITF of nested quotations"),
    *("a broken feed of less-than signs", "a broken feed of brackets", "a broken feed of declarations"),
    *("a broken feed of entities", "a broken feed of attributes"),
    *("a ninjs of surrogates", "a ninjs of deep HTML"),
    *("a mail of 20,000 parts", "a mail of 800,000 headers", "a mail with a header of 5 MB"),
    *("a mail from nested brackets", "a mail of encoded words", "a mail of quotations", "a mail of blanks"),
    *("a mail in an encoding that escapes", "a mail in an encoding that is slow"),
    "a mail with a file that leads elsewhere",
}
"""The names of the documents that have text, all of which is harmless."""
_HERE = Path(__file__).parent
Outcomes = dict[str, dict[str, str]]


def _outcomes(folder: Path, *options: str) -> Outcomes:
    root = folder / "deep" / "workspace"
    (root / "articles").mkdir(parents=True)
    path = os.pathsep.join([str(_HERE), str(_HERE.parent / "support"), str(_HERE.parent.parent)])
    command = [sys.executable, hostile_formats.__file__, str(root), *options]
    result = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-2000:]
    assert [file for file in folder.rglob("*") if file.is_file() and root not in file.parents] == []
    return {line["name"]: line for line in map(json.loads, result.stdout.splitlines())}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """Add the documents to one workspace, in a process of their own."""
    return _outcomes(tmp_path_factory.mktemp("hostile"))


def _readable() -> set[str]:
    missing = {"PDF": "pdfminer", "broken": "feedparser"}
    names = {word for word, library in missing.items() if find_spec(library) is None}
    return {name for name in READ if not names & set(name.split())}


def test_each_ends_soon_and_in_little_memory(outcomes: Outcomes) -> None:
    assert len(outcomes) > 60
    assert {name: line for name, line in outcomes.items() if float(line["seconds"]) > MAX_SECONDS} == {}
    assert {name: line for name, line in outcomes.items() if int(line["peak"]) > MAX_MEGABYTES} == {}


def test_only_what_has_harmless_text_is_read(outcomes: Outcomes) -> None:
    assert {name for name, line in outcomes.items() if "files" in line} == _readable() & outcomes.keys()


def test_articles_are_in_their_folder_and_hold_no_control_characters(outcomes: Outcomes) -> None:
    articles = {name: line for name, line in outcomes.items() if "files" in line}
    folders = {Path(file).parent.name for line in articles.values() for file in line["files"].split()}
    assert folders == {"articles"}
    assert {name: line["control"] for name, line in articles.items() if line["control"]} == {}


def test_nothing_of_a_script_or_another_file_becomes_text(outcomes: Outcomes) -> None:
    texts = " ".join(line.get("text", "") + line.get("error", "") for line in outcomes.values())
    assert "root:" not in texts
    assert "evil" not in texts


@pytest.mark.long
def test_all_end_soon_and_in_little_memory(tmp_path: Path) -> None:
    outcomes = _outcomes(tmp_path, "--slow")
    assert {name for name, line in outcomes.items() if "files" in line} == _readable()
    test_each_ends_soon_and_in_little_memory(outcomes)
