"""New articles are written, and no file is written over."""

from pathlib import Path

import pytest

from tui.errors import OverwriteError, SaveError
from tui.model import Byline, Workspace
from tui.storage.files.os_calls import OsCalls
from tui.storage.workspace.new_articles import free_id, replace_article, write_article, write_source


def test_a_name_that_is_taken_gets_a_number(ferry: Workspace) -> None:
    (ferry.articles / "bridge.txt").write_text("a", "utf-8")
    (ferry.annotations / "bridge-2.yaml").write_text("article: bridge-2", "utf-8")
    (ferry.annotations / "bridge-3").mkdir()
    assert [free_id(ferry, "bridge"), free_id(ferry, "road"), free_id(ferry, "codebook")] == [
        "bridge-4",
        "road",
        "codebook-2",
    ]


def test_an_article_is_never_written_over(ferry: Workspace) -> None:
    assert write_article(ferry, "bridge", ".md", b"Text").read_bytes() == b"Text"
    with pytest.raises(OverwriteError):
        write_article(ferry, "bridge", ".md", b"Other")
    assert (ferry.articles / "bridge.md").read_bytes() == b"Text"


def test_a_source_is_written_as_readable_yaml(ferry: Workspace) -> None:
    path = write_source(ferry, "bridge", Byline("A: b", "The North", date="2026-11-26"), "2026-11-26T10:00:00Z")
    assert path
    assert path.read_text("utf-8") == (
        'article: bridge\ntitle: "A: b"\noutlet: The North\ndate: "2026-11-26"\nretrieved: 2026-11-26T10:00:00Z\n'
    )
    assert write_source(ferry, "bridge", Byline("Other")) is None
    assert write_source(ferry, "road", Byline()) is None
    assert not ferry.list_file("road").exists()


def test_the_old_text_is_kept_beside_the_originals(ferry: Workspace) -> None:
    path = write_article(ferry, "bridge", ".md", b"Old")
    assert replace_article(ferry, "bridge", b"New", "2026-11-26") == path
    assert path.read_bytes() == b"New"
    assert (ferry.articles / ".originals" / "bridge.until-2026-11-26.md").read_bytes() == b"Old"


def test_an_article_that_is_gone_cannot_be_replaced(ferry: Workspace) -> None:
    with pytest.raises(SaveError, match="no article bridge"):
        replace_article(ferry, "bridge", b"New", "2026-11-26")


class _FailingReplace(OsCalls):
    def replace(self, source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")


def test_a_replacement_that_fails_leaves_the_old_text_and_can_be_repeated(ferry: Workspace) -> None:
    path = write_article(ferry, "bridge", ".md", b"Old")
    with pytest.raises(SaveError):
        replace_article(ferry, "bridge", b"New", "2026-11-26", os_calls=_FailingReplace())
    assert path.read_bytes() == b"Old"
    replace_article(ferry, "bridge", b"New", "2026-11-26")
    assert path.read_bytes() == b"New"
    assert [kept.name for kept in (ferry.articles / ".originals").iterdir()] == ["bridge.until-2026-11-26.md"]
