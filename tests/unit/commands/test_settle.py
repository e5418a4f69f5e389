"""`diptych settle`, and what other commands make of it."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from command_line import run


@pytest.fixture
def ids(root: Path) -> tuple[str, str]:
    """Return the records of one place that Ada and Ben differ in."""
    for who, kind in (("Ada", "claim"), ("Ben", "denial")):
        words = ("--quote", "three weeks", "--kind", kind, "--about", "inquiry", "--speaker", "Bo")
        assert run("note", "north", *words, "--annotator", who).exit_code == 0
    [place] = _listed("--annotator", "Ada", "--annotator", "Ben")
    ada, ben = [side["records"][0] for side in place["marked"]]
    return ada, ben


def _listed(*words: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(run("agreement", *words, "--json").stdout)["all"]["disagreements"]
    return listed


def _kinds(*words: str) -> list[tuple[str, str]]:
    notes = json.loads(run("notes", "--text", "three weeks", "--json", *words).stdout)
    return [(note["annotator"], note["kind"]) for note in notes]


def test_a_side_is_taken_and_then_a_third_and_then_neither(ids: tuple[str, str]) -> None:
    people = ("--annotator", "Ada", "--annotator", "Ben")
    result = run("settle", ids[0])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("annotations/north/mira.")
    assert f"Settled {ids[0]} and {ids[1]} by claim" in result.stderr
    assert _kinds("--adjudicated") == [("Mira", "claim")]
    assert len(_kinds()) == 3
    [place] = _listed(*people)
    assert place["settled_by"] == ["Mira"]
    assert _listed(*people, "--open") == []
    todo = run("agreement", *people, "--open").stdout
    assert todo.endswith("\n1 disagreement, all settled\n"), todo
    assert " other kind, settled by Mira: “three weeks”\n" in run("agreement", *people).stdout
    assert "1 disagreement of Ada and Ben, 1 settled\n" in run("agreement", *people).stdout
    assert " other kind, settled by Mira: “three weeks”\n" in run("agreement", *people, "--markdown").stdout
    rows = csv.DictReader(run("agreement", *people, "--csv").stdout.splitlines())
    assert [row["settled_by"] for row in rows if row["row"] == "disagreement"] == ["Mira", "Mira"]
    assert run("settle", f"north/{ids[1]}", "--kind", "no-comment", "--because", "Evaded.").exit_code == 0
    assert _kinds("--adjudicated") == [("Mira", "no-comment")]
    assert run("settle", ids[1], "--neither").exit_code == 0
    assert _kinds("--adjudicated") == [("Mira", "note")]
    assert run("check").exit_code == 0


def test_both_are_taken_and_every_command_knows_what_is_replaced(ids: tuple[str, str]) -> None:
    assert run("settle", *ids).exit_code == 0
    assert sorted(_kinds("--adjudicated")) == [("Mira", "claim"), ("Mira", "denial")]
    exported = json.loads(run("export", "-f", "json", "--adjudicated").stdout)["records"]
    assert not {record["id"] for record in exported} & {*ids}
    listed = {}
    for words in ((), ("--adjudicated",)):
        shape = json.loads(run("propositions", "--json", *words).stdout)
        listed[words] = next(one["articles"] for one in shape if one["id"] == "inquiry")
    assert listed == {(): {"north": 4, "south": 1}, ("--adjudicated",): {"north": 2, "south": 1}}
    compared = run("compare", "--adjudicated", "--json")
    assert re.search(r"disagreements not settled, at \d places?; diptych agreement --open lists them", compared.stderr)
    cells = next(row["cells"] for row in json.loads(compared.stdout)["propositions"] if row["id"] == "inquiry")
    assert (cells["north"]["asserts"], cells["north"]["rejects"]) == (1, 1)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nothing",), 'no statement of several people\'s is called "nothing"; diptych agreement lists them'),
        (("hurt", "radar-open"), "hurt and radar-open are at different places; settle one place at a time"),
        (("hurt", "--neither", "--kind", "claim"), "--kind, --speaker and --about change one side"),
        (("hurt", "--kind", "clam"), 'no kind is called "clam"'),
    ],
)
def test_wrong_use_is_refused(ids: tuple[str, str], words: tuple[str, ...], message: str) -> None:
    del ids
    result = run("settle", *words)
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr
