"""Words of scripts without spaces, with the extra and without it."""

import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.layout import moves, unspaced_words
from tui.layout.units import word_at, words
from tui.layout.unspaced_words import known_words
from tui.layout.word_snap import snap_to_words
from tui.layout.wrapped import wrap

THAI = "ตำรวจกล่าวว่าเรือจม"
CHINESE = "两位部长星期二会面"
TRADITIONAL = "兩位部長星期二會面"
JAPANESE = "東京タワーへ行く"


class FewWords:
    """A parser that knows the words of its model, and what is between them."""

    def __init__(self, model: Sequence[str]) -> None:
        self.model = model

    def parse(self, text: str) -> list[str]:
        for name in self.model:
            text = text.replace(name, f"|{name}|")
        return [part for part in text.split("|") if part]


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Install an extra that knows a few words."""
    known = {"th": ["กล่าว", "เรือ"], "zh-hans": ["部长", "会面"], "zh-hant": ["部長"], "ja_word": ["東京タワー", "行く"]}
    (tmp_path / "models").mkdir()
    for name, model in known.items():
        (tmp_path / "models" / f"{name}.json").write_text(json.dumps(model), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "budoux", SimpleNamespace(__file__=str(tmp_path / "__init__.py"), Parser=FewWords))
    unspaced_words._parser.cache_clear()
    yield
    unspaced_words._parser.cache_clear()


def split(text: str, start: int = 0, end: int | None = None) -> list[str]:
    return [word.of(text) for word in words(text, start, len(text) if end is None else end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THAI, ["ตำรวจ", "กล่าว", "ว่า", "เรือ", "จม"]),
        (CHINESE, ["两位", "部长", "星期二", "会面"]),
        (TRADITIONAL, ["兩位", "部長", "星期二會面"]),
        (JAPANESE, ["東京タワー", "へ", "行く"]),
        (f"NATO{CHINESE}, 2026年", ["NATO", "两位", "部长", "星期二", "会面", "2026", "年"]),
        ("ລາວ ABC " + CHINESE, ["ລາວ", "ABC", "两位", "部长", "星期二", "会面"]),
    ],
)
@pytest.mark.usefixtures("extra")
def test_the_extra_knows_the_words(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.usefixtures("extra")
def test_words_are_cut_to_the_range() -> None:
    assert split(CHINESE, 1, 6) == ["位", "部长", "星期"]
    assert split(CHINESE, 3, 9) == ["长", "星期二", "会面"]
    assert known_words(CHINESE, 0, 0, 9) is None


@pytest.mark.usefixtures("extra")
def test_a_double_click_and_a_move_take_a_word() -> None:
    assert word_at(THAI, THAI.index("กล่าว") + 2).of(THAI) == "กล่าว"
    wrapped = wrap(CHINESE, 80)
    assert [moves.word_right(wrapped, offset) for offset in (0, 2, 4)] == [2, 4, 7]
    assert moves.word_left(wrapped, 7) == 4


@pytest.mark.usefixtures("extra")
def test_a_word_does_not_end_within_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FewWords, "parse", lambda _, text: list(text))
    assert split("ที่มา") == ["ที่", "ม", "า"]


@pytest.mark.usefixtures("extra")
def test_very_long_letters_are_divided_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[str] = []

    def parse(_: FewWords, text: str) -> list[str]:
        parts.append(text)
        return list(text)

    monkeypatch.setattr(FewWords, "parse", parse)
    text = CHINESE * 200
    assert split(text) == list(text)
    assert len(parts) == 4
    assert max(map(len, parts)) == 506


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        (THAI, "ล่", "ล่"),
        (CHINESE, "部", "部"),
        (JAPANESE, "京", "東京"),
        ("経済産業省は発表した", "業", "経済産業省"),
        ("ဗမာစာ", "မ", "မာ"),
        ("ABC部长", "B", "ABC"),
    ],
)
def test_without_the_extra_a_double_click_takes_a_character(text: str, part: str, expected: str) -> None:
    assert word_at(text, text.index(part)).of(text) == expected


@pytest.mark.usefixtures("extra")
def test_a_selection_snaps_to_characters_all_the_same() -> None:
    assert snap_to_words(CHINESE, word_at(CHINESE, 2)).of(CHINESE) == "部长"


def test_the_real_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "budoux")
    if importlib.util.find_spec("budoux") is None:
        pytest.skip("needs the extra words")
    unspaced_words._parser.cache_clear()
    assert split(THAI) == ["ตำรวจ", "กล่าว", "ว่า", "เรือ", "จม"]
    assert split(CHINESE)[2:4] == ["部长", "星期二"]
    assert split(JAPANESE) == ["東京タワー", "へ", "行く"]
    unspaced_words._parser.cache_clear()
