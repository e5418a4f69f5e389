"""Texts in many scripts, and the forms that they can be saved in."""

from collections.abc import Callable, Mapping
from unicodedata import normalize

from hypothesis import strategies as st

NEWS = (
    "Die Behörde prüfte die größeren Häuser. Việt Nam đã nói về điều ấy. 한국어 기사가 여기 있다. "
    "हिन्दी में क़लम और ज़मीन की बात। שָׁלוֹם עֲלֵיכֶם אָמַר. Ein Å ist kein Ω. Die Behörde prüfte nichts mehr."
)
"""Each of its quotes is there once, in every form."""
QUOTES = ("größeren Häuser", "Việt Nam đã", "한국어 기사가", "में क़लम और", "שָׁלוֹם עֲלֵיכֶם", "Ein Å ist kein Ω")


def mixed(text: str) -> str:
    """Return every other word in NFD, the rest in NFC."""
    return " ".join(normalize(("NFC", "NFD")[place % 2], word) for place, word in enumerate(text.split(" ")))


def reordered(text: str) -> str:
    """Return the text in NFD, with marks swapped if their order means nothing."""
    decomposed = normalize("NFD", text)
    swapped = list(decomposed)
    for place in range(1, len(swapped) - 1):
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        if normalize("NFD", "".join(swapped)) != decomposed or swapped[place] == swapped[place + 1]:
            swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    return "".join(swapped)


FORMS: Mapping[str, Callable[[str], str]] = {
    "NFC": lambda text: normalize("NFC", text),
    "NFD": lambda text: normalize("NFD", text),
    "mixed": mixed,
    "reordered": reordered,
    "singletons": lambda text: normalize("NFC", text).replace("Å", "\u212b").replace("Ω", "\u2126"),
}

_LETTERS = (
    *("a", "e", "o", "\n", " ", " ", ".", "<"),
    *("\u0301", "\u0323", "\u0307", "\u0338", "\u0345", "\u0342", "κ"),
    *("é", "ậ", "\u212b", "\u2126", "\u00ad", "\uf900"),
    *("\u1112", "\u1161", "\u11ab", "가", "\u11a8"),
    *("क", "\u093c", "\u0958", "\u09c7", "\u09be", "ש", "\u05b7", "\u05bc", "\u05c1", "\ufb2a"),
)
marked_texts = st.text(alphabet=st.sampled_from(_LETTERS), max_size=40)
"""Texts of letters and marks in random order, most of them in no normal form."""
