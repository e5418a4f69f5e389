"""An article is a source, and each piece of a quote a selection."""

from pathlib import Path

from collations import annotate
from refi_project import parsed

from tui.analysis.threads import thread_notes
from tui.formats.qdpx.codes import code_guids
from tui.formats.qdpx.project import NAMESPACE
from tui.formats.qdpx.text_source import selection_guid, selection_guids, text_source
from tui.model import Account, Anchor, AnchorState, Article, Byline, Placed, Record, Span


def test_each_piece_of_a_quote_is_a_selection_with_all_codes() -> None:
    record = annotate("claim", "One", about="p", id="k", body="Hm", created="2026-01-01", annotator="Ada")
    anchor = Anchor(AnchorState.EXACT, 0, 13, 1.0, pieces=(Span(0, 3), Span(8, 13)))
    byline = Byline("A title", "The Post", "Ann", "2026-02-02", "https://x.example/?a=1&b=2")
    account = Account(
        "A", Article("one", "One two three", Path("one"), byline), (Placed(Record(record, Path("a"), 1), anchor),)
    )
    written = text_source(account, thread_notes(account), selection_guids(account))
    source = parsed(written.replace("<TextSource", f'<TextSource xmlns="{NAMESPACE}"', 1))
    assert source.get("name") == "A title"
    assert source.findtext("Description") == "The Post\nAnn\n2026-02-02\nhttps://x.example/?a=1&b=2"
    first, second = source.iter("PlainTextSelection")
    assert [first.get("guid"), second.get("guid")] == [selection_guid("one", "k"), selection_guid("one", "k", 1)]
    assert (first.get("name"), second.get("name")) == ("One", "three")
    assert (first.findtext("Description"), second.find("Description")) == ("Hm\n\nown voice", None)
    for selection in (first, second):
        assert [ref.get("targetGUID") for ref in selection.iter("CodeRef")] == [*code_guids("claim", "p", ())]
        assert selection.get("creationDateTime") == "2026-01-01T00:00:00Z"


def test_a_piece_of_white_space_has_no_name() -> None:
    anchor = Anchor(AnchorState.EXACT, 3, 4, 1.0)
    account = Account(
        "A", Article("one", "One two", Path("one")), (Placed(Record(annotate("claim", " "), Path("a"), 1), anchor),)
    )
    written = text_source(account, thread_notes(account), selection_guids(account))
    assert f'<PlainTextSelection guid="{selection_guid("one", account.placed[0].annotation.id)}" startPosition="3"' in (
        written
    )
