"""What a list of articles says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coast_workspace import coast_workspace

from tui.storage.workspace.catalogue import read_entry

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Workspace


def test_the_byline_and_the_propositions_come_from_the_list(ferry: Workspace) -> None:
    entry = read_entry(ferry, "north", blind=False)
    assert entry.title == "Ferry runs aground in fog"
    assert entry.byline.outlet == "The North"
    assert entry.about == {"nobody-hurt", "radar-failed"}


def test_a_title_in_the_list_goes_before_the_first_line(ferry: Workspace) -> None:
    ferry.list_file("north").write_text('title: "Fog: a report"\ndate: 2016-12-29\n', encoding="utf-8")
    entry = read_entry(ferry, "north", blind=False)
    assert (entry.title, entry.byline.date, entry.about) == ("Fog: a report", "2016-12-29", frozenset())


def test_records_of_their_own_count_too(ferry: Workspace) -> None:
    folder = ferry.records("north")
    folder.mkdir()
    (folder / "mira.x.yaml").write_text('id: x\nkind: claim\n"about": "inquiry"\n', encoding="utf-8")
    (folder / "other.txt").write_text("about: nothing\n", encoding="utf-8")
    assert read_entry(ferry, "north", blind=False).about == {"nobody-hurt", "radar-failed", "inquiry"}


def test_an_article_without_annotations_has_its_first_line(ferry: Workspace) -> None:
    (ferry.articles / "plain.md").write_bytes(b"\xef\xbb\xbf\r\n  A title \r\nand more")
    entry = read_entry(ferry, "plain", blind=False)
    assert (entry.title, entry.about) == ("A title", frozenset())


def test_what_cannot_be_read_has_its_name(ferry: Workspace) -> None:
    ferry.list_file("north").write_text("title: [not, a, scalar\n", encoding="utf-8")
    (ferry.articles / "north.txt").unlink()
    assert read_entry(ferry, "north", blind=False).title == "north"


def test_words_about_something_are_no_proposition(ferry: Workspace) -> None:
    body = "annotations:\n- id: a\n  body: It is about: radar\n  about: inquiry  # why\n- about: nobody-hurt\n"
    ferry.list_file("north").write_text(body, encoding="utf-8")
    assert read_entry(ferry, "north", blind=False).about == {"inquiry", "nobody-hurt"}


def test_names_in_another_unicode_form_are_found(tmp_path: Path) -> None:
    entry = read_entry(coast_workspace(tmp_path, "NFD", "NFD", "NFD"), "Küste", blind=False)
    assert entry.title.startswith("Die Beh")
    assert entry.about == {"große-häuser"}
