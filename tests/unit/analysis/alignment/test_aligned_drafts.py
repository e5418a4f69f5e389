"""Drafts with what they may be about, and what other accounts say."""

from collations import Telling, codebook, collate

from tui.analysis.alignment.aligned_drafts import AlignedDraft, AlignedDrafts, align_drafts
from tui.attribution.suggestion import draft_suggestions
from tui.model import Collation

COURIER = "Some 400 boxes of the archive got wet, Nora Feld said. The ferry was late, Feld said."
RADIO = "“About 150 boxes got wet,” Paul Beck said. “Nobody”, he said, “has told us of that.”"
BOOK = codebook({"boxes-150": "About 150 boxes of the archive got wet", "late": "The ferry was late"})


def aligned(collation: Collation) -> AlignedDrafts:
    drafts = [
        (account, [AlignedDraft(draft) for draft in draft_suggestions(account.article.text)])
        for account in collation.accounts
    ]
    return align_drafts(collation, drafts)


def test_drafts_have_the_nearest_propositions_and_a_new_sentence() -> None:
    (own,) = aligned(collate(Telling("courier", COURIER), book=BOOK)).accounts
    boxes, ferry = own.drafts
    assert [near.slug for near in ferry.nearest] == ["late"]
    assert (boxes.new, boxes.contradicts) == ("Some 400 boxes of the archive got wet", ("boxes-150",))
    assert ferry.contradicts == ()


def test_the_first_sentence_of_some_words_is_the_new_one() -> None:
    (own,) = aligned(collate(Telling("radio", RADIO))).accounts
    assert [each.new for each in own.drafts] == ["About 150 boxes got wet", "“Nobody has told us of that” [Paul Beck]"]


def test_a_match_is_seen_from_both_sides() -> None:
    both = aligned(collate(Telling("courier", COURIER), Telling("radio", RADIO)))
    (match,) = both.matches
    left, right = both.accounts
    assert match.other_side("courier", left.drafts[0].draft.spans) == (right.account, 1)
    assert match.other_side("radio", right.drafts[0].draft.spans) == (left.account, 0)
    assert match.other_side("courier", left.drafts[1].draft.spans) is None
    assert match.involves(left.account)
    assert not match.involves(collate(Telling("post", "x")).accounts[0])


def test_no_article_is_printed_with_its_drafts() -> None:
    both = aligned(collate(Telling("courier", COURIER), Telling("radio", RADIO)))
    assert repr(both.accounts[0]) == "AlignedAccount('courier', 2 drafts)"
    assert "archive" not in repr(both.matches)


def test_very_many_accounts_are_not_compared() -> None:
    text = "“The bridge is late, and nobody knows why,” Ana Ruiz said."
    assert len(aligned(collate(*(Telling(f"a{number}", text) for number in range(3)))).matches) == 3
    assert aligned(collate(*(Telling(f"a{number}", text) for number in range(31)))).matches == ()
