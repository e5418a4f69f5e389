import pytest

from tui.attribution.inflection import inflect


@pytest.mark.parametrize(
    ("verb", "irregular", "forms"),
    [
        ("note", "", {"note": "base", "notes": "s", "noted": "past", "noting": "ing"}),
        ("deny", "", {"deny": "base", "denies": "s", "denied": "past", "denying": "ing"}),
        ("admit", "", {"admit": "base", "admits": "s", "admitted": "past", "admitting": "ing"}),
        ("plan", "", {"plan": "base", "plans": "s", "planned": "past", "planning": "ing"}),
        ("stress", "", {"stress": "base", "stresses": "s", "stressed": "past", "stressing": "ing"}),
        ("say", "said", {"say": "base", "says": "s", "said": "past", "saying": "ing"}),
        ("agree", "", {"agree": "base", "agrees": "s", "agreed": "past", "agreeing": "ing"}),
        ("explain", "", {"explain": "base", "explains": "s", "explained": "past", "explaining": "ing"}),
    ],
)
def test_forms(verb: str, irregular: str, forms: dict[str, str]) -> None:
    assert dict(inflect(verb, irregular)) == forms


def test_a_participle_of_its_own() -> None:
    assert dict(inflect("write", "wrote written"))["written"] == "participle"
