"""Which records a filter matches, and what is kept with them."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.filters import Filter, filter_collation, matching_records, only_records
from tui.model import Collation, RecordRef

BOOK = codebook(
    {"aid": "Aid should reach Aleppo", "talks": "The talks took place"},
    speakers={"Mevlüt Çavuşoğlu": ("Mevlut Cavusoglu", "Cavusoglu")},
)
TEXT = "Aid must come, Cavusoglu said. Lavrov denied it. The ministry would not say."


@pytest.fixture
def collation() -> Collation:
    claim = annotate("claim", "Aid must come", "Mevlut Cavusoglu", "aid", id="c", tags=("Economy",))
    denial = annotate("denial", "denied it", "Sergey Lavrov", "talks", id="d", annotator="Ada")
    note = annotate("note", id="n", on="c", body="Really?\nÇok iyi", annotator="Bo")
    other = annotate("note", id="o", on="c", body="Yes", annotator="Ada")
    second = Telling("two", "We agree.", (annotate("agreement", "We agree", ("Lavrov", "Zarif"), id="e"),))
    return collate(Telling("one", TEXT, (claim, denial, note, other)), second, book=BOOK)


def matching_ids(collation: Collation, criteria: Filter) -> list[str]:
    return [
        p.annotation.id
        for account in collation.accounts
        for p in account.placed
        if criteria.matches(p, account.article.id, collation.codebook)
    ]


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        (Filter(), ["c", "d", "n", "o", "e"]),
        (Filter(kinds=("claim", "denial")), ["c", "d"]),
        (Filter(speakers=("Cavusoglu",)), ["c"]),
        (Filter(speakers=("çavuşoğlu",)), ["c"]),
        (Filter(speakers=("lavrov",)), ["d", "e"]),
        (Filter(speakers=("lav",)), []),
        (Filter(about=("talks",)), ["d"]),
        (Filter(about=("",), kinds=("agreement",)), ["e"]),
        (Filter(articles=("two",)), ["e"]),
        (Filter(annotators=("ada",)), ["d", "o"]),
        (Filter(tags=("ECONOMY",)), ["c"]),
        (Filter(text="really? cok"), ["n"]),
        (Filter(text="took place"), ["d"]),
        (Filter(kinds=("claim",), speakers=("Lavrov",)), []),
    ],
)
def test_a_record_matches_any_value_of_each_field_that_has_values(
    collation: Collation, criteria: Filter, ids: list[str]
) -> None:
    assert matching_ids(collation, criteria) == ids


def ids_by_account(collation: Collation) -> list[set[str]]:
    return [{p.annotation.id for p in account.placed} for account in collation.accounts]


def test_a_matching_record_brings_the_notes_on_it(collation: Collation) -> None:
    assert ids_by_account(filter_collation(collation, Filter(kinds=("claim",)))) == [{"c", "n", "o"}, set()]


def test_a_matching_note_brings_its_record_but_not_the_other_notes(collation: Collation) -> None:
    assert ids_by_account(filter_collation(collation, Filter(annotators=("Bo",)))) == [{"c", "n"}, set()]


def test_a_filter_by_article_leaves_out_the_other_accounts(collation: Collation) -> None:
    for choose in (filter_collation, matching_records):
        chosen = choose(collation, Filter(articles=("two",)))
        assert [(account.siglum, account.article.id) for account in chosen.accounts] == [("B", "two")]


def test_no_filter_returns_the_same_collation(collation: Collation) -> None:
    assert filter_collation(collation, Filter()) is collation
    assert not Filter().active


def test_a_filter_is_described_in_words() -> None:
    criteria = Filter(kinds=("claim", "denial"), speakers=("Lavrov",), about=("",), text="aid")
    assert criteria.describe() == "kind claim or denial · speaker Lavrov · about none · text “aid”"


def test_notes_on_propositions_are_filtered_like_records() -> None:
    notes = (annotate("note", about="aid", id="x"), annotate("note", about="talks", id="y"))
    collation = collate(Telling("one", "text"), book=BOOK, notes=notes)
    filtered = filter_collation(collation, Filter(about=("talks",)))
    assert [note.annotation.id for note in filtered.notes] == ["y"]


def test_chosen_records_bring_what_they_are_notes_on_and_nothing_else(collation: Collation) -> None:
    chosen = only_records(collation, {RecordRef("", "o"), RecordRef("", "e")})
    assert [placed.annotation.id for account in chosen.accounts for placed in account.placed] == ["c", "o", "e"]
