"""What two accounts both say, with the reasons."""

from collections.abc import Sequence

from tui.analysis.alignment.matches import ONE_MATTER, SAME_QUOTATION, AccountWords, account_words, find_matches
from tui.model import Span

COURIER = "Some 400 boxes of the archive got wet, Nora Feld said. “We carried boxes until our arms gave out,” she said."
RADIO = "About 150 boxes got wet, Paul Beck said. “We carried the boxes until our arms gave out,” Nora Feld said."


def words_of(text: str, *said: tuple[str, Sequence[str]]) -> AccountWords:
    places = [([Span(text.index(words), text.index(words) + len(words))], speakers) for words, speakers in said]
    return account_words(text, places, "en")


def test_quotations_and_statements_are_matched_with_reasons() -> None:
    courier = words_of(
        COURIER, ("Some 400 boxes of the archive got wet", ["Feld"]), ("We carried boxes until our arms", ["Feld"])
    )
    radio = words_of(RADIO, ("About 150 boxes got wet", ["Beck"]), ("We carried the boxes until our arms", ["Feld"]))
    numbers, quotation = find_matches(courier, radio)
    assert (numbers.rule, quotation.rule) == (ONE_MATTER, SAME_QUOTATION)
    assert [span.of(COURIER) for span in numbers.left] == ["Some 400 boxes of the archive got wet"]
    assert [span.of(RADIO) for span in numbers.of(1)] == ["About 150 boxes got wet"]
    assert numbers.reason == "Both have “got”, “wet” and “boxes”."
    assert [difference.reason for difference in numbers.differences] == ["“400 boxes” against “150 boxes”"]
    assert quotation.left[0].of(COURIER) == "“We carried boxes until our arms gave out,”"
    assert quotation.reason == "Both quote this, but one of them without “the”."


def test_quotations_differ_in_words_or_in_length() -> None:
    whole = words_of("“The bridge is late, and the ferry is slow,” he said.")
    others = (
        ("“The bridge was late, and the ferry is slow”", "Both quote this, but “is” against “was”."),
        ("“The bridge is late, and the ferry is slow.”", "Both quote the same words."),
        ("“A bridge is late, and the ferry is slow”", "Both quote this, but “The” against “A”."),
        (
            "“bridge was late, and the ferry is slow”",
            "Both quote this, but “is” against “was”, and one of them more of it.",
        ),
        ("“late, and the ferry is slow”", "Both quote this, one of them more of it."),
    )
    for text, reason in others:
        assert [match.reason for match in find_matches(whole, words_of(text))] == [reason]


def test_what_is_at_another_place_does_not_differ() -> None:
    ours = words_of("“The bridge, it is late, and the ferry is very slow,” he said.")
    theirs = words_of("“The bridge is late, it, and the ferry is so slow,” he said.")
    assert [match.reason for match in find_matches(ours, theirs)] == ["Both quote this, but “very” against “so”."]
