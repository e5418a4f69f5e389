"""References as links, and the places they lead to."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.statements import find_statements
from tui.formats.markdown.record_links import link_target, record_link, record_links


def test_a_link_leads_to_the_target_of_its_reference() -> None:
    assert link_target("B7") == '<a id="B7"></a>'
    assert record_link("B7", linked=True) == "[B7](#B7)"
    assert record_link("B7", linked=False) == "B7"


def test_a_cell_has_twelve_links_at_most_and_counts_the_others() -> None:
    words = [f"w{number}" for number in range(14)]
    records = tuple(annotate("claim", word, "Ada", "p") for word in words)
    collation = collate(Telling("one", " ".join(words), records), book=codebook({"p": "p"}))
    statements = find_statements(collation.accounts[0], collation.codebook)
    assert record_links(statements[:2]) == "[A1](#A1), [A2](#A2)"
    assert record_links(statements[:12]).count("](#") == 12
    assert record_links(statements).endswith("[A12](#A12) and 2 more")
