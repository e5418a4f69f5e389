"""`diptych compare`: the table, Markdown, JSON, and the choice of rows."""

import json
from pathlib import Path

import pytest
from command_line import run


def test_the_table_fits_80_cells_and_ends_with_counts(root: Path) -> None:
    result = run("compare")
    assert result.exit_code == 0
    accounts = "A  Ferry runs aground in fog · The North\nB  Radar failed before grounding, crew says · The South\n"
    assert accounts in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["Status", "#", "Proposition", "A", "The", "North", "B", "The", "South"] in rows
    assert any(row[:6] == ["disputed", "1", "The", "radar", "of", "the"] for row in rows)
    assert "Nobody was hurt" not in result.stdout
    assert result.stdout.endswith("\n2 told by one account: --all shows them\n1 disputed · 2 told by one account\n")


def test_all_lists_what_one_account_tells_after_a_rule(root: Path) -> None:
    lines = run("compare", "--all").stdout.splitlines()
    rule = lines.index("─" * 80, lines.index("─" * 80) + 1)
    assert lines[rule + 1].split()[:5] == ["single", "account", "Nobody", "was", "hurt"]
    assert not any("--all" in line for line in lines)


@pytest.mark.parametrize(
    "options", [("--status", "single account"), ("--only-in", "north"), ("--left-out-by", "south")]
)
def test_what_was_asked_for_is_not_folded(root: Path, options: tuple[str, ...]) -> None:
    for output in ((), ("--markdown",)):
        written = run("compare", *options, *output).stdout
        assert "Nobody was hurt" in written
        assert "told by one account: --all" not in written
        assert "Told by one account" not in written


def test_rows_in_another_order_have_no_groups(root: Path) -> None:
    lines = run("compare", "--all", "--sort", "divides").stdout.splitlines()
    assert lines.count("─" * 80) == 2


def test_markdown_and_json_have_the_same_cells(root: Path) -> None:
    assert (
        "| disputed | 1 | The radar of the Aurora failed | ? 1 The company | ▸ 1 Two crew members <br>✗ 1 Ada Holm |"
        in run("compare", "--markdown").stdout
    )
    shape = json.loads(run("compare", "--json").stdout)
    assert shape["accounts"] == ["north", "south"]
    assert [(row["id"], row["number"]) for row in shape["propositions"]] == [
        *(("radar-failed", 1), ("nobody-hurt", None), ("inquiry", None)),
    ]
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
        (("--sort", "divides"), ["radar-failed", "nobody-hurt", "inquiry"]),
        (("--sort", "status"), ["radar-failed", "nobody-hurt", "inquiry"]),
        (("--sort", "told"), ["nobody-hurt", "radar-failed", "inquiry"]),
        (("--article", "so"), ["radar-failed", "inquiry"]),
    ],
)
def test_options_choose_and_sort_rows(root: Path, options: tuple[str, ...], slugs: list[str]) -> None:
    shape = json.loads(run("compare", "--json", *options).stdout)
    assert [row["id"] for row in shape["propositions"]] == slugs


def test_a_verdict_that_no_proposition_has_is_reported(root: Path) -> None:
    book = root / "annotations/codebook.yaml"
    book.write_text(
        book.read_text("utf-8").replace("inquiry: ", "inquiry:\n    verdict: Unproven\n    text: "), "utf-8"
    )
    result = run("compare", "--verdict", "false")
    assert result.stderr == 'diptych: no verdict has the words "false"; there is "Unproven"\n'
    assert run("compare", "--verdict", "unpr").stderr == run("compare", "--verdict", "").stderr == ""


def test_only_what_one_person_marked_is_compared(root: Path) -> None:
    words = ("--quote", "three weeks", "--kind", "denial", "--about", "nobody-hurt", "--speaker", "Bo")
    assert run("note", "north", *words, "--annotator", "Ada").exit_code == 0
    assert run("note", "south", "--on", "holm", "--body", "Hm.", "--annotator", "Ada").exit_code == 0
    shape = json.loads(run("compare", "--json", "--annotator", "ADA").stdout)
    assert [(row["id"], row["status"]) for row in shape["propositions"]] == [("nobody-hurt", "rejected")]
    assert ([person["name"] for person in shape["people"]], shape["notes"]) == (["Bo"], {"north": 0, "south": 1})
    others = json.loads(run("compare", "--json", "--sort", "told", "--annotator", "").stdout)["propositions"]
    assert [(row["id"], row["status"]) for row in others][:2] == [
        ("nobody-hurt", "single account"),
        ("radar-failed", "disputed"),
    ]
    refused = run("compare", "--annotator", "Adda")
    assert refused.exit_code == 2
    assert 'nobody called "Adda" marked anything; there are Ada and records without a name ("")' in refused.stderr


@pytest.mark.parametrize(
    ("words", "slugs"), [("UNPROVEN", ["inquiry"]), ("", ["nobody-hurt", "radar-failed"]), ("false", [])]
)
def test_rows_are_chosen_by_their_verdict(root: Path, words: str, slugs: list[str]) -> None:
    book = root / "annotations/codebook.yaml"
    sentence = json.loads(run("compare", "--json", "--sort", "told").stdout)["propositions"][2]["text"]
    verdict = f"inquiry:\n    text: {sentence}\n    verdict: Unproven so far\n"
    book.write_text(book.read_text("utf-8").replace(f"inquiry: {sentence}\n", verdict), "utf-8")
    shape = json.loads(run("compare", "--json", "--sort", "told", "--verdict", words).stdout)
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
