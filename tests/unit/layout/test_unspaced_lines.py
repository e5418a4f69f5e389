"""A line of Chinese or Japanese is continued if it is full."""

import pytest

from tui.layout.units import sentence_at
from tui.layout.unspaced_lines import lines_that_start

WRAPPED = [
    "橋は二十年前に造られたものであり修理が必要であると",
    "市の担当者が2026年に説明したが住民の間には不安が残",
    "るという",
]


def starts(lines: list[str]) -> list[int]:
    return list(lines_that_start(lines))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["見出し", "本文は長く続いて"], [1]),
        (["橋の修理", "市の説明", *WRAPPED], [1, 2]),
        (WRAPPED, []),
        (["橋は二十年前に造られたものであり、", "修理が必要である"], []),
        (["これは", "https://example.org/bridge"], []),
        (["橋の修理", "a" * 101], []),
        (["สะพาน", "สะพานถูกสร้างขึ้นเมื่อยี่สิบปีก่อน"], []),
        (["The bridge", "was built twenty years ago"], []),
        ([""], []),
    ],
)
def test_a_line_after_a_short_one_does_not_continue_it(lines: list[str], expected: list[int]) -> None:
    assert starts(lines) == expected


@pytest.mark.parametrize(
    "line", ["・橋", "　■修理", "①橋", "【速報】", "第3条", "３．橋", "（１）橋", "(2)橋", "（一）橋"]
)
def test_an_item_needs_no_space_after_its_mark(line: str) -> None:
    assert starts(["橋の修理、", line]) == [1]


@pytest.mark.parametrize("line", ["●●氏", "橋・道", "３．５倍", "(2) the bridge", "第3回"])
def test_what_is_no_item(line: str) -> None:
    assert starts(["橋の修理、", line]) == []


def test_each_line_of_a_list_is_a_sentence_and_wrapped_lines_are_one() -> None:
    text = "\n".join(["橋の修理について", "・工事は来月に始まる", "・費用は市が払う", *WRAPPED])
    spans = dict.fromkeys(sentence_at(text, offset) for offset in range(len(text)))
    assert [span.of(text) for span in spans] == [
        *("橋の修理について", "・工事は来月に始まる", "・費用は市が払う"),
        "\n".join(WRAPPED),
    ]
