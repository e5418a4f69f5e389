"""The first wording of a new proposition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.alignment.new_proposition import new_proposition


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("“the bridge is\n late,” Ruiz said.", "The bridge is late"),
        ("the bridge is late, he claimed", "The bridge is late"),
        ("“Is it late?” asked Ana Ruiz", "Is it late?"),
        ("whether the bridge is late", "The bridge is late"),
        ("on whether the bridge is late", "The bridge is late"),
        ("that it is late, but that Ana hopes, and that man too", "It is late, but Ana hopes, and that man too"),
        ("MT paid, and that it hopes", "MT paid, and it hopes"),
        ("dass es spät ist und dass Ana hofft", "Es spät ist und Ana hofft"),
        (
            "it is unclear whether it burned and whether Ana knew",
            "It is unclear whether it burned and whether Ana knew",
        ),
        ("nobody says that it burned and that the crew fled", "Nobody says that it burned and that the crew fled"),
        ("unklar sei, ob es brenne und ob Ana da sei", "Unklar sei, ob es brenne und ob Ana da sei"),
        ("that the bridge is late …", "The bridge is late …"),
        ("He left, and she says it is late", "He left, and she says it is late"),
        ("the old plan, said by many in the north to be lost", "The old plan, said by many in the north to be lost"),
        ("the talks, said to be secret, failed", "The talks, said to be secret, failed"),
        ("‘it’s late’", "It’s late"),
        ('it was "the worst he had seen."', 'It was "the worst he had seen"'),
        ("late, and “very” so”", "Late, and “very” so”"),
        ("“We” are “late”", "“We” are “late”"),
        ("“late, they said", "Late"),
        ("「会談は延期された。」", "会談は延期された。"),
        ("She hopes", "She hopes"),
        ("…", "…"),
        ('"', '"'),
    ],
)
def test_a_quote_becomes_a_sentence(quote: str, sentence: str) -> None:
    assert new_proposition(quote) == sentence


@given(st.text())
def test_words_never_vanish(quote: str) -> None:
    assert bool(new_proposition(quote)) is bool(quote.split())
