"""A filter's value that nothing has is named with the nearest values."""

import pytest
from collations import Telling, annotate, codebook, collate

from tui.analysis.filters import Filter
from tui.model import Collation
from tui.session.unknown_values import nearest_values, unknown_value


@pytest.fixture
def told() -> Collation:
    book = codebook(speakers={"Sergey Lavrov": ("The minister",), "Ada Holm": ()})
    said = annotate("claim", "Aid", "Lavrov", tags=("radar", "Ärger"), via=("TASS",))
    return collate(Telling("one", "Aid", (said, annotate("claim", "Aid", "Bo Ek"))), book=book)


@pytest.mark.parametrize(
    "criteria",
    [
        Filter(),
        Filter(speakers=("lavrov", "minister", "Ada", "ek")),
        Filter(tags=("RADAR", "arger")),
        Filter(via=("tass",)),
        Filter(text="nothing has this"),
        Filter(speakers=("",), tags=(" ",), via=("",)),
    ],
)
def test_what_a_record_or_the_codebook_has_is_known(told: Collation, criteria: Filter) -> None:
    assert unknown_value(criteria, told) == ""


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        (Filter(speakers=("Bo", "Lavrof")), 'no record has the speaker "Lavrof"; did you mean "Lavrov"?'),
        (
            Filter(speakers=("Zz",)),
            'no record has the speaker "Zz"; there are "Ada Holm", "Bo Ek", "Lavrov", "Sergey Lavrov"',
        ),
        (Filter(tags=("radar", "rader")), 'no record has the tag "rader"; did you mean "radar"?'),
        (Filter(via=("RIA",)), 'no record has the reporter "RIA"; there is "TASS"'),
    ],
)
def test_what_nothing_has_is_named_with_the_nearest_values(told: Collation, criteria: Filter, message: str) -> None:
    assert unknown_value(criteria, told) == message


def test_of_many_values_only_the_first_are_named() -> None:
    assert nearest_values("zz", map(str, range(11, 31))) == '; there are 20, such as "11", "12", "13"'
    assert nearest_values("zz", ()) == "; there are none"


def test_the_spelling_that_is_read_first_stays_the_name() -> None:
    names = ["RIA", "ria", "Tass", "TASS", "bo", "Bo", "ek", "EK", "Ann", "ann"]
    told = collate(Telling("one", "Aid", tuple(annotate("claim", "Aid", name) for name in names)))
    assert unknown_value(Filter(speakers=("zz",)), told)
    assert [told.codebook.canonical_name(name) for name in reversed(names)][::2] == ["Ann", "ek", "bo", "Tass", "RIA"]
