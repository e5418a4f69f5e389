"""`diptych notes`: the list of records."""

import json
from pathlib import Path

import pytest
from command_line import run


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ["hurt", "radar-open", "crew", "holm", "agreed"]),
        (("--kind", "claim", "--kind", "denial"), ["hurt", "crew", "holm"]),
        (("--speaker", "captain holm"), ["hurt", "holm"]),
        (("--about", "radar-failed", "--article", "north"), ["radar-open"]),
        (("--tag", "radar"), ["radar-open"]),
        (("--text", "GROUND"), ["crew"]),
    ],
)
def test_options_choose_the_records(root: Path, options: tuple[str, ...], ids: list[str]) -> None:
    shape = json.loads(run("notes", "--json", *options).stdout)
    assert [record["id"] for record in shape] == ids
    text = run("notes", *options)
    assert text.stderr.startswith(f"{len(ids)} of ")
    assert all(f"  {name} " in text.stdout for name in ids)


def test_json_has_each_field_and_the_place_of_the_quote(root: Path) -> None:
    record = json.loads(run("notes", "--json", "--tag", "radar").stdout)[0]
    assert record["file"] == "annotations/north.yaml"
    assert (record["state"], record["speaker"], record["tags"]) == ("exact", ["The company"], ["radar"])
    text = (root / "articles/north.txt").read_text("utf-8")
    assert text[record["start"] : record["end"]] == record["quote"]


def test_records_are_grouped_by_account_and_propositions_come_last(root: Path) -> None:
    assert run("note", "--about", "inquiry", "--body", "When?").exit_code == 0
    lines = run("notes").stdout.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings == [
        "A  Ferry runs aground in fog",
        "B  Radar failed before grounding, crew says",
        "On propositions",
    ]


def test_a_note_on_an_annotation_names_it_and_its_file(root: Path) -> None:
    file = run("note", "south", "--on", "holm", "--body", "Really?").stdout.strip()
    lines = run("notes", "--kind", "note").stdout.splitlines()
    assert "    On holm" in lines
    assert f"    {file}:1" in lines
