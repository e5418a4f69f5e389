"""`diptych check`: problems, anchors and their counts."""

import json
from pathlib import Path

import pytest
from command_line import append, run

from tui.formats.phrasing import in_context, inline_changes

RUMOUR = "  - id: bad\n    kind: rumour\n    quote: fog\n"
"""A record of a kind that the codebook lacks."""
MORE = """  - id: twice
    kind: claim
    quote: the ferry
  - id: lost
    kind: denial
    quote: passengers swam ashore through burning oil
"""


@pytest.fixture
def edited(root: Path) -> Path:
    """Return a workspace with a changed, an ambiguous and a lost quote."""
    article = root / "articles/north.txt"
    text = article.read_text("utf-8").replace("confirm or deny that", "confirm or dispute that")
    article.write_text(text + "\nOn Friday the ferry sailed again.\nNobody saw the ferry leave.\n", "utf-8")
    file = root / "annotations/north.yaml"
    file.write_text(file.read_text("utf-8") + MORE, "utf-8")
    return root


def test_a_workspace_without_problems(root: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == "Quotes: 5 exact, 0 adjusted, 0 review, 0 orphan\n2 articles, 5 annotations, 0 errors\n"


def test_each_problem_has_its_file_line_and_column(root: Path) -> None:
    append(root / "annotations/north.yaml", RUMOUR)
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("annotations/north.yaml:19:11: ")
    assert "rumour" in result.stdout
    assert "2 articles, 6 annotations, 1 error\n" in result.stdout


def test_files_outside_the_current_folder_have_their_full_path(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(root / "annotations/north.yaml", RUMOUR)
    monkeypatch.chdir(root / "articles")
    assert run("check", str(root)).stdout.startswith(f"{root}/annotations/north.yaml:19:11: ")


def test_it_fails_if_a_quote_is_gone(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: lost\n    kind: claim\n    quote: elephants in the harbour\n")
    result = run("check")
    assert result.exit_code == 1
    assert "annotations/north.yaml:18: orphan: lost: “elephants in the harbour”\n" in result.stdout
    assert "Quotes: 5 exact, 0 adjusted, 0 review, 1 orphan\n" in result.stdout


def test_anchors_lists_every_quote(root: Path) -> None:
    lines = run("check", "--anchors").stdout.splitlines()
    assert lines[0] == "annotations/north.yaml:5: exact articles/north.txt:3: hurt: “Nobody was hurt”"
    assert len(lines) == 7


def test_json_has_the_errors_and_the_place_of_each_quote(root: Path) -> None:
    append(root / "annotations/north.yaml", RUMOUR)
    result = run("check", "--json")
    shape = json.loads(result.stdout)
    assert result.exit_code == 1
    assert shape["articles"] == ["north", "south"]
    assert shape["annotations"][1] == {
        "id": "hurt",
        "article": "north",
        "kind": "claim",
        "state": "exact",
        "start": 90,
        "end": 105,
    }
    assert [(e["file"], e["line"], e["column"]) for e in shape["errors"]] == [("annotations/north.yaml", 19, 11)]
    assert set(shape["errors"][0]) == {"file", "line", "column", "message"}


def test_anchors_counts_the_four_states(edited: Path) -> None:
    result = run("check", "--anchors")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "Quotes: 4 exact, 1 adjusted, 1 review, 1 orphan" in lines
    assert lines[0] == "annotations/north.yaml:5: exact articles/north.txt:3: hurt: “Nobody was hurt”"
    assert sum(line.startswith("annotations/") for line in lines) == 7


def test_an_adjusted_quote_shows_what_changed(edited: Path) -> None:
    assert (
        "annotations/north.yaml:12: adjusted articles/north.txt:5: radar-open: "
        "“did not confirm or [-deny-]{+dispute+} that the radar had…”" in run("check", "--anchors").stdout
    )


def test_a_quote_in_review_shows_each_possible_place_in_context(edited: Path) -> None:
    lines = run("check", "--anchors").stdout.splitlines()
    place = lines.index("annotations/north.yaml:18: review articles/north.txt:7, 8: twice: “the ferry”")
    assert lines[place + 1].startswith("    articles/north.txt:7: …")
    assert "On Friday «the ferry» sailed again." in lines[place + 1]
    assert lines[place + 2] == "    articles/north.txt:8: …ferry sailed again. Nobody saw «the ferry» leave. "


def test_an_orphan_has_no_line_in_the_article(edited: Path) -> None:
    assert (
        "annotations/north.yaml:21: orphan: lost: “passengers swam ashore through burning oil”\n"
        in run("check", "--anchors").stdout
    )


def test_without_anchors_only_doubtful_quotes_are_listed(edited: Path) -> None:
    result = run("check")
    assert ": exact" not in result.stdout
    assert "articles/north.txt:7, 8: twice" in result.stdout
    assert "«" not in result.stdout
    assert result.exit_code == 1


def test_quotes_in_review_do_not_make_it_fail(edited: Path) -> None:
    file = edited / "annotations/north.yaml"
    file.write_text(file.read_text("utf-8").partition("  - id: lost")[0], "utf-8")
    result = run("check", "--anchors")
    assert result.exit_code == 0
    assert "4 exact, 1 adjusted, 1 review, 0 orphan" in result.stdout


def test_control_characters_of_an_article_are_made_visible(edited: Path) -> None:
    article = edited / "articles/north.txt"
    article.write_text(article.read_text("utf-8").replace("Nobody saw", "\x1b]52;c;aGk=\x07Nobody saw"), "utf-8")
    result = run("check", "--anchors")
    assert "\x1b" not in result.stdout
    assert "␛" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("16 killed", "19 killed", "[-16-]{+19+} killed"),
        ("a b", "a  b", "a[- -]{+  +}b"),
        ("one\ntwo", "one two", "one[-␊-]{+ +}two"),
        ("he said so", "he said", "he said[- so-]"),
        (f"{'very ' * 20}old tale", f"{'very ' * 20}new tale", "…very very very very [-old-]{+new+} tale"),
        ("16" + " words" * 20, "19" + " words" * 20, "[-16-]{+19+} words words words words…"),
    ],
)
def test_changed_words_are_in_brackets(old: str, new: str, shown: str) -> None:
    assert inline_changes(old, new) == shown


def test_a_quote_in_its_context() -> None:
    text = "\n".join(f"line {number}" for number in range(100))
    start = text.index("line 50")
    assert (
        in_context(text, start, start + 7)
        == "…line 46 line 47 line 48 line 49 «line 50» line 51 line 52 line 53 line 54…"
    )
    assert in_context("all of it", 0, 9) == "«all of it»"


def test_a_warning_is_counted_but_does_not_fail(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: fog\n    kind: claim\n    quote: in fog\n    tag: weather\n")
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith('annotations/north.yaml:21:5: warning: unknown key "tag"; write tags')
    assert result.stdout.endswith("2 articles, 6 annotations, 0 errors, 1 warning\n")


def test_problems_are_sorted_by_file_and_line(root: Path) -> None:
    append(root / "annotations/south.yaml", RUMOUR)
    append(root / "annotations/north.yaml", RUMOUR + RUMOUR.replace("bad", "worse"))
    places = [line.partition(": ")[0] for line in run("check").stdout.splitlines() if "rumour" in line]
    assert [place.rpartition(":")[0].removeprefix("annotations/") for place in places] == [
        "north.yaml:19",
        "north.yaml:22",
        "south.yaml:21",
    ]


def test_a_wrong_line_in_the_words_that_the_workspace_adds(root: Path) -> None:
    (root / "annotations/lexicon.en.toml").write_text('[verbs]\nsay = "Blab"\n', encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert 'lexicon.en.toml:2: "Blab" must be in small letters, as all words are' in result.stdout
