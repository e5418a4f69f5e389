"""`diptych suggest`: drafts of who says what."""

import json
from pathlib import Path

import pytest
from command_line import run

TEXT = "The mayor Ana Ruiz left. “It is late,” Ruiz said. Ruiz wanted a bridge.\n"


@pytest.fixture(autouse=True)
def _article(root: Path) -> None:
    (root / "articles/harbour.txt").write_text(TEXT, encoding="utf-8")


def test_drafts_of_one_article_with_a_count() -> None:
    result = run("suggest", "harbour")
    assert [line.strip() for line in result.stdout.splitlines() if "claim" in line] == [
        "0.99  claim  Ana Ruiz (“Ruiz”): said  [quotation before]",
        "0.62  claim  Ana Ruiz (“Ruiz”): wanted  [object]",
    ]
    assert result.stderr == "2 drafts in 1 article\n"


def test_only_the_surest_as_json() -> None:
    (shape,) = json.loads(run("suggest", "harbour", "--min-score", "0.9", "--json").stdout)
    assert (shape["article"], shape["speaker"], shape["as"], shape["kind"]) == (
        "harbour",
        ["Ana Ruiz"],
        "Ruiz",
        "claim",
    )
    assert [TEXT[start:end] for start, end in shape["spans"]] == ["“It is late,”"]


def test_explained() -> None:
    result = run("suggest", "harbour", "--explain", "--min-score", "0.9")
    assert "“said” reports the quotation before the cue" in " ".join(result.stdout.split())


def test_all_articles_without_a_name() -> None:
    articles = {shape["article"] for shape in json.loads(run("suggest", "--json").stdout)}
    assert {"harbour", "north"} <= articles


def test_nothing_is_written(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    run("suggest")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("nowhere",), 'no article is called "nowhere"'), (("--min-score", "2"), "2.0 is not in the range 0<=x<=1")],
)
def test_wrong_use(arguments: tuple[str, ...], message: str) -> None:
    result = run("suggest", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_article_in_german_and_one_in_a_language_without_a_lexicon(root: Path) -> None:
    german = "Die Brücke ist alt, sagte Ruiz am Montag. Sie wird nicht mehr gebaut, und das ist gut für die Stadt.\n"
    (root / "articles/bridge.txt").write_text(german, encoding="utf-8")
    (shape,) = json.loads(run("suggest", "bridge", "--json").stdout)
    assert (shape["speaker"], shape["quote"]) == (["Ruiz"], "Die Brücke ist alt")
    dutch = "De brug is oud, zei Ruiz. Zij wordt niet meer gebouwd en dat is ook goed voor de stad van het meer.\n"
    (root / "articles/bridge.txt").write_text(dutch, encoding="utf-8")
    result = run("suggest", "bridge", "--json")
    assert json.loads(result.stdout) == []
    assert result.stderr.startswith(
        "diptych: bridge seems to be in nl, which has no lexicon; add annotations/lexicon.nl"
    )


def test_words_that_the_workspace_adds(root: Path) -> None:
    (root / "articles/harbour.txt").write_text("The mayor blabbed that it is late.\n", encoding="utf-8")
    assert json.loads(run("suggest", "harbour", "--json").stdout) == []
    file = root / "annotations/lexicon.en.toml"
    file.write_text('[verbs]\nsay = "blab"\n', encoding="utf-8")
    (shape,) = json.loads(run("suggest", "harbour", "--json").stdout)
    assert shape["cue"] == "blabbed"
    file.write_text('[verbs]\nsays = "blab"\n', encoding="utf-8")
    result = run("suggest", "harbour")
    assert result.exit_code == 2
    assert 'lexicon.en.toml:2: [verbs] has no key "says"; write "say" if that is meant' in " ".join(
        result.stderr.split()
    )
