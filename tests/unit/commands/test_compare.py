"""`diptych compare`: the table, Markdown, JSON, and the choice of rows."""

import json
from pathlib import Path

import pytest
from command_line import run


def test_the_table_fits_80_cells_and_ends_with_counts(root: Path) -> None:
    result = run("compare")
    assert result.exit_code == 0
    assert "A  Ferry runs aground in fog\nB  Radar failed before grounding, crew says\n" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    rows = {line[:30].strip(): line[30:].split() for line in result.stdout.splitlines()}
    assert rows["The radar of the Aurora failed"][0] == "disputed"
    assert rows["Nobody was hurt"] == ["single", "account", "▸1", "Ada", "Holm", "–"]
    assert result.stdout.endswith("1 disputed · 2 single account\n")


def test_markdown_and_json_have_the_same_cells(root: Path) -> None:
    assert (
        "| The radar of the Aurora failed | disputed | ? 1 The company | ▸ 1 Two crew members <br>✗ 1 Ada Holm |"
        in run("compare", "--markdown").stdout
    )
    shape = json.loads(run("compare", "--json").stdout)
    assert shape["accounts"] == ["north", "south"]
    row = next(row for row in shape["propositions"] if row["id"] == "radar-failed")
    assert row["status"] == "disputed"
    assert row["cells"]["south"] == {
        "asserts": 1,
        "rejects": 1,
        "shares": 0,
        "neutral": 0,
        "speakers": ["Two crew members", "Ada Holm"],
        "by": {"asserts": ["Two crew members"], "rejects": ["Ada Holm"], "shares": [], "neutral": []},
        "own_voice": [],
        "adjusted": 0,
        "doubtful": 0,
    }
    assert run("compare", "--json", "--markdown").exit_code == 2


@pytest.mark.parametrize(
    ("options", "slugs"),
    [
        (("--status", "disputed"), ["radar-failed"]),
        (("--only-in", "north"), ["nobody-hurt"]),
        (("--left-out-by", "north.txt"), ["inquiry"]),
        (("--sort", "status"), ["radar-failed", "nobody-hurt", "inquiry"]),
        (("--sort", "told"), ["nobody-hurt", "radar-failed", "inquiry"]),
        (("--article", "so"), ["radar-failed", "inquiry"]),
    ],
)
def test_options_choose_and_sort_rows(root: Path, options: tuple[str, ...], slugs: list[str]) -> None:
    shape = json.loads(run("compare", "--json", *options).stdout)
    assert [row["id"] for row in shape["propositions"]] == slugs


def test_json_has_the_people_too(root: Path) -> None:
    people = json.loads(run("compare", "--json").stdout)["people"]
    assert "Ada Holm" in {person["name"] for person in people}


def test_an_unknown_status_is_refused(root: Path) -> None:
    result = run("compare", "--status", "settled")
    assert result.exit_code == 2
    assert "'settled' is not one of" in result.stderr
