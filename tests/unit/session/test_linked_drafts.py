"""The propositions of drafts that are accepted together."""

from collections.abc import Mapping, Sequence

import pytest
from collations import Telling, codebook, collate

from tui.analysis.alignment.aligned_drafts import AccountMatch, AlignedDraft, AlignedDrafts, align_drafts
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.model import Account, Codebook, Span
from tui.session.draft_link import Link
from tui.session.linked_drafts import linked_drafts

COURIER = (
    "Some 400 boxes of the town archive got wet, Nora Feld said. The town agreed on an independent inquiry, Feld said."
)
RADIO = "“About 150 boxes got wet,” Paul Beck said. The town has agreed on an independent inquiry, Beck said."


def linked(
    link: Link, *texts: str, book: Codebook | None = None, about: Mapping[Suggestion, str] | None = None
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each record's slug, its new sentence, and what that contradicts."""
    aligned = aligned_drafts(*texts, book=book)
    found = linked_drafts(aligned, book or codebook(), about or {}, link)
    return [(each.about, new.text if new else "", new.contradicts if new else ()) for each, new in found]


def aligned_drafts(*texts: str, book: Codebook | None = None) -> AlignedDrafts:
    collation = collate(*(Telling(f"a{number}", text) for number, text in enumerate(texts)), book=book)
    drafts = [
        [AlignedDraft(each) for each in draft_suggestions(account.article.text)] for account in collation.accounts
    ]
    return align_drafts(collation, [*zip(collation.accounts, drafts, strict=True)])


def test_new_propositions_are_shared_by_what_accounts_say_alike() -> None:
    boxes, inquiry, other_boxes, other_inquiry = linked(Link.NEW, COURIER, RADIO)
    assert boxes == ("some-400-boxes-town-archive", "Some 400 boxes of the town archive got wet", ())
    assert inquiry[1] == "The town agreed on an independent inquiry"
    assert other_boxes[1:] == ("About 150 boxes got wet", ("some-400-boxes-town-archive",))
    assert other_inquiry == (inquiry[0], "", ())


def test_one_quotation_with_two_numbers_gets_two_propositions() -> None:
    ours = "“We lost 400 boxes of old maps and letters,” Feld said."
    first, second = linked(Link.NEW, ours, ours.replace("400", "150"))
    assert (first[0], second[2]) == ("we-lost-400-boxes-old", (first[0],))


@pytest.mark.parametrize(
    ("link", "slugs"),
    [
        (Link.NONE, ["", ""]),
        (Link.NEAR, ["", "inquiry"]),
        (Link.NEW, ["some-400-boxes-town-archive", "inquiry"]),
    ],
)
def test_near_propositions_are_linked_and_contradicted(link: Link, slugs: list[str]) -> None:
    book = codebook({"boxes": "Some 150 boxes of the town archive got wet", "inquiry": "The town agreed on an inquiry"})
    found = linked(link, COURIER, book=book)
    assert [slug for slug, _, _ in found] == slugs
    assert [contradicts for _, new, contradicts in found if new] == ([("boxes",)] if link is Link.NEW else [])


def test_a_known_proposition_of_the_file_goes_first() -> None:
    book = codebook({"other": "Something else"})
    first, second = draft_suggestions(COURIER)
    assert [slug for slug, _, _ in linked(Link.NONE, COURIER, book=book, about={first: "other", second: "gone"})] == [
        "other",
        "",
    ]


def test_no_proposition_is_made_of_words_that_are_no_sentence() -> None:
    text = "Ana Ruiz promised to build a bridge over the river. “Very late,” Ruiz said."
    assert linked(Link.NEW, text) == [("", "", ()), ("", "", ())]


def test_marked_drafts_and_those_without_a_speaker_are_left_out() -> None:
    (own,) = aligned_drafts(COURIER).accounts
    drafts = [AlignedDraft(own.drafts[0].draft, is_marked=True), own.drafts[1]]
    aligned = align_drafts(collate(Telling("a0", COURIER)), [(own.account, drafts)])
    assert [each.annotation.suggested for each in linked_drafts(aligned, codebook(), {}, Link.NONE)] == [
        "clause before"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“The water was 26 degrees on Sunday, which is too warm for trout,” Feld said.",
            "“It is too warm for trout,”",
        ),
        ("“The tanks are shut,” Feld said. “Nobody came to look at the mill.”", "“Nobody came to look at the mill,”"),
    ],
)
def test_who_says_a_part_of_what_another_account_says_does_not_say_the_rest(first: str, second: str) -> None:
    ours, theirs = linked(Link.NEW, first, f"{second} Feld said.")
    assert ours[0] != theirs[0]


def test_who_says_all_of_it_and_more_says_it() -> None:
    short = "“Nobody came to look at the mill,” Feld said."
    ours, theirs = linked(Link.NEW, short, "“Nobody came to look at the mill, and I asked for it twice,” Feld said.")
    assert ours[0] == theirs[0] == "nobody-came-look-at-mill"


def test_the_same_words_of_two_speakers_are_not_of_one_thing() -> None:
    first, second = linked(Link.NEW, "Nora Feld said she did not know it.", "Ana Ruiz said she did not know it.")
    assert first[0] != second[0]


def test_sentences_that_begin_alike_get_two_slugs() -> None:
    text = "“The old stone river bridge closed at {},” Paul Beck said.\n\n"
    first, second = linked(Link.NEW, text.format("noon") + text.format("night"))
    assert (first[0], second[0]) == ("old-stone-river-bridge-closed", "old-stone-river-bridge-closed-2")


def test_a_draft_is_compared_with_its_own_matches_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    things = ("ferry", "bridge", "library", "market", "harbour")
    text = " ".join(f"“The {thing} of the {thing} council was closed at noon,” Paul Beck said." for thing in things)
    aligned = aligned_drafts(text, text)
    compared: list[AccountMatch] = []
    other_side = AccountMatch.other_side

    def counted(match: AccountMatch, article: str, spans: Sequence[Span]) -> tuple[Account, int] | None:
        compared.append(match)
        return other_side(match, article, spans)

    monkeypatch.setattr(AccountMatch, "other_side", counted)
    found = linked_drafts(aligned, codebook(), {}, Link.NEW)
    assert [each.proposition is None for each in found] == [False] * 5 + [True] * 5
    assert (len(aligned.matches), len(compared)) == (5, 3 * 5)
