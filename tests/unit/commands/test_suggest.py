"""`diptych suggest`: drafts of who says what."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

TEXT = "The mayor Ana Ruiz left. “It is late,” Ruiz said. Ruiz wanted a bridge.\n"


@pytest.fixture(autouse=True)
def _article(root: Path) -> None:
    (root / "articles/harbour.txt").write_text(TEXT, encoding="utf-8")
    (root / "articles/long.txt").write_text("“The bridge is late by a year,” Ana Ruiz said.\n", encoding="utf-8")


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


def test_a_draft_names_the_nearest_propositions() -> None:
    (shape,) = json.loads(run("suggest", "harbour", "--min-score", "0.9", "--json").stdout)
    assert [set(near) for near in shape["about"]] == [{"id", "score", "why"}] * len(shape["about"])
    assert (shape["new"], shape["marked"]) == ("It is late", False)


def test_accepted_drafts_are_records_and_accepted_once(root: Path) -> None:
    arguments = ("suggest", "harbour", "--min-score", "0.9", "--accept", "--annotator", "Mira")
    before = sorted(root.rglob("*"))
    preview = run(*arguments, "--dry-run")
    assert preview.stdout.splitlines() == [
        "harbour  claim  Ana Ruiz: “It is late”",
        "1 accepted, 0 marked or refused before, 0 without a speaker",
    ]
    assert preview.stderr == "Would save 1 record, signed Mira\n"
    assert sorted(root.rglob("*")) == before
    assert run(*arguments).stderr == "Saved 1 record, signed Mira\n"
    (record,) = json.loads(run("notes", "--article", "harbour", "--json").stdout)
    assert (record["quote"], record["suggested"], record["annotator"]) == ("It is late", "quotation before", "Mira")
    assert run(*arguments).stdout == "0 accepted, 1 marked or refused before, 0 without a speaker\n"
    (shape,) = json.loads(run("suggest", "harbour", "--min-score", "0.9", "--json").stdout)
    assert shape["marked"] is True


def test_new_propositions_go_into_the_codebook() -> None:
    arguments = ("suggest", "long", "--accept", "--link", "new", "--annotator", "Mira", "--json")
    (shape,) = json.loads(run(*arguments).stdout)
    assert (shape["about"], shape["new"]) == ("bridge-late-by-year", "The bridge is late by a year")
    assert '"bridge-late-by-year"' in run("propositions", "--json").stdout


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        (
            "tagger.json",
            json.dumps([{"article": "harbour", "kind": "denial", "quote": "It is late", "speaker": "Ruiz"}]),
            "tagger.json",
        ),
        (
            "page.jsonld",
            json.dumps(
                {
                    "@context": "http://www.w3.org/ns/anno.jsonld",
                    "id": "http://x.example/1",
                    "type": "Annotation",
                    "creator": {"type": "Software", "name": "tagger"},
                    "body": {"type": "TextualBody", "purpose": "tagging", "value": "denial"},
                    "target": {
                        "source": "http://x.example/harbour.txt",
                        "selector": {"type": "TextQuoteSelector", "exact": "It is late"},
                    },
                }
            ),
            "page.jsonld",
        ),
        (
            "harbour.ann",
            "T1\tdenial 26 36\tIt is late\nT2\tPerson 39 43\tRuiz\nE1\tdenial:T1 Source:T2\n",
            "harbour.ann",
        ),
    ],
)
def test_drafts_of_other_programs_are_shown(root: Path, name: str, content: str, rule: str) -> None:
    (root / name).write_text(content, encoding="utf-8")
    (root / "harbour.txt").write_text(TEXT, encoding="utf-8")
    shapes = json.loads(run("suggest", "--from", str(root / name), "--json").stdout)
    shape = next(shape for shape in shapes if shape["kind"] == "denial")
    assert (shape["article"], shape["quote"], shape["rule"]) == ("harbour", "It is late", rule)


def test_drafts_of_another_program_are_signed_with_its_name(root: Path) -> None:
    draft = {"article": "harbour", "kind": "denial", "quote": "It is late", "speaker": "Ruiz", "rule": "cue"}
    lost = {"article": "harbour", "kind": "claim", "quote": "words of nobody at all"}
    file = root / "tagger.json"
    file.write_text(json.dumps([draft, lost]), encoding="utf-8")
    result = run("suggest", "--from", str(file), "--accept")
    assert result.stderr == (
        "diptych: left out 1 draft with words that no article has\nSaved 1 record, signed machine:tagger\n"
    )
    (record,) = json.loads(run("notes", "--article", "harbour", "--json").stdout)
    assert (record["annotator"], record["suggested"], record["kind"]) == ("machine:tagger", "cue", "denial")


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


def test_what_only_some_drafts_need_is_not_loaded_with_the_command() -> None:
    code = "import sys; import tui.commands.suggest; print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    needed = {"tui.session.linked_drafts", "tui.session.foreign_drafts", "tui.session.saved_changes"}
    needed |= {"hashlib", "secrets", "tomllib"}
    assert not needed & {*process.stdout.split()}


def test_a_link_without_accepting_is_refused() -> None:
    result = run("suggest", "harbour", "--link", "new")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--link is for --accept" in result.stderr


def test_an_article_without_drafts_is_not_listed(root: Path) -> None:
    (root / "articles/still.txt").write_text("Still water\n\nNothing moves.\n", encoding="utf-8")
    lines = run("suggest", "still", "long").stdout.splitlines()
    assert [line[0] for line in lines if line[:1].strip()] == ["B"]


def test_words_for_an_unknown_speaker_follow_that_there_is_none(root: Path) -> None:
    (root / "articles/still.txt").write_text("They agreed that the bridge is late.\n", encoding="utf-8")
    assert "agreement  no name (“They”): agreed that" in run("suggest", "still").stdout
