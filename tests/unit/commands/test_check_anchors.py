"""`check --anchors`: where every quote is now, what changed in it, and the places in question."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli import diptych
from tui.formats.phrasing import in_context, inline_changes
from tui.model import Workspace

MORE = """  - id: twice
    kind: claim
    quote: the ferry
  - id: lost
    kind: denial
    quote: passengers swam ashore through burning oil
"""


@pytest.fixture
def root(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ferry.root)
    return ferry.root


@pytest.fixture
def edited(root: Path) -> Path:
    article = root / "articles/north.txt"
    text = article.read_text("utf-8").replace("confirm or deny that", "confirm or dispute that")
    article.write_text(text + "\nOn Friday the ferry sailed again.\nNobody saw the ferry leave.\n", "utf-8")
    file = root / "annotations/north.yaml"
    file.write_text(file.read_text("utf-8") + MORE, "utf-8")
    return root


def check(*words: str) -> Result:
    return CliRunner().invoke(diptych, ["check", *words])


def test_the_four_counts_and_every_quote(edited: Path) -> None:
    result = check("--anchors")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "Quotes: 4 exact, 1 adjusted, 1 review, 1 orphan" in lines
    assert lines[0] == "annotations/north.yaml:5: exact articles/north.txt:3: hurt: “Nobody was hurt”"
    assert sum(line.startswith("annotations/") for line in lines) == 7


def test_an_adjusted_quote_tells_what_changed(edited: Path) -> None:
    assert (
        "annotations/north.yaml:12: adjusted articles/north.txt:5: radar-open: "
        "“did not confirm or [-deny-]{+dispute+} that the radar had…”" in check("--anchors").stdout
    )


def test_a_quote_in_review_tells_its_places_and_what_stands_there(edited: Path) -> None:
    lines = check("--anchors").stdout.splitlines()
    place = lines.index("annotations/north.yaml:18: review articles/north.txt:7, 8: twice: “the ferry”")
    assert lines[place + 1].startswith("    articles/north.txt:7: …")
    assert "On Friday «the ferry» sailed again." in lines[place + 1]
    assert lines[place + 2] == "    articles/north.txt:8: …ferry sailed again. Nobody saw «the ferry» leave. "


def test_an_orphan_has_no_place(edited: Path) -> None:
    assert (
        "annotations/north.yaml:21: orphan: lost: “passengers swam ashore through burning oil”\n"
        in check("--anchors").stdout
    )


def test_without_anchors_only_what_is_doubtful_is_listed(edited: Path) -> None:
    result = check()
    assert ": exact" not in result.stdout
    assert "articles/north.txt:7, 8: twice" in result.stdout
    assert "«" not in result.stdout
    assert result.exit_code == 1


def test_without_an_orphan_it_does_not_fail(edited: Path) -> None:
    file = edited / "annotations/north.yaml"
    file.write_text(file.read_text("utf-8").partition("  - id: lost")[0], "utf-8")
    result = check("--anchors")
    assert result.exit_code == 0
    assert "4 exact, 1 adjusted, 1 review, 0 orphan" in result.stdout


def test_hostile_words_are_shown_harmless(edited: Path) -> None:
    article = edited / "articles/north.txt"
    article.write_text(article.read_text("utf-8").replace("Nobody saw", "\x1b]52;c;aGk=\x07Nobody saw"), "utf-8")
    result = check("--anchors")
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
def test_changes_in_brackets(old: str, new: str, shown: str) -> None:
    assert inline_changes(old, new) == shown


def test_a_place_in_context() -> None:
    text = "\n".join(f"line {number}" for number in range(100))
    start = text.index("line 50")
    assert (
        in_context(text, start, start + 7)
        == "…line 46 line 47 line 48 line 49 «line 50» line 51 line 52 line 53 line 54…"
    )
    assert in_context("all of it", 0, 9) == "«all of it»"
