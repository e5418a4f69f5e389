"""Articles that were renamed, and left their annotations behind."""

from collections.abc import Mapping
from unicodedata import normalize

import pytest

from tui.model import Workspace
from tui.storage.workspace.renamed_articles import renamed_articles


def renamed(workspace: Workspace, *orphans: str) -> Mapping[str, str]:
    found = renamed_articles(workspace, orphans)
    return {orphan: str(path.relative_to(workspace.root)) for orphan, path in found.items()}


@pytest.mark.parametrize("name", ["articles/North.txt", "articles/north.markdown", "articles/2024/north.txt"])
def test_an_article_of_another_case_suffix_or_folder_is_known_by_its_name(ferry: Workspace, name: str) -> None:
    (ferry.root / name).parent.mkdir(exist_ok=True)
    (ferry.articles / "north.txt").rename(ferry.root / name)
    assert renamed(ferry, "north") == {"north": name}


def test_an_article_in_the_folder_that_is_passed_over_is_found(ferry: Workspace) -> None:
    (ferry.root / "seeds").mkdir()
    (ferry.articles / "north.txt").rename(ferry.root / "seeds" / "north.txt")
    assert renamed(ferry, "north") == {"north": "seeds/north.txt"}


def test_unicode_forms_of_a_name_are_one_name(ferry: Workspace) -> None:
    (ferry.articles / f"{normalize('NFD', 'Küste')}.txt").write_text("")
    assert renamed(ferry, "Küste") == {"Küste": f"articles/{normalize('NFD', 'Küste')}.txt"}


def test_an_article_of_another_name_is_known_by_the_quotes(ferry: Workspace) -> None:
    (ferry.articles / "north.txt").rename(ferry.articles / "port.txt")
    (ferry.articles / "other.txt").write_text("Nobody was hurt")
    assert renamed(ferry, "north") == {"north": "articles/port.txt"}


def test_line_breaks_in_quotes_do_not_matter(ferry: Workspace) -> None:
    text = (ferry.articles / "north.txt").read_text("utf-8")
    (ferry.articles / "north.txt").unlink()
    (ferry.articles / "port.txt").write_text(text.replace(" ", "\n"), "utf-8")
    assert renamed(ferry, "north") == {"north": "articles/port.txt"}


def test_half_of_the_quotes_are_not_enough(ferry: Workspace) -> None:
    (ferry.articles / "north.txt").unlink()
    (ferry.articles / "port.txt").write_text("Nobody was hurt")
    assert renamed(ferry, "north") == {}


def test_an_article_with_annotations_is_not_the_one(ferry: Workspace) -> None:
    (ferry.articles / "north.txt").rename(ferry.articles / "port.txt")
    ferry.list_file("port").write_text("")
    assert renamed(ferry, "north") == {}


def test_annotations_without_quotes_belong_to_no_article(ferry: Workspace) -> None:
    (ferry.articles / "port.txt").write_text("words")
    ferry.list_file("west").write_text("annotations: [{id: a, kind: note, body: b}]")
    assert renamed(ferry, "west") == {}
