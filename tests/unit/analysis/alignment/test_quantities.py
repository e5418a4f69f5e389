"""The numbers and days of a text, with what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.alignment.quantities import Quantity, quantities_in


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("Some 400 boxes got wet", "en", [(400, "boxes", "400 boxes")]),
        ("three of the hostages", "en", [(3, "hostag", "three of the hostages")]),
        ("1,000 troops, $44m", "en", [(1000, "troops", "1,000 troops"), (44e6, "$", "$44m")]),
        ("€1.5 billion", "en", [(1.5e9, "€", "€1.5 billion")]),
        ("43 percent or 44%", "en", [(43, "%", "43 percent"), (44, "%", "44%")]),
        ("on Tuesday, 12 May", "en", [(1, "day", "Tuesday"), (512, "date", "12 May")]),
        ("two million refugees in 2016", "en", [(2e6, "refuge", "two million refugees")]),
        ("zwölf Tote am Dienstag", "de", [(12, "tote", "zwölf Tote"), (1, "day", "Dienstag")]),
        ("двенадцать человек, 5 мая", "ru", [(12, "челове", "двенадцать человек"), (505, "date", "5 мая")]),
        ("400 boxes", "xx", [(400, "boxes", "400 boxes")]),
    ],
)  # fmt: skip
def test_numbers_have_a_unit_and_days_a_number(text: str, code: str, found: list[tuple[float, str, str]]) -> None:
    assert quantities_in(text, code) == [Quantity(*each) for each in found]


@pytest.mark.parametrize(
    "text",
    ["more than 30 people", "in 2016 people left", "the 5th man", "a 35-year-old man", "won 1-0 today", "at 12:30"],
)
def test_limits_years_ordinals_and_compounds_are_left_out(text: str) -> None:
    assert quantities_in(text, "en") == []


@given(st.text(alphabet="0129.,-$% ammillion\n", max_size=60))
def test_odd_numbers_raise_nothing(text: str) -> None:
    assert all(each.words in text for each in quantities_in(text, "en"))


def test_a_number_of_very_many_digits_is_none() -> None:
    assert quantities_in(f"{'9' * 400} million boxes", "en") == []
