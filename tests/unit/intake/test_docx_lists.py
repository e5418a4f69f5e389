"""Items that only say their depth become lists of HTML."""

import pytest

from tui.intake.docx_lists import OpenLists
from tui.intake.docx_styles import ListLevel

_BULLET, _DEEPER = ListLevel("1", 0, False), ListLevel("1", 1, False)
_ORDERED = ListLevel("2", 0, True)


def _html(*levels: ListLevel | None) -> str:
    lists = OpenLists()
    html = [lists.item(level) + str(number) if level else lists.end() for number, level in enumerate(levels)]
    return "".join(html) + lists.end()


@pytest.mark.parametrize(
    ("levels", "html"),
    [
        ([_BULLET, _BULLET], "<ul><li>0</li><li>1</li></ul>"),
        ([_BULLET, _DEEPER, _BULLET], "<ul><li>0<ul><li>1</li></ul></li><li>2</li></ul>"),
        ([_DEEPER], "<ul><li><ul><li>0</li></ul></li></ul>"),
        ([_BULLET, _ORDERED], '<ul><li>0</li></ul><ol start="1"><li>1</li></ol>'),
        ([_ORDERED, None, _ORDERED], '<ol start="1"><li>0</li></ol><ol start="2"><li>2</li></ol>'),
        ([], ""),
    ],
)
def test_items_are_in_lists(levels: list[ListLevel | None], html: str) -> None:
    assert _html(*levels) == html


def test_a_deeper_list_counts_from_one_in_each_item() -> None:
    deeper = ListLevel("2", 1, True)
    assert _html(_ORDERED, deeper, deeper, _ORDERED, deeper).count('<ol start="1">') == 3
