"""The quotations that two accounts both print."""

import pytest

from tui.analysis.alignment.same_quotation import same_quotations

LATE = "“The bridge is late, and nobody knows why it took so long,”"


@pytest.mark.parametrize(
    ("other", "share", "is_whole"),
    [
        ("The bridge is late, and nobody knows why it took so long", 1.0, True),
        ("“nobody knows why it took”", 1.0, False),
        ("“The bridge was late, and nobody knows why it takes so long”", 0.83, False),
    ],
)
def test_the_same_words_in_whole_or_in_part_are_one_quotation(other: str, share: float, is_whole: bool) -> None:
    (found,) = same_quotations(["“Good morning to all of you”", LATE], [other])
    assert (found.left, found.right, found.share, found.is_whole) == (1, 0, share, is_whole)


def test_the_words_that_differ_are_marked_in_both() -> None:
    other = "“The bridge was late, and nobody knows why it took very long”"
    (found,) = same_quotations([LATE], [other])
    assert [span.of(LATE) for span in found.only_left] == ["is", "so"]
    assert [span.of(other) for span in found.only_right] == ["was", "very"]


@pytest.mark.parametrize(
    "other",
    [
        "“The bridge is open, and everybody says it looks so good”",
        "“The bridge is late, and nobody knows where they all went today”",
        "“the bridge is”",
        "“and it is late”",
        "“The bridge is new. It was late once, and nobody of us has ever known, if he asks, why any took so long”",
    ],
)
def test_other_words_are_another_quotation(other: str) -> None:
    assert same_quotations([LATE], [other]) == []


def test_each_has_the_partner_with_which_it_shares_most() -> None:
    first, second = "“The ferry sails at nine tomorrow”", "“The ferry sails at ten tomorrow”"
    found = same_quotations([first, second], [second, first])
    assert [(pair.left, pair.right, pair.share) for pair in found] == [(0, 1, 1.0), (1, 0, 1.0)]


def test_quotations_in_scripts_without_spaces_are_compared_by_characters() -> None:
    (found,) = same_quotations(["会談は来週まで延期された"], ["会談は来月まで延期された"])
    assert found.share == 0.92
