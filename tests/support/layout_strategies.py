"""Texts with all that is hard to lay out, for hypothesis."""

import re

from hypothesis import settings
from hypothesis import strategies as st

steady = settings(derandomize=True, max_examples=150, deadline=None)

PIECES = [
    *("The", "talks", "held", "cease-fire", "Syria", "“We", "agreed,”", "U.N.", "it", "a", "I", "said.", "end.”"),
    *("agencies.After", 'talks."Adding', 'Aleppo."We', "!", "?", ":", "—", "war—and", "2016-17", "and/or"),
    *("x" * 130, "https://example.com/a/long/path?with=query&and=more", "....", "-", "'", '"', "(", ")", "…"),
    *(" ", " ", " ", "   ", "\t", "\n", "\n", "\n\n", " \n  \n ", "\n        ", "\u3000", "\u00a0", "\u2003"),
    *("日本語", "。", "「はい」", "ー", "한국어", "ｶﾅ", "漢", "字", "，", "（", "）"),
    *("🇹🇷", "🇷", "👨‍👩‍👧", "👍🏽", "❤️", "❤", "1️⃣", "😀", "🏳️‍🌈", "\u200d", "\ufe0f", "\U0001f3fd"),
    *("e\u0301", "\u0301", "\u0301\u0302", "한", "क्षि", "क्‍ष", "ำ", "ด้", "\u20dd"),
    *("שלום", "مرحبا", "\u202eevil\u202c", "\u2066", "\u200f", "\u061c", "\u200b", "\u00ad", "\ufeff", "\u2060"),
    *("\u2028", "\u2029", "\x0c", "\x0b", "\x85", "\x1b[31m", "\x00", "\x7f", "\x9b", "\r", "\ud800", "\udfff"),
    *("\U000e0041", "\U000e007f", "\U000e0100", "\ufdd0", "\ufdd2", "\ufffe", "\u115f", "\u1160", "\u3164"),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join)
widths = st.sampled_from([1, 2, 3, 4, 5, 7, 10, 20, 40])

NARROW_PIECES = [piece for piece in PIECES if re.fullmatch(r"[\t\n -~—“”…]*", piece)]
narrow_texts = st.lists(st.sampled_from(NARROW_PIECES), max_size=60).map("".join)
