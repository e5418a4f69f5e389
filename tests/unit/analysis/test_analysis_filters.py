import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.filters import Filter, filter_collation
from tui.analysis.folding import fold
from tui.model import Collation

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


def kept(collation: Collation, chosen: Filter) -> list[str]:
    return [
        p.annotation.id
        for account in collation.accounts
        for p in account.placed
        if chosen.matches(p, account.article.id, collation.codebook)
    ]


@pytest.mark.parametrize(
    ("chosen", "ids"),
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
def test_keeps_any_within_a_field_and_all_of_the_fields(collation: Collation, chosen: Filter, ids: list[str]) -> None:
    assert kept(collation, chosen) == ids


def ids(collation: Collation) -> list[set[str]]:
    return [{p.annotation.id for p in account.placed} for account in collation.accounts]


def test_notes_stay_with_what_they_are_on(collation: Collation) -> None:
    assert ids(filter_collation(collation, Filter(kinds=("claim",)))) == [{"c", "n", "o"}, set()]


def test_a_kept_note_brings_its_annotation_but_not_the_other_notes(collation: Collation) -> None:
    assert ids(filter_collation(collation, Filter(annotators=("Bo",)))) == [{"c", "n"}, set()]


def test_no_filter_returns_the_same_collation(collation: Collation) -> None:
    assert filter_collation(collation, Filter()) is collation
    assert not Filter().active


def test_describes_itself_in_words() -> None:
    chosen = Filter(kinds=("claim", "denial"), speakers=("Lavrov",), about=("",), text="aid")
    assert chosen.describe() == "kind claim or denial · speaker Lavrov · about none · text “aid”"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Çavuşoğlu", "cavusoglu"),
        ("CAVUSOGLU", "cavusoglu"),
        ("Straße", "strasse"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("ﬁnal", "final"),
        ("don’t — “go”…", 'don\'t - "go"...'),
        ("e\u0301", "e"),
        ("漢字", "漢字"),
    ],
)
def test_folds_what_a_reader_types_alike(text: str, folded: str) -> None:
    assert fold(text) == folded
