"""Propositions as statements, who is for and against them as arguments."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from contradiction import contradiction

from tui.analysis.filters import Filter, filter_collation, matching_records
from tui.analysis.survey import Survey
from tui.formats.argdown.argument_map import argument_map_pieces
from tui.model import Byline, Codebook, Collation, Proposition


def written(collation: Collation, scope: str = "") -> str:
    survey = Survey(collation)
    return "".join(argument_map_pieces(survey, survey, title="The *attack*", scope=scope))


def attack() -> Collation:
    """Return two accounts of an attack that contradict each other."""
    book = codebook()
    propositions = {
        "killed-35": Proposition("killed-35", "35 were killed", ("killed-19",), "unproven", "No list.", ("UN",)),
        "killed-19": Proposition("killed-19", "19 were killed"),
    }
    north = (
        annotate("claim", "35 were killed", "Ada Holm", "killed-35", cue="said", hedge="maybe"),
        annotate("no-comment", "no word", "Bo", "killed-19"),
    )
    south = (
        annotate("denial", "not 35", about="killed-35"),
        annotate("claim", "only 19", ("Cy", "Di"), "killed-19"),
        annotate("claim", "gone", "Cy", "killed-19"),
    )
    byline = Byline("Harbour", "The North", date="2026-05-03", url="https://n.example/1")
    return collate(
        Telling("one", "35 were killed, she said; he had no word.", north, byline),
        Telling("two", "It was not 35, only 19.", south),
        book=Codebook(propositions, book.kinds),
    )


def test_each_side_of_a_proposition_is_an_argument_with_its_source() -> None:
    assert written(attack(), "kind claim") == (
        r"# The \*attack\* (kind claim)"
        """

[killed-35]: 35 were killed #(disputed) {"verdict": "unproven", "because": "No list.", "sources": ["UN"]}
  + <A1 Ada Holm>: “35 were killed” {"kind": "Claim", "cue": "said", "hedge": "maybe", "outlet": "The North", """
        """"title": "Harbour", "date": "2026-05-03", "url": "https://n.example/1"}
  - <B1 own voice>: “not 35” {"kind": "Denial", "title": "It was not 35, only 19."}
  >< [killed-19]

[killed-19]: 19 were killed #(disputed)
  + <B2 Cy, Di>: “only 19” {"kind": "Claim", "title": "It was not 35, only 19."}
"""
    )


def test_agreements_support_and_what_names_no_proposition_is_left_out() -> None:
    shared = annotate("agreement", "We agree", ["A", "B"], "aid")
    stray = annotate("claim", "Rain", "A")
    text = written(collate(Telling("one", "We agree. Rain.", (shared, stray)), book=codebook({"aid": "Aid comes"})))
    assert "  + <A1 A, B>: “We agree”" in text
    assert "Rain”" not in text


def test_a_speaker_is_called_by_the_name_of_the_codebook() -> None:
    assert "<A2 Ada Holm>: “No talks”" in written(contradiction())
    assert "<A1 Mevlüt Çavuşoğlu, Lavrov>" in written(aid_and_talks())


def test_with_a_filter_the_status_is_still_that_of_all_records() -> None:
    collation = attack()
    condition = Filter(kinds=("denial",))
    chosen = Survey(filter_collation(collation, condition), matching_records(collation, condition))
    text = "".join(argument_map_pieces(Survey(collation), chosen, title="T"))
    assert "[killed-35]: 35 were killed #(disputed)" in text
    assert "<B1 own voice>" in text
    assert "<A1" not in text
    assert "><" not in text


def test_no_name_quote_or_sentence_ends_its_line_or_its_title() -> None:
    hostile = "]: x\n[y]: z\n  - <w>: {a: 1} <!-- // \u2028"
    book = codebook({hostile: hostile})
    record = annotate("claim", hostile, hostile, hostile, cue=hostile)
    text = written(collate(Telling("one", hostile, (record,), Byline(hostile, hostile)), book=book))
    head, _, rest = text.partition("\n\n")
    assert head == r"# The \*attack\*"
    statement, argument = rest.splitlines()
    assert statement.startswith("[): x (y): z - ‹w›: {a: 1} ‹!-- //]: ]: x \\[y]: z - \\<w>: \\{a: 1} \\<!-- \\//")
    assert argument.startswith("  + <A1 ): x (y): z - ‹w›: {a: 1} ‹!-- //>: “]: x")
