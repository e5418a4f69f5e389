"""A quote whose words changed: the edits that users meet."""

import pytest
from ferry_article import ARTICLE, INQUIRY, KILLED, OPENING, OWNER, RESCUE, anchored_text, candidate_texts, selector_of

from tui.anchoring import anchor
from tui.anchoring.fuzzy_match import find_reworded
from tui.anchoring.searched_text import SearchedText
from tui.model import Anchor, AnchorState, TextSelector


def find(text: str, selector: TextSelector) -> Anchor:
    return find_reworded(SearchedText(text), selector)


def adjusted_text(text: str, selector: TextSelector) -> str:
    anchored = find(text, selector)
    return anchored_text(text, anchored) if anchored.state is AnchorState.ADJUSTED else ""


def test_moved_paragraph_with_a_changed_word() -> None:
    new = OPENING + OWNER + INQUIRY + "\n" + RESCUE.replace("accident", "disaster")
    assert adjusted_text(new, selector_of(KILLED)) == KILLED.replace("accident", "disaster")


def test_deleted_sentence() -> None:
    assert find(ARTICLE.replace(KILLED + " ", ""), selector_of(KILLED)) == Anchor(AnchorState.ORPHAN)


def test_deleted_paragraph() -> None:
    assert find(ARTICLE.replace(RESCUE, ""), selector_of(KILLED)).state is AnchorState.ORPHAN


def test_sentence_replaced_by_another() -> None:
    new = ARTICLE.replace(KILLED, "Nobody has been reported missing since, and the weather is expected to improve.")
    assert find(new, selector_of(KILLED)).state is AnchorState.ORPHAN


def test_similar_sentence_elsewhere_is_only_a_candidate() -> None:
    similar = "In a storm two years ago, at least 14 people were killed in an accident, according to the coast guard. "
    new = ARTICLE.replace(KILLED + " ", "").replace("A public inquiry", similar + "A public inquiry")
    anchored = find(new, selector_of(KILLED))
    assert anchored.state is AnchorState.REVIEW
    assert "14 people were killed" in candidate_texts(new, anchored)[0]


def test_similar_sentence_does_not_draw_a_changed_quote_away() -> None:
    similar = "At least 16 people were killed in the accident of 2009, according to the coast guard."
    new = ARTICLE.replace("16 people", "19 people").replace("A public inquiry", similar + " A public inquiry")
    anchored = find(new, selector_of(KILLED))
    assert anchored.state in (AnchorState.ADJUSTED, AnchorState.REVIEW)
    if anchored.state is AnchorState.ADJUSTED:
        assert anchored_text(new, anchored) == KILLED.replace("16", "19")


def test_similar_sentence_is_doubted_while_edited_contexts_are_elsewhere() -> None:
    similar = KILLED.replace("accident", "storm")
    edited = ARTICLE.replace("passengers ashore before", "people ashore before").replace("went on", "kept on")
    new = edited.replace(KILLED + " ", "") + "\nA year ago: " + similar + " Little was learnt.\n"
    assert find(new, selector_of(KILLED)).state is AnchorState.REVIEW


def test_changed_quote_is_doubted_if_one_of_its_contexts_is_elsewhere() -> None:
    rest = " Divers went on searching the lower decks."
    new = ARTICLE.replace("16 people", "19 people").replace(rest, "")
    assert find(new, selector_of(KILLED)).state is AnchorState.ADJUSTED
    assert find(new + rest, selector_of(KILLED)).state is AnchorState.REVIEW


def test_exact_copy_next_to_one_context_is_doubted() -> None:
    quote = "they would go on searching the lower decks"
    old = f"Divers told the harbour office that {quote}, weather permitting. Nobody objected to any of it.\n"
    copy = f"A spokesman for the owner said {quote}, weather permitting. Nobody objected to that.\n"
    new = old.replace(quote, "nothing more was left to do") + ARTICLE + copy
    assert anchor(old + ARTICLE + copy, selector_of(quote, old)).state is AnchorState.EXACT
    assert anchor(new, selector_of(quote, old)).state is AnchorState.REVIEW


def test_changed_quote_marks() -> None:
    new = ARTICLE.replace("“", '"').replace("”", '"').replace("’", "'")
    selector = selector_of("“We don’t believe that the captain was at fault,”")
    assert adjusted_text(new, selector) == '"We don\'t believe that the captain was at fault,"'


def test_changed_white_space() -> None:
    new = ARTICLE.replace("killed in the accident", "killed\nin  the\u00a0accident")
    expected = KILLED.replace("killed in the accident", "killed\nin  the\u00a0accident")
    assert adjusted_text(new, selector_of(KILLED)) == expected


def test_corrected_typo() -> None:
    old = ARTICLE.replace("according", "acording")
    assert adjusted_text(ARTICLE, selector_of(KILLED.replace("according", "acording"), old)) == KILLED


@pytest.mark.parametrize("quote", [KILLED, "At least 16 people were killed", "16 people were killed", "16 people"])
def test_replaced_number_is_adjusted_never_exact(quote: str) -> None:
    new = ARTICLE.replace("16 people", "19 people")
    anchored = anchor(new, selector_of(quote))
    assert (anchored.state, anchored_text(new, anchored)) == (AnchorState.ADJUSTED, quote.replace("16", "19"))
    assert 0 < anchored.score < 1


def test_changed_words_at_both_ends() -> None:
    quote = "the crew had followed every rule"
    new = ARTICLE.replace(quote, "its crew had followed every regulation")
    assert adjusted_text(new, selector_of(quote)) == "its crew had followed every regulation"


def test_inserted_clause() -> None:
    inserted = ("were killed in", "were killed, among them two children, in")
    assert adjusted_text(ARTICLE.replace(*inserted), selector_of(KILLED)) == KILLED.replace(*inserted)


def test_quote_that_begins_and_ends_within_words() -> None:
    quote = KILLED[3:-4]
    new = ARTICLE.replace("killed", "hurt")
    assert adjusted_text(new, selector_of(quote)) == quote.replace("killed", "hurt")


@pytest.mark.parametrize("quote", ["Auroras", "ferry Aurore"])
def test_brief_quote_without_context_is_not_searched(quote: str) -> None:
    assert find(ARTICLE, TextSelector(quote)).state is AnchorState.ORPHAN


def test_brief_quote_with_changed_marks_is_found() -> None:
    assert adjusted_text(ARTICLE.replace("’", "'"), selector_of("don’t")) == "don't"


def test_single_word_that_was_replaced_is_not_adjusted() -> None:
    new = ARTICLE.replace("Aurora", "Borealis")
    assert find(new, selector_of("Aurora")).state in (AnchorState.REVIEW, AnchorState.ORPHAN)


def test_single_word_with_a_corrected_typo_is_a_candidate() -> None:
    old = ARTICLE.replace("passengers", "passengerrs")
    anchored = find(ARTICLE, selector_of("passengerrs", old))
    assert anchored.state is AnchorState.REVIEW
    assert candidate_texts(ARTICLE, anchored) == ["passengers"]


def test_same_change_in_two_places_without_context_is_doubted() -> None:
    sentence = "The minister said on Monday that talks would resume soon."
    new = sentence.replace("Monday", "Tuesday") + " Nothing came of it. " + sentence.replace("Monday", "Tuesday")
    anchored = find(new, TextSelector(sentence))
    assert anchored.state is AnchorState.REVIEW
    assert len(anchored.candidates) == 2


def test_script_without_spaces() -> None:
    old = "渡轮周五深夜在北部海岸搁浅。据海岸警卫队称,事故造成至少十六人死亡。潜水员继续搜寻下层甲板。"
    quote = "据海岸警卫队称,事故造成至少十六人死亡。"
    assert adjusted_text(old.replace("十六", "十九"), selector_of(quote, old)) == quote.replace("十六", "十九")


def test_quote_of_punctuation_is_not_searched() -> None:
    assert find("One. Two. Three!", TextSelector("—", "One ", " Two")).state is AnchorState.ORPHAN
