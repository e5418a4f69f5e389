"""Tests of `tui.session.codebook_names`."""

from collations import NO_COMMENT, Telling, annotate, codebook, collate

from tui.model import AGREEMENT, CLAIM, DENIAL, Proposition
from tui.session.codebook_names import CodebookNames, known_names, new_sentence

HURT = Proposition("hurt", "Nobody was hurt ")
NAMES = CodebookNames((), (), (HURT, Proposition("radar", "The radar failed")))


def test_a_form_offers_all_kinds_but_notes() -> None:
    assert known_names(collate()).kinds == (CLAIM, DENIAL, AGREEMENT, NO_COMMENT)


def test_it_offers_an_unknown_kind_if_the_record_has_it() -> None:
    names = known_names(collate())
    assert names.kinds_with("claim") == names.kinds
    assert [kind.name for kind in names.kinds_with("rumour")] == [
        "claim",
        "denial",
        "agreement",
        "no-comment",
        "rumour",
    ]


def test_it_offers_each_speaker_once_sorted_without_regard_to_case_and_accents() -> None:
    book = codebook(speakers={"Zoe": ("Z.",), "Ada": ()})
    accounts = (
        Telling("a", "x y", (annotate("claim", "x", ("Özil", "Ada")),)),
        Telling("b", "x y", (annotate("denial", "y", "pola"),)),
    )
    assert known_names(collate(*accounts, book=book)).speakers == ("Ada", "Özil", "pola", "Zoe")


def test_it_offers_one_spelling_of_a_name() -> None:
    book = codebook(speakers={"Ada Özil": ()})
    spellings = ("ada özil", "Ada O\u0308zil", "Bo", "BO")
    accounts = (Telling("a", "x y", tuple(annotate("claim", "x", name) for name in spellings)),)
    assert known_names(collate(*accounts, book=book)).speakers == ("Ada Özil", "Bo")


def test_it_offers_a_speaker_by_the_main_name_alone() -> None:
    book = codebook(speakers={"Ida Brandt": ("Brandt", "I. B.")})
    accounts = (Telling("a", "x y", (annotate("claim", "x", "BRANDT"), annotate("denial", "y", ("I. B.", "Bo")))),)
    assert known_names(collate(*accounts, book=book)).speakers == ("Bo", "Ida Brandt")


def test_a_sentence_is_known_in_every_unicode_form() -> None:
    names = CodebookNames((), (), (Proposition("häfen", "Die Ha\u0308fen sind zu"),))
    assert names.proposition("Die Häfen sind zu") == names.proposition("ha\u0308fen") == names.propositions[0]
    assert names.proposition("Die Hafen sind zu") is None


def test_it_offers_the_propositions_in_the_order_of_the_codebook() -> None:
    names = known_names(collate(book=codebook({"radar": "The radar failed", "hurt": "Nobody was hurt"})))
    assert [proposition.slug for proposition in names.propositions] == ["radar", "hurt"]


def test_an_unknown_slug_stands_for_itself() -> None:
    assert NAMES.sentence("radar") == "The radar failed"
    assert NAMES.sentence("other") == "other"


def test_a_proposition_is_found_by_its_sentence_or_its_slug() -> None:
    assert NAMES.proposition("Nobody was hurt") == HURT
    assert NAMES.proposition("hurt") == HURT
    assert NAMES.proposition("Nobody") is None


def test_a_new_proposition_gets_an_unused_slug() -> None:
    assert NAMES.new_proposition("Radar!") == Proposition("radar-2", "Radar!")


def test_only_a_line_that_says_so_is_a_new_proposition() -> None:
    lines = ("new: It is so", " new:It is so ", "new:", "It is new: so", "newer", "")
    assert [new_sentence(line) for line in lines] == ["It is so", "It is so", "", "", "", ""]
