"""`diptych import`: a preview, all or nothing, and nothing twice."""

import errno
import json
from pathlib import Path
from unittest import mock

import pytest
from command_line import run

from tui.storage.files.os_calls import OsCalls
from tui.storage.files.unfinished_change import journal_path
from tui.storage.workspace.discovery import open_workspace


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def hypothesis(name: str, quote: str, uri: str = "http://x.example/north", **more: object) -> dict[str, object]:
    selector = [{"type": "TextQuoteSelector", "exact": quote}]
    return {"id": name, "uri": uri, "user": "acct:ada@x", "target": [{"selector": selector}], "text": "B", **more}


@pytest.fixture
def found(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = (root / "articles" / "north.txt").read_text("utf-8")
    quote = next(line for line in text.splitlines() if len(line.split()) > 6)[:40].strip()
    rows = [
        hypothesis("h1", quote),
        hypothesis("h2", "words that nobody wrote anywhere"),
        hypothesis("h3", "x", "http://y.example"),
    ]
    path = tmp_path_factory.mktemp("found") / "h.json"
    path.write_text(json.dumps({"rows": rows}))
    assert run("import", str(path), "--dry-run").stdout.startswith("0 new, 0 known, 0 without a place")
    return path


def test_the_preview_changes_nothing_and_says_what_would_come(root: Path, found: Path) -> None:
    before = contents(root)
    result = run("import", str(found), "--article", "north", "--dry-run")
    assert contents(root) == before
    assert result.stdout.splitlines()[0] in (
        "1 new, 0 known, 2 without a place",
        "2 new (1 to review), 0 known, 1 without a place",
    )
    assert "without a place: north: “words that nobody wrote anywhere”" in result.stdout
    assert result.stderr == f"Would write 3 files in {root / 'annotations'}\n"
    assert result.exit_code == 1


def test_nothing_is_imported_twice(root: Path, found: Path) -> None:
    run("import", str(found), "--article", "north")
    after = contents(root)
    result = run("import", str(found), "--article", "north")
    assert (result.stdout, result.stderr, result.exit_code) == (
        "0 new, 3 known, 0 without a place\n",
        "Nothing to import\n",
        0,
    )
    assert contents(root) == after
    records = [record for record in json.loads(run("notes", "--json").stdout) if "source_id" in record]
    assert [(record["annotator"], record["body"]) for record in records] == [("ada", "B")] * 3
    assert run("check").exit_code in (0, 1)


def test_articles_that_are_not_here_are_named(root: Path, found: Path) -> None:
    result = run("import", str(found))
    assert "3 annotations of articles that are not here" in result.stdout
    assert "  http://x.example/north\n  http://y.example\n" in result.stdout
    assert result.exit_code == 1


def test_all_is_written_or_nothing(root: Path, found: Path) -> None:
    before = contents(root)
    real, calls = OsCalls.write, iter(range(99))

    def write(self: OsCalls, descriptor: int, content: memoryview) -> int:
        if next(calls) == 2:  # after the journal and the first record
            raise OSError(errno.ENOSPC, "full")
        return real(self, descriptor, content)

    with mock.patch.object(OsCalls, "write", write):
        result = run("import", str(found), "--article", "north")
    assert result.exit_code != 0
    assert "full" in result.stderr
    assert contents(root) == before


def test_a_change_that_is_unfinished_comes_first(root: Path, found: Path) -> None:
    journal_path(open_workspace(root)).write_text("{}")
    result = run("import", str(found))
    assert (result.exit_code, "an earlier change is unfinished" in result.stderr) == (2, True)


def test_json_says_what_becomes_of_each(root: Path, found: Path) -> None:
    shape = json.loads(run("import", str(found), "--article", "north", "--annotator", "Mira", "--json").stdout)
    assert [(each["outcome"], each["article"], each["annotator"]) for each in shape["annotations"]] == [
        ("new", "north", "Mira")
    ] * 3
    assert shape["annotations"][1]["state"] == "orphan"
    assert [shape[part] for part in ("propositions", "kinds", "speakers", "annotators")] == [[], [], [], []]


@pytest.mark.parametrize("suffix", ["json", "jsonld", "csv"])
def test_an_export_comes_back_into_an_empty_workspace(root: Path, tmp_path: Path, suffix: str) -> None:
    export, empty = tmp_path / f"all.{suffix}", tmp_path / "empty"
    run("export", "-o", str(export))
    (empty / "articles").mkdir(parents=True)
    for article in (root / "articles").iterdir():
        (empty / "articles" / article.name).write_bytes(article.read_bytes())
    result = run("import", str(export), "-w", str(empty))
    assert "for the codebook: 3 propositions" in result.stdout
    same, other = (json.loads(run("notes", "--json", "-w", str(each)).stdout) for each in (root, empty))
    for record in (*same, *other):
        del record["file"], record["line"]
    key = "article", "id"
    assert sorted(other, key=lambda each: [each[name] for name in key]) == sorted(
        same, key=lambda each: [each[name] for name in key]
    )
    figures = run("import", str(export), "-w", str(empty)).stdout
    assert figures == f"0 new, {len(same)} known, 0 without a place\n"


def test_a_csv_export_that_comes_back_where_it_is_from_changes_nothing(root: Path, tmp_path: Path) -> None:
    export, before = tmp_path / "all.csv", contents(root)
    run("export", "-o", str(export))
    assert run("import", str(export), "--update").stdout.endswith(" known, 0 without a place\n")
    assert contents(root) == before


def test_notes_of_obsidian_come_back_once(root: Path, tmp_path: Path) -> None:
    vault, before = tmp_path / "vault", contents(root)
    run("export", "-f", "obsidian", "-o", str(vault))
    assert run("import", str(vault / "articles")).stdout.startswith("0 new, ")
    assert contents(root) == before
    note = next((vault / "articles").iterdir())
    note.write_text(note.read_text("utf-8") + "\n> [!quote]\n> nowhere at all to be found\n", "utf-8")
    assert run("import", str(note)).stdout.startswith("0 new, ")
    assert "nowhere at all to be found" in run("notes", "--json").stdout
    assert run("import", str(vault / "articles")).stdout.splitlines()[0].endswith(" known, 0 without a place")


def test_records_whose_ids_no_block_can_have_come_back_once(root: Path, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    records = root / "annotations" / "south.yaml"
    text = records.read_text("utf-8")
    for old, new in (("crew", "a_b c"), ("holm", "é=&%"), ("agreed", "hurt")):
        text = text.replace(f"id: {old}", f'id: "{new}"')
    records.write_text(text, "utf-8")
    run("export", "-f", "obsidian", "-o", str(vault))
    before = contents(root)
    assert run("import", str(vault / "articles")).stdout.startswith("0 new, 5 known, 0 without a place")
    assert contents(root) == before


def test_a_table_is_imported_by_its_columns(root: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Text,Comment\nnowhere at all to be found,'=1+1\n")
    assert "--map quote=COLUMN: Text, Comment" in run("import", str(table)).stderr
    words = ("import", str(table), "--map", "quote=Text", "--map", "body=Comment", "--article", "north")
    assert run(*words).stdout.startswith("0 new, 0 known, 1 without a place")
    assert run(*words).stdout == "0 new, 1 known, 0 without a place\n"
    (record,) = [each for each in json.loads(run("notes", "--json").stdout) if "source_id" in each]
    assert (record["quote"], record["body"]) == ("nowhere at all to be found", "=1+1")


@pytest.mark.parametrize("words", [["colour=x"], ["quote"], ["quote=Txt"]])
def test_a_mapping_that_fits_nothing_is_refused(root: Path, tmp_path: Path, words: list[str]) -> None:
    table, before = tmp_path / "t.csv", contents(root)
    table.write_text("Text\na\n")
    result = run("import", str(table), "--map", *words)
    assert result.exit_code == 2
    assert "write FIELD=COLUMN; the fields are id, article" in result.stderr or "it has Text" in result.stderr
    assert contents(root) == before


def test_a_mapping_is_for_tables_alone(root: Path, found: Path) -> None:
    assert "--map is for the columns of CSV" in run("import", str(found), "--map", "quote=Text").stderr


def test_a_later_version_is_taken_if_asked(root: Path, tmp_path: Path) -> None:
    export = tmp_path / "all.json"
    run("export", "-o", str(export))
    export.write_text(export.read_text().replace('"body": ""', '"body": "Later"'))
    result = run("import", str(export))
    assert "--update takes the file's version" in result.stdout
    assert "Later" not in run("notes", "--json").stdout
    result = run("import", str(export), "--update")
    assert "they are updated" in result.stdout
    assert '"body": "Later"' in run("notes", "--json").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.json"], "nowhere.json: is not there"),
        (["articles/north.txt"], "articles/north.txt: is in no format that is known; name its format, one of json"),
        (["articles"], "has no file to import"),
        ([], "missing argument"),
    ],
)
def test_what_cannot_be_imported_is_told_in_a_line(root: Path, words: list[str], message: str) -> None:
    result = run("import", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_corpus_of_brat_comes_back_byte_for_byte(root: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    text = (root / "articles" / "north.txt").read_text("utf-8")
    end = len(text.split()[0])
    ann = f"T1\tPerson 0 {end}\t{text[:end]}\nA1\tSeen T1\n#1\tAnnotatorNotes T1\tWho?\n"
    (corpus / "north.ann").write_text(ann)
    (corpus / "north.txt").write_text(text, "utf-8")
    assert run("import", str(corpus)).stdout == "1 new, 0 known, 0 without a place\nfor the codebook: 1 kind\n"
    assert run("import", str(corpus)).stdout == "0 new, 1 known, 0 without a place\n"
    run("export", "-f", "brat", "--kind", "Person", "-o", str(tmp_path / "again"))
    assert (tmp_path / "again" / "north.ann").read_text() == ann
