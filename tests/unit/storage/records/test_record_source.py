"""What a source of records returns."""

from pathlib import Path

from tui.model import Workspace
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.record_source import RecordSource, record_folder


def test_notes_on_propositions_have_a_folder_of_their_own() -> None:
    workspace = Workspace(Path("w"), Path("w/articles"))
    assert record_folder(workspace, "a") == Path("w/annotations/a")
    assert record_folder(workspace, "") == Path("w/annotations/codebook")


def test_the_parser_and_the_cache_are_sources(ferry: Workspace) -> None:
    sources: tuple[RecordSource, ...] = (RecordLoader(ferry), CachedLoader(ferry))
    one, other = [(source.codebook(), source.records("north", source.codebook()[0])) for source in sources]
    assert one == other
    assert [record.annotation.id for record in one[1].records] == ["hurt", "radar-open"]
