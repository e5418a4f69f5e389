"""`diptych note`: new records, and those that are refused."""

import json
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace
from command_line import run

from tui.model import Workspace
from tui.storage.workspace.plain_loader import read_collation


def added(article: str) -> list[dict[str, object]]:
    """Return an article's records that are not in its list."""
    shape = json.loads(run("notes", "--json", "--article", article).stdout)
    return [record for record in shape if not record["file"].endswith(f"annotations/{article}.yaml")]


def test_a_note_is_added_on_its_quote(root: Path) -> None:
    result = run("note", "north", "--quote", "three weeks", "--body", "Or *four*?", "--tag", "time")
    assert result.exit_code == 0
    assert (root / result.stdout.strip()).is_file()
    (record,) = added("north")
    assert record["quote"] == "three weeks"
    assert (record["kind"], record["body"], record["tags"]) == ("note", "Or *four*?", ["time"])
    assert (record["state"], record["annotator"]) == ("exact", "Mira")
    assert "signed Mira" in result.stderr


def test_the_typed_quote_may_differ_in_quote_marks_and_line_breaks(root: Path) -> None:
    words = ("--kind", "claim", "--speaker", "Ada Holm", "--speaker", "Bo", "--about", "nobody-hurt", "--cue", "said")
    assert run("note", "so", "--quote", "“the  radar\nworked,”", *words, "--annotator", "Ada").exit_code == 0
    (record,) = added("south")
    assert record["quote"] == '"The radar worked,"'
    assert (record["speaker"], record["cue"], record["annotator"]) == (["Ada Holm", "Bo"], "said", "Ada")


def test_a_quote_in_several_places_needs_its_occurrence_or_context(root: Path) -> None:
    result = run("note", "north", "--quote", "the", "--body", "x")
    assert result.exit_code == 2
    assert "--occurrence 1 to " in result.stderr
    assert run("note", "north", "--quote", "the", "--body", "x", "--occurrence", "99").exit_code == 2
    assert run("note", "north", "--quote", "the", "--body", "x", "--occurrence", "2").exit_code == 0
    assert run("note", "north", "--quote", "it", "--suffix", " said", "--body", "y").exit_code == 0
    text = (root / "articles/north.txt").read_text("utf-8")
    second, it = sorted(added("north"), key=lambda record: str(record["body"]))
    assert (second["state"], it["state"]) == ("exact", "exact")
    assert second["start"] == text.index("the", text.index("the") + 1)
    assert text[int(str(it["start"])) :].startswith("it said")


@pytest.mark.parametrize("stdin", ["", "\n", " \t\n\n"])
def test_an_empty_body_on_stdin_is_refused(root: Path, stdin: str) -> None:
    before = sorted(root.rglob("*"))
    result = run("note", "north", "--quote", "three weeks", "--body", "-", input=stdin)
    assert (result.exit_code, sorted(root.rglob("*"))) == (2, before)
    assert "the body on stdin is empty" in result.stderr


def test_a_note_on_an_annotation_an_article_or_a_proposition(root: Path) -> None:
    assert run("note", "south", "--on", "holm", "--body", "-", input="From\nstdin.\n").exit_code == 0
    assert run("note", "south", "--body", "All of it.").exit_code == 0
    assert run("note", "--about", "inquiry", "--body", "When?").exit_code == 0
    bodies = {str(record["body"]).strip(): record for record in added("south")}
    assert bodies["From\nstdin."]["on"] == "holm"
    assert bodies["All of it."]["quote"] == ""
    collation = read_collation(Workspace(root, root / "articles"))
    assert [note.annotation.about for note in collation.notes] == ["inquiry"]
    assert run("check").exit_code == 0


def test_a_proposition_may_be_named_by_its_sentence(root: Path) -> None:
    assert run("note", "north", "--about", "the radar of the Aurora failed.", "--body", "Who says?").exit_code == 0
    (record,) = [record for record in added("north") if record["body"] == "Who says?"]
    assert record["about"] == "radar-failed"


def test_the_places_of_a_quote_are_listed(root: Path) -> None:
    assert run("note", "south", "--quote", "radar").stderr == (
        "diptych: the quote is in 2 places; choose one with --occurrence 1 to 2: "
        '1 …ding, crew says The «radar» of the Aurora…, 2 …denied it. "The «radar» worked," she said.…\n'
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("north", "--quote", "elephants"), "the quote is not in north; copy it"),
        (("north",), "the record is empty"),
        ((), "the record needs a target"),
        (("--about", "inquiry", "--quote", "x"), "name the article first"),
        (("north", "--body", "x", "--on", "hrt"), 'called "hrt"; did you mean "hurt"?'),
        (("north", "--body", "x", "--prefix", "y"), "give the --quote too"),
        (("north", "--quote", "fog", "--kind", "rumour"), 'no kind is called "rumour"'),
        (("north", "--quote", "fog", "--about", "rumour"), 'no proposition "rumour"'),
        (("west", "--body", "x"), 'no article is called "west"'),
    ],
)
def test_a_wrong_record_is_refused_and_nothing_is_written(root: Path, words: tuple[str, ...], message: str) -> None:
    before = sorted(root.rglob("*"))
    result = run("note", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("disk", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_what_is_typed_may_have_another_unicode_form(
    tmp_path: Path, disk: str, typed: Literal["NFC", "NFD"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(coast_workspace(tmp_path, disk, disk, disk).root)
    words = ("Küste", "--quote", "größeren Häuser an", "--kind", "erwägung", "--about", "große-häuser", "--body", "x")
    result = run("note", *(normalize(typed, word) for word in words))
    assert (result.exit_code, result.stderr.split()[0]) == (0, "Added")
    filters = ("--about", "große-häuser", "--kind", "erwägung", "--article", "Küste", "--text", "größeren")
    records = json.loads(run("notes", "--json", *(normalize(typed, word) for word in filters)).stdout)
    listed, record = sorted(records, key=lambda record: str(record["id"]) != "häuser")
    assert (listed["id"], listed["state"]) == ("häuser", "exact")
    assert (record["state"], record["about"]) == ("exact", "große-häuser")
    assert normalize("NFC", record["quote"]) == "größeren Häuser an"
    assert run("note", normalize(typed, "Küste"), "--on", normalize(typed, "häuser"), "--body", "y").exit_code == 0
