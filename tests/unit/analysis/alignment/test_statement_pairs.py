"""Statements of two accounts on one matter."""

from tui.analysis.alignment.statement_pairs import Said, statement_pairs

FLOOD = Said("Some 400 boxes of the town archive got wet", ("Nora Feld",))


def test_statements_on_one_matter_are_a_pair() -> None:
    theirs = [Said("The ferry was late"), Said("About 150 boxes got wet", ("Paul Beck",))]
    (pair,) = statement_pairs([Said("The fire brigade came"), FLOOD], theirs)
    assert (pair.left, pair.right, pair.has_same_speaker) == (1, 1, False)
    assert pair.shared == ("boxes", "got", "wet")
    assert 0.22 <= pair.score < 1


def test_two_names_or_words_in_common_are_not_enough() -> None:
    meeting = Said("Mevlüt Çavuşoğlu yesterday held a meeting")
    assert statement_pairs([meeting], [Said("after meeting with Mevlut Cavusoglu")]) == []
    ceasefire = Said("to discuss a cease-fire throughout Syria")
    assert statement_pairs([ceasefire], [Said("call for cease-fire in Syria")]) == []
    named = Said("the office of former Secretary of State Hillary Clinton")
    assert statement_pairs([named], [Said("tweets of former Secretary of State Hillary Clinton")]) == []


def test_of_two_partners_the_one_of_the_same_speaker_is_chosen() -> None:
    words = "The archive lost boxes of maps and letters"
    (pair,) = statement_pairs([Said(words, ("Feld",))], [Said(words, ("Beck",)), Said(words, ("Feld", "Lind"))])
    assert (pair.right, pair.has_same_speaker, pair.score) == (1, True, 1.0)


def test_nothing_is_paired_with_nothing() -> None:
    assert statement_pairs([], [FLOOD]) == []
    assert statement_pairs([Said("")], [Said("")]) == []


def test_a_word_in_very_many_statements_finds_none() -> None:
    many = [Said(f"water water{number:03}") for number in range(300)]
    assert [pair.right for pair in statement_pairs([Said("water in the cellar rose")], many)] == []
