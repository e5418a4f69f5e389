"""Tests of `tui.session.slugs`."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.session.slugs import new_slug


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("Turkey and Russia will lift the sanctions", "turkey-russia-lift-sanctions"),
        ("Mevlüt Çavuşoğlu’s visit", "mevlut-cavusoglu-s-visit"),
        ("one two three four five six", "one-two-three-four-five"),
        ("To be", "to-be"),
        ("The", "the"),
        ("", "proposition"),
        ("?!", "proposition"),
        ("_", "proposition"),
        ("x" * 60, "x" * 48),
        ("a" * 47 + " bb", "a" * 47),
    ],
)
def test_a_slug_holds_the_first_words_that_matter(sentence: str, slug: str) -> None:
    assert new_slug(sentence, ()) == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert new_slug("Radar", {"radar"}) == "radar-2"
    assert new_slug("Radar", {"radar", "radar-2", "radar-3"}) == "radar-4"


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=80))
def test_a_slug_is_short_free_and_of_words_and_hyphens(sentence: str) -> None:
    slug = new_slug(sentence, ())
    assert re.fullmatch(r"\w[\w-]*", slug)
    assert len(slug) <= 48
    assert new_slug(sentence, {slug}) == f"{slug}-2"
