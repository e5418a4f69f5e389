"""`--annotator` means the same in every command that lists records."""

import json
from pathlib import Path

import pytest
from command_line import append, run

LISTING = ("notes", "compare", "export", "propositions", "check", "agreement")


@pytest.fixture
def signed(root: Path) -> Path:
    """Return a workspace with records by Ada, who has two names, and by Ben."""
    append(root / "annotations/codebook.yaml", "annotators:\n  Ada: [AH]\n  Cy: []\n")
    lines = "  - {id: %s, kind: claim, quote: ferry, about: %s, annotator: %s}\n"
    append(root / "annotations/north.yaml", lines % ("one", "inquiry", "Ada") + lines % ("two", "inquiry", "ah"))
    append(root / "annotations/south.yaml", lines % ("three", "inquiry", "Ben"))
    return root


def test_a_name_that_nobody_has_is_refused_with_the_names_that_there_are(signed: Path) -> None:
    for command in LISTING:
        refused = run(command, "--annotator", "Adda", "--annotator", "Ben")
        assert refused.exit_code == 2, command
        assert (
            'nobody called "Adda" marked anything; there are Ada, Ben, records without a name (""), Cy'
            in refused.stderr
        ), command


def test_any_name_of_a_person_finds_all_their_records(signed: Path) -> None:
    for name in ("ada", "AH"):
        shape = json.loads(run("notes", "--annotator", name, "--json").stdout)
        assert [record["id"] for record in shape] == ["one", "two"]
        assert [record["annotator"] for record in shape] == ["Ada", "ah"]
        listed = json.loads(run("propositions", "--annotator", name, "--json").stdout)
        assert {row["id"]: row["records"] for row in listed if row["records"]} == {"inquiry": 2}
        checked = json.loads(run("check", "--annotator", name, "--json").stdout)
        assert [record["id"] for record in checked["annotations"]] == ["one", "two"]
        exported = json.loads(run("export", "-f", "json", "--annotator", name).stdout)
        assert [record["id"] for record in exported["records"]] == ["one", "two"]


def test_who_marked_nothing_in_the_articles_that_are_named_is_known(signed: Path) -> None:
    assert json.loads(run("notes", "--article", "north", "--annotator", "Ben", "--json").stdout) == []
    assert json.loads(run("notes", "--annotator", "Cy", "--json").stdout) == []
    (one,) = json.loads(run("notes", "--annotator", "", "--article", "south", "--json").stdout)[:1]
    assert one["annotator"] == ""
