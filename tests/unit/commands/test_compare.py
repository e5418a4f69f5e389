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
        "unresolved": 0,
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


def test_only_what_one_person_marked_is_compared(root: Path) -> None:
    words = ("--quote", "three weeks", "--kind", "denial", "--about", "nobody-hurt", "--speaker", "Bo")
    assert run("note", "north", *words, "--annotator", "Ada").exit_code == 0
    assert run("note", "south", "--on", "holm", "--body", "Hm.", "--annotator", "Ada").exit_code == 0
    shape = json.loads(run("compare", "--json", "--annotator", "ADA").stdout)
    assert [(row["id"], row["status"]) for row in shape["propositions"]] == [("nobody-hurt", "rejected")]
    assert ([person["name"] for person in shape["people"]], shape["notes"]) == (["Bo"], {"north": 0, "south": 1})
    others = json.loads(run("compare", "--json", "--annotator", "").stdout)["propositions"]
    assert [(row["id"], row["status"]) for row in others][:2] == [
        ("nobody-hurt", "single account"),
        ("radar-failed", "disputed"),
    ]
    refused = run("compare", "--annotator", "Adda")
    assert refused.exit_code == 2
    assert 'nobody called "Adda" marked anything; did you mean "Ada"?' in refused.stderr


@pytest.mark.parametrize(
    ("words", "slugs"), [("UNPROVEN", ["inquiry"]), ("", ["nobody-hurt", "radar-failed"]), ("false", [])]
)
def test_rows_are_chosen_by_their_verdict(root: Path, words: str, slugs: list[str]) -> None:
    book = root / "annotations/codebook.yaml"
    sentence = json.loads(run("compare", "--json").stdout)["propositions"][2]["text"]
    verdict = f"inquiry:\n    text: {sentence}\n    verdict: Unproven so far\n"
    book.write_text(book.read_text("utf-8").replace(f"inquiry: {sentence}\n", verdict), "utf-8")
    shape = json.loads(run("compare", "--json", "--verdict", words).stdout)
    assert [row["id"] for row in shape["propositions"]] == slugs


@pytest.mark.parametrize("width", [40, 200])
def test_the_table_is_as_wide_as_asked_for(root: Path, width: int) -> None:
    lines = run("compare", "--width", str(width)).stdout.splitlines()
    assert "─" * width in lines
    assert max(map(len, lines)) <= width


def test_json_has_the_people_too(root: Path) -> None:
    people = json.loads(run("compare", "--json").stdout)["people"]
    assert "Ada Holm" in {person["name"] for person in people}


def test_an_unknown_status_is_refused(root: Path) -> None:
    result = run("compare", "--status", "settled")
    assert result.exit_code == 2
    assert "'settled' is not one of" in result.stderr
