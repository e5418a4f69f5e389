"""`diptych add`: documents become articles."""

import json
from pathlib import Path

import pytest
from command_line import run

_PAGE = """<title>Bridge closed</title><nav><a>Home</a></nav>
<p>The bridge will be closed for at least three weeks more, she said.</p>"""


def test_a_page_is_added_and_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(_PAGE, "utf-8")
    result = run("add", str(tmp_path / "page.html"), "--outlet", "The North")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "articles/bridge-closed.md",
        "  Bridge closed · The North",
        "  1 paragraph, 1 left out (--show-left-out lists them)",
    ]
    assert run("check").exit_code == 0
    assert "outlet: The North" in (root / "annotations/bridge-closed.yaml").read_text("utf-8")


def test_json_names_the_file(root: Path) -> None:
    (added,) = json.loads(run("add", "-", "--json", "--show-left-out", input=_PAGE.encode()).stdout)
    assert (added["id"], added["left_out"], added["left_out_texts"]) == ("bridge-closed", 1, ["Home"])
    assert Path(added["file"]).read_text("utf-8").startswith("The bridge will")


def test_a_text_comes_through_a_pipe(root: Path) -> None:
    result = run("add", "-", input="Words of a *text*\n\nMore")
    assert result.stdout.splitlines()[0] == "articles/words-of-a-text.txt"
    assert (root / "articles/words-of-a-text.txt").read_text("utf-8") == "Words of a *text*\n\nMore"


def test_one_that_cannot_be_added_does_not_stop_the_others(root: Path) -> None:
    (root / "new.txt").write_text("New words", "utf-8")
    result = run("add", "none.html", "new.txt")
    assert result.exit_code == 1
    assert result.stderr == "diptych: none.html: no such file; check the name\n"
    assert result.stdout.splitlines()[0] == "articles/new.txt"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("file:///etc/passwd", "file:///etc/passwd is not fetched: only http and https"),
        ("http://127.0.0.1:9/", "http://127.0.0.1:9/ is an address of this machine"),
        ("-", "stdin is empty"),
        ("articles", "articles: is not a file"),
    ],
)
def test_what_cannot_be_added_is_named(root: Path, document: str, message: str) -> None:
    result = run("add", document, input=b"")
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_changed_document_needs_update(root: Path) -> None:
    def add(text: str, *options: str) -> tuple[int, str]:
        (root / "page.html").write_text(f"<title>Bridge</title><p>{text}", "utf-8")
        result = run("add", "page.html", "--url", "https://n.example/a", *options)
        return result.exit_code, result.stdout.splitlines()[0]

    assert add("The bridge is closed.") == (0, "articles/bridge.md")
    assert run("note", "bridge", "--quote", "is closed", "--body", "Why?").exit_code == 0
    code, line = add("The bridge is shut.")
    assert (code, "--update" in line) == (1, True)
    code, line = add("The bridge is closed for good.", "--update")
    assert (code, "has the new text" in line) == (0, True)
    assert (root / "articles/bridge.md").read_text("utf-8") == "The bridge is closed for good.\n"
    assert run("check").exit_code == 0


_ITEM = "<item><title>{0}</title><link>https://n.example/{0}</link><pubDate>2026-11-26</pubDate></item>"
_FEED = f"<rss><channel>{''.join(map(_ITEM.format, ('one', 'two', 'three')))}</channel></rss>"


def test_entries_of_a_feed_are_listed_and_chosen(root: Path) -> None:
    (root / "a.rss").write_text(_FEED, "utf-8")
    result = run("add", "a.rss", "--entry", "3", "--entry", "1")
    assert (result.exit_code, result.stdout.splitlines()[::3]) == (0, ["articles/one.md", "articles/three.md"])
    assert run("add", "a.rss", "--list").stdout.splitlines() == [
        "   1  one · 26 November 2026 · here already",
        "   2  two · 26 November 2026",
        "   3  three · 26 November 2026 · here already",
    ]
    assert not (root / "articles/two.md").exists()
    entries = json.loads(run("add", "a.rss", "--list", "--json").stdout)
    assert [(entry["entry"], entry["known"], entry["url"][-3:]) for entry in entries][1] == (2, False, "two")


def test_an_entry_that_is_not_there_is_named(root: Path) -> None:
    (root / "a.rss").write_text(_FEED, "utf-8")
    result = run("add", "a.rss", "--entry", "4")
    assert (result.exit_code, "a.rss has 3, so there is no 4; --list shows them" in result.stderr) == (2, True)
    assert run("add", "none.rss", "--list").exit_code == 2
    assert "add it alone" in run("add", "a.rss", "b.rss", "--entry", "1").stderr


def test_what_was_left_out_is_listed_from_the_original_too(root: Path) -> None:
    (root / "page.html").write_text(_PAGE, "utf-8")
    run("add", "page.html")
    result = run("add", "--show-left-out", "articles/.originals/bridge-closed.html")
    assert result.stdout.splitlines() == [
        "articles/bridge-closed.md is this document already; nothing was written",
        "  Bridge closed",
        "  1 paragraph, 1 left out",
        "    - Home",
    ]


def test_corrections_are_of_one_document(root: Path) -> None:
    assert "add it alone" in run("add", "a.txt", "b.txt", "--title", "x").stderr


def test_nothing_is_added_to_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "there is no workspace around this folder" in run("add", "-", input="x").stderr
