"""The options that several commands share."""

from pathlib import Path

import pytest
from collations import codebook
from command_line import append, run

from tui.commands.options import filter_from_options, resolve_article, resolve_proposition, resolve_workspace
from tui.errors import UsageError
from tui.model import Workspace
from tui.storage.workspace.plain_loader import read_collation


def test_a_missing_workspace_is_one_line_and_status_2(root: Path) -> None:
    for command in ("check", "compare", "notes", "export"):
        result = run(command, "nowhere")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr == "diptych: nowhere: no such folder; check the name\n"
        assert run(command, "-w", "nowhere").stderr == result.stderr
        assert run(command, "-w", ".", "nowhere").exit_code == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--kind", "rumour"), 'no kind is called "rumour"; there are claim, denial, agreement, note, no-comment'),
        (("--about", "radar-faild"), 'the codebook has no proposition "radar-faild"; did you mean "radar-failed"?'),
        (("--article", "nrth"), 'no article is called "nrth"; did you mean "north"?'),
        (("--article", ""), 'no article is called ""'),
        (("--speaker", "Ada Hulm"), 'no record has the speaker "Ada Hulm"; did you mean "Ada Holm"?'),
        (("--tag", "rader"), 'no record has the tag "rader"; did you mean "radar"?'),
        (("--via", "TASS"), 'no record has the reporter "TASS"; there are none'),
    ],
)
def test_a_wrong_value_is_reported_with_the_right_ones(root: Path, options: tuple[str, ...], message: str) -> None:
    for command in ("notes", "export"):
        result = run(command, *options)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"diptych: {message}\n")


def test_a_value_is_not_refused_if_a_file_that_may_have_it_cannot_be_read(root: Path) -> None:
    (root / "annotations/south.yaml").write_text("records: [\n")
    for options in ((), ("--article", "north")):
        result = run("notes", *options, "--tag", "rader")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.count("south.yaml") == 1
        assert result.stderr.endswith("rader\n")


@pytest.mark.parametrize("option", ["--speaker", "--tag", "--via"])
def test_an_empty_value_matches_nothing_and_is_not_refused(root: Path, option: str) -> None:
    result = run("notes", option, "")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("0 of 5 records")


def test_a_tag_of_another_article_is_known(root: Path) -> None:
    result = run("notes", "--article", "south", "--tag", "radar", "--json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "[]\n", "")


def test_a_proposition_may_be_named_by_its_sentence() -> None:
    book = codebook({"aid": "The aid  came.", "talks": "Talks took place"})
    for name in ("aid", "The aid came.", "the aid came"):
        assert resolve_proposition(book, name) == "aid"
    with pytest.raises(UsageError, match='no proposition "The aid"'):
        resolve_proposition(book, "The aid")


def test_the_first_errors_are_reported_on_stderr(root: Path) -> None:
    append(root / "annotations/north.yaml", "  - id: bad\n    kind: rumour\n    quote: fog\n  - id: worse\n")
    (root / "annotations/north.yml").write_text("")
    result = run("notes")
    assert result.exit_code == 0
    lines = result.stderr.splitlines()
    assert lines[0] == "diptych: annotations/north.yml: is not read; rename it to north.yaml"
    assert lines[1].startswith("diptych: annotations/north.yaml:19:11: unknown kind")
    assert lines[3:] == ["diptych: and 1 more; see diptych check", "6 of 6 records"]


ORPHANS = "annotations/north.yaml: belongs to no article; probably that is articles/port.txt now: "


@pytest.mark.parametrize("command", ["notes", "compare", "export", "read --plain", "notes --article south"])
def test_every_command_reports_annotations_without_an_article(root: Path, command: str) -> None:
    (root / "articles/north.txt").rename(root / "articles/port.txt")
    result = run(*command.split())
    assert (result.exit_code, result.stderr.startswith(f"diptych: {ORPHANS}")) == (0, True)


def test_a_check_fails_for_annotations_without_an_article(root: Path) -> None:
    (root / "articles/north.txt").rename(root / "articles/port.txt")
    result = run("check")
    assert (result.exit_code, result.stdout.startswith(ORPHANS)) == (1, True)


def test_outside_a_workspace_the_sample_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert "bundled sample" in result.stderr
    assert result.exit_code == 0


def test_one_workspace_may_be_named_twice_but_not_two(ferry: Workspace, tmp_path: Path) -> None:
    assert resolve_workspace(ferry.root, ferry.root) == ferry
    with pytest.raises(UsageError, match="named twice"):
        resolve_workspace(ferry.root, tmp_path)


def test_the_workspace_around_the_current_folder_is_the_default(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "articles")
    assert resolve_workspace(None).root == root


@pytest.mark.parametrize("name", ["north", "articles/north.txt", "north.txt", "no"])
def test_an_article_is_named_by_id_file_or_unique_prefix(ferry: Workspace, name: str) -> None:
    assert resolve_article(ferry, name) == "north"


def test_a_prefix_of_two_articles_is_refused_unless_it_is_an_id(ferry: Workspace) -> None:
    for name in ("northern.txt", "nor.txt"):
        (ferry.root / "articles" / name).write_text("More.", "utf-8")
    assert resolve_article(ferry, "nor") == "nor"
    with pytest.raises(UsageError, match='"no" begins the names of 3 articles; write more of it'):
        resolve_article(ferry, "no")


def test_options_of_one_name_are_alternatives(ferry: Workspace) -> None:
    values = dict.fromkeys(("speakers", "about", "annotators", "tags"), ())
    collation = read_collation(ferry)
    condition = filter_from_options(ferry, collation, kinds=("claim", "denial"), articles=("so",), text="", **values)
    assert (condition.kinds, condition.articles) == (("claim", "denial"), ("south",))


def test_it_ends_with_2_if_no_article_can_be_read(root: Path) -> None:
    for file in (root / "articles").iterdir():
        file.write_bytes(b"\xff")
    result = run("notes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("diptych: articles/north.txt:")
    assert len(result.stderr.splitlines()) == 2
