"""The fold of front matter, and a text wrapped with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_strategies import texts, widths

from tui.layout.fold import front_matter_fold
from tui.layout.moves import move, text_start
from tui.layout.wrapped import WrappedText, wrap

ARTICLE = "---\ntitle: The bridge\ndate: 2024\n---\n\n# Shut\n\nThe bridge is shut."


def folded(text: str, width: int = 40) -> WrappedText:
    return wrap(text, width, fold=front_matter_fold(text))


def shown(wrapped: WrappedText) -> list[str]:
    return [wrapped.row_display(row) for row in range(wrapped.height)]


def test_front_matter_is_one_row_before_the_text() -> None:
    wrapped = folded(ARTICLE)
    assert shown(wrapped) == ["---", "", "# Shut", "", "The bridge is shut."]
    assert wrapped.fold
    assert wrapped.fold.label == "front matter, 4 lines"
    assert ARTICLE[wrapped.fold.body :].startswith("# Shut")
    assert wrapped.position(ARTICLE.index("# Shut") + 2) == (2, 2)
    assert wrapped.row_at(ARTICLE.index("title")) == 0


def test_an_unfolded_text_is_wrapped_as_if_it_had_never_been_folded() -> None:
    wrapped = folded(ARTICLE)
    assert wrapped.unfold() == 3
    assert shown(wrapped) == shown(wrap(ARTICLE, 40))
    assert wrapped.unfold() == 0


def test_the_first_move_is_to_the_text_and_up_from_there_to_the_fold() -> None:
    wrapped = folded(ARTICLE)
    assert text_start(wrapped) == ARTICLE.index("# Shut")
    assert move(wrapped, ARTICLE.index("# Shut"), "up", None, 10) == (0, 0)
    wrapped.unfold()
    assert text_start(wrapped) == 0


@pytest.mark.parametrize("text", ["---\ntitle: a\n---", "\n\n+++\na = 1\n+++\n\n"])
def test_front_matter_alone_is_one_row(text: str) -> None:
    wrapped = folded(text)
    assert [row.strip("-+") for row in shown(wrapped)] == [""]
    assert wrapped.complete


@given(texts, widths, st.integers(0, 100))
def test_below_the_fold_every_code_point_is_where_it_is_without_it(body: str, width: int, part: int) -> None:
    text = f"---\ntitle: a\n---\n\nx{body}"
    wrapped, plain = folded(text, width), wrap(f"\nx{body}", width)
    shift = len(text) - len(plain.text)
    offset = shift + 1 + part * len(body) // 100
    row, cell = wrapped.position(offset)
    assert (row - 2, cell) == plain.position(offset - shift)
    assert wrapped.offset_at(row, cell) == plain.offset_at(row - 2, cell) + shift
