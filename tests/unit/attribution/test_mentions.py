import pytest
from made_grammar import grammar_of

from tui.attribution.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Ana Ruiz met Foreign Minister Ole Lind.", {"Ana Ruiz": set(), "Ole Lind": {"foreign", "minister"}}),
        ("He met his Danish counterpart Ole Lind.", {"Ole Lind": {"danish", "counterpart"}}),
        ("The Danish Foreign Minister Ole Lind left.", {"Ole Lind": {"danish", "foreign", "minister"}}),
        ("The Danish Foreign Ministry was silent.", {"Danish Foreign Ministry": set()}),
        ("It met the Council of Europe.", {"Council of Europe": set()}),
        ("Mr. Lind left.", {"Lind": {"mr"}}),
    ],
)
def test_names_and_what_stands_before_them(text: str, names: dict[str, set[str]]) -> None:
    found = {mention.name: set(mention.descriptors) for mention in find_mentions(grammar_of(text))}
    assert {name: found.get(name) for name in names} == names


def test_a_suffix_after_an_apostrophe_is_no_part_of_a_name() -> None:
    names = [mention.name for mention in find_mentions(grammar_of("Dün Ayşe Yılmaz'ın evi yandı.", "tr"))]
    assert names == ["Ayşe Yılmaz"]
