"""`diptych agreement`: text, Markdown, CSV, JSON, and whom it compares."""

import csv
import json
from pathlib import Path

import pytest
from command_line import run


@pytest.fixture
def marked(root: Path) -> Path:
    """Return the ferry workspace in which Ada and Ben marked one sentence."""
    for who, kind in (("Ada", "claim"), ("Ben", "denial")):
        words = ("--quote", "three weeks", "--kind", kind, "--about", "inquiry", "--speaker", "Bo")
        assert run("note", "north", *words, "--annotator", who).exit_code == 0
    return root


def test_two_people_are_compared_in_four_forms(marked: Path) -> None:
    people = ("--annotator", "Ada", "--annotator", "BEN")
    text = run("agreement", *people)
    assert text.exit_code == 0
    assert "  Kind: Cohen's kappa      0.000                         1  1 place of all\n" in text.stdout
    assert "1 disagreement of Ada and Ben\n\nnorth\n" in text.stdout
    [row] = json.loads(run("agreement", *people, "--json").stdout)["all"]["disagreements"]
    assert (row["difference"], [side["value"] for side in row["marked"]]) == ("kind", ["claim", "denial"])
    assert "## Ada and Ben\n" in run("agreement", *people, "--markdown").stdout
    rows = list(csv.reader(run("agreement", *people, "--csv").stdout.splitlines()))
    assert [row[3] for row in rows if row[0] == "disagreement"] == ["claim", "denial"]


def test_records_without_a_name_are_one_annotator(marked: Path) -> None:
    shape = json.loads(run("agreement", "--json").stdout)
    assert [one["name"] for one in shape["annotators"]] == ["Ada", "Ben", ""]
    assert len(shape["pairs"]) == 3
    assert "no name: " in run("agreement").stdout


def test_articles_can_be_chosen_and_said_to_be_read(marked: Path) -> None:
    assert json.loads(run("agreement", "so", "--json").stdout)["articles"] == []
    assert (
        json.loads(run("agreement", "so", "--annotator", "", "--annotator", "Ada", "--json").stdout)["articles"] == []
    )
    people = ("--annotator", "", "--annotator", "Ada")
    shape = json.loads(run("agreement", "so", *people, "--all-read", "--json").stdout)
    assert [(one["name"], one["statements"] > 0) for one in shape["annotators"]] == [("Ada", False), ("", True)]
    assert json.loads(run("agreement", *people, "--json").stdout)["articles"] == ["north"]
    assert json.loads(run("agreement", *people, "--all-read", "--json").stdout)["articles"] == ["north", "south"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--json", "--csv"), "exclude each other"),
        (("--annotator", "Adda", "--annotator", "Ben"), 'nobody called "Adda" marked anything; there are Ada'),
        (("--annotator", "Ada", "--annotator", "ADA"), "--annotator names one person"),
        (("west",), 'no article is called "west"'),
    ],
)
def test_wrong_use_is_refused(marked: Path, words: tuple[str, ...], message: str) -> None:
    refused = run("agreement", *words)
    assert refused.exit_code == 2
    assert message in refused.stderr


def test_one_annotator_is_told_that_there_is_nothing_to_compare(root: Path) -> None:
    result = run("agreement")
    assert result.exit_code == 0
    assert "Fewer than two annotators have records here" in result.stdout
