"""The comparison's tables lead to the words in the texts."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from page_elements import PageElements

from tui.analysis.survey import Survey
from tui.formats.web_page.html_comparison import html_comparison, row_anchors
from tui.model import Codebook, Collation, Proposition


def comparison(collation: Collation) -> str:
    return "".join(html_comparison(Survey(collation).comparison))


def test_a_row_has_a_cell_for_each_account() -> None:
    page = comparison(aid_and_talks())
    assert (
        '<tr id="p-1"><td class="status">open 1</td><th scope="row"><bdi>Aid should come</bdi></th>'
        '<td><span class="sign asserts">▸</span> <a href="#A1">A1</a> <bdi>Cavusoglu and Lavrov</bdi></td>'
        '<td><span class="sign neutral">?</span> <a href="#B1">B1</a> <bdi>own voice</bdi></td></tr>\n'
    ) in page
    assert "<bdi>Talks | took *place*</bdi>" in page
    assert row_anchors(Survey(aid_and_talks()).comparison) == {"aid": "p-1", "talks": "p-2"}


def test_what_one_account_tells_is_in_a_table_of_its_own() -> None:
    book = codebook({"aid": "Aid", "sun": "Sun"})
    said = (annotate("claim", "Aid", about="aid"), annotate("claim", "Sun", about="sun"))
    page = comparison(collate(Telling("one", "Aid. Sun.", said), Telling("two", "Aid", said[:1]), book=book))
    assert page.index("<bdi>Aid</bdi></th>") < page.index("Told by one account") < page.index("<bdi>Sun</bdi></th>")


def test_a_row_names_the_rows_that_contradict_it_and_an_accounts_silence() -> None:
    propositions = (
        Proposition("aid", "Aid", contradicts=("sun",)),
        Proposition("sun", "Sun"),
        Proposition("sea", "Sea"),
    )
    book = Codebook({each.slug: each for each in propositions})
    tellings = [Telling(slug, slug, (annotate("claim", slug, about=slug),)) for slug in ("aid", "sun", "sea")]
    page = comparison(collate(*tellings, book=book))
    assert '<tr id="p-1" data-against="p-2">' in page
    assert '<tr id="p-2" data-against="p-1">' in page
    assert '<tr id="p-3">' in page
    assert page.count('<td class="silent">–</td>') == 6


def test_many_accounts_share_a_cell() -> None:
    said = (annotate("claim", "Aid", about="aid"),)
    tellings = (Telling(f"t{number}", "Aid" if number < 2 else "Silence", said[: number < 2]) for number in range(20))
    page = PageElements(comparison(collate(*tellings, book=codebook({"aid": "Aid"}))))
    assert (page.tags["td"], page.values("href")) == (2, ["#A1", "#B1"])


def test_a_statement_that_does_not_count_is_last_in_its_cell_and_says_why() -> None:
    said = (annotate("claim", "gone", "Bo", about="aid"), annotate("claim", "Aid", "Ada", about="aid"))
    page = comparison(collate(Telling("one", "Aid", said), book=codebook({"aid": "Aid"})))
    assert (
        '<td><span class="sign asserts">▸</span> <a href="#A1">A1</a> <bdi>Ada</bdi><br>'
        '<span class="sign asserts">▸</span> <a href="#r-A2">A2</a> <bdi>Bo</bdi> · '
        "<bdi>doubtful: not in the text today</bdi></td>"
    ) in page
