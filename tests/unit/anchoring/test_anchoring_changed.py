"""Quotes in an article that was edited: the cases that users meet."""

import pytest

from tui.anchoring import anchor, describe
from tui.anchoring.alignment import _same_words
from tui.model import Anchor, AnchorState, TextSelector

OPENING = "The ferry Aurora ran aground off the northern coast late on Friday, the harbour office said.\n\n"
RESCUE = (
    "Rescue boats brought 212 passengers ashore before dawn. At least 16 people were killed in the accident, "
    "according to the coast guard. Divers went on searching the lower decks.\n\n"
)
OWNER = (
    "The owner of the ferry said that the crew had followed every rule. “We don’t believe that the captain was "
    "at fault,” a spokeswoman told reporters in the capital.\n\n"
)
INQUIRY = "A public inquiry opens next week. Its chair has promised a report before the end of the year.\n"
ARTICLE = OPENING + RESCUE + OWNER + INQUIRY
KILLED = "At least 16 people were killed in the accident, according to the coast guard."


def selector_of(quote: str, text: str = ARTICLE) -> TextSelector:
    start = text.index(quote)
    return describe(text, start, start + len(quote))


def words_at(text: str, found: Anchor) -> str:
    return text[found.start : found.end] if found.start is not None else ""


@pytest.mark.parametrize(
    "quote", [KILLED, RESCUE.strip(), "Rescue boats brought 212 passengers ashore", "212 passengers"]
)
def test_moved_paragraph(quote: str) -> None:
    new = OPENING + OWNER + INQUIRY + "\n" + RESCUE
    found = anchor(new, selector_of(quote))
    assert (found.state, words_at(new, found)) == (AnchorState.EXACT, quote)


def test_moved_paragraph_with_a_changed_word() -> None:
    new = OPENING + OWNER + INQUIRY + "\n" + RESCUE.replace("accident", "disaster")
    found = anchor(new, selector_of(KILLED))
    assert (found.state, words_at(new, found)) == (AnchorState.ADJUSTED, KILLED.replace("accident", "disaster"))


def test_deleted_sentence() -> None:
    assert anchor(ARTICLE.replace(KILLED + " ", ""), selector_of(KILLED)) == Anchor(AnchorState.ORPHAN)


def test_deleted_paragraph() -> None:
    assert anchor(ARTICLE.replace(RESCUE, ""), selector_of(KILLED)).state is AnchorState.ORPHAN


def test_sentence_replaced_by_another() -> None:
    new = ARTICLE.replace(KILLED, "Nobody has been reported missing since, and the weather is expected to improve.")
    assert anchor(new, selector_of(KILLED)).state is AnchorState.ORPHAN


def test_look_alike_sentence_elsewhere() -> None:
    alike = "In a storm two years ago, at least 14 people were killed in an accident, according to the coast guard. "
    new = ARTICLE.replace(KILLED + " ", "").replace("A public inquiry", alike + "A public inquiry")
    found = anchor(new, selector_of(KILLED))
    assert found.state is AnchorState.REVIEW
    assert "14 people were killed" in new[found.candidates[0].start : found.candidates[0].end]


def test_look_alike_does_not_draw_a_changed_quote_away() -> None:
    alike = "At least 16 people were killed in the accident of 2009, according to the coast guard."
    new = ARTICLE.replace("16 people", "19 people").replace("A public inquiry", alike + " A public inquiry")
    found = anchor(new, selector_of(KILLED))
    assert found.state in (AnchorState.ADJUSTED, AnchorState.REVIEW)
    if found.state is AnchorState.ADJUSTED:
        assert words_at(new, found) == KILLED.replace("16", "19")


def test_exact_copy_elsewhere() -> None:
    new = ARTICLE + "\nTo sum up what is known so far. " + KILLED + " More will follow on this page.\n"
    found = anchor(new, selector_of(KILLED))
    assert (found.state, found.start) == (AnchorState.EXACT, ARTICLE.index(KILLED))


def test_exact_copy_elsewhere_while_the_quote_itself_is_deleted() -> None:
    copy = "\nTo sum up what is known so far. " + KILLED + " More will follow on this page.\n"
    new = ARTICLE.replace(KILLED + " ", "") + copy
    found = anchor(new, selector_of(KILLED))
    assert found.state is AnchorState.REVIEW
    assert [new[each.start : each.end] for each in found.candidates][:1] == [KILLED]


def test_exact_copy_elsewhere_while_the_quote_itself_is_changed() -> None:
    copy = "\nTo sum up what is known so far. " + KILLED + " More will follow on this page.\n"
    new = ARTICLE.replace("16 people", "19 people") + copy
    found = anchor(new, selector_of(KILLED))
    assert found.state is AnchorState.REVIEW
    assert {new[each.start : each.end] for each in found.candidates} == {KILLED, KILLED.replace("16", "19")}


def test_changed_quote_marks() -> None:
    new = ARTICLE.replace("“", '"').replace("”", '"').replace("’", "'")
    quote = "“We don’t believe that the captain was at fault,”"
    found = anchor(new, selector_of(quote))
    assert (found.state, words_at(new, found)) == (
        AnchorState.ADJUSTED,
        '"We don\'t believe that the captain was at fault,"',
    )


def test_changed_white_space() -> None:
    new = ARTICLE.replace("killed in the accident", "killed\nin  the\u00a0accident")
    found = anchor(new, selector_of(KILLED))
    assert (found.state, words_at(new, found)) == (
        AnchorState.ADJUSTED,
        KILLED.replace("killed in the accident", "killed\nin  the\u00a0accident"),
    )


def test_corrected_typo() -> None:
    old = ARTICLE.replace("according", "acording")
    found = anchor(ARTICLE, selector_of(KILLED.replace("according", "acording"), old))
    assert (found.state, words_at(ARTICLE, found)) == (AnchorState.ADJUSTED, KILLED)


@pytest.mark.parametrize("quote", [KILLED, "At least 16 people were killed", "16 people were killed", "16 people"])
def test_replaced_number_is_adjusted_never_exact(quote: str) -> None:
    new = ARTICLE.replace("16 people", "19 people")
    found = anchor(new, selector_of(quote))
    assert (found.state, words_at(new, found)) == (AnchorState.ADJUSTED, quote.replace("16", "19"))
    assert 0 < found.score < 1


def test_changed_words_at_both_ends() -> None:
    quote = "the crew had followed every rule"
    new = ARTICLE.replace(quote, "its crew had followed every regulation")
    found = anchor(new, selector_of(quote))
    assert words_at(new, found) == "its crew had followed every regulation"


def test_inserted_clause() -> None:
    new = ARTICLE.replace("were killed in", "were killed, among them two children, in")
    found = anchor(new, selector_of(KILLED))
    assert words_at(new, found) == KILLED.replace("were killed in", "were killed, among them two children, in")


def test_quote_that_begins_and_ends_within_words() -> None:
    quote = KILLED[3:-4]
    new = ARTICLE.replace("killed", "hurt")
    found = anchor(new, selector_of(quote))
    assert words_at(new, found) == quote.replace("killed", "hurt")


def test_brief_quote_is_never_looked_for_without_its_context() -> None:
    assert anchor(ARTICLE, TextSelector("Auroras")).state is AnchorState.ORPHAN
    assert anchor(ARTICLE, TextSelector("ferry Aurore")).state is AnchorState.ORPHAN


def test_one_word_that_was_replaced_is_not_placed() -> None:
    new = ARTICLE.replace("Aurora", "Borealis")
    assert anchor(new, selector_of("Aurora")).state in (AnchorState.REVIEW, AnchorState.ORPHAN)


def test_brief_quote_with_changed_marks_is_found() -> None:
    new = ARTICLE.replace("’", "'")
    found = anchor(new, selector_of("don’t"))
    assert (found.state, words_at(new, found)) == (AnchorState.ADJUSTED, "don't")


def test_the_same_change_in_two_places_without_context_is_asked() -> None:
    sentence = "The minister said on Monday that talks would resume soon."
    new = sentence.replace("Monday", "Tuesday") + " Nothing came of it. " + sentence.replace("Monday", "Tuesday")
    found = anchor(new, TextSelector(sentence))
    assert found.state is AnchorState.REVIEW
    assert len(found.candidates) == 2


def test_script_without_spaces() -> None:
    old = "渡轮周五深夜在北部海岸搁浅。据海岸警卫队称,事故造成至少十六人死亡。潜水员继续搜寻下层甲板。"
    quote = "据海岸警卫队称,事故造成至少十六人死亡。"
    new = old.replace("十六", "十九")
    found = anchor(new, selector_of(quote, old))
    assert (found.state, words_at(new, found)) == (AnchorState.ADJUSTED, quote.replace("十六", "十九"))


def test_quote_of_marks_alone_is_not_searched_by_words() -> None:
    assert anchor("One. Two. Three!", TextSelector("—", "One ", " Two")).state is AnchorState.ORPHAN


def test_long_exact_copy_elsewhere_while_the_quote_itself_is_changed() -> None:
    quote = RESCUE.strip()
    new = (
        ARTICLE.replace("16 people", "19 people") + "\nTo sum up what is known so far: " + quote + " So much for now.\n"
    )
    found = anchor(new, selector_of(quote))
    assert found.state is AnchorState.REVIEW
    assert {new[each.start : each.end] for each in found.candidates} == {quote, quote.replace("16", "19")}


def test_exact_copy_beside_one_of_the_contexts_is_asked() -> None:
    quote = "they would go on searching the lower decks"
    old = f"Divers told the harbour office that {quote}, weather permitting. Nobody objected to any of it.\n"
    copy = f"A spokesman for the owner said {quote}, weather permitting. Nobody objected to that.\n"
    new = old.replace(quote, "nothing more was left to do") + ARTICLE + copy
    assert anchor(old + ARTICLE + copy, selector_of(quote, old)).state is AnchorState.EXACT
    assert anchor(new, selector_of(quote, old)).state is AnchorState.REVIEW


def test_look_alike_is_not_believed_while_the_old_place_stands_with_edited_contexts() -> None:
    alike = KILLED.replace("accident", "storm")
    edited = ARTICLE.replace("passengers ashore before", "people ashore before").replace("went on", "kept on")
    new = edited.replace(KILLED + " ", "") + "\nA year ago: " + alike + " Little was learnt.\n"
    found = anchor(new, selector_of(KILLED))
    assert found.state is AnchorState.REVIEW


def test_words_that_recur_before_the_quote_do_not_stretch_it() -> None:
    assert _same_words("xthe", "t..the") == [(1, 3), (2, 4), (3, 5)]
    assert _same_words("the", "t..the") == [(0, 3), (1, 4), (2, 5)]


def test_one_word_with_a_corrected_typo_is_asked() -> None:
    new = ARTICLE.replace("passengers", "passengerrs")
    found = anchor(ARTICLE, selector_of("passengerrs", new))
    assert found.state is AnchorState.REVIEW
    assert [ARTICLE[each.start : each.end] for each in found.candidates] == ["passengers"]
