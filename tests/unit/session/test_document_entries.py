"""What a feed has is listed to choose from."""

from tui.intake.original import Extract
from tui.model import Workspace
from tui.session.document_entries import document_entries
from tui.storage.workspace.new_articles import write_article, write_source


def test_entries_are_numbered_and_known_by_their_address(ferry: Workspace) -> None:
    write_article(ferry, "old", ".md", b"Old")
    extracts = (
        Extract("# One\n\nWords", "One", date="today", url="https://n.example/1"),
        Extract("Words of two", url="http://n.example/2#top"),
    )
    write_source(ferry, "old", document_entries(ferry, extracts)[1].byline)
    one, two = document_entries(ferry, extracts)
    assert (one.number, one.title, one.byline.date, one.is_known) == (1, "One", "today", False)
    assert (two.number, two.title, two.is_known) == (2, "Words of two", True)


def test_an_entry_without_an_address_is_new(ferry: Workspace) -> None:
    (entry,) = document_entries(ferry, [Extract("")])
    assert (entry.title, entry.is_known) == ("without a title", False)
