"""The commands as a user types them, in a small workspace."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from tui.cli import diptych
from tui.commands.table import COMMANDS
from tui.model import Workspace
from tui.session.start import Start
from tui.storage.workspace.plain_loader import read_collation


@pytest.fixture
def root(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ferry.root)
    return ferry.root


def run(*words: str, **more: str) -> Result:
    result = CliRunner().invoke(diptych, words, **more)  # type: ignore[arg-type]
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


# check


def test_check_finds_nothing_wrong(root: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == "Quotes: 5 exact, 0 adjusted, 0 review, 0 orphan\n2 articles, 5 annotations, 0 errors\n"


def test_check_names_each_problem_with_its_place(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: bad\n    kind: rumour\n    quote: fog\n")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("annotations/north.yaml:19:11: ")
    assert "rumour" in result.stdout
    assert "2 articles, 5 annotations, 1 error\n" in result.stdout


def test_check_names_files_elsewhere_in_full(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(root / "annotations/north.yaml", "  - id: bad\n    kind: rumour\n    quote: fog\n")
    monkeypatch.chdir(root / "articles")
    assert run("check", str(root)).stdout.startswith(f"{root}/annotations/north.yaml:19:11: ")


def test_check_fails_where_a_quote_is_gone(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: lost\n    kind: claim\n    quote: elephants in the harbour\n")
    result = run("check")
    assert result.exit_code == 1
    assert "annotations/north.yaml:18: orphan: lost: “elephants in the harbour”\n" in result.stdout
    assert "Quotes: 5 exact, 0 adjusted, 0 review, 1 orphan\n" in result.stdout


def test_check_lists_every_anchor(root: Path) -> None:
    lines = run("check", "--anchors").stdout.splitlines()
    assert lines[0] == "annotations/north.yaml:5: exact articles/north.txt:3: hurt: “Nobody was hurt”"
    assert len(lines) == 7


def test_check_as_json(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: bad\n    kind: rumour\n    quote: fog\n")
    result = run("check", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["articles"] == ["north", "south"]
    assert found["annotations"][0] == {
        "id": "hurt",
        "article": "north",
        "kind": "claim",
        "state": "exact",
        "start": 90,
        "end": 105,
    }
    assert [(e["file"], e["line"], e["column"]) for e in found["errors"]] == [("annotations/north.yaml", 19, 11)]
    assert set(found["errors"][0]) == {"file", "line", "column", "message"}


def test_a_missing_workspace_is_one_line_and_status_2(root: Path) -> None:
    for command in ("check", "compare", "notes", "export"):
        result = run(command, "nowhere")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr == "diptych: nowhere: no such folder; check the name\n"
        assert run(command, "-w", "nowhere").stderr == result.stderr
        assert run(command, "-w", ".", "nowhere").exit_code == 2


# compare


def test_compare_as_a_table(root: Path) -> None:
    result = run("compare")
    assert result.exit_code == 0
    assert "A  Ferry runs aground in fog\nB  Radar failed before grounding, crew says\n" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    rows = {line[:30].strip(): line[30:].split() for line in result.stdout.splitlines()}
    assert rows["The radar of the Aurora failed"][0] == "disputed"
    assert rows["Nobody was hurt"] == ["single", "account", "▸1", "Ada", "Holm", "–"]
    assert result.stdout.endswith("1 disputed · 2 single account\n")


def test_compare_as_markdown_and_json(root: Path) -> None:
    assert (
        "| The radar of the Aurora failed | disputed | ? 1 The company | ▸ 1 ✗ 1 "
        in run("compare", "--markdown").stdout
    )
    found = json.loads(run("compare", "--json").stdout)
    assert found["accounts"] == ["north", "south"]
    row = next(row for row in found["propositions"] if row["id"] == "radar-failed")
    assert row["status"] == "disputed"
    assert row["cells"]["south"] == {
        "asserts": 1,
        "rejects": 1,
        "shares": 0,
        "neutral": 0,
        "speakers": ["Two crew members", "Ada Holm"],
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
def test_compare_chooses_rows(root: Path, options: tuple[str, ...], slugs: list[str]) -> None:
    found = json.loads(run("compare", "--json", *options).stdout)
    assert [row["id"] for row in found["propositions"]] == slugs


# notes


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
def test_notes_are_listed_by_choice(root: Path, options: tuple[str, ...], ids: list[str]) -> None:
    found = json.loads(run("notes", "--json", *options).stdout)
    assert [record["id"] for record in found] == ids
    text = run("notes", *options)
    assert text.stderr.startswith(f"{len(ids)} of ")
    assert all(f"  {name} " in text.stdout for name in ids)


def test_a_listed_record_is_whole(root: Path) -> None:
    record = json.loads(run("notes", "--json", "--tag", "radar").stdout)[0]
    assert record["file"] == "annotations/north.yaml"
    assert (record["state"], record["speaker"], record["tags"]) == ("exact", ["The company"], ["radar"])
    text = (root / "articles/north.txt").read_text("utf-8")
    assert text[record["start"] : record["end"]] == record["quote"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "rumour"), 'no kind is called "rumour"; there are claim, denial, agreement, note, no-comment'),
        (("--about", "radar-faild"), 'the codebook has no proposition "radar-faild"; did you mean "radar-failed"?'),
        (("--article", "nrth"), 'no article is called "nrth"; did you mean "north"?'),
        (("--article", ""), 'no article is called ""'),
    ],
)
def test_wrong_choices_are_said_with_what_is_right(root: Path, options: tuple[str, ...], said: str) -> None:
    result = run("notes", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"diptych: {said}\n")


# note


def added(root: Path, article: str) -> list[dict[str, object]]:
    shape = json.loads(run("notes", "--json", "--article", article).stdout)
    return [record for record in shape if not record["file"].endswith(f"annotations/{article}.yaml")]


def test_a_note_is_added_where_its_quote_stands(root: Path) -> None:
    result = run("note", "north", "--quote", "three weeks", "--body", "Or *four*?", "--tag", "time")
    assert result.exit_code == 0
    assert (root / result.stdout.strip()).is_file()
    (record,) = added(root, "north")
    assert record["quote"] == "three weeks"
    assert (record["kind"], record["body"], record["tags"]) == ("note", "Or *four*?", ["time"])
    assert (record["state"], record["annotator"]) == ("exact", "Mira")
    assert "signed Mira" in result.stderr


def test_a_claim_is_added_whatever_the_quote_marks_and_breaks_typed(root: Path) -> None:
    words = ("--kind", "claim", "--speaker", "Ada Holm", "--speaker", "Bo", "--about", "nobody-hurt", "--cue", "said")
    assert run("note", "so", "--quote", "“the  radar\nworked,”", *words, "--annotator", "Ada").exit_code == 0
    (record,) = added(root, "south")
    assert record["quote"] == '"The radar worked,"'
    assert (record["speaker"], record["cue"], record["annotator"]) == (["Ada Holm", "Bo"], "said", "Ada")


def test_a_quote_in_several_places_needs_to_be_told_apart(root: Path) -> None:
    result = run("note", "north", "--quote", "the", "--body", "x")
    assert result.exit_code == 2
    assert "--occurrence 1 to " in result.stderr
    assert run("note", "north", "--quote", "the", "--body", "x", "--occurrence", "99").exit_code == 2
    assert run("note", "north", "--quote", "the", "--body", "x", "--occurrence", "2").exit_code == 0
    assert run("note", "north", "--quote", "it", "--suffix", " said", "--body", "y").exit_code == 0
    text = (root / "articles/north.txt").read_text("utf-8")
    second, it = sorted(added(root, "north"), key=lambda record: str(record["body"]))
    assert (second["state"], it["state"]) == ("exact", "exact")
    assert text[int(str(it["start"])) :].startswith("it said")


def test_notes_on_an_annotation_an_article_and_a_proposition(root: Path) -> None:
    assert run("note", "south", "--on", "holm", "--body", "-", input="From\nstdin.\n").exit_code == 0
    assert run("note", "south", "--body", "All of it.").exit_code == 0
    assert run("note", "--about", "inquiry", "--body", "When?").exit_code == 0
    bodies = {str(record["body"]).strip(): record for record in added(root, "south")}
    assert bodies["From\nstdin."]["on"] == "holm"
    assert bodies["All of it."]["quote"] == ""
    collation = read_collation(Workspace(root, root / "articles"))
    assert [note.annotation.about for note in collation.notes] == ["inquiry"]
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("north", "--quote", "elephants"), "the quote does not stand in north; copy it"),
        (("north",), "the record says nothing"),
        ((), "nothing to add a record to"),
        (("--about", "inquiry", "--quote", "x"), "name the article first"),
        (("north", "--body", "x", "--on", "hrt"), 'called "hrt"; did you mean "hurt"?'),
        (("north", "--body", "x", "--prefix", "y"), "give the --quote too"),
        (("north", "--quote", "fog", "--kind", "rumour"), 'no kind is called "rumour"'),
        (("north", "--quote", "fog", "--about", "rumour"), 'no proposition "rumour"'),
        (("west", "--body", "x"), 'no article is called "west"'),
    ],
)
def test_a_record_that_cannot_be_is_refused_and_nothing_written(root: Path, words: tuple[str, ...], said: str) -> None:
    before = sorted(root.rglob("*"))
    result = run("note", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(root.rglob("*")) == before


# export


def test_export_to_stdout_and_to_a_file(root: Path) -> None:
    document = run("export").stdout
    assert document.startswith("# Accounts compared\n")
    result = run("export", "-f", "markdown", "-o", "notes.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (root / "notes.md").read_text("utf-8") == document
    assert run("export", "-o", "-").stdout == document


def test_every_quote_of_the_sample_is_in_its_export(sample: Workspace) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(run("export", str(sample.root)).stdout)
    quoted, depth = set(), 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quoted.add("".join(child.content for child in token.children or ()))
    collation = read_collation(sample)
    quotes = {p.annotation.quote for account in collation.accounts for p in account.placed} - {""}
    assert len(quotes) > 100
    assert quoted == quotes


def test_export_overwrites_only_when_forced(root: Path) -> None:
    (root / "notes.md").write_text("mine", "utf-8")
    result = run("export", "-o", "notes.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("diptych: notes.md: ")
    assert (root / "notes.md").read_text("utf-8") == "mine"
    assert run("export", "-o", "notes.md", "--force", "--title", "Ferry").exit_code == 0
    assert (root / "notes.md").read_text("utf-8").startswith("# Ferry\n")


def test_export_filters_and_groups(root: Path) -> None:
    document = run("export", "--kind", "denial", "--group-by", "speaker").stdout
    assert "Only what matches: kind denial" in document
    assert "## By speaker\n\n### Ada Holm\n" in document
    assert "Nobody was hurt" not in document
    assert run("export", "-f", "pdf").exit_code == 2


# read


def test_without_a_terminal_the_reader_is_linear_text(root: Path) -> None:
    for words in ((), (".",), (str(root),), ("read",), ("read", "--plain"), ("--plain",), ("-w", ".")):
        result = run(*words)
        assert result.exit_code == 0
        assert "A  Ferry runs aground in fog" in result.stdout
        assert "B  Radar failed before grounding, crew says" in result.stdout


def test_articles_are_named_one_by_one(root: Path) -> None:
    result = run("articles/south.txt")
    assert "A  Radar failed" in result.stdout
    assert "Ferry runs" not in result.stdout
    both = run("articles/south.txt", "articles/north.txt").stdout
    assert both.index("A  Radar failed") < both.index("B  Ferry runs")
    assert run("-w", ".", "south").stdout == result.stdout


def test_ascii_and_width(root: Path) -> None:
    lines = run("read", "--ascii", "--width", "40").stdout.splitlines()
    assert lines[0] == "-" * 40
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize(
    ("words", "ids", "annotator", "ascii_only"),
    [
        ((), ("north", "south"), "Mira", False),
        (("--annotator", "Ada", "--ascii"), ("north", "south"), "Ada", True),
        (("articles/south.txt", "articles/north.txt"), ("south", "north"), "Mira", False),
        (("-w", ".", "sou"), ("south",), "Mira", False),
    ],
)
def test_in_a_terminal_the_reader_opens(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    ids: tuple[str, ...],
    annotator: str,
    ascii_only: bool,
) -> None:
    opened: list[tuple[object, ...]] = []

    def open_reader(start: Start) -> int:
        opened.append((start.workspace.root, start.articles, start.annotator, start.config.ascii))
        return 3

    monkeypatch.setattr("tui.commands.read.is_interactive", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=open_reader))
    assert run(*words).exit_code == 3
    assert opened == [(root, ids, annotator, ascii_only)]


def test_the_first_problem_is_said_beside_the_results(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: bad\n    kind: rumour\n    quote: fog\n  - id: worse\n")
    result = run("notes")
    assert result.exit_code == 0
    assert result.stderr.startswith("diptych: annotations/north.yaml:19:11: ")
    assert "(and 2 more; see diptych check)\n5 of 5 records" in result.stderr


def test_what_is_nothing_is_said(root: Path) -> None:
    assert run("chekc").stderr == 'diptych: there is no file, folder or command "chekc"; did you mean "check"?\n'
    assert run("articles/x.txt", "articles/south.txt").exit_code == 2
    assert run(".", "articles/south.txt").exit_code == 2
    assert run("chekc").exit_code == 2


def test_a_file_called_like_a_command_needs_its_folder(root: Path) -> None:
    (root / "check").mkdir()
    (root / "check/articles").mkdir()
    (root / "check/articles/one.txt").write_text("Only one", "utf-8")
    assert "Quotes: 5 exact" in run("check").stdout
    assert "A  Only one" in run("./check").stdout


def test_outside_a_workspace_there_is_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert "bundled sample" in result.stderr
    assert result.exit_code == 0


# what comes from outside


def test_nothing_from_outside_commands_the_terminal(root: Path) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e"
    (root / "articles/evil.txt").write_text(f"Title {evil}\n\nSome words {evil}.\n", "utf-8")
    quoted = json.dumps(f"words {evil}")
    (root / "annotations/evil.yaml").write_text(
        f"article: evil\noutlet: {quoted}\nannotations:\n"
        f"  - {{id: e, kind: claim, speaker: {quoted}, quote: {quoted}, body: {quoted}, cue: {quoted}}}\n"
        f"  - {{id: {quoted}, kind: {quoted}, quote: x}}\n",
        "utf-8",
    )
    commands = (("check",), ("check", "--anchors"), ("check", "--json"), ("notes",), ("notes", "--json"))
    for words in (*commands, ("compare",), ("compare", "--json"), ("read",), ("notes", "--kind", evil)):
        output = run(*words).output
        assert not set(output) & set("\x1b\x07\x9b\u202e")


# help and docs


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_help_has_an_example(name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert "Example:\n" in result.stdout
    assert "\n    diptych" in result.stdout


def test_the_docs_name_every_command_and_option() -> None:
    text = (Path(__file__).parents[3] / "docs/commands.md").read_text("utf-8")
    sections = {part.split("\n")[0].strip("` "): part for part in text.split("\n## ")[1:]}
    for name in COMMANDS:
        command = diptych.get_command(click.Context(diptych), name)
        assert command is not None
        section = sections[f"diptych {name}"]
        assert "```" in section
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("-")}
        assert {option for option in options if f"`{option}`" not in section} == set()
